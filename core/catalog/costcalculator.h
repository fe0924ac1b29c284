#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/usage.h"

#include <optional>

namespace core {

/// What an attempt cost. A cost that the provider reports wins, unless the price is the user's own. Else
/// usage times price: tiers hold for the whole request, input splits into uncached, cached and cache writes,
/// output into visible and reasoning.
///
/// The other one is kept beside it, and so is the amount in the price's own currency: in US dollars it is
/// unknown without a rate. Audio, and calls of tools that are billed apart, need their own prices.
///
/// Unknown, never 0, when usage or a price that is needed is missing. `estimated` when the usage is, or when
/// a cache class has no price: a cache read then counts at the input price, its upper bound, a cache write at
/// the input price too with twice that as the upper bound. A missing price of one-hour cache writes is the
/// one of ordinary writes, as LiteLLM has it (litellm_core_utils/llm_cost_calc/utils.py).
///
/// `outputLimit` is the most output tokens that may have been produced, where the usage is an estimate
/// because the answer was cut off; it raises the upper bound. Of an estimate the input is taken to be off by
/// 25 %, and so is the output where the usage has no bounds of its own.
Cost computeCost(const Usage &usage, const std::optional<PriceList> &prices,
                 std::optional<qint64> outputLimit = {});

/// An amount of the list's currency in US dollars; nothing without a rate.
std::optional<Money> inUsd(Money amount, const PriceList &list);
/// The base prices in US dollars, to compare models by; all unset without a rate.
TokenPrices basePricesInUsd(const PriceList &list);

/// Adds the cost of a further attempt of a call; an unknown one changes nothing. The sum's basis is
/// `estimated` where that of a part is, else the last one's; so are its price's version and source. Of
/// several there is no price in another currency, nor one cost that was reported or computed.
void addAttemptCost(Cost &sum, const Cost &part);

/// The prices of a request with this many input tokens, served in this service tier as the provider names it:
/// of the highest long-context tier it reaches, else the base. What that tier does not name keeps the base
/// price, but for cache classes where it names an input price: they cost that. A tier without any price is
/// unknown. A service tier has its own prices where the list names them for as long a request, else the
/// standard ones, as LiteLLM has it.
TokenPrices pricesFor(const PriceList &prices, qint64 inputTokens, QStringView serviceTier = {});

} // namespace core
