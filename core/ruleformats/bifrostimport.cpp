#include "core/ruleformats/bifrostformat.h"

#include "core/routing/documentobject.h"
#include "core/ruleformats/celcondition.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

constexpr QLatin1StringView kGovernance("governance");
constexpr QLatin1StringView kRoutingRules("routing_rules");

struct PrioritisedRule
{
    Rule rule;
    double priority = 0.0;
};

class BifrostReader
{
public:
    explicit BifrostReader(DocumentReading &reading) : m_reading(reading) { }

    void read(const QJsonArray &list, const QString &path, RuleSet &rules);
    LossReport &losses() { return m_losses; }
    const AccountGathering &accounts() const { return m_accounts; }

private:
    PrioritisedRule readRule(const QJsonValue &json, const QString &path);
    void readCondition(DocumentObject &object, Rule &rule);
    void readTargets(DocumentObject &object, const QString &path, Chain &chain);
    void readFallbacks(DocumentObject &object, Chain &chain);
    ChainTarget targetOf(const QString &provider, const QString &model, const QString &path);
    void readScope(DocumentObject &object, Rule &rule);
    void settle(const QList<PrioritisedRule> &read, RuleSet &rules);

    DocumentReading &m_reading;
    LossReport m_losses;
    AccountGathering m_accounts{ProviderNaming::Bifrost};
    QStringList m_names;
};

void BifrostReader::read(const QJsonArray &list, const QString &path, RuleSet &rules)
{
    QList<PrioritisedRule> read;
    for (qsizetype at = 0; at < list.size() && !m_reading.failed(); ++at)
        read.append(readRule(list.at(at), pathInside(path, at)));
    if (list.isEmpty())
        m_reading.fail(RuleFormatWords::tr("%1: expected a list with at least one rule").arg(path));
    if (m_reading.failed())
        return;
    std::stable_sort(read.begin(), read.end(), [](const PrioritisedRule &one, const PrioritisedRule &other) {
        return one.priority < other.priority;
    });
    settle(read, rules);
}

void BifrostReader::settle(const QList<PrioritisedRule> &read, RuleSet &rules)
{
    for (const PrioritisedRule &each : read)
        rules.rules.append(each.rule);
    if (rules.rules.last().when.isAlways() && rules.rules.last().on) {
        const Rule last = rules.rules.takeLast();
        rules.otherwise.chain = last.chain;
        rules.otherwise.note = last.note;
        rules.otherwise.unknown = last.unknown;
        return;
    }
    rules.otherwise.chain = rules.rules.first().chain;
    m_losses.add(
        kRoutingRules,
        RuleFormatWords::tr("A call that no rule matches goes to the model that it names there; here the "
                            "models of the first rule answer."));
}

PrioritisedRule BifrostReader::readRule(const QJsonValue &json, const QString &path)
{
    DocumentObject object(json, path, &m_reading);
    PrioritisedRule read;
    Rule &rule = read.rule;
    const QString id = object.text(QLatin1StringView("id"));
    QString name = object.text(QLatin1StringView("name"), id);
    if (name.isEmpty())
        name = QStringLiteral("rule");
    rule.name = freeNameOf(name, m_names);
    rule.note = object.text(QLatin1StringView("description"));
    rule.on = object.flag(QLatin1StringView("enabled"), true);
    read.priority = object.number(QLatin1StringView("priority")).value_or(0.0);
    readCondition(object, rule);
    readScope(object, rule);
    readTargets(object, path, rule.chain);
    readFallbacks(object, rule.chain);
    rule.chain.limits.fallbackOnRefusal = !rule.chain.fallbacks.isEmpty();
    rule.chain.limits.attempts = usualAttempts(rule.chain);
    QJsonObject kept = object.rest();
    if (!id.isEmpty())
        kept.insert(QStringLiteral("id"), id);
    if (!kept.isEmpty())
        rule.unknown.insert(QStringLiteral("bifrost"), kept);
    return read;
}

void BifrostReader::readCondition(DocumentObject &object, Rule &rule)
{
    const QLatin1StringView member("cel_expression");
    const QString expression = object.text(member);
    const Result<Condition> condition = readCel(expression);
    if (condition) {
        rule.when = *condition;
        return;
    }
    rule.on = false;
    rule.note = rule.note.isEmpty() ? expression : QString(rule.note + u'\n' + expression);
    m_losses.add(object.pathOf(member),
                 RuleFormatWords::tr("%1 The rule is kept switched off.").arg(condition.error().message));
}

