#include "core/evaluate/matrixsums.h"

#include <algorithm>

namespace core {

namespace {

void add(TargetSums &sums, const MatrixCell &cell)
{
    ++sums.settled;
    const std::optional<bool> passed = cell.passed();
    if (cell.hasError())
        ++sums.errors;
    else if (cell.hasFailedCheck())
        ++sums.failed;
    else if (passed.value_or(false))
        ++sums.passed;
    if (cell.cost)
        sums.cost += *cell.cost;
    else
        ++sums.unpriced;
}

std::optional<double> median(QList<float> times)
{
    if (times.isEmpty())
        return std::nullopt;
    const qsizetype middle = (times.size() - 1) / 2;
    std::nth_element(times.begin(), times.begin() + middle, times.end());
    return static_cast<double>(times.at(middle));
}

} // namespace

QList<TargetSums> sumTargets(int cases, int targets,
                             const std::function<const MatrixCell &(int caseIndex, int target)> &cell)
{
    QList<TargetSums> all(targets);
    for (int target = 0; target < targets; ++target) {
        QList<float> times;
        for (int at = 0; at < cases; ++at) {
            const MatrixCell &one = cell(at, target);
            if (!one.isSettled())
                continue;
            add(all[target], one);
            if (!one.hasError() && one.totalMs)
                times.append(*one.totalMs);
        }
        all[target].medianMs = median(std::move(times));
    }
    return all;
}

} // namespace core
