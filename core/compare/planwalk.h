#pragma once

#include "core/compare/callplan.h"
#include "core/routing/attemptpolicy.h"

namespace core {

/// What a call has used up of its time.
struct CallTime
{
    std::chrono::milliseconds elapsed{0};
    /// 0: no limit.
    std::chrono::milliseconds budget{0};
};

/// Where a lane stands in its plan: counts the attempts, asks the policy what comes after each, and tells the
/// targets' health. A lane has one for each of its calls.
class PlanWalk
{
public:
    PlanWalk(const CompareServices &services, const CallPlan &plan);

    const CallPlan &plan() const { return m_plan; }
    qsizetype place() const { return m_place; }
    const PlannedTarget &target() const { return m_plan.decision.targets.at(m_place); }

    /// firstTokenShare() of the attempt on target() that is about to be made.
    std::optional<std::chrono::milliseconds> firstTokenLimit(const CallTime &time) const;
    /// What comes after an attempt on target(). Counts it; resends for a dialect's quirk are not told.
    NextStep after(const AttemptReport &report, const CallTime &time, std::optional<double> firstTokenMs);
    /// Moves to the step's target.
    void take(const NextStep &step);

    /// Who could be asked next although a part of an answer was shown; -1: nobody.
    qsizetype placeByHand(const AttemptReport &report) const;
    /// Moves there; the call's attempts and time count anew, since the user asked for more.
    void continueAt(qsizetype place);

private:
    CallProgress progress(const CallTime &time) const;

    TargetHealth *m_health;
    const Clock *m_clock;
    CallPlan m_plan;
    qsizetype m_place = 0;
    int m_attempts = 0;
    int m_onTarget = 0;
    int m_resends = 0;
};

} // namespace core
