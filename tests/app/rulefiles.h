#pragma once

#include "tests/app/program.h"

#include <QJsonObject>

namespace test {

// Documents of rule sets, as a person would write them.

/// A rule; an empty task is always true. `limits` may be empty.
QJsonObject ruleOf(const QString &name, const QString &task, const QStringList &targets,
                   const QStringList &fallbacks = {}, const QJsonObject &limits = {});
/// A rule set whose default asks `otherwise`.
QJsonObject ruleSetOf(const QString &name, const QJsonArray &rules, const QString &otherwise);
/// Writes the document under that name beside the program's data and tells its path.
QString writeRules(const Program &program, const QJsonObject &rules,
                   const QString &fileName = QStringLiteral("rules.json"));
QString writeRulesText(const Program &program, const QByteArray &text, const QString &fileName);
/// Imports the document, with the simulator on; ends the test when that fails.
void importRuleSet(const Program &program, const QJsonObject &rules);

} // namespace test
