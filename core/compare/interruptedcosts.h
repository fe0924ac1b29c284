#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

namespace core {

class AccountStore;
class ModelListStore;
class PriceBook;
class PriceSnapshot;

/// Estimates what the attempts of processes that died in the middle of them used and cost, as a lane does for
/// one that is stopped: the input from the messages that were sent, the output from the text that was
/// journalled, by the model's own tokens per character where these are known, at the price of the moment when
/// the attempt began, with lower and upper bound.
///
/// What nobody knows stays unknown: the usage of an attempt without any text, or with earlier turns of which
/// not all texts are kept; the cost of a model without a price. Attempts of the simulator wait until it is on
/// and tells its prices. Returns how many were done. To be called in a write transaction.
Result<int> estimateInterrupted(Connection &connection, const PriceSnapshot &prices, bool simulated);

/// Does that for the ledger of this process. Owned by Application; main thread.
class InterruptedCosts : public QObject
{
    Q_OBJECT

public:
    InterruptedCosts(Database &database, const AccountStore &accounts, const ModelListStore &lists,
                     const PriceBook &prices, QObject *parent = nullptr);

    /// Estimates what was taken over so far, by Database::open() or since. Whatever is written to the ledger
    /// after this call comes after it. With nothing to do it takes microseconds and writes nothing.
    QFuture<Result<void>> estimate();
    /// Takes over the attempts of processes that died since the ledger was opened, and estimates them in the
    /// same transaction: what they had reserved of budgets is free when what they cost counts.
    QFuture<Result<void>> takeOver();

signals:
    /// Figures in the ledger changed.
    void estimated();

private:
    QFuture<Result<void>> write(const QString &lease);
    bool isSimulatorPriced(const QList<Account> &accounts) const;

    Database &m_database;
    const AccountStore &m_accounts;
    const ModelListStore &m_lists;
    const PriceBook &m_prices;
};

} // namespace core
