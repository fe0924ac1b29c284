#pragma once

#include "core/routing/ruleset.h"
#include "core/routing/targetfacts.h"

#include <QHash>
#include <QStringList>

#include <functional>

namespace core {

/// What a TargetBook said of some targets at one moment, as if they were well: without errors, not left
/// alone, and with budgets of which nothing is used. For use on a worker; the book itself belongs to the main
/// thread. A value.
class FrozenTargets final : public TargetBook
{
public:
    FrozenTargets() = default;
    /// Asks `book` of each target for each of the tasks, and for calls without one.
    FrozenTargets(const TargetBook &book, const QList<TargetName> &targets, const QStringList &tasks);

    /// Of a task that was not asked about: what holds without one. Unknown targets are not available.
    TargetFacts factsOf(const TargetName &target, const QString &task) const override;
    std::optional<double> budgetUsed(const QString &name) const override;

private:
    QHash<std::pair<QString, QString>, TargetFacts> m_facts;
};

/// The rules and every set that they name, directly or through others, each once; `rules` is the first. A
/// name that nobody knows is passed over.
QList<RuleSet> setsReachedBy(const RuleSet &rules,
                             const std::function<const RuleSet *(const QString &name)> &others);

/// The models that the chains of the sets name, each once.
QList<TargetName> targetsOf(const QList<RuleSet> &sets);

} // namespace core
