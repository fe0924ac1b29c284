#pragma once

#include <QList>

#include <optional>

namespace core {

/// What a contender gives and what it takes, in any units: more quality is better, less burden is better.
struct ParetoPoint
{
    std::optional<double> quality = {};
    std::optional<double> burden = {};

    bool operator==(const ParetoPoint &) const = default;
};

/// For each point whether another one is at least as good in both figures and better in one. A point without
/// one of its figures neither dominates nor is dominated: nothing is known of its place.
QList<bool> dominatedPoints(const QList<ParetoPoint> &points);

/// The points that no other one dominates and that have both figures, from the least burden to the greatest:
/// the Pareto front as a line.
QList<qsizetype> paretoFront(const QList<ParetoPoint> &points);

} // namespace core
