#pragma once

#include "core/accounts/account.h"
#include "core/ledger/records.h"

namespace core {

/// What a lane is asked of: a model of an account, with parameters.
struct Target
{
    TargetName name;
    ChatParameters parameters = {};

    bool operator==(const Target &) const = default;
};

/// A pause before the next attempt, as the provider asked for it.
struct RetryWait
{
    Error reason;
    /// Milliseconds UTC.
    qint64 untilMs = 0;
};

/// All that can be shown of a lane. A value.
struct LaneState
{
    Target target;
    qint64 accountId = 0;
    QString vendor = {};
    bool simulated = false;
    qint64 laneId = 0;
    qint64 callId = 0;
    /// Attempts of the current call, the one under way included.
    int attempts = 0;
    /// The answer so far; its status is the lane's.
    Completion completion = {};
    /// All attempts of the current call together; set when the lane has settled.
    Cost cost = {};
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

} // namespace core
