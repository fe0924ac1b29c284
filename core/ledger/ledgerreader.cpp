#include "core/ledger/ledgerreader.h"

#include "core/ledger/runquery.h"

namespace core {

LedgerReader::LedgerReader(Database &database) : m_database(database) { }

QFuture<Result<RunRecord>> LedgerReader::run(qint64 id) const
{
    return m_database.read([id](Connection &connection) { return readRun(connection, id); });
}

QFuture<Result<QList<RunRecord>>> LedgerReader::conversation(qint64 lastRun) const
{
    return m_database.read(
        [lastRun](Connection &connection) { return readConversation(connection, lastRun); });
}

QFuture<Result<QList<TurnSummary>>> LedgerReader::turns(qint64 conversation) const
{
    return m_database.read(
        [conversation](Connection &connection) { return readTurns(connection, conversation); });
}

QFuture<Result<QList<AttemptRecord>>> LedgerReader::attemptsOfCall(qint64 call) const
{
    return m_database.read([call](Connection &connection) { return readAttempts(connection, call); });
}

QFuture<Result<std::optional<CallRoute>>> LedgerReader::routeOfCall(qint64 call) const
{
    return m_database.read([call](Connection &connection) { return readRoute(connection, call); });
}

QFuture<Result<QList<RunSummary>>> LedgerReader::searchRuns(const RunFilter &filter) const
{
    return m_database.read([filter](Connection &connection) { return core::searchRuns(connection, filter); });
}

QFuture<Result<QList<qint64>>> LedgerReader::withAllTurns(const QList<qint64> &runs) const
{
    return m_database.read([runs](Connection &connection) { return core::withAllTurns(connection, runs); });
}

QFuture<Result<UsageReport>> LedgerReader::usage(const UsageQuery &query) const
{
    return m_database.read([query](Connection &connection) { return usageReport(connection, query); });
}

QFuture<Result<LatencyReport>> LedgerReader::latency(const UsageQuery &query) const
{
    return m_database.read([query](Connection &connection) { return latencyReport(connection, query); });
}

QFuture<Result<QList<AttemptRecord>>> LedgerReader::attempts(const AttemptFilter &filter) const
{
    return m_database.read([filter](Connection &connection) { return listAttempts(connection, filter); });
}

QFuture<Result<Spend>> LedgerReader::spend(qint64 sinceMs, bool includeSimulated) const
{
    return m_database.read(
        [=](Connection &connection) { return spendSince(connection, sinceMs, includeSimulated); });
}

QFuture<Result<Spend>> LedgerReader::spendOfRun(qint64 run) const
{
    return m_database.read([run](Connection &connection) { return core::spendOfRun(connection, run); });
}

QFuture<Result<std::optional<OutputQuantiles>>> LedgerReader::outputQuantiles(const QString &model,
                                                                              const QString &task) const
{
    return m_database.read(
        [model, task](Connection &connection) { return core::outputQuantiles(connection, model, task); });
}

QFuture<Result<QStringList>> LedgerReader::targets() const
{
    return m_database.read([](Connection &connection) { return usedTargets(connection); });
}

QFuture<Result<QStringList>> LedgerReader::tasks() const
{
    return m_database.read([](Connection &connection) { return usedTasks(connection); });
}

QFuture<Result<QList<TagUse>>> LedgerReader::tags() const
{
    return m_database.read([](Connection &connection) { return usedTags(connection); });
}

QFuture<Result<QList<TaskTarget>>> LedgerReader::taskTargets(const TaskTargetQuery &query) const
{
    return m_database.read([query](Connection &connection) { return core::taskTargets(connection, query); });
}

QFuture<Result<QHash<QString, qint64>>> LedgerReader::callsByTask(qint64 sinceMs, bool includeSimulated) const
{
    return m_database.read(
        [=](Connection &connection) { return core::callsByTask(connection, sinceMs, includeSimulated); });
}

} // namespace core
