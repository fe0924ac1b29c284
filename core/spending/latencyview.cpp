#include "core/spending/latencyview.h"

#include "core/ledger/localdays.h"
#include "core/spending/latencycells.h"
#include "core/storage/statement.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>

namespace core {

namespace {

/// Reading the rows of so many takes no longer than a page may wait.
constexpr qint64 kMostRowsOfView = 20'000;

/// By the number of the day.
using DaySketches = std::map<qint64, LatencySketches>;

void fillDays(LatencyView &view, const DaySketches &days)
{
    for (const auto &entry : days) {
        const LatencySketches &sketches = entry.second;
        view.days.append({dateOfDayNumber(entry.first), quantilesOf(sketches.firstMs),
                          quantilesOf(sketches.totalMs), quantilesOf(sketches.rate)});
        view.sketches.add(sketches);
    }
}

/// The local days of the query that the ledger has anything in; empty when it has nothing.
Result<UsageSpan> viewPeriod(Connection &connection, const LatencyViewQuery &query)
{
    const Result<UsageEdges> edges = usageEdges(connection, query.includeSimulated);
    if (!edges)
        return edges.error();
    if (!edges->firstMs)
        return UsageSpan{};
    const qint64 first =
        localDay(QDateTime::fromMSecsSinceEpoch(*edges->firstMs, query.zone).date(), query.zone).startMs;
    const qint64 end =
        localDay(QDateTime::fromMSecsSinceEpoch(*edges->lastMs, query.zone).date(), query.zone).endMs;
    return UsageSpan{std::max(first, query.range.sinceMs.value_or(first)),
                     std::min(end, query.range.untilMs.value_or(end))};
}

Result<void> readViewRows(Connection &connection, const LatencyViewQuery &query, UsageSpan period,
                          LatencyView &view)
{
    DaySketches days;
    LatencyCells cells(kLatencyColumns);
    const qint64 length = period.to - period.from;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT x.started_at, x.errors, a.first_reasoning_ms, a.first_text_ms, "
                                 "a.last_ms, a.output_tokens, a.status FROM usage_attempts x "
                                 "JOIN attempts a ON a.id = x.id WHERE x.settled_at IS NOT NULL AND "
                                 "x.started_at >= :from AND x.started_at < :to AND x.simulated <= "
                                 ":simulated"))
            .bind(":from", period.from)
            .bind(":to", period.to)
            .bind(":simulated", query.includeSimulated)
            .each([&](const Statement &row) {
                const LatencySample sample = readLatencySample(row, 2);
                const qint64 at = row.integer(0);
                if (!sample.isEmpty())
                    days[dayNumber(at, query.zone)].add(sample);
                const auto column = static_cast<int>((at - period.from) * kLatencyColumns / length);
                if (sample.firstMs || row.boolean(1))
                    cells.add(column, sample.firstMs, row.boolean(1), 1);
            });
    if (!read)
        return read;
    fillDays(view, days);
    // The first millisecond that belongs to the column.
    view.cells = cells.cells([&period, length](int column) {
        return period.from + (length * column + kLatencyColumns - 1) / kLatencyColumns;
    });
    return {};
}

Result<DaySketches> readViewSketches(Connection &connection, const LatencyViewQuery &query, UsageSpan days)
{
    DaySketches found;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT k.day, k.first_ms, k.total_ms, k.rate FROM usage_sketches k "
                                 "JOIN usage_groups g ON g.id = k.grp WHERE k.cut = 1 AND k.kept IN (0, 1) "
                                 "AND k.day >= :from AND k.day < :to AND g.simulated <= :simulated"))
            .bind(":from", days.from)
            .bind(":to", days.to)
            .bind(":simulated", query.includeSimulated)
            .each([&found](const Statement &row) {
                LatencySketches &day = found[row.integer(0)];
                day.firstMs.addBytes(row.blob(1));
                day.totalMs.addBytes(row.blob(2));
                day.rate.addBytes(row.blob(3));
            });
    if (!read)
        return read.error();
    return found;
}

