#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/message.h"

#include <QList>

#include <optional>

namespace core {

/// Output tokens that a model is likely to write: the 10th to the 90th percentile.
struct OutputRange
{
    qint64 low = 0;
    qint64 high = 0;

    bool operator==(const OutputRange &) const = default;
};

/// Before there are ten samples of the user's own: a plain guess.
constexpr OutputRange kGuessedOutput{200, 1'500};

/// What is known of one lane before it is sent.
struct LaneForecast
{
    std::optional<PriceList> prices = {};
    /// From the user's own calls of this model and task; unset below ten of them.
    std::optional<OutputRange> ownOutput = {};
    std::optional<qint64> maxTokens = {};
    /// Of the earlier turns that this lane is given.
    qint64 contextTokens = 0;
    /// What the model makes of the general estimate of its input.
    double tokenRatio = 1.0;
};

/// What a run will probably cost: the likely range of each priced lane, added up.
struct RunEstimate
{
    Money low;
    Money high;
    int lanes = 0;
    int unpricedLanes = 0;
    /// Lanes whose output is guessed, not from own samples.
    int guessedLanes = 0;

    bool operator==(const RunEstimate &) const = default;
};

/// What a picture counts as: a mid-size one; vendors differ widely.
inline constexpr qint64 kTokensOfAnImage = 800;

/// Input tokens of the messages, estimated.
qint64 estimateInputTokens(const QList<Message> &messages);

RunEstimate estimateRun(const QList<LaneForecast> &lanes, qint64 inputTokens);

} // namespace core
