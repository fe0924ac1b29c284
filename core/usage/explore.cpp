#include "core/usage/explore.h"

#include "core/ledger/usagecalendar.h"

#include <QDateTime>
#include <QHash>
#include <QMap>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 kExploreHourMs = 3'600'000;
/// From here on months tell what a path sums up to, sooner than all of its days.
constexpr qint64 kLongPeriodMs = 92 * 24 * kExploreHourMs;

UsageUnit unitOfRollup(ExploreRollup rollup)
{
    switch (rollup) {
    case ExploreRollup::Quarter:
        return UsageUnit::Quarter;
    case ExploreRollup::Hour:
        return UsageUnit::Hour;
    case ExploreRollup::Day:
        return UsageUnit::Day;
    case ExploreRollup::Week:
        return UsageUnit::Week;
    case ExploreRollup::Month:
        break;
    }
    return UsageUnit::Month;
}

/// Longer than any bucket of the rollup.
qint64 longestBucket(ExploreRollup rollup)
{
    switch (rollup) {
    case ExploreRollup::Quarter:
        return kExploreHourMs / 4;
    case ExploreRollup::Hour:
        return kExploreHourMs;
    case ExploreRollup::Day:
        return 26 * kExploreHourMs;
    case ExploreRollup::Week:
        return 8 * 24 * kExploreHourMs;
    case ExploreRollup::Month:
        break;
    }
    return 32 * 24 * kExploreHourMs;
}

/// The filters as they are asked of the sums: the cost of failed attempts is the cost of those alone.
QList<UsageFilter> effectiveFilters(const ExploreQuery &query)
{
    QList<UsageFilter> filters = query.filters;
    if (query.metric == ExploreMetric::FailedCost)
        filters.append({QStringLiteral("status"), QStringLiteral("errors")});
    return filters;
}

Result<TimeRange> rangeOf(Connection &connection, const ExploreQuery &query)
{
    if (query.period.kind != PeriodKind::All)
        return timeRange(query.period, query.zone);
    const Result<UsageEdges> edges = usageEdges(connection, query.includeSimulated);
    if (!edges)
        return edges.error();
    if (!edges->firstMs || !edges->lastMs)
        return TimeRange{};
    const auto dayOf = [&query](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, query.zone).date(); };
    return timeRange(customPeriod(dayOf(*edges->firstMs), dayOf(*edges->lastMs)), query.zone);
}

QList<ExploreBucket> bucketsOf(const ExploreQuery &query, const TimeRange &range)
{
    QList<ExploreBucket> buckets;
    if (!range.sinceMs || !range.untilMs)
        return buckets;
    const UsageCalendar calendar(unitOfRollup(query.rollup), query.zone, query.weekStart);
    const QList<UsagePart> parts = calendar.parts(*range.sinceMs, *range.untilMs);
    for (const UsagePart &part : parts)
        buckets.append({part.from, part.to, calendar.firstDay(part.number), calendar.label(part.number)});
    return buckets;
}

/// Takes the next coarser rollup until there are few enough buckets.
void chooseBuckets(ExploreResult &result)
{
    const ExploreRollup wanted = result.query.rollup;
    const qint64 length = result.range.untilMs.value_or(0) - result.range.sinceMs.value_or(0);
    for (const ExploreRollup rollup : {ExploreRollup::Quarter, ExploreRollup::Hour, ExploreRollup::Day,
                                       ExploreRollup::Week, ExploreRollup::Month}) {
        const bool last = rollup == ExploreRollup::Month;
        if (rollup < wanted || (!last && length / longestBucket(rollup) > kMostBuckets))
            continue;
        result.query.rollup = rollup;
        result.buckets = bucketsOf(result.query, result.range);
        if (last || result.buckets.size() <= kMostBuckets)
            break;
    }
    if (result.query.rollup != wanted)
        result.coarsenedFrom = wanted;
}

UsageQuery usageQueryOf(const ExploreResult &result, const QStringList &by)
{
    UsageQuery query;
    query.sinceMs = result.range.sinceMs;
    query.untilMs = result.range.untilMs;
    query.zone = result.query.zone;
    query.weekStart = result.query.weekStart;
    query.includeSimulated = result.query.includeSimulated;
    query.only = effectiveFilters(result.query);
    query.by = by;
    return query;
}

