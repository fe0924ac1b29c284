#pragma once

#include "core/storage/connection.h"

#include <QByteArray>

#include <optional>

namespace core {

/// A provider's usage object taken apart into what all of its kind have in common and its numbers, from which
/// it can be put together byte for byte.
struct UsageTemplate
{
    /// Each character 1 stands for a number.
    QByteArray text;
    /// The digits in their order, separated by commas; signs, points and exponents belong to the text.
    QByteArray numbers;

    bool operator==(const UsageTemplate &) const = default;
};

/// Nothing for a text that holds the character 1 itself.
std::optional<UsageTemplate> usageTemplate(const QByteArray &json);

/// Keeps an attempt's usage object: as a template and numbers, or whole when there are more kinds than are
/// worth a template.
Result<void> writeUsageJson(Connection &connection, qint64 attempt, const QByteArray &json);

/// The usage object of a row of a(ttempts), as SQL.
QString usageJsonOfAttempt();

} // namespace core
