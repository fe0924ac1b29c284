#pragma once

#include "core/catalog/modelinfo.h"

#include <QJsonArray>
#include <QMap>
#include <QString>

namespace core {

/// What each account offers, at which price: `account/model` and a text that is equal for equal prices, empty
/// when the price is unknown.
using Offers = QMap<QString, QString>;

/// A text that is equal for equal prices; empty for unknown ones.
QString priceMark(const std::optional<PriceList> &prices);

/// A model worth trying again.
struct OfferNews
{
    QString target;
    /// It is offered for another price than when the person last looked; otherwise it was not there then.
    bool priceChanged = false;
    QString priceBefore = {};

    bool operator==(const OfferNews &) const = default;
};

/// What is new since the person last looked. The models of an account that was not there are none: all of
/// them are new, which is no news. A price that became known or unknown is none either. In the order of the
/// names.
QList<OfferNews> newsOf(const Offers &before, const Offers &now);

QJsonArray offersToJson(const Offers &offers);
Offers offersFromJson(const QJsonArray &json);

} // namespace core
