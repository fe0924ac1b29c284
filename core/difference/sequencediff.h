#pragma once

#include "core/difference/textpieces.h"

#include <vector>

namespace core {

/// Members of two sequences that are the same, only in the first, or only in the second.
struct SequenceStretch
{
    enum class Kind { Equal, Removed, Added };

    Kind kind = Kind::Equal;
    qsizetype before = 0; ///< index in the first sequence
    qsizetype beforeCount = 0;
    qsizetype after = 0;
    qsizetype afterCount = 0;

    bool operator==(const SequenceStretch &) const = default;
};

struct SequenceDiff
{
    enum class State {
        Done,
        TooDifferent, ///< the limit was reached, or the library failed: there are no stretches
        Stopped, ///< the check asked for it: there are no stretches
    };

    State state = State::Done;
    /// Cover both sequences without a gap; what is removed comes before what is added in its place.
    QList<SequenceStretch> stretches;
};

/// The shortest way from one sequence to the other. `mostComparisons` limits time and memory: a million take
/// some 0.2 s and 24 MB.
SequenceDiff diffSequences(const std::vector<int> &before, const std::vector<int> &after,
                           qint64 mostComparisons, const StopCheck &stopped = {});

} // namespace core
