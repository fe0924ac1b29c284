#include "core/spending/callselection.h"

#include "core/ledger/localdays.h"

#include <algorithm>

namespace core {

TimeRange daysWithin(const TimeRange &range, QDate first, QDate last, const QTimeZone &zone)
{
    const qint64 since = localDay(first, zone).startMs;
    const qint64 until = localDay(last, zone).endMs;
    return {std::max(since, range.sinceMs.value_or(since)), std::min(until, range.untilMs.value_or(until))};
}

} // namespace core
