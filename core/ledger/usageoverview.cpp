#include "core/ledger/usageoverview.h"

#include "core/storage/statement.h"

#include <limits>

namespace core {

namespace {

constexpr qint64 kNoEnd = std::numeric_limits<qint64>::max();

Result<void> readEdges(Connection &connection, const OverviewQuery &query, UsageOverview &overview)
{
    const Result<bool> edges =
        Statement(connection,
                  QStringLiteral(
                      "SELECT min(started_at), max(started_at) FROM attempts WHERE simulated <= :simulated "
                      "AND imported = 0"))
            .bind(":simulated", query.includeSimulated)
            .first([&overview](const Statement &row) {
                overview.firstMs = row.optionalInteger(0);
                overview.lastMs = row.optionalInteger(1);
            });
    if (!edges)
        return edges.error();
    if (query.includeSimulated)
        return {};
    const Result<bool> hidden =
        Statement(connection,
                  QStringLiteral("SELECT count(*) FROM attempts WHERE simulated = 1 "
                                 "AND started_at >= :since AND started_at < :until"))
            .bind(":since", query.sinceMs.value_or(0))
            .bind(":until", query.untilMs.value_or(kNoEnd))
            .first([&overview](const Statement &row) { overview.hiddenSimulated = row.integer(0); });
    if (!hidden)
        return hidden.error();
    return {};
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
    const Result<LatencyRow> latency = totalLatency(connection, before);
    if (!latency)
        return latency.error();
    overview.previousLatency = *latency;
    return {};
}

} // namespace

Result<UsageOverview> usageOverview(Connection &connection, const OverviewQuery &query)
{
    UsageOverview overview;
    if (const Result<void> edges = readEdges(connection, query, overview); !edges)
        return edges.error();
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
    const Result<QList<LatencyRow>> latencies = latencyRows(connection, now);
    if (!latencies)
        return latencies.error();
    overview.latencies = *latencies;
    const Result<LatencyRow> latency = totalLatency(connection, now);
    if (!latency)
        return latency.error();
    overview.latency = *latency;
    if (const Result<void> previous = readPrevious(connection, query, overview); !previous)
        return previous.error();
    return overview;
}

} // namespace core
