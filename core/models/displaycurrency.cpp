#include "core/models/displaycurrency.h"

#include "core/base/formatting.h"
#include "core/base/typedamount.h"

#include <limits>

namespace core {

namespace {

/// Of how many units there are too many for Money; see converted().
QString wholeUnits(Money usd, const ExchangeRate &rate, const QLocale &locale)
{
    const qint64 units = usd.scaled(1, rate.usdPerUnit.picos()).picos();
    const QString sign = units < 0 ? QStringLiteral("\u2212") : QString();
    return sign + formatCount(units < 0 ? -units : units, locale) + QStringLiteral("\u202f") + rate.currency;
}

} // namespace

std::optional<Money> DisplayCurrency::converted(Money usd, const ExchangeRate &rate)
{
    if (rate.usdPerUnit <= Money())
        return std::nullopt;
    const Money units = usd.scaled(Money::kPicosPerUsd, rate.usdPerUnit.picos());
    // scaled() stops at the ends.
    const bool held = units.picos() != std::numeric_limits<std::int64_t>::max()
        && units.picos() != std::numeric_limits<std::int64_t>::min();
    return held ? std::optional(units) : std::nullopt;
}

QString DisplayCurrency::text(Money usd, const ExchangeRate &rate, const QLocale &locale)
{
    if (rate.usdPerUnit <= Money())
        return {};
    const std::optional<Money> units = converted(usd, rate);
    return QStringLiteral("\u2248 ")
        + (units ? formatAmount(*units, rate.currency, locale) : wholeUnits(usd, rate, locale));
}

QString DisplayCurrency::rateText(const ExchangeRate &rate, const QLocale &locale)
{
    return tr("1 %1 = US$ %2, your rate of %3")
        .arg(rate.currency, amountToType(rate.usdPerUnit.toDecimal(), locale),
             locale.toString(rate.date, QLocale::ShortFormat));
}

} // namespace core
