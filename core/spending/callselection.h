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

} // namespace core
