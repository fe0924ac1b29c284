#include "core/judging/paretofront.h"

#include <algorithm>

namespace core {

namespace {

bool isPlaced(const ParetoPoint &point)
{
    return point.quality && point.burden;
}

bool dominates(const ParetoPoint &one, const ParetoPoint &other)
{
    return *one.quality >= *other.quality && *one.burden <= *other.burden
        && (*one.quality > *other.quality || *one.burden < *other.burden);
}

} // namespace

QList<bool> dominatedPoints(const QList<ParetoPoint> &points)
{
    QList<bool> dominated(points.size(), false);
    for (qsizetype at = 0; at < points.size(); ++at) {
        const ParetoPoint &point = points.at(at);
        dominated[at] = isPlaced(point)
            && std::any_of(points.cbegin(), points.cend(), [&point](const ParetoPoint &other) {
                            return isPlaced(other) && dominates(other, point);
                        });
    }
    return dominated;
}

QList<qsizetype> paretoFront(const QList<ParetoPoint> &points)
{
    const QList<bool> dominated = dominatedPoints(points);
    QList<qsizetype> front;
    for (qsizetype at = 0; at < points.size(); ++at) {
        if (isPlaced(points.at(at)) && !dominated.at(at))
            front.append(at);
    }
    std::stable_sort(front.begin(), front.end(), [&points](qsizetype one, qsizetype other) {
        return *points.at(one).burden < *points.at(other).burden;
    });
    return front;
}

} // namespace core
