#pragma once

#include "core/base/formatting.h"

#include <QVariant>

#include <optional>

namespace core {

/// What a table shows of a figure that is unknown.
inline QString unknownFigure()
{
    return QStringLiteral("–");
}

inline QString durationText(const std::optional<double> &ms)
{
    return ms ? formatDuration(*ms) : unknownFigure();
}

inline QVariant optionalValue(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace core
