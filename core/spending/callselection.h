#pragma once

#include "core/ledger/reportperiod.h"
#include "core/ledger/usagequery.h"

namespace core {

/// The calls behind a figure, as AttemptFilter::only takes them.
struct CallSelection
{
    QList<UsageFilter> only = {};
    TimeRange range = {};

    bool operator==(const CallSelection &) const = default;
};

/// The local days from `first` to `last`, as far as they lie in the range.
TimeRange daysWithin(const TimeRange &range, QDate first, QDate last, const QTimeZone &zone);

} // namespace core
