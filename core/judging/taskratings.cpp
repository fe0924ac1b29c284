#include "core/judging/taskratings.h"

#include "core/judging/ratings.h"
#include "core/judging/voterows.h"

namespace core {

Result<QHash<QString, QHash<QString, double>>> ratingsByTask(Connection &connection)
{
    VoteFilter filter;
    filter.includeSimulated = true;
    const Result<QList<Vote>> votes = readVotes(connection, filter);
    if (!votes)
        return votes.error();
    QHash<QString, QList<Vote>> byTask;
    for (const Vote &vote : *votes)
        byTask[vote.task].append(vote);
    RatingOptions options;
    options.resamples = 0;
    QHash<QString, QHash<QString, double>> ratings;
    for (auto task = byTask.cbegin(); task != byTask.cend(); ++task) {
        const RatingTable table = rate(task.value(), options);
        for (const Rating &rating : table.ratings) {
            if (rating.rated)
                ratings[task.key()].insert(rating.target.toString(), rating.chance.value);
        }
    }
    return ratings;
}

} // namespace core