void BifrostReader::readScope(DocumentObject &object, Rule &rule)
{
    const QString scope = object.text(QLatin1StringView("scope"), QStringLiteral("global"));
    const QString scopeId = object.text(QLatin1StringView("scope_id"));
    if (scope != QLatin1StringView("global")) {
        rule.on = false;
        m_losses.add(
            object.pathOf(QLatin1StringView("scope")),
            RuleFormatWords::tr("Rules here have no customers, teams and keys (%1); the rule is kept "
                                "switched off.")
                .arg(scopeId.isEmpty() ? scope : QString(scope + u' ' + scopeId)));
    }
    if (object.flag(QLatin1StringView("chain_rule"), false))
        m_losses.add(object.pathOf(QLatin1StringView("chain_rule")),
                     RuleFormatWords::tr("The rules are not asked again with the model that was found."));
}

ChainTarget BifrostReader::targetOf(const QString &provider, const QString &model, const QString &path)
{
    if (model.isEmpty())
        m_losses.add(
            path,
            RuleFormatWords::tr("The model that the caller names is passed on there; here one has to be "
                                "filled in."));
    return {{m_accounts.nameOf({provider}, path, m_losses), model}};
}

void BifrostReader::readTargets(DocumentObject &object, const QString &path, Chain &chain)
{
    const QLatin1StringView member("targets");
    const QJsonArray targets = object.list(member);
    for (qsizetype at = 0; at < targets.size() && !m_reading.failed(); ++at) {
        const QString inside = pathInside(object.pathOf(member), at);
        DocumentObject target(targets.at(at), inside, &m_reading);
        const QString provider = target.text(QLatin1StringView("provider"));
        const QString model = target.text(QLatin1StringView("model"));
        const double weight = target.number(QLatin1StringView("weight")).value_or(1.0);
        if (!target.text(QLatin1StringView("key_id")).isEmpty())
            m_losses.add(target.pathOf(QLatin1StringView("key_id")),
                         RuleFormatWords::tr("Which key is used follows the account here."));
        if (m_reading.failed())
            return;
        ChainTarget read = targetOf(provider, model, inside);
        read.weight = weight;
        chain.targets.append(read);
    }
    if (targets.isEmpty() && object.has(QLatin1StringView("model"))) {
        // As in earlier versions, with one model.
        const QString provider = object.text(QLatin1StringView("provider"));
        chain.targets.append(targetOf(provider, object.text(QLatin1StringView("model")), path));
    }
    if (chain.targets.size() > 1)
        chain.pick = PickOrder::Weighted;
    else if (!chain.targets.isEmpty())
        chain.targets.first().weight = 1.0;
}

void BifrostReader::readFallbacks(DocumentObject &object, Chain &chain)
{
    const QLatin1StringView member("fallbacks");
    const QJsonArray list = object.list(member);
    for (qsizetype at = 0; at < list.size() && !m_reading.failed(); ++at) {
        const QString path = pathInside(object.pathOf(member), at);
        if (list.at(at).isObject()) {
            DocumentObject fallback(list.at(at), path, &m_reading);
            const QString provider = fallback.text(QLatin1StringView("provider"));
            chain.fallbacks.append({targetOf(provider, fallback.text(QLatin1StringView("model")), path)});
            continue;
        }
        const std::optional<TargetName> name = parseTargetName(list.at(at).toString());
        if (!name) {
            m_reading.fail(RuleFormatWords::tr("%1: expected a model, \"provider/model\"").arg(path));
            return;
        }
        chain.fallbacks.append({targetOf(name->account, name->model, path)});
    }
}

} // namespace

bool isBifrostRules(const RuleText &text)
{
    return text.isJson
        && (text.json.value(kRoutingRules).isArray()
            || text.json.value(kGovernance).toObject().value(kRoutingRules).isArray());
}

Result<RuleImport> readBifrostRules(const RuleText &text, const QString &suggestedName)
{
    RuleImport imported;
    imported.format = RuleFormat::Bifrost;
    imported.rules.name = suggestedName;
    DocumentReading reading(&imported.unknown);
    BifrostReader reader(reading);
    DocumentObject document(withoutSecretTexts(withoutNulls(text.json), {}, reader.losses()), {}, &reading);
    const bool isWhole = document.has(kGovernance);
    DocumentObject governance(isWhole ? QJsonValue(document.object(kGovernance)) : QJsonValue(QJsonObject()),
                              QString(kGovernance), &reading);
    DocumentObject &holder = isWhole ? governance : document;
    reader.read(holder.list(kRoutingRules), holder.pathOf(kRoutingRules), imported.rules);
    QJsonObject kept = document.rest();
    const QJsonObject rest = governance.rest();
    if (!rest.isEmpty())
        kept.insert(kGovernance, rest);
    if (reading.failed())
        return reading.error();
    if (!kept.isEmpty())
        imported.rules.unknown.insert(QStringLiteral("bifrost"), kept);
    imported.accounts = reader.accounts().accounts();
    imported.losses = reader.losses().losses();
    return imported;
}

} // namespace core
