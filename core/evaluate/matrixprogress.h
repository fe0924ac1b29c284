#pragma once

#include "core/base/money.h"

#include <QtGlobal>

#include <optional>

namespace core {

/// Where a matrix stands.
struct MatrixProgress
{
    int cells = 0;
    /// Settled, with or without an answer.
    int done = 0;
    int running = 0;
    /// Of `done`: cells without an answer.
    int errors = 0;
    /// Of `done`: cells that were cut off, which going on asks again.
    int cutOff = 0;
    /// Of `done`: cells with a failed check.
    int failed = 0;
    /// Of `done`: cells with a check that has no verdict.
    int undecided = 0;
    /// Known costs of all cells and their judges.
    Money spent;
    /// Settled cells whose cost is unknown.
    int unpriced = 0;
    /// What the cells left will probably cost; unset while nothing is known.
    std::optional<Money> left = {};
    /// Time spent running, pauses not counted.
    qint64 elapsedMs = 0;
    /// Unset while there is too little to tell, and when nothing runs.
    std::optional<qint64> leftMs = {};

    int open() const { return cells - done - running; }
    bool operator==(const MatrixProgress &) const = default;
};

} // namespace core
