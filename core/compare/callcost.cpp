#include "core/compare/callcost.h"

namespace core {

namespace {

/// Adds an amount to one that has bounds or will have some.
void addPart(Cost &sum, const Cost &part)
{
    if (!sum.amount) {
        sum = part;
        return;
    }
    const Money amount = part.amount.value_or(Money());
    const bool bounded = sum.lower || sum.upper || part.lower || part.upper;
    const Money lower = sum.lower.value_or(*sum.amount) + part.lower.value_or(amount);
    const Money upper = sum.upper.value_or(*sum.amount) + part.upper.value_or(amount);
    const bool estimated = sum.basis == CostBasis::Estimated || part.basis == CostBasis::Estimated;
    sum.amount = *sum.amount + amount;
    sum.basis = estimated ? CostBasis::Estimated : part.basis;
    sum.priceVersion = part.priceVersion;
    sum.priceSource = part.priceSource;
    if (!bounded)
        return;
    sum.lower = lower;
    sum.upper = upper;
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

CallCost costOfCall(const QList<AttemptNote> &attempts)
{
    CallCost call;
    for (const AttemptNote &attempt : attempts) {
        if (attempt.cost.amount)
            addPart(call.cost, attempt.cost);
        else if (mayHaveCost(attempt.completion))
            ++call.unpricedAttempts;
    }
    return call;
}

} // namespace core
