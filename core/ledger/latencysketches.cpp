#include "core/ledger/latencysketches.h"

#include "core/ledger/localdays.h"
#include "core/storage/statement.h"

#include <map>

namespace core {

namespace {

/// A day and a group of the cut 1.
using SketchKey = std::pair<qint64, qint64>;
using SketchTable = std::map<SketchKey, LatencySketches>;

/// What the sketches of whole days should be, from the rows.
Result<SketchTable> sketchesOfRows(Connection &connection, const UsageState &state, UsageSpan days)
{
    SketchTable table;
    const qint64 from = localDay(dateOfDayNumber(days.from), state.zone).startMs;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral(
                      "SELECT (SELECT ahead FROM usage_offsets WHERE since <= a.started_at ORDER BY since "
                      "DESC LIMIT 1) + a.started_at, g.id, a.first_reasoning_ms, a.first_text_ms, a.last_ms, "
                      "a.output_tokens, a.status FROM attempts a CROSS JOIN usage_groups g ON g.cut = 1 AND "
                      "g.simulated = a.simulated AND g.account = a.account AND g.model = a.model AND "
                      "g.vendor = a.vendor WHERE a.started_at >= :from AND a.started_at < :to "
                      "AND a.settled_at IS NOT NULL AND a.imported = 0"))
            .bind(":from", std::max(from, state.prunedBeforeMs))
            .bind(":to", localDay(dateOfDayNumber(days.to), state.zone).startMs)
            .each([&table](const Statement &row) {
                const LatencySample sample = readLatencySample(row, 2);
                if (!sample.isEmpty())
                    table[{row.integer(0) / kUsageDayMs, row.integer(1)}].add(sample);
            });
    if (!read)
        return read.error();
    return table;
}

} // namespace

Result<void> writeSketches(Connection &connection, bool kept, qint64 day, qint64 group,
                           const LatencySketches &sketches)
{
    return Statement(
               connection,
               QStringLiteral("INSERT OR REPLACE INTO usage_sketches (kept, day, grp, first_ms, total_ms, "
                              "rate) VALUES (:kept, :day, :grp, :first, :total, :rate)"))
        .bind(":kept", kept)
        .bind(":day", day)
        .bind(":grp", group)
        .bindBlob(":first", sketches.firstMs.toBytes())
        .bindBlob(":total", sketches.totalMs.toBytes())
        .bindBlob(":rate", sketches.rate.toBytes())
        .run();
}

LatencySketches readSketches(const Statement &row, int column)
{
    LatencySketches sketches;
    sketches.firstMs.addBytes(row.blob(column));
    sketches.totalMs.addBytes(row.blob(column + 1));
    sketches.rate.addBytes(row.blob(column + 2));
    return sketches;
}

LatencySample latencySample(const Completion &completion)
{
    LatencySample sample;
    sample.firstMs = firstTokenMs(completion.timing);
    sample.rate = tokensPerSecond(completion);
    if (completion.status == LaneStatus::Complete || completion.status == LaneStatus::Truncated)
        sample.totalMs = completion.timing.last;
    return sample;
}

void LatencySketches::add(const LatencySample &sample)
{
    if (sample.firstMs)
        firstMs.add(*sample.firstMs);
    if (sample.totalMs)
        totalMs.add(*sample.totalMs);
    if (sample.rate)
        rate.add(*sample.rate);
}

void LatencySketches::add(const LatencySketches &other)
{
    firstMs.add(other.firstMs);
    totalMs.add(other.totalMs);
    rate.add(other.rate);
}

Result<void> addToSketches(Connection &connection, qint64 attempt, const Completion &completion)
{
    const LatencySample sample = latencySample(completion);
    if (sample.isEmpty())
        return {};
    bool kept = false;
    SketchKey key;
    LatencySketches sketches;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral(
                      "SELECT n.kept, n.day, n.grp, k.first_ms, k.total_ms, k.rate FROM (SELECT "
                      "a.started_at < (SELECT pruned_before FROM usage_state) AS kept, (a.started_at + "
                      "(SELECT ahead FROM usage_offsets WHERE since <= a.started_at ORDER BY since DESC "
                      "LIMIT 1)) / 86400000 AS day, g.id AS grp FROM attempts a JOIN usage_groups g "
                      "ON g.cut = 1 AND g.simulated = a.simulated AND g.account = a.account AND "
                      "g.model = a.model AND g.vendor = a.vendor WHERE a.id = :attempt AND a.imported = 0) n "
                      "LEFT JOIN usage_sketches k ON k.kept = n.kept AND k.day = n.day AND k.grp = n.grp"))
            .bind(":attempt", attempt)
            .first([&](const Statement &row) {
                kept = row.boolean(0);
                key = {row.integer(1), row.integer(2)};
                sketches = readSketches(row, 3);
            });
    if (!found)
        return found.error();
    if (!*found)
        return {};
    sketches.add(sample);
    return writeSketches(connection, kept, key.first, key.second, sketches);
}

Result<void> rebuildSketches(Connection &connection, const UsageState &state, UsageSpan days)
{
    const Result<SketchTable> table = sketchesOfRows(connection, state, days);
    if (!table)
        return table.error();
    const Result<void> removed =
        Statement(connection,
                  QStringLiteral("DELETE FROM usage_sketches WHERE kept = 0 AND day >= :from AND day < :to"))
            .bind(":from", days.from)
            .bind(":to", days.to)
            .run();
    if (!removed)
        return removed;
    for (const auto &entry : *table) {
        if (const Result<void> written =
                writeSketches(connection, false, entry.first.first, entry.first.second, entry.second);
            !written)
            return written;
    }
    return {};
}

Result<qint64> countWrongSketches(Connection &connection, const UsageState &state, UsageSpan days)
{
    Result<SketchTable> table = sketchesOfRows(connection, state, days);
    if (!table)
        return table.error();
    qint64 wrong = 0;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT day, grp, first_ms, total_ms, rate FROM usage_sketches "
                                 "WHERE kept = 0 AND day >= :from AND day < :to"))
            .bind(":from", days.from)
            .bind(":to", days.to)
            .each([&](const Statement &row) {
                const auto expected = table->find({row.integer(0), row.integer(1)});
                const bool same = expected != table->end()
                    && expected->second.firstMs.toBytes() == row.blob(2)
                    && expected->second.totalMs.toBytes() == row.blob(3)
                    && expected->second.rate.toBytes() == row.blob(4);
                if (!same)
                    ++wrong;
                if (expected != table->end())
                    table->erase(expected);
            });
    if (!read)
        return read.error();
    return wrong + static_cast<qint64>(table->size());
}

} // namespace core
