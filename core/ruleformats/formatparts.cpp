#include "core/ruleformats/formatparts.h"

#include "core/base/redaction.h"
#include "core/chat/parametersjson.h"
#include "core/routing/documentobject.h"
#include "core/routing/pickorder.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

/// A usual call, for orders that depend on one.
constexpr qint64 kUsualPromptTokens = 1000;

bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(
        QStringLiteral("(^|[_-])(api[_-]?key|master[_-]?key|secret([_-]?key|[_-]?access[_-]?key)?|password|"
                       "token|authorization|salt[_-]?key|private[_-]?key|access[_-]?key([_-]?id)?)$"
                       "|apikey$"),
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

bool isSecretText(const QString &name, const QString &text)
{
    if (text.isEmpty() || variableReference(text))
        return false;
    return isSecretName(name) || redacted(text) != text;
}

/// Parameters that have a place of their own.
const QStringList &plainParameters()
{
    static const QStringList names{
        QStringLiteral("temperature"),      QStringLiteral("top_p"),
        QStringLiteral("max_tokens"),       QStringLiteral("frequency_penalty"),
        QStringLiteral("presence_penalty"), QStringLiteral("seed"),
        QStringLiteral("reasoning_effort"), QStringLiteral("stop"),
        QStringLiteral("response_format"),  QStringLiteral("tools"),
    };
    return names;
}

bool isRouteTarget(const TargetName &target)
{
    return target.account == kRouteAccountName;
}

/// What takes the place of a set in a file: the targets of its default rule.
QList<ChainTarget> targetsOfSet(const ChainTarget &target, const QString &path, const ExportContext &context,
                                LossReport &losses, int depth)
{
    const RuleSet *set = context.others ? context.others(target.name.model) : nullptr;
    if (!set || depth > kDeepestRoute) {
        losses.add(path,
                   RuleFormatWords::tr("There is no active rule set “%1”, so it was left out.")
                       .arg(target.name.model));
        return {};
    }
    losses.add(
        path,
        RuleFormatWords::tr("Rules inside rules cannot be said; the models of the default rule of “%1” "
                            "take its place.")
            .arg(target.name.model));
    QList<ChainTarget> flat;
    QList<ChainTarget> inner = set->otherwise.chain.targets;
    for (const Fallback &fallback : set->otherwise.chain.fallbacks)
        inner.append(fallback.target);
    for (ChainTarget &each : inner) {
        if (isRouteTarget(each.name)) {
            flat += targetsOfSet(each, path, context, losses, depth + 1);
            continue;
        }
        each.parameters = mergedParameters(target.parameters, each.parameters);
        each.weight = target.weight;
        flat.append(each);
    }
    return flat;
}

void flattenChain(Chain &chain, const QString &path, const ExportContext &context, LossReport &losses)
{
    QList<ChainTarget> targets;
    QList<Fallback> fallbacks;
    for (qsizetype at = 0; at < chain.targets.size(); ++at) {
        const ChainTarget &target = chain.targets.at(at);
        if (isRouteTarget(target.name))
            targets += targetsOfSet(target, pathInside(path + QStringLiteral(".chain.targets"), at), context,
                                    losses, 0);
        else
            targets.append(target);
    }
    for (qsizetype at = 0; at < chain.fallbacks.size(); ++at) {
        const Fallback &fallback = chain.fallbacks.at(at);
        if (!isRouteTarget(fallback.target.name)) {
            fallbacks.append(fallback);
            continue;
        }
        const QList<ChainTarget> inner = targetsOfSet(
            fallback.target, pathInside(path + QStringLiteral(".chain.fallbacks"), at), context, losses, 0);
        for (const ChainTarget &target : inner)
            fallbacks.append({target, fallback.onlyLargerContext, fallback.onlyAfter});
    }
    chain.targets = targets;
    chain.fallbacks = fallbacks;
}

struct LimitSentence
{
    LimitPart part;
    bool (*differs)(const CallLimits &limits);
    const char *what;
};

constexpr LimitSentence kLimitSentences[]{
    {LimitPart::Attempts, [](const CallLimits &limits) { return limits.attempts != CallLimits().attempts; },
     QT_TRANSLATE_NOOP("RuleFormats", "The attempts of one call over all models cannot be limited.")},
    {LimitPart::Retries, [](const CallLimits &limits) { return limits.retries != CallLimits().retries; },
     QT_TRANSLATE_NOOP("RuleFormats", "How often one model is asked again cannot be said.")},
    {LimitPart::Budget, [](const CallLimits &limits) { return limits.budget.count() != 0; },
     QT_TRANSLATE_NOOP("RuleFormats", "The time of a whole call cannot be limited.")},
    {LimitPart::LongestWait,
     [](const CallLimits &limits) { return limits.longestWait != CallLimits().longestWait; },
     QT_TRANSLATE_NOOP("RuleFormats", "The longest wait for a rate limit cannot be said.")},
    {LimitPart::Connect, [](const CallLimits &limits) { return limits.connect.count() != 0; },
     QT_TRANSLATE_NOOP("RuleFormats", "The time to connect cannot be limited.")},
    {LimitPart::FirstToken, [](const CallLimits &limits) { return limits.firstToken.count() != 0; },
     QT_TRANSLATE_NOOP("RuleFormats", "The time to the first token cannot be limited.")},
    {LimitPart::Idle, [](const CallLimits &limits) { return limits.idle.count() != 0; },
     QT_TRANSLATE_NOOP("RuleFormats", "The silence within an answer cannot be limited.")},
    {LimitPart::Commit, [](const CallLimits &limits) { return limits.commit != Commit::FirstToken; },
     QT_TRANSLATE_NOOP("RuleFormats", "An answer cannot be held back until it is taken for good.")},
    {LimitPart::Refusal, [](const CallLimits &limits) { return limits.fallbackOnRefusal; },
     QT_TRANSLATE_NOOP("RuleFormats", "To ask another model after a refusal cannot be said.")},
};

} // namespace

