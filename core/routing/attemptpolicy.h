#pragma once

#include "core/chat/completion.h"
#include "core/routing/decision.h"

#include <chrono>
#include <optional>

namespace core {

/// What came of an attempt, as far as the next step depends on it.
struct AttemptReport
{
    LaneStatus status = LaneStatus::Failed;
    std::optional<Error> error = {};
    /// Ended before any byte on a connection that was open before: sent again at once, once.
    bool lostWarmConnection = false;
    /// Text of it was shown, or taken for good: nothing may take its place any more.
    bool committed = false;
    /// A first token had come before it ended.
    bool gotToken = false;
    /// It ended while it waited here for its turn, which tells nothing of its target.
    bool inQueue = false;
    /// Its first token was waited for no longer than firstTokenShare().
    bool sharedTime = false;
};

/// Where a call stands after that attempt.
struct CallProgress
{
    /// Attempts made, this one included.
    int attempts = 1;
    /// Place of the asked target among the planned ones.
    qsizetype target = 0;
    /// Attempts made on that target, this one included.
    int onTarget = 1;
    /// How many of those were sent again at once because a warm connection was lost; they are no retries.
    int resends = 0;
    std::chrono::milliseconds elapsed{0};
    qint64 nowMs = 0;
    /// For each planned target, until when it cools down (milliseconds UTC; 0: it does not).
    QList<qint64> coolingUntilMs = {};
};

/// What the target or its account is marked with because of an attempt.
enum class HealthMark { None, CoolTarget, DeadAccount, MissingModel };

/// What happens next in a call. `why` is one sentence for people.
struct NextStep
{
    enum class Kind { Retry, NextTarget, Stop };

    Kind kind = Kind::Stop;
    std::chrono::milliseconds wait{0};
    /// With NextTarget: its place among the planned ones.
    qsizetype target = -1;
    QString why = {};
    HealthMark mark = HealthMark::None;
    /// With CoolTarget: for how long its provider said; 0: it did not, so coolingAfter() its failures in a
    /// row.
    std::chrono::milliseconds cooling{0};

    bool operator==(const NextStep &) const = default;
};

/// A rate limit that ends so soon is waited for once, whoever else is free: the wait is hardly noticed, and
/// the answer comes from the model that was chosen. Failover Bench asks for it at 2 s (S01).
constexpr std::chrono::milliseconds kShortWait{2'500};
/// How long all targets of an account are left alone whose key or credit was rejected, unless it is forgiven.
constexpr std::chrono::minutes kAccountCooling{10};
/// How long a model is left alone that its provider does not know.
constexpr std::chrono::minutes kModelCooling{10};

/// How long a target is left alone after `failures` in a row without being told for how long: 5, 10, 20 s and
/// no longer, so that one that is back is asked again within half a minute. 0 without a failure.
std::chrono::milliseconds coolingAfter(int failures);

/// Decides after each attempt of a call whether the target is asked again, the next one, or nobody. Pure: the
/// starting table is that of Switchyard's routing notes. Reset, 408, 409 and 5xx once more on the same
/// target; a rate limit with a wait that fits is waited for once when it is short, or when no other target is
/// free, else the next;
/// missing credit, 401, 402, 403 and 404 go to the next at once; silence too (asking again would double the
/// wait); a context that is too long only to larger windows; a refusal or content filter stops unless opted
/// in; other 4xx stop. Never more attempts or time than `limits` allow.
///
/// An answer that broke off unseen goes to the next target that is free, else to the same one again. The next
/// target is always a later one of the plan, the first whose conditions hold and that does not cool down.
/// When all of these cool down, it is the one that is free soonest: after that time if it may be waited for,
/// else at once, since a call is not given up while somebody is left to ask. Where the window that was too
/// small is unknown, any may be larger; an unknown one is not taken for larger than a known one. Waits for a
/// rate limit that names its time are no retries: only attempts and time end them.
NextStep nextStep(const Decision &plan, const AttemptReport &report, const CallProgress &progress);

/// How long the attempt that is about to be made, which `progress` counts already, may be without a first
/// token where its rule sets no time for that: half of what is left of `limits.budget`, as long as the policy
/// would ask another target after its silence. So each target but the last leaves half to those after it,
/// and the last has all that is left. Nothing where the rule sets a time, the call has no budget, or nobody
/// is left. The half is Switchyard's own choice.
std::optional<std::chrono::milliseconds> firstTokenShare(const Decision &plan, const CallProgress &progress);

/// The target that is asked first: the first that is not cooling down, else the one that is free soonest.
/// Fallbacks with conditions only when there is nothing else; -1 when there is nothing at all.
qsizetype firstTarget(const Decision &plan, const QList<qint64> &coolingUntilMs, qint64 nowMs);

} // namespace core
