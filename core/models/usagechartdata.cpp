#include "core/models/usagechartdata.h"

#include "core/base/formatting.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr qint64 kMostDays = 93;
constexpr qint64 kMostDaysByWeek = 540;
constexpr qint64 kMostDaysByMonth = 3650;

UsageBin binFor(qint64 days)
{
    if (days <= kMostDays)
        return UsageBin::Day;
    if (days <= kMostDaysByWeek)
        return UsageBin::Week;
    return days <= kMostDaysByMonth ? UsageBin::Month : UsageBin::Year;
}

/// The first day after the bin that `day` is in. Weeks begin on Monday (ISO 8601).
QDate nextBin(QDate day, UsageBin bin)
{
    switch (bin) {
    case UsageBin::Day:
        return day.addDays(1);
    case UsageBin::Week:
        return day.addDays(8 - day.dayOfWeek());
    case UsageBin::Month:
        return QDate(day.year(), day.month(), 1).addMonths(1);
    case UsageBin::Year:
        break;
    }
    return {day.year() + 1, 1, 1};
}

QList<std::pair<QDate, QDate>> barsOf(QDate first, QDate last, UsageBin bin)
{
    QList<std::pair<QDate, QDate>> bars;
    for (QDate day = first; day.isValid() && day <= last;) {
        const QDate next = nextBin(day, bin);
        bars.append({day, std::min(next.addDays(-1), last)});
        day = next;
    }
    if (bars.size() > UsageChartData::kMostBars)
        bars.remove(0, bars.size() - UsageChartData::kMostBars);
    return bars;
}

qsizetype barAt(const QList<std::pair<QDate, QDate>> &bars, QDate day)
{
    const auto found = std::lower_bound(bars.cbegin(), bars.cend(), day,
                                        [](const auto &bar, QDate value) { return bar.second < value; });
    return found != bars.cend() && found->first <= day ? found - bars.cbegin() : -1;
}

/// Most of the metric first.
QStringList rankedModels(const UsageReport &report, UsageMetric metric)
{
    QHash<QString, UsageFigures> totals;
    for (const UsageRow &row : report.rows)
        totals[row.keys.value(2)] += row.figures;
    QStringList models = totals.keys();
    std::sort(models.begin(), models.end(), [&](const QString &one, const QString &other) {
        const double first = metricValue(totals.value(one), metric);
        const double second = metricValue(totals.value(other), metric);
        if (first != second)
            return first > second;
        const qint64 requests = totals.value(one).attempts;
        return requests == totals.value(other).attempts ? one < other
                                                        : requests > totals.value(other).attempts;
    });
    return models;
}

} // namespace

double UsageChartData::highest() const
{
    double most = 0.0;
    for (qsizetype bar = 0; bar < bars.size(); ++bar) {
        double sum = 0.0;
        for (const UsageSeries &part : series)
            sum += part.values.value(bar);
        most = std::max(most, sum);
    }
    return most;
}

double metricValue(const UsageFigures &figures, UsageMetric metric)
{
    switch (metric) {
    case UsageMetric::Cost:
        return figures.cost.toDouble();
    case UsageMetric::Tokens:
        return static_cast<double>(figures.input) + static_cast<double>(figures.output);
    case UsageMetric::Requests:
        return static_cast<double>(figures.attempts);
    case UsageMetric::Errors:
        break;
    }
    return static_cast<double>(figures.errors);
}

UsageChartData usageChartData(const UsageReport &report, QDate first, QDate last, UsageMetric metric)
{
    UsageChartData data;
    data.metric = metric;
    data.bin = binFor(first.daysTo(last) + 1);
    data.bars = barsOf(first, last, data.bin);
    const QStringList models = rankedModels(report, metric);
    QHash<QString, qsizetype> seriesOf;
    for (const QString &model : models) {
        const bool rest = data.series.size() >= UsageChartData::kMostSeries - 1;
        if (!rest || data.series.size() < UsageChartData::kMostSeries) {
            data.series.append({rest ? QString() : model});
            data.series.last().figures.resize(data.bars.size());
        }
        data.series.last().models.append(model);
        seriesOf.insert(model, data.series.size() - 1);
    }
    for (const UsageRow &row : report.rows) {
        const qsizetype bar = barAt(data.bars, QDate::fromString(row.keys.value(0), Qt::ISODate));
        if (bar >= 0)
            data.series[seriesOf.value(row.keys.value(2))].figures[bar] += row.figures;
    }
    for (UsageSeries &part : data.series) {
        for (const UsageFigures &figures : std::as_const(part.figures))
            part.values.append(metricValue(figures, metric));
    }
    return data;
}

UsageFigures selectedFigures(const UsageReport &report, const UsageSelection &selection)
{
    UsageFigures sum;
    for (const UsageRow &row : report.rows) {
        const QDate day = QDate::fromString(row.keys.value(0), Qt::ISODate);
        const bool fits = (!selection.first.isValid() || day >= selection.first)
            && (!selection.last.isValid() || day <= selection.last)
            && (selection.account.isEmpty() || row.keys.value(1) == selection.account)
            && (selection.models.isEmpty() || selection.models.contains(row.keys.value(2)));
        if (fits)
            sum += row.figures;
    }
    return sum;
}

AttemptFilter attemptsOf(const UsageSelection &selection, const TimeRange &period, const QTimeZone &zone,
                         bool includeSimulated)
{
    AttemptFilter filter;
    filter.sinceMs = period.sinceMs;
    filter.untilMs = period.untilMs;
    if (selection.first.isValid())
        filter.sinceMs = selection.first.startOfDay(zone).toMSecsSinceEpoch();
    if (selection.last.isValid())
        filter.untilMs = selection.last.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    filter.zone = zone;
    filter.models = selection.models;
    filter.account = selection.account;
    filter.includeSimulated = includeSimulated;
    if (selection.errorsOnly)
        filter.status = QStringLiteral("errors");
    return filter;
}

QList<double> gridSteps(double highest, bool wholeNumbers)
{
    constexpr int mostSteps = 5;
    if (!(highest > 0.0))
        return {0.0, 1.0};
    const double raw = highest / mostSteps;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = power * 10.0;
    for (const double round : {1.0, 2.0, 5.0}) {
        if (round * power * (1.0 + 1e-9) >= raw) {
            step = round * power;
            break;
        }
    }
    if (wholeNumbers)
        step = std::max(1.0, step);
    QList<double> steps{0.0};
    while (steps.last() < highest * (1.0 - 1e-9))
        steps.append(step * static_cast<double>(steps.size()));
    return steps;
}

QString gridDollars(double usd, const QLocale &locale)
{
    const Money money = Money::fromDouble(usd).value_or(Money());
    if (money.picos() >= Money::kPicosPerUsd && money.picos() % Money::kPicosPerUsd == 0)
        return QLatin1Char('$') + formatCount(money.picos() / Money::kPicosPerUsd, locale);
    constexpr qint64 kCent = Money::kPicosPerUsd / 100;
    if (money.picos() >= kCent && money.picos() < Money::kPicosPerUsd && money.picos() % kCent == 0)
        return QLatin1Char('$') + locale.toString(usd, 'f', 2);
    return formatMoney(money, locale);
}

} // namespace core
