#pragma once

#include "core/ledger/reportperiod.h"
#include "core/ledger/usagequery.h"

#include <QJsonObject>

namespace core {

/// What a chart of usage shows.
enum class ExploreMetric {
    /// USD.
    Cost,
    /// Calls.
    Requests,
    Attempts,
    InputTokens,
    OutputTokens,
    /// Of input and output together.
    Tokens,
    CachedInputTokens,
    Errors,
    /// Failed, interrupted or refused attempts of all attempts, from 0 to 1.
    ErrorRate,
    /// Input tokens read from a cache of all input tokens, from 0 to 1.
    CacheHitRate,
    Rescued,
    Unpriced,
    /// What attempts cost that failed, were interrupted or refused.
    FailedCost,
};

/// How long the parts are that a period is cut into.
enum class ExploreRollup { Quarter, Hour, Day, Week, Month };

/// `cost`, `error_rate`, ...: the names in JSON and on the command line.
QString exploreMetricName(ExploreMetric metric);
std::optional<ExploreMetric> exploreMetricFromName(QStringView name);
/// All of them in their order.
QList<ExploreMetric> exploreMetrics();

/// `quarter`, `hour`, `day`, `week`, `month`, which are dimensions of a UsageQuery too.
QString exploreRollupName(ExploreRollup rollup);
std::optional<ExploreRollup> exploreRollupFromName(QStringView name);

/// Whether it is a quotient of sums, which has no share of a total.
bool isRate(ExploreMetric metric);

/// The metric of summed figures, for drawing: USD, a count, or 0 to 1. Unset for a cost that nobody knows and
/// for a rate of nothing. Figures of failed attempts alone give FailedCost.
std::optional<double> exploreValue(ExploreMetric metric, const UsageFigures &figures);

/// What decides which groups are shown and which are in "Other": the amount itself, for a rate what it is a
/// rate of.
qint64 exploreWeight(ExploreMetric metric, const UsageFigures &figures);

/// A view of usage.
struct ExploreQuery
{
    ExploreMetric metric = ExploreMetric::Cost;
    ExploreRollup rollup = ExploreRollup::Day;
    /// `day model vendor account task rule source tag:KEY`, or empty for all together. `day` splits the table
    /// alone; the chart has its time anyway.
    QString group = QStringLiteral("model");
    /// As `group`, never the same; only with a group.
    QString subgroup = {};
    /// So many series, the others together; 0 is all.
    int topN = 8;
    bool cumulative = false;
    QList<UsageFilter> filters = {};
    ReportPeriod period = {};
    QTimeZone zone = QTimeZone::utc();
    /// With which day weeks begin.
    Qt::DayOfWeek weekStart = Qt::Monday;
    bool includeSimulated = false;

    bool operator==(const ExploreQuery &) const = default;
};

constexpr int kMostSeries = 50;

QJsonObject exploreQueryToJson(const ExploreQuery &query);

/// Missing members are those of a new ExploreQuery. A period that has a name is the one of that name on the
/// day `today`. Errors: invalid_request, one sentence that names the member.
Result<ExploreQuery> exploreQueryFromJson(const QJsonObject &json, QDate today);

/// Errors: invalid_request for a dimension that does not exist or a count that is out of range.
Result<void> checkExploreQuery(const ExploreQuery &query);

} // namespace core
