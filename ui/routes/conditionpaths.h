#pragma once

#include "core/routing/condition.h"

namespace ui {

/// A place in the tree of a condition: the numbers of the parts on the way to it; empty is the root.
using ConditionPath = QList<qsizetype>;

// All of these give a new tree and leave one as it is in which the path leads nowhere.

/// Null when the path leads nowhere.
const core::Condition *conditionAt(const core::Condition &root, const ConditionPath &path);
core::Condition withCondition(const core::Condition &root, const ConditionPath &path,
                              const core::Condition &condition);
/// Groups that are empty then go too; a root without parts is always true.
core::Condition withoutCondition(const core::Condition &root, const ConditionPath &path);
/// Adds the part at the end of the group; what is no group becomes the first of two parts that must both
/// hold.
core::Condition withAppended(const core::Condition &root, const ConditionPath &group,
                             const core::Condition &part);
/// Behind what is at the path, in its group.
core::Condition withInsertedBehind(const core::Condition &root, const ConditionPath &path,
                                   const core::Condition &part);
/// Its contrary; that of a contrary is what it was.
core::Condition withNegated(const core::Condition &root, const ConditionPath &path);
/// All or Any for a group.
core::Condition withKind(const core::Condition &root, const ConditionPath &group, core::Condition::Kind kind);
/// Moved by so many places within its group, as far as there are any.
core::Condition withMoved(const core::Condition &root, const ConditionPath &path, qsizetype by);

/// Where it stands in the document, from the rule's condition on: `.all[1].not.any[0]`.
QString documentPath(const core::Condition &root, const ConditionPath &path);

} // namespace ui
