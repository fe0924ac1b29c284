#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// Portkey's config: https://portkey.ai/docs/product/ai-gateway/configs. Conditions become rules; what stands
// around none of them is the default rule.

bool isPortkeyConfig(const RuleText &text);
Result<RuleImport> readPortkeyConfig(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writePortkeyConfig(const RuleSet &rules, const ExportContext &context);

/// The statuses by which an error of a kind is known, ascending; empty where there is none.
QList<int> statusesOfKind(ErrorKind kind);

} // namespace core
