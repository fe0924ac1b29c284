#pragma once

#include "core/reconcile/usageexport.h"
#include "core/storage/connection.h"

namespace core {

class ModelCatalog;

/// Why something of a file does not count once more.
enum class LeftOut {
    None,
    /// The request was imported before.
    KnownRequest,
    /// An earlier import covers the time, see chooseSums().
    KnownTime,
    /// Switchyard sent the request itself.
    OwnRequest,
    /// Switchyard itself asked the model in that time, so the sum holds its own requests.
    OwnInSum,
    /// The rows of that time were pruned: what is new could not be told from what was there.
    Pruned,
};

/// For people: `requests that Switchyard sent itself`.
QString leftOutText(LeftOut why);

/// What becomes of each record of a file, in its order.
struct UsageImportPlan
{
    QList<LeftOut> decisions = {};
    /// Sums of earlier imports that no longer count as this one tells them anew, and what they came to; unset
    /// where none tells a cost.
    qint64 replaced = 0;
    std::optional<Money> replacedCost = {};
    /// The import that has the very same file; 0 for none.
    qint64 sameFile = 0;
    qint64 sameFileAtMs = 0;
};

/// Decides from the state of the ledger. Reads only.
Result<UsageImportPlan> planUsageImport(Connection &connection, const UsageFile &file, const QString &account,
                                        const ModelCatalog *catalog);

} // namespace core
