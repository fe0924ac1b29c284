#pragma once

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace core {

/// One day of a time zone as a half-open interval of UTC milliseconds: 23 or 25 hours where the clocks
/// change.
struct LocalDay
{
    QDate date;
    qint64 startMs = 0;
    qint64 endMs = 0;

    bool operator==(const LocalDay &) const = default;
};

LocalDay localDay(QDate date, const QTimeZone &zone);

/// The days that touch [sinceMs, untilMs), in order; the first and last cut to it. Empty when the interval
/// is.
QList<LocalDay> localDays(qint64 sinceMs, qint64 untilMs, const QTimeZone &zone);

} // namespace core
