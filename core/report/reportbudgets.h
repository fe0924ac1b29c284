#pragma once

#include "core/ledger/reportperiod.h"
#include "core/report/monthlyreport.h"

namespace core {

/// The budgets that are on, as they are set today, with what they came to in the periods that touch the
/// range and have begun by `nowMs`.
Result<QList<ReportBudget>> budgetsOfMonth(Connection &connection, const TimeRange &range, qint64 nowMs,
                                           bool includeSimulated);

/// What was spent in that period as figures of its attempts, so that nothing known is not taken for nothing
/// spent; see knownCost().
UsageFigures spentFigures(const BudgetState &state);

} // namespace core
