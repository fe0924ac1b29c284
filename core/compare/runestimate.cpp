#include "core/compare/runestimate.h"

#include "core/catalog/costcalculator.h"
#include "core/chat/tokenestimate.h"

namespace core {

namespace {

std::optional<Money> costOf(const PriceList &prices, qint64 input, qint64 output)
{
    Usage usage;
    usage.input = input;
    usage.cachedInput = 0;
    usage.cacheWrite = 0;
    usage.output = output;
    usage.reasoning = 0;
    usage.basis = UsageBasis::Estimated;
    return computeCost(usage, prices).amount;
}

} // namespace

qint64 estimateInputTokens(const QList<Message> &messages)
{
    qint64 tokens = 0;
    for (const Message &message : messages)
        tokens += estimateTokens(message.text) + kTokensOfAnImage * message.images.size();
    return tokens;
}

RunEstimate estimateRun(const QList<LaneForecast> &lanes, qint64 inputTokens)
{
    RunEstimate estimate;
    estimate.lanes = static_cast<int>(lanes.size());
    for (const LaneForecast &lane : lanes) {
        OutputRange output = lane.ownOutput.value_or(kGuessedOutput);
        if (lane.maxTokens)
            output = {std::min(output.low, *lane.maxTokens), std::min(output.high, *lane.maxTokens)};
        const qint64 input =
            qRound64(static_cast<double>(inputTokens + lane.contextTokens) * lane.tokenRatio);
        const std::optional<Money> low = lane.prices ? costOf(*lane.prices, input, output.low) : std::nullopt;
        const std::optional<Money> high =
            lane.prices ? costOf(*lane.prices, input, output.high) : std::nullopt;
        if (!low || !high) {
            ++estimate.unpricedLanes;
            continue;
        }
        estimate.low += *low;
        estimate.high += *high;
        estimate.guessedLanes += lane.ownOutput ? 0 : 1;
    }
    return estimate;
}

} // namespace core
