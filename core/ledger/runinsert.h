#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

// Steps that write a run before anything of it is sent; each runs inside a transaction of the writer.

/// The run alone, with its row in the full text.
Result<qint64> insertRun(Connection &connection, const RunDraft &draft, bool keepTexts, qint64 nowMs);

Result<qint64> insertLane(Connection &connection, qint64 run, qsizetype position, const LaneDraft &lane);

/// A call of a lane with the task, tags and source of the run, and the lane's route.
Result<qint64> insertCall(Connection &connection, qint64 lane, const RunDraft &draft, const LaneDraft &target,
                          qint64 nowMs);

/// By which rule a call goes, with the decision; a call without a route is left as it is.
Result<void> insertRoute(Connection &connection, qint64 call, const CallRoute &route);

/// A new call of a lane with the task, tags and source of the one before it, and the draft's route. Errors:
/// not_found.
Result<qint64> insertNextCall(Connection &connection, const AttemptDraft &draft, qint64 nowMs);

/// The next attempt of a call, `queued`, held by the process of that lease.
Result<qint64> insertAttempt(Connection &connection, qint64 call, const LaneDraft &lane, const QString &lease,
                             qint64 nowMs, std::optional<double> waitedMs = {});

/// The attempt of an answer that was got elsewhere, to be settled at once: it is in no total.
Result<qint64> insertImportedAttempt(Connection &connection, qint64 call, const LaneDraft &lane, qint64 atMs);

} // namespace core
