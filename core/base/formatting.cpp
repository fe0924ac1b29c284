#include "core/base/formatting.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// The C locale leaves out group separators unless asked for them.
QLocale grouped(QLocale locale)
{
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

/// Three significant figures, never an exponent; trailing zeros of the fraction are dropped.
QString threeFigures(double value, const QLocale &locale)
{
    if (value == 0.0)
        return locale.toString(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    const int decimals = std::clamp(2 - magnitude, 0, 12);
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(locale.decimalPoint()))
            text.chop(1);
    }
    return text;
}

/// An amount's size as money is read: three significant figures, from 1 on two decimals, from 1000 on none.
QString figures(Money amount, const QLocale &locale)
{
    const double magnitude = std::abs(amount.toDouble());
    if (magnitude >= 1000.0)
        return grouped(locale).toString(magnitude, 'f', 0);
    if (magnitude >= 1.0)
        return locale.toString(magnitude, 'f', 2);
    const QString fraction = threeFigures(magnitude, locale);
    // Tenths of a dollar are dimes: $0.60.
    const bool tenths = fraction.size() == 2 + locale.decimalPoint().size();
    return tenths ? QString(fraction + locale.zeroDigit()) : fraction;
}

} // namespace

QString formatMoney(Money amount, const QLocale &locale)
{
    const QString sign = amount < Money() ? QStringLiteral("\u2212$") : QStringLiteral("$");
    return amount.isZero() ? QStringLiteral("$0") : QString(sign + figures(amount, locale));
}

QString formatAmount(Money amount, QStringView currency, const QLocale &locale)
{
    if (currency == QLatin1StringView("USD"))
        return formatMoney(amount, locale);
    const QString sign = amount < Money() ? QStringLiteral("\u2212") : QString();
    const QString digits = amount.isZero() ? locale.toString(0) : figures(amount, locale);
    return sign + digits + QStringLiteral("\u202f") + currency;
}

QString formatCount(qint64 count, const QLocale &locale)
{
    return grouped(locale).toString(count);
}

QString formatCompactCount(qint64 count, const QLocale &locale)
{
    const double magnitude = std::abs(static_cast<double>(count));
    if (magnitude < 10'000.0)
        return formatCount(count, locale);
    if (magnitude < 1e6)
        return threeFigures(static_cast<double>(count) / 1e3, locale) + QStringLiteral("\u202fk");
    if (magnitude < 1e9)
        return threeFigures(static_cast<double>(count) / 1e6, locale) + QStringLiteral("\u202fM");
    return threeFigures(static_cast<double>(count) / 1e9, locale) + QStringLiteral("\u202fG");
}

QString formatDuration(double ms, const QLocale &locale)
{
    if (std::round(ms) < 1000.0)
        return locale.toString(std::round(ms), 'f', 0) + QStringLiteral("\u202fms");
    const qint64 seconds = std::llround(ms / 1000.0);
    if (seconds < 60)
        return threeFigures(ms / 1000.0, locale) + QStringLiteral("\u202fs");
    const QString minutes = QStringLiteral("%1\u202fmin").arg(seconds / 60);
    return seconds % 60 == 0 ? minutes : QString(minutes + QStringLiteral(" %1\u202fs").arg(seconds % 60));
}

} // namespace core
