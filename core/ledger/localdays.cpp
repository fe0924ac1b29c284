#include "core/ledger/localdays.h"

#include <QDateTime>

#include <algorithm>

namespace core {

LocalDay localDay(QDate date, const QTimeZone &zone)
{
    return {date, date.startOfDay(zone).toMSecsSinceEpoch(),
            date.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

QList<LocalDay> localDays(qint64 sinceMs, qint64 untilMs, const QTimeZone &zone)
{
    QList<LocalDay> days;
    if (sinceMs >= untilMs)
        return days;
    QDate date = QDateTime::fromMSecsSinceEpoch(sinceMs, zone).date();
    for (;; date = date.addDays(1)) {
        const LocalDay whole = localDay(date, zone);
        if (!date.isValid() || whole.startMs >= untilMs)
            return days;
        // A day that a zone skipped at the date line is empty.
        const LocalDay cut{date, std::max(whole.startMs, sinceMs), std::min(whole.endMs, untilMs)};
        if (cut.startMs < cut.endMs)
            days.append(cut);
    }
}

} // namespace core