QList<UsageFilter> filtersOfPath(const ExploreResult &result, const QStringList &path)
{
    QList<UsageFilter> filters;
    for (qsizetype at = 0; at < result.dimensions.size(); ++at)
        filters.append({result.dimensions.at(at), path.value(at)});
    return filters;
}

/// What each path sums up to.
using PathSums = QHash<QStringList, UsageFigures>;

/// The paths that are shown, most first; of a path without figures at all nothing is.
QList<QStringList> shownPaths(const PathSums &sums, const ExploreQuery &query)
{
    QList<QStringList> paths = sums.keys();
    std::sort(paths.begin(), paths.end(), [&](const QStringList &one, const QStringList &other) {
        const UsageFigures &ofOne = *sums.constFind(one);
        const UsageFigures &ofOther = *sums.constFind(other);
        const qint64 weight = exploreWeight(query.metric, ofOne);
        const qint64 otherWeight = exploreWeight(query.metric, ofOther);
        if (weight != otherWeight)
            return weight > otherWeight;
        if (ofOne.attempts != ofOther.attempts)
            return ofOne.attempts > ofOther.attempts;
        return one < other;
    });
    // One that would be alone in Other is shown itself.
    if (query.topN > 0 && paths.size() > query.topN + 1)
        paths = paths.mid(0, query.topN);
    return paths;
}

/// Where the sums of a report go: into the bucket of their first key, and the series of the others.
class SeriesBuilder
{
public:
    SeriesBuilder(ExploreResult &result, const PathSums &sums) : m_result(result)
    {
        const QList<QStringList> paths = shownPaths(sums, result.query);
        for (const QStringList &path : paths) {
            m_places.insert(path, m_result.series.size());
            m_result.series.append({path, path.join(QStringLiteral(" / ")), false, {}});
        }
        if (paths.size() < sums.size()) {
            m_other = m_result.series.size();
            m_result.series.append({{}, {}, true, {}});
        }
        for (ExploreSeries &series : m_result.series)
            series.marks.resize(m_result.buckets.size());
        for (qsizetype at = 0; at < m_result.buckets.size(); ++at)
            m_buckets.insert(m_result.buckets.at(at).key, at);
    }

    void add(const UsageRow &row)
    {
        const auto bucket = m_buckets.constFind(row.keys.constFirst());
        const qsizetype place = m_places.value(row.keys.mid(1), m_other);
        if (bucket != m_buckets.constEnd() && place >= 0)
            m_result.series[place].marks[*bucket].figures += row.figures;
    }

    bool hasOther() const { return m_other >= 0; }
    /// Gives Other what the series leave of a bucket's sum, once they have theirs.
    void addRest(const UsageRow &whole)
    {
        const auto bucket = m_buckets.constFind(whole.keys.constFirst());
        if (bucket == m_buckets.constEnd())
            return;
        UsageFigures rest = whole.figures;
        for (const ExploreSeries &series : std::as_const(m_result.series)) {
            if (!series.isOther)
                rest -= series.marks.at(*bucket).figures;
        }
        m_result.series[m_other].marks[*bucket].figures = rest;
    }

private:
    ExploreResult &m_result;
    QHash<QStringList, qsizetype> m_places;
    QHash<QString, qsizetype> m_buckets;
    qsizetype m_other = -1;
};

QStringList rollupAnd(const ExploreResult &result, const QStringList &dimensions)
{
    return QStringList{exploreRollupName(result.query.rollup)} + dimensions;
}

Result<PathSums> readSeries(Connection &connection, ExploreResult &result)
{
    const Result<UsageReport> report =
        usageReport(connection, usageQueryOf(result, rollupAnd(result, result.dimensions)));
    if (!report)
        return report.error();
    PathSums sums;
    for (const UsageRow &row : report->rows)
        sums[row.keys.mid(1)] += row.figures;
    result.total.figures = report->total;
    SeriesBuilder builder(result, sums);
    for (const UsageRow &row : report->rows)
        builder.add(row);
    return sums;
}

