#pragma once

#include "core/report/monthlyreport.h"

namespace core {

/// Which month to report, in the days of which zone.
struct MonthlyQuery
{
    /// Any day of the month.
    QDate month;
    QTimeZone zone = QTimeZone::utc();
    bool includeSimulated = false;
    /// Milliseconds UTC; a month under way is reported up to its day.
    qint64 nowMs = 0;
    /// What the parts of the change are weighed by.
    TokenWeights weights = {};
};

/// `YYYY-MM` as the first day of that month; invalid_request with one sentence for other text.
Result<QDate> parseReportMonth(const QString &text);

/// The first days of the months that have requests, newest first, by the query's zone and moment.
Result<QList<QDate>> monthsWithRequests(Connection &connection, const MonthlyQuery &query);

/// Reads a month's report from one state of the ledger; a month without attempts has an empty one.
/// Errors: invalid_request for a month that has not begun; those of usageReport().
Result<MonthlyReport> readMonthlyReport(Connection &connection, const MonthlyQuery &query);

} // namespace core
