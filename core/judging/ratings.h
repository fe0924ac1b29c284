#pragma once

#include "core/judging/vote.h"

#include <QList>

namespace core {

/// What counts as one contender: `account/model`, the model whatever account sells it, or the target with the
/// parameters it had.
enum class Contender { Target, Model, Exact };

/// The contender's name of a lane; with Exact its parameters follow as JSON.
QString contenderName(const BallotLane &lane, Contender by);

/// Below so many rankings that name a contender in an order, it has no rating.
constexpr int kVotesForRating = 10;

/// How much a contender is drawn towards the field before there is evidence: it is given so many ties against
/// a contender of average strength. One is what Jeffreys' prior comes to for a single pair; it keeps the
/// winner of every vote finite. For the intervals it is drawn again with the votes, as one game won and one
/// lost, so that ten wins of ten do not get an interval of width zero. In simulations the 95 % intervals of 4
/// contenders covered the truth 94 to 96 % of the time from 20 votes on, those of 2 that differ much (9 : 1)
/// 85 to 99 % at 10 to 20 votes.
constexpr double kPriorTies = 1.0;

struct RatingOptions
{
    Contender by = Contender::Target;
    int votesNeeded = kVotesForRating;
    /// Votes are drawn again so often for the intervals; 0 gives none.
    int resamples = 400;
    double confidence = 0.95;
    /// The same votes give the same intervals.
    quint32 seed = 1;
};

/// A figure with its interval.
struct Estimate
{
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;

    bool operator==(const Estimate &) const = default;
};

/// One contender's verdicts, counted and rated.
struct Rating
{
    QString contender;
    TargetName target = {};
    /// Rankings that tell an order and have it on the ballot beside another contender.
    int votes = 0;
    /// How often it was the best, not the best, or one of a tie.
    int best = 0;
    int beaten = 0;
    int ties = 0;
    /// On a ballot that was all bad: counted, but it tells nothing of an order.
    int allBad = 0;
    int thumbsUp = 0;
    int thumbsDown = 0;
    /// Whether the votes are enough for a rating: `votesNeeded` of them, in one connected part of the field
    /// with most contenders. Otherwise strength and chance mean nothing.
    bool rated = false;
    /// Log odds; 0 is the mean of the rated field.
    Estimate strength = {};
    /// Chance of being chosen over another rated contender, the mean over all of them; 0 to 1.
    Estimate chance = {};
    /// Runs that it was judged in, oldest first; those that are gone are left out.
    QList<qint64> runs = {};

    bool operator==(const Rating &) const = default;
};

/// Two contenders' meetings.
struct PairResult
{
    QString one;
    QString other;
    int oneBest = 0;
    int otherBest = 0;
    int ties = 0;

    bool operator==(const PairResult &) const = default;
};

/// The ratings of some votes; rated contenders first, by strength, then by votes and name.
struct RatingTable
{
    QList<Rating> ratings = {};
    /// Every pair that met, in the order of their names.
    QList<PairResult> pairs = {};
    /// Rankings that tell an order, and those that were all bad.
    int rankings = 0;
    int allBad = 0;

    bool operator==(const RatingTable &) const = default;
};

/// Bradley-Terry over pairs: the best of a ballot beats each other lane on it, the others are not compared; a
/// tie is half a win for each of every pair. Two lanes of one contender are not compared. Thumbs are counted
/// only: they never make a rating. The intervals are percentiles over votes drawn again with replacement (a
/// ballot stays whole, its pairs depend on each other).
RatingTable rate(const QList<Vote> &votes, const RatingOptions &options = {});

} // namespace core
