#pragma once

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace core {

/// What the times of a report are parts of.
enum class UsageUnit { None, Quarter, Hour, Day, Week, Month };

/// `quarter hour day week month`; None for any other dimension.
UsageUnit usageUnitFromName(const QString &dimension);

/// A part of a period: a half-open interval of milliseconds, or of days where its owner says so.
struct UsagePart
{
    /// As UsageCalendar::numberOf() tells it.
    qint64 number = 0;
    qint64 from = 0;
    qint64 to = 0;

    bool operator==(const UsagePart &) const = default;
};

/// Cuts time into the units of a zone. Pure.
class UsageCalendar
{
public:
    UsageCalendar() = default;
    UsageCalendar(UsageUnit unit, const QTimeZone &zone, Qt::DayOfWeek weekStart);

    UsageUnit unit() const { return m_unit; }
    /// Days, weeks and months are made of whole local days.
    bool hasDays() const { return m_unit >= UsageUnit::Day; }

    /// The unit that a moment is in: its begin in milliseconds, a day's and a week's first day counted from
    /// 1970-01-01, a month as 202611.
    qint64 numberOf(qint64 ms) const;
    /// The key of a report's row: `2026-11-02T10:00:00+01:00`, `2026-11-02`, `2026-11`.
    QString label(qint64 number) const;
    /// The local day that the unit begins with.
    QDate firstDay(qint64 number) const;

    /// The units that touch [fromMs, toMs), in order; the first and last cut to it.
    QList<UsagePart> parts(qint64 fromMs, qint64 toMs) const;
    /// The same of days counted from 1970-01-01; the unit has to be made of days.
    QList<UsagePart> partsOfDays(qint64 fromDay, qint64 toDay) const;

private:
    qint64 numberOfDay(QDate date) const;
    QDate nextFirstDay(QDate date) const;
    QList<UsagePart> shortParts(qint64 fromMs, qint64 toMs) const;

    UsageUnit m_unit = UsageUnit::None;
    QTimeZone m_zone = QTimeZone::utc();
    Qt::DayOfWeek m_weekStart = Qt::Monday;
};

} // namespace core
