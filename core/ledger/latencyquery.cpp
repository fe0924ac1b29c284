#include "core/ledger/latencyquery.h"

#include "core/ledger/localdays.h"
#include "core/ledger/statistics.h"
#include "core/ledger/usagesources.h"
#include "core/storage/bulkquery.h"
#include "core/storage/statement.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <map>

namespace core {

namespace {

/// Reading the rows of so many takes no longer than a page may wait; finding them among so many neither.
constexpr qint64 kMostExactAttempts = 20'000;
constexpr qint64 kMostSearchedAttempts = 50'000;

using Target = std::pair<QString, QString>;

/// The values of one target, or of all.
struct LatencyValues
{
    QList<double> firstMs;
    QList<double> totalMs;
    QList<double> rate;

    void add(const LatencySample &sample)
    {
        if (sample.firstMs)
            firstMs.append(*sample.firstMs);
        if (sample.totalMs)
            totalMs.append(*sample.totalMs);
        if (sample.rate)
            rate.append(*sample.rate);
    }
};

template <typename Quantile>
LatencyQuantiles quantilesOf(qint64 samples, Quantile quantile)
{
    LatencyQuantiles quantiles{static_cast<int>(samples)};
    if (samples < kFewestLatencySamples)
        return quantiles;
    quantiles.p50 = quantile(0.50);
    quantiles.p90 = quantile(0.90);
    quantiles.p95 = quantile(0.95);
    quantiles.p99 = quantile(0.99);
    return quantiles;
}

LatencyQuantiles quantilesOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return quantilesOf(values.size(), [&values](double p) { return nearestRank(values, p); });
}

/// Of values or of sketches.
template <typename Source>
LatencyRow latencyRow(const Target &target, const Source &source)
{
    const LatencyQuantiles first = quantilesOf(source.firstMs);
    LatencyRow row{target.first, target.second, first.samples, first.p50, first.p95, first.p90, first.p99};
    row.totalMs = quantilesOf(source.totalMs);
    row.rate = quantilesOf(source.rate);
    return row;
}

template <typename Source>
void fillReport(LatencyReport &report, const std::map<Target, Source> &targets, const Source &all)
{
    for (const auto &entry : targets) {
        const LatencyRow row = latencyRow(entry.first, entry.second);
        if (row.samples > 0)
            report.rows.append(row);
    }
    report.total = latencyRow({}, all);
}

using SampleSink = std::function<void(const Target &target, const LatencySample &sample)>;

Result<void> readSamples(Connection &connection, const UsageShape &shape, UsageSpan period,
                         const SampleSink &sink)
{
    const QStringList where =
        QStringList{QStringLiteral("x.settled_at IS NOT NULL"), QStringLiteral("x.started_at >= :from"),
                    QStringLiteral("x.started_at < :to")}
        + usageConditions(shape, QStringLiteral("x"));
    BulkQuery query(connection,
                    QStringLiteral("SELECT x.account, x.model, a.first_reasoning_ms, a.first_text_ms, "
                                   "a.last_ms, a.output_tokens, a.status FROM usage_attempts x "
                                   "JOIN attempts a ON a.id = x.id WHERE %1")
                        .arg(where.join(QStringLiteral(" AND "))));
    bindUsageShape(query, shape);
    query.bind(":from", period.from).bind(":to", period.to);
    return query.each([&](const BulkQuery &row) {
        sink({row.text(0), row.text(1)}, readLatencySample(row, 2));
    });
}

Result<void> exactReport(Connection &connection, const UsageShape &shape, UsageSpan period,
                         LatencyReport &report)
{
    std::map<Target, LatencyValues> targets;
    LatencyValues all;
    const Result<void> read =
        readSamples(connection, shape, period, [&](const Target &target, const LatencySample &sample) {
            targets[target].add(sample);
            all.add(sample);
            report.sketches.add(sample);
        });
    if (read)
        fillReport(report, targets, all);
    return read;
}

/// Where the sketches of each group that the shape asks for belong.
using SketchPlaces = QHash<qint64, LatencySketches *>;

Result<SketchPlaces> placesOfGroups(Connection &connection, const UsageShape &shape,
                                    std::map<Target, LatencySketches> &targets)
{
    SketchPlaces places;
    const QStringList where =
        QStringList{QStringLiteral("d.cut = :cut")} + usageConditions(shape, QStringLiteral("d"));
    Statement statement(connection,
                        QStringLiteral("SELECT d.id, d.account, d.model FROM usage_groups d WHERE %1")
                            .arg(where.join(QStringLiteral(" AND "))));
    bindUsageShape(statement, shape);
    const Result<void> read = statement.bind(":cut", shape.sketchCut).each([&](const Statement &row) {
        places.insert(row.integer(0), &targets[{row.text(1), row.text(2)}]);
    });
    if (!read)
        return read.error();
    return places;
}

Result<void> readDaySketches(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &days,
                             std::map<Target, LatencySketches> &targets)
{
    if (days.isEmpty())
        return {};
    const Result<SketchPlaces> places = placesOfGroups(connection, shape, targets);
    if (!places)
        return places.error();
    for (const UsageSpan &span : days) {
        BulkQuery query(connection,
                        QStringLiteral("SELECT grp, first_ms, total_ms, rate FROM usage_sketches "
                                       "WHERE cut = :cut AND kept IN (0, 1) AND day >= :from AND day < :to"));
        query.bind(":cut", shape.sketchCut).bind(":from", span.from).bind(":to", span.to);
        const Result<void> read = query.each([&places](const BulkQuery &row) {
            LatencySketches *sketches = places->value(row.integer(0));
            if (sketches == nullptr)
                return;
            sketches->firstMs.addBytes(row.blob(1));
            sketches->totalMs.addBytes(row.blob(2));
            sketches->rate.addBytes(row.blob(3));
        });
        if (!read)
            return read;
    }
    return {};
}

Result<void> sketchedReport(Connection &connection, const UsageShape &shape, const UsagePlan &plan,
                            LatencyReport &report)
{
    std::map<Target, LatencySketches> targets;
    const SampleSink sink = [&targets](const Target &target, const LatencySample &sample) {
        targets[target].add(sample);
    };
    Result<void> read = readDaySketches(connection, shape, plan.days, targets);
    for (auto span = plan.quarters.cbegin(); read && span != plan.quarters.cend(); ++span)
        read = readSamples(connection, shape, {span->from * kQuarterMs, span->to * kQuarterMs}, sink);
    for (auto span = plan.rows.cbegin(); read && span != plan.rows.cend(); ++span)
        read = readSamples(connection, shape, *span, sink);
    if (!read)
        return read;
    for (const auto &entry : targets)
        report.sketches.add(entry.second);
    report.exact = false;
    fillReport(report, targets, report.sketches);
    return {};
}

/// The period as far as the ledger has anything in it, to the end of its last day.
Result<UsageSpan> latencyPeriod(Connection &connection, const UsageQuery &query, const QTimeZone &zone)
{
    const Result<UsageEdges> edges = usageEdges(connection, true);
    if (!edges)
        return edges.error();
    if (!edges->firstMs)
        return UsageSpan{};
    const qint64 first = localDay(dateOfDayNumber(dayNumber(*edges->firstMs, zone)), zone).startMs;
    const qint64 end = localDay(dateOfDayNumber(dayNumber(*edges->lastMs, zone)), zone).endMs;
    const qint64 from = query.sinceMs.value_or(first);
    const qint64 to = query.untilMs.value_or(end);
    return UsageSpan{from <= *edges->firstMs ? first : from, to > *edges->lastMs ? end : to};
}

/// Whether so few attempts are asked for.
Result<bool> haveAtMost(Connection &connection, const UsageQuery &query, qint64 attempts)
{
    const Result<UsageReport> usage = usageReport(connection, query);
    if (!usage)
        return usage.error();
    return usage->total.attempts <= attempts;
}

} // namespace

