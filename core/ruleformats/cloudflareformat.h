#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// Cloudflare's dynamic routes as JSON:
// https://developers.cloudflare.com/ai-gateway/features/dynamic-routing/json-configuration/. Each way through
// the graph is a rule: the `true` branch of a condition stands before what its `false` branch leads to.

bool isCloudflareRoute(const RuleText &text);
Result<RuleImport> readCloudflareRoute(const RuleText &text, const QString &suggestedName);
Result<RuleExport> writeCloudflareRoute(const RuleSet &rules, const ExportContext &context);

} // namespace core
