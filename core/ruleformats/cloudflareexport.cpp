#include "core/ruleformats/cloudflareformat.h"

#include "core/ruleformats/mongoquery.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

constexpr qsizetype kMostShares = 5;

class CloudflareWriter
{
public:
    explicit CloudflareWriter(const ExportContext &context) : m_context(context) { }

    Result<RuleExport> write(const RuleSet &set);

private:
    QString writeChain(const Chain &chain, const QString &path);
    QString writeShares(const QList<ChainTarget> &targets, const Chain &chain, const QString &behind,
                        const QString &path);
    QString writeModel(const ChainTarget &target, const CallLimits &limits, const QString &behind,
                       const QString &path);
    void loseParts(const Chain &chain, const QString &path);
    void add(const QString &id, const QString &type, const QJsonObject &outputs,
             const QJsonObject &properties = {});
    static QJsonObject to(const QString &id) { return {{QStringLiteral("elementId"), id}}; }

    const ExportContext &m_context;
    LossReport m_losses;
    QJsonArray m_elements;
    int m_models = 0;
};

void CloudflareWriter::add(const QString &id, const QString &type, const QJsonObject &outputs,
                           const QJsonObject &properties)
{
    QJsonObject element{
        {QStringLiteral("id"), id}, {QStringLiteral("type"), type}, {QStringLiteral("outputs"), outputs}};
    if (!properties.isEmpty())
        element.insert(QStringLiteral("properties"), properties);
    m_elements.append(element);
}

/// From the end to the start, since each element names the next.
Result<RuleExport> CloudflareWriter::write(const RuleSet &set)
{
    const RuleSet rules = flattenedRules(set, m_context, m_losses);
    if (const Result<void> there = accountsExist(rules, m_context); !there)
        return there.error();
    add(QStringLiteral("end"), QStringLiteral("end"), {});
    QString next = writeChain(rules.otherwise.chain, rulePath(rules, rules.rules.size()));
    for (qsizetype place = rules.rules.size() - 1; place >= 0; --place) {
        const Rule &rule = rules.rules.at(place);
        const QString path = rulePath(rules, place);
        if (!rule.on)
            continue;
        const std::optional<QJsonObject> query = writeMongoQuery(
            rule.when, path + QStringLiteral(".when"), {QStringLiteral("body"), false, false}, m_losses);
        if (!query)
            continue;
        const QString chain = writeChain(rule.chain, path);
        const QString id = QStringLiteral("rule-%1").arg(place + 1);
        add(id, QStringLiteral("conditional"),
            {{QStringLiteral("true"), to(chain)}, {QStringLiteral("false"), to(next)}},
            {{QStringLiteral("conditions"), *query}});
        next = id;
    }
    add(QStringLiteral("start"), QStringLiteral("start"), {{QStringLiteral("next"), to(next)}});
    QJsonArray forwards;
    for (const auto &element : std::as_const(m_elements))
        forwards.prepend(element);
    QJsonObject route = rules.unknown.value(QLatin1StringView("cloudflare")).toObject();
    route.insert(QStringLiteral("name"), rules.name);
    route.insert(QStringLiteral("elements"), forwards);
    return RuleExport{indentedJson(route), QStringLiteral("json"), m_losses.losses()};
}

QString CloudflareWriter::writeChain(const Chain &chain, const QString &path)
{
    loseParts(chain, path);
    const QList<ChainTarget> targets = frozenTargets(chain, path, m_context, m_losses);
    const bool shares =
        chain.pick == PickOrder::Weighted && targets.size() > 1 && targets.size() <= kMostShares;
    if (chain.pick == PickOrder::Weighted && targets.size() > kMostShares)
        m_losses.add(path + QStringLiteral(".chain.pick"),
                     RuleFormatWords::tr("There are at most five shares; the models are asked as they are "
                                         "listed."));
    QString next = QStringLiteral("end");
    for (auto fallback = chain.fallbacks.crbegin(); fallback != chain.fallbacks.crend(); ++fallback)
        next = writeModel(fallback->target, chain.limits, next, path);
    if (shares)
        return writeShares(targets, chain, next, path);
    for (auto target = targets.crbegin(); target != targets.crend(); ++target)
        next = writeModel(*target, chain.limits, next, path);
    return next;
}

QString CloudflareWriter::writeShares(const QList<ChainTarget> &targets, const Chain &chain,
                                      const QString &behind, const QString &path)
{
    double total = 0.0;
    for (const ChainTarget &target : targets)
        total += target.weight;
    m_losses.add(
        path + QStringLiteral(".chain.targets"),
        RuleFormatWords::tr("A model of a share is not followed by the others when it fails, only by the "
                            "fallbacks."));
    QJsonObject outputs;
    for (qsizetype at = 0; at < targets.size(); ++at) {
        const QString model = writeModel(targets.at(at), chain.limits, behind, path);
        QString share = QString::number(targets.at(at).weight / total * 100.0, 'g', 4) + QLatin1Char('%');
        if (at == targets.size() - 1 || outputs.contains(share))
            share = outputs.contains(QStringLiteral("else")) ? share : QStringLiteral("else");
        if (outputs.contains(share))
            m_losses.add(
                path + QStringLiteral(".chain.targets"),
                RuleFormatWords::tr("Several models with the same share cannot be told apart there."));
        outputs.insert(share, to(model));
    }
    const QString id = QStringLiteral("shares-%1").arg(++m_models);
    add(id, QStringLiteral("percentage"), outputs);
    return id;
}

QString CloudflareWriter::writeModel(const ChainTarget &target, const CallLimits &limits,
                                     const QString &behind, const QString &path)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    QString provider = providerNameFor(ProviderNaming::Cloudflare, account.presetId);
    if (provider.isEmpty()) {
        provider = account.name;
        m_losses.add(
            path,
            RuleFormatWords::tr("Cloudflare does not know the provider of the account “%1”; it has to be "
                                "added there.")
                .arg(account.name));
    }
    if (target.parameters != ChatParameters())
        m_losses.add(path + QStringLiteral(".chain.targets"),
                     RuleFormatWords::tr("Parameters of a model cannot be said."));
    QJsonObject properties{{QStringLiteral("provider"), provider},
                           {QStringLiteral("model"), target.name.model},
                           {QStringLiteral("retries"), limits.retries}};
    if (limits.firstToken.count() > 0)
        properties.insert(QStringLiteral("timeout"), qint64(limits.firstToken.count()));
    const QString id = QStringLiteral("model-%1").arg(++m_models);
    add(id, QStringLiteral("model"),
        {{QStringLiteral("success"), to(QStringLiteral("end"))}, {QStringLiteral("fallback"), to(behind)}},
        properties);
    return id;
}

void CloudflareWriter::loseParts(const Chain &chain, const QString &path)
{
    loseChainParts(chain, path, m_losses);
    loseLimits(chain.limits, path,
               {LimitPart::Attempts, LimitPart::Retries, LimitPart::FirstToken, LimitPart::Refusal},
               m_losses);
    loseCallRules(chain, path, m_losses);
}

} // namespace

Result<RuleExport> writeCloudflareRoute(const RuleSet &rules, const ExportContext &context)
{
    return CloudflareWriter(context).write(rules);
}

} // namespace core
