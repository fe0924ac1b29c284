#pragma once

#include "core/ledger/usageplan.h"

namespace core {

// Making the sums anew, step by step, each step in a write transaction of its own: what is settled between
// two steps is in both the sums that are made already and those that follow. Until finishUsageRebuild()
// readers use the quarters alone.

/// The days of the ledger in a zone, of sums and of rows.
Result<UsageSpan> daysOfLedger(Connection &connection, const QTimeZone &zone);

/// Whether the days that are kept are those of the zone, by the rules of today, and all there.
Result<bool> hasUsageZone(Connection &connection, const QTimeZone &zone);

/// From now on settled attempts count in days of the zone; the days before are to be made anew.
Result<void> beginUsageRebuild(Connection &connection, const QTimeZone &zone);

/// The quarters of one day from the rows, as far as none were pruned. After that rebuildUsageDay().
Result<void> rebuildUsageQuarters(Connection &connection, qint64 day);
/// The sums of one day from its quarters, and its sketches from the rows.
Result<void> rebuildUsageDay(Connection &connection, qint64 day);
/// As `usage_months` numbers it, from its days.
Result<void> rebuildUsageMonth(Connection &connection, qint64 month);

/// Takes away what lies outside of these days and lets readers use the days and months.
Result<void> finishUsageRebuild(Connection &connection, UsageSpan days);

/// The months that the days are part of, as `usage_months` numbers them.
QList<qint64> monthsOfDays(UsageSpan days);
/// The days of such a month.
UsageSpan daysOfMonth(qint64 month);

/// The quarters of an hour that a day of the zone has.
UsageSpan quartersOfDay(qint64 day, const QTimeZone &zone);

} // namespace core
