#include "core/compare/runjson.h"

#include "core/compare/callcost.h"

#include <cmath>

namespace core {

namespace {

/// Three decimals of a millisecond are the clock's worth.
QJsonValue milliseconds(const std::optional<double> &value)
{
    return value ? QJsonValue(std::round(*value * 1000.0) / 1000.0) : QJsonValue();
}

QJsonValue count(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject usageToJson(const Usage &usage)
{
    return {{QStringLiteral("input"), count(usage.input)},
            {QStringLiteral("cached_input"), count(usage.cachedInput)},
            {QStringLiteral("cache_write"), count(usage.cacheWrite)},
            {QStringLiteral("output"), count(usage.output)},
            {QStringLiteral("reasoning"), count(usage.reasoning)},
            {QStringLiteral("basis"), usageBasisName(usage.basis)}};
}

QJsonObject timingToJson(const Timing &timing)
{
    return {{QStringLiteral("queued"), milliseconds(timing.queued)},
            {QStringLiteral("connected"), milliseconds(timing.connected)},
            {QStringLiteral("headers"), milliseconds(timing.headers)},
            {QStringLiteral("first_reasoning"), milliseconds(timing.firstReasoning)},
            {QStringLiteral("first_text"), milliseconds(timing.firstText)},
            {QStringLiteral("last"), milliseconds(timing.last)}};
}

QJsonObject costToJson(const Cost &cost)
{
    QJsonObject json{
        {QStringLiteral("usd"), cost.amount ? QJsonValue(cost.amount->toDecimal()) : QJsonValue()},
        {QStringLiteral("basis"), costBasisName(cost.basis)},
        {QStringLiteral("price_version"),
         cost.priceVersion.isEmpty() ? QJsonValue() : QJsonValue(cost.priceVersion)}};
    if (cost.lower)
        json.insert(QStringLiteral("lower_usd"), cost.lower->toDecimal());
    if (cost.upper)
        json.insert(QStringLiteral("upper_usd"), cost.upper->toDecimal());
    return json;
}

/// Beside an attempt of unknown cost the amount is a lower bound, which it says.
QJsonObject costOfLane(const LaneRecord &lane)
{
    QJsonObject json = costToJson(lane.latest.cost);
    if (lane.latest.cost.amount && lane.unpricedAttempts > 0)
        json.insert(QStringLiteral("unknown_attempts"), lane.unpricedAttempts);
    return json;
}

QJsonArray toolCallsToJson(const QList<ToolCall> &calls)
{
    QJsonArray array;
    for (const ToolCall &call : calls)
        array.append(QJsonObject{{QStringLiteral("id"), call.id},
                                 {QStringLiteral("name"), call.name},
                                 {QStringLiteral("arguments"), call.arguments}});
    return array;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonValue errorToJson(const std::optional<Error> &error)
{
    if (!error)
        return {};
    return QJsonObject{
        {QStringLiteral("kind"), errorKindName(error->kind)},
        {QStringLiteral("message"), error->message},
        {QStringLiteral("http_status"), error->httpStatus ? QJsonValue(*error->httpStatus) : QJsonValue()},
        {QStringLiteral("retry_after_ms"),
         error->retryAfter ? QJsonValue(static_cast<qint64>(error->retryAfter->count())) : QJsonValue()}};
}

QJsonObject laneToJson(const LaneRecord &lane)
{
    const AttemptRecord &attempt = lane.latest;
    const Completion &completion = attempt.completion;
    const std::optional<double> rate = tokensPerSecond(completion);
    QJsonObject json{{QStringLiteral("account"), attempt.accountName},
                     {QStringLiteral("model"), attempt.model},
                     {QStringLiteral("model_answered"), textOrNull(completion.modelAnswered)},
                     {QStringLiteral("status"), laneStatusName(completion.status)},
                     {QStringLiteral("finish_reason"), textOrNull(completion.finishReason)},
                     {QStringLiteral("text"), completion.text},
                     {QStringLiteral("reasoning"), completion.reasoning},
                     {QStringLiteral("error"), errorToJson(completion.error)},
                     {QStringLiteral("timing_ms"), timingToJson(completion.timing)},
                     {QStringLiteral("usage"), usageToJson(completion.usage)},
                     {QStringLiteral("cost"), costOfLane(lane)},
                     {QStringLiteral("tokens_per_second"),
                      rate ? QJsonValue(std::round(*rate * 10.0) / 10.0) : QJsonValue()},
                     {QStringLiteral("attempts"), lane.attempts},
                     {QStringLiteral("simulated"), attempt.simulated}};
    if (const CallRoute &route = attempt.route; route.isRouted())
        json.insert(QStringLiteral("route"),
                    QJsonObject{{QStringLiteral("rule_set"), route.ruleSet},
                                {QStringLiteral("version"), route.version},
                                {QStringLiteral("rule"), route.rule}});
    if (!completion.refusal.isEmpty())
        json.insert(QStringLiteral("refusal"), completion.refusal);
    if (!completion.toolCalls.isEmpty())
        json.insert(QStringLiteral("tool_calls"), toolCallsToJson(completion.toolCalls));
    if (!completion.systemFingerprint.isEmpty())
        json.insert(QStringLiteral("system_fingerprint"), completion.systemFingerprint);
    return json;
}

QJsonArray attemptsToJson(const LaneState &lane)
{
    QJsonArray array;
    const QList<AttemptNote> attempts = attemptsOf(lane);
    for (const AttemptNote &attempt : attempts) {
        LaneRecord record;
        record.attempts = static_cast<int>(array.size()) + 1;
        record.latest.accountName = attempt.target.account;
        record.latest.model = attempt.target.model;
        record.latest.simulated = attempt.simulated;
        record.latest.completion = attempt.completion;
        record.latest.cost = attempt.cost;
        QJsonObject json = laneToJson(record);
        json.insert(QStringLiteral("waited_ms"), milliseconds(attempt.waitedMs));
        json.insert(QStringLiteral("why"), attempt.why);
        array.append(json);
    }
    return array;
}

RunCost costOf(const RunRecord &run)
{
    RunCost cost;
    for (const LaneRecord &lane : run.lanes) {
        if (lane.latest.cost.amount)
            cost.known += *lane.latest.cost.amount;
        else if (isCostUnknown(lane))
            ++cost.unknownLanes;
    }
    return cost;
}

QJsonObject runToJson(const RunRecord &run)
{
    QJsonArray lanes;
    for (const LaneRecord &lane : run.lanes)
        lanes.append(laneToJson(lane));
    const RunCost cost = costOf(run);
    const bool anyKnown = cost.unknownLanes < static_cast<int>(run.lanes.size());
    QJsonObject json{
        {QStringLiteral("run_id"), run.id},
        {QStringLiteral("prompt"), run.prompt},
        {QStringLiteral("lanes"), lanes},
        {QStringLiteral("cost"),
         QJsonObject{{QStringLiteral("usd"), anyKnown ? QJsonValue(cost.known.toDecimal()) : QJsonValue()},
                     {QStringLiteral("unknown_lanes"), cost.unknownLanes}}}};
    if (!run.system.isEmpty())
        json.insert(QStringLiteral("system"), run.system);
    if (!run.task.isEmpty())
        json.insert(QStringLiteral("task"), run.task);
    return json;
}

} // namespace core
