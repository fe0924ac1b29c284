#pragma once

#include "core/routing/ruleset.h"

namespace core {

/// One difference of two rule sets.
struct RuleChange
{
    enum class Kind { Added, Removed, Moved, Changed };

    Kind kind = Kind::Changed;
    QString rule;
    /// Translated, one sentence for each thing that differs.
    QStringList details = {};

    bool operator==(const RuleChange &) const = default;
};

/// What changed from `before` to `after`, in the order of `after`; rules are the same by name.
QList<RuleChange> diffRuleSets(const RuleSet &before, const RuleSet &after);

} // namespace core
