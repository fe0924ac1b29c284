#pragma once

#include "core/ledger/budget.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

namespace core {

/// The budgets: in memory, written behind. There are none until one is made. Owned by Application; main
/// thread.
class BudgetStore : public QObject
{
    Q_OBJECT

public:
    explicit BudgetStore(Database &database, QObject *parent = nullptr);

    /// Reads what is stored; to be called once after construction.
    Result<void> load();

    /// By name.
    const QList<Budget> &budgets() const { return m_budgets; }
    /// Without regard to case; null when there is none.
    const Budget *find(const QString &name) const;

    /// Makes the budget (id 0), or changes the one of its id; a changed scope or period counts anew from what
    /// the ledger has. invalid_request: see validateBudget(), or the name is taken; not_found for an id that
    /// is gone.
    QFuture<Result<Budget>> save(const Budget &budget);
    /// Errors: not_found.
    QFuture<Result<void>> remove(const QString &name);
    /// Reads anew what other processes may have changed.
    QFuture<Result<void>> refresh();

signals:
    /// Never for reading the same again.
    void changed();

private:
    Result<void> adopt(const Result<QList<Budget>> &stored);

    Database &m_database;
    QList<Budget> m_budgets;
};

/// All budgets of the ledger, by name.
Result<QList<Budget>> readBudgets(Connection &connection);
/// Those that are on and count the attempt.
Result<QList<Budget>> readBudgetsOfAttempt(Connection &connection, qint64 attempt);
/// Whether any is on.
Result<bool> hasBudgets(Connection &connection);

} // namespace core
