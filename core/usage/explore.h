#pragma once

#include "core/ledger/attemptquery.h"
#include "core/usage/explorequery.h"

namespace core {

/// More bars than that are neither read nor drawn.
constexpr qsizetype kMostBuckets = 120;

/// A part of the period; the first and last are cut to it.
struct ExploreBucket
{
    qint64 startMs = 0;
    /// Exclusive.
    qint64 endMs = 0;
    /// The local day it begins with, of a week and a month the first one even where the period cuts it off.
    QDate date = {};
    /// As in the rows of a UsageReport by the rollup: `2026-11-02`, `2026-11`, `2026-11-02T10:00:00+01:00`.
    QString key = {};

    bool operator==(const ExploreBucket &) const = default;
};

/// One bar or point: exact sums, and the metric of them for drawing.
struct ExploreMark
{
    UsageFigures figures = {};
    std::optional<double> value = {};
};

struct ExploreSeries
{
    /// One value for each of ExploreResult::dimensions, '' for a missing one; empty for Other.
    QStringList path = {};
    /// The path in one; empty for Other.
    QString name = {};
    bool isOther = false;
    /// One a bucket; sums from the begin of the period on when the query is cumulative.
    QList<ExploreMark> marks = {};
};

/// One row of the table.
struct ExploreRow
{
    /// One value for each of ExploreResult::rowDimensions; of Other the day alone, if there is one.
    QStringList path = {};
    bool isOther = false;
    UsageFigures figures = {};
    std::optional<double> value = {};
    /// Of the total, from 0 to 1; unset for rates and without a total.
    std::optional<double> share = {};
};

struct ExploreResult
{
    /// As asked, but for the rollup, which is the one drawn.
    ExploreQuery query = {};
    /// The rollup asked for, when it would have had more than kMostBuckets buckets.
    std::optional<ExploreRollup> coarsenedFrom = {};
    /// Of all time: from the first to the last local day with an attempt. Both unset in an empty ledger.
    TimeRange range = {};
    /// What the series are split by: group and subgroup but for `day`.
    QStringList dimensions = {};
    /// What the rows are split by.
    QStringList rowDimensions = {};
    QList<ExploreBucket> buckets = {};
    /// Most first, Other last.
    QList<ExploreSeries> series = {};
    /// As the series; by day first when that is the group.
    QList<ExploreRow> rows = {};
    ExploreRow total = {};
};

/// Errors: those of checkExploreQuery().
Result<ExploreResult> explore(Connection &connection, const ExploreQuery &query);

/// The attempts that a mark is made of: their sum is the mark's value. Those of a count of some of them alone
/// (errors, rescued, unpriced) are these.
AttemptFilter attemptsOfMark(const ExploreResult &result, qsizetype series, qsizetype bucket);
/// Of a bucket of all series together.
AttemptFilter attemptsOfBucket(const ExploreResult &result, qsizetype bucket);
AttemptFilter attemptsOfRow(const ExploreResult &result, qsizetype row);
/// Of the whole view.
AttemptFilter attemptsOfView(const ExploreResult &result);

} // namespace core
