#pragma once

#include "core/ledger/historyquery.h"
#include "core/storage/statement.h"

namespace core {

/// Conditions on a run's place that hold when the run fits the filter beside words; `place` is the column's
/// SQL. Each is membership in a set that one index holds, so that neither a common nor a rare value makes a
/// list slow.
QStringList placeConditions(const RunFilter &filter, const QString &place);

/// The same asked of one run, `alias` of `runs`: for few runs, or for what nearly all runs have.
QStringList runConditions(const RunFilter &filter, const QString &alias);

/// Whether so many lanes fit that their set takes longer to read than most lists.
Result<bool> isCommonFact(Connection &connection, const RunFilter &filter);

/// Binds what the conditions name.
void bindConditions(Statement &statement, const RunFilter &filter);

} // namespace core
