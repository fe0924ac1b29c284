#include "core/routing/decision.h"

#include "core/chat/parametersjson.h"

#include <array>

namespace core {

namespace {

struct VerdictEntry
{
    RuleVerdict verdict;
    QLatin1StringView name;
};

constexpr std::array<VerdictEntry, 5> kVerdictNames{{
    {RuleVerdict::Matched, QLatin1StringView("matched")},
    {RuleVerdict::NotMatched, QLatin1StringView("not_matched")},
    {RuleVerdict::Off, QLatin1StringView("off")},
    {RuleVerdict::Limit, QLatin1StringView("limit")},
    {RuleVerdict::Undecidable, QLatin1StringView("undecidable")},
}};

QString verdictName(RuleVerdict verdict)
{
    for (const VerdictEntry &entry : kVerdictNames) {
        if (entry.verdict == verdict)
            return entry.name;
    }
    return {};
}

RuleVerdict verdictFromName(const QString &name)
{
    for (const VerdictEntry &entry : kVerdictNames) {
        if (entry.name == name)
            return entry.verdict;
    }
    return RuleVerdict::NotMatched;
}

QJsonObject stepToJson(const TraceStep &step)
{
    return {{QStringLiteral("rule"), step.rule},
            {QStringLiteral("matched"), step.matched()},
            {QStringLiteral("verdict"), verdictName(step.verdict)},
            {QStringLiteral("why"), step.why}};
}

TraceStep stepFromJson(const QJsonObject &json)
{
    TraceStep step;
    step.rule = json.value(QStringLiteral("rule")).toString();
    step.verdict = verdictFromName(json.value(QStringLiteral("verdict")).toString());
    step.why = json.value(QStringLiteral("why")).toString();
    return step;
}

/// `before` are the parameters of the target before: the same ones, which may be long, are not repeated.
QJsonObject plannedToJson(const PlannedTarget &target, const ChatParameters &before)
{
    QJsonObject json{{QStringLiteral("target"), target.name.toString()}};
    if (target.parameters != before)
        json.insert(QStringLiteral("parameters"), parametersToJson(target.parameters));
    if (target.isFallback)
        json.insert(QStringLiteral("fallback"), true);
    if (target.onlyLargerContext)
        json.insert(QStringLiteral("only_larger_context"), true);
    QJsonArray after;
    for (const ErrorKind kind : target.onlyAfter)
        after.append(errorKindName(kind));
    if (!after.isEmpty())
        json.insert(QStringLiteral("only_after"), after);
    if (target.contextWindow)
        json.insert(QStringLiteral("context_window"), *target.contextWindow);
    if (!target.why.isEmpty())
        json.insert(QStringLiteral("why"), target.why);
    return json;
}

PlannedTarget plannedFromJson(const QJsonObject &json, const ChatParameters &before)
{
    PlannedTarget target;
    target.name = parseTargetName(json.value(QStringLiteral("target")).toString()).value_or(TargetName());
    const QJsonValue parameters = json.value(QStringLiteral("parameters"));
    target.parameters = parameters.isObject() ? parametersFromJson(parameters.toObject()) : before;
    target.isFallback = json.value(QStringLiteral("fallback")).toBool();
    target.onlyLargerContext = json.value(QStringLiteral("only_larger_context")).toBool();
    const QJsonArray after = json.value(QStringLiteral("only_after")).toArray();
    for (const QJsonValue &each : after) {
        if (const std::optional<ErrorKind> kind = errorKindFromName(each.toString()))
            target.onlyAfter.append(*kind);
    }
    const QJsonValue window = json.value(QStringLiteral("context_window"));
    if (window.isDouble())
        target.contextWindow = window.toInteger();
    target.why = json.value(QStringLiteral("why")).toString();
    return target;
}

qint64 wholeMs(std::chrono::milliseconds time)
{
    return time.count();
}

/// Under the names of a rule set's document, but all of them.
QJsonObject heldLimitsToJson(const CallLimits &limits)
{
    return {{QStringLiteral("attempts"), limits.attempts},
            {QStringLiteral("retries"), limits.retries},
            {QStringLiteral("budget_ms"), wholeMs(limits.budget)},
            {QStringLiteral("longest_wait_ms"), wholeMs(limits.longestWait)},
            {QStringLiteral("connect_ms"), wholeMs(limits.connect)},
            {QStringLiteral("first_token_ms"), wholeMs(limits.firstToken)},
            {QStringLiteral("idle_ms"), wholeMs(limits.idle)},
            {QStringLiteral("commit"), commitName(limits.commit)},
            {QStringLiteral("commit_tokens"), limits.commitTokens},
            {QStringLiteral("fallback_on_refusal"), limits.fallbackOnRefusal}};
}

std::chrono::milliseconds timeFromJson(const QJsonObject &json, QLatin1StringView name,
                                       std::chrono::milliseconds usual)
{
    return std::chrono::milliseconds(json.value(name).toInteger(wholeMs(usual)));
}

CallLimits heldLimitsFromJson(const QJsonObject &json)
{
    CallLimits limits;
    limits.attempts = json.value(QStringLiteral("attempts")).toInt(limits.attempts);
    limits.retries = json.value(QStringLiteral("retries")).toInt(limits.retries);
    limits.budget = timeFromJson(json, QLatin1StringView("budget_ms"), limits.budget);
    limits.longestWait = timeFromJson(json, QLatin1StringView("longest_wait_ms"), limits.longestWait);
    limits.connect = timeFromJson(json, QLatin1StringView("connect_ms"), limits.connect);
    limits.firstToken = timeFromJson(json, QLatin1StringView("first_token_ms"), limits.firstToken);
    limits.idle = timeFromJson(json, QLatin1StringView("idle_ms"), limits.idle);
    limits.commit = commitFromName(json.value(QStringLiteral("commit")).toString()).value_or(limits.commit);
    limits.commitTokens = json.value(QStringLiteral("commit_tokens")).toInt(limits.commitTokens);
    limits.fallbackOnRefusal = json.value(QStringLiteral("fallback_on_refusal")).toBool();
    return limits;
}

} // namespace

QJsonObject decisionToJson(const Decision &decision)
{
    QJsonArray trace;
    for (const TraceStep &step : decision.trace)
        trace.append(stepToJson(step));
    QJsonArray targets;
    QJsonArray plan;
    ChatParameters before;
    for (const PlannedTarget &target : decision.targets) {
        targets.append(target.name.toString());
        plan.append(plannedToJson(target, before));
        before = target.parameters;
    }
    return {{QStringLiteral("rule_set"), decision.ruleSet},
            {QStringLiteral("version"), decision.version},
            {QStringLiteral("rule"), decision.rule},
            {QStringLiteral("place"), static_cast<qint64>(decision.place)},
            {QStringLiteral("trace"), trace},
            {QStringLiteral("targets"), targets},
            {QStringLiteral("plan"), plan},
            {QStringLiteral("left_out"), QJsonArray::fromStringList(decision.leftOut)},
            {QStringLiteral("limits"), heldLimitsToJson(decision.limits)},
            {QStringLiteral("draw"), decision.draw}};
}

Decision decisionFromJson(const QJsonObject &json)
{
    Decision decision;
    decision.ruleSet = json.value(QStringLiteral("rule_set")).toString();
    decision.version = json.value(QStringLiteral("version")).toInt();
    decision.rule = json.value(QStringLiteral("rule")).toString();
    decision.place = json.value(QStringLiteral("place")).toInteger(-1);
    const QJsonArray trace = json.value(QStringLiteral("trace")).toArray();
    for (const QJsonValue &step : trace)
        decision.trace.append(stepFromJson(step.toObject()));
    const QJsonArray plan = json.value(QStringLiteral("plan")).toArray();
    ChatParameters before;
    for (const QJsonValue &each : plan) {
        const PlannedTarget target = plannedFromJson(each.toObject(), before);
        before = target.parameters;
        if (!target.name.account.isEmpty())
            decision.targets.append(target);
    }
    const QJsonArray leftOut = json.value(QStringLiteral("left_out")).toArray();
    for (const QJsonValue &sentence : leftOut)
        decision.leftOut.append(sentence.toString());
    decision.limits = heldLimitsFromJson(json.value(QStringLiteral("limits")).toObject());
    decision.draw = json.value(QStringLiteral("draw")).toDouble();
    return decision;
}

} // namespace core
