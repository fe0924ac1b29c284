#pragma once

#include "core/base/error.h"
#include "core/chat/usage.h"

#include <QList>
#include <QString>

#include <optional>

namespace core {

/// Where a lane stands; the names are those of the public JSON.
enum class LaneStatus { Queued, Running, Complete, Truncated, Interrupted, Cancelled, Refused, Failed };

QString laneStatusName(LaneStatus status);
std::optional<LaneStatus> laneStatusFromName(QStringView name);
/// Whether nothing more will come.
bool isSettled(LaneStatus status);
/// Whether the answer came whole, as far as the model was allowed to go: complete or truncated.
bool isSuccess(LaneStatus status);

/// A tool call as the model asked for it; `arguments` is its JSON text, whole only when the call settled.
struct ToolCall
{
    QString id;
    QString name;
    QString arguments;

    bool operator==(const ToolCall &) const = default;
};

/// Milliseconds since dispatch (the moment the lane got its slot), taken on the I/O thread. Unset: not
/// reached.
struct Timing
{
    double queued = 0.0;
    /// Unset on a warm connection too.
    std::optional<double> connected = {};
    std::optional<double> headers = {};
    std::optional<double> firstReasoning = {};
    std::optional<double> firstText = {};
    std::optional<double> last = {};

    bool operator==(const Timing &) const = default;
};

/// What came of one attempt. `error` is set exactly for `failed` and may be for `interrupted` and `refused`.
struct Completion
{
    LaneStatus status = LaneStatus::Queued;
    QString text = {};
    QString reasoning = {};
    QString refusal = {};
    QList<ToolCall> toolCalls = {};
    QString finishReason = {};
    QString modelAnswered = {};
    QString systemFingerprint = {};
    Usage usage = {};
    Timing timing = {};
    std::optional<Error> error = {};

    bool operator==(const Completion &) const = default;
};

/// Milliseconds to the first sign of an answer, text or reasoning; unset when none came.
std::optional<double> firstTokenMs(const Timing &timing);

/// Output tokens a second: (tokens - 1) / (last - first), first being the first text or reasoning stamp.
/// Unset below 5 tokens or 50 ms, where the figure would mean nothing.
std::optional<double> tokensPerSecond(const Completion &completion);

} // namespace core
