#include "core/usage/usagekpis.h"

#include "core/ledger/usagecsv.h"

namespace core {

namespace {

std::optional<double> rateOf(qint64 part, qint64 whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

KpiFigures kpiFigures(const UsageFigures &figures, const LatencyRow &latency)
{
    return {figures, knownCost(figures), rateOf(figures.errors, figures.attempts),
            rateOf(figures.cachedInput, figures.input), latency};
}

UsageQuery queryOfRange(const KpiQuery &query, const TimeRange &range)
{
    UsageQuery usage;
    usage.sinceMs = range.sinceMs;
    usage.untilMs = range.untilMs;
    usage.zone = query.zone;
    usage.only = query.filters;
    usage.includeSimulated = query.includeSimulated;
    return usage;
}

Result<KpiFigures> readKpis(Connection &connection, const UsageQuery &query, QList<LatencyRow> *latencies)
{
    const Result<UsageReport> usage = usageReport(connection, query);
    if (!usage)
        return usage.error();
    const Result<LatencyReport> latency = latencyReport(connection, query);
    if (!latency)
        return latency.error();
    if (latencies != nullptr)
        *latencies = latency->rows;
    return kpiFigures(usage->total, latency->total);
}

/// How many simulated attempts the period's figures leave out.
Result<qint64> hiddenOf(Connection &connection, const UsageQuery &shown, qint64 counted)
{
    if (shown.includeSimulated)
        return qint64(0);
    UsageQuery query = shown;
    query.figures = {QStringLiteral("attempts")};
    query.includeSimulated = true;
    const Result<UsageReport> all = usageReport(connection, query);
    if (!all)
        return all.error();
    return all->total.attempts - counted;
}

} // namespace

Result<UsageKpis> usageKpis(Connection &connection, const KpiQuery &query)
{
    UsageKpis kpis;
    const Result<UsageEdges> edges = usageEdges(connection, query.includeSimulated);
    if (!edges)
        return edges.error();
    kpis.firstMs = edges->firstMs;
    kpis.lastMs = edges->lastMs;
    kpis.range = timeRange(query.period, query.zone);
    const UsageQuery usage = queryOfRange(query, kpis.range);
    const Result<KpiFigures> now = readKpis(connection, usage, &kpis.latencies);
    if (!now)
        return now.error();
    kpis.now = *now;
    const Result<qint64> hidden = hiddenOf(connection, usage, now->figures.attempts);
    if (!hidden)
        return hidden.error();
    kpis.hiddenSimulated = *hidden;
    const std::optional<TimeRange> before = rangeBefore(query.period, query.zone, query.nowMs);
    // A ledger begun within the period before has no equal to compare with.
    if (!before || !kpis.firstMs || *kpis.firstMs >= before->untilMs.value_or(0))
        return kpis;
    const Result<KpiFigures> previous = readKpis(connection, queryOfRange(query, *before), nullptr);
    if (!previous)
        return previous.error();
    kpis.previousRange = before;
    kpis.previous = *previous;
    return kpis;
}

} // namespace core
