#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

/// What became of runs of a document.
struct ImportOutcome
{
    /// The new runs, in the document's order.
    QList<qint64> runs = {};
    /// Runs that are in the ledger already: imported before, or written here.
    QList<qint64> known = {};

    bool operator==(const ImportOutcome &) const = default;
};

/// A hash over what a run says and cost: its id, prompt, system prompt, pictures, and each lane's target,
/// state, texts, times, tokens and cost. The same before and after the JSON document of a run.
QByteArray contentHash(const RunRecord &run);

/// Writes settled runs as they were, with source `import`; for the caller's transaction. A run whose content
/// is in the ledger is not written again. `parentRun`, `conversation` and `parentLane` are ids of the same
/// document; those of runs that are not in it are dropped. Each lane becomes one call with one attempt, which
/// is marked as imported: it is in no total. A routed lane keeps its rule and its decision.
Result<ImportOutcome> importRuns(Connection &connection, const QList<RunRecord> &runs, bool keepTexts);

} // namespace core
