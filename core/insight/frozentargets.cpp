#include "core/insight/frozentargets.h"

#include <algorithm>

namespace core {

namespace {

QList<TargetName> namesOf(const RuleSet &rules)
{
    QList<TargetName> names;
    for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
        const Chain &chain = ruleAt(rules, place).chain;
        for (const ChainTarget &target : chain.targets)
            names.append(target.name);
        for (const Fallback &fallback : chain.fallbacks)
            names.append(fallback.target.name);
    }
    return names;
}

} // namespace

FrozenTargets::FrozenTargets(const TargetBook &book, const QList<TargetName> &targets,
                             const QStringList &tasks)
{
    QStringList asked = tasks;
    if (!asked.contains(QString()))
        asked.append(QString());
    for (const TargetName &target : targets) {
        for (const QString &task : std::as_const(asked)) {
            TargetFacts facts = book.factsOf(target, task);
            facts.coolingUntilMs = 0;
            facts.errorRate = 0.0;
            m_facts.insert({target.toString(), task}, facts);
        }
    }
}

TargetFacts FrozenTargets::factsOf(const TargetName &target, const QString &task) const
{
    const QString name = target.toString();
    if (const auto found = m_facts.constFind({name, task}); found != m_facts.constEnd())
        return *found;
    if (const auto found = m_facts.constFind({name, QString()}); found != m_facts.constEnd())
        return *found;
    TargetFacts unknown;
    unknown.available = false;
    unknown.model.id = target.model;
    return unknown;
}

std::optional<double> FrozenTargets::budgetUsed(const QString &) const
{
    return 0.0;
}

QList<RuleSet> setsReachedBy(const RuleSet &rules,
                             const std::function<const RuleSet *(const QString &name)> &others)
{
    QList<RuleSet> reached{rules};
    QStringList names{rules.name};
    for (qsizetype at = 0; at < reached.size(); ++at) {
        const QList<TargetName> targets = namesOf(reached.at(at));
        for (const TargetName &target : targets) {
            if (target.account != kRouteAccountName || names.contains(target.model))
                continue;
            names.append(target.model);
            if (const RuleSet *other = others ? others(target.model) : nullptr) {
                reached.append(*other);
                reached.last().name = target.model;
            }
        }
    }
    return reached;
}

QList<TargetName> targetsOf(const QList<RuleSet> &sets)
{
    QList<TargetName> targets;
    for (const RuleSet &rules : sets) {
        const QList<TargetName> names = namesOf(rules);
        for (const TargetName &name : names) {
            if (name.account != kRouteAccountName && !targets.contains(name))
                targets.append(name);
        }
    }
    return targets;
}

} // namespace core
