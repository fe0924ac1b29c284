#include "core/ruleformats/bifrostformat.h"

#include "core/routing/documentobject.h"
#include "core/ruleformats/celcondition.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

class BifrostWriter
{
public:
    explicit BifrostWriter(const ExportContext &context) : m_context(context) { }

    Result<RuleExport> write(const RuleSet &set);

private:
    QJsonObject writeRule(const Rule &rule, const QString &expression, int priority, const QString &path);
    QJsonArray writeTargets(const QList<ChainTarget> &targets, const QString &path);
    void loseParts(const Chain &chain, const QString &path);
    QString providerOf(const ChainTarget &target, const QString &path);

    const ExportContext &m_context;
    LossReport m_losses;
};

Result<RuleExport> BifrostWriter::write(const RuleSet &set)
{
    const RuleSet rules = flattenedRules(set, m_context, m_losses);
    if (const Result<void> there = accountsExist(rules, m_context); !there)
        return there.error();
    QJsonArray written;
    int priority = 0;
    for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(rules, place);
        const QString path = rulePath(rules, place);
        if (!rule.on)
            continue;
        const bool isDefault = place == rules.rules.size();
        const std::optional<QString> expression = isDefault || rule.when.isAlways()
            ? QString()
            : writeCel(rule.when, path + QStringLiteral(".when"), m_losses);
        if (expression)
            written.append(writeRule(rule, *expression, priority++, path));
    }
    QJsonObject document = rules.unknown.value(QLatin1StringView("bifrost")).toObject();
    QJsonObject governance = document.value(QLatin1StringView("governance")).toObject();
    governance.insert(QStringLiteral("routing_rules"), written);
    document.insert(QStringLiteral("governance"), governance);
    return RuleExport{indentedJson(document), QStringLiteral("json"), m_losses.losses()};
}

QJsonObject BifrostWriter::writeRule(const Rule &rule, const QString &expression, int priority,
                                     const QString &path)
{
    loseParts(rule.chain, path);
    QJsonObject json = rule.unknown.value(QLatin1StringView("bifrost")).toObject();
    const QList<ChainTarget> frozen = frozenTargets(rule.chain, path, m_context, m_losses);
    const bool isWeighted = rule.chain.pick == PickOrder::Weighted;
    const QList<ChainTarget> targets = isWeighted ? frozen : frozen.mid(0, 1);
    QList<ChainTarget> behind = isWeighted ? QList<ChainTarget>() : frozen.mid(1);
    for (const Fallback &fallback : rule.chain.fallbacks)
        behind.append(fallback.target);
    QJsonArray fallbacks;
    for (const ChainTarget &target : std::as_const(behind))
        fallbacks.append(QString(providerOf(target, path) + QLatin1Char('/') + target.name.model));
    json.insert(QStringLiteral("name"), rule.name);
    if (!rule.note.isEmpty())
        json.insert(QStringLiteral("description"), rule.note);
    json.insert(QStringLiteral("enabled"), true);
    json.insert(QStringLiteral("scope"), QStringLiteral("global"));
    json.insert(QStringLiteral("priority"), priority);
    json.insert(QStringLiteral("cel_expression"), expression);
    json.insert(QStringLiteral("targets"), writeTargets(targets, path));
    if (!fallbacks.isEmpty())
        json.insert(QStringLiteral("fallbacks"), fallbacks);
    return json;
}

/// The weights have to add up to one.
QJsonArray BifrostWriter::writeTargets(const QList<ChainTarget> &targets, const QString &path)
{
    double total = 0.0;
    for (const ChainTarget &target : targets)
        total += target.weight;
    QJsonArray written;
    for (const ChainTarget &target : targets)
        written.append(QJsonObject{{QStringLiteral("provider"), providerOf(target, path)},
                                   {QStringLiteral("model"), target.name.model},
                                   {QStringLiteral("weight"), target.weight / total}});
    return written;
}

QString BifrostWriter::providerOf(const ChainTarget &target, const QString &path)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    const Preset *preset = knownPresets().find(account.presetId);
    const QString provider = providerNameFor(ProviderNaming::Bifrost, account.presetId);
    if (target.parameters != ChatParameters())
        m_losses.add(path + QStringLiteral(".chain.targets"),
                     RuleFormatWords::tr("Parameters of a model cannot be said."));
    if (preset && !provider.isEmpty() && account.baseUrl == preset->baseUrl)
        return provider;
    m_losses.add(
        path,
        RuleFormatWords::tr("Bifrost has no provider for the account “%1”; one of that name has to be added "
                            "there.")
            .arg(account.name));
    return account.name;
}

void BifrostWriter::loseParts(const Chain &chain, const QString &path)
{
    loseChainParts(chain, path, m_losses);
    loseLimits(chain.limits, path, {LimitPart::Attempts, LimitPart::Refusal}, m_losses);
    loseCallRules(chain, path, m_losses);
}

} // namespace

Result<RuleExport> writeBifrostRules(const RuleSet &rules, const ExportContext &context)
{
    return BifrostWriter(context).write(rules);
}

} // namespace core
