#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// Bifrost's governance.routing_rules: https://docs.getbifrost.ai/providers/routing-rules. The lowest priority
// comes first; a rule without an expression at the end is the default rule.

bool isBifrostRules(const RuleText &text);
Result<RuleImport> readBifrostRules(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writeBifrostRules(const RuleSet &rules, const ExportContext &context);

} // namespace core
