#pragma once

#include "core/routing/targetfacts.h"

#include <QHash>

/// Tells of targets and budgets what a test put in; of others that they are there and nothing more.
class FakeBook final : public core::TargetBook
{
public:
    QHash<QString, core::TargetFacts> targets = {};
    /// Percent used, by name.
    QHash<QString, double> budgets = {};

    core::TargetFacts &at(const QString &target) { return targets[target]; }

    core::TargetFacts factsOf(const core::TargetName &target, const QString &task) const override
    {
        Q_UNUSED(task)
        return targets.value(target.toString());
    }
    std::optional<double> budgetUsed(const QString &name) const override
    {
        const auto found = budgets.constFind(name);
        return found == budgets.cend() ? std::nullopt : std::optional(*found);
    }
};
