#include "core/ledger/usagestate.h"

#include "core/ledger/localdays.h"
#include "core/storage/statement.h"

#include <QDateTime>

namespace core {

Result<UsageState> usageState(Connection &connection)
{
    UsageState state;
    const Result<bool> read =
        Statement(connection, QStringLiteral("SELECT zone, days_ready, pruned_before FROM usage_state"))
            .first([&state](const Statement &row) {
                const QByteArray id = row.utf8(0);
                const QTimeZone zone(id); // of an empty id that of the system
                state.zoneChosen = !id.isEmpty() && zone.isValid();
                if (state.zoneChosen)
                    state.zone = zone;
                state.daysReady = row.boolean(1);
                state.prunedBeforeMs = row.integer(2);
            });
    if (!read)
        return read.error();
    return state;
}

bool haveSameDays(const QTimeZone &one, const QTimeZone &other, qint64 sinceMs, qint64 untilMs)
{
    return one.id() == other.id() || localDays(sinceMs, untilMs, one) == localDays(sinceMs, untilMs, other);
}

qint64 dayNumber(qint64 ms, const QTimeZone &zone)
{
    return QDate(1970, 1, 1).daysTo(QDateTime::fromMSecsSinceEpoch(ms, zone).date());
}

QDate dateOfDayNumber(qint64 day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace core
