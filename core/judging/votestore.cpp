#include "core/judging/votestore.h"

#include "core/base/continuation.h"

#include <QThreadPool>

namespace core {

namespace {

Error unknownVote()
{
    return Error{ErrorKind::NotFound, QStringLiteral("The vote does not exist any more.")};
}

/// What is wrong with a ballot; nothing when it fits its kind.
std::optional<Error> flawOf(const Vote &vote)
{
    const auto won = std::count_if(vote.lanes.cbegin(), vote.lanes.cend(),
                                   [](const BallotLane &lane) { return lane.won; });
    QString flaw;
    if (vote.lanes.isEmpty())
        flaw = QStringLiteral("A vote needs a lane to be about.");
    else if (!isRanking(vote.kind) && (vote.lanes.size() != 1 || won != 1))
        flaw = QStringLiteral("A thumb is about exactly one lane.");
    else if (vote.kind == VoteKind::Best && won != 1)
        flaw = QStringLiteral("Exactly one lane can be the best.");
    else if ((vote.kind == VoteKind::Tie || vote.kind == VoteKind::AllBad) && won != 0)
        flaw = QStringLiteral("No lane wins when it is a tie or all are bad.");
    else if (isRanking(vote.kind) && vote.kind != VoteKind::AllBad && vote.lanes.size() < 2)
        flaw = QStringLiteral("One answer alone cannot be ranked.");
    if (flaw.isEmpty())
        return std::nullopt;
    return Error{ErrorKind::InvalidRequest, flaw};
}

Result<CastVote> write(Connection &connection, Vote vote)
{
    const Result<QString> task = taskOfRun(connection, vote.runId);
    if (!task)
        return task.error();
    vote.task = *task;
    const Result<std::optional<Vote>> rival = rivalOf(connection, vote);
    if (!rival)
        return rival.error();
    if (*rival) {
        if (const Result<void> gone = deleteVote(connection, (*rival)->id); !gone)
            return gone.error();
    }
    const Result<qint64> id = insertVote(connection, vote);
    if (!id)
        return id.error();
    vote.id = *id;
    return CastVote{vote, *rival};
}

} // namespace

VoteStore::VoteStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

QFuture<Result<CastVote>> VoteStore::cast(const Vote &vote)
{
    Vote written = vote;
    written.atMs = m_clock.utcMs();
    return continued(m_database.write([written](Connection &connection) -> Result<CastVote> {
        if (const std::optional<Error> flaw = flawOf(written))
            return *flaw;
        return write(connection, written);
    }),
                     this, [this](const Result<CastVote> &cast) {
                         if (cast)
                             emit changed(cast->vote.runId);
                         return cast;
                     });
}

QFuture<Result<Vote>> VoteStore::withdraw(qint64 vote)
{
    return continued(m_database.write([vote](Connection &connection) -> Result<Vote> {
        const Result<std::optional<Vote>> stored = readVote(connection, vote);
        if (!stored)
            return stored.error();
        if (!*stored)
            return unknownVote();
        if (const Result<void> gone = deleteVote(connection, vote); !gone)
            return gone.error();
        return **stored;
    }),
                     this, [this](const Result<Vote> &removed) {
                         if (removed)
                             emit changed(removed->runId);
                         return removed;
                     });
}

QFuture<Result<void>> VoteStore::setNote(qint64 vote, const QString &note)
{
    return continued(m_database.write([vote, note](Connection &connection) -> Result<qint64> {
        const Result<bool> written = updateNote(connection, vote, note);
        if (!written)
            return written.error();
        const Result<std::optional<Vote>> stored = readVote(connection, vote);
        if (!stored)
            return stored.error();
        return *stored ? Result<qint64>((*stored)->runId) : unknownVote();
    }),
                     this, [this](const Result<qint64> &run) -> Result<void> {
                         if (!run)
                             return run.error();
                         emit changed(*run);
                         return {};
                     });
}

QFuture<Result<QList<Vote>>> VoteStore::ofRun(qint64 run) const
{
    VoteFilter filter;
    filter.judge.reset();
    filter.run = run;
    filter.includeSimulated = true;
    return votes(filter);
}

QFuture<Result<QList<Vote>>> VoteStore::votes(const VoteFilter &filter) const
{
    return m_database.read([filter](Connection &connection) { return readVotes(connection, filter); });
}

QFuture<Result<QList<TaskVotes>>> VoteStore::tasks(const VoteFilter &filter) const
{
    return m_database.read([filter](Connection &connection) { return readTaskVotes(connection, filter); });
}

QFuture<Result<RatingTable>> VoteStore::ratings(const VoteFilter &filter, const RatingOptions &options)
{
    auto promise = std::make_shared<QPromise<Result<RatingTable>>>();
    promise->start();
    QFuture<Result<RatingTable>> future = promise->future();
    // The fits take longer than a query may: they run in the pool, so that no page waits for the reader.
    const auto finish = [promise](const Result<RatingTable> &table) {
        promise->addResult(table);
        promise->finish();
    };
    continued(votes(filter), this, [finish, options](const Result<QList<Vote>> &read) {
        if (!read)
            return finish(read.error());
        QThreadPool::globalInstance()->start(
            [finish, options, votes = *read] { finish(rate(votes, options)); });
    });
    return future;
}

QFuture<Result<JudgeAgreement>> VoteStore::agreement(const QString &judge,
                                                     const std::optional<QString> &task) const
{
    return m_database.read([judge, task](Connection &connection) -> Result<JudgeAgreement> {
        VoteFilter filter;
        filter.task = task;
        filter.includeSimulated = true;
        const Result<QList<Vote>> own = readVotes(connection, filter);
        if (!own)
            return own.error();
        filter.judge = judge;
        const Result<QList<Vote>> others = readVotes(connection, filter);
        if (!others)
            return others.error();
        return judgeAgreementOf(*own, *others);
    });
}

} // namespace core
