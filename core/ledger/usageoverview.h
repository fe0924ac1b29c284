#pragma once

#include "core/ledger/latencyquery.h"

namespace core {

/// What the usage page asks for: a period, and the one it is compared with.
struct OverviewQuery
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    std::optional<qint64> previousSinceMs = {};
    std::optional<qint64> previousUntilMs = {};
    QTimeZone zone = QTimeZone::utc();
    bool includeSimulated = false;
};

/// Everything the usage page shows, from one state of the ledger.
struct UsageOverview
{
    /// By day, account and model.
    UsageReport days;
    /// First token, by account and model and of all together.
    QList<LatencyRow> latencies;
    LatencyRow latency;
    /// Unset without a period to compare with, or when the ledger was begun after it.
    std::optional<UsageFigures> previous;
    LatencyRow previousLatency;
    /// Simulated attempts in the period that the figures leave out.
    qint64 hiddenSimulated = 0;
    /// Of all attempts, simulated ones only when they are counted.
    std::optional<qint64> firstMs;
    std::optional<qint64> lastMs;
};

Result<UsageOverview> usageOverview(Connection &connection, const OverviewQuery &query);

} // namespace core
