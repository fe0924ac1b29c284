#include "core/chat/parametersjson.h"
#include "core/routing/rulesetjson.h"
#include "core/routing/rulesetparts.h"

#include <QRegularExpression>

namespace core {

namespace {

constexpr QLatin1StringView kTargetsPart("targets");
constexpr QLatin1StringView kPickPart("pick");
constexpr QLatin1StringView kStickyPart("sticky_tag");
constexpr QLatin1StringView kCeilingPart("price_ceiling_usd");
constexpr QLatin1StringView kFallbacksPart("fallbacks");
constexpr QLatin1StringView kLimitsPart("limits");
constexpr QLatin1StringView kTargetPart("target");
constexpr QLatin1StringView kWeightPart("weight");
constexpr QLatin1StringView kParametersPart("parameters");
constexpr QLatin1StringView kLargerPart("only_larger_context");
constexpr QLatin1StringView kAfterPart("only_after");
constexpr QLatin1StringView kAttemptsPart("attempts");
constexpr QLatin1StringView kRetriesPart("retries");
constexpr QLatin1StringView kBudgetPart("budget_ms");
constexpr QLatin1StringView kLongestWaitPart("longest_wait_ms");
constexpr QLatin1StringView kConnectPart("connect_ms");
constexpr QLatin1StringView kFirstTokenPart("first_token_ms");
constexpr QLatin1StringView kIdlePart("idle_ms");
constexpr QLatin1StringView kCommitPart("commit");
constexpr QLatin1StringView kCommitTokensPart("commit_tokens");
constexpr QLatin1StringView kRefusalPart("fallback_on_refusal");

using std::chrono::milliseconds;

struct TimeMember
{
    QLatin1StringView name;
    milliseconds CallLimits::*member;
};

constexpr TimeMember kTimeMembers[]{
    {kBudgetPart, &CallLimits::budget},   {kLongestWaitPart, &CallLimits::longestWait},
    {kConnectPart, &CallLimits::connect}, {kFirstTokenPart, &CallLimits::firstToken},
    {kIdlePart, &CallLimits::idle},
};

struct WholeMember
{
    QLatin1StringView name;
    int CallLimits::*member;
};

constexpr WholeMember kWholeMembers[]{
    {kAttemptsPart, &CallLimits::attempts},
    {kRetriesPart, &CallLimits::retries},
    {kCommitTokensPart, &CallLimits::commitTokens},
};

QJsonObject limitsToJson(const CallLimits &limits)
{
    const CallLimits usual;
    QJsonObject json;
    for (const WholeMember &each : kWholeMembers) {
        if (limits.*each.member != usual.*each.member)
            json.insert(each.name, limits.*each.member);
    }
    for (const TimeMember &each : kTimeMembers) {
        if (limits.*each.member != usual.*each.member)
            json.insert(each.name, qint64((limits.*each.member).count()));
    }
    if (limits.commit != usual.commit)
        json.insert(kCommitPart, commitName(limits.commit));
    if (limits.fallbackOnRefusal)
        json.insert(kRefusalPart, true);
    return json;
}

QJsonObject targetToJson(const ChainTarget &target)
{
    QJsonObject json{{kTargetPart, target.name.toString()}};
    if (target.weight != 1.0)
        json.insert(kWeightPart, target.weight);
    if (target.parameters != ChatParameters())
        json.insert(kParametersPart, parametersToJson(target.parameters));
    return withUnknown(json, target.unknown);
}

QJsonObject fallbackToJson(const Fallback &fallback)
{
    QJsonObject json = targetToJson(fallback.target);
    if (fallback.onlyLargerContext)
        json.insert(kLargerPart, true);
    QJsonArray after;
    for (const ErrorKind kind : fallback.onlyAfter)
        after.append(errorKindName(kind));
    if (!after.isEmpty())
        json.insert(kAfterPart, after);
    return json;
}

QStringList namesOfErrors()
{
    QStringList names;
    for (int each = 0; each <= static_cast<int>(ErrorKind::Budget); ++each)
        names.append(errorKindName(static_cast<ErrorKind>(each)));
    return names;
}

CallLimits readLimits(DocumentObject &object)
{
    CallLimits limits;
    for (const WholeMember &each : kWholeMembers)
        limits.*each.member = object.whole(each.name, limits.*each.member);
    for (const TimeMember &each : kTimeMembers) {
        const auto usual = static_cast<int>((limits.*each.member).count());
        limits.*each.member = milliseconds(object.whole(each.name, usual));
    }
    limits.commit = object.choice(
        kCommitPart, limits.commit, commitFromName,
        {commitName(Commit::FirstToken), commitName(Commit::Tokens), commitName(Commit::Complete)});
    limits.fallbackOnRefusal = object.flag(kRefusalPart, false);
    return limits;
}

/// As parametersFromJson(), which leaves out what has the wrong type; here each is an error.
ChatParameters readParameters(const QJsonObject &json, const QString &path, DocumentReading &reading)
{
    constexpr QLatin1StringView numbers[]{QLatin1StringView("temperature"), QLatin1StringView("top_p"),
                                          QLatin1StringView("frequency_penalty"),
                                          QLatin1StringView("presence_penalty")};
    constexpr QLatin1StringView wholes[]{QLatin1StringView("max_tokens"), QLatin1StringView("seed")};
    constexpr QLatin1StringView objects[]{QLatin1StringView("response_format"), QLatin1StringView("extra")};
    const QLatin1StringView effort("reasoning_effort");
    const QLatin1StringView stop("stop");
    const QLatin1StringView tools("tools");
    DocumentObject object(json, path, &reading);
    QStringList known{effort, stop, tools};
    for (const QLatin1StringView name : numbers) {
        object.number(name);
        known.append(name);
    }
    for (const QLatin1StringView name : wholes) {
        object.integer(name);
        known.append(name);
    }
    for (const QLatin1StringView name : objects) {
        object.object(name);
        known.append(name);
    }
    object.text(effort);
    object.texts(stop);
    object.list(tools);
    // It would be sent to nobody; what a provider has beyond these belongs into `extra`.
    object.refuseRest(known);
    return parametersFromJson(json);
}

TargetName readTargetName(DocumentObject &object)
{
    const QString expected =
        RuleDocument::tr("%1: expected account/model or route/NAME").arg(object.pathOf(kTargetPart));
    object.require(kTargetPart, expected);
    const QString text = object.text(kTargetPart);
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0) {
        object.reading().fail(expected);
        return {};
    }
    // A draft may lack either; checkRuleSet() says so.
    return {text.first(slash), text.sliced(slash + 1)};
}

ChainTarget readTarget(DocumentObject &object)
{
    ChainTarget target;
    target.name = readTargetName(object);
    target.weight = object.number(kWeightPart).value_or(target.weight);
    const QString inside = object.pathOf(kParametersPart);
    target.parameters = readParameters(object.object(kParametersPart), inside, object.reading());
    return target;
}

Fallback readFallback(const QJsonValue &json, const QString &path, DocumentReading &reading)
{
    DocumentObject object(json, path, &reading);
    Fallback fallback;
    fallback.target = readTarget(object);
    fallback.onlyLargerContext = object.flag(kLargerPart, false);
    const QStringList names = object.texts(kAfterPart);
    for (qsizetype at = 0; at < names.size(); ++at) {
        const std::optional<ErrorKind> kind = errorKindFromName(names.at(at));
        if (!kind)
            reading.fail(expectedOneOf(pathInside(object.pathOf(kAfterPart), at), namesOfErrors()));
        fallback.onlyAfter.append(kind.value_or(ErrorKind::Server));
    }
    fallback.target.unknown = object.rest();
    return fallback;
}

std::optional<Money> readCeiling(DocumentObject &object)
{
    if (!object.has(kCeilingPart))
        return std::nullopt;
    static const QRegularExpression plain(QStringLiteral("^[0-9]{1,7}(\\.[0-9]{1,12})?$"));
    const QString text = object.text(kCeilingPart);
    const std::optional<Money> ceiling =
        plain.match(text).hasMatch() ? Money::fromDecimal(text) : std::nullopt;
    if (!ceiling)
        object.reading().fail(RuleDocument::tr("%1: expected an amount in US dollars such as \"0.01\"")
                                  .arg(object.pathOf(kCeilingPart)));
    return ceiling;
}

} // namespace

