#include "core/usage/metricsreport.h"

namespace core {

namespace {

Result<void> readFailed(Connection &connection, const UsageQuery &usage, MetricsReport &report)
{
    UsageQuery query = usage;
    query.only.append({QStringLiteral("status"), QStringLiteral("errors")});
    const Result<UsageReport> failed = usageReport(connection, query);
    if (!failed)
        return failed.error();
    for (const UsageRow &row : failed->rows)
        report.failed.insert(row.keys, row.figures);
    report.failedTotal = failed->total;
    return {};
}

} // namespace

Result<MetricsReport> metricsReport(Connection &connection, const MetricsQuery &query)
{
    MetricsReport report;
    const Result<UsageReport> usage = usageReport(connection, query.usage);
    if (!usage)
        return usage.error();
    report.usage = *usage;
    if (query.failed) {
        if (const Result<void> failed = readFailed(connection, query.usage, report); !failed)
            return failed.error();
    }
    if (query.latency) {
        const Result<LatencyReport> latency = latencyReport(connection, query.usage);
        if (!latency)
            return latency.error();
        report.latency = latency->total;
    }
    return report;
}

} // namespace core
