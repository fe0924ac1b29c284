#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace core {

/// What a simulated model does wrong.
enum class Fault {
    Unauthorized,
    NotFound,
    RateLimited,
    RateLimitedOnce,
    ServerError,
    Unavailable,
    Reset,
    Silent,
    Stall,
    Cut,
    BadJson,
    NoDone,
    Html,
    ErrorInStream,
    ContextLength,
    ContentFilter,
    Refusal,
    NoUsage,
    SlowFirstToken,
    Length,
    Quota,
    LimitedForTwoSeconds,
    LimitedUntold,
    ServerErrorOnce,
    ResetOnce,
    SilentForTwoMinutes,
    FirstTokenAfterTwenty,
    CutAtForty,
    StallForThirty,
    BadEvent,
    PromptRejected,
    NoPrefill,
    Outage,
};

/// A model that exists to try error handling with. A value.
struct FaultInfo
{
    /// The model id; all start with `fault-`.
    QString id;
    Fault fault = Fault::ServerError;
    /// One translated sentence for people: what it does.
    QString description;
};

/// Every fault, in the order `/models` lists them after the personalities.
QList<FaultInfo> simulatorFaults();

std::optional<Fault> simulatorFault(const QString &modelId);

/// What the unreliable personality does about a prompt with this hash: nothing mostly; two in ten are limited
/// once, one in ten is a server error, one in ten is cut.
std::optional<Fault> erraticFault(quint32 promptHash);

} // namespace core
