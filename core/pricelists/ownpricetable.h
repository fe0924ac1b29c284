#pragma once

#include "core/pricelists/pricelist.h"

namespace core {

/// An own list as CSV, TSV or with semicolons. The first line names the columns, in any order: `seller` and
/// `model`, and as wanted `match`, `currency`, `input`, `output`, `cache_read`, `cache_write`,
/// `cache_write_1h`, `reasoning`, `audio_input`, `audio_output` (per million tokens), `per_request`,
/// `per_tool_call`, `service_tier`, `from`, `to` (days, UTC). Fields may be empty.
Result<PriceListDocument> readOwnPriceTable(const QString &text);

} // namespace core