LatencyQuantiles quantilesOf(const ValueSketch &sketch)
{
    return quantilesOf(sketch.count(), [&sketch](double p) { return sketch.quantile(p); });
}

Result<LatencyReport> latencyReport(Connection &connection, const UsageQuery &query)
{
    UsageQuery wanted = query;
    wanted.by.clear();
    wanted.figures = {QStringLiteral("attempts")};
    const Result<UsageShape> shape = usageShape(wanted);
    if (!shape)
        return shape.error();
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    LatencyReport report;
    const Result<UsageSpan> period = latencyPeriod(connection, wanted, state->zone);
    if (!period)
        return period.error();
    if (period->isEmpty())
        return report;
    const bool kept = shape->sketchCut != 0 && state->daysReady;
    bool exact = !kept || period->from >= state->prunedBeforeMs;
    if (exact) {
        const Result<bool> few = haveAtMost(connection, wanted, kMostExactAttempts);
        if (!few)
            return few.error();
        exact = *few;
    }
    if (exact && kept && !wanted.only.isEmpty()) {
        wanted.only.clear();
        const Result<bool> few = haveAtMost(connection, wanted, kMostSearchedAttempts);
        if (!few)
            return few.error();
        exact = *few;
    }
    UsagePlan plan{.rows = {*period}};
    if (kept)
        plan = usagePlan(*period, state->zone, {.days = true});
    const Result<void> read = exact ? exactReport(connection, *shape, *period, report)
                                    : sketchedReport(connection, *shape, plan, report);
    if (!read)
        return read.error();
    return report;
}

} // namespace core
