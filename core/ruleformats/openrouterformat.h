#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// The routing members of a request to OpenRouter, `models` and `provider`:
// https://openrouter.ai/docs/features/model-routing. They are one chain without conditions; `provider` stays
// as it is, since it is sent along with each request.

bool isOpenRouterBody(const RuleText &text);
Result<RuleImport> readOpenRouterBody(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writeOpenRouterBody(const RuleSet &rules, const ExportContext &context);

} // namespace core
