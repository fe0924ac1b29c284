#pragma once

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace core {

enum class PeriodKind { Today, Last7Days, Last30Days, ThisMonth, PreviousMonth, All, Custom };

/// Local days from `first` to `last`, both counted. `All` has no days of its own.
struct ReportPeriod
{
    PeriodKind kind = PeriodKind::Last30Days;
    QDate first = {};
    QDate last = {};

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
ReportPeriod periodOf(PeriodKind kind, QDate today);

/// Days from one to the other, whichever comes first.
ReportPeriod customPeriod(QDate one, QDate other);

/// The period of the same length `steps` later (or, negative, earlier): whole months step by months, other
/// periods by their days. All time stays where it is. The kind becomes the one that fits on `today`.
ReportPeriod shiftedPeriod(const ReportPeriod &period, int steps, QDate today);

TimeRange timeRange(const ReportPeriod &period, const QTimeZone &zone);

/// What to compare with: the period before, of it as much as has passed of this one at `nowMs`. The same days
/// of the month before for a month. Nothing for all time.
std::optional<TimeRange> rangeBefore(const ReportPeriod &period, const QTimeZone &zone, qint64 nowMs);

} // namespace core
