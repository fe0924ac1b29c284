#pragma once

#include "core/reconcile/usagejson.h"
#include "core/reconcile/usagerecord.h"

namespace core {

class UsageTable;

// Logs of gateways that others run, one request a row.

/// The table `logs` of one-api and new-api as CSV, or the answer of their `/api/log/`. `quota` counts units
/// of 1/500,000 USD; only rows of type 2 (consumption) are use. new-api adds cached tokens in the JSON
/// `other`, for Claude besides the prompt's, else within them. https://github.com/songquanpeng/one-api
/// (model/log.go), https://github.com/QuantumNous/new-api
bool isOneApiLogs(const UsageTable &table);
bool isOneApiLogs(const QList<UsageItem> &items);
Result<UsageExport> readOneApiLogs(UsageTable &table);
Result<UsageExport> readOneApiLogs(const QList<UsageItem> &items);

/// The table `LiteLLM_SpendLogs` as CSV or JSON: https://docs.litellm.ai/docs/proxy/cost_tracking. `spend`
/// is US dollars. `api_key`, the hash of a key, is not read; its alias is in `metadata`, as is the
/// provider's usage in later versions.
bool isLiteLlmLogs(const UsageTable &table);
bool isLiteLlmLogs(const QList<UsageItem> &items);
Result<UsageExport> readLiteLlmLogs(UsageTable &table);
Result<UsageExport> readLiteLlmLogs(const QList<UsageItem> &items);

} // namespace core
