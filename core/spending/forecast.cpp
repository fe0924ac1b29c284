#include "core/spending/forecast.h"

#include "core/ledger/usagequery.h"

#include <QDateTime>

namespace core {

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr int kPaceDays = 7;

qint64 startOf(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

/// What a day costs of late; unset without a day before today.
std::optional<Money> dailyPace(const QMap<QDate, DaySpend> &days, QDate today)
{
    Money sum;
    qint64 weights = 0;
    for (int back = 1; back <= kPaceDays; ++back) {
        const QDate day = today.addDays(-back);
        if (day < days.firstKey())
            break;
        const qint64 weight = kPaceDays + 1 - back;
        sum += days.value(day).cost * weight;
        weights += weight;
    }
    if (weights == 0)
        return std::nullopt;
    return sum.scaled(1, weights);
}

} // namespace

MonthForecast forecastMonth(const QMap<QDate, DaySpend> &days, qint64 nowMs, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    MonthForecast forecast;
    forecast.month = QDate(today.year(), today.month(), 1);
    for (auto day = days.lowerBound(forecast.month); day != days.cend() && day.key() <= today; ++day) {
        forecast.soFar += day->cost;
        forecast.unpriced += day->unpriced;
        if (day->attempts > 0)
            ++forecast.activeDays;
    }
    const qint64 start = startOf(forecast.month, zone);
    const qint64 end = startOf(forecast.month.addMonths(1), zone);
    if (forecast.activeDays < kForecastActiveDays || nowMs <= start || !forecast.isKnown())
        return forecast;
    ForecastBand band;
    band.linear = forecast.soFar.scaled(end - start, nowMs - start);
    const std::optional<Money> pace = dailyPace(days, today);
    band.weighted = pace ? forecast.soFar + pace->scaled(end - nowMs, kDayMs) : band.linear;
    forecast.band = band;
    return forecast;
}

Result<MonthForecast> monthForecast(Connection &connection, qint64 nowMs, const QTimeZone &zone,
                                    bool includeSimulated)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    UsageQuery query;
    query.zone = zone;
    query.sinceMs = startOf(QDate(today.year(), today.month(), 1).addDays(-kPaceDays - 1), zone);
    query.untilMs = startOf(today.addDays(1), zone);
    query.by = {QStringLiteral("day")};
    query.includeSimulated = includeSimulated;
    query.figures = {QStringLiteral("cost"), QStringLiteral("unpriced")};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    QMap<QDate, DaySpend> days;
    for (const UsageRow &row : report->rows)
        days.insert(QDate::fromString(row.keys.first(), Qt::ISODate),
                    {row.figures.cost, row.figures.attempts, row.figures.unpricedAttempts});
    return forecastMonth(days, nowMs, zone);
}

} // namespace core
