#include "core/compare/planwalk.h"

#include "core/base/clock.h"
#include "core/routing/targethealth.h"

#include <limits>

namespace core {

namespace {

/// What the program itself refused, or did not come to, says nothing of a target.
bool isOwnRefusal(const AttemptReport &report)
{
    return report.inQueue
        || (report.error
            && (report.error->kind == ErrorKind::Budget || report.error->kind == ErrorKind::Storage));
}

} // namespace

PlanWalk::PlanWalk(const CompareServices &services, const CallPlan &plan)
    : m_health(services.health), m_clock(&services.clock), m_plan(plan), m_place(plan.first)
{
}

CallProgress PlanWalk::progress(const CallTime &time) const
{
    CallProgress progress;
    progress.attempts = m_attempts;
    progress.target = m_place;
    progress.onTarget = m_onTarget;
    progress.resends = m_resends;
    progress.elapsed = time.elapsed;
    progress.nowMs = m_clock->utcMs();
    for (const PlannedTarget &target : m_plan.decision.targets)
        progress.coolingUntilMs.append(m_health ? m_health->coolingUntil(target.name) : 0);
    return progress;
}

std::optional<std::chrono::milliseconds> PlanWalk::firstTokenLimit(const CallTime &time) const
{
    Decision plan = m_plan.decision;
    plan.limits.budget = time.budget;
    CallProgress next = progress(time);
    ++next.attempts;
    ++next.onTarget;
    return firstTokenShare(plan, next);
}

NextStep PlanWalk::after(const AttemptReport &report, const CallTime &time,
                         std::optional<double> firstTokenMs)
{
    ++m_attempts;
    ++m_onTarget;
    Decision plan = m_plan.decision;
    plan.limits.budget = time.budget;
    const NextStep step = nextStep(plan, report, progress(time));
    if (step.kind == NextStep::Kind::Retry && report.lostWarmConnection
        && step.wait == std::chrono::milliseconds(0))
        ++m_resends;
    if (m_health && !isOwnRefusal(report)) {
        const TargetName name = target().name;
        m_health->note(name, report, firstTokenMs);
        m_health->apply(name, step);
    }
    return step;
}

void PlanWalk::take(const NextStep &step)
{
    if (step.kind != NextStep::Kind::NextTarget)
        return;
    m_place = step.target;
    m_onTarget = 0;
    m_resends = 0;
}

qsizetype PlanWalk::placeByHand(const AttemptReport &report) const
{
    AttemptReport unseen = report;
    unseen.committed = false;
    Decision plan = m_plan.decision;
    plan.limits.attempts = std::numeric_limits<int>::max();
    plan.limits.retries = 0;
    plan.limits.budget = {};
    plan.limits.fallbackOnRefusal = true;
    const NextStep step = nextStep(plan, unseen, progress({}));
    return step.kind == NextStep::Kind::NextTarget ? step.target : -1;
}

void PlanWalk::continueAt(qsizetype place)
{
    m_place = place;
    m_attempts = 0;
    m_onTarget = 0;
    m_resends = 0;
}

} // namespace core
