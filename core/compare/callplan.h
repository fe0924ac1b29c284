#pragma once

#include "core/base/result.h"
#include "core/compare/compareservices.h"
#include "core/compare/lanestate.h"
#include "core/routing/promptfacts.h"

namespace core {

/// What a lane asks, and what rules may know of it.
struct CallQuestion
{
    /// `account/model` or `route/NAME`.
    Target target;
    QList<Message> messages = {};
    QString task = {};
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
};

/// Who is asked for one call, and in which order. A value.
struct CallPlan
{
    /// That of the question.
    Target requested;
    /// With at least one target. That of a plain target names no rule set and has the limits of
    /// plainCallLimits().
    Decision decision;
    /// Place of the target that is asked first.
    qsizetype first = 0;
    /// That target's account.
    Account account = {};

    bool isRouted() const { return isRoute(requested.name); }
    Target targetAt(qsizetype place) const;
};

/// What a lane without rules does by itself: a rate limit that names when to come back within a minute is
/// waited for, at most twice; a warm connection that was gone before any byte of an answer is tried once more
/// at once; everything else is the user's to decide.
CallLimits plainCallLimits();

/// What rules are told of a call about to be made: now, with a fresh draw.
PromptFacts factsOfCall(const CompareServices &services, const CallQuestion &question);

/// Decides who is asked; takes microseconds. A plain target is asked even while it cools down. InvalidRequest
/// with a sentence: an account that is unknown or switched off, a rule set that is unknown or not active, or
/// one that left nothing to ask, with why.
Result<CallPlan> planCall(const CompareServices &services, const CallQuestion &question);

/// Whether a target can be asked at all, without regard to what: the account is there and switched on, the
/// rule set active. InvalidRequest with a sentence.
Result<void> canAsk(const CompareServices &services, const TargetName &name);

/// The prices of who would be asked first.
std::optional<PriceList> pricesFor(const CompareServices &services, const CallQuestion &question);

/// The plan in which `decision` of a rule set is carried out as it is, such as one that a person changed.
Result<CallPlan> planDecided(const CompareServices &services, const Target &requested,
                             const Decision &decision);

/// What the ledger keeps of it when a lane begins with it.
LaneDraft draftOf(const CompareServices &services, const CallPlan &plan);

} // namespace core
