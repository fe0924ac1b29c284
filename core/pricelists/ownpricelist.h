#pragma once

#include "core/pricelists/pricelist.h"

#include <QJsonObject>

namespace core {

/// What holds for the entries of an own list that do not say otherwise themselves.
struct OwnListDefaults
{
    QString currency = kUsd;
    QString name = {};
    QDate date = {};
};

/// Whether the object is an own list: `prices` is an array.
bool isOwnPriceList(const QJsonObject &root);

/// A list that a person wrote:
/// `{"name": "team", "date": "2026-11-01", "currency": "EUR", "prices": [{"seller": "mistral",
///   "model": "mistral-large-latest", "match": "dated", "input": "0.26", "output": "0.79", "cacheRead": ...,
///   "cacheWrite", "cacheWrite1h", "reasoning", "audioInput", "audioOutput", "perRequest", "perToolCall",
///   "tiers": [{"above": 200000, "inclusive": false, "input": ...}], "serviceTier": "flex",
///   "from": "2026-11-01", "to": "2027-01-01",
///   "windows": [{"weekdays": [1, 2], "start": "01:00", "end": "04:00"}]}]}`
/// Prices are per million tokens, fees per request and per call; times are UTC, `to` is not part of it.
Result<PriceListDocument> readOwnPriceList(const QJsonObject &root);

/// One entry of it; `place` names it in sentences.
Result<PriceEntry> readOwnEntry(const QJsonObject &json, const OwnListDefaults &defaults,
                                const QString &place);

/// Refuses two entries for the same seller, model, way to match, currency, service tier, beginning and hours.
Result<void> refuseRepeats(const QList<PriceEntry> &entries, const QStringList &places);

} // namespace core
