#pragma once

#include "core/exports/attemptpages.h"

namespace core {

/// The names of the columns, one record: those of the FinOps Open Cost and Usage Specification 1.2
/// (https://focus.finops.org/focus-specification/v1-2/) that apply to requests to a model, then our own with
/// its `x_` before them.
QString focusCsvHead();

/// The charge of an attempt, one record; nothing for one that is still open or that failed at no cost, for
/// which there is none. Its costs are in the currency of its price and are empty, never 0, while they are
/// unknown. No discounts are known, so all four costs are the same. It is one charge for all classes of
/// tokens, whose counts stand in columns of our own: the ledger freezes what an attempt cost and the name of
/// its price, not the price of each class.
QString focusCsvRecord(const ExportedAttempt &exported);

} // namespace core
