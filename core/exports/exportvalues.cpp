#include "core/exports/exportvalues.h"

#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

/// What the parts leave of a whole; an unknown whole leaves nothing known.
std::optional<qint64> restOf(const std::optional<qint64> &whole,
                             std::initializer_list<std::optional<qint64>> parts)
{
    if (!whole)
        return std::nullopt;
    qint64 rest = *whole;
    for (const std::optional<qint64> &part : parts)
        rest -= part.value_or(0);
    return std::max<qint64>(0, rest);
}

} // namespace

QString exportedMoment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString exportedCount(const std::optional<qint64> &count)
{
    return count ? QString::number(*count) : QString();
}

QString exportedMilliseconds(const std::optional<double> &ms)
{
    return ms ? QString::number(*ms, 'f', 1) : QString();
}

QString exportedMoney(const std::optional<Money> &amount)
{
    return amount ? amount->toDecimal() : QString();
}

TokenClasses tokenClasses(const Usage &usage)
{
    return {restOf(usage.input, {usage.cachedInput, usage.cacheWrite, usage.audioInput}),
            usage.cachedInput,
            restOf(usage.cacheWrite, {usage.cacheWrite1h}),
            usage.cacheWrite1h,
            usage.audioInput,
            restOf(usage.output, {usage.reasoning, usage.audioOutput}),
            usage.reasoning,
            usage.audioOutput};
}

} // namespace core
