#pragma once

#include "core/accounts/account.h"
#include "core/catalog/pricesnapshot.h"
#include "core/spending/changesplit.h"

namespace core {

/// The prices that the book has for a target at a time (milliseconds UTC); accounts are found by name.
TokenWeights weightsOf(const PriceSnapshot &prices, const QList<Account> &accounts, qint64 atUtcMs);

} // namespace core
