#include "core/ledger/budgetstore.h"

#include "core/base/continuation.h"
#include "core/storage/statement.h"

namespace core {

namespace {

QString budgetColumns()
{
    return QStringLiteral("b.id, b.name, b.scope, b.scope_key, b.scope_value, b.period, b.start_day, b.zone, "
                          "b.amount_picos, b.soft_percent, b.hard, b.unpriced_allowed, b.enabled");
}

Budget budgetOfRow(const Statement &row)
{
    Budget budget;
    budget.id = row.integer(0);
    budget.name = row.text(1);
    budget.scope.kind = budgetScopeFromName(row.text(2)).value_or(BudgetScope::Kind::All);
    budget.scope.key = row.text(3);
    budget.scope.value = row.text(4);
    budget.period.cycle = budgetCycleFromName(row.text(5)).value_or(BudgetCycle::Month);
    budget.period.startDay = static_cast<int>(row.integer(6));
    budget.period.zone = row.text(7);
    budget.amount = Money::fromPicos(row.integer(8));
    budget.softPercent = static_cast<int>(row.integer(9));
    budget.hard = row.boolean(10);
    budget.allowsUnpriced = row.boolean(11);
    budget.enabled = row.boolean(12);
    return budget;
}

Error noBudget(const QString &name)
{
    return Error{ErrorKind::NotFound, BudgetStore::tr("There is no budget named “%1”.").arg(name)};
}

Result<void> checkBudgetNameFree(Connection &connection, const Budget &budget)
{
    const Result<bool> taken =
        Statement(connection,
                  QStringLiteral("SELECT 1 FROM budgets WHERE name = :name COLLATE NOCASE AND id <> :id"))
            .bind(":name", budget.name)
            .bind(":id", budget.id)
            .first([](const Statement &) {});
    if (!taken)
        return taken.error();
    if (*taken)
        return Error{ErrorKind::InvalidRequest,
                     BudgetStore::tr("There is a budget named “%1” already.").arg(budget.name)};
    return {};
}

void bindBudget(Statement &statement, const Budget &budget)
{
    statement.bind(":name", budget.name)
        .bind(":scope", budgetScopeName(budget.scope.kind))
        .bind(":key", budget.scope.key)
        .bind(":value", budget.scope.value)
        .bind(":period", budgetCycleName(budget.period.cycle))
        .bind(":start", budget.period.startDay)
        .bind(":zone", budget.period.zone)
        .bind(":amount", budget.amount)
        .bind(":soft", budget.softPercent)
        .bind(":hard", budget.hard)
        .bind(":unpriced", budget.allowsUnpriced)
        .bind(":enabled", budget.enabled);
}

Result<qint64> insertBudget(Connection &connection, const Budget &budget)
{
    Statement statement(
        connection,
        QStringLiteral("INSERT INTO budgets (name, scope, scope_key, scope_value, period, start_day, zone, "
                       "amount_picos, soft_percent, hard, unpriced_allowed, enabled) VALUES (:name, :scope, "
                       ":key, :value, :period, :start, :zone, :amount, :soft, :hard, :unpriced, :enabled)"));
    bindBudget(statement, budget);
    return statement.insert();
}

/// What was counted and told of it no longer holds.
Result<void> forgetCounted(Connection &connection, qint64 budget)
{
    const Result<void> sums =
        Statement(connection, QStringLiteral("DELETE FROM budget_sums WHERE budget_id = :budget"))
            .bind(":budget", budget)
            .run();
    if (!sums)
        return sums;
    return Statement(connection, QStringLiteral("DELETE FROM budget_alerts WHERE budget_id = :budget"))
        .bind(":budget", budget)
        .run();
}

Result<void> updateBudget(Connection &connection, const Budget &budget)
{
    Budget before;
    const Result<bool> known =
        Statement(connection,
                  QStringLiteral("SELECT %1 FROM budgets b WHERE b.id = :id").arg(budgetColumns()))
            .bind(":id", budget.id)
            .first([&before](const Statement &row) { before = budgetOfRow(row); });
    if (!known)
        return known.error();
    if (!*known)
        return noBudget(budget.name);
    Statement statement(
        connection,
        QStringLiteral("UPDATE budgets SET name = :name, scope = :scope, scope_key = :key, scope_value = "
                       ":value, period = :period, start_day = :start, zone = :zone, amount_picos = :amount, "
                       "soft_percent = :soft, hard = :hard, unpriced_allowed = :unpriced, enabled = :enabled "
                       "WHERE id = :id"));
    bindBudget(statement, budget);
    const Result<void> written = statement.bind(":id", budget.id).run();
    if (!written || (before.scope == budget.scope && before.period == budget.period))
        return written;
    return forgetCounted(connection, budget.id);
}

Result<qint64> writeBudget(Connection &connection, const Budget &budget)
{
    if (const Result<void> free = checkBudgetNameFree(connection, budget); !free)
        return free.error();
    if (budget.id == 0)
        return insertBudget(connection, budget);
    const Result<void> updated = updateBudget(connection, budget);
    return updated ? Result<qint64>(budget.id) : Result<qint64>(updated.error());
}

Result<QList<Budget>> budgetsWhere(Statement &statement)
{
    QList<Budget> budgets;
    const Result<void> read =
        statement.each([&budgets](const Statement &row) { budgets.append(budgetOfRow(row)); });
    return read ? Result<QList<Budget>>(budgets) : Result<QList<Budget>>(read.error());
}

/// The budgets after a write, and the id of the one that was written.
struct WrittenBudget
{
    qint64 id = 0;
    QList<Budget> all = {};
};

} // namespace

Result<QList<Budget>> readBudgets(Connection &connection)
{
    Statement statement(
        connection,
        QStringLiteral("SELECT %1 FROM budgets b ORDER BY b.name COLLATE NOCASE").arg(budgetColumns()));
    return budgetsWhere(statement);
}

Result<QList<Budget>> readBudgetsOfAttempt(Connection &connection, qint64 attempt)
{
    Statement statement(
        connection,
        QStringLiteral("SELECT %1 FROM budget_attempts m JOIN budgets b ON b.id = m.budget_id "
                       "WHERE m.attempt_id = :attempt AND b.enabled = 1 ORDER BY b.name COLLATE NOCASE")
            .arg(budgetColumns()));
    statement.bind(":attempt", attempt);
    return budgetsWhere(statement);
}

Result<bool> hasBudgets(Connection &connection)
{
    return Statement(connection, QStringLiteral("SELECT 1 FROM budgets WHERE enabled = 1 LIMIT 1"))
        .first([](const Statement &) {});
}

BudgetStore::BudgetStore(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

Result<void> BudgetStore::load()
{
    return adopt(m_database.readNow(readBudgets));
}

const Budget *BudgetStore::find(const QString &name) const
{
    const auto found = std::find_if(m_budgets.cbegin(), m_budgets.cend(), [&name](const Budget &budget) {
        return budget.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_budgets.cend() ? nullptr : &*found;
}

QFuture<Result<Budget>> BudgetStore::save(const Budget &budget)
{
    if (const Result<void> valid = validateBudget(budget); !valid)
        return QtFuture::makeReadyFuture(Result<Budget>(valid.error()));
    return continued(m_database.write([budget](Connection &connection) -> Result<WrittenBudget> {
        const Result<qint64> id = writeBudget(connection, budget);
        if (!id)
            return id.error();
        const Result<QList<Budget>> all = readBudgets(connection);
        return all ? Result<WrittenBudget>(WrittenBudget{*id, *all}) : Result<WrittenBudget>(all.error());
    }),
                     this, [this, budget](const Result<WrittenBudget> &written) -> Result<Budget> {
                         if (!written)
                             return written.error();
                         const Result<void> adopted = adopt(written->all);
                         Budget saved = budget;
                         saved.id = written->id;
                         return adopted ? Result<Budget>(saved) : Result<Budget>(adopted.error());
                     });
}

QFuture<Result<void>> BudgetStore::remove(const QString &name)
{
    return continued(m_database.write([name](Connection &connection) -> Result<QList<Budget>> {
        const Result<int> removed =
            Statement(connection, QStringLiteral("DELETE FROM budgets WHERE name = :name COLLATE NOCASE"))
                .bind(":name", name)
                .change();
        if (!removed)
            return removed.error();
        return *removed > 0 ? readBudgets(connection) : Result<QList<Budget>>(noBudget(name));
    }),
                     this, [this](const Result<QList<Budget>> &stored) { return adopt(stored); });
}

QFuture<Result<void>> BudgetStore::refresh()
{
    return continued(m_database.read(readBudgets), this,
                     [this](const Result<QList<Budget>> &stored) { return adopt(stored); });
}

Result<void> BudgetStore::adopt(const Result<QList<Budget>> &stored)
{
    if (!stored)
        return stored.error();
    if (*stored == m_budgets)
        return {};
    m_budgets = *stored;
    emit changed();
    return {};
}

} // namespace core
