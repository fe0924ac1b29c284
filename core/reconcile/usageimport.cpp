#include "core/reconcile/usageimport.h"

#include "core/base/continuation.h"
#include "core/catalog/modelcatalog.h"
#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagevalues.h"

#include <QPromise>

namespace core {

namespace {

/// So many records a transaction hold up no other write for long.
constexpr qsizetype kRecordsPerTransaction = 250;
constexpr int kCallsPerTransaction = 500;

UsageImportPreview previewOf(const UsageFile &file, const UsageImportPlan &plan, const QString &account)
{
    const UsageExport &document = file.document;
    UsageImportPreview preview;
    preview.format = document.format;
    preview.fileName = file.name;
    preview.account = account;
    preview.records = document.records.size();
    preview.firstMs = document.firstMs();
    preview.lastMs = document.lastMs();
    preview.total = document.knownCost();
    preview.withoutCost = document.withoutCost();
    preview.losses = document.losses;
    preview.passedOver = document.passedOver;
    preview.lacksPages = document.lacksPages;
    preview.replaced = plan.replaced;
    preview.replacedCost = plan.replacedCost;
    preview.sameFile = plan.sameFile;
    preview.sameFileAtMs = plan.sameFileAtMs;
    for (qsizetype at = 0; at < document.records.size(); ++at) {
        const UsageRecord &record = document.records.at(at);
        const LeftOut why = plan.decisions.at(at);
        if (why == LeftOut::None) {
            ++(record.isRequest() ? preview.newRequests : preview.newSums);
            preview.counted += record.cost.value_or(Money());
            continue;
        }
        ++preview.leftOut[why];
        if (preview.leftOutRecords.size() < kMostLeftOutListed)
            preview.leftOutRecords.append({why, record});
    }
    return preview;
}

Error cancelledImport()
{
    return {ErrorKind::InvalidRequest,
            ReconcileWords::tr("The import was stopped; nothing of it was kept."),
            {},
            {},
            QStringLiteral("cancelled")};
}

} // namespace

QString lacksPagesText()
{
    return ReconcileWords::tr("The file is one page of several (\"has_more\" is true): the totals are "
                              "incomplete until the other pages are imported too.");
}

/// An import under way.
struct UsageImport::Work
{
    UsageFile file;
    UsageImportOptions options;
    UsageImportPlan plan = {};
    qint64 import = 0;
    qsizetype written = 0;
    bool cancelled = false;
    QPromise<Result<UsageImportRecord>> promise = {};

