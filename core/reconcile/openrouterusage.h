#pragma once

#include "core/reconcile/usagejson.h"
#include "core/reconcile/usagerecord.h"

namespace core {

class UsageTable;

// What OpenRouter tells of an account's use: by UTC day and model, as its API answers `/api/v1/activity`
// (https://openrouter.ai/docs/api-reference/analytics/get-user-activity) or as a table with the same fields,
// and request by request as the activity page exports them, one generation a row
// (https://openrouter.ai/docs/guides/features/activity). Reasoning tokens are part of the completion tokens,
// cached ones part of the prompt's. With the user's own key at a provider OpenRouter charges nothing, or a
// fee, and the provider the rest (`byok_usage_inference`), which is not in the cost: what was paid is both.

bool isOpenRouterActivity(const UsageTable &table);
bool isOpenRouterGenerations(const UsageTable &table);
Result<UsageExport> readOpenRouterActivity(UsageTable &table);
Result<UsageExport> readOpenRouterGenerations(UsageTable &table);

bool isOpenRouterActivity(const QList<UsageItem> &items);
Result<UsageExport> readOpenRouterActivity(const QList<UsageItem> &items);

} // namespace core
