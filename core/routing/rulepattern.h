#pragma once

#include <QRegularExpression>

namespace core {

/// The regular expression of a rule: with Unicode properties, and given up at kRegexMatchLimit whatever limit
/// it asks for itself. Not valid when the pattern is not.
QRegularExpression rulePattern(const QString &pattern);

} // namespace core
