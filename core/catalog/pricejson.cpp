#include "core/catalog/pricejson.h"

#include <array>

namespace core {

namespace {

constexpr std::int64_t kMillion = 1'000'000;

struct PriceMember
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<PriceMember, 6> kMembers{{
    {QLatin1StringView("input"), &TokenPrices::input},
    {QLatin1StringView("output"), &TokenPrices::output},
    {QLatin1StringView("cacheRead"), &TokenPrices::cacheRead},
    {QLatin1StringView("cacheWrite"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cacheWrite1h"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("reasoning"), &TokenPrices::reasoning},
}};

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

} // namespace core
