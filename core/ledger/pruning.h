#pragma once

#include "core/ledger/usageplan.h"

namespace core {

/// What pruning takes away: calls all of whose attempts started before, and the runs they belong to. Sums and
/// votes stay. Runs that are pinned, that belong to a matrix, or whose conversation went on after it stay
/// whole.
struct PruneCount
{
    qint64 attempts = 0;
    qint64 calls = 0;
    qint64 runs = 0;
    /// Of prompts, answers and recordings, in bytes.
    qint64 textBytes = 0;
    /// Runs of that time that stay.
    qint64 runsKept = 0;
};

/// What pruning before that moment would take away.
Result<PruneCount> prunePreview(Connection &connection, qint64 beforeMs);

// Pruning, step by step, each in a write transaction of its own. `beforeMs` is a midnight of the zone of the
// sums.

/// From now on the sums of what started before stay as they are, whatever becomes of its rows; in steps of
/// some days up to the day from which rows stay, before any is taken. Refused (code `busy`) while days are
/// being made anew, which needs the rows.
Result<void> freezeSums(Connection &connection, qint64 beforeMs);
/// Calls whose first attempt started in the period, which ends before `beforeMs`; adds to `pruned`.
Result<void> pruneCalls(Connection &connection, UsageSpan period, qint64 beforeMs, PruneCount &pruned);
/// Some of the runs that have no call left; 0 when there are no more.
Result<int> pruneRuns(Connection &connection, qint64 beforeMs);

} // namespace core
