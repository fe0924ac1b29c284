#pragma once

#include "core/compare/lanestate.h"

namespace core {

/// Least, middle and greatest of some figures; of an even number the lower middle, so that each is one that
/// was measured.
template <typename T>
struct Spread
{
    T least = {};
    T median = {};
    T most = {};
    /// How many figures it is of.
    int count = 0;

    bool operator==(const Spread &) const = default;
};

/// What came of asking one target several times.
struct RepeatSummary
{
    int asked = 0;
    int settled = 0;
    /// Indexes of the repeats with the same outcome, the most frequent first, then in the order they were
    /// asked in; each repeat under way stands alone, after those that have settled.
    QList<QList<int>> outcomes = {};
    /// Of those that have answered. Milliseconds from dispatch.
    std::optional<Spread<double>> firstToken = {};
    std::optional<Spread<double>> total = {};
    /// Output tokens; characters where no tokens are known of one of them.
    std::optional<Spread<qint64>> length = {};
    bool lengthInTokens = true;
    std::optional<Spread<Money>> cost = {};
    /// Answers whose cost nobody knows.
    int unpriced = 0;

    bool operator==(const RepeatSummary &) const = default;
};

/// Outcomes are the same when status, text (but for white space at its ends and the kind of line ends) and
/// error are.
RepeatSummary summarizeRepeats(const QList<LaneState> &repeats);

/// How many lanes in a row asked the same target with the same parameters: `[3, 1]` for A A A B. Together
/// they are all lanes.
QList<int> repeatsIn(const QList<LaneRecord> &lanes);

} // namespace core
