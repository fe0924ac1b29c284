#pragma once

#include "core/reconcile/usagejson.h"
#include "core/reconcile/usagerecord.h"

namespace core {

class UsageTable;

// What OpenAI tells an organisation of its use. The JSON is a page of buckets, as the API answers
// (https://platform.openai.com/docs/api-reference/usage/completions and .../usage/costs; its fields also in
// https://github.com/openai/openai-openapi); the tables are those that the usage page of the platform
// exports, one row a bucket and group (completions_usage_*.csv, cost_*.csv). Times are UTC. `input_tokens`
// counts all input with cached and audio tokens as parts of it, `output_tokens` all output. Costs name a
// model only in `line_item`, such as `gpt-4o-mini-2024-07-18, input`; other line items are kept as a model.

bool isOpenAiUsage(const UsageTable &table);
bool isOpenAiCosts(const UsageTable &table);
Result<UsageExport> readOpenAiUsage(UsageTable &table);
Result<UsageExport> readOpenAiCosts(UsageTable &table);

/// Whether the first result of a bucket says what it is: `organization.usage.completions.result`.
bool isOpenAiUsage(const QList<UsageItem> &buckets);
bool isOpenAiCosts(const QList<UsageItem> &buckets);
Result<UsageExport> readOpenAiUsage(const QList<UsageItem> &buckets);
Result<UsageExport> readOpenAiCosts(const QList<UsageItem> &buckets);

} // namespace core
