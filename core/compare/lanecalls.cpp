#include "core/compare/lane.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/ledgerwriter.h"

namespace core {

/// Begins anew with a plan: nothing has been asked yet.
void Lane::adopt(const CallPlan &plan)
{
    m_question.target = plan.requested;
    m_walk = PlanWalk(m_services, plan);
    m_state.requested = plan.requested;
    m_state.route.reset();
    if (plan.isRouted()) {
        const Decision &decision = plan.decision;
        m_state.route = RouteState{decision.ruleSet, decision.version, decision.rule, decision, plan.first};
    }
    m_state.earlier.clear();
    m_state.cost = {};
    m_state.unpricedAttempts = 0;
    m_state.waitedMs = 0.0;
    adoptTarget();
    m_account = plan.account;
    m_state.why = plan.isRouted() ? m_walk.target().why : QString();
    m_gate = CommitGate(plan.decision.limits);
}

/// From here on the walk's target is asked.
void Lane::adoptTarget()
{
    const PlannedTarget &target = m_walk.target();
    const std::optional<Account> account = m_services.accounts.find(target.name.account);
    // One that was removed meanwhile fails when it is asked.
    m_account = account.value_or(Account());
    m_account.name = target.name.account;
    m_endpoint.reset();
    m_fixes = 0;
    m_state.target = {target.name, target.parameters};
    m_state.accountId = m_account.id;
    m_state.simulated = m_account.simulated;
    m_state.vendor = m_services.directory.describe(m_account, target.name.model).vendor;
    if (m_state.route)
        m_state.route->place = m_walk.place();
}

LaneDraft Lane::targetDraft() const
{
    LaneDraft draft;
    draft.accountId = m_account.id;
    draft.accountName = m_account.name;
    draft.model = m_state.target.name.model;
    draft.vendor = m_state.vendor;
    draft.simulated = m_state.simulated;
    draft.why = m_state.why;
    return draft;
}

LaneDraft Lane::draft() const
{
    LaneDraft draft = draftOf(m_services, m_walk.plan());
    draft.parentLane = m_parentLane;
    return draft;
}

/// The end of the call before is the past.
void Lane::forgetEnd()
{
    m_cancelled = false;
    m_firstDispatchNs = 0;
    m_placeByHand = -1;
    m_state.nextTarget.reset();
    m_state.whyStopped.clear();
}

Result<void> Lane::restart(const std::optional<Target> &swap)
{
    if (!isSettled())
        return {};
    CallQuestion question = m_question;
    question.target = swap.value_or(m_state.requested);
    const Result<CallPlan> plan = planCall(m_services, question);
    if (!plan)
        return plan.error();
    forgetEnd();
    adopt(*plan);
    m_state.completion = {};
    m_state.attemptCost = {};
    m_state.otherModelAnswered = false;
    m_state.attempts = 1;
    emit restarted();
    emit changed();
    continued(m_services.ledger.beginAttempt({m_state.laneId, 0, draft()}), this,
              [this](const Result<AttemptIds> &ids) {
                  if (!ids) {
                      emit ledgerFailed(ids.error());
                      fail(ids.error());
                      return;
                  }
                  m_state.callId = ids->call;
                  m_attemptId = ids->attempt;
                  m_budgeted = ids->budgeted;
                  continued(m_services.resolver.resolve(m_account), this,
                            [this](const Result<Endpoint> &endpoint) { prepare(endpoint); });
              });
    return {};
}

void Lane::continueOnNext()
{
    if (!isSettled() || m_placeByHand < 0)
        return;
    NextStep step;
    step.kind = NextStep::Kind::NextTarget;
    step.target = m_placeByHand;
    step.why = tr("%1 was asked by hand after %2.")
                   .arg(m_walk.plan().decision.targets.at(step.target).name.toString(),
                        m_state.target.name.toString());
    m_walk.continueAt(step.target);
    forgetEnd();
    beginNextAttempt(step, Error{}, true);
}

} // namespace core
