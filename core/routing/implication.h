#pragma once

#include "core/routing/condition.h"

#include <optional>

namespace core {

// What can be said of conditions without any call. Only what is certain: false may also mean "cannot be
// told".

bool isAlwaysTrue(const Condition &condition);
/// Contradictions of two tests of the same thing: `task is a, and task is b`; `less than 3, and more than 5`.
bool isNeverTrue(const Condition &condition);

/// What every call has that meets a condition, as far as models differ in taking it.
struct ConditionNeeds
{
    bool pictures = false;
    bool tools = false;
    /// The fewest prompt tokens; unset: no lower bound.
    std::optional<qint64> tokens = {};

    bool operator==(const ConditionNeeds &) const = default;
};

ConditionNeeds needsOf(const Condition &condition);

/// Tells whether every call that meets one condition meets another: the same tests, a subset of values, a
/// narrower range of numbers, alone or within a conjunction. Comparing stops after `steps`, so that a set of
/// any size is checked in time.
class Implication
{
public:
    explicit Implication(qint64 steps) : m_steps(steps) { }

    bool implies(const Condition &narrow, const Condition &wide);
    bool isExhausted() const { return m_steps <= 0; }

private:
    bool spend(qint64 steps);
    bool somePartImplies(const Condition &narrow, const Condition &wide);
    bool testImplies(const Test &narrow, const Test &wide);
    bool valuesImply(const Test &narrow, const Test &wide);

    qint64 m_steps;
};

} // namespace core
