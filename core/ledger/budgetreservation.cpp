#include "core/ledger/budgetreservation.h"

#include "core/base/formatting.h"
#include "core/ledger/budgetalert.h"
#include "core/ledger/budgetstore.h"
#include "core/storage/leases.h"
#include "core/storage/statement.h"

#include <QCoreApplication>

namespace core {

namespace {

struct AskedAttempt
{
    QString target;
    bool simulated = false;
    bool settled = false;
    qint64 startedAtMs = 0;
};

QString refusalTr(const char *text)
{
    return QCoreApplication::translate("Budgets", text);
}

Result<AskedAttempt> askedAttempt(Connection &connection, qint64 attempt)
{
    AskedAttempt asked;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT account || '/' || model, simulated, settled_at IS NOT NULL, "
                                 "started_at FROM attempts WHERE id = :attempt"))
            .bind(":attempt", attempt)
            .first([&asked](const Statement &row) {
                asked = {row.text(0), row.boolean(1), row.boolean(2), row.integer(3)};
            });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound, QStringLiteral("The ledger has no attempt %1").arg(attempt)};
    return asked;
}

/// Whether the cost would pass the budget. What costs nothing passes nothing; of what has no price only
/// nothing is left to count on.
bool wouldPass(const BudgetState &state, const WorstCost &cost)
{
    const Money used = state.spent + state.reserved;
    if (!cost)
        return !state.budget.allowsUnpriced || used >= state.budget.amount;
    return !cost->isZero() && used + *cost > state.budget.amount;
}

/// `$0.20 is spent and $0.10 reserved for requests under way; its period ends on ...`.
QString standInWords(const BudgetState &state)
{
    const QString end = budgetEndText(state.budget.period, state.span);
    if (state.reserved.isZero())
        return refusalTr(QT_TRANSLATE_NOOP("Budgets", "%1 is spent and its period ends on %2"))
            .arg(formatMoney(state.spent), end);
    return refusalTr(QT_TRANSLATE_NOOP("Budgets",
                                       "%1 is spent, %2 reserved for requests under way, and its period ends "
                                       "on %3"))
        .arg(formatMoney(state.spent), formatMoney(state.reserved), end);
}

QString refusalInWords(const BudgetState &state, const WorstCost &cost, const QString &target)
{
    const QString amount = formatMoney(state.budget.amount);
    if (cost)
        return refusalTr(QT_TRANSLATE_NOOP("Budgets",
                                           "The budget “%1” of %2 refused this request, which may cost up to "
                                           "%3: %4."))
            .arg(state.budget.name, amount, formatMoney(*cost), standInWords(state));
    if (state.budget.allowsUnpriced)
        return refusalTr(QT_TRANSLATE_NOOP("Budgets",
                                           "The budget “%1” of %2 refused this request, since nothing of it "
                                           "is left: %3."))
            .arg(state.budget.name, amount, standInWords(state));
    return refusalTr(
               QT_TRANSLATE_NOOP("Budgets",
                                 "The budget “%1” of %2 refused this request because the price of %3 is "
                                 "unknown; add one on the page Accounts or let unpriced requests "
                                 "through in the budget (%4)."))
        .arg(state.budget.name, amount, target, standInWords(state));
}

/// How every budget stands for the attempt, and whether one refuses it.
Result<BudgetReservation> weighed(Connection &connection, const QList<Budget> &budgets,
                                  const AskedAttempt &asked, const WorstCost &cost, bool includeSimulated)
{
    BudgetReservation weighed;
    for (const Budget &budget : budgets) {
        const BudgetSpan span = budgetSpanAt(budget.period, asked.startedAtMs);
        if (const Result<void> kept = keepBudgetSums(connection, budget, span); !kept)
            return kept.error();
        const Result<BudgetState> state =
            readBudgetState(connection, budget, asked.startedAtMs, includeSimulated);
        if (!state)
            return state.error();
        weighed.states.append(*state);
        if (!budget.hard || weighed.refusal || !wouldPass(*state, cost))
            continue;
        weighed.refusal = Error{ErrorKind::Budget, refusalInWords(*state, cost, asked.target)};
        weighed.refusedBy = *state;
    }
    return weighed;
}

Result<void> insertReservations(Connection &connection, qint64 attempt, Money cost,
                                QList<BudgetState> *states)
{
    Statement statement(connection,
                        QStringLiteral("INSERT INTO budget_reservations (attempt_id, budget_id, "
                                       "amount_picos) VALUES (:attempt, :budget, :amount)"));
    for (BudgetState &state : *states) {
        const Result<void> written =
            statement.bind(":attempt", attempt).bind(":budget", state.budget.id).bind(":amount", cost).run();
        if (!written)
            return written;
        state.reserved += cost;
    }
    return {};
}

} // namespace

Result<BudgetReservation> reserveBudgets(Connection &connection, qint64 attempt, const WorstCost &cost,
                                         const ReservationScope &scope)
{
    const Result<AskedAttempt> asked = askedAttempt(connection, attempt);
    if (!asked)
        return asked.error();
    if (asked->settled || (asked->simulated && !scope.includeSimulated))
        return BudgetReservation();
    const Result<QList<Budget>> budgets = readBudgetsOfAttempt(connection, attempt);
    if (!budgets)
        return budgets.error();
    if (const Result<void> released = releaseBudgets(connection, attempt); !released)
        return released.error();
    Result<BudgetReservation> reserved = weighed(connection, *budgets, *asked, cost, scope.includeSimulated);
    if (reserved && reserved->isRefusedForOthers() && !scope.lease.isEmpty()) {
        // A process that died may hold what is asked for.
        if (const Result<void> settled = Leases::settleDead(connection, scope.lease); !settled)
            return settled.error();
        reserved = weighed(connection, *budgets, *asked, cost, scope.includeSimulated);
    }
    if (!reserved || reserved->refusal)
        return reserved;
    const Result<void> written =
        insertReservations(connection, attempt, cost.value_or(Money()), &reserved->states);
    return written ? reserved : Result<BudgetReservation>(written.error());
}

Result<void> releaseBudgets(Connection &connection, qint64 attempt)
{
    return Statement(connection,
                     QStringLiteral("DELETE FROM budget_reservations WHERE attempt_id = :attempt"))
        .bind(":attempt", attempt)
        .run();
}

} // namespace core
