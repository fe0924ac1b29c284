#pragma once

#include "app/commandline/namedrules.h"
#include "app/commandline/rulesfile.h"

#include "core/routing/rulesetdiff.h"

#include <QJsonObject>

namespace app {

// What `rules` prints: each document of --json, and the same for people.

/// `[{"rule_set", "active_version", "newest_version", "draft", "rules", "default", "error"}]`; `rules` is the
/// number of rules of the active version, else of the draft, null when neither can be read.
QJsonArray ruleSetsToJson(const QList<core::RuleSetEntry> &entries, const QString &defaultName);
QString ruleSetTable(const QList<core::RuleSetEntry> &entries, const QString &defaultName);

/// `{"rule_set", "version", "active_version", "newest_version", "draft", "document", "problems"}`.
QJsonObject shownRulesToJson(const NamedRules &rules, const core::RuleSetEntry &entry,
                             const QList<core::RuleProblem> &problems);
QString shownRulesText(const NamedRules &rules, const core::RuleSetEntry &entry);

/// `{"valid", "rule_set", "format", "rules", "problems", "unknown", "losses"}`.
QJsonObject validationToJson(const RulesFile &file);
/// The same of a file that cannot be read as rules: its one problem, with the path that its sentence names.
QJsonObject unreadableToJson(const QString &file, const QString &sentence);
QString validationText(const QString &path, const RulesFile &file);

/// `{"rule_set", "version", "format", "suffix", "text", "losses"}`.
QJsonObject exportToJson(const NamedRules &rules, core::RuleFormat format, const core::RuleExport &written);

/// `{"before": {"rule_set", "version"}, "after": {...}, "changes": [{"kind", "rule", "details"}]}`; kinds are
/// `added`, `removed`, `moved` and `changed`; rules of a file have `file` too.
QJsonObject diffToJson(const NamedRules &before, const NamedRules &after,
                       const QList<core::RuleChange> &changes);
QString diffText(const QList<core::RuleChange> &changes);

} // namespace app
