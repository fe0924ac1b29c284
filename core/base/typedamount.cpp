#include "core/base/typedamount.h"

namespace core {

std::optional<Money> typedAmount(const QString &text)
{
    return Money::fromDecimal(text.trimmed().replace(QLatin1Char(','), QLatin1Char('.')));
}

QString amountToType(const QString &decimal, const QLocale &locale)
{
    return QString(decimal).replace(QStringLiteral("."), locale.decimalPoint());
}

} // namespace core
