#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// LiteLLM's config.yaml: https://docs.litellm.ai/docs/proxy/config_settings. A group of deployments becomes a
// rule for calls that ask for it by name.

bool isLiteLlmConfig(const RuleText &text);
Result<RuleImport> readLiteLlmConfig(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writeLiteLlmConfig(const RuleSet &rules, const ExportContext &context);

} // namespace core
