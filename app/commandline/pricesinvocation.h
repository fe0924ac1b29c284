#pragma once

#include "core/catalog/priceentry.h"

namespace app {

struct PricesInvocation
{
    enum class Verb { List, Show, Set, Import, Reprice };
    Verb verb = Verb::List;
    QString model = {};
    QString account = {};
    /// List: what the ledger could not price, instead of prices.
    bool unpriced = false;
    /// Show: see parseMoment(); empty is now.
    QString at = {};
    /// Set: a price of the user's own; `model` says of what.
    core::PriceEntry price = {};
    bool remove = false;
    std::optional<core::ExchangeRate> rate = {};
    /// Set, of an account.
    QString billedIn = {};
    std::optional<qint64> multiplierMillionths = {};
    /// Import; `-` reads standard input. Empty: the model list of `account`.
    QString file = {};
    /// Import and Reprice.
    bool dryRun = false;
    /// Reprice, see parseMoment().
    QString since = {};
    QString until = {};
    bool computed = false;
    bool reported = false;
    /// An entry of the log to be undone; 0: none.
    qint64 undo = 0;
    bool log = false;
    bool json = false;
};

} // namespace app
