#pragma once

#include "core/compare/lanestate.h"

namespace core {

/// What a call cost over all its attempts.
struct CallCost
{
    /// The sum of what is known, without an amount where nothing is. Its basis is `estimated` where that of a
    /// part is, else the last one's; so are its price's version and source.
    Cost cost = {};
    /// Attempts that may have cost something unknown: beside one the sum is a lower bound.
    int unpricedAttempts = 0;
};

CallCost costOfCall(const QList<AttemptNote> &attempts);

/// Whether an attempt without a known cost may have cost something: not one that was answered by an HTTP
/// error or that never left. The column `unpriced` of the ledger says the same. An attempt that a lane itself
/// did not send has the known cost of costOfUnsent().
bool mayHaveCost(const Completion &completion);

/// Whether a lane has no known cost although one of its attempts may have cost something. A lane that an HTTP
/// error answered has no cost either, but that is not unknown: it adds nothing to a sum.
bool isCostUnknown(const LaneRecord &lane);

} // namespace core
