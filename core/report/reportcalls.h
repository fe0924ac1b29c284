#pragma once

#include "core/ledger/reportperiod.h"
#include "core/report/monthlyreport.h"

namespace core {

/// The calls whose attempts of that time cost most together, dearest first; those with a known cost above 0.
Result<QList<ReportCall>> dearestCalls(Connection &connection, const TimeRange &range, bool includeSimulated,
                                       int count);

} // namespace core
