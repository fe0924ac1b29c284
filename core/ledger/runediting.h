#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

// Changes to runs that are in the ledger already; each runs inside the writer's transaction. Runs that are
// gone are passed over.

/// Relabels every call of the runs.
Result<void> setTaskOfRuns(Connection &connection, const QList<qint64> &runs, const QString &task,
                           TaskOrigin origin);

/// Sets `key` on every call of the runs; a null value takes the key away.
Result<void> setTagOfRuns(Connection &connection, const QList<qint64> &runs, const QString &key,
                          const QString &value);

Result<void> setPinnedRuns(Connection &connection, const QList<qint64> &runs, bool pinned);

/// Takes texts, lanes and runs out; their calls and attempts stay in every total. What was imported was never
/// in one, so nothing stays of it. Tells how many runs there were.
Result<int> deleteRuns(Connection &connection, const QList<qint64> &runs);

} // namespace core
