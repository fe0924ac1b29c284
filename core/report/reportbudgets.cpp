#include "core/report/reportbudgets.h"

#include "core/ledger/budgetstore.h"
#include "core/ledger/usagestate.h"

#include <algorithm>

namespace core {

Result<QList<ReportBudget>> budgetsOfMonth(Connection &connection, const TimeRange &range, qint64 nowMs,
                                           bool includeSimulated)
{
    const Result<QList<Budget>> budgets = readBudgets(connection);
    if (!budgets)
        return budgets.error();
    const Result<UsageState> usage = usageState(connection);
    if (!usage)
        return usage.error();
    const qint64 end = std::min(range.untilMs.value_or(nowMs + 1), nowMs + 1);
    QList<ReportBudget> found;
    for (const Budget &budget : *budgets) {
        if (!budget.enabled)
            continue;
        ReportBudget report;
        for (qint64 at = range.sinceMs.value_or(0); at < end;) {
            const Result<BudgetState> state = readBudgetState(connection, budget, at, includeSimulated);
            if (!state)
                return state.error();
            const auto used = std::pair(state->spent, state->unpriced);
            if (report.periods == 0 || used > std::pair(report.worst.spent, report.worst.unpriced))
                report.worst = *state;
            ++report.periods;
            report.exceeded += state->spent > budget.amount ? 1 : 0;
            report.complete =
                report.complete && (state->isKept || state->span.startMs >= usage->prunedBeforeMs);
            at = std::max(state->span.endMs, at + 1);
        }
        found.append(report);
    }
    return found;
}

UsageFigures spentFigures(const BudgetState &state)
{
    UsageFigures figures;
    figures.cost = state.spent;
    figures.attempts = state.unpriced;
    figures.unpricedAttempts = state.unpriced;
    return figures;
}

} // namespace core
