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
    /// With CoolTarget: for how long.
    std::chrono::milliseconds cooling{0};

    bool operator==(const NextStep &) const = default;
};

/// How long a target is left alone after `failures` in a row without being told for how long.
std::chrono::milliseconds coolingAfter(int failures);

/// Decides after each attempt of a call whether the target is asked again, the next one, or nobody. Pure: the
/// starting table is that of Switchyard's routing notes. Reset, 408, 409 and 5xx once more on the same
/// target; a rate limit with a wait that fits is waited for when no other target is free, else the next;
/// missing credit, 401, 402, 403 and 404 go to the next at once; silence too (asking again would double the
/// wait); a context that is too long only to larger windows; a refusal or content filter stops unless opted
/// in; other 4xx stop. Never more attempts or time than `limits` allow.
NextStep nextStep(const Decision &plan, const AttemptReport &report, const CallProgress &progress);

/// The target that is asked first: the first that is not cooling down, else the one that is free soonest.
qsizetype firstTarget(const Decision &plan, const QList<qint64> &coolingUntilMs, qint64 nowMs);

} // namespace core
