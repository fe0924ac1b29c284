#include "core/catalog/pricejson.h"

#include <QJsonDocument>

#include <array>

namespace core {

namespace {

const QString kHourFormat = QStringLiteral("HH:mm");
constexpr std::int64_t kMillion = 1'000'000;

struct PriceMember
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<PriceMember, 8> kMembers{{
    {QLatin1StringView("input"), &TokenPrices::input},
    {QLatin1StringView("output"), &TokenPrices::output},
    {QLatin1StringView("cacheRead"), &TokenPrices::cacheRead},
    {QLatin1StringView("cacheWrite"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cacheWrite1h"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("reasoning"), &TokenPrices::reasoning},
    {QLatin1StringView("audioInput"), &TokenPrices::audioInput},
    {QLatin1StringView("audioOutput"), &TokenPrices::audioOutput},
}};

std::optional<Money> feeFrom(const QJsonValue &value)
{
    return value.isString() ? Money::fromDecimal(value.toString())
        : value.isDouble()  ? Money::fromDouble(value.toDouble())
                            : std::nullopt;
}

} // namespace

std::optional<Money> perTokenFromMillion(const QJsonValue &value)
{
    const std::optional<Money> million = value.isString() ? Money::fromDecimal(value.toString())
        : value.isDouble()                                ? Money::fromDouble(value.toDouble())
                                                          : std::nullopt;
    return million ? std::optional(million->scaled(1, kMillion)) : std::nullopt;
}

QString perMillion(Money perToken)
{
    return (perToken * kMillion).toDecimal();
}

TokenPrices tokenPricesFromJson(const QJsonObject &json)
{
    TokenPrices prices;
    for (const PriceMember &member : kMembers)
        prices.*member.price = perTokenFromMillion(json.value(member.name));
    return prices;
}

QJsonObject tokenPricesToJson(const TokenPrices &prices)
{
    QJsonObject json;
    for (const PriceMember &member : kMembers) {
        if (const std::optional<Money> &price = prices.*member.price)
            json.insert(member.name, perMillion(*price));
    }
    return json;
}

QList<PriceTier> tiersFromJson(const QJsonArray &json)
{
    QList<PriceTier> tiers;
    for (const QJsonValue &value : json) {
        const QJsonObject tier = value.toObject();
        tiers += PriceTier{tier.value(u"above").toInteger(), tier.value(u"inclusive").toBool(),
                           tokenPricesFromJson(tier)};
    }
    std::stable_sort(tiers.begin(), tiers.end(), [](const PriceTier &a, const PriceTier &b) {
        return a.aboveInputTokens < b.aboveInputTokens;
    });
    return tiers;
}

QJsonArray tiersToJson(const QList<PriceTier> &tiers)
{
    QJsonArray json;
    for (const PriceTier &tier : tiers) {
        QJsonObject entry = tokenPricesToJson(tier.prices);
        entry.insert(QStringLiteral("above"), tier.aboveInputTokens);
        if (tier.inclusive)
            entry.insert(QStringLiteral("inclusive"), true);
        json.append(entry);
    }
    return json;
}

QList<PeakWindow> windowsFromJson(const QJsonArray &json)
{
    QList<PeakWindow> windows;
    for (const auto &value : json) {
        PeakWindow window;
        const QJsonArray weekdays = value[u"weekdays"].toArray();
        for (const auto &day : weekdays)
            window.weekdays += day.toInt();
        window.start = QTime::fromString(value[u"start"].toString(), kHourFormat);
        window.end = QTime::fromString(value[u"end"].toString(), kHourFormat);
        windows += window;
    }
    return windows;
}

QJsonArray windowsToJson(const QList<PeakWindow> &windows)
{
    QJsonArray json;
    for (const PeakWindow &window : windows) {
        QJsonArray weekdays;
        for (const int day : window.weekdays)
            weekdays.append(day);
        json.append(QJsonObject{{QStringLiteral("weekdays"), weekdays},
                                {QStringLiteral("start"), window.start.toString(kHourFormat)},
                                {QStringLiteral("end"), window.end.toString(kHourFormat)}});
    }
    return json;
}

QByteArray entryPricesText(const PriceEntry &entry)
{
    QJsonObject json{{QStringLiteral("base"), tokenPricesToJson(entry.prices)}};
    if (!entry.tiers.isEmpty())
        json.insert(QStringLiteral("tiers"), tiersToJson(entry.tiers));
    if (entry.perRequest)
        json.insert(QStringLiteral("perRequest"), entry.perRequest->toDecimal());
    if (entry.perToolCall)
        json.insert(QStringLiteral("perToolCall"), entry.perToolCall->toDecimal());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void readEntryPrices(const QByteArray &text, PriceEntry &entry)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    entry.prices = tokenPricesFromJson(json.value(u"base").toObject());
    entry.tiers = tiersFromJson(json.value(u"tiers").toArray());
    entry.perRequest = feeFrom(json.value(u"perRequest"));
    entry.perToolCall = feeFrom(json.value(u"perToolCall"));
}

} // namespace core
