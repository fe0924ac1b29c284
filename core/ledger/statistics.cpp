#include "core/ledger/statistics.h"

#include <algorithm>
#include <cmath>

namespace core {

double nearestRank(const QList<double> &sorted, double p)
{
    const auto rank = static_cast<qsizetype>(std::ceil(p * static_cast<double>(sorted.size())));
    return sorted.at(std::clamp<qsizetype>(rank, 1, sorted.size()) - 1);
}

} // namespace core
