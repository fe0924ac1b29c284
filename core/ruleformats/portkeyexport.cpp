#include "core/ruleformats/portkeyformat.h"

#include "core/ruleformats/mongoquery.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

constexpr std::chrono::milliseconds kPortkeyWait{60'000};

class PortkeyWriter
{
public:
    explicit PortkeyWriter(const ExportContext &context) : m_context(context) { }

    Result<RuleExport> write(const RuleSet &set);

private:
    QJsonObject writeChain(const Chain &chain, const QString &path);
    QJsonObject writeTarget(const ChainTarget &target, const QString &path, bool isWeighted);
    QJsonObject strategyOf(const Chain &chain, const QString &path);
    void addLimits(const Chain &chain, const QString &path, QJsonObject &node);

    const ExportContext &m_context;
    LossReport m_losses;
};

Result<RuleExport> PortkeyWriter::write(const RuleSet &set)
{
    const RuleSet rules = flattenedRules(set, m_context, m_losses);
    if (const Result<void> there = accountsExist(rules, m_context); !there)
        return there.error();
    const qsizetype count = rules.rules.size();
    QJsonObject usual = writeChain(rules.otherwise.chain, rulePath(rules, count));
    QJsonArray conditions;
    QJsonArray targets;
    QStringList names{QStringLiteral("default")};
    for (qsizetype place = 0; place < count; ++place) {
        const Rule &rule = rules.rules.at(place);
        const QString path = rulePath(rules, place);
        if (!rule.on)
            continue;
        const std::optional<QJsonObject> query =
            writeMongoQuery(rule.when, path + QStringLiteral(".when"), {QStringLiteral("params")}, m_losses);
        if (!query)
            continue;
        const QString name = freeNameOf(rule.name.isEmpty() ? QStringLiteral("rule") : rule.name, names);
        QJsonObject target = writeChain(rule.chain, path);
        target.insert(QStringLiteral("name"), name);
        targets.append(target);
        conditions.append(QJsonObject{{QStringLiteral("query"), *query}, {QStringLiteral("then"), name}});
    }
    if (!conditions.isEmpty()) {
        usual.insert(QStringLiteral("name"), names.first());
        targets.append(usual);
        const QJsonObject strategy{{QStringLiteral("mode"), QStringLiteral("conditional")},
                                   {QStringLiteral("conditions"), conditions},
                                   {QStringLiteral("default"), names.first()}};
        usual = {{QStringLiteral("strategy"), strategy}, {QStringLiteral("targets"), targets}};
    }
    return RuleExport{indentedJson(usual), QStringLiteral("json"), m_losses.losses()};
}

QJsonObject PortkeyWriter::writeChain(const Chain &chain, const QString &path)
{
    loseChainParts(chain, path, m_losses);
    const QList<ChainTarget> targets = frozenTargets(chain, path, m_context, m_losses);
    const bool isWeighted = chain.pick == PickOrder::Weighted && targets.size() > 1;
    QJsonArray nodes;
    for (const ChainTarget &target : targets)
        nodes.append(writeTarget(target, path, isWeighted));
    if (isWeighted && !chain.fallbacks.isEmpty()) {
        const QJsonObject strategy{{QStringLiteral("mode"), QStringLiteral("loadbalance")}};
        nodes = {QJsonObject{{QStringLiteral("strategy"), strategy}, {QStringLiteral("targets"), nodes}}};
    }
    for (const Fallback &fallback : chain.fallbacks)
        nodes.append(writeTarget(fallback.target, path, false));
    QJsonObject node;
    if (nodes.size() == 1)
        node = nodes.first().toObject();
    else if (!nodes.isEmpty())
        node = {{QStringLiteral("strategy"), strategyOf(chain, path)}, {QStringLiteral("targets"), nodes}};
    addLimits(chain, path, node);
    return node;
}

QJsonObject PortkeyWriter::strategyOf(const Chain &chain, const QString &path)
{
    if (chain.fallbacks.isEmpty() && chain.pick == PickOrder::Weighted)
        return {{QStringLiteral("mode"), QStringLiteral("loadbalance")}};
    QJsonObject strategy{{QStringLiteral("mode"), QStringLiteral("fallback")}};
    const QList<ErrorKind> kinds =
        chain.fallbacks.isEmpty() ? QList<ErrorKind>() : chain.fallbacks.first().onlyAfter;
    QJsonArray statuses;
    for (const Fallback &fallback : chain.fallbacks) {
        if (fallback.onlyAfter != kinds || (!kinds.isEmpty() && chain.targets.size() > 1))
            m_losses.add(
                path + QStringLiteral(".chain.fallbacks"),
                RuleFormatWords::tr("All models of a chain are asked after the same errors; those of the "
                                    "first fallback were taken."));
        if (fallback.onlyLargerContext)
            m_losses.add(
                path + QStringLiteral(".chain.fallbacks"),
                RuleFormatWords::tr("A fallback for a larger context window only cannot be said; it is "
                                    "asked after other errors too."));
    }
    for (const ErrorKind kind : kinds) {
        for (const int status : statusesOfKind(kind)) {
            if (!statuses.contains(status))
                statuses.append(status);
        }
        if (statusesOfKind(kind).isEmpty() || statusesOfKind(kind) == QList<int>{400})
            m_losses.add(
                path + QStringLiteral(".chain.fallbacks"),
                RuleFormatWords::tr("Errors are told apart by their HTTP status alone, and “%1” has none "
                                    "of its own.")
                    .arg(errorKindName(kind)));
    }
    if (!statuses.isEmpty())
        strategy.insert(QStringLiteral("on_status_codes"), statuses);
    else if (!chain.limits.fallbackOnRefusal)
        m_losses.add(
            path + QStringLiteral(".chain.limits.fallback_on_refusal"),
            RuleFormatWords::tr("The next model is asked after every error there, a content filter and an "
                                "invalid request too."));
    return strategy;
}

QJsonObject PortkeyWriter::writeTarget(const ChainTarget &target, const QString &path, bool isWeighted)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    const Preset *preset = knownPresets().find(account.presetId);
    const QString provider = providerNameFor(ProviderNaming::Portkey, account.presetId);
    const bool isUsual = preset && !provider.isEmpty() && account.baseUrl == preset->baseUrl;
    QJsonObject over = bodyOfParameters(target.parameters);
    over.insert(QStringLiteral("model"), target.name.model);
    QJsonObject node{{QStringLiteral("provider"), isUsual ? provider : QStringLiteral("openai")},
                     {QStringLiteral("override_params"), over}};
    if (!isUsual)
        node.insert(QStringLiteral("custom_host"), account.baseUrl.toString());
    if (!account.keyVariable.isEmpty()) {
        node.insert(QStringLiteral("api_key"),
                    QString(QStringLiteral("{{") + account.keyVariable + QStringLiteral("}}")));
        m_losses.add(
            path,
            RuleFormatWords::tr("Portkey reads no variables: the key of %1, or a provider saved there, has "
                                "to be put in its place.")
                .arg(account.keyVariable));
    }
    if (isWeighted)
        node.insert(QStringLiteral("weight"), target.weight);
    return node;
}

