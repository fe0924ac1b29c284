#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

/// A turn as a list of branches shows it.
struct TurnSummary
{
    qint64 runId = 0;
    /// 0: the conversation's first turn, or its parent was deleted.
    qint64 parentRun = 0;
    qint64 atMs = 0;
    /// Its first 300 characters.
    QString prompt = {};

    bool operator==(const TurnSummary &) const = default;
};

/// A run as it was, also one that is still running or was cut off. Errors: not_found.
Result<RunRecord> readRun(Connection &connection, qint64 id);

/// The turns that lead to a run, from the conversation's first to the run itself. Errors: not_found.
Result<QList<RunRecord>> readConversation(Connection &connection, qint64 last);

/// Every attempt of a call in order; none for a call that is not there.
Result<QList<AttemptRecord>> readAttempts(Connection &connection, qint64 call);

/// By which rule a call went and why; nothing for one that named its model itself.
Result<std::optional<CallRoute>> readRoute(Connection &connection, qint64 call);

/// All turns of a conversation in all its branches, oldest first.
Result<QList<TurnSummary>> readTurns(Connection &connection, qint64 conversation);

} // namespace core
