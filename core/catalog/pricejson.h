#pragma once

#include "core/catalog/modelinfo.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core {

// Prices as JSON: `input`, `output`, `cacheRead`, `cacheWrite`, `cacheWrite1h`, `reasoning` in USD per
// million tokens, as numbers (the catalogue) or exact decimal strings (the overrides).

/// A price in USD per million tokens as the price of one token.
std::optional<Money> perTokenFromMillion(const QJsonValue &value);
/// The inverse, as an exact decimal.
QString perMillion(Money perToken);

TokenPrices tokenPricesFromJson(const QJsonObject &json);
QJsonObject tokenPricesToJson(const TokenPrices &prices);

/// Tiers have `above` (input tokens) and `inclusive` beside the prices; sorted by `above`.
QList<PriceTier> tiersFromJson(const QJsonArray &json);
QJsonArray tiersToJson(const QList<PriceTier> &tiers);

} // namespace core
