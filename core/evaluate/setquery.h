#pragma once

#include "core/evaluate/promptset.h"
#include "core/storage/connection.h"

namespace core {

// Questions about prompt sets, and steps of removing, which the stores of sets and matrices share.

Error noSuchSet();

/// Newest first.
Result<QList<PromptSet>> readSets(Connection &connection);
/// Errors: not_found.
Result<PromptSet> readSet(Connection &connection, qint64 id);
Result<QList<PromptCase>> readCases(Connection &connection, qint64 set, int first, int count);

/// InvalidRequest when a living process runs a matrix whose `column` (`id` or `set_id`) is `value`. `own` is
/// this process's lease. To be called in a write transaction.
Result<void> refuseRunning(Connection &connection, const QString &own, const QString &column, qint64 value);

/// The runs of those matrices with their texts; calls and attempts stay.
Result<void> removeRunsOfMatrices(Connection &connection, const QString &column, qint64 value);

} // namespace core
