#include "core/ruleformats/litellmformat.h"
#include "core/ruleformats/litellmparts.h"

#include "core/yaml/yamlwriter.h"

namespace core {

namespace {

constexpr QLatin1StringView kDefaultGroup("default");

/// What a rule asks for, as far as LiteLLM can ask for it.
struct GroupCondition
{
    QStringList models = {};
    QStringList tags = {};
    bool isWhole = true;

    bool namesGroup() const { return isWhole && !models.isEmpty(); }
};

void addToGroupCondition(const Condition &condition, GroupCondition &group)
{
    const Test &test = condition.test;
    if (condition.kind == Condition::Kind::All) {
        for (const Condition &part : condition.parts)
            addToGroupCondition(part, group);
        return;
    }
    const bool isPlain = condition.kind == Condition::Kind::Test && test.op == Operator::Is;
    if (isPlain && test.field == Field::RequestedModel && group.models.isEmpty())
        group.models = test.values;
    else if (isPlain && test.field == Field::Tag && test.key == kLiteLlmTag && group.tags.isEmpty())
        group.tags = test.values;
    else
        group.isWhole = false;
}

class LiteLlmWriter
{
public:
    LiteLlmWriter(const RuleSet &rules, const ExportContext &context) : m_rules(rules), m_context(context) { }

    Result<RuleExport> write();

private:
    void nameGroups();
    void writeRule(qsizetype place);
    void writeChain(const QString &group, const QStringList &tags, const QString &path, const Chain &chain);
    void writeFallbacks(const QString &group, const QString &path, const Chain &chain, int order);
    void writeDeployment(const QString &group, const ChainTarget &target, const QStringList &tags,
                         const CallLimits &limits, int order, bool isWeighted, bool fallbackOnly);
    QJsonObject settings();
    void chooseStrategy();