/// Errors of the days, without their first tokens.
Result<void> addDayErrors(Connection &connection, const LatencyViewQuery &query, UsageSpan period,
                          const std::function<void(qint64 day, qint64 errors)> &sink)
{
    UsageQuery wanted;
    wanted.sinceMs = period.from;
    wanted.untilMs = period.to;
    wanted.zone = query.zone;
    wanted.includeSimulated = query.includeSimulated;
    wanted.by = {QStringLiteral("day")};
    wanted.figures = {QStringLiteral("errors")};
    const Result<UsageReport> report = usageReport(connection, wanted);
    if (!report)
        return report.error();
    const QDate epoch(1970, 1, 1);
    for (const UsageRow &row : report->rows) {
        if (row.figures.errors > 0)
            sink(epoch.daysTo(QDate::fromString(row.keys.first(), Qt::ISODate)), row.figures.errors);
    }
    return {};
}

Result<void> readViewDays(Connection &connection, const LatencyViewQuery &query, UsageSpan period,
                          LatencyView &view)
{
    const UsageSpan days{dayNumber(period.from, query.zone), dayNumber(period.to - 1, query.zone) + 1};
    const Result<DaySketches> sketches = readViewSketches(connection, query, days);
    if (!sketches)
        return sketches.error();
    const qint64 count = days.to - days.from;
    const auto columns = static_cast<int>(std::min<qint64>(kLatencyColumns, count));
    LatencyCells cells(columns);
    const auto columnOf = [&](qint64 day) { return static_cast<int>((day - days.from) * columns / count); };
    for (const auto &entry : *sketches) {
        const QList<ValueSketch::Bin> bins = entry.second.firstMs.bins();
        for (const ValueSketch::Bin &bin : bins)
            cells.add(columnOf(entry.first), std::sqrt(bin.from * bin.to), false, bin.count);
    }
    const Result<void> errors = addDayErrors(connection, query, period, [&](qint64 day, qint64 failed) {
        cells.add(columnOf(day), std::nullopt, true, failed);
    });
    if (!errors)
        return errors;
    fillDays(view, *sketches);
    view.exactCells = false;
    view.cells = cells.cells([&](int column) {
        // The first day that belongs to the column.
        const qint64 day = days.from + (count * column + columns - 1) / columns;
        return localDay(dateOfDayNumber(day), query.zone).startMs;
    });
    return {};
}

Result<qint64> countRows(Connection &connection, const LatencyViewQuery &query, UsageSpan period)
{
    UsageQuery wanted;
    wanted.sinceMs = period.from;
    wanted.untilMs = period.to;
    wanted.includeSimulated = query.includeSimulated;
    wanted.figures = {QStringLiteral("attempts")};
    const Result<UsageReport> report = usageReport(connection, wanted);
    if (!report)
        return report.error();
    return report->total.attempts;
}

} // namespace

Result<LatencyView> latencyView(Connection &connection, const LatencyViewQuery &query)
{
    LatencyView view;
    const Result<UsageSpan> period = viewPeriod(connection, query);
    if (!period)
        return period.error();
    if (period->isEmpty())
        return view;
    view.range = {period->from, period->to};
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    bool rows = !state->daysReady || !haveSameDays(query.zone, state->zone, period->from, period->to);
    if (!rows && period->from >= state->prunedBeforeMs) {
        const Result<qint64> count = countRows(connection, query, *period);
        if (!count)
            return count.error();
        rows = *count <= kMostRowsOfView;
    }
    const Result<void> read = rows ? readViewRows(connection, query, *period, view)
                                   : readViewDays(connection, query, *period, view);
    if (!read)
        return read.error();
    return view;
}

QList<ValueSketch::Bin> histogramBins(const ValueSketch &sketch, int most)
{
    const QList<ValueSketch::Bin> bins = sketch.bins();
    if (bins.isEmpty() || most < 1)
        return {};
    const double base = (1.0 + kSketchError) / (1.0 - kSketchError);
    const double low = bins.first().from;
    const auto numberOf = [low, base](double value) {
        return static_cast<int>(std::lround(std::log(value / low) / std::log(base)));
    };
    const int count = numberOf(bins.last().to);
    const int together = (count + most - 1) / most;
    QList<ValueSketch::Bin> grouped;
    for (int first = 0; first < count; first += together)
        grouped.append({low * std::pow(base, first), low * std::pow(base, first + together), 0});
    for (const ValueSketch::Bin &bin : bins)
        grouped[numberOf(bin.from) / together].count += bin.count;
    return grouped;
}

} // namespace core
