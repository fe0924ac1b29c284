#pragma once

#include <QList>

namespace core {

/// The nearest-rank quantile of `sorted` (ascending, not empty): the value at position ceil(p * n), counted
/// from 1. https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
double nearestRank(const QList<double> &sorted, double p);

} // namespace core
