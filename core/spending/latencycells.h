#pragma once

#include "core/spending/latencyview.h"

#include <functional>
#include <map>

namespace core {

/// Collects attempts by column of time and by first token on a fine logarithmic scale, and makes at most
/// kLatencyRows rows of that in the end, as wide as the values need.
class LatencyCells
{
public:
    explicit LatencyCells(int columns) : m_columns(columns) { }

    /// Columns out of range count in the outermost.
    void add(int column, const std::optional<double> &firstMs, bool isError, qint64 count);

    /// `startOf` tells the time at which a column begins; the one behind the last is the end.
    QList<LatencyCell> cells(const std::function<qint64(int column)> &startOf) const;

private:
    struct Counts
    {
        qint64 answers = 0;
        qint64 errors = 0;
    };
    /// A column and a row.
    using Counted = std::map<std::pair<int, int>, Counts>;

    const int m_columns;
    /// With first tokens, by steps of the fine scale.
    Counted m_fine;
    /// Without; the row is 0.
    Counted m_without;
};

} // namespace core
