#include "core/ledger/usageoverview.h"

namespace core {

namespace {

/// How many simulated attempts the period's figures leave out.
Result<qint64> hiddenSimulated(Connection &connection, const UsageQuery &shown)
{
    if (shown.includeSimulated)
        return qint64(0);
    UsageQuery query = shown;
    query.by.clear();
    query.figures = {QStringLiteral("attempts")};
    const Result<UsageReport> counted = usageReport(connection, query);
    if (!counted)
        return counted.error();
    query.includeSimulated = true;
    const Result<UsageReport> all = usageReport(connection, query);
    if (!all)
        return all.error();
    return all->total.attempts - counted->total.attempts;
}

Result<void> readPrevious(Connection &connection, const OverviewQuery &query, UsageOverview &overview)
{
    // A ledger begun within the period before has no equal to compare with.
    if (!query.previousSinceMs || !overview.firstMs || *overview.firstMs >= query.previousUntilMs.value_or(0))
        return {};
    UsageQuery before;
    before.sinceMs = query.previousSinceMs;
    before.untilMs = query.previousUntilMs;
    before.includeSimulated = query.includeSimulated;
    const Result<UsageReport> previous = usageReport(connection, before);
    if (!previous)
        return previous.error();
    overview.previous = previous->total;
    const Result<LatencyReport> latency = latencyReport(connection, before);
    if (!latency)
        return latency.error();
    overview.previousLatency = latency->total;
    return {};
}

} // namespace

Result<UsageOverview> usageOverview(Connection &connection, const OverviewQuery &query)
{
    UsageOverview overview;
    const Result<UsageEdges> edges = usageEdges(connection, query.includeSimulated);
    if (!edges)
        return edges.error();
    overview.firstMs = edges->firstMs;
    overview.lastMs = edges->lastMs;
    UsageQuery now;
    now.sinceMs = query.sinceMs;
    now.untilMs = query.untilMs;
    now.zone = query.zone;
    now.includeSimulated = query.includeSimulated;
    now.by = {QStringLiteral("day"), QStringLiteral("account"), QStringLiteral("model")};
    const Result<UsageReport> days = usageReport(connection, now);
    if (!days)
        return days.error();
    overview.days = *days;
    const Result<qint64> hidden = hiddenSimulated(connection, now);
    if (!hidden)
        return hidden.error();
    overview.hiddenSimulated = *hidden;
    const Result<LatencyReport> latency = latencyReport(connection, now);
    if (!latency)
        return latency.error();
    overview.latencies = latency->rows;
    overview.latency = latency->total;
    if (const Result<void> previous = readPrevious(connection, query, overview); !previous)
        return previous.error();
    return overview;
}

} // namespace core
