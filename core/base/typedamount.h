#pragma once

#include "core/base/money.h"

#include <QLocale>

#include <optional>

namespace core {

/// The amount that a person typed, with a point or a comma before the cents and nothing between thousands;
/// nothing for what is no amount.
std::optional<Money> typedAmount(const QString &text);

/// A decimal such as "0.50" as that person would type it: with the locale's sign before the cents.
QString amountToType(const QString &decimal, const QLocale &locale = QLocale());

} // namespace core
