#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/reportperiod.h"
#include "core/ledger/usagequery.h"

namespace core {

/// The calls behind a figure. Besides the dimensions of a UsageQuery, `status` may be `errors`: failed,
/// interrupted or refused.
struct CallSelection
{
    QList<UsageFilter> only = {};
    TimeRange range = {};

    bool operator==(const CallSelection &) const = default;
};

/// Their attempts. Kinds of errors and tags are no part of an AttemptFilter: they do not narrow it.
AttemptFilter attemptsOfSelection(const CallSelection &selection, const QTimeZone &zone,
                                  bool includeSimulated);

} // namespace core
