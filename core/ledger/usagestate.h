#pragma once

#include "core/storage/connection.h"

#include <QTimeZone>

namespace core {

/// Quarters of an hour are the finest sums; every zone's days begin with one.
constexpr qint64 kQuarterMs = 900'000;
constexpr qint64 kUsageDayMs = 86'400'000;

/// Which sums there are and what they hold; the row of `usage_state`.
struct UsageState
{
    /// Whose days and months are kept; UTC before one was chosen.
    QTimeZone zone = QTimeZone::utc();
    /// Whether one was chosen.
    bool zoneChosen = false;
    /// False while days and months are being made anew: only the quarters may be read.
    bool daysReady = true;
    /// Rows of attempts that started before may be gone; 0 when none are.
    qint64 prunedBeforeMs = 0;
};

Result<UsageState> usageState(Connection &connection);

/// Whether both zones have the same days between the two moments.
bool haveSameDays(const QTimeZone &one, const QTimeZone &other, qint64 sinceMs, qint64 untilMs);

/// The number of the zone's day that the sums use, counted from 1970-01-01.
qint64 dayNumber(qint64 ms, const QTimeZone &zone);
QDate dateOfDayNumber(qint64 day);

} // namespace core
