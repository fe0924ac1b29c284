#pragma once

#include <QList>
#include <QLocale>

namespace core {

/// Where grid lines stand: 0 and at most five round steps, the last one not below `highest`.
QList<double> gridSteps(double highest, bool wholeNumbers);

/// A grid line's amount: "$0.10" beside "$0.15", whole dollars without cents, never rounded to another
/// line's.
QString gridDollars(double usd, const QLocale &locale = QLocale());

} // namespace core
