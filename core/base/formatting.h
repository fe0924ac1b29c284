#pragma once

#include "core/base/money.h"

#include <QLocale>

namespace core {

// How figures read on screen and in the terminal. The exact value belongs in the tooltip and in what is
// copied.

/// Money at three significant figures with its currency: `$0.0016`, `$37.90`, `$1,204`; `$0` only for zero.
QString formatMoney(Money amount, const QLocale &locale = QLocale());

/// The same with a currency by its ISO 4217 code: `$0.26`, `0.26 EUR`. `amount` is a number of units of it.
QString formatAmount(Money amount, QStringView currency, const QLocale &locale = QLocale());

/// A whole count with group separators: `1,204`.
QString formatCount(qint64 count, const QLocale &locale = QLocale());

/// A count where space is tight: `640`, `14.2 k`, `9.1 M`.
QString formatCompactCount(qint64 count, const QLocale &locale = QLocale());

/// A duration of `ms` milliseconds: `412 ms`, `1.31 s`, `2 min 5 s`, `2 min`.
QString formatDuration(double ms, const QLocale &locale = QLocale());

} // namespace core