void LossReport::add(const QString &path, const QString &what)
{
    const FormatLoss loss{path, what};
    if (!m_losses.contains(loss))
        m_losses.append(loss);
}

QJsonValue withoutNulls(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &item : value.toArray())
            list.append(withoutNulls(item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        const QJsonValue member = object.value(key);
        if (member.isNull())
            object.remove(key);
        else
            object.insert(key, withoutNulls(member));
    }
    return object;
}

QJsonValue withoutSecretTexts(const QJsonValue &value, const QString &path, LossReport &losses)
{
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype at = 0; at < list.size(); ++at)
            list[at] = withoutSecretTexts(list.at(at), pathInside(path, at), losses);
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        const QString place = pathInside(path, QStringView(key));
        const QJsonValue member = object.value(key);
        if (!member.isString()) {
            object.insert(key, withoutSecretTexts(member, place, losses));
        } else if (isSecretText(key, member.toString())) {
            object.remove(key);
            losses.add(place,
                       RuleFormatWords::tr("A key stands in the file itself; it was dropped, since keys are "
                                           "only taken from the keychain or from variables."));
        }
    }
    return object;
}

std::optional<QString> variableReference(const QString &text)
{
    static const QRegularExpression reference(
        QStringLiteral("^(?:os\\.environ/|process\\.env\\.|env\\.|\\$)(\\w+)$|^\\$\\{(\\w+)\\}$"
                       "|^\\{\\{\\s*(\\w+)\\s*\\}\\}$"));
    const QRegularExpressionMatch match = reference.match(text);
    for (int group = 1; match.hasMatch() && group <= 3; ++group) {
        const QString name = match.captured(group);
        if (isVariableName(name))
            return name;
    }
    return std::nullopt;
}

ChatParameters bodyParameters(const QJsonObject &body)
{
    QJsonObject known;
    QJsonObject extra;
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (plainParameters().contains(member.key()))
            known.insert(member.key(), member.value());
        else
            extra.insert(member.key(), member.value());
    }
    const QJsonValue stop = known.value(QLatin1StringView("stop"));
    if (stop.isString())
        known.insert(QLatin1StringView("stop"), QJsonArray{stop});
    ChatParameters parameters = parametersFromJson(known);
    parameters.extra = extra;
    return parameters;
}

QJsonObject bodyOfParameters(const ChatParameters &parameters)
{
    QJsonObject body = parametersToJson(parameters);
    const QJsonObject extra = body.take(QLatin1StringView("extra")).toObject();
    for (auto member = extra.begin(); member != extra.end(); ++member) {
        if (member.value().isNull())
            body.remove(member.key());
        else
            body.insert(member.key(), member.value());
    }
    return body;
}

RuleSet flattenedRules(const RuleSet &rules, const ExportContext &context, LossReport &losses)
{
    RuleSet flat = rules;
    flat.rules.clear();
    for (qsizetype at = 0; at < rules.rules.size(); ++at) {
        Rule rule = rules.rules.at(at);
        const QString path = rulePath(rules, at);
        if (!rule.on) {
            losses.add(path, RuleFormatWords::tr("The rule is switched off and was left out."));
        } else {
            flattenChain(rule.chain, path, context, losses);
        }
        flat.rules.append(rule);
    }
    flattenChain(flat.otherwise.chain, rulePath(rules, rules.rules.size()), context, losses);
    return flat;
}

