#pragma once

#include "core/base/result.h"
#include "core/routing/ruleset.h"

#include <QJsonObject>

namespace core {

/// The version of the document; a newer one is refused.
constexpr int kRuleSetSchema = 1;

/// The rule set as its published document (resources/schema/ruleset.schema.json). Lossless.
QJsonObject ruleSetToJson(const RuleSet &rules);
QJsonObject ruleToJson(const Rule &rule);
QJsonObject conditionToJson(const Condition &condition);
QJsonObject chainToJson(const Chain &chain);

/// The inverse. The error is InvalidRequest with one sentence that names the path inside the document and
/// what was expected there: `rules[2].when.any[0].op: expected one of is, is_not`. Unknown members of the
/// document and of its rules are kept, those of a chain and its parts are not; all are named in `unknown` by
/// their paths. Within a condition or parameters, where they would change what is meant, they are an error.
/// What can be read may still not run: see checkRuleSet().
Result<RuleSet> ruleSetFromJson(const QJsonObject &json, QStringList *unknown = nullptr);
Result<Rule> ruleFromJson(const QJsonObject &json, const QString &path = {}, QStringList *unknown = nullptr);
Result<Condition> conditionFromJson(const QJsonObject &json, const QString &path = {});

/// Reads the text of a document of at most 4 MiB and 10,000 rules. A syntax error, and a member that is given
/// twice, name their line and column.
Result<RuleSet> readRuleSet(const QByteArray &text, QStringList *unknown = nullptr);
/// Indented, ends with a line break; on one line where that would make it too large to be read.
QByteArray writeRuleSet(const RuleSet &rules);

/// The published schema of the document, JSON Schema 2020-12.
QByteArray ruleSetSchema();

} // namespace core
