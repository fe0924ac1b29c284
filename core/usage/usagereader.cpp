#include "core/usage/usagereader.h"

namespace core {

UsageReader::UsageReader(Database &database) : m_database(database) { }

QFuture<Result<ExploreResult>> UsageReader::explore(const ExploreQuery &query) const
{
    return m_database.read([query](Connection &connection) { return core::explore(connection, query); });
}

QFuture<Result<UsageKpis>> UsageReader::kpis(const KpiQuery &query) const
{
    return m_database.read([query](Connection &connection) { return usageKpis(connection, query); });
}

QFuture<Result<MetricsReport>> UsageReader::metrics(const MetricsQuery &query) const
{
    return m_database.read([query](Connection &connection) { return metricsReport(connection, query); });
}

QFuture<Result<AttemptPage>> UsageReader::attempts(const AttemptFilter &filter,
                                                   const std::optional<AttemptKey> &after, int count) const
{
    return m_database.read([filter, after, count](Connection &connection) {
        return attemptPage(connection, filter, after, count);
    });
}

QFuture<Result<AttemptSum>> UsageReader::sum(const AttemptFilter &filter) const
{
    return m_database.read([filter](Connection &connection) { return attemptFigures(connection, filter); });
}

} // namespace core
