#pragma once

#include "core/ledger/latencyquery.h"
#include "core/ledger/reportperiod.h"

namespace core {

struct KpiQuery
{
    ReportPeriod period = {};
    QTimeZone zone = QTimeZone::utc();
    /// Of a period that is not over, as much of the one before is compared as has passed.
    qint64 nowMs = 0;
    QList<UsageFilter> filters = {};
    bool includeSimulated = false;
};

/// The figures of one period; rates are of its sums.
struct KpiFigures
{
    UsageFigures figures = {};
    /// Null, never 0, when nobody knows it.
    std::optional<Money> cost = {};
    /// From 0 to 1; unset without attempts.
    std::optional<double> errorRate = {};
    /// From 0 to 1; unset without input tokens.
    std::optional<double> cacheHitRate = {};
    /// Time to the first token of all together; percentiles unset below 20 samples.
    LatencyRow latency = {};
};

struct UsageKpis
{
    TimeRange range = {};
    KpiFigures now = {};
    /// Unset without a period to compare with, or when the ledger was begun after it.
    std::optional<KpiFigures> previous = {};
    std::optional<TimeRange> previousRange = {};
    /// By account and model, of the period.
    QList<LatencyRow> latencies = {};
    /// Simulated attempts in the period that the figures leave out.
    qint64 hiddenSimulated = 0;
    /// Of all attempts, simulated ones only when they are counted.
    std::optional<qint64> firstMs = {};
    std::optional<qint64> lastMs = {};
};

/// Errors: invalid_request for an unknown dimension of a filter.
Result<UsageKpis> usageKpis(Connection &connection, const KpiQuery &query);

} // namespace core
