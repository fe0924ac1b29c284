#include "core/ledger/reportperiod.h"

#include "core/ledger/usagestate.h"

#include <QDateTime>

#include <algorithm>
#include <array>

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

struct PeriodName
{
    PeriodKind kind;
    QLatin1StringView name;
};

constexpr std::array kPeriodNames{PeriodName{PeriodKind::Today, QLatin1StringView("today")},
                                  PeriodName{PeriodKind::ThisWeek, QLatin1StringView("this_week")},
                                  PeriodName{PeriodKind::Last7Days, QLatin1StringView("last_7_days")},
                                  PeriodName{PeriodKind::Last30Days, QLatin1StringView("last_30_days")},
                                  PeriodName{PeriodKind::Last90Days, QLatin1StringView("last_90_days")},
                                  PeriodName{PeriodKind::ThisMonth, QLatin1StringView("this_month")},
                                  PeriodName{PeriodKind::PreviousMonth, QLatin1StringView("previous_month")},
                                  PeriodName{PeriodKind::All, QLatin1StringView("all")},
                                  PeriodName{PeriodKind::Custom, QLatin1StringView("custom")},
                                  PeriodName{PeriodKind::Moments, QLatin1StringView("moments")}};

/// Days without a name get the one that fits on `today`, `kept` before others that fit too.
ReportPeriod namedPeriod(const ReportPeriod &days, PeriodKind kept, QDate today, Qt::DayOfWeek weekStart)
{
    for (const PeriodKind kind :
         {kept, PeriodKind::Today, PeriodKind::Last7Days, PeriodKind::Last30Days, PeriodKind::Last90Days,
          PeriodKind::ThisWeek, PeriodKind::ThisMonth, PeriodKind::PreviousMonth}) {
        if (kind == PeriodKind::Custom)
            continue;
        const ReportPeriod named = periodOf(kind, today, weekStart);
        if (named.first == days.first && named.last == days.last)
            return named;
    }
    return days;
}

bool isMidnight(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date().startOfDay(zone).toMSecsSinceEpoch() == ms;
}

} // namespace

ReportPeriod periodOf(PeriodKind kind, QDate today, Qt::DayOfWeek weekStart)
{
    const QDate month(today.year(), today.month(), 1);
    const QDate week = today.addDays(-((today.dayOfWeek() - static_cast<int>(weekStart) + 7) % 7));
    switch (kind) {
    case PeriodKind::ThisWeek:
        return {kind, week, week.addDays(6)};
    case PeriodKind::Last7Days:
        return {kind, today.addDays(-6), today};
    case PeriodKind::Last30Days:
        return {kind, today.addDays(-29), today};
    case PeriodKind::Last90Days:
        return {kind, today.addDays(-89), today};
    case PeriodKind::ThisMonth:
        return {kind, month, endOfMonth(month)};
    case PeriodKind::PreviousMonth:
        return {kind, month.addMonths(-1), month.addDays(-1)};
    case PeriodKind::All:
        return {kind};
    case PeriodKind::Today:
    case PeriodKind::Custom:
    case PeriodKind::Moments:
        break;
    }
    return {kind == PeriodKind::Moments ? PeriodKind::Custom : kind, today, today};
}

QString periodKindName(PeriodKind kind)
{
    const auto *const found = std::find_if(kPeriodNames.cbegin(), kPeriodNames.cend(),
                                           [kind](const PeriodName &name) { return name.kind == kind; });
    return found != kPeriodNames.cend() ? QString(found->name) : QString();
}

std::optional<PeriodKind> periodKindFromName(QStringView name)
{
    for (const PeriodName &known : kPeriodNames) {
        if (known.name == name)
            return known.kind;
    }
    return std::nullopt;
}

ReportPeriod customPeriod(QDate one, QDate other)
{
    return {PeriodKind::Custom, std::min(one, other), std::max(one, other)};
}

ReportPeriod zoomedPeriod(qint64 oneMs, qint64 otherMs, const QTimeZone &zone)
{
    const qint64 from = std::min(oneMs, otherMs) / kQuarterMs * kQuarterMs;
    const qint64 end = (std::max(oneMs, otherMs) + kQuarterMs - 1) / kQuarterMs * kQuarterMs;
    const qint64 to = std::max(end, from + kQuarterMs);
    if (!isMidnight(from, zone) || !isMidnight(to, zone))
        return {PeriodKind::Moments, {}, {}, from, to};
    return customPeriod(QDateTime::fromMSecsSinceEpoch(from, zone).date(),
                        QDateTime::fromMSecsSinceEpoch(to - 1, zone).date());
}

ReportPeriod shiftedPeriod(const ReportPeriod &period, int steps, QDate today, Qt::DayOfWeek weekStart)
{
    if (period.kind == PeriodKind::All)
        return period;
    ReportPeriod shifted{PeriodKind::Custom};
    if (period.kind == PeriodKind::Moments) {
        const qint64 by = (period.untilMs - period.sinceMs) * steps;
        return {period.kind, {}, {}, period.sinceMs + by, period.untilMs + by};
    }
    if (isWholeMonth(period)) {
        shifted.first = period.first.addMonths(steps);
        shifted.last = endOfMonth(shifted.first);
    } else {
        shifted.first = period.first.addDays(period.days() * steps);
        shifted.last = period.last.addDays(period.days() * steps);
    }
    return namedPeriod(shifted, period.kind, today, weekStart);
}

TimeRange timeRange(const ReportPeriod &period, const QTimeZone &zone)
{
    if (period.kind == PeriodKind::All)
        return {};
    if (period.kind == PeriodKind::Moments)
        return {period.sinceMs, period.untilMs};
    return {period.first.startOfDay(zone).toMSecsSinceEpoch(),
            period.last.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

std::optional<TimeRange> rangeBefore(const ReportPeriod &period, const QTimeZone &zone, qint64 nowMs)
{
    if (period.kind == PeriodKind::All)
        return std::nullopt;
    if (period.kind == PeriodKind::Moments) {
        const qint64 length = period.untilMs - period.sinceMs;
        const bool running = nowMs >= period.sinceMs && nowMs < period.untilMs;
        return TimeRange{period.sinceMs - length, running ? nowMs - length : period.sinceMs};
    }
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
