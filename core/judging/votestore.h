#pragma once

#include "core/base/clock.h"
#include "core/judging/judgeagreement.h"
#include "core/judging/ratings.h"
#include "core/judging/voterows.h"
#include "core/storage/database.h"

#include <QObject>

namespace core {

/// A vote as it was written, and the one that it took the place of.
struct CastVote
{
    Vote vote;
    std::optional<Vote> replaced = {};
};

/// The verdicts of the person and of judge models. Owned by Application; main thread.
///
/// A vote's task is that of its run's calls, when it is cast and later: a trigger of the ledger carries every
/// relabelling into it (LedgerWriter::runsChanged tells of it), and it stays when the run is deleted.
class VoteStore : public QObject
{
    Q_OBJECT

public:
    VoteStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Writes a vote on a run of the ledger. A ranking replaces the one its judge gave the run before, a
    /// thumb the one on its lane; casting `replaced` again takes that back. Id, time and task are filled in
    /// here. Errors: not_found (no such run), invalid_request (a ballot that its kind does not fit).
    QFuture<Result<CastVote>> cast(const Vote &vote);
    /// Gives the vote that was removed, to be cast again. Errors: not_found.
    QFuture<Result<Vote>> withdraw(qint64 vote);
    /// Errors: not_found.
    QFuture<Result<void>> setNote(qint64 vote, const QString &note);

    /// All votes on a run, oldest first.
    QFuture<Result<QList<Vote>>> ofRun(qint64 run) const;
    /// Oldest first.
    QFuture<Result<QList<Vote>>> votes(const VoteFilter &filter) const;
    /// How many votes each task has of them, most first; '' is "no task".
    QFuture<Result<QList<TaskVotes>>> tasks(const VoteFilter &filter) const;
    /// Ratings of one task (or, without `filter.task`, of all votes together), worked out off this thread.
    QFuture<Result<RatingTable>> ratings(const VoteFilter &filter, const RatingOptions &options);
    /// How often a judge and the person chose alike on the runs both ranked.
    QFuture<Result<JudgeAgreement>> agreement(const QString &judge,
                                              const std::optional<QString> &task = {}) const;

signals:
    /// Votes on the run came or went; 0 when it is gone.
    void changed(qint64 run);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace core
