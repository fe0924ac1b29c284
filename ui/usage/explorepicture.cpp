#include "ui/usage/explorepicture.h"

#include "core/models/explorewords.h"
#include "ui/usage/seriescolours.h"

#include <QCoreApplication>

using core::ExploreMetric;
using core::ExploreResult;
using core::ExploreWords;

namespace ui {

namespace {

ChartPicture::Unit unitOf(ExploreMetric metric)
{
    switch (metric) {
    case ExploreMetric::Cost:
    case ExploreMetric::FailedCost:
        return ChartPicture::Unit::Dollars;
    case ExploreMetric::InputTokens:
    case ExploreMetric::OutputTokens:
    case ExploreMetric::Tokens:
    case ExploreMetric::CachedInputTokens:
        return ChartPicture::Unit::Tokens;
    case ExploreMetric::ErrorRate:
    case ExploreMetric::CacheHitRate:
        return ChartPicture::Unit::Percent;
    default:
        return ChartPicture::Unit::Count;
    }
}

ChartPicture::Mark markOf(ExploreMetric metric, const core::UsageFigures &figures,
                          const std::optional<double> &value)
{
    ChartPicture::Mark mark{value, ExploreWords::amount(metric, figures),
                            ExploreWords::exact(metric, figures), figures.attempts > 0};
    if (core::isRate(metric) && mark.value)
        *mark.value *= 100.0;
    return mark;
}

/// Cost that nobody knows is no point, but what was not sent cost nothing.
ChartPicture::Mark markOf(ExploreMetric metric, const core::ExploreMark &mark)
{
    std::optional<double> value = mark.value;
    if (!core::isRate(metric) && mark.figures.attempts == 0)
        value = 0.0;
    return markOf(metric, mark.figures, value);
}

QString shareText(const core::ExploreRow &row, ExploreMetric metric)
{
    const QString amount = ExploreWords::amount(metric, row.figures);
    if (!row.share)
        return amount;
    return QCoreApplication::translate("ui::ExplorePicture", "%1 · %2 %", "amount, share")
        .arg(amount, QLocale().toString(100.0 * *row.share, 'f', 1));
}

ChartPicture sharesOf(const ExploreResult &result, const QList<int> &colours, QDate today)
{
    const ExploreMetric metric = result.query.metric;
    ChartPicture picture{ChartPicture::Kind::Shares, unitOf(metric)};
    picture.bins.append({result.range.sinceMs.value_or(0),
                         result.range.untilMs.value_or(0),
                         {},
                         QCoreApplication::translate("ui::ExplorePicture", "Whole period")});
    for (qsizetype at = 0; at < result.rows.size(); ++at) {
        const core::ExploreRow &row = result.rows.at(at);
        ChartPicture::Mark mark = markOf(metric, row.figures, row.value);
        mark.text = shareText(row, metric);
        picture.series.append({ExploreWords::path(result.rowDimensions, row.path, row.isOther, today),
                               colours.value(at, SeriesColours::other()),
                               {mark}});
    }
    return picture;
}

int yearOf(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date().year();
}

/// Whether the axis needs years: it is of several, or of another than today's.
bool isDated(const ExploreResult &result, QDate today)
{
    if (result.buckets.isEmpty())
        return false;
    const int first = yearOf(result.buckets.first().startMs, result.query.zone);
    return first != today.year() || first != yearOf(result.buckets.last().startMs, result.query.zone);
}

/// The sum of all series; of a cumulative view they are sums already.
core::UsageFigures figuresOfBucket(const ExploreResult &result, qsizetype bucket)
{
    core::UsageFigures sum;
    for (const core::ExploreSeries &part : result.series)
        sum += part.marks.value(bucket).figures;
    return sum;
}

} // namespace

ExploreKind possibleKind(ExploreKind wanted, const core::ExploreQuery &query)
{
    if (wanted == ExploreKind::Bars && core::isRate(query.metric))
        return ExploreKind::Lines;
    if (wanted == ExploreKind::Shares && query.group == QLatin1StringView("day"))
        return ExploreKind::Bars;
    return wanted;
}

QList<int> exploreColours(const ExploreResult &result, SeriesColours &colours)
{
    QList<QStringList> paths;
    for (const core::ExploreSeries &part : result.series) {
        if (!part.isOther)
            paths.append(part.path);
    }
    QList<int> indexes = colours.of(result.dimensions, paths);
    for (qsizetype at = 0; at < result.series.size(); ++at) {
        if (result.series.at(at).isOther)
            indexes.insert(at, SeriesColours::other());
    }
    return indexes;
}

ChartPicture explorePicture(const ExploreResult &result, ExploreKind kind, const QList<int> &colours,
                            QDate today)
{
    if (kind == ExploreKind::Shares)
        return sharesOf(result, colours, today);
    const core::ExploreQuery &query = result.query;
    ChartPicture picture{kind == ExploreKind::Lines ? ChartPicture::Kind::Lines : ChartPicture::Kind::Bars,
                         unitOf(query.metric)};
    const bool dated = isDated(result, today);
    for (const core::ExploreBucket &bucket : result.buckets) {
        picture.bins.append({bucket.startMs, bucket.endMs,
                             ExploreWords::tick(bucket, query.rollup, query.zone),
                             ExploreWords::bucket(bucket, query.rollup, query.zone, today)});
        if (!dated)
            continue;
        picture.bins.last().datedTick = ExploreWords::datedTick(bucket, query.rollup, query.zone);
        picture.bins.last().year = yearOf(bucket.startMs, query.zone);
    }
    for (qsizetype at = 0; at < result.series.size(); ++at) {
        const core::ExploreSeries &part = result.series.at(at);
        ChartPicture::Series series{ExploreWords::path(result.dimensions, part.path, part.isOther, today),
                                    colours.value(at, SeriesColours::other())};
        for (const core::ExploreMark &mark : part.marks)
            series.marks.append(markOf(query.metric, mark));
        picture.series.append(series);
    }
    for (qsizetype bucket = 0; bucket < result.buckets.size(); ++bucket) {
        const core::UsageFigures figures = figuresOfBucket(result, bucket);
        picture.wholes.append(
            markOf(query.metric, core::ExploreMark{figures, core::exploreValue(query.metric, figures)}));
    }
    return picture;
}

core::AttemptFilter attemptsOfSpot(const ExploreResult &result, ExploreKind kind,
                                   const ChartPicture::Spot &spot)
{
    if (kind == ExploreKind::Shares || kind == ExploreKind::Table)
        return spot.series < 0 ? core::attemptsOfView(result) : core::attemptsOfRow(result, spot.series);
    return spot.series < 0 ? core::attemptsOfBucket(result, spot.bar)
                           : core::attemptsOfMark(result, spot.series, spot.bar);
}

QString wordsOfSpot(const ExploreResult &result, ExploreKind kind, const ChartPicture::Spot &spot,
                    QDate today)
{
    QStringList words;
    const bool rows = kind == ExploreKind::Shares || kind == ExploreKind::Table;
    if (rows && spot.series >= 0) {
        const core::ExploreRow &row = result.rows.at(spot.series);
        words.append(ExploreWords::path(result.rowDimensions, row.path, row.isOther, today));
    } else if (spot.series >= 0 && !result.dimensions.isEmpty()) {
        const core::ExploreSeries &part = result.series.at(spot.series);
        words.append(ExploreWords::path(result.dimensions, part.path, part.isOther, today));
    }
    if (!rows) {
        const QString bucket =
            ExploreWords::bucket(result.buckets.at(spot.bar), result.query.rollup, result.query.zone, today);
        words.append(result.query.cumulative
                         ? QCoreApplication::translate("ui::ExplorePicture", "until %1", "a day").arg(bucket)
                         : bucket);
    }
    switch (result.query.metric) {
    case ExploreMetric::Errors:
    case ExploreMetric::FailedCost:
    case ExploreMetric::Rescued:
    case ExploreMetric::Unpriced:
        words.append(ExploreWords::metric(result.query.metric));
        break;
    default:
        break;
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace ui