void PortkeyWriter::addLimits(const Chain &chain, const QString &path, QJsonObject &node)
{
    const CallLimits &limits = chain.limits;
    loseLimits(limits, path,
               {LimitPart::Attempts, LimitPart::Retries, LimitPart::LongestWait, LimitPart::FirstToken,
                LimitPart::Refusal},
               m_losses);
    if (limits.attempts != usualAttempts(chain))
        m_losses.add(path + QStringLiteral(".chain.limits.attempts"),
                     RuleFormatWords::tr("The attempts of one call over all models cannot be limited."));
    if (limits.firstToken.count() > 0)
        node.insert(QStringLiteral("request_timeout"), qint64(limits.firstToken.count()));
    if (limits.retries == 0)
        return;
    node.insert(QStringLiteral("retry"),
                QJsonObject{{QStringLiteral("attempts"), limits.retries},
                            {QStringLiteral("use_retry_after_header"), limits.longestWait.count() > 0}});
    if (limits.longestWait != kPortkeyWait)
        m_losses.add(path + QStringLiteral(".chain.limits.longest_wait_ms"),
                     RuleFormatWords::tr("Portkey waits for up to a minute."));
}

} // namespace

Result<RuleExport> writePortkeyConfig(const RuleSet &rules, const ExportContext &context)
{
    return PortkeyWriter(context).write(rules);
}

} // namespace core