/// The same, reading of each bucket only what is shown and the whole: of years there are many times as many
/// sums of what ends up in Other.
Result<PathSums> readLongSeries(Connection &connection, ExploreResult &result)
{
    const Result<UsageReport> paths = usageReport(connection, usageQueryOf(result, result.dimensions));
    if (!paths)
        return paths.error();
    PathSums sums;
    for (const UsageRow &row : paths->rows)
        sums.insert(row.keys, row.figures);
    result.total.figures = paths->total;
    SeriesBuilder builder(result, sums);
    QList<QList<UsageFilter>> shown;
    for (const ExploreSeries &series : std::as_const(result.series)) {
        if (!series.isOther)
            shown.append(filtersOfPath(result, series.path));
    }
    const Result<UsageReport> marks =
        usageReport(connection, usageQueryOf(result, rollupAnd(result, result.dimensions)), shown);
    if (!marks)
        return marks.error();
    for (const UsageRow &row : marks->rows)
        builder.add(row);
    if (!builder.hasOther())
        return sums;
    const Result<UsageReport> whole = usageReport(connection, usageQueryOf(result, rollupAnd(result, {})));
    if (!whole)
        return whole.error();
    for (const UsageRow &row : whole->rows)
        builder.addRest(row);
    return sums;
}

/// Of one dimension there are too few sums for it to be worth while.
bool isLong(const ExploreResult &result)
{
    return result.dimensions.size() > 1 && result.query.topN > 0
        && *result.range.untilMs - *result.range.sinceMs >= kLongPeriodMs;
}

void valueMarks(ExploreResult &result)
{
    for (ExploreSeries &series : result.series) {
        UsageFigures sum;
        for (ExploreMark &mark : series.marks) {
            sum += mark.figures;
            if (result.query.cumulative)
                mark.figures = sum;
            mark.value = exploreValue(result.query.metric, mark.figures);
        }
    }
}

ExploreRow rowOf(const ExploreResult &result, const QStringList &path, bool isOther,
                 const UsageFigures &figures)
{
    const ExploreMetric metric = result.query.metric;
    ExploreRow row{path, isOther, figures, exploreValue(metric, figures), {}};
    const qint64 whole = exploreWeight(metric, result.total.figures);
    if (!isRate(metric) && whole > 0 && row.value)
        row.share = static_cast<double>(exploreWeight(metric, figures)) / static_cast<double>(whole);
    return row;
}

/// The table is split as the series are.
void fillRows(ExploreResult &result, const PathSums &sums)
{
    PathSums others = sums;
    for (const ExploreSeries &series : std::as_const(result.series)) {
        if (!series.isOther)
            result.rows.append(rowOf(result, series.path, false, others.take(series.path)));
    }
    if (others.isEmpty())
        return;
    UsageFigures other;
    for (const UsageFigures &figures : std::as_const(others))
        other += figures;
    result.rows.append(rowOf(result, {}, true, other));
}

/// A row of a day with the path of its series, which stands before or after the day.
QStringList pathWithDay(const ExploreResult &result, const QString &day, const QStringList &path)
{
    return result.query.subgroup == QLatin1StringView("day") ? path + QStringList{day}
                                                             : QStringList{day} + path;
}

/// The table of days: each day has the rows of its series and one of Other.
Result<void> fillDayRows(Connection &connection, ExploreResult &result)
{
    const Result<UsageReport> report =
        usageReport(connection, usageQueryOf(result, QStringList{QStringLiteral("day")} + result.dimensions));
    if (!report)
        return report.error();
    QHash<QStringList, qsizetype> places;
    for (const ExploreSeries &series : std::as_const(result.series)) {
        if (!series.isOther)
            places.insert(series.path, places.size());
    }
    const qsizetype other = places.size();
    QMap<QPair<QString, qsizetype>, UsageFigures> sums;
    for (const UsageRow &row : report->rows)
        sums[{row.keys.constFirst(), places.value(row.keys.mid(1), other)}] += row.figures;
    QList<ExploreRow> rows;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
        const bool isOther = sum.key().second == other;
        const QString &day = sum.key().first;
        const QStringList path =
            isOther ? QStringList{day} : pathWithDay(result, day, result.series.at(sum.key().second).path);
        rows.append(rowOf(result, path, isOther, sum.value()));
    }
    if (result.query.subgroup == QLatin1StringView("day"))
        std::stable_sort(rows.begin(), rows.end(), [&](const ExploreRow &one, const ExploreRow &another) {
            const auto placeOf = [&](const ExploreRow &row) {
                return row.isOther ? other : places.value(row.path.mid(0, row.path.size() - 1));
            };
            return placeOf(one) < placeOf(another);
        });
    result.rows = rows;
    return {};
}

