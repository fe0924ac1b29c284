#pragma once

#include "core/ledger/usagecsv.h"

namespace core {

/// By how much the known cost is more than before; unset when one of both has none.
inline std::optional<Money> knownChange(const UsageFigures &now, const UsageFigures &before)
{
    if (!knownCost(now) || !knownCost(before))
        return std::nullopt;
    return now.cost - before.cost;
}

} // namespace core
