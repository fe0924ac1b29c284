#include "core/ledger/budgetstate.h"

#include "core/ledger/budgetstore.h"
#include "core/ledger/usagestate.h"
#include "core/storage/statement.h"

#include <array>

namespace core {

namespace {

/// Splits an amount for summing: SQLite's sum() fails beyond 64 bits, Money saturates.
constexpr qint64 kSumSplit = 1'000'000;

/// One row of budget_sums, or what would be there.
struct SpanSum
{
    qint64 id = 0;
    Money spent = {};
    qint64 unpriced = 0;
};

/// By `simulated`.
using SpanSums = std::array<SpanSum, 2>;

std::size_t sumPlace(bool simulated)
{
    return simulated ? 1 : 0;
}

Result<SpanSums> countedSums(Connection &connection, qint64 budget, const BudgetSpan &span)
{
    SpanSums sums;
    const Result<void> read =
        Statement(
            connection,
            QStringLiteral("SELECT simulated, sum(cost_picos / %1), sum(cost_picos % %1), sum(unpriced) "
                           "FROM budget_attempts WHERE budget_id = :budget AND started_at >= :start "
                           "AND started_at < :end GROUP BY simulated")
                .arg(kSumSplit))
            .bind(":budget", budget)
            .bind(":start", span.startMs)
            .bind(":end", span.endMs)
            .each([&sums](const Statement &row) {
                SpanSum &sum = sums[sumPlace(row.boolean(0))];
                sum.spent = Money::fromPicos(row.integer(1)) * kSumSplit + Money::fromPicos(row.integer(2));
                sum.unpriced = row.integer(3);
            });
    return read ? Result<SpanSums>(sums) : Result<SpanSums>(read.error());
}

/// Nothing when the span has no stored sums.
Result<std::optional<SpanSums>> storedSums(Connection &connection, qint64 budget, const BudgetSpan &span)
{
    SpanSums sums;
    std::size_t rows = 0;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT simulated, id, spent_picos, unpriced FROM budget_sums "
                                 "WHERE budget_id = :budget AND starts_at = :start AND ends_at = :end"))
            .bind(":budget", budget)
            .bind(":start", span.startMs)
            .bind(":end", span.endMs)
            .each([&](const Statement &row) {
                sums[sumPlace(row.boolean(0))] = {row.integer(1), Money::fromPicos(row.integer(2)),
                                                  row.integer(3)};
                ++rows;
            });
    if (!read)
        return read.error();
    return rows == sums.size() ? std::optional(sums) : std::nullopt;
}

Result<Money> reservedIn(Connection &connection, qint64 budget, const BudgetSpan &span, bool includeSimulated)
{
    Money reserved;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT r.amount_picos FROM budget_reservations r "
                                 "JOIN attempts a ON a.id = r.attempt_id WHERE r.budget_id = :budget "
                                 "AND a.started_at >= :start AND a.started_at < :end "
                                 "AND a.simulated <= :simulated"))
            .bind(":budget", budget)
            .bind(":start", span.startMs)
            .bind(":end", span.endMs)
            .bind(":simulated", includeSimulated)
            .each([&reserved](const Statement &row) { reserved += Money::fromPicos(row.integer(0)); });
    return read ? Result<Money>(reserved) : Result<Money>(read.error());
}

double percentOf(Money part, Money whole)
{
    // Of whole numbers: 45 % of an amount is 45, not a little less.
    const auto exact = [](Money amount) { return static_cast<double>(amount.picos()); };
    return whole.isZero() ? 0.0 : exact(part) * 100.0 / exact(whole);
}

Result<void> addCorrections(Connection &connection, const Budget &budget, qint64 atMs,
                            QList<BudgetCorrection> *corrections)
{
    const BudgetSpan span = budgetSpanAt(budget.period, atMs);
    const Result<std::optional<SpanSums>> stored = storedSums(connection, budget.id, span);
    if (!stored)
        return stored.error();
    if (!*stored)
        return {};
    const Result<SpanSums> counted = countedSums(connection, budget.id, span);
    if (!counted)
        return counted.error();
    for (std::size_t place = 0; place < counted->size(); ++place) {
        const SpanSum &right = counted->at(place);
        const SpanSum &kept = (*stored)->at(place);
        if (right.spent != kept.spent || right.unpriced != kept.unpriced)
            corrections->append({kept.id, right.spent - kept.spent, right.unpriced - kept.unpriced});
    }
    return {};
}

} // namespace

