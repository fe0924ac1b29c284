#pragma once

#include "core/exports/attemptpages.h"

namespace core {

/// The names of the columns, one record. They are those of the view v_attempts where it has them; times in
/// UTC, `*_ms` since dispatch, money in US dollars as exact decimals, `price_currency_amount` in
/// `price_currency`. An unknown value is an empty cell.
QString attemptsCsvHead();
/// One record, its cells safe for spreadsheets; see csvCell().
QString attemptsCsvRecord(const ExportedAttempt &exported);

} // namespace core
