#pragma once

#include "core/accounts/account.h"
#include "core/ledger/records.h"
#include "core/routing/decision.h"

namespace core {

/// What a lane is asked of: a model of an account or a rule set (`route/NAME`), with parameters.
struct Target
{
    TargetName name;
    ChatParameters parameters = {};

    bool operator==(const Target &) const = default;
};

/// Whether a name stands for a rule set, `route/NAME`.
inline bool isRoute(const TargetName &name)
{
    return name.account == kRouteAccountName;
}

/// A pause before the next attempt, as the provider asked for it.
struct RetryWait
{
    Error reason;
    /// Milliseconds UTC.
    qint64 untilMs = 0;
};

/// How a rule set's lane found its target.
struct RouteState
{
    QString ruleSet;
    /// 0 for a draft.
    int version = 0;
    /// The rule that matched.
    QString rule;
    Decision decision = {};
    /// That of LaneState::target among the decision's targets.
    qsizetype place = 0;
};

/// One attempt of a call that has ended.
struct AttemptNote
{
    TargetName target;
    /// What came of it, a part of an answer included, whether it was shown or not.
    Completion completion = {};
    Cost cost = {};
    bool simulated = false;
    /// The pause between the end of the attempt before and this one.
    double waitedMs = 0.0;
    /// Why this attempt was made, one sentence for people: `qwen-plus did not answer in 30 s.`; empty for a
    /// plain lane's first.
    QString why = {};

    LaneStatus status() const { return completion.status; }
    const std::optional<Error> &error() const { return completion.error; }
};

/// All that can be shown of a lane. A value.
struct LaneState
{
    /// Who is being asked, or was last; never a rule set.
    Target target;
    /// Who was asked for, `route/NAME` included: what follow-ups, retries and line-ups use. Equal to `target`
    /// unless a rule set chose it.
    Target requested = {};
    /// Set exactly when a rule set was asked.
    std::optional<RouteState> route = {};
    /// The current call's attempts before the newest one, resends for a dialect's quirk included.
    QList<AttemptNote> earlier = {};
    /// Of the newest attempt, as in AttemptNote.
    double waitedMs = 0.0;
    QString why = {};
    /// Why no further attempt was made after one that failed; empty else.
    QString whyStopped = {};
    /// Characters of an answer that have come and are held back until the rule's commit point; 0 when
    /// nothing is.
    qint64 heldBack = 0;
    /// Who Lane::continueOnNext() would ask: set when a routed call failed or its answer broke off after a
    /// part was shown, although another target is left.
    std::optional<TargetName> nextTarget = {};
    qint64 accountId = 0;
    QString vendor = {};
    bool simulated = false;
    qint64 laneId = 0;
    qint64 callId = 0;
    /// Attempts of the current call, the one under way included.
    int attempts = 0;
    /// The answer so far; its status is the lane's.
    Completion completion = {};
    /// All attempts of the current call together, as far as they are known; set when the lane has settled.
    Cost cost = {};
    /// Attempts of the call that may have cost something unknown: beside one `cost` is a lower bound.
    int unpricedAttempts = 0;
    /// Of the newest attempt alone.
    Cost attemptCost = {};
    std::optional<RetryWait> waiting = {};
    /// The answer came from another model than the requested one or a dated alias of it.
    bool otherModelAnswered = false;
    /// The prompt has pictures, but the model takes none and was given the text alone.
    bool withoutPictures = false;
    /// Clock::monotonicNs() when the newest attempt began to wait for its slot, and when it got it; 0 for
    /// what has not happened in this process.
    qint64 queuedNs = 0;
    qint64 dispatchedNs = 0;
    /// The newest attempt's request was written to its socket.
    bool sent = false;

    LaneStatus status() const { return completion.status; }
};

/// Every attempt of the lane's current call in order; once the lane has settled the last one is the end.
QList<AttemptNote> attemptsOf(const LaneState &state);

/// What a lane of the ledger is called: `openai/gpt-4o`, or `route/three buckets → openai/gpt-4o`.
QString laneTitle(const LaneRecord &lane);

} // namespace core
