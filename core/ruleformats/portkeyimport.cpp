#include "core/ruleformats/portkeyformat.h"

#include "core/routing/documentobject.h"
#include "core/ruleformats/mongoquery.h"
#include "core/ruleformats/providernames.h"

#include <QRegularExpression>

namespace core {

namespace {

using Name = QLatin1StringView;

constexpr std::chrono::milliseconds kPortkeyLongestWait{60'000};

/// What stands at one level of the document; levels inside others take over what they do not say themselves.
struct PortkeyNode
{
    QString path;
    QString name;
    QString mode;
    QList<int> statuses = {};
    QJsonArray conditions = {};
    QString otherwise = {};
    QJsonArray targets = {};
    ChainTarget target;
    bool isTarget = false;
    double weight = 1.0;
    std::optional<int> retries = {};
    bool heedsRetryAfter = false;
    std::optional<int> timeoutMs = {};
};

class PortkeyReader
{
public:
    explicit PortkeyReader(DocumentReading &reading) : m_reading(reading) { }

    void read(const QJsonObject &json, RuleSet &rules);
    LossReport &losses() { return m_losses; }
    const AccountGathering &accounts() const { return m_accounts; }

private:
    PortkeyNode readNode(const QJsonValue &json, const QString &path, const PortkeyNode &outer);
    void readStrategy(DocumentObject &object, PortkeyNode &node);
    void readRetry(DocumentObject &object, PortkeyNode &node);
    void readTarget(DocumentObject &object, PortkeyNode &node, const PortkeyNode &outer);
    TargetName targetName(const QString &provider, const QString &model, DocumentObject &object,
                          const QString &path);
    void loseRest(const QJsonObject &json, DocumentObject &object);
    void expand(const PortkeyNode &node, const Condition &when, int depth);
    void expandConditions(const PortkeyNode &node, const Condition &when, int depth);
    const QJsonValue *findTarget(const PortkeyNode &node, const QString &name, const QString &path);
    Chain chainOf(const PortkeyNode &node, int depth);
    void balance(const PortkeyNode &node, int depth, Chain &chain);
    void fallBack(const PortkeyNode &node, int depth, Chain &chain);
    void setLimits(const PortkeyNode &node, Chain &chain);
    void addRule(const QString &name, const Condition &when, const Chain &chain, const QString &lost,
                 const QString &path);

    DocumentReading &m_reading;
    LossReport m_losses;
    AccountGathering m_accounts{ProviderNaming::Portkey};
    QStringList m_names;
    QList<Rule> m_rules;
    /// What findTarget() found, and where.
    QJsonValue m_found;
    QString m_foundPath;
};

void PortkeyReader::read(const QJsonObject &json, RuleSet &rules)
{
    const PortkeyNode top = readNode(json, {}, {});
    if (m_reading.failed())
        return;
    expand(top, {}, 0);
    if (m_reading.failed())
        return;
    const bool hasDefault = !m_rules.isEmpty() && m_rules.last().when.isAlways() && m_rules.last().on;
    if (hasDefault) {
        rules.otherwise.chain = m_rules.takeLast().chain;
    } else {
        m_losses.add(
            QStringLiteral("strategy.default"),
            RuleFormatWords::tr("Portkey refuses a call for which no condition holds; here the models of "
                                "the first condition answer."));
        if (!m_rules.isEmpty())
            rules.otherwise.chain = m_rules.first().chain;
    }
    rules.rules = m_rules;
}

PortkeyNode PortkeyReader::readNode(const QJsonValue &json, const QString &path, const PortkeyNode &outer)
{
    DocumentObject object(json, path, &m_reading);
    PortkeyNode node;
    node.path = path;
    node.name = object.text(Name("name"));
    node.retries = outer.retries;
    node.heedsRetryAfter = outer.heedsRetryAfter;
    node.timeoutMs = outer.timeoutMs;
    node.target.parameters = outer.target.parameters;
    readStrategy(object, node);
    readRetry(object, node);
    if (object.has(Name("request_timeout")))
        node.timeoutMs = object.whole(Name("request_timeout"), 0);
    node.weight = object.number(Name("weight")).value_or(1.0);
    node.targets = object.list(Name("targets"));
    readTarget(object, node, outer);
    loseRest(json.toObject(), object);
    return node;
}

void PortkeyReader::readStrategy(DocumentObject &object, PortkeyNode &node)
{
    const QString path = object.pathOf(Name("strategy"));
    if (!object.has(Name("strategy")))
        return;
    const QJsonObject json = object.object(Name("strategy"));
    DocumentObject strategy(json, path, &m_reading);
    node.mode = strategy.text(Name("mode"));
    const QStringList modes{QStringLiteral("single"), QStringLiteral("loadbalance"),
                            QStringLiteral("fallback"), QStringLiteral("conditional")};
    if (!modes.contains(node.mode))
        m_reading.fail(expectedOneOf(strategy.pathOf(Name("mode")), modes));
    const QJsonArray statuses = strategy.list(Name("on_status_codes"));
    for (const QJsonValue &status : statuses)
        node.statuses.append(status.toInt());
    node.conditions = strategy.list(Name("conditions"));
    node.otherwise = strategy.text(Name("default"));
    loseRest(json, strategy);
}

/// The documentation has another spelling than the gateway itself; both are taken.
void PortkeyReader::readRetry(DocumentObject &object, PortkeyNode &node)
{
    if (!object.has(Name("retry")))
        return;
    const QJsonObject json = object.object(Name("retry"));
    DocumentObject retry(json, object.pathOf(Name("retry")), &m_reading);
    node.retries = retry.whole(Name("attempts"), 0);
    node.heedsRetryAfter = retry.flag(Name("use_retry_after_header"), false);
    node.heedsRetryAfter = retry.flag(Name("use_retry_after_headers"), node.heedsRetryAfter);
    if (!retry.list(Name("on_status_codes")).isEmpty())
        m_losses.add(retry.pathOf(Name("on_status_codes")),
                     RuleFormatWords::tr("After which errors a model is asked again is fixed here."));
    loseRest(json, retry);
}

void PortkeyReader::readTarget(DocumentObject &object, PortkeyNode &node, const PortkeyNode &outer)
{
    const QString provider = object.text(Name("provider"), object.text(Name("virtual_key")));
    QJsonObject body = object.object(Name("default_params"));
    if (!body.isEmpty())
        m_losses.add(
            object.pathOf(Name("default_params")),
            RuleFormatWords::tr("Parameters of a model always take the place of those of the call."));
    const QJsonObject over = object.object(Name("override_params"));
    for (auto member = over.begin(); member != over.end(); ++member)
        body.insert(member.key(), member.value());
    const QString model = body.take(Name("model")).toString(outer.target.name.model);
    if (!body.isEmpty())
        node.target.parameters = bodyParameters(body);
    node.isTarget = node.targets.isEmpty() && node.mode.isEmpty();
    node.target.name.model = model;
    if (!node.isTarget || m_reading.failed())
        return;
    if (provider.isEmpty() && !model.startsWith(QLatin1Char('@')))
        m_reading.fail(RuleFormatWords::tr("%1: expected a provider or a list of targets")
                           .arg(node.path.isEmpty() ? QStringLiteral("targets") : node.path));
    node.target.name = targetName(provider, model, object, node.path);
    node.target.weight = node.weight;
    if (node.target.name.model.isEmpty())
        m_losses.add(
            node.path,
            RuleFormatWords::tr("Portkey passes on the model that the caller names; here one has to be "
                                "filled in."));
}

/// `@name` is a provider that is saved with Portkey: an account of that name.
TargetName PortkeyReader::targetName(const QString &provider, const QString &model, DocumentObject &object,
                                     const QString &path)
{
    ProviderReference reference{provider};
    reference.baseUrl = QUrl(object.text(Name("custom_host")));
    reference.keyVariable = variableReference(object.text(Name("api_key"))).value_or(QString());
    if (model.startsWith(QLatin1Char('@')) && model.contains(QLatin1Char('/'))) {
        const qsizetype slash = model.indexOf(QLatin1Char('/'));
        reference.provider = model.sliced(1, slash - 1);
        return {m_accounts.nameOf(reference, path, m_losses), model.sliced(slash + 1)};
    }
    if (provider.startsWith(QLatin1Char('@')))
        reference.provider = provider.sliced(1);
    return {m_accounts.nameOf(reference, path, m_losses), model};
}

void PortkeyReader::loseRest(const QJsonObject &json, DocumentObject &object)
{
    for (const QString &member : json.keys()) {
        const QByteArray name = member.toUtf8();
        if (object.has(Name(name)))
            m_losses.add(object.pathOf(Name(name)),
                         RuleFormatWords::tr("It is not known here and was left out."));
    }
}

void PortkeyReader::expand(const PortkeyNode &node, const Condition &when, int depth)
{
    if (depth > kDeepestRoute) {
        m_reading.fail(RuleFormatWords::tr("%1: expected targets that nest less deep").arg(node.path));
        return;
    }
    if (node.mode == Name("conditional")) {
        expandConditions(node, when, depth);
        return;
    }
    addRule(node.name, when, chainOf(node, depth), {}, node.path);
}

void PortkeyReader::expandConditions(const PortkeyNode &node, const Condition &when, int depth)
{
    const QString list = pathInside(pathInside(node.path, u"strategy"), u"conditions");
    for (qsizetype at = 0; at < node.conditions.size() && !m_reading.failed(); ++at) {
        const QString path = pathInside(list, at);
        DocumentObject object(node.conditions.at(at), path, &m_reading);
        const MongoQuery query = readMongoQuery(object.object(Name("query")), object.pathOf(Name("query")),
                                                QStringLiteral("params"), m_reading);
        const QString then = object.text(Name("then"));
        const QJsonValue *target = findTarget(node, then, object.pathOf(Name("then")));
        if (!target)
            return;
        const PortkeyNode inner = readNode(*target, m_foundPath, node);
        if (m_reading.failed())
            return;
        const Condition both = when.isAlways() ? query.condition : allOf({when, query.condition});
        if (query.lost.isEmpty())
            expand(inner, both, depth + 1);
        else
            addRule(then, {}, chainOf(inner, depth + 1), query.lost, path);
    }
    if (node.otherwise.isEmpty() || m_reading.failed())
        return;
    const QJsonValue *target =
        findTarget(node, node.otherwise, pathInside(pathInside(node.path, u"strategy"), u"default"));
    if (target)
        expand(readNode(*target, m_foundPath, node), when, depth + 1);
}

const QJsonValue *PortkeyReader::findTarget(const PortkeyNode &node, const QString &name, const QString &path)
{
    QStringList names;
    for (qsizetype at = 0; at < node.targets.size(); ++at) {
        const QString own = node.targets.at(at).toObject().value(Name("name")).toString();
        if (own == name && !own.isEmpty()) {
            m_found = node.targets.at(at);
            m_foundPath = pathInside(pathInside(node.path, u"targets"), at);
            return &m_found;
        }
        names.append(own);
    }
    m_reading.fail(expectedOneOf(path, names));
    return nullptr;
}

Chain PortkeyReader::chainOf(const PortkeyNode &node, int depth)
{
    Chain chain;
    if (depth > kDeepestRoute)
        m_reading.fail(RuleFormatWords::tr("%1: expected targets that nest less deep").arg(node.path));
    if (!node.isTarget && node.targets.isEmpty())
        m_reading.fail(RuleFormatWords::tr("%1: expected a list with at least one target")
                           .arg(pathInside(node.path, u"targets")));
    if (m_reading.failed())
        return chain;
    if (node.mode == Name("loadbalance"))
        balance(node, depth, chain);
    else if (node.isTarget)
        chain.targets.append(node.target);
    else
        fallBack(node, depth, chain);
    setLimits(node, chain);
    return chain;
}

void PortkeyReader::balance(const PortkeyNode &node, int depth, Chain &chain)
{
    chain.pick = PickOrder::Weighted;
    for (qsizetype at = 0; at < node.targets.size() && !m_reading.failed(); ++at) {
        const QString path = pathInside(pathInside(node.path, u"targets"), at);
        const PortkeyNode inner = readNode(node.targets.at(at), path, node);
        const Chain part = chainOf(inner, depth + 1);
        if (part.targets.isEmpty())
            return;
        if (part.targets.size() + part.fallbacks.size() > 1)
            m_losses.add(
                path,
                RuleFormatWords::tr("Of models inside a share, the first has the share; the others come "
                                    "after all shares."));
        ChainTarget first = part.targets.first();
        first.weight = inner.weight;
        chain.targets.append(first);
        for (const ChainTarget &target : part.targets.mid(1))
            chain.fallbacks.append({target});
        chain.fallbacks += part.fallbacks;
        chain.limits.retries = part.limits.retries;
        chain.limits.longestWait = part.limits.longestWait;
        chain.limits.firstToken = part.limits.firstToken;
    }
    if (chain.targets.size() == 1)
        chain.pick = PickOrder::Listed;
}

void PortkeyReader::fallBack(const PortkeyNode &node, int depth, Chain &chain)
{
    Fallback condition;
    for (const ErrorKind kind :
         {ErrorKind::RateLimited, ErrorKind::Auth, ErrorKind::Quota, ErrorKind::NotFound, ErrorKind::Timeout,
          ErrorKind::Server, ErrorKind::ContextLength, ErrorKind::ContentFilter}) {
        const QList<int> statuses = statusesOfKind(kind);
        if (std::any_of(statuses.begin(), statuses.end(),
                        [&node](int status) { return node.statuses.contains(status); }))
            condition.onlyAfter.append(kind);
    }
    for (qsizetype at = 0; at < node.targets.size() && !m_reading.failed(); ++at) {
        const QString path = pathInside(pathInside(node.path, u"targets"), at);
        const Chain part = chainOf(readNode(node.targets.at(at), path, node), depth + 1);
        if (at == 0) {
            chain = part;
            continue;
        }
        if (part.pick == PickOrder::Weighted)
            m_losses.add(path, RuleFormatWords::tr("Fallbacks are asked as they are listed, not by weight."));
        for (ChainTarget target : part.targets) {
            target.weight = 1.0;
            chain.fallbacks.append({target, false, condition.onlyAfter});
        }
        for (const Fallback &fallback : part.fallbacks)
            chain.fallbacks.append({fallback.target, false, condition.onlyAfter});
    }
    if (chain.fallbacks.isEmpty())
        return;
    chain.limits.fallbackOnRefusal =
        node.statuses.isEmpty() || condition.onlyAfter.contains(ErrorKind::ContentFilter);
    if (node.statuses.isEmpty())
        m_losses.add(
            pathInside(node.path, u"strategy"),
            RuleFormatWords::tr("Portkey asks the next model after an invalid request too; here the call "
                                "ends with its error."));
}

void PortkeyReader::setLimits(const PortkeyNode &node, Chain &chain)
{
    if (node.retries || node.isTarget) {
        chain.limits.retries = node.retries.value_or(0);
        if (node.heedsRetryAfter)
            chain.limits.longestWait = kPortkeyLongestWait;
    }
    if (node.timeoutMs)
        chain.limits.firstToken = std::chrono::milliseconds(*node.timeoutMs);
    chain.limits.attempts = usualAttempts(chain);
}

void PortkeyReader::addRule(const QString &name, const Condition &when, const Chain &chain,
                            const QString &lost, const QString &path)
{
    Rule rule;
    rule.name = freeNameOf(name.isEmpty() ? QStringLiteral("rule") : name, m_names);
    rule.when = when;
    rule.chain = chain;
    if (!lost.isEmpty()) {
        rule.on = false;
        rule.note = lost;
        m_losses.add(path, RuleFormatWords::tr("%1 The rule is kept switched off.").arg(lost));
    }
    m_rules.append(rule);
}

} // namespace

QList<int> statusesOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::RateLimited:
        return {429};
    case ErrorKind::Auth:
        return {401, 403};
    case ErrorKind::Quota:
        return {402};
    case ErrorKind::NotFound:
        return {404};
    case ErrorKind::Timeout:
        return {408};
    case ErrorKind::Server:
        return {500, 502, 503, 504};
    case ErrorKind::ContextLength:
    case ErrorKind::ContentFilter:
        return {400};
    default:
        return {};
    }
}

bool isPortkeyConfig(const RuleText &text)
{
    const QJsonObject &json = text.json;
    return text.isJson
        && (json.value(Name("strategy")).isObject() || json.value(Name("targets")).isArray()
            || json.contains(Name("override_params")) || json.contains(Name("virtual_key")));
}

Result<RuleImport> readPortkeyConfig(const RuleText &text, const QString &suggestedName)
{
    RuleImport imported;
    imported.format = RuleFormat::Portkey;
    imported.rules.name = suggestedName;
    DocumentReading reading(&imported.unknown);
    PortkeyReader reader(reading);
    const QJsonObject json = withoutSecretTexts(withoutNulls(text.json), {}, reader.losses()).toObject();
    reader.read(json, imported.rules);
    if (reading.failed())
        return reading.error();
    imported.accounts = reader.accounts().accounts();
    imported.losses = reader.losses().losses();
    return imported;
}

} // namespace core