double BudgetState::spentPercent() const
{
    return percentOf(spent, budget.amount);
}

double BudgetState::usedPercent() const
{
    return percentOf(spent + reserved, budget.amount);
}

Money BudgetState::left() const
{
    return std::max(Money(), budget.amount - spent - reserved);
}

bool BudgetState::isPastWarning() const
{
    return budget.softPercent > 0 && spent >= budget.amount.scaled(budget.softPercent, 100);
}

Result<BudgetState> readBudgetState(Connection &connection, const Budget &budget, qint64 atMs,
                                    bool includeSimulated)
{
    BudgetState state;
    state.budget = budget;
    state.span = budgetSpanAt(budget.period, atMs);
    state.includesSimulated = includeSimulated;
    const Result<std::optional<SpanSums>> stored = storedSums(connection, budget.id, state.span);
    if (!stored)
        return stored.error();
    state.isKept = stored->has_value();
    const Result<SpanSums> sums =
        *stored ? Result<SpanSums>(**stored) : countedSums(connection, budget.id, state.span);
    if (!sums)
        return sums.error();
    for (const bool simulated : {false, true}) {
        if (simulated && !includeSimulated)
            continue;
        state.spent += sums->at(sumPlace(simulated)).spent;
        state.unpriced += sums->at(sumPlace(simulated)).unpriced;
    }
    const Result<Money> reserved = reservedIn(connection, budget.id, state.span, includeSimulated);
    if (!reserved)
        return reserved.error();
    state.reserved = *reserved;
    return state;
}

Result<QList<BudgetState>> readBudgetStates(Connection &connection, qint64 atMs, bool includeSimulated)
{
    const Result<QList<Budget>> budgets = readBudgets(connection);
    if (!budgets)
        return budgets.error();
    QList<BudgetState> states;
    for (const Budget &budget : *budgets) {
        const Result<BudgetState> state = readBudgetState(connection, budget, atMs, includeSimulated);
        if (!state)
            return state.error();
        states.append(*state);
    }
    return states;
}

Result<void> keepBudgetSums(Connection &connection, const Budget &budget, const BudgetSpan &span)
{
    const Result<std::optional<SpanSums>> stored = storedSums(connection, budget.id, span);
    if (!stored)
        return stored.error();
    if (*stored)
        return {};
    const Result<SpanSums> counted = countedSums(connection, budget.id, span);
    if (!counted)
        return counted.error();
    Statement statement(
        connection,
        QStringLiteral("INSERT INTO budget_sums (budget_id, starts_at, ends_at, simulated, spent_picos, "
                       "unpriced) VALUES (:budget, :start, :end, :simulated, :spent, :unpriced)"));
    for (const bool simulated : {false, true}) {
        const SpanSum &sum = counted->at(sumPlace(simulated));
        const Result<void> written = statement.bind(":budget", budget.id)
                                         .bind(":start", span.startMs)
                                         .bind(":end", span.endMs)
                                         .bind(":simulated", simulated)
                                         .bind(":spent", sum.spent)
                                         .bind(":unpriced", sum.unpriced)
                                         .run();
        if (!written)
            return written;
    }
    return {};
}

Result<QList<BudgetCorrection>> recountBudgets(Connection &connection, qint64 atMs)
{
    const Result<QList<Budget>> budgets = readBudgets(connection);
    if (!budgets)
        return budgets.error();
    const Result<UsageState> usage = usageState(connection);
    if (!usage)
        return usage.error();
    QList<BudgetCorrection> corrections;
    for (const Budget &budget : *budgets) {
        if (budgetSpanAt(budget.period, atMs).startMs < usage->prunedBeforeMs)
            continue;
        if (const Result<void> added = addCorrections(connection, budget, atMs, &corrections); !added)
            return added.error();
    }
    return corrections;
}

Result<void> correctBudgets(Connection &connection, const QList<BudgetCorrection> &corrections)
{
    Statement statement(
        connection,
        QStringLiteral("UPDATE budget_sums SET spent_picos = CAST(spent_picos + :spent AS INTEGER), "
                       "unpriced = unpriced + :unpriced WHERE id = :sum"));
    for (const BudgetCorrection &correction : corrections) {
        const Result<void> written = statement.bind(":spent", correction.spent)
                                         .bind(":unpriced", correction.unpriced)
                                         .bind(":sum", correction.sum)
                                         .run();
        if (!written)
            return written;
    }
    return {};
}

} // namespace core