    void end(const Result<UsageImportRecord> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

UsageImport::UsageImport(Database &database, const Clock &clock, const ModelCatalog &catalog, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock), m_catalog(catalog)
{
}

QFuture<Result<UsageImportPreview>> UsageImport::preview(const UsageFile &file,
                                                         const UsageImportOptions &options) const
{
    return m_database.read([file, account = options.account,
                            catalog = &m_catalog](Connection &connection) -> Result<UsageImportPreview> {
        const Result<UsageImportPlan> plan = planUsageImport(connection, file, account, catalog);
        if (!plan)
            return plan.error();
        return previewOf(file, *plan, account);
    });
}

QFuture<Result<UsageImportRecord>> UsageImport::apply(const UsageFile &file,
                                                      const UsageImportOptions &options)
{
    const std::shared_ptr<Work> work(new Work{file, options});
    work->promise.start();
    QFuture<Result<UsageImportRecord>> future = work->promise.future();
    m_work = work;
    continued(m_database.write([work, now = m_clock.utcMs(),
                                catalog = &m_catalog](Connection &connection) -> Result<qint64> {
        Result<UsageImportPlan> plan =
            planUsageImport(connection, work->file, work->options.account, catalog);
        if (!plan)
            return plan.error();
        work->plan = std::move(plan).value();
        return beginUsageImport(connection, work->file, work->options.account, now);
    }),
              this, [this, work](const Result<qint64> &begun) {
                  if (!begun) {
                      m_work.reset();
                      work->end(begun.error());
                      return;
                  }
                  work->import = *begun;
                  writeNext(work);
              });
    return future;
}

void UsageImport::cancel()
{
    if (m_work)
        m_work->cancelled = true;
}

void UsageImport::writeNext(const std::shared_ptr<Work> &work)
{
    const qsizetype all = work->file.document.records.size();
    if (work->cancelled) {
        takeBack(work, cancelledImport());
        return;
    }
    if (work->written >= all) {
        finish(work);
        return;
    }
    continued(m_database.write([work](Connection &connection) {
        return writeUsageRecords(connection, work->import, work->file, work->plan, work->options,
                                 work->written, work->written + kRecordsPerTransaction);
    }),
              this, [this, work, all](const Result<void> &written) {
                  if (!written) {
                      takeBack(work, written.error());
                      return;
                  }
                  work->written = std::min(all, work->written + kRecordsPerTransaction);
                  emit progressed(static_cast<double>(work->written) / static_cast<double>(all));
                  writeNext(work);
              });
}

void UsageImport::takeBack(const std::shared_ptr<Work> &work, const Error &error)
{
    const UndoStep all = [](int) { return true; };
    continued(remove(work->import, all), this, [this, work, error](const Result<void> &removed) {
        m_work.reset();
        emit usageChanged();
        // What could not be taken back is in the list of imports.
        work->end(removed ? error : removed.error());
    });
}

void UsageImport::finish(const std::shared_ptr<Work> &work)
{
    continued(
        m_database.read([work](Connection &connection) { return readUsageImport(connection, work->import); }),
        this, [this, work](const Result<UsageImportRecord> &record) {
            m_work.reset();
            emit usageChanged();
            work->end(record);
        });
}

QFuture<Result<void>> UsageImport::remove(qint64 import, const UndoStep &step)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    undoNext(import, step, promise);
    return promise->future();
}

void UsageImport::undoNext(qint64 import, const UndoStep &step,
                           const std::shared_ptr<QPromise<Result<void>>> &promise)
{
    continued(m_database.write([import](Connection &connection) {
        return undoUsageImport(connection, import, kCallsPerTransaction);
    }),
              this, [this, import, step, promise](const Result<int> &undone) {
                  if (undone && *undone > 0 && step(*undone)) {
                      undoNext(import, step, promise);
                      return;
                  }
                  promise->addResult(undone ? Result<void>() : Result<void>(undone.error()));
                  promise->finish();
              });
}

QFuture<Result<UsageImportRecord>> UsageImport::undo(qint64 import)
{
    const auto promise = std::make_shared<QPromise<Result<UsageImportRecord>>>();
    promise->start();
    const auto end = [promise](const Result<UsageImportRecord> &result) {
        promise->addResult(result);
        promise->finish();
    };
    continued(m_database.read([import](Connection &connection) -> Result<UsageImportRecord> {
        if (const Result<void> allowed = checkUndo(connection, import); !allowed)
            return allowed.error();
        return readUsageImport(connection, import);
    }),
              this, [this, import, promise, end](const Result<UsageImportRecord> &record) {
                  if (!record) {
                      end(record);
                      return;
                  }
                  promise->setProgressRange(0, static_cast<int>(record->counted));
                  const UndoStep step = [promise](int undone) {
                      promise->setProgressValue(promise->future().progressValue() + undone);
                      return !promise->isCanceled();
                  };
                  continued(remove(import, step), this, [this, end, record](const Result<void> &removed) {
                      emit usageChanged();
                      end(removed ? record : Result<UsageImportRecord>(removed.error()));
                  });
              });
    return promise->future();
}

QFuture<Result<QList<UsageImportRecord>>> UsageImport::imports() const
{
    return m_database.read([](Connection &connection) { return listUsageImports(connection); });
}

QFuture<Result<QStringList>> UsageImport::accounts() const
{
    return m_database.read([](Connection &connection) { return importedAccounts(connection); });
}

QFuture<Result<Reconciliation>> UsageImport::reconciliation(const QString &account,
                                                            std::optional<qint64> sinceMs,
                                                            std::optional<qint64> untilMs) const
{
    return m_database.read([account, sinceMs, untilMs,
                            catalog = &m_catalog](Connection &connection) -> Result<Reconciliation> {
        const Result<QList<UsageRecord>> records = importedRecords(connection, account, sinceMs, untilMs);
        if (!records)
            return records.error();
        const Result<UsageReport> own = usageReport(connection, reconcileQuery(account, sinceMs, untilMs));
        if (!own)
            return own.error();
        return reconcile(*own, *records, catalog);
    });
}

QFuture<Result<Reconciliation>> UsageImport::reconciliation(const QString &account,
                                                            const UsageExport &document) const
{
    return m_database.read(
        [account, document, catalog = &m_catalog](Connection &connection) -> Result<Reconciliation> {
            // A day more at both ends shows what counts to another day.
            const std::optional<qint64> first = document.firstMs();
            const std::optional<qint64> last = document.lastMs();
            if (!first || !last)
                return Reconciliation{};
            const qint64 from = (*first / kUtcDayMs - 1) * kUtcDayMs;
            const qint64 to = ((*last - 1) / kUtcDayMs + 2) * kUtcDayMs;
            const Result<UsageReport> own = usageReport(connection, reconcileQuery(account, from, to));
            if (!own)
                return own.error();
            return reconcile(*own, document.records, catalog);
        });
}

QFuture<Result<UsageCoverage>> UsageImport::coverage(const QString &account, std::optional<qint64> sinceMs,
                                                     std::optional<qint64> untilMs,
                                                     bool includeSimulated) const
{
    return m_database.read([account, sinceMs, untilMs, includeSimulated](Connection &connection) {
        return usageCoverage(connection, account, sinceMs, untilMs, includeSimulated);
    });
}

} // namespace core
