#pragma once

#include "core/base/clock.h"
#include "core/reconcile/reconciliation.h"
#include "core/reconcile/usageimportwriting.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QMap>
#include <QObject>

#include <functional>
#include <memory>

namespace core {

/// A record that does not count, and why.
struct LeftOutRecord
{
    LeftOut why = LeftOut::None;
    UsageRecord record;
};

constexpr qsizetype kMostLeftOutListed = 200;

/// What an import would do, or did.
struct UsageImportPreview
{
    UsageFormat format = UsageFormat::Table;
    QString fileName = {};
    QString account = {};
    qint64 records = 0;
    /// Of them, those that become requests of the ledger, and sums that count.
    qint64 newRequests = 0;
    qint64 newSums = 0;
    std::optional<qint64> firstMs = {};
    /// Exclusive.
    std::optional<qint64> lastMs = {};
    /// Known costs of all records, and of those that count; records without a cost.
    Money total = {};
    Money counted = {};
    qint64 withoutCost = 0;
    /// Sums of earlier imports that no longer count as this one tells them anew, and what they came to; unset
    /// where none tells a cost.
    qint64 replaced = 0;
    std::optional<Money> replacedCost = {};
    QMap<LeftOut, qint64> leftOut = {};
    /// At most kMostLeftOutListed of them.
    QList<LeftOutRecord> leftOutRecords = {};
    QList<ImportLoss> losses = {};
    qint64 passedOver = 0;
    /// See UsageExport.
    bool lacksPages = false;
    /// The import that has the same file; 0 for none. It cannot be imported again.
    qint64 sameFile = 0;
    qint64 sameFileAtMs = 0;
};

/// For people: that a file is one page of several, and its totals are incomplete.
QString lacksPagesText();

/// Brings usage that others tell of into the ledger: previewed, undoable, and nothing twice. It works in
/// small steps between which others write. Owned by Application; main thread; files are read before.
class UsageImport : public QObject
{
    Q_OBJECT

public:
    /// Who made a model and what aliases it has comes from the catalogue, which must outlive this.
    UsageImport(Database &database, const Clock &clock, const ModelCatalog &catalog,
                QObject *parent = nullptr);

    /// Changes nothing.
    QFuture<Result<UsageImportPreview>> preview(const UsageFile &file,
                                                const UsageImportOptions &options) const;

    /// Writes what the preview of the same moment says. An error, or cancel(), takes back what was written;
    /// the error is then that one, or one with the code `cancelled`. One at a time.
    QFuture<Result<UsageImportRecord>> apply(const UsageFile &file, const UsageImportOptions &options);
    void cancel();

    /// Takes an import out of the ledger; what it was. The future tells how far it is; being cancelled ends
    /// it after the step at hand, and what is left can be undone again. Errors: see checkUndo().
    QFuture<Result<UsageImportRecord>> undo(qint64 import);

    /// Newest first.
    QFuture<Result<QList<UsageImportRecord>>> imports() const;
    QFuture<Result<QStringList>> accounts() const;

    /// Own sums of an account against what its imports say, between two moments.
    QFuture<Result<Reconciliation>> reconciliation(const QString &account, std::optional<qint64> sinceMs,
                                                   std::optional<qint64> untilMs) const;
    /// Own sums of the file's time against a file that is not imported.
    QFuture<Result<Reconciliation>> reconciliation(const QString &account, const UsageExport &document) const;

    QFuture<Result<UsageCoverage>> coverage(const QString &account, std::optional<qint64> sinceMs,
                                            std::optional<qint64> untilMs, bool includeSimulated) const;

signals:
    /// `share` of the records that are written, from 0 to 1.
    void progressed(double share);
    /// The ledger has other usage than before.
    void usageChanged();

private:
    struct Work;
    void writeNext(const std::shared_ptr<Work> &work);
    void takeBack(const std::shared_ptr<Work> &work, const Error &error);
    void finish(const std::shared_ptr<Work> &work);
    /// Is told how many requests a step took back, and whether to go on.
    using UndoStep = std::function<bool(int undone)>;
    void undoNext(qint64 import, const UndoStep &step,
                  const std::shared_ptr<QPromise<Result<void>>> &promise);
    QFuture<Result<void>> remove(qint64 import, const UndoStep &step);

    Database &m_database;
    const Clock &m_clock;
    const ModelCatalog &m_catalog;
    std::shared_ptr<Work> m_work;
};

} // namespace core
