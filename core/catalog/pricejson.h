#pragma once

#include "core/catalog/priceentry.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core {

// Prices as JSON: `input`, `output`, `cacheRead`, `cacheWrite`, `cacheWrite1h`, `reasoning`, `audioInput`,
// `audioOutput` in units of their currency per million tokens, as numbers (the catalogue) or exact decimal
// strings (what the program writes).

/// A price per million tokens as the price of one token.
std::optional<Money> perTokenFromMillion(const QJsonValue &value);
/// The inverse, as an exact decimal.
QString perMillion(Money perToken);

TokenPrices tokenPricesFromJson(const QJsonObject &json);
QJsonObject tokenPricesToJson(const TokenPrices &prices);

/// Tiers have `above` (input tokens) and `inclusive` beside the prices; sorted by `above`.
QList<PriceTier> tiersFromJson(const QJsonArray &json);
QJsonArray tiersToJson(const QList<PriceTier> &tiers);

/// `[{"weekdays": [1, 2], "start": "01:00", "end": "04:00"}]`
QList<PeakWindow> windowsFromJson(const QJsonArray &json);
QJsonArray windowsToJson(const QList<PeakWindow> &windows);

/// The amounts of an entry as the tables keep them: `base`, `tiers`, `perRequest`, `perToolCall`.
QByteArray entryPricesText(const PriceEntry &entry);
void readEntryPrices(const QByteArray &text, PriceEntry &entry);

} // namespace core
