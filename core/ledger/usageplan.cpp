#include "core/ledger/usageplan.h"

#include "core/ledger/localdays.h"

#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 startOfQuarter(qint64 ms)
{
    return ms / kQuarterMs * kQuarterMs;
}

constexpr qint64 nextQuarter(qint64 ms)
{
    return startOfQuarter(ms + kQuarterMs - 1);
}

qint64 monthNumber(QDate date)
{
    return (date.year() * 100LL) + date.month();
}

void addSpan(QList<UsageSpan> &spans, qint64 from, qint64 to)
{
    if (from < to)
        spans.append({from, to});
}

/// Splits whole days into months and the days before and after them.
void planDays(UsagePlan &plan, QDate first, QDate end, bool withMonths)
{
    const QDate epoch(1970, 1, 1);
    QDate firstMonth = QDate(first.year(), first.month(), 1);
    if (firstMonth < first)
        firstMonth = firstMonth.addMonths(1);
    const QDate endMonth(end.year(), end.month(), 1);
    if (!withMonths || firstMonth >= endMonth) {
        addSpan(plan.days, epoch.daysTo(first), epoch.daysTo(end));
        return;
    }
    plan.months = {monthNumber(firstMonth), monthNumber(endMonth)};
    addSpan(plan.days, epoch.daysTo(first), epoch.daysTo(firstMonth));
    addSpan(plan.days, epoch.daysTo(endMonth), epoch.daysTo(end));
}

} // namespace

UsagePlan usagePlan(const UsageSpan &period, const QTimeZone &zone, UsageLevels levels)
{
    UsagePlan plan;
    const qint64 from = nextQuarter(period.from);
    const qint64 to = startOfQuarter(period.to);
    if (from >= to) {
        addSpan(plan.rows, period.from, period.to);
        return plan;
    }
    addSpan(plan.rows, period.from, from);
    addSpan(plan.rows, to, period.to);
    const auto addQuarters = [&plan](qint64 one, qint64 other) {
        addSpan(plan.quarters, one / kQuarterMs, other / kQuarterMs);
    };
    QDate first = QDateTime::fromMSecsSinceEpoch(from, zone).date();
    if (localDay(first, zone).startMs < from)
        first = first.addDays(1);
    const QDate end = QDateTime::fromMSecsSinceEpoch(to, zone).date();
    if (!levels.days || first >= end) {
        addQuarters(from, to);
        return plan;
    }
    addQuarters(from, localDay(first, zone).startMs);
    planDays(plan, first, end, levels.months);
    addQuarters(localDay(end, zone).startMs, to);
    return plan;
}

} // namespace core
