#pragma once

#include "core/base/clock.h"
#include "core/catalog/pricesnapshot.h"
#include "core/ledger/repricingquery.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace core {

/// Gives settled attempts new costs when the user asks for it: previewed, logged, undoable. Nothing else ever
/// changes a cost that is frozen. Owned by Application; main thread.
class Repricing : public QObject
{
    Q_OBJECT

public:
    Repricing(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Models whose attempts have no known cost, most of them first.
    QFuture<Result<QList<UnpricedModel>>> unpriced(const RepricingScope &scope) const;

    /// What apply() would do; changes nothing.
    QFuture<Result<RepricingPreview>> preview(const RepricingScope &scope, const PriceSnapshot &prices) const;

    /// Writes the new costs in several transactions and the old ones into the log; what the preview of the
    /// same moment said. The future tells how far it is. An error ends it, and after the transaction at hand
    /// its being cancelled; what is done stays, in the log.
    QFuture<Result<RepricingRecord>> apply(const RepricingScope &scope, const PriceSnapshot &prices);

    /// Puts the old costs back in one transaction, as far as the rows were not pruned; the record tells. The
    /// future tells how far it is; cancelled before its end, all of it is rolled back. Errors: not_found;
    /// invalid_request for one that is undone already, or that a later one built upon.
    QFuture<Result<RepricingRecord>> undo(qint64 repricing);

    /// Newest first.
    QFuture<Result<QList<RepricingRecord>>> log() const;

signals:
    /// Costs in the ledger changed.
    void costsChanged();

private:
    struct Progress;
    void applyNext(const std::shared_ptr<Progress> &progress);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace core
