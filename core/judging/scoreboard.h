#pragma once

#include "core/judging/ratings.h"
#include "core/ledger/taskquery.h"

namespace core {

/// One model at one account on the scoreboard of a task: what the votes say, what a call costs, how soon it
/// answers. A value.
struct ScoreRow
{
    TargetName target = {};
    /// Not rated without enough votes; see Rating.
    Rating rating = {};
    /// From the ledger; without calls there is nothing known.
    TaskTarget figures = {};
    /// Another one is rated at least as well and costs no more, or starts no later, and is better in one.
    bool dominatedByCost = false;
    bool dominatedByTime = false;

    /// 0 to 1; unset below the votes needed.
    std::optional<double> quality() const;
    bool operator==(const ScoreRow &) const = default;
};

/// Ratings by Contender::Target beside the figures of the ledger: everyone who was voted on or called. Rated
/// ones first, the best first; the others by votes, then calls.
QList<ScoreRow> scoreRows(const RatingTable &ratings, const QList<TaskTarget> &figures);

} // namespace core
