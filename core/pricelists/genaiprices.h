#pragma once

#include "core/pricelists/pricelist.h"

#include <QJsonArray>

namespace core {

/// Whether the array is the data of genai-prices: providers with their models.
bool isGenaiPrices(const QJsonArray &root);

/// Its models of known sellers, in US dollars per million tokens: long-context tiers, dated prices and those
/// of hours, and as ways to match `equals` and `starts_with`. https://github.com/pydantic/genai-prices (MIT),
/// prices/new_data/v2/data.json
Result<PriceListDocument> readGenaiPrices(const QJsonArray &root);

} // namespace core
