#include "core/models/chartgrid.h"

#include "core/base/formatting.h"

#include <algorithm>
#include <cmath>

namespace core {

QList<double> gridSteps(double highest, bool wholeNumbers)
{
    constexpr int mostSteps = 5;
    if (!(highest > 0.0))
        return {0.0, 1.0};
    const double raw = highest / mostSteps;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = power * 10.0;
    for (const double round : {1.0, 2.0, 5.0}) {
        if (round * power * (1.0 + 1e-9) >= raw) {
            step = round * power;
            break;
        }
    }
    if (wholeNumbers)
        step = std::max(1.0, step);
    QList<double> steps{0.0};
    while (steps.last() < highest * (1.0 - 1e-9))
        steps.append(step * static_cast<double>(steps.size()));
    return steps;
}

QString gridDollars(double usd, const QLocale &locale)
{
    const Money money = Money::fromDouble(usd).value_or(Money());
    if (money.picos() >= Money::kPicosPerUsd && money.picos() % Money::kPicosPerUsd == 0)
        return QLatin1Char('$') + formatCount(money.picos() / Money::kPicosPerUsd, locale);
    constexpr qint64 kCent = Money::kPicosPerUsd / 100;
    if (money.picos() >= kCent && money.picos() < Money::kPicosPerUsd && money.picos() % kCent == 0)
        return QLatin1Char('$') + locale.toString(usd, 'f', 2);
    return formatMoney(money, locale);
}

} // namespace core
