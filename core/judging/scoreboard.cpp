#include "core/judging/scoreboard.h"

#include "core/judging/paretofront.h"

#include <algorithm>

namespace core {

namespace {

ScoreRow &rowOf(QList<ScoreRow> &rows, const TargetName &target)
{
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&target](const ScoreRow &row) { return row.target == target; });
    if (known != rows.end())
        return *known;
    rows.append({target});
    return rows.last();
}

void markDominated(QList<ScoreRow> &rows)
{
    QList<ParetoPoint> byCost;
    QList<ParetoPoint> byTime;
    for (const ScoreRow &row : std::as_const(rows)) {
        const std::optional<Money> &cost = row.figures.medianCost;
        byCost.append({row.quality(), cost ? std::optional(cost->toDouble()) : std::nullopt});
        byTime.append({row.quality(), row.figures.firstP50});
    }
    const QList<bool> beatenByCost = dominatedPoints(byCost);
    const QList<bool> beatenByTime = dominatedPoints(byTime);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        rows[at].dominatedByCost = beatenByCost.at(at);
        rows[at].dominatedByTime = beatenByTime.at(at);
    }
}

bool comesFirst(const ScoreRow &one, const ScoreRow &other)
{
    if (one.rating.rated != other.rating.rated)
        return one.rating.rated;
    if (one.rating.rated && one.rating.strength.value != other.rating.strength.value)
        return one.rating.strength.value > other.rating.strength.value;
    if (one.rating.votes != other.rating.votes)
        return one.rating.votes > other.rating.votes;
    if (one.figures.calls != other.figures.calls)
        return one.figures.calls > other.figures.calls;
    return one.target.toString() < other.target.toString();
}

} // namespace

std::optional<double> ScoreRow::quality() const
{
    return rating.rated ? std::optional(rating.chance.value) : std::nullopt;
}

QList<ScoreRow> scoreRows(const RatingTable &ratings, const QList<TaskTarget> &figures)
{
    QList<ScoreRow> rows;
    for (const Rating &rating : ratings.ratings)
        rowOf(rows, rating.target).rating = rating;
    for (const TaskTarget &one : figures)
        rowOf(rows, {one.account, one.model}).figures = one;
    markDominated(rows);
    std::stable_sort(rows.begin(), rows.end(), comesFirst);
    return rows;
}

} // namespace core
