#pragma once

#include "core/insight/qualitypairs.h"
#include "core/judging/ratings.h"

namespace core {

/// What the pairs of a task, or all of them, show.
struct QualityRow
{
    enum class Claim {
        /// Fewer than kPairsForClaim pairs have a verdict.
        TooFew,
        /// The interval of the new answers' share is above a half.
        Better,
        /// It is above a half less kNotWorseMargin.
        NotWorse,
        /// It is below a half.
        Worse,
        /// The pairs do not show it.
        Open,
    };

    /// '' is "no task"; of the total too.
    QString task;
    int pairs = 0;
    int better = 0;
    int same = 0;
    int worse = 0;
    /// Without a verdict, and without an answer of the new target.
    int undecided = 0;
    int failed = 0;
    /// The share of the new answers, the same being half of a better one; 0 to 1.
    Estimate share = {};
    Claim claim = Claim::TooFew;
    /// What the pairs cost of which it is known before and after.
    int priced = 0;
    Money costBefore = {};
    Money costAfter = {};
    /// What the back-test says of all calls that would move.
    qint64 moved = 0;
    Money backtestBefore = {};
    Money backtestAfter = {};

    int judged() const { return better + same + worse; }
    bool operator==(const QualityRow &) const = default;
};

/// What came of a quality check so far.
struct QualityResult
{
    /// By task.
    QList<QualityRow> byTask = {};
    QualityRow total = {};
    /// What was spent on answers and judges, as far as it is known.
    Money spent = {};
    /// Requests that may have cost something unknown.
    int unpriced = 0;

    bool operator==(const QualityResult &) const = default;
};

/// Counts the pairs, beside what the back-test found for their tasks.
QualityResult qualityOf(const QList<QualityPair> &pairs, const BacktestResult &backtest);

/// One translated sentence: `Better: the new answers won 70 % of 20 pairs (95 % interval 48 to 86 %).`
QString claimInWords(const QualityRow &row);

/// The verdict of checks: whether the new answer passes more of them than the stored one, or fewer. Nothing
/// when one of them could not be decided for one of the answers.
std::optional<QualityVerdict> verdictOfChecks(const QList<std::optional<bool>> &stored,
                                              const QList<std::optional<bool>> &answer);

} // namespace core
