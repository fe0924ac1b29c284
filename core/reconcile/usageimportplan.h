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

/// A request that the ledger has, as far as it tells which of a file it is.
struct OwnRequest
{
    qint64 atMs = 0;
    QString model;
    std::optional<qint64> input = {};
    std::optional<qint64> output = {};
};

/// Which of the records (by index) are requests of `own`: first those of the same model and tokens, each the
/// nearest in time within a day, then for every own one that is left the nearest of its model on the same
/// UTC day, as usage that was estimated differs. So no more than the rest of a day counts as others'. Pure.
QSet<qsizetype> matchOwnRequests(const QList<UsageRecord> &records, const QList<OwnRequest> &own,
                                 const ModelCatalog *catalog);

/// Decides from the state of the ledger. Reads only.
Result<UsageImportPlan> planUsageImport(Connection &connection, const UsageFile &file, const QString &account,
                                        const ModelCatalog *catalog);

} // namespace core
