#include "core/compare/callcost.h"

#include "core/catalog/costcalculator.h"

namespace core {

namespace {

/// An attempt that never left adds nothing to a sum, not even the source of its price.
bool addsNothing(const AttemptNote &attempt, const Cost &sum)
{
    return sum.amount && attempt.cost.amount->isZero()
        && attempt.completion.usage.basis == UsageBasis::Missing;
}

} // namespace

bool mayHaveCost(const Completion &completion)
{
    if (completion.status != LaneStatus::Failed || !completion.error)
        return true;
    const Error &error = *completion.error;
    const bool unsent =
        error.kind == ErrorKind::Network || error.kind == ErrorKind::Auth || error.kind == ErrorKind::Budget;
    return !unsent && error.httpStatus.value_or(0) < 400;
}

bool isCostUnknown(const LaneRecord &lane)
{
    return !lane.latest.cost.amount && (lane.unpricedAttempts > 0 || mayHaveCost(lane.latest.completion));
}

CallCost costOfCall(const QList<AttemptNote> &attempts)
{
    CallCost call;
    for (const AttemptNote &attempt : attempts) {
        if (attempt.cost.amount) {
            if (!addsNothing(attempt, call.cost))
                addAttemptCost(call.cost, attempt.cost);
        } else if (mayHaveCost(attempt.completion)) {
            ++call.unpricedAttempts;
        }
    }
    return call;
}

} // namespace core
