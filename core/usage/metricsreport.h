#pragma once

#include "core/ledger/latencyquery.h"
#include "core/ledger/usagequery.h"

#include <QHash>

namespace core {

/// A UsageReport with what its figures do not tell.
struct MetricsQuery
{
    UsageQuery usage = {};
    /// Whether to read what failed attempts cost.
    bool failed = false;
    /// Whether to read percentiles of times and rates.
    bool latency = false;
};

struct MetricsReport
{
    UsageReport usage = {};
    /// Of failed, interrupted and refused attempts alone, by the keys of the rows.
    QHash<QStringList, UsageFigures> failed = {};
    UsageFigures failedTotal = {};
    /// Of all attempts of the report together.
    LatencyRow latency = {};
};

/// From one state of the ledger. Errors: invalid_request for an unknown dimension.
Result<MetricsReport> metricsReport(Connection &connection, const MetricsQuery &query);

} // namespace core
