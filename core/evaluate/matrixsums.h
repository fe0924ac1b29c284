#pragma once

#include "core/evaluate/matrixcell.h"

#include <functional>

namespace core {

/// One column of a matrix, added up.
struct TargetSums
{
    /// Settled cells whose checks all passed, in which one failed, and that have no answer.
    int passed = 0;
    int failed = 0;
    int errors = 0;
    int settled = 0;
    /// Known costs, and how many settled cells have none.
    Money cost = {};
    int unpriced = 0;
    /// Median of the whole time of answered cells, in milliseconds.
    std::optional<double> medianMs = {};

    bool operator==(const TargetSums &) const = default;
};

/// Sums of each target over all cases; `cell` gives the cell of a case and a target.
QList<TargetSums> sumTargets(int cases, int targets,
                             const std::function<const MatrixCell &(int caseIndex, int target)> &cell);

} // namespace core
