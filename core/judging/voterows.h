#pragma once

#include "core/judging/vote.h"
#include "core/storage/connection.h"

namespace core {

/// Which votes to read. Unset members do not restrict.
struct VoteFilter
{
    std::optional<QString> task = {};
    /// '' is the person, which is what is asked for unless told otherwise; unset: everybody.
    std::optional<QString> judge = QString();
    /// Of everybody only judge models.
    bool judgesOnly = false;
    std::optional<qint64> run = {};
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    bool blindOnly = false;
    /// Votes with a lane of the simulator count only when asked.
    bool includeSimulated = false;
};

/// How many votes a task has.
struct TaskVotes
{
    QString task;
    int rankings = 0;
    int thumbs = 0;

    bool operator==(const TaskVotes &) const = default;
};

// The SQL of the votes; each function runs inside a transaction of its caller.

/// With their ballots, oldest first.
Result<QList<Vote>> readVotes(Connection &connection, const VoteFilter &filter);
/// Nothing when there is no such vote.
Result<std::optional<Vote>> readVote(Connection &connection, qint64 id);
Result<QList<TaskVotes>> readTaskVotes(Connection &connection, const VoteFilter &filter);

/// The vote that this one would take the place of.
Result<std::optional<Vote>> rivalOf(Connection &connection, const Vote &vote);
/// The task of the run's calls. Errors: not_found.
Result<QString> taskOfRun(Connection &connection, qint64 run);
/// Writes it with its ballot; gives its id.
Result<qint64> insertVote(Connection &connection, const Vote &vote);
Result<void> deleteVote(Connection &connection, qint64 id);
/// False when there is no such vote.
Result<bool> updateNote(Connection &connection, qint64 id, const QString &note);

} // namespace core
