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
/// what was expected there: `rules[2].when.any[0].op: expected one of is, is_not`. Unknown members are kept
/// where the type has a place for them and named in `unknown` by their paths.
Result<RuleSet> ruleSetFromJson(const QJsonObject &json, QStringList *unknown = nullptr);
Result<Rule> ruleFromJson(const QJsonObject &json, const QString &path = {}, QStringList *unknown = nullptr);
Result<Condition> conditionFromJson(const QJsonObject &json, const QString &path = {});

/// Reads the text of a document; a syntax error names its line and column.
Result<RuleSet> readRuleSet(const QByteArray &text, QStringList *unknown = nullptr);
/// Indented, ends with a line break.
QByteArray writeRuleSet(const RuleSet &rules);

} // namespace core
