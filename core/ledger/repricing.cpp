#include "core/ledger/repricing.h"

#include "core/base/continuation.h"

#include <QPromise>

#include <algorithm>

namespace core {

namespace {

/// So many attempts a transaction hold up no other write for long.
constexpr int kAttemptsPerTransaction = 2'000;
/// Into so many steps progress is told.
constexpr int kProgressSteps = 1'000;

} // namespace

/// A repricing under way.
struct Repricing::Progress
{
    RepricingScope scope;
    PriceSnapshot prices;
    qint64 repricing = 0;
    /// Ids of attempts: of the newest, and up to which all are done.
    qint64 newest = 0;
    qint64 last = 0;
    QPromise<Result<RepricingRecord>> promise = {};

    void tell()
    {
        if (newest > 0)
            promise.setProgressValue(static_cast<int>(std::min(last, newest) * kProgressSteps / newest));
    }

    void end(const Result<RepricingRecord> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

Repricing::Repricing(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

QFuture<Result<QList<UnpricedModel>>> Repricing::unpriced(const RepricingScope &scope) const
{
    return m_database.read([scope](Connection &connection) { return unpricedModels(connection, scope); });
}

QFuture<Result<RepricingPreview>> Repricing::preview(const RepricingScope &scope,
                                                     const PriceSnapshot &prices) const
{
    return m_database.read(
        [scope, prices](Connection &connection) { return previewRepricing(connection, scope, prices); });
}

QFuture<Result<RepricingRecord>> Repricing::apply(const RepricingScope &scope, const PriceSnapshot &prices)
{
    const std::shared_ptr<Progress> progress(new Progress{scope, prices});
    progress->promise.start();
    progress->promise.setProgressRange(0, kProgressSteps);
    QFuture<Result<RepricingRecord>> future = progress->promise.future();
    continued(m_database.write([progress, now = m_clock.utcMs()](Connection &connection) {
        const Result<qint64> newest =
            connection.integer(QStringLiteral("SELECT ifnull(max(id), 0) FROM attempts"));
        progress->newest = newest.valueOr(0);
        return newest ? beginRepricing(connection, progress->scope, now) : newest;
    }),
              this, [this, progress](const Result<qint64> &begun) {
                  if (!begun) {
                      progress->end(begun.error());
                      return;
                  }
                  progress->repricing = *begun;
                  if (progress->promise.isCanceled())
                      progress->promise.finish();
                  else
                      applyNext(progress);
              });
    return future;
}

void Repricing::applyNext(const std::shared_ptr<Progress> &progress)
{
    continued(m_database.write([progress](Connection &connection) {
        return repriceSome(connection, progress->repricing, progress->scope, progress->prices, progress->last,
                           kAttemptsPerTransaction);
    }),
              this, [this, progress](const Result<qint64> &last) {
                  if (last && *last > 0 && !progress->promise.isCanceled()) {
                      progress->last = *last;
                      progress->tell();
                      applyNext(progress);
                      return;
                  }
                  emit costsChanged();
                  if (!last) {
                      progress->end(last.error());
                      return;
                  }
                  continued(m_database.read([progress](Connection &connection) {
                      return readRepricing(connection, progress->repricing);
                  }),
                            this,
                            [progress](const Result<RepricingRecord> &record) { progress->end(record); });
              });
}

QFuture<Result<RepricingRecord>> Repricing::undo(qint64 repricing)
{
    const auto promise = std::make_shared<QPromise<Result<RepricingRecord>>>();
    promise->start();
    promise->setProgressRange(0, kProgressSteps);
    QFuture<Result<RepricingRecord>> future = promise->future();
    const RepricingStep step = [promise](qint64 done, qint64 all) {
        if (all > 0)
            promise->setProgressValue(static_cast<int>(done * kProgressSteps / all));
        return !promise->isCanceled();
    };
    continued(m_database.write([repricing, step,
                                now = m_clock.utcMs()](Connection &connection) -> Result<RepricingRecord> {
        if (const Result<void> undone = undoRepricing(connection, repricing, now, step); !undone)
            return undone.error();
        return readRepricing(connection, repricing);
    }),
              this, [this, promise](const Result<RepricingRecord> &record) {
                  if (record)
                      emit costsChanged();
                  promise->addResult(record);
                  promise->finish();
              });
    return future;
}

QFuture<Result<QList<RepricingRecord>>> Repricing::log() const
{
    return m_database.read([](Connection &connection) { return listRepricings(connection); });
}

} // namespace core
