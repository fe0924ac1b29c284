#pragma once

#include "core/base/money.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace core {

// How the files of usage write figures, moments and keys.

constexpr qint64 kUtcDayMs = 86'400'000;

/// A count of tokens or requests: digits, with a fraction of zeros where a program wrote a number as `3.0`.
/// Nothing for anything else, negative ones included, nor for `1.000`, which may be a thousand.
std::optional<qint64> usageCount(QStringView text);
/// The same of a JSON number or text.
std::optional<qint64> usageCount(const QJsonValue &value);

/// US dollars as a decimal, with or without `$`. Commas are read only where they can be nothing but
/// separators of thousands, as in `1,204.50` and `1,204,500`; `1,204` may as well be a decimal.
std::optional<Money> usageMoney(QStringView text);
std::optional<Money> usageMoney(const QJsonValue &value);

/// Why a text is no count or no amount, to follow the place it is at: `"1,25" in cost may be ...`. With an
/// empty `name` it is called `it`.
QString notUsageCount(const QString &text, const QString &name);
QString notUsageMoney(const QString &text, const QString &name);

/// An amount that Money cannot hold, to follow the place it is at.
QString amountTooLarge();
/// Whether Money cannot hold the sum.
bool isBeyondMoney(Money one, Money other);

/// Milliseconds UTC of a moment: ISO 8601 with `T` or a space (UTC where it names no zone, as all these
/// exports do), a date alone (its start; also as `20261130`), or seconds or milliseconds since 1970.
std::optional<qint64> usageMoment(QStringView text);
std::optional<qint64> usageMoment(const QJsonValue &value);

/// Whether a text is a date alone.
bool isUsageDay(QStringView text);

/// The name or id of a key as it is; of what may be a key itself, or the hash of one, `...` and its last four
/// characters, which is what providers show.
QString shownKey(const QString &text);

} // namespace core
