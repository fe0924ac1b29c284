#include "core/ledger/reportperiod.h"

#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

QDate endOfMonth(QDate date)
{
    return {date.year(), date.month(), date.daysInMonth()};
}

bool isWholeMonth(const ReportPeriod &period)
{
    return period.first.day() == 1 && period.last == endOfMonth(period.first);
}

} // namespace

ReportPeriod periodOf(PeriodKind kind, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    switch (kind) {
    case PeriodKind::Last7Days:
        return {kind, today.addDays(-6), today};
    case PeriodKind::Last30Days:
        return {kind, today.addDays(-29), today};
    case PeriodKind::ThisMonth:
        return {kind, month, endOfMonth(month)};
    case PeriodKind::PreviousMonth:
        return {kind, month.addMonths(-1), month.addDays(-1)};
    case PeriodKind::All:
        return {kind};
    case PeriodKind::Today:
    case PeriodKind::Custom:
        break;
    }
    return {kind, today, today};
}

ReportPeriod customPeriod(QDate one, QDate other)
{
    return {PeriodKind::Custom, std::min(one, other), std::max(one, other)};
}

ReportPeriod shiftedPeriod(const ReportPeriod &period, int steps, QDate today)
{
    if (period.kind == PeriodKind::All)
        return period;
    ReportPeriod shifted{PeriodKind::Custom};
    if (isWholeMonth(period)) {
        shifted.first = period.first.addMonths(steps);
        shifted.last = endOfMonth(shifted.first);
    } else {
        shifted.first = period.first.addDays(period.days() * steps);
        shifted.last = period.last.addDays(period.days() * steps);
    }
    for (const PeriodKind kind : {PeriodKind::Today, PeriodKind::Last7Days, PeriodKind::Last30Days,
                                  PeriodKind::ThisMonth, PeriodKind::PreviousMonth}) {
        const ReportPeriod named = periodOf(kind, today);
        if (named.first == shifted.first && named.last == shifted.last)
            return named;
    }
    return shifted;
}

TimeRange timeRange(const ReportPeriod &period, const QTimeZone &zone)
{
    if (period.kind == PeriodKind::All)
        return {};
    return {period.first.startOfDay(zone).toMSecsSinceEpoch(),
            period.last.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

std::optional<TimeRange> rangeBefore(const ReportPeriod &period, const QTimeZone &zone, qint64 nowMs)
{
    if (period.kind == PeriodKind::All)
        return std::nullopt;
    const bool month = isWholeMonth(period);
    const qint64 days = period.days();
    TimeRange before;
    const QDate first = month ? period.first.addMonths(-1) : period.first.addDays(-days);
    before.sinceMs = first.startOfDay(zone).toMSecsSinceEpoch();
    before.untilMs = period.first.startOfDay(zone).toMSecsSinceEpoch();
    const TimeRange now = timeRange(period, zone);
    if (nowMs >= *now.sinceMs && nowMs < *now.untilMs) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
        const QDateTime cut = month ? local.addMonths(-1) : local.addDays(-days);
        before.untilMs = std::clamp(cut.toMSecsSinceEpoch(), *before.sinceMs, *before.untilMs);
    }
    return before;
}

} // namespace core
