#pragma once

#include "core/routing/ruleset.h"

namespace core {

/// One difference of two rule sets.
struct RuleChange
{
    enum class Kind { Added, Removed, Moved, Changed };

    Kind kind = Kind::Changed;
    QString rule;
    /// Translated, one line for each thing that differs.
    QStringList details = {};

    bool operator==(const RuleChange &) const = default;
};

/// What changed from `before` to `after`: the set itself (its `rule` is empty), the rules in the order of
/// `after`, its default, then those that are gone. Rules are the same by name. As few as can be have moved.
QList<RuleChange> diffRuleSets(const RuleSet &before, const RuleSet &after);

} // namespace core
