#include "core/ledger/budgetperiod.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1StringView kDayName("day");
constexpr QLatin1StringView kWeekName("week");
constexpr QLatin1StringView kMonthName("month");

/// The first moment of the date, or of the next one where the zone skipped it at the date line.
qint64 startOf(QDate date, const QTimeZone &zone)
{
    QDateTime start = date.startOfDay(zone);
    if (!start.isValid())
        start = date.addDays(1).startOfDay(zone);
    return start.toMSecsSinceEpoch();
}

/// The start day in the month of `date`, its last day where it is shorter.
QDate startInMonth(QDate date, int startDay)
{
    return {date.year(), date.month(), std::clamp(startDay, 1, date.daysInMonth())};
}

QDate firstDay(const BudgetPeriod &period, QDate date)
{
    switch (period.cycle) {
    case BudgetCycle::Day:
        break;
    case BudgetCycle::Week:
        return date.addDays(-((date.dayOfWeek() - period.startDay + 7) % 7));
    case BudgetCycle::Month: {
        const QDate start = startInMonth(date, period.startDay);
        const QDate before = QDate(date.year(), date.month(), 1).addMonths(-1);
        return start <= date ? start : startInMonth(before, period.startDay);
    }
    }
    return date;
}

QDate dayAfter(const BudgetPeriod &period, QDate first)
{
    switch (period.cycle) {
    case BudgetCycle::Day:
        break;
    case BudgetCycle::Week:
        return first.addDays(7);
    case BudgetCycle::Month:
        return startInMonth(QDate(first.year(), first.month(), 1).addMonths(1), period.startDay);
    }
    return first.addDays(1);
}

} // namespace

QString budgetCycleName(BudgetCycle cycle)
{
    switch (cycle) {
    case BudgetCycle::Day:
        return kDayName;
    case BudgetCycle::Week:
        return kWeekName;
    case BudgetCycle::Month:
        break;
    }
    return kMonthName;
}

std::optional<BudgetCycle> budgetCycleFromName(QStringView name)
{
    if (name == kDayName)
        return BudgetCycle::Day;
    if (name == kWeekName)
        return BudgetCycle::Week;
    return name == kMonthName ? std::optional(BudgetCycle::Month) : std::nullopt;
}

BudgetSpan budgetSpanAt(const BudgetPeriod &period, qint64 atMs)
{
    const QTimeZone named(period.zone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDate first = firstDay(period, QDateTime::fromMSecsSinceEpoch(atMs, zone).date());
    const QDate after = dayAfter(period, first);
    return {first, after.addDays(-1), startOf(first, zone), startOf(after, zone)};
}

} // namespace core
