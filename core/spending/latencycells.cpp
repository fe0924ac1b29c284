#include "core/spending/latencycells.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

/// Ten steps double a value.
constexpr double kStepsToDouble = 10.0;

int fineStep(double value)
{
    return static_cast<int>(std::floor(kStepsToDouble * std::log2(std::max(value, 0.001))));
}

double fineValue(int step)
{
    return std::exp2(static_cast<double>(step) / kStepsToDouble);
}

} // namespace

void LatencyCells::add(int column, const std::optional<double> &firstMs, bool isError, qint64 count)
{
    const int within = std::clamp(column, 0, m_columns - 1);
    Counts &counts = firstMs ? m_fine[{within, fineStep(*firstMs)}] : m_without[{within, 0}];
    (isError ? counts.errors : counts.answers) += count;
}

QList<LatencyCell> LatencyCells::cells(const std::function<qint64(int column)> &startOf) const
{
    int lowest = std::numeric_limits<int>::max();
    int highest = std::numeric_limits<int>::min();
    for (const auto &entry : m_fine) {
        lowest = std::min(lowest, entry.first.second);
        highest = std::max(highest, entry.first.second);
    }
    constexpr int rows = kLatencyRows - 1;
    const int together = m_fine.empty() ? 1 : (highest - lowest + rows) / rows;
    Counted grouped;
    for (const auto &entry : m_fine) {
        Counts &counts = grouped[{entry.first.first, (entry.first.second - lowest) / together}];
        counts.answers += entry.second.answers;
        counts.errors += entry.second.errors;
    }
    QList<LatencyCell> cells;
    for (const auto &entry : m_without)
        cells.append({startOf(entry.first.first), startOf(entry.first.first + 1), 0.0, 0.0,
                      entry.second.answers, entry.second.errors});
    for (const auto &entry : grouped) {
        const int row = lowest + entry.first.second * together;
        cells.append({startOf(entry.first.first), startOf(entry.first.first + 1), fineValue(row),
                      fineValue(row + together), entry.second.answers, entry.second.errors});
    }
    return cells;
}

} // namespace core
