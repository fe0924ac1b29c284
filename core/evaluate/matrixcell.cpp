#include "core/evaluate/matrixcell.h"

namespace core {

std::optional<bool> MatrixCell::passed() const
{
    if (!isSettled())
        return std::nullopt;
    if (failedChecks > 0)
        return false;
    return passedChecks > 0 && undecidedChecks == 0 ? std::optional(true) : std::nullopt;
}

} // namespace core