AttemptFilter filterOf(const ExploreResult &result)
{
    AttemptFilter filter;
    filter.sinceMs = result.range.sinceMs;
    filter.untilMs = result.range.untilMs;
    filter.zone = result.query.zone;
    filter.includeSimulated = result.query.includeSimulated;
    filter.only = effectiveFilters(result.query);
    const ExploreMetric metric = result.query.metric;
    if (metric == ExploreMetric::Errors)
        filter.only.append({QStringLiteral("status"), QStringLiteral("errors")});
    filter.unpricedOnly = metric == ExploreMetric::Unpriced;
    filter.rescuedOnly = metric == ExploreMetric::Rescued;
    return filter;
}

void narrowToOther(AttemptFilter &filter, const ExploreResult &result)
{
    for (const ExploreSeries &shown : result.series) {
        if (!shown.isOther)
            filter.without.append(filtersOfPath(result, shown.path));
    }
}

void narrowToBucket(AttemptFilter &filter, const ExploreResult &result, qsizetype bucket)
{
    if (!result.query.cumulative)
        filter.sinceMs = result.buckets.at(bucket).startMs;
    filter.untilMs = result.buckets.at(bucket).endMs;
}

} // namespace

Result<ExploreResult> explore(Connection &connection, const ExploreQuery &query)
{
    if (const Result<void> good = checkExploreQuery(query); !good)
        return good.error();
    ExploreResult result;
    result.query = query;
    const QString day = QStringLiteral("day");
    for (const QString &dimension : {query.group, query.subgroup}) {
        if (!dimension.isEmpty())
            result.rowDimensions.append(dimension);
        if (!dimension.isEmpty() && dimension != day)
            result.dimensions.append(dimension);
    }
    const Result<TimeRange> range = rangeOf(connection, query);
    if (!range)
        return range.error();
    result.range = *range;
    chooseBuckets(result);
    // An empty ledger has no range of all time.
    if (result.buckets.isEmpty())
        return result;
    const Result<PathSums> sums =
        isLong(result) ? readLongSeries(connection, result) : readSeries(connection, result);
    if (!sums)
        return sums.error();
    result.total = rowOf(result, {}, false, result.total.figures);
    valueMarks(result);
    if (result.rowDimensions.contains(day)) {
        if (const Result<void> filled = fillDayRows(connection, result); !filled)
            return filled.error();
    } else {
        fillRows(result, *sums);
    }
    return result;
}

AttemptFilter attemptsOfMark(const ExploreResult &result, qsizetype series, qsizetype bucket)
{
    AttemptFilter filter = attemptsOfBucket(result, bucket);
    const ExploreSeries &marked = result.series.at(series);
    if (marked.isOther)
        narrowToOther(filter, result);
    else
        filter.only += filtersOfPath(result, marked.path);
    return filter;
}

AttemptFilter attemptsOfBucket(const ExploreResult &result, qsizetype bucket)
{
    AttemptFilter filter = filterOf(result);
    narrowToBucket(filter, result, bucket);
    return filter;
}

AttemptFilter attemptsOfRow(const ExploreResult &result, qsizetype row)
{
    AttemptFilter filter = filterOf(result);
    const ExploreRow &chosen = result.rows.at(row);
    QStringList path = chosen.path;
    const qsizetype dayAt = chosen.isOther ? 0 : result.rowDimensions.indexOf(QStringLiteral("day"));
    if (dayAt >= 0 && result.rowDimensions.contains(QStringLiteral("day")))
        filter.day = QDate::fromString(path.takeAt(dayAt), Qt::ISODate);
    if (chosen.isOther)
        narrowToOther(filter, result);
    else
        filter.only += filtersOfPath(result, path);
    return filter;
}

AttemptFilter attemptsOfView(const ExploreResult &result)
{
    return filterOf(result);
}

} // namespace core
