#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/historyquery.h"
#include "core/ledger/latencyquery.h"
#include "core/ledger/records.h"
#include "core/ledger/runquery.h"
#include "core/ledger/taskquery.h"
#include "core/ledger/usagequery.h"
#include "core/storage/database.h"

#include <QFuture>

namespace core {

/// Questions to the ledger, each answered on the reader thread from one state of the file. Owned by
/// Application; any thread. The questions themselves are functions of a Connection, in one file a subject.
class LedgerReader
{
public:
    explicit LedgerReader(Database &database);

    /// Errors: not_found.
    QFuture<Result<RunRecord>> run(qint64 id) const;
    /// The turns that lead to a run, from the first to the run itself. Errors: not_found.
    QFuture<Result<QList<RunRecord>>> conversation(qint64 lastRun) const;
    /// All turns of a conversation in all its branches, oldest first.
    QFuture<Result<QList<TurnSummary>>> turns(qint64 conversation) const;
    /// Every attempt of a call in order.
    QFuture<Result<QList<AttemptRecord>>> attemptsOfCall(qint64 call) const;
    /// By which rule a call went and why; nothing for one that named its model itself.
    QFuture<Result<std::optional<CallRoute>>> routeOfCall(qint64 call) const;
    QFuture<Result<QList<RunSummary>>> searchRuns(const RunFilter &filter) const;
    /// The runs and all other turns of their conversations, by id.
    QFuture<Result<QList<qint64>>> withAllTurns(const QList<qint64> &runs) const;
    /// Errors: invalid_request for an unknown dimension.
    QFuture<Result<UsageReport>> usage(const UsageQuery &query) const;
    QFuture<Result<LatencyReport>> latency(const UsageQuery &query) const;
    QFuture<Result<QList<AttemptRecord>>> attempts(const AttemptFilter &filter) const;
    /// What all attempts since then cost; simulated ones only when asked.
    QFuture<Result<Spend>> spend(qint64 sinceMs, bool includeSimulated = false) const;
    /// What all attempts of a run cost, simulated ones too; nothing for one that is not there.
    QFuture<Result<Spend>> spendOfRun(qint64 run) const;
    QFuture<Result<std::optional<OutputQuantiles>>> outputQuantiles(const QString &model,
                                                                    const QString &task) const;
    /// `account/model` of every target in the ledger, ordered.
    QFuture<Result<QStringList>> targets() const;
    /// Task types in use, most used first.
    QFuture<Result<QStringList>> tasks() const;
    /// Tags of runs, most used first.
    QFuture<Result<QList<TagUse>>> tags() const;
    /// What a call of each target costs and how soon it answers, by account and model.
    QFuture<Result<QList<TaskTarget>>> taskTargets(const TaskTargetQuery &query) const;
    /// Own calls since then by task; '' is "no task".
    QFuture<Result<QHash<QString, qint64>>> callsByTask(qint64 sinceMs, bool includeSimulated) const;

private:
    Database &m_database;
};

} // namespace core
