#pragma once

#include "core/base/result.h"
#include "core/catalog/priceentry.h"

namespace app {

class Options;

/// `input`, `cache-read` and the like: a price each, per million tokens or per request or call.
QStringList priceOptionNames();

/// Reads the options of a price into an entry: its amounts, `--above TOKENS:CLASS=PRICE,...`, `--from-tokens`
/// the same with the threshold itself, `--from`, `--to`, `--hours DAYS@START-END`, `--currency`, `--match`,
/// `--service-tier`.
core::Result<void> readPriceValues(const Options &options, core::PriceEntry *price);

} // namespace app
