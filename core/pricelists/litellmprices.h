#pragma once

#include "core/pricelists/pricelist.h"

#include <QJsonObject>

namespace core {

/// Whether the object is LiteLLM's model_prices_and_context_window.json, or a part of it.
bool isLiteLlmPrices(const QJsonObject &root);

/// Its chat models of known sellers: prices of every class, long-context tiers (`_above_200k_tokens`,
/// `tiered_pricing`), service tiers (`_flex`, `_priority`, `_batches`) and the fee of a web search. Models
/// that cost 0 are passed over, since 0 stands for unknown there as well.
/// https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json
Result<PriceListDocument> readLiteLlmPrices(const QJsonObject &root);

} // namespace core
