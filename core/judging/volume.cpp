#include "core/judging/volume.h"

namespace core {

std::optional<qint64> Volume::callsOf(const QString &task) const
{
    if (!perMonth)
        return std::nullopt;
    const qint64 calls = fixedCalls > 0 ? fixedCalls : own.value(task);
    return calls > 0 ? std::optional(calls) : std::nullopt;
}

Money monthlyCost(Money perCall, qint64 calls)
{
    return perCall * calls;
}

} // namespace core
