#pragma once

#include "core/judging/ratings.h"

namespace core {

/// The share of `wins` in `count` trials, a tie being half a win, with its 95 % interval. E. B. Wilson,
/// Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), 209-212. From 0 to 1
/// without trials.
Estimate shareEstimate(double wins, int count);

} // namespace core
