#pragma once

#include "core/compare/lanestate.h"

#include <QStringList>

namespace app {

// Rules, decisions and attempts as lines for people.

/// A rule set: each rule's condition, targets and limits in words.
QStringList ruleSetLines(const core::RuleSet &rules);

/// Every rule that was asked, whether it matched and why, then the targets in their order.
QStringList decisionLines(const core::Decision &decision);

/// Every attempt with what it waited for, why it was made, what came of it and what it cost.
QStringList attemptLines(const core::LaneState &state);

/// `"cheap" version 3` or `the draft of "cheap"`.
QString versionText(const QString &ruleSet, int version);

} // namespace app
