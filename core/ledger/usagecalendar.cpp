#include "core/ledger/usagecalendar.h"

#include "core/ledger/usagestate.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 kHourMs = 3'600'000;

qint64 daysSinceEpoch(QDate date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

} // namespace

UsageUnit usageUnitFromName(const QString &dimension)
{
    static const QHash<QString, UsageUnit> units{{QStringLiteral("quarter"), UsageUnit::Quarter},
                                                 {QStringLiteral("hour"), UsageUnit::Hour},
                                                 {QStringLiteral("day"), UsageUnit::Day},
                                                 {QStringLiteral("week"), UsageUnit::Week},
                                                 {QStringLiteral("month"), UsageUnit::Month}};
    return units.value(dimension, UsageUnit::None);
}

UsageCalendar::UsageCalendar(UsageUnit unit, const QTimeZone &zone, Qt::DayOfWeek weekStart)
    : m_unit(unit), m_zone(zone), m_weekStart(weekStart)
{
}

qint64 UsageCalendar::numberOfDay(QDate date) const
{
    if (m_unit == UsageUnit::Month)
        return (date.year() * 100LL) + date.month();
    if (m_unit == UsageUnit::Week)
        return daysSinceEpoch(date) - ((date.dayOfWeek() - static_cast<int>(m_weekStart) + 7) % 7);
    return daysSinceEpoch(date);
}

QDate UsageCalendar::nextFirstDay(QDate date) const
{
    if (m_unit == UsageUnit::Month)
        return QDate(date.year(), date.month(), 1).addMonths(1);
    if (m_unit == UsageUnit::Week)
        return dateOfDayNumber(numberOfDay(date) + 7);
    return date.addDays(1);
}

qint64 UsageCalendar::numberOf(qint64 ms) const
{
    if (hasDays())
        return numberOfDay(QDateTime::fromMSecsSinceEpoch(ms, m_zone).date());
    if (m_unit == UsageUnit::Quarter)
        return ms / kQuarterMs * kQuarterMs;
    const qint64 ahead = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) * 1000LL;
    return ((ms + ahead) / kHourMs * kHourMs) - ahead;
}

QString UsageCalendar::label(qint64 number) const
{
    if (m_unit == UsageUnit::Month)
        return firstDay(number).toString(QStringLiteral("yyyy-MM"));
    if (hasDays())
        return firstDay(number).toString(Qt::ISODate);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(number, m_zone);
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate);
}

QDate UsageCalendar::firstDay(qint64 number) const
{
    if (m_unit == UsageUnit::Month)
        return {static_cast<int>(number / 100), static_cast<int>(number % 100), 1};
    if (hasDays())
        return dateOfDayNumber(number);
    return QDateTime::fromMSecsSinceEpoch(number, m_zone).date();
}

QList<UsagePart> UsageCalendar::parts(qint64 fromMs, qint64 toMs) const
{
    if (!hasDays())
        return shortParts(fromMs, toMs);
    QList<UsagePart> parts;
    QDate date = QDateTime::fromMSecsSinceEpoch(fromMs, m_zone).date();
    for (qint64 at = fromMs; at < toMs && date.isValid(); date = nextFirstDay(date)) {
        const qint64 end = std::min(nextFirstDay(date).startOfDay(m_zone).toMSecsSinceEpoch(), toMs);
        // A day that a zone skipped at the date line is empty.
        if (end <= at)
            continue;
        parts.append({numberOfDay(date), at, end});
        at = end;
    }
    return parts;
}

QList<UsagePart> UsageCalendar::shortParts(qint64 fromMs, qint64 toMs) const
{
    QList<UsagePart> parts;
    for (qint64 at = fromMs; at < toMs;) {
        const qint64 number = numberOf(at);
        qint64 end = (at / kQuarterMs + 1) * kQuarterMs;
        while (end < toMs && numberOf(end) == number)
            end += kQuarterMs;
        end = std::min(end, toMs);
        parts.append({number, at, end});
        at = end;
    }
    return parts;
}

QList<UsagePart> UsageCalendar::partsOfDays(qint64 fromDay, qint64 toDay) const
{
    QList<UsagePart> parts;
    for (qint64 at = fromDay; at < toDay;) {
        const QDate date = dateOfDayNumber(at);
        const qint64 end = std::min(daysSinceEpoch(nextFirstDay(date)), toDay);
        parts.append({numberOfDay(date), at, end});
        at = end;
    }
    return parts;
}

} // namespace core
