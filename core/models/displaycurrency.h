#pragma once

#include "core/base/money.h"
#include "core/catalog/modelinfo.h"

#include <QCoreApplication>
#include <QLocale>

namespace core {

/// Amounts in US dollars as they are also shown in another currency. For display only: nothing that is
/// converted here is stored, summed or exported.
struct DisplayCurrency
{
    Q_DECLARE_TR_FUNCTIONS(DisplayCurrency)

public:
    /// Units of the rate's currency, rounded half away from zero to 1e-12 of a unit. Nothing for a rate that
    /// is not above zero, and for more units than Money holds.
    static std::optional<Money> converted(Money usd, const ExchangeRate &rate);

    /// `≈ 35.09 EUR`; what is too much for converted() in whole units, rounded half away from zero. Empty for
    /// a rate that is not above zero.
    static QString text(Money usd, const ExchangeRate &rate, const QLocale &locale = QLocale());

    /// By what it was converted: `1 EUR = US$ 1.08, your rate of 2026-11-20`.
    static QString rateText(const ExchangeRate &rate, const QLocale &locale = QLocale());
};

} // namespace core
