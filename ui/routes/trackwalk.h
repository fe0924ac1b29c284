#pragma once

#include "ui/routes/ruleeditor.h"

namespace ui {

/// Where an arrow key, Home or End leads from a rule or target as the tracks stand: up and down over the
/// rules or along the targets, left and right along the track. The same place when there is nothing further.
RulePlace trackStep(const core::RuleSet &rules, const RulePlace &from, int key);

/// Where a target goes by an arrow key: along its list, from one list into the other, and at the ends of a
/// list up or down into the next rule's. Its place afterwards, as RuleEditor::moveTarget() takes it.
ChainPlace trackMove(const core::RuleSet &rules, const ChainPlace &from, int key);

} // namespace ui
