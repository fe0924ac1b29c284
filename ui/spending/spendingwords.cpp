#include "ui/spending/spendingwords.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 kMostDayLabels = 6;

} // namespace

QString SpendingWords::signedMoney(core::Money amount)
{
    const QString text = core::formatMoney(amount);
    return amount > core::Money() ? QLatin1Char('+') + text : text;
}

QString SpendingWords::day(QDate day, bool withYear)
{
    return QLocale().toString(
        day, withYear ? tr("d MMM yyyy", "a day with its year") : tr("d MMM", "a day on an axis"));
}

QString SpendingWords::errorKind(const QString &name)
{
    if (const std::optional<core::ErrorKind> kind = core::errorKindFromName(name))
        return core::LedgerWords::errorKind(*kind);
    if (const std::optional<core::LaneStatus> status = core::laneStatusFromName(name))
        return core::LedgerWords::status(*status);
    return name;
}

QList<MarkChart::Tick> SpendingWords::dayTicks(QDate first, QDate last)
{
    QList<MarkChart::Tick> ticks;
    const qint64 days = first.daysTo(last) + 1;
    const qint64 every = std::max<qint64>(1, (days + kMostDayLabels - 1) / kMostDayLabels);
    int told = last.year() == first.year() ? first.year() : 0;
    for (qint64 at = 0; at < days; at += every) {
        const QDate date = first.addDays(at);
        ticks.append(
            {(static_cast<double>(at) + 0.5) / static_cast<double>(days), day(date, date.year() != told)});
        told = date.year();
    }
    return ticks;
}

} // namespace ui
