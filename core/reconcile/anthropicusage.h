#pragma once

#include "core/reconcile/usagejson.h"
#include "core/reconcile/usagerecord.h"

namespace core {

class UsageTable;

// What Anthropic tells an organisation of its use. The JSON is that of the usage and cost API
// (https://platform.claude.com/docs/en/api/admin/usage_report/retrieve_messages and .../admin/cost_report),
// the tables are the exports of the console
// (https://support.anthropic.com/en/articles/9534590-cost-and-usage-reporting-in-console). Days are UTC. All
// token classes are disjoint there; here `input` is the sum of those of the input. The API gives costs in
// cents, the table in dollars and with the model's display name. Neither counts requests.

bool isAnthropicUsage(const UsageTable &table);
bool isAnthropicCosts(const UsageTable &table);
Result<UsageExport> readAnthropicUsage(UsageTable &table);
Result<UsageExport> readAnthropicCosts(UsageTable &table);

bool isAnthropicUsage(const QList<UsageItem> &buckets);
bool isAnthropicCosts(const QList<UsageItem> &buckets);
Result<UsageExport> readAnthropicUsage(const QList<UsageItem> &buckets);
Result<UsageExport> readAnthropicCosts(const QList<UsageItem> &buckets);

} // namespace core
