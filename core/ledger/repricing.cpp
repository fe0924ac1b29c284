#include "core/ledger/repricing.h"

#include "core/base/continuation.h"

#include <QPromise>

namespace core {

namespace {

/// So many attempts a transaction hold up no other write for long.
constexpr int kAttemptsPerTransaction = 2'000;

} // namespace

/// A repricing under way.
struct Repricing::Progress
{
    RepricingScope scope;
    PriceSnapshot prices;
    qint64 repricing = 0;
    qint64 last = 0;
    QPromise<Result<RepricingRecord>> promise = {};

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
    QFuture<Result<RepricingRecord>> future = progress->promise.future();
    continued(m_database.write([scope, now = m_clock.utcMs()](Connection &connection) {
        return beginRepricing(connection, scope, now);
    }),
              this, [this, progress](const Result<qint64> &begun) {
                  if (!begun) {
                      progress->end(begun.error());
                      return;
                  }
                  progress->repricing = *begun;
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
                  if (last && *last > 0) {
                      progress->last = *last;
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
    return continued(m_database.write([repricing, now = m_clock.utcMs()](
                                          Connection &connection) -> Result<RepricingRecord> {
        if (const Result<void> undone = undoRepricing(connection, repricing, now); !undone)
            return undone.error();
        return readRepricing(connection, repricing);
    }),
                     this, [this](const Result<RepricingRecord> &record) {
                         if (record)
                             emit costsChanged();
                         return record;
                     });
}

QFuture<Result<QList<RepricingRecord>>> Repricing::log() const
{
    return m_database.read([](Connection &connection) { return listRepricings(connection); });
}

} // namespace core
