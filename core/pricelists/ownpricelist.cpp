#include "core/pricelists/ownpricelist.h"

#include "core/catalog/pricejson.h"
#include "core/pricelists/pricenumbers.h"

#include <QHash>
#include <QJsonDocument>

#include <array>

namespace core {

namespace {

struct OwnClass
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<OwnClass, 8> kOwnClasses{{
    {QLatin1StringView("input"), &TokenPrices::input},
    {QLatin1StringView("output"), &TokenPrices::output},
    {QLatin1StringView("cacheRead"), &TokenPrices::cacheRead},
    {QLatin1StringView("cacheWrite"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cacheWrite1h"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("reasoning"), &TokenPrices::reasoning},
    {QLatin1StringView("audioInput"), &TokenPrices::audioInput},
    {QLatin1StringView("audioOutput"), &TokenPrices::audioOutput},
}};

/// The classes and `more`: what an entry may say. A member that is misspelt would be a price that is missing.
QStringList membersWith(QStringList more)
{
    for (const OwnClass &known : kOwnClasses)
        more += known.name;
    return more;
}

const QStringList &entryMembers()
{
    static const QStringList members =
        membersWith({QStringLiteral("seller"), QStringLiteral("model"), QStringLiteral("match"),
                     QStringLiteral("currency"), QStringLiteral("perRequest"), QStringLiteral("perToolCall"),
                     QStringLiteral("tiers"), QStringLiteral("serviceTier"), QStringLiteral("from"),
                     QStringLiteral("to"), QStringLiteral("windows")});
    return members;
}

const QStringList &tierMembers()
{
    static const QStringList members = membersWith({QStringLiteral("above"), QStringLiteral("inclusive")});
    return members;
}

Result<TokenPrices> ownPrices(const QJsonObject &json, const QString &place)
{
    TokenPrices prices;
    for (const OwnClass &known : kOwnClasses) {
        const Result<std::optional<Money>> amount = millionthOf(json, QString(known.name), place);
        if (!amount)
            return amount.error();
        prices.*known.price = *amount;
    }
    return prices;
}

Result<void> refuseUnknownMembers(const QJsonObject &json, const QStringList &known, const QString &place)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!known.contains(member.key()))
            return badPriceList(place,
                                PriceListWords::tr("\"%1\" is not known; there may be %2.")
                                    .arg(member.key(), known.join(QStringLiteral(", "))));
    }
    return {};
}

Result<std::optional<qint64>> ownDay(const QJsonObject &json, QStringView member, const QString &place)
{
    const QString text = json.value(member).toString();
    if (text.isEmpty())
        return std::optional<qint64>();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return std::optional(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    return badPriceList(
        place, PriceListWords::tr("\"%1\" wants a day such as 2026-11-01, not \"%2\".").arg(member, text));
}

Result<void> readOwnTiers(const QJsonObject &json, const QString &place, PriceEntry &entry)
{
    const QJsonArray tiers = json.value(u"tiers").toArray();
    for (const auto &value : tiers) {
        const QJsonObject tier = value.toObject();
        if (const Result<void> known = refuseUnknownMembers(tier, tierMembers(), place); !known)
            return known;
        const Result<TokenPrices> prices = ownPrices(tier, place);
        if (!prices)
            return prices.error();
        entry.tiers +=
            PriceTier{tier.value(u"above").toInteger(), tier.value(u"inclusive").toBool(), *prices};
    }
    return {};
}

Result<void> readOwnTimes(const QJsonObject &json, const QString &place, PriceEntry &entry)
{
    const Result<std::optional<qint64>> from = ownDay(json, u"from", place);
    if (!from)
        return from.error();
    const Result<std::optional<qint64>> to = ownDay(json, u"to", place);
    if (!to)
        return to.error();
    entry.validFromMs = *from;
    entry.validToMs = *to;
    entry.windows = windowsFromJson(json.value(u"windows").toArray());
    return {};
}

Result<void> readOwnFees(const QJsonObject &json, const QString &place, PriceEntry &entry)
{
    const Result<std::optional<Money>> request = amountOf(json, u"perRequest", place);
    if (!request)
        return request.error();
    const Result<std::optional<Money>> call = amountOf(json, u"perToolCall", place);
    if (!call)
        return call.error();
    entry.perRequest = *request;
    entry.perToolCall = *call;
    return {};
}

} // namespace

bool isOwnPriceList(const QJsonObject &root)
{
    return root.value(u"prices").isArray();
}

Result<PriceEntry> readOwnEntry(const QJsonObject &json, const OwnListDefaults &defaults,
                                const QString &place)
{
    if (const Result<void> known = refuseUnknownMembers(json, entryMembers(), place); !known)
        return known.error();
    PriceEntry entry;
    entry.seller = json.value(u"seller").toString().trimmed();
    entry.model = json.value(u"model").toString().trimmed();
    entry.currency = json.value(u"currency").toString(defaults.currency);
    entry.serviceTier = json.value(u"serviceTier").toString();
    entry.source = defaults.name;
    entry.sourceDate = defaults.date;
    if (entry.seller.isEmpty())
        return badPriceList(
            place, PriceListWords::tr("a price needs its seller, the preset of an account such as openai."));
    const QString match = json.value(u"match").toString(priceMatchName(PriceMatch::Exact));
    const std::optional<PriceMatch> known = priceMatchFromName(match);
    if (!known)
        return badPriceList(
            place, PriceListWords::tr("\"match\" wants exact, dated or prefix, not \"%1\".").arg(match));
    entry.match = *known;
    const Result<TokenPrices> prices = ownPrices(json, place);
    if (!prices)
        return prices.error();
    entry.prices = *prices;
    for (const auto read : {&readOwnTiers, &readOwnTimes, &readOwnFees}) {
        if (const Result<void> done = read(json, place, entry); !done)
            return done.error();
    }
    if (const Result<void> valid = validatePrice(entry); !valid)
        return badPriceList(place, valid.error().message);
    return entry;
}

Result<void> refuseRepeats(const QList<PriceEntry> &entries, const QStringList &places)
{
    QHash<QString, qsizetype> seen;
    for (qsizetype at = 0; at < entries.size(); ++at) {
        const PriceEntry &entry = entries[at];
        const QString key =
            QStringList{entry.seller,
                        entry.model,
                        priceMatchName(entry.match),
                        entry.currency,
                        entry.serviceTier,
                        QString::number(entry.validFromMs.value_or(0)),
                        QString::fromUtf8(QJsonDocument(windowsToJson(entry.windows)).toJson())}
                .join(u'\n');
        const auto first = seen.constFind(key);
        if (first != seen.constEnd())
            return badPriceList(places.value(at),
                                PriceListWords::tr("it repeats the price of %1.").arg(places.value(*first)));
        seen.insert(key, at);
    }
    return {};
}

Result<PriceListDocument> readOwnPriceList(const QJsonObject &root)
{
    PriceListDocument document;
    document.name = root.value(u"name").toString(QStringLiteral("own list"));
    const QString date = root.value(u"date").toString();
    document.date = QDate::fromString(date, Qt::ISODate);
    if (!date.isEmpty() && !document.date.isValid())
        return badPriceList(QStringLiteral("date"),
                            PriceListWords::tr("it wants a day such as 2026-11-01, not \"%1\".").arg(date));
    const OwnListDefaults defaults{root.value(u"currency").toString(kUsd), document.name, document.date};
    QStringList places;
    const QJsonArray prices = root.value(u"prices").toArray();
    for (const auto &value : prices) {
        const QString place = QStringLiteral("prices[%1]").arg(places.size());
        if (!value.isObject())
            return badPriceList(place, PriceListWords::tr("the price is no JSON object."));
        const Result<PriceEntry> entry = readOwnEntry(value.toObject(), defaults, place);
        if (!entry)
            return entry.error();
        document.entries += *entry;
        places += place;
    }
    if (const Result<void> once = refuseRepeats(document.entries, places); !once)
        return once.error();
    return document;
}

} // namespace core
