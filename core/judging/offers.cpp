#include "core/judging/offers.h"

#include "core/catalog/pricejson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace core {

namespace {

QString accountOf(const QString &target)
{
    return target.section(QLatin1Char('/'), 0, 0);
}

} // namespace

QString priceMark(const std::optional<PriceList> &prices)
{
    if (!prices || (!prices->base.input && !prices->base.output))
        return {};
    QJsonObject mark{{QStringLiteral("base"), tokenPricesToJson(prices->base)}};
    if (!prices->tiers.isEmpty())
        mark.insert(QStringLiteral("tiers"), tiersToJson(prices->tiers));
    if (prices->perRequest)
        mark.insert(QStringLiteral("request"), prices->perRequest->toDecimal());
    if (prices->currency != kUsd)
        mark.insert(QStringLiteral("currency"), prices->currency);
    return QString::fromUtf8(QJsonDocument(mark).toJson(QJsonDocument::Compact));
}

QList<OfferNews> newsOf(const Offers &before, const Offers &now)
{
    QSet<QString> known;
    for (auto offer = before.cbegin(); offer != before.cend(); ++offer)
        known.insert(accountOf(offer.key()));
    QList<OfferNews> news;
    for (auto offer = now.cbegin(); offer != now.cend(); ++offer) {
        const auto was = before.constFind(offer.key());
        if (was == before.cend()) {
            if (known.contains(accountOf(offer.key())))
                news.append({offer.key()});
        } else if (!was->isEmpty() && !offer->isEmpty() && *was != *offer) {
            news.append({offer.key(), true, *was});
        }
    }
    return news;
}

QJsonArray offersToJson(const Offers &offers)
{
    QJsonObject json;
    for (auto offer = offers.cbegin(); offer != offers.cend(); ++offer)
        json.insert(offer.key(), offer.value());
    return {json};
}

Offers offersFromJson(const QJsonArray &json)
{
    const QJsonObject object = json.at(0).toObject();
    Offers offers;
    for (auto offer = object.constBegin(); offer != object.constEnd(); ++offer)
        offers.insert(offer.key(), offer.value().toString());
    return offers;
}

} // namespace core
