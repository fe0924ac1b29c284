#pragma once

#include "core/routing/targetfacts.h"

#include <QHash>

/// Tells of targets what a test put in; of others that they are there and nothing more.
class FakeBook final : public core::TargetBook
{
public:
    QHash<QString, core::TargetFacts> targets = {};

    core::TargetFacts &at(const QString &target) { return targets[target]; }

    core::TargetFacts factsOf(const core::TargetName &target, const QString &task) const override
    {
        Q_UNUSED(task)
        return targets.value(target.toString());
    }
};
