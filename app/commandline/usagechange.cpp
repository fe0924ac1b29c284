#include "app/commandline/usagechange.h"

#include "app/commandline/console.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

using namespace core;

namespace app {

namespace {

struct UsageChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(UsageChangeWords)
};

QJsonValue isoMoment(const std::optional<qint64> &ms, const QTimeZone &zone)
{
    return ms ? QJsonValue(QDateTime::fromMSecsSinceEpoch(*ms, zone).toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue exactAmount(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonObject sideToJson(const TimeRange &range, const UsageFigures &total, Money failedCost,
                       const QTimeZone &zone)
{
    return {{QStringLiteral("since"), isoMoment(range.sinceMs, zone)},
            {QStringLiteral("until"), isoMoment(range.untilMs, zone)},
            {QStringLiteral("cost_usd"), exactAmount(knownCost(total))},
            {QStringLiteral("failed_usd"), failedCost.toDecimal()},
            {QStringLiteral("unpriced_attempts"), total.unpricedAttempts}};
}

QJsonObject changeToJson(const CostChange &change, const QTimeZone &zone)
{
    QJsonArray parts;
    for (const ChangePart &part : change.parts) {
        QJsonArray contributors;
        for (const ChangeContributor &contributor : part.contributors)
            contributors.append(QJsonObject{{QStringLiteral("account"), contributor.account},
                                            {QStringLiteral("model"), contributor.model},
                                            {QStringLiteral("usd"), contributor.amount.toDecimal()}});
        parts.append(QJsonObject{{QStringLiteral("factor"), changeFactorName(part.factor)},
                                 {QStringLiteral("usd"), part.amount.toDecimal()},
                                 {QStringLiteral("contributors"), contributors}});
    }
    QJsonArray unpriced;
    for (const auto &[target, attempts] : change.unpriced)
        unpriced.append(
            QJsonObject{{QStringLiteral("target"), target}, {QStringLiteral("attempts"), attempts}});
    return {{QStringLiteral("before"),
             sideToJson(change.before, change.totalBefore, change.failedCostBefore, zone)},
            {QStringLiteral("after"), sideToJson(change.after, change.total, change.failedCost, zone)},
            {QStringLiteral("difference_usd"), exactAmount(change.knownDifference())},
            {QStringLiteral("parts"), parts},
            {QStringLiteral("unpriced"), unpriced}};
}

QJsonObject forecastToJson(const MonthForecast &forecast)
{
    const auto amount = [&forecast](auto figure) {
        return forecast.band ? QJsonValue(figure(*forecast.band).toDecimal()) : QJsonValue();
    };
    return {{QStringLiteral("month"), forecast.month.toString(QStringLiteral("yyyy-MM"))},
            {QStringLiteral("so_far_usd"),
             exactAmount(forecast.isKnown() ? std::optional(forecast.soFar) : std::nullopt)},
            {QStringLiteral("active_days"), forecast.activeDays},
            {QStringLiteral("unpriced_attempts"), forecast.unpriced},
            {QStringLiteral("low_usd"), amount([](const ForecastBand &band) { return band.low(); })},
            {QStringLiteral("high_usd"), amount([](const ForecastBand &band) { return band.high(); })},
            {QStringLiteral("linear_usd"), amount([](const ForecastBand &band) { return band.linear; })},
            {QStringLiteral("weighted_usd"), amount([](const ForecastBand &band) { return band.weighted; })}};
}

QString signedAmount(Money amount)
{
    const QString text = formatMoney(amount);
    return amount > Money() ? u'+' + text : text;
}

QString sideCost(const UsageFigures &figures)
{
    const std::optional<Money> cost = knownCost(figures);
    return cost ? formatMoney(*cost) : UsageChangeWords::tr("unpriced");
}

QString changeText(const CostChange &change)
{
    QList<QStringList> rows{
        {UsageChangeWords::tr("CHANGE"), UsageChangeWords::tr("COST"), UsageChangeWords::tr("MOST OF IT")}};
    for (const ChangePart &part : change.parts) {
        QString most;
        if (!part.contributors.isEmpty()) {
            const ChangeContributor &first = part.contributors.first();
            most = QStringLiteral("%1/%2 %3").arg(first.account, first.model, signedAmount(first.amount));
        }
        rows.append({changeFactorName(part.factor).replace(u'_', u' '), signedAmount(part.amount), most});
    }
    const std::optional<Money> difference = change.knownDifference();
    rows.append(
        {UsageChangeWords::tr("difference"),
         difference ? signedAmount(*difference) : UsageChangeWords::tr("unknown"),
         UsageChangeWords::tr("%1 after %2").arg(sideCost(change.total), sideCost(change.totalBefore))});
    QString text = alignedTable(rows, {1});
    const qint64 unpriced = change.total.unpricedAttempts + change.totalBefore.unpricedAttempts;
    if (unpriced > 0)
        text += u'\n' + UsageChangeWords::tr("%1 unpriced requests are in no part.").arg(unpriced);
    return text;
}

QString forecastText(const MonthForecast &forecast)
{
    const QString month = forecast.month.toString(QStringLiteral("yyyy-MM"));
    if (!forecast.isKnown())
        return UsageChangeWords::tr("%1: no forecast, as none of its requests has a known cost.").arg(month);
    if (!forecast.band)
        return UsageChangeWords::tr("%1: no forecast before %2 days with requests; there are %3.")
            .arg(month)
            .arg(kForecastActiveDays)
            .arg(forecast.activeDays);
    const QString text = UsageChangeWords::tr("%1 forecast: %2 to %3, %4 so far")
                             .arg(month, formatMoney(forecast.band->low()),
                                  formatMoney(forecast.band->high()), formatMoney(forecast.soFar));
    return forecast.unpriced == 0
        ? text
        : UsageChangeWords::tr("%1 + %2 unpriced", "forecast, requests").arg(text).arg(forecast.unpriced);
}

/// The period of the same length before [sinceMs, untilMs).
TimeRange equalRangeBefore(qint64 sinceMs, qint64 untilMs, const QTimeZone &zone)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(sinceMs, zone);
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(untilMs, zone);
    const auto isDayStart = [&zone](const QDateTime &moment) {
        return moment.date().startOfDay(zone) == moment;
    };
    if (!isDayStart(since) || !isDayStart(until))
        return {sinceMs - (untilMs - sinceMs), sinceMs};
    const QDate first = since.date().addDays(-since.date().daysTo(until.date()));
    return {first.startOfDay(zone).toMSecsSinceEpoch(), sinceMs};
}

} // namespace

ChangeQuery changeQuery(const UsageQuery &query)
{
    ChangeQuery change;
    change.before = equalRangeBefore(*query.sinceMs, *query.untilMs, query.zone);
    change.after = {query.sinceMs, query.untilMs};
    change.includeSimulated = query.includeSimulated;
    return change;
}

QJsonObject withUsageExtras(QJsonObject document, const UsageExtras &extras, const QTimeZone &zone)
{
    if (extras.change)
        document.insert(QStringLiteral("change"), changeToJson(*extras.change, zone));
    if (extras.forecast)
        document.insert(QStringLiteral("forecast"), forecastToJson(*extras.forecast));
    return document;
}

QString usageExtrasText(const UsageExtras &extras)
{
    QStringList blocks;
    if (extras.change)
        blocks.append(changeText(*extras.change));
    if (extras.forecast)
        blocks.append(forecastText(*extras.forecast));
    return blocks.join(QStringLiteral("\n\n"));
}

} // namespace app
