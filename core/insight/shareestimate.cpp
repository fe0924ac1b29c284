#include "core/insight/shareestimate.h"

#include <cmath>

namespace core {

Estimate shareEstimate(double wins, int count)
{
    if (count <= 0)
        return {0.5, 0.0, 1.0};
    constexpr double kDeviations = 1.959964;
    constexpr double kSquare = kDeviations * kDeviations;
    const double share = wins / count;
    const double scale = 1.0 + kSquare / count;
    const double centre = (share + kSquare / (2.0 * count)) / scale;
    const double spread = share * (1.0 - share) / count + kSquare / (4.0 * count * count);
    const double half = kDeviations * std::sqrt(spread) / scale;
    return {share, std::max(centre - half, 0.0), std::min(centre + half, 1.0)};
}

} // namespace core
