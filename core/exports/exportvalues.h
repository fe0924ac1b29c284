#pragma once

#include "core/exports/attemptpages.h"

namespace core {

// What more than one format of export writes. A value nobody knows is an empty cell.

/// ISO 8601 in UTC with milliseconds.
QString exportedMoment(qint64 ms);
QString exportedCount(const std::optional<qint64> &count);
QString exportedMilliseconds(const std::optional<double> &ms);
/// US dollars as an exact decimal.
QString exportedMoney(const std::optional<Money> &amount);

/// Tokens in classes that do not overlap, as the columns of `attempts` define them.
struct TokenClasses
{
    std::optional<qint64> uncachedInput = {};
    std::optional<qint64> cacheRead = {};
    std::optional<qint64> cacheWrite5min = {};
    std::optional<qint64> cacheWrite1h = {};
    std::optional<qint64> audioInput = {};
    std::optional<qint64> visibleOutput = {};
    std::optional<qint64> reasoning = {};
    std::optional<qint64> audioOutput = {};
};
TokenClasses tokenClasses(const Usage &usage);

} // namespace core
