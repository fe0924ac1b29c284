#pragma once

#include "core/catalog/importedpricestore.h"

#include <QJsonObject>

namespace app {

// Prices as the `prices` commands show them: per million tokens, in their own currency.

/// `{"id", "version", "source", "currency", "per_million": {...}, "tiers", "services", "per_request",
/// "per_tool_call", "rate"}`
QJsonObject priceToJson(const core::PriceList &list);
/// The same of an entry, with seller, model, match, service tier, times and hours.
QJsonObject entryToJson(const core::PriceEntry &entry);
/// `{"name", "origin", "date", "imported_at", "age_days", "models"}`; `nowMs` is UTC.
QJsonObject importedListToJson(const core::ImportedPriceList &list, qint64 nowMs);

/// `in $2.50, out $10.00, cache read $0.25`; empty for no price.
QString classesText(const core::TokenPrices &prices, const QString &currency);
/// `above 200,000 input tokens: in $5.00`, a line each.
QStringList tierLines(const QList<core::PriceTier> &tiers, const QString &currency);
/// All of a price in lines: classes, tiers, service tiers, fees, source.
QStringList priceLines(const core::PriceList &list);
/// `litellm of 2026-11-01, 25 days old`
QString listAgeText(const QString &name, const QDate &date, qint64 nowMs);
/// `$2.50`, `0.26 EUR`; `-` when unknown.
QString millionText(const std::optional<core::Money> &perToken, const QString &currency);

} // namespace app
