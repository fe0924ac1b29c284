#include "app/commandline/pricetext.h"

#include "app/commandline/priceswords.h"

#include "core/base/formatting.h"
#include "core/catalog/pricejson.h"

#include <QDateTime>

#include <array>

using namespace core;

namespace app {

namespace {

constexpr std::int64_t kTokensShown = 1'000'000;

QJsonValue orNullAmount(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonValue orNullDay(const std::optional<qint64> &utcMs)
{
    return utcMs ? QJsonValue(QDateTime::fromMSecsSinceEpoch(*utcMs, Qt::UTC).toString(Qt::ISODate))
                 : QJsonValue();
}

QJsonArray servicesToJson(const QList<ServicePrices> &services)
{
    QJsonArray json;
    for (const ServicePrices &service : services)
        json.append(QJsonObject{{QStringLiteral("service_tier"), service.service},
                                {QStringLiteral("per_million"), tokenPricesToJson(service.prices)},
                                {QStringLiteral("tiers"), tiersToJson(service.tiers)}});
    return json;
}

QString named(const QString &name, const std::optional<Money> &price, const QString &currency)
{
    return price ? name + u' ' + millionText(price, currency) : QString();
}

QString feeText(const QString &sentence, const std::optional<Money> &fee, const QString &currency)
{
    return fee ? sentence.arg(formatAmount(*fee, currency)) : QString();
}

} // namespace

QString millionText(const std::optional<Money> &perToken, const QString &currency)
{
    return perToken ? formatAmount(*perToken * kTokensShown, currency) : QStringLiteral("-");
}

QJsonObject priceToJson(const PriceList &list)
{
    QJsonObject json{{QStringLiteral("id"), list.id},
                     {QStringLiteral("version"), list.version},
                     {QStringLiteral("source"), list.sourceText},
                     {QStringLiteral("currency"), list.currency},
                     {QStringLiteral("per_million"), tokenPricesToJson(list.base)},
                     {QStringLiteral("tiers"), tiersToJson(list.tiers)},
                     {QStringLiteral("services"), servicesToJson(list.services)},
                     {QStringLiteral("per_request"), orNullAmount(list.perRequest)},
                     {QStringLiteral("per_tool_call"), orNullAmount(list.perToolCall)},
                     {QStringLiteral("rate"), QJsonValue()}};
    if (list.rate)
        json.insert(QStringLiteral("rate"),
                    QJsonObject{{QStringLiteral("usd"), list.rate->usdPerUnit.toDecimal()},
                                {QStringLiteral("date"), list.rate->date.toString(Qt::ISODate)}});
    return json;
}

QJsonObject entryToJson(const PriceEntry &entry)
{
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("seller"), entry.seller.isEmpty() ? QJsonValue() : QJsonValue(entry.seller)},
            {QStringLiteral("model"), entry.model},
            {QStringLiteral("match"), priceMatchName(entry.match)},
            {QStringLiteral("currency"), entry.currency},
            {QStringLiteral("service_tier"), entry.serviceTier},
            {QStringLiteral("from"), orNullDay(entry.validFromMs)},
            {QStringLiteral("to"), orNullDay(entry.validToMs)},
            {QStringLiteral("windows"), windowsToJson(entry.windows)},
            {QStringLiteral("per_million"), tokenPricesToJson(entry.prices)},
            {QStringLiteral("tiers"), tiersToJson(entry.tiers)},
            {QStringLiteral("per_request"), orNullAmount(entry.perRequest)},
            {QStringLiteral("per_tool_call"), orNullAmount(entry.perToolCall)},
            {QStringLiteral("source"), entry.source},
            {QStringLiteral("version"), entry.sourceDate.toString(Qt::ISODate)}};
}

QJsonObject importedListToJson(const ImportedPriceList &list, qint64 nowMs)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    return {
        {QStringLiteral("name"), list.name},
        {QStringLiteral("origin"), list.origin},
        {QStringLiteral("date"), list.sourceDate.toString(Qt::ISODate)},
        {QStringLiteral("imported_at"), list.importedAtMs > 0 ? orNullDay(list.importedAtMs) : QJsonValue()},
        {QStringLiteral("age_days"), list.sourceDate.daysTo(today)},
        {QStringLiteral("models"), list.models}};
}

QString classesText(const TokenPrices &prices, const QString &currency)
{
    QStringList parts{named(PricesWords::tr("in"), prices.input, currency),
                      named(PricesWords::tr("out"), prices.output, currency),
                      named(PricesWords::tr("cache read"), prices.cacheRead, currency),
                      named(PricesWords::tr("cache write"), prices.cacheWrite, currency),
                      named(PricesWords::tr("cache write 1 h"), prices.cacheWrite1h, currency),
                      named(PricesWords::tr("reasoning"), prices.reasoning, currency),
                      named(PricesWords::tr("audio in"), prices.audioInput, currency),
                      named(PricesWords::tr("audio out"), prices.audioOutput, currency)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QStringList tierLines(const QList<PriceTier> &tiers, const QString &currency)
{
    QStringList lines;
    for (const PriceTier &tier : tiers) {
        const QString tokens = formatCount(tier.aboveInputTokens);
        lines += (tier.inclusive ? PricesWords::tr("from %1 input tokens: %2")
                                 : PricesWords::tr("above %1 input tokens: %2"))
                     .arg(tokens, classesText(tier.prices, currency));
    }
    return lines;
}

QStringList priceLines(const PriceList &list)
{
    QStringList lines{PricesWords::tr("%1 for a million tokens").arg(classesText(list.base, list.currency))};
    lines += tierLines(list.tiers, list.currency);
    for (const ServicePrices &service : list.services)
        lines += PricesWords::tr("service tier %1: %2")
                     .arg(service.service, classesText(service.prices, list.currency));
    lines += feeText(PricesWords::tr("%1 for each request"), list.perRequest, list.currency);
    lines +=
        feeText(PricesWords::tr("%1 for each tool call of the provider's"), list.perToolCall, list.currency);
    if (list.rate)
        lines +=
            PricesWords::tr("1 %1 = $%2, of %3")
                .arg(list.currency, list.rate->usdPerUnit.toDecimal(), list.rate->date.toString(Qt::ISODate));
    lines += PricesWords::tr("%1, %2 (%3)").arg(list.sourceText, list.version, list.id);
    lines.removeAll(QString());
    return lines;
}

QString listAgeText(const QString &name, const QDate &date, qint64 nowMs)
{
    const qint64 days = date.daysTo(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date());
    return PricesWords::tr("%1 of %2, %n day(s) old", nullptr, static_cast<int>(days))
        .arg(name, date.toString(Qt::ISODate));
}

} // namespace app
