#pragma once

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace core {

/// `Moments` is a part of some days, as dragging over a chart gives it.
enum class PeriodKind {
    Today,
    ThisWeek,
    Last7Days,
    Last30Days,
    Last90Days,
    ThisMonth,
    PreviousMonth,
    All,
    Custom,
    Moments,
};

/// Local days from `first` to `last`, both counted. `All` and `Moments` have no days of their own.
struct ReportPeriod
{
    PeriodKind kind = PeriodKind::Last30Days;
    QDate first = {};
    QDate last = {};
    /// Of `Moments` alone: UTC milliseconds, the end exclusive.
    qint64 sinceMs = 0;
    qint64 untilMs = 0;

    qint64 days() const { return first.isValid() ? first.daysTo(last) + 1 : 0; }
    bool operator==(const ReportPeriod &) const = default;
};

/// A half-open interval of UTC milliseconds; an unset end is open.
struct TimeRange
{
    std::optional<qint64> sinceMs = {};
    std::optional<qint64> untilMs = {};

    bool operator==(const TimeRange &) const = default;
};

/// The period of that kind on the day `today`; a custom one is that day.
ReportPeriod periodOf(PeriodKind kind, QDate today, Qt::DayOfWeek weekStart = Qt::Monday);

/// `today`, `this_week`, `last_7_days` ...: the names in JSON.
QString periodKindName(PeriodKind kind);
std::optional<PeriodKind> periodKindFromName(QStringView name);

/// Days from one to the other, whichever comes first.
ReportPeriod customPeriod(QDate one, QDate other);

/// The moments from one to the other, whichever comes first: custom days when they are whole days of the
/// zone, else to whole quarters of an hour, at least one.
ReportPeriod zoomedPeriod(qint64 oneMs, qint64 otherMs, const QTimeZone &zone);

/// The period of the same length `steps` later (or, negative, earlier): whole months step by months, other
/// periods by their days, moments by their length. All time stays where it is. The kind becomes the one that
/// fits on `today`.
ReportPeriod shiftedPeriod(const ReportPeriod &period, int steps, QDate today,
                           Qt::DayOfWeek weekStart = Qt::Monday);

TimeRange timeRange(const ReportPeriod &period, const QTimeZone &zone);

/// What to compare with: the period before, of it as much as has passed of this one at `nowMs`. The same days
/// of the month before for a month. Nothing for all time.
std::optional<TimeRange> rangeBefore(const ReportPeriod &period, const QTimeZone &zone, qint64 nowMs);

} // namespace core