    RuleSet m_rules;
    const ExportContext &m_context;
    LossReport m_losses;
    QJsonArray m_models;
    QStringList m_groups;
    /// Groups that are asked for by a model's name, and those of them that need no tag.
    QStringList m_asked;
    QStringList m_open;
    QJsonObject m_aliases;
    QJsonArray m_contextFallbacks;
    QJsonArray m_contentFallbacks;
    PickOrder m_strategy = PickOrder::Weighted;
    bool m_hasTags = false;
};

Result<RuleExport> LiteLlmWriter::write()
{
    m_rules = flattenedRules(m_rules, m_context, m_losses);
    if (const Result<void> there = accountsExist(m_rules, m_context); !there)
        return there.error();
    chooseStrategy();
    nameGroups();
    for (qsizetype place = 0; place <= m_rules.rules.size(); ++place) {
        if (ruleAt(m_rules, place).on)
            writeRule(place);
    }
    m_losses.add(
        QStringLiteral("default"),
        RuleFormatWords::tr("LiteLLM refuses a model that no group is named after; the default rule has "
                            "to be asked for as “%1”.")
            .arg(kDefaultGroup));
    QJsonObject document = m_rules.unknown.value(QLatin1StringView("litellm")).toObject();
    document.insert(QStringLiteral("model_list"), m_models);
    const QJsonObject router = settings();
    QJsonObject kept = document.value(QLatin1StringView("router_settings")).toObject();
    for (auto member = router.begin(); member != router.end(); ++member)
        kept.insert(member.key(), member.value());
    document.insert(QStringLiteral("router_settings"), kept);
    const QByteArray yaml =
        jsonToYaml(document,
                   {QStringLiteral("model_list"), QStringLiteral("router_settings"),
                    QStringLiteral("model_name"), QStringLiteral("litellm_params"), QStringLiteral("model"),
                    QStringLiteral("api_base"), QStringLiteral("api_key")});
    return RuleExport{yaml, QStringLiteral("yaml"), m_losses.losses()};
}

/// One strategy holds for all groups.
void LiteLlmWriter::chooseStrategy()
{
    QList<PickOrder> orders;
    for (qsizetype place = 0; place <= m_rules.rules.size(); ++place) {
        const Chain &chain = ruleAt(m_rules, place).chain;
        if (ruleAt(m_rules, place).on && chain.targets.size() > 1 && chain.pick != PickOrder::Listed
            && !orders.contains(chain.pick))
            orders.append(chain.pick);
    }
    if (orders.size() == 1 && orders.first() != PickOrder::BestRated)
        m_strategy = orders.first();
}

/// Names that calls ask for come before those that are made up for other rules.
void LiteLlmWriter::nameGroups()
{
    m_groups.append(kDefaultGroup);
    for (const Rule &rule : std::as_const(m_rules.rules)) {
        GroupCondition condition;
        addToGroupCondition(rule.when, condition);
        const bool isNew = rule.on && condition.namesGroup() && !m_groups.contains(condition.models.first());
        if (!isNew)
            continue;
        m_groups.append(condition.models.first());
        m_asked.append(condition.models.first());
    }
}

void LiteLlmWriter::writeRule(qsizetype place)
{
    const Rule &rule = ruleAt(m_rules, place);
    const QString path = rulePath(m_rules, place);
    if (place == m_rules.rules.size()) {
        writeChain(kDefaultGroup, {}, path, rule.chain);
        return;
    }
    GroupCondition condition;
    addToGroupCondition(rule.when, condition);
    if (!condition.namesGroup() || !m_asked.contains(condition.models.first())) {
        const QString group = freeNameOf(rule.name.isEmpty() ? path : rule.name, m_groups);
        m_losses.add(
            path + QStringLiteral(".when"),
            RuleFormatWords::tr("LiteLLM picks by the model that is asked for alone; the rule has to be "
                                "asked for as “%1”.")
                .arg(group));
        writeChain(group, {}, path, rule.chain);
        return;
    }
    const QString group = condition.models.first();
    if (m_open.contains(group)) {
        m_losses.add(path, RuleFormatWords::tr("A rule before it takes every call for “%1”.").arg(group));
        return;
    }
    if (condition.tags.isEmpty())
        m_open.append(group);
    for (const QString &alias : condition.models.mid(1))
        m_aliases.insert(alias, group);
    m_hasTags = m_hasTags || !condition.tags.isEmpty();
    writeChain(group, condition.tags, path, rule.chain);
}

void LiteLlmWriter::writeChain(const QString &group, const QStringList &tags, const QString &path,
                               const Chain &chain)
{
    loseChainParts(chain, path, m_losses);
    loseLimits(chain.limits, path,
               {LimitPart::Attempts, LimitPart::Retries, LimitPart::Budget, LimitPart::FirstToken,
                LimitPart::Refusal},
               m_losses);
    if (chain.limits.attempts != usualAttempts(chain))
        m_losses.add(path + QStringLiteral(".chain.limits.attempts"),
                     RuleFormatWords::tr("The attempts of one call over all models cannot be limited."));
    if (chain.limits.budget.count() > 0)
        m_losses.add(path + QStringLiteral(".chain.limits.budget_ms"),
                     RuleFormatWords::tr("The time limit of the whole call becomes one of each attempt."));
    if (!chain.limits.fallbackOnRefusal && !chain.fallbacks.isEmpty())
        m_losses.add(path + QStringLiteral(".chain.limits.fallback_on_refusal"),
                     RuleFormatWords::tr("LiteLLM asks fallbacks after a content filter too."));
    const bool isShared =
        chain.targets.size() > 1 && chain.pick == m_strategy && chain.pick != PickOrder::Listed;
    const QList<ChainTarget> targets =
        isShared ? chain.targets : frozenTargets(chain, path, m_context, m_losses);
    if (chain.pick == PickOrder::Weighted && !isShared && targets.size() > 1)
        m_losses.add(path + QStringLiteral(".chain.pick"),
                     RuleFormatWords::tr("All groups share one strategy; the models of this one are asked as "
                                         "they are listed."));
    int order = 1;
    for (const ChainTarget &target : targets) {
        writeDeployment(group, target, tags, chain.limits, order,
                        isShared && chain.pick == PickOrder::Weighted, false);
        order += isShared ? 0 : 1;
    }
    writeFallbacks(group, path, chain, isShared ? 2 : order);
}

void LiteLlmWriter::writeFallbacks(const QString &group, const QString &path, const Chain &chain, int order)
{
    QJsonArray larger;
    QJsonArray refused;
    for (qsizetype at = 0; at < chain.fallbacks.size(); ++at) {
        const Fallback &fallback = chain.fallbacks.at(at);
        const bool isLarger =
            fallback.onlyLargerContext || fallback.onlyAfter == QList<ErrorKind>{ErrorKind::ContextLength};
        const bool isRefused = fallback.onlyAfter == QList<ErrorKind>{ErrorKind::ContentFilter};
        if (!isLarger && !isRefused) {
            if (!fallback.onlyAfter.isEmpty())
                m_losses.add(pathInside(path + QStringLiteral(".chain.fallbacks"), at),
                             RuleFormatWords::tr("A fallback after certain errors only cannot be said; it is "
                                                 "asked after all of them."));
            writeDeployment(group, fallback.target, {}, chain.limits, order++, false, false);
            continue;
        }
        const QString name = freeNameOf(
            group + (isLarger ? QStringLiteral("-larger") : QStringLiteral("-unfiltered")), m_groups);
        writeDeployment(name, fallback.target, {}, chain.limits, 1, false, true);
        (isLarger ? larger : refused).append(name);
    }
    if (!larger.isEmpty())
        m_contextFallbacks.append(QJsonObject{{group, larger}});
    if (!refused.isEmpty())
        m_contentFallbacks.append(QJsonObject{{group, refused}});
}

void LiteLlmWriter::writeDeployment(const QString &group, const ChainTarget &target, const QStringList &tags,
                                    const CallLimits &limits, int order, bool isWeighted, bool fallbackOnly)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    const Preset *preset = knownPresets().find(account.presetId);
    QString provider = providerNameFor(ProviderNaming::LiteLlm, account.presetId);
    QJsonObject parameters = bodyOfParameters(target.parameters);
    const bool isUsual = preset && !provider.isEmpty() && account.baseUrl == preset->baseUrl;
    if (!isUsual) {
        parameters.insert(QStringLiteral("api_base"), account.baseUrl.toString());
        // Whoever speaks OpenAI's protocol.
        provider = preset && preset->kind == PresetKind::Local ? provider : QStringLiteral("openai");
    }
    parameters.insert(QStringLiteral("model"), QString(provider + QLatin1Char('/') + target.name.model));
    if (!account.keyVariable.isEmpty())
        parameters.insert(QStringLiteral("api_key"),
                          QString(QStringLiteral("os.environ/") + account.keyVariable));
    if (order > 1)
        parameters.insert(QStringLiteral("order"), order);
    if (isWeighted)
        parameters.insert(QStringLiteral("weight"), target.weight);
    if (!tags.isEmpty())
        parameters.insert(QStringLiteral("tags"), QJsonArray::fromStringList(tags));
    if (limits.budget.count() > 0)
        parameters.insert(QStringLiteral("timeout"), static_cast<double>(limits.budget.count()) / 1000.0);
    if (limits.firstToken.count() > 0)
        parameters.insert(QStringLiteral("stream_timeout"),
                          static_cast<double>(limits.firstToken.count()) / 1000.0);
    QJsonObject model{{QStringLiteral("model_name"), group}, {QStringLiteral("litellm_params"), parameters}};
    if (fallbackOnly)
        model.insert(QStringLiteral("model_info"), QJsonObject{{QStringLiteral("fallback_only"), true}});
    m_models.append(model);
}

QJsonObject LiteLlmWriter::settings()
{
    QJsonObject router{{QStringLiteral("enable_pre_call_checks"), true}};
    QString strategy = QStringLiteral("simple-shuffle");
    if (m_strategy == PickOrder::Cheapest)
        strategy = QStringLiteral("cost-based-routing");
    else if (m_strategy == PickOrder::Fastest)
        strategy = QStringLiteral("latency-based-routing");
    router.insert(QStringLiteral("routing_strategy"), strategy);
    const int retries = m_rules.otherwise.chain.limits.retries;
    router.insert(QStringLiteral("num_retries"), retries);
    for (qsizetype place = 0; place < m_rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(m_rules, place);
        if (rule.on && rule.chain.limits.retries != retries)
            m_losses.add(rulePath(m_rules, place) + QStringLiteral(".chain.limits.retries"),
                         RuleFormatWords::tr("All groups are asked again equally often; the number of the "
                                             "default rule was taken."));
    }
    if (m_hasTags)
        router.insert(QStringLiteral("enable_tag_filtering"), true);
    if (!m_aliases.isEmpty())
        router.insert(QStringLiteral("model_group_alias"), m_aliases);
    if (!m_contextFallbacks.isEmpty())
        router.insert(QStringLiteral("context_window_fallbacks"), m_contextFallbacks);
    if (!m_contentFallbacks.isEmpty())
        router.insert(QStringLiteral("content_policy_fallbacks"), m_contentFallbacks);
    return router;
}

} // namespace

Result<RuleExport> writeLiteLlmConfig(const RuleSet &rules, const ExportContext &context)
{
    return LiteLlmWriter(rules, context).write();
}

} // namespace core
