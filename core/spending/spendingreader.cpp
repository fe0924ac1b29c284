#include "core/spending/spendingreader.h"

#include "core/base/clock.h"

namespace core {

SpendingReader::SpendingReader(Database &database, const Clock &clock, WeightsNow weights)
    : m_database(database), m_clock(clock), m_weights(std::move(weights))
{
}

qint64 SpendingReader::nowMs() const
{
    return m_clock.utcMs();
}

QFuture<Result<CostChange>> SpendingReader::change(const ChangeQuery &query) const
{
    const TokenWeights weights = m_weights ? m_weights() : TokenWeights();
    return m_database.read(
        [query, weights](Connection &connection) { return costChange(connection, query, weights); });
}

QFuture<Result<MonthForecast>> SpendingReader::forecast(const QTimeZone &zone, bool includeSimulated) const
{
    const qint64 now = nowMs();
    return m_database.read(
        [=](Connection &connection) { return monthForecast(connection, now, zone, includeSimulated); });
}

QFuture<Result<QList<SpendAnomaly>>> SpendingReader::anomalies(const AnomalyQuery &query) const
{
    return m_database.read([query](Connection &connection) { return spendAnomalies(connection, query); });
}

QFuture<Result<LatencyView>> SpendingReader::latency(const LatencyViewQuery &query) const
{
    return m_database.read([query](Connection &connection) { return latencyView(connection, query); });
}

QFuture<Result<ErrorsView>> SpendingReader::errors(const ErrorsQuery &query) const
{
    return m_database.read([query](Connection &connection) { return readErrors(connection, query); });
}

} // namespace core
