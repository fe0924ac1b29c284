#include "app/commandline/usagemetrics.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/usage/explorequery.h"

#include <QHash>
#include <QLocale>

#include <array>

using namespace core;

namespace app {

namespace {

struct LatencyMetric
{
    const char *name;
    std::optional<double> (*value)(const LatencyRow &row);
};

constexpr std::array kLatencyMetrics{
    LatencyMetric{"first_token_p50", [](const LatencyRow &row) { return row.p50; }},
    LatencyMetric{"first_token_p90", [](const LatencyRow &row) { return row.p90; }},
    LatencyMetric{"first_token_p95", [](const LatencyRow &row) { return row.p95; }},
    LatencyMetric{"first_token_p99", [](const LatencyRow &row) { return row.p99; }},
    LatencyMetric{"latency_p50", [](const LatencyRow &row) { return row.totalMs.p50; }},
    LatencyMetric{"latency_p90", [](const LatencyRow &row) { return row.totalMs.p90; }},
    LatencyMetric{"latency_p95", [](const LatencyRow &row) { return row.totalMs.p95; }},
    LatencyMetric{"latency_p99", [](const LatencyRow &row) { return row.totalMs.p99; }},
    LatencyMetric{"output_rate_p50", [](const LatencyRow &row) { return row.rate.p50; }},
    LatencyMetric{"output_rate_p90", [](const LatencyRow &row) { return row.rate.p90; }},
    LatencyMetric{"output_rate_p95", [](const LatencyRow &row) { return row.rate.p95; }},
    LatencyMetric{"output_rate_p99", [](const LatencyRow &row) { return row.rate.p99; }}};

bool isMoney(const QString &metric)
{
    return metric == QLatin1StringView("cost") || metric == QLatin1StringView("failed_cost");
}

/// Of sums; `failed` are those of the failed attempts among them.
QJsonValue metricOfFigures(ExploreMetric metric, const UsageFigures &figures, const UsageFigures &failed)
{
    if (metric == ExploreMetric::Cost || metric == ExploreMetric::FailedCost) {
        const std::optional<Money> cost = knownCost(metric == ExploreMetric::Cost ? figures : failed);
        return cost ? QJsonValue(cost->toDecimal()) : QJsonValue();
    }
    if (!isRate(metric))
        return exploreWeight(metric, figures);
    const std::optional<double> rate = exploreValue(metric, figures);
    return rate ? QJsonValue(*rate) : QJsonValue();
}

QJsonObject figureMetrics(const UsageFigures &figures, const UsageFigures &failed, const QStringList &metrics)
{
    QJsonObject json;
    for (const QString &name : metrics) {
        if (const std::optional<ExploreMetric> metric = exploreMetricFromName(name))
            json.insert(name, metricOfFigures(*metric, figures, failed));
    }
    return json;
}

} // namespace

QStringList latencyMetricNames()
{
    QStringList names;
    for (const LatencyMetric &metric : kLatencyMetrics)
        names.append(QString::fromLatin1(metric.name));
    return names;
}

QStringList usageMetricNames()
{
    QStringList names;
    const QList<ExploreMetric> metrics = exploreMetrics();
    for (const ExploreMetric metric : metrics)
        names.append(exploreMetricName(metric));
    return names + latencyMetricNames();
}

MetricsQuery metricsQuery(const UsageQuery &usage, const QStringList &metrics)
{
    MetricsQuery query{usage, metrics.contains(exploreMetricName(ExploreMetric::FailedCost)), false};
    const QStringList latencies = latencyMetricNames();
    for (const QString &metric : metrics)
        query.latency = query.latency || latencies.contains(metric);
    return query;
}

QJsonObject rowMetrics(const MetricsReport &report, const UsageRow &row, const QStringList &metrics)
{
    return figureMetrics(row.figures, report.failed.value(row.keys), metrics);
}

QJsonObject totalMetrics(const MetricsReport &report, const QStringList &metrics)
{
    QJsonObject json = figureMetrics(report.usage.total, report.failedTotal, metrics);
    for (const LatencyMetric &metric : kLatencyMetrics) {
        const QString name = QString::fromLatin1(metric.name);
        if (!metrics.contains(name))
            continue;
        const std::optional<double> value = metric.value(report.latency);
        json.insert(name, value ? QJsonValue(*value) : QJsonValue());
    }
    return json;
}

QString metricText(const QString &metric, const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isNull())
        return QStringLiteral("-");
    if (isMoney(metric))
        return formatMoney(Money::fromDecimal(value.toString()).value_or(Money()));
    if (metric.startsWith(QLatin1StringView("output_rate")))
        return QStringLiteral("%1/s").arg(QLocale().toString(value.toDouble(), 'f', 1));
    const std::optional<ExploreMetric> known = exploreMetricFromName(metric);
    if (!known)
        return formatDuration(value.toDouble());
    if (isRate(*known))
        return QStringLiteral("%1 %").arg(QLocale().toString(value.toDouble() * 100.0, 'f', 1));
    return formatCount(value.toInteger());
}

} // namespace app
