#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"
#include "core/chat/usage.h"
#include "core/storage/connection.h"

#include <QList>
#include <QString>

namespace core {

/// An attempt that a process left open when it died: Leases marked it as interrupted, and what it used and
/// cost is still to be estimated from the text that was journalled.
struct InterruptedAttempt
{
    qint64 id = 0;
    qint64 run = 0;
    /// See LaneDraft.
    qint64 parentLane = 0;
    qint64 accountId = 0;
    QString model;
    /// Milliseconds UTC.
    qint64 startedAtMs = 0;
    /// The limit of output tokens it was sent with; unset for none.
    std::optional<qint64> outputLimit = {};
    QString text;
    QString reasoning;
};

/// Those of runs that are still there, in order; those of the simulator only if `simulated`. None of them is
/// read twice once finishInterruptedAttempt() wrote it.
Result<QList<InterruptedAttempt>> readInterruptedAttempts(Connection &connection, bool simulated);

/// Whether there is any; takes microseconds, whatever the size of the ledger.
Result<bool> hasInterruptedAttempts(Connection &connection, bool simulated);

/// Writes the estimate, frozen from now on like the figures of any settled attempt; the kept sums and those
/// of budgets follow in the same transaction. A usage that is missing leaves both unknown. An attempt that
/// was finished before, perhaps by another process, is left as it is.
Result<void> finishInterruptedAttempt(Connection &connection, const InterruptedAttempt &attempt,
                                      const Usage &usage, const Cost &cost);

} // namespace core
