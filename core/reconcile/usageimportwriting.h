#pragma once

#include "core/catalog/modelinfo.h"
#include "core/reconcile/importedsums.h"
#include "core/reconcile/reconciliation.h"
#include "core/reconcile/usageimportplan.h"

#include <functional>

namespace core {

/// Whose use a file is, and what is known about its models. The functions are asked on other threads.
struct UsageImportOptions
{
    /// An account's name, or what else to call it, such as `llm`.
    QString account;
    /// What a request of a file without costs comes to. Unset: it stays unpriced.
    std::function<std::optional<PriceList>(const QString &model, qint64 atMs)> pricesOf = {};
    std::function<QString(const QString &model)> vendorOf = {};
};

/// An import in the ledger.
struct UsageImportRecord
{
    qint64 id = 0;
    qint64 atMs = 0;
    UsageFormat format = UsageFormat::Table;
    QString fileName = {};
    QString account = {};
    /// Rows of the file, and those of them that count: not what a later import replaced.
    qint64 records = 0;
    qint64 counted = 0;
    /// Known costs of those that count; unset where none of them tells one.
    std::optional<Money> cost = {};

    bool operator==(const UsageImportRecord &) const = default;
};

// Steps that run inside the writer's transaction.

/// A new import without rows. Refused (invalid_request) when one has the very same file.
Result<qint64> beginUsageImport(Connection &connection, const UsageFile &file, const QString &account,
                                qint64 nowMs);

/// Writes records `from` to `to` of a file with what was decided about them. A request that counts becomes a
/// call of the source `import` with one settled attempt.
Result<void> writeUsageRecords(Connection &connection, qint64 import, const UsageFile &file,
                               const UsageImportPlan &plan, const UsageImportOptions &options, qsizetype from,
                               qsizetype to);

/// Whether an import may be undone: not_found, or invalid_request when rows of it were pruned meanwhile, as
/// their sums would stay.
Result<void> checkUndo(Connection &connection, qint64 import);
/// Takes back at most `limit` of its requests; how many there were. At 0 the import itself is gone.
Result<int> undoUsageImport(Connection &connection, qint64 import, int limit);

// Questions.

Result<UsageImportRecord> readUsageImport(Connection &connection, qint64 import);
/// Newest first.
Result<QList<UsageImportRecord>> listUsageImports(Connection &connection);

/// What all imports say about an account between two moments, left-out rows included: the provider's side.
/// What two kinds of export tell of a day, or an earlier and a later one, is in it once.
Result<QList<UsageRecord>> importedRecords(Connection &connection, const QString &account,
                                           std::optional<qint64> sinceMs, std::optional<qint64> untilMs);

/// Sums that imports of a format have of an account and a time and that no later import replaced.
Result<QList<ImportedSum>> importedSums(Connection &connection, const QString &account, UsageFormat format,
                                        qint64 fromMs, qint64 toMs);

/// Accounts that imports are of, by name.
Result<QStringList> importedAccounts(Connection &connection);

/// Known costs between two moments: of what Switchyard sent, and of what was imported and counts.
struct UsageCoverage
{
    Money sent = {};
    qint64 sentUnpriced = 0;
    /// Of requests, which are in every total, and of sums, which are here alone.
    Money importedRequests = {};
    Money importedSums = {};
    /// Requests without a known cost, and sums of days (UTC) whose costs no import tells.
    qint64 importedUnpriced = 0;

    Money imported() const { return importedRequests + importedSums; }
    bool operator==(const UsageCoverage &) const = default;
};

/// Sums count whole where they start. With an empty account of all.
Result<UsageCoverage> usageCoverage(Connection &connection, const QString &account,
                                    std::optional<qint64> sinceMs, std::optional<qint64> untilMs,
                                    bool includeSimulated);

} // namespace core
