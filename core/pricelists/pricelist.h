#pragma once

#include "core/base/result.h"
#include "core/catalog/priceentry.h"

#include <QByteArray>

namespace core {

/// What a price list says, whatever its format. No prices are made up: what a list leaves out is not there.
struct PriceListDocument
{
    /// Names the source: `litellm`, `genai-prices`, `openrouter`, or what an own list calls itself.
    QString name;
    /// The day of the data; unset when it does not say.
    QDate date = {};
    QList<PriceEntry> entries = {};
    /// Models that are in it without a price that can be used: no chat model, no known seller, 0 for unknown.
    int passedOver = 0;
};

/// Reads a price list and finds its format by its content: LiteLLM's model_prices_and_context_window.json,
/// genai-prices' data.json, an answer of OpenRouter's `/models`, or an own list as JSON or CSV (see
/// ownpricelist.h). Refused as a whole (InvalidRequest, one sentence that names the place) when it cannot be
/// read, an entry makes no sense, or no price is left. Pure.
Result<PriceListDocument> readPriceList(const QByteArray &text);

} // namespace core
