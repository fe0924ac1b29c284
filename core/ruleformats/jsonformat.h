#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// Switchyard's own document (resources/schema/ruleset.schema.json), which loses nothing.

bool isOwnRuleDocument(const RuleText &text);
Result<RuleImport> readOwnRuleDocument(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writeOwnRuleDocument(const RuleSet &rules, const ExportContext &context);

} // namespace core