QJsonObject chainToJson(const Chain &chain)
{
    const auto listOf = [](const auto &values, const auto &toJson) {
        QJsonArray list;
        for (const auto &value : values)
            list.append(toJson(value));
        return list;
    };
    QJsonObject json{{kTargetsPart, listOf(chain.targets, targetToJson)}};
    if (chain.pick != PickOrder::Listed)
        json.insert(kPickPart, pickOrderName(chain.pick));
    if (!chain.stickyTag.isEmpty())
        json.insert(kStickyPart, chain.stickyTag);
    if (chain.priceCeiling)
        json.insert(kCeilingPart, chain.priceCeiling->toDecimal());
    if (!chain.fallbacks.isEmpty())
        json.insert(kFallbacksPart, listOf(chain.fallbacks, fallbackToJson));
    const QJsonObject limits = withUnknown(limitsToJson(chain.limits), chain.unknownLimits);
    if (!limits.isEmpty())
        json.insert(kLimitsPart, limits);
    return withUnknown(json, chain.unknown);
}

Chain readChain(const QJsonValue &json, const QString &path, DocumentReading &reading)
{
    DocumentObject object(json, path, &reading);
    Chain chain;
    QStringList orders;
    for (int each = 0; each <= static_cast<int>(PickOrder::BestRated); ++each)
        orders.append(pickOrderName(static_cast<PickOrder>(each)));
    chain.pick = object.choice(kPickPart, chain.pick, pickOrderFromName, orders);
    chain.stickyTag = object.text(kStickyPart);
    chain.priceCeiling = readCeiling(object);
    const QJsonArray targets = object.list(kTargetsPart);
    for (qsizetype at = 0; at < targets.size() && !reading.failed(); ++at) {
        DocumentObject target(targets.at(at), pathInside(object.pathOf(kTargetsPart), at), &reading);
        chain.targets.append(readTarget(target));
        chain.targets.last().unknown = target.rest();
    }
    const QJsonArray fallbacks = object.list(kFallbacksPart);
    for (qsizetype at = 0; at < fallbacks.size() && !reading.failed(); ++at)
        chain.fallbacks.append(
            readFallback(fallbacks.at(at), pathInside(object.pathOf(kFallbacksPart), at), reading));
    const QString limitsPath = object.pathOf(kLimitsPart);
    DocumentObject limits(object.object(kLimitsPart), limitsPath, &reading);
    chain.limits = readLimits(limits);
    chain.unknownLimits = limits.rest();
    chain.unknown = object.rest();
    return chain;
}

} // namespace core
