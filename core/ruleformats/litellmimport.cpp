#include "core/ruleformats/litellmformat.h"
#include "core/ruleformats/litellmparts.h"

#include "core/yaml/yamljson.h"

#include <QRegularExpression>

namespace core {

namespace {

constexpr QLatin1StringView kModelList("model_list");

std::chrono::milliseconds liteLlmSeconds(double seconds)
{
    return std::chrono::milliseconds(qRound64(std::clamp(seconds, 0.0, 86'400.0) * 1000.0));
}

/// Turns groups into rules.
class LiteLlmRules
{
public:
    LiteLlmRules(const QList<LiteLlmGroup> &groups, const LiteLlmSettings &settings, LossReport &losses)
        : m_groups(groups), m_settings(settings), m_losses(losses)
    {
    }

    void build(RuleSet &rules);

private:
    const LiteLlmGroup *find(const QString &name) const;
    const LiteLlmGroup *defaultGroup() const;
    void addRules(const LiteLlmGroup &group, RuleSet &rules);
    Chain chainOf(const LiteLlmGroup &group, const QList<LiteLlmDeployment> &deployments);
    void addFallbacks(const LiteLlmGroup &group, const QStringList &names, const Fallback &condition,
                      Chain &chain);
    void setLimits(const LiteLlmGroup &group, const QList<LiteLlmDeployment> &deployments, Chain &chain);
    PickOrder pickOf(const LiteLlmGroup &group);
    std::optional<double> sharedTime(const LiteLlmGroup &group, const QList<LiteLlmDeployment> &deployments,
                                     std::optional<double> LiteLlmDeployment::*member,
                                     const std::optional<double> &usual);
    QStringList namesOf(const LiteLlmGroup &group) const;

    const QList<LiteLlmGroup> &m_groups;
    const LiteLlmSettings &m_settings;
    LossReport &m_losses;
};

void LiteLlmRules::build(RuleSet &rules)
{
    const LiteLlmGroup *usual = defaultGroup();
    for (const LiteLlmGroup &group : m_groups) {
        const bool isBehindOthers =
            std::all_of(group.deployments.begin(), group.deployments.end(),
                        [](const LiteLlmDeployment &deployment) { return deployment.fallbackOnly; });
        if (&group != usual && !isBehindOthers)
            addRules(group, rules);
    }
    if (usual) {
        rules.otherwise.name = usual->name;
        rules.otherwise.chain = chainOf(*usual, usual->deployments);
        return;
    }
    const LiteLlmGroup &first = m_groups.first();
    rules.otherwise.chain = chainOf(first, first.deployments);
    m_losses.add(
        QStringLiteral("model_list"),
        RuleFormatWords::tr("LiteLLM refuses a model that no group is named after; here “%1” answers.")
            .arg(first.name));
}

const LiteLlmGroup *LiteLlmRules::find(const QString &name) const
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(),
                                    [&name](const LiteLlmGroup &group) { return group.name == name; });
    return found == m_groups.end() ? nullptr : &*found;
}

/// The group for models that nobody named.
const LiteLlmGroup *LiteLlmRules::defaultGroup() const
{
    if (!m_settings.defaultFallbacks.isEmpty()) {
        if (const LiteLlmGroup *group = find(m_settings.defaultFallbacks.first()))
            return group;
    }
    return find(QStringLiteral("default"));
}

QStringList LiteLlmRules::namesOf(const LiteLlmGroup &group) const
{
    QStringList names{group.name};
    QStringList aliases = m_settings.aliases.keys(group.name);
    aliases.sort();
    return names + aliases;
}

/// With tag filtering, the deployments of each tag are a rule before that of the others.
void LiteLlmRules::addRules(const LiteLlmGroup &group, RuleSet &rules)
{
    const Condition asked = testCondition({Field::RequestedModel, Operator::Is, {}, namesOf(group)});
    QList<QStringList> tagSets;
    QList<LiteLlmDeployment> others;
    for (const LiteLlmDeployment &deployment : group.deployments) {
        const bool isTagged = m_settings.filtersByTag && !deployment.tags.isEmpty()
            && !deployment.tags.contains(QLatin1StringView("default"));
        if (!isTagged)
            others.append(deployment);
        else if (!tagSets.contains(deployment.tags))
            tagSets.append(deployment.tags);
    }
    for (const QStringList &tags : std::as_const(tagSets)) {
        QList<LiteLlmDeployment> tagged;
        for (const LiteLlmDeployment &deployment : group.deployments) {
            if (deployment.tags == tags)
                tagged.append(deployment);
        }
        Rule rule;
        rule.name = QStringLiteral("%1 (%2)").arg(group.name, tags.join(QLatin1StringView(", ")));
        rule.when = allOf({asked, testCondition({Field::Tag, Operator::Is, kLiteLlmTag, tags})});
        rule.chain = chainOf(group, tagged);
        rules.rules.append(rule);
    }
    if (others.isEmpty())
        return;
    Rule rule;
    rule.name = group.name;
    rule.when = asked;
    rule.chain = chainOf(group, others);
    rules.rules.append(rule);
}

Chain LiteLlmRules::chainOf(const LiteLlmGroup &group, const QList<LiteLlmDeployment> &deployments)
{
    QList<LiteLlmDeployment> sorted = deployments;
    std::stable_sort(
        sorted.begin(), sorted.end(),
        [](const LiteLlmDeployment &one, const LiteLlmDeployment &other) { return one.order < other.order; });
    Chain chain;
    for (const LiteLlmDeployment &deployment : std::as_const(sorted)) {
        if (deployment.order == sorted.first().order)
            chain.targets.append(deployment.target);
        else
            chain.fallbacks.append({deployment.target});
    }
    if (chain.targets.size() > 1)
        chain.pick = pickOf(group);
    if (chain.pick != PickOrder::Weighted) {
        for (ChainTarget &target : chain.targets)
            target.weight = 1.0;
    }
    Fallback larger;
    larger.onlyLargerContext = true;
    Fallback refused;
    refused.onlyAfter = {ErrorKind::ContentFilter};
    addFallbacks(group, m_settings.contextFallbacks.value(group.name), larger, chain);
    addFallbacks(group, m_settings.contentFallbacks.value(group.name), refused, chain);
    QStringList usual = m_settings.fallbacks.value(group.name);
    if (usual.isEmpty())
        usual = m_settings.fallbacks.value(QStringLiteral("*"));
    addFallbacks(group, usual.isEmpty() ? m_settings.defaultFallbacks : usual, {}, chain);
    chain.limits.fallbackOnRefusal = !chain.fallbacks.isEmpty();
    setLimits(group, deployments, chain);
    return chain;
}

void LiteLlmRules::addFallbacks(const LiteLlmGroup &group, const QStringList &names,
                                const Fallback &condition, Chain &chain)
{
    for (const QString &name : names) {
        const LiteLlmGroup *other = find(m_settings.aliases.value(name, name));
        if (!other) {
            m_losses.add(group.path,
                         RuleFormatWords::tr("The fallback “%1” names no group and was left out.").arg(name));
            continue;
        }
        if (other == &group)
            continue;
        if (other->deployments.size() > 1)
            m_losses.add(other->path,
                         RuleFormatWords::tr("As fallbacks, the models of “%1” are asked as they are listed, "
                                             "not by weight.")
                             .arg(name));
        for (const LiteLlmDeployment &deployment : other->deployments) {
            Fallback fallback = condition;
            fallback.target = deployment.target;
            fallback.target.weight = 1.0;
            chain.fallbacks.append(fallback);
        }
    }
}

PickOrder LiteLlmRules::pickOf(const LiteLlmGroup &group)
{
    const QString &strategy = m_settings.strategy;
    if (strategy == QLatin1StringView("latency-based-routing"))
        return PickOrder::Fastest;
    if (strategy == QLatin1StringView("cost-based-routing"))
        return PickOrder::Cheapest;
    if (!strategy.isEmpty() && strategy != QLatin1StringView("simple-shuffle"))
        m_losses.add(
            group.path,
            RuleFormatWords::tr("The strategy “%1” has no counterpart here; the models are picked by "
                                "weight.")
                .arg(strategy));
    return PickOrder::Weighted;
}

std::optional<double> LiteLlmRules::sharedTime(const LiteLlmGroup &group,
                                               const QList<LiteLlmDeployment> &deployments,
                                               std::optional<double> LiteLlmDeployment::*member,
                                               const std::optional<double> &usual)
{
    const std::optional<double> first = deployments.first().*member;
    for (const LiteLlmDeployment &deployment : deployments) {
        if (deployment.*member != first)
            m_losses.add(
                group.path,
                RuleFormatWords::tr("Time limits are those of a rule here, not of each model; those of "
                                    "the first were taken."));
    }
    return first ? first : usual;
}

void LiteLlmRules::setLimits(const LiteLlmGroup &group, const QList<LiteLlmDeployment> &deployments,
                             Chain &chain)
{
    chain.limits.retries = m_settings.retries.value_or(chain.limits.retries);
    chain.limits.attempts = usualAttempts(chain);
    if (const auto timeout =
            sharedTime(group, deployments, &LiteLlmDeployment::timeout, m_settings.timeout)) {
        chain.limits.budget = liteLlmSeconds(*timeout);
        m_losses.add(group.path,
                     RuleFormatWords::tr("The time limit holds for one attempt there and for the whole call "
                                         "here."));
    }
    if (const auto first =
            sharedTime(group, deployments, &LiteLlmDeployment::streamTimeout, m_settings.streamTimeout))
        chain.limits.firstToken = liteLlmSeconds(*first);
}

/// Reads what stands beside the groups; what is not known is kept with the set.
LiteLlmSettings readAround(DocumentObject &document, QJsonObject &kept, LossReport &losses)
{
    LiteLlmSettings settings;
    for (const QLatin1StringView name :
         {QLatin1StringView("router_settings"), QLatin1StringView("litellm_settings")}) {
        const QJsonObject json = document.object(name);
        const QJsonObject rest =
            readLiteLlmSettings(json, document.pathOf(name), settings, document.reading(), losses);
        if (!rest.isEmpty())
            kept.insert(name, rest);
    }
    const QJsonObject rest = document.rest();
    for (auto member = rest.begin(); member != rest.end(); ++member)
        kept.insert(member.key(), member.value());
    return settings;
}

} // namespace

bool isLiteLlmConfig(const RuleText &text)
{
    static const QRegularExpression list(QStringLiteral("^[\"']?model_list[\"']?\\s*:"),
                                         QRegularExpression::MultilineOption);
    return text.isJson ? text.json.contains(kModelList) : list.match(QString::fromUtf8(text.text)).hasMatch();
}

Result<RuleImport> readLiteLlmConfig(const RuleText &text, const QString &suggestedName)
{
    const Result<QJsonValue> yaml = yamlToJson(text.text);
    if (!yaml)
        return yaml.error();
    LossReport losses;
    RuleImport imported;
    imported.format = RuleFormat::LiteLlm;
    imported.rules.name = suggestedName;
    DocumentReading reading(&imported.unknown);
    DocumentObject document(withoutSecretTexts(withoutNulls(*yaml), {}, losses), {}, &reading);
    AccountGathering accounts(ProviderNaming::LiteLlm);
    const QJsonArray models = document.list(kModelList);
    if (models.isEmpty())
        reading.fail(RuleFormatWords::tr("%1: expected a list with at least one model")
                         .arg(document.pathOf(kModelList)));
    const QList<LiteLlmGroup> groups = readLiteLlmGroups(models, accounts, reading, losses);
    QJsonObject kept;
    const LiteLlmSettings settings = readAround(document, kept, losses);
    if (reading.failed())
        return reading.error();
    LiteLlmRules(groups, settings, losses).build(imported.rules);
    if (!kept.isEmpty())
        imported.rules.unknown.insert(QStringLiteral("litellm"), kept);
    imported.accounts = accounts.accounts();
    imported.losses = losses.losses();
    return imported;
}

} // namespace core
