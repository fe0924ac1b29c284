#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

// Steps of the ledger's writer; each runs inside its transaction.

/// A lane's call with an attempt as the ledger's ids; 0 where there is none.
struct AttemptPlace
{
    qint64 run = 0;
    bool textsKept = false;
    bool settled = false;
};

/// Errors: not_found.
Result<AttemptPlace> placeOfAttempt(Connection &connection, qint64 attempt);

/// Writes the figures; refused (code `settled`) when the attempt has them already.
Result<void> settleFigures(Connection &connection, qint64 attempt, const AttemptOutcome &outcome,
                           qint64 nowMs);

/// Writes or replaces the texts of an attempt.
Result<void> writeAnswer(Connection &connection, qint64 attempt, qint64 run, const Completion &completion);

/// Puts a run's prompt and answers into the full text, when none of its attempts is open and its texts are
/// kept; else remembers that it has to be done. One that it was to be done for stays remembered while an
/// attempt of a process that died waits for its estimate.
Result<void> indexRun(Connection &connection, qint64 run);

/// indexRun() for every run that waits for it.
Result<int> indexStaleRuns(Connection &connection);

} // namespace core