QList<ChainTarget> frozenTargets(const Chain &chain, const QString &path, const ExportContext &context,
                                 LossReport &losses)
{
    const bool depends = chain.pick == PickOrder::Cheapest || chain.pick == PickOrder::Fastest
        || chain.pick == PickOrder::BestRated;
    if (!depends || chain.targets.size() < 2)
        return chain.targets;
    losses.add(
        path + QStringLiteral(".chain.pick"),
        RuleFormatWords::tr("An order by price, speed or votes cannot be found anew for each call; that "
                            "of now was written down."));
    if (!context.targets)
        return chain.targets;
    QList<PickCandidate> candidates;
    for (const ChainTarget &target : chain.targets) {
        PickCandidate candidate;
        candidate.weight = target.weight;
        candidate.facts = context.targets->factsOf(target.name, {});
        candidate.cost = estimatedCost(candidate.facts, kUsualPromptTokens, target.parameters.maxTokens);
        candidates.append(candidate);
    }
    const PickedOrder picked = pickOrder(chain, candidates, 0.0);
    QList<ChainTarget> targets;
    for (const Pick &pick : picked.order)
        targets.append(chain.targets.at(pick.candidate));
    return targets.isEmpty() ? chain.targets : targets;
}

void loseLimits(const CallLimits &limits, const QString &path, const QList<LimitPart> &said,
                LossReport &losses)
{
    for (const LimitSentence &sentence : kLimitSentences) {
        if (!said.contains(sentence.part) && sentence.differs(limits))
            losses.add(path + QStringLiteral(".chain.limits"), RuleFormatWords::tr(sentence.what));
    }
}

void loseChainParts(const Chain &chain, const QString &path, LossReport &losses)
{
    if (chain.pick == PickOrder::Weighted && !chain.stickyTag.isEmpty())
        losses.add(path + QStringLiteral(".chain.sticky_tag"),
                   RuleFormatWords::tr("One order for calls with the same tag cannot be said."));
    if (chain.priceCeiling)
        losses.add(path + QStringLiteral(".chain.price_ceiling_usd"),
                   RuleFormatWords::tr("A ceiling for the price of a call cannot be said."));
}

void loseCallRules(const Chain &chain, const QString &path, LossReport &losses)
{
    if (chain.limits.attempts != usualAttempts(chain))
        losses.add(path + QStringLiteral(".chain.limits.attempts"),
                   RuleFormatWords::tr("The attempts of one call over all models cannot be limited."));
    const auto isConditional = [](const Fallback &fallback) {
        return fallback.onlyLargerContext || !fallback.onlyAfter.isEmpty();
    };
    if (std::any_of(chain.fallbacks.begin(), chain.fallbacks.end(), isConditional))
        losses.add(
            path + QStringLiteral(".chain.fallbacks"),
            RuleFormatWords::tr("A fallback after certain errors only cannot be said; it is asked after "
                                "all of them."));
    if (!chain.fallbacks.isEmpty() && !chain.limits.fallbackOnRefusal)
        losses.add(path + QStringLiteral(".chain.limits.fallback_on_refusal"),
                   RuleFormatWords::tr("The next model is asked after every error there."));
}

int usualAttempts(const Chain &chain)
{
    const auto models = static_cast<int>(chain.targets.size() + chain.fallbacks.size());
    const CallLimits usual;
    const bool retriesMuch = chain.limits.retries > usual.retries;
    return std::max(usual.attempts, retriesMuch ? models * (chain.limits.retries + 1) : models);
}

Result<ExportAccount> exportedAccount(const TargetName &target, const ExportContext &context)
{
    const std::optional<ExportAccount> account =
        context.account ? context.account(target.account) : std::nullopt;
    if (account)
        return *account;
    return Error{
        ErrorKind::InvalidRequest,
        RuleFormatWords::tr("The rules name the account “%1”, which does not exist.").arg(target.account)};
}

Result<void> accountsExist(const RuleSet &rules, const ExportContext &context)
{
    for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(rules, place);
        if (!rule.on)
            continue;
        QList<ChainTarget> targets = rule.chain.targets;
        for (const Fallback &fallback : rule.chain.fallbacks)
            targets.append(fallback.target);
        for (const ChainTarget &target : std::as_const(targets)) {
            const Result<ExportAccount> account = exportedAccount(target.name, context);
            if (!account)
                return account.error();
        }
    }
    return {};
}

QString rulePath(const RuleSet &rules, qsizetype place)
{
    return place < rules.rules.size() ? QStringLiteral("rules[%1]").arg(place) : QStringLiteral("default");
}

QString freeNameOf(const QString &wanted, QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = wanted + QLatin1Char('-') + QString::number(number);
    taken.append(name);
    return name;
}

QByteArray indentedJson(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace core
