#include "core/ledger/latencysketches.h"

#include "core/ledger/localdays.h"
#include "core/ledger/usagecolumns.h"
#include "core/storage/bulkquery.h"
#include "core/storage/statement.h"

#include <array>
#include <map>

namespace core {

namespace {

/// Of who answered, alone and with the task, with the way and with the tags.
constexpr std::array kSketchCuts{1, 3, 4, 6};

using SketchTable = std::map<SketchKey, LatencySketches>;

/// The day of the zone in which a row of `usage_attempts` r started.
const QString kDayOfRow =
    QStringLiteral("((SELECT ahead FROM usage_offsets WHERE since <= r.started_at ORDER BY since DESC LIMIT "
                   "1) + r.started_at) / 86400000");

/// `series.COLUMN, ...` of the cuts that have sketches.
QString groupColumns()
{
    QStringList columns;
    for (const int cut : kSketchCuts)
        columns.append(QStringLiteral("s.") + usageCutColumn(cut));
    return columns.join(QStringLiteral(", "));
}

/// FROM and WHERE of rows r of `usage_rows`, each with its series s and its attempt a.
QString rowsFrom(const QString &condition)
{
    return QStringLiteral("FROM usage_rows r CROSS JOIN usage_series s ON %1 CROSS JOIN attempts a ON "
                          "a.id = r.id "
                          "WHERE %2")
        .arg(sameUsageSeries(QStringLiteral("s"), QStringLiteral("r")), condition);
}

/// What the sketches of whole days should be, from the rows.
Result<SketchTable> sketchesOfRows(Connection &connection, const UsageState &state, UsageSpan days)
{
    SketchTable table;
    const qint64 from = localDay(dateOfDayNumber(days.from), state.zone).startMs;
    BulkQuery query(connection,
                    QStringLiteral("SELECT %1, %2, a.first_reasoning_ms, a.first_text_ms, a.last_ms, "
                                   "a.output_tokens, a.status %3")
                        .arg(kDayOfRow, groupColumns(),
                             rowsFrom(QStringLiteral("r.started_at >= :from AND r.started_at < :to"))));
    query.bind(":from", std::max(from, state.prunedBeforeMs))
        .bind(":to", localDay(dateOfDayNumber(days.to), state.zone).startMs);
    const Result<void> read = query.each([&table](const BulkQuery &row) {
        const LatencySample sample = readLatencySample(row, 1 + static_cast<int>(kSketchCuts.size()));
        if (sample.isEmpty())
            return;
        int column = 1;
        for (const int cut : kSketchCuts)
            table[{cut, false, row.integer(0), row.integer(column++)}].add(sample);
    });
    if (!read)
        return read.error();
    return table;
}

/// What one attempt has in the sketches.
struct SketchPart
{
    QList<SketchKey> keys;
    LatencySample sample;
};

Result<SketchPart> partOfAttempt(Connection &connection, qint64 attempt)
{
    static const QString sql =
        QStringLiteral("SELECT r.started_at < (SELECT pruned_before FROM usage_state), %1, %2, "
                       "a.first_reasoning_ms, a.first_text_ms, a.last_ms, a.output_tokens, a.status %3")
            .arg(kDayOfRow, groupColumns(), rowsFrom(QStringLiteral("r.id = :attempt")));
    SketchPart part;
    const Result<bool> read =
        Statement(connection, sql).bind(":attempt", attempt).first([&part](const Statement &row) {
            int column = 2;
            for (const int cut : kSketchCuts)
                part.keys.append({cut, row.boolean(0), row.integer(1), row.integer(column++)});
            part.sample = readLatencySample(row, column);
        });
    if (!read)
        return read.error();
    return part;
}

Statement &bindKey(Statement &statement, const SketchKey &key)
{
    return statement.bind(":cut", key.cut)
        .bind(":kept", key.kept)
        .bind(":day", key.day)
        .bind(":grp", key.group);
}

const QString kAtKey = QStringLiteral("WHERE cut = :cut AND kept = :kept AND day = :day AND grp = :grp");

Result<LatencySketches> sketchesAt(Connection &connection, const SketchKey &key)
{
    LatencySketches sketches;
    Statement statement(connection,
                        QStringLiteral("SELECT first_ms, total_ms, rate FROM usage_sketches ") + kAtKey);
    const Result<bool> read =
        bindKey(statement, key).first([&sketches](const Statement &row) { sketches = readSketches(row, 0); });
    if (!read)
        return read.error();
    return sketches;
}

Result<void> deleteSketches(Connection &connection, const SketchKey &key)
{
    Statement statement(connection, QStringLiteral("DELETE FROM usage_sketches ") + kAtKey);
    return bindKey(statement, key).run();
}

template <typename Change>
Result<void> changeSketches(Connection &connection, qint64 attempt, const Change &change)
{
    const Result<SketchPart> part = partOfAttempt(connection, attempt);
    if (!part)
        return part.error();
    if (part->sample.isEmpty())
        return {};
    for (const SketchKey &key : part->keys) {
        Result<LatencySketches> sketches = sketchesAt(connection, key);
        if (!sketches)
            return sketches.error();
        change(*sketches, part->sample);
        const Result<void> written =
            sketches->isEmpty() ? deleteSketches(connection, key) : writeSketches(connection, key, *sketches);
        if (!written)
            return written;
    }
    return {};
}

} // namespace

QString sketchCutList()
{
    QStringList cuts;
    for (const int cut : kSketchCuts)
        cuts.append(QString::number(cut));
    return cuts.join(QStringLiteral(", "));
}

Result<void> writeSketches(Connection &connection, const SketchKey &key, const LatencySketches &sketches)
{
    Statement statement(
        connection,
        QStringLiteral("INSERT OR REPLACE INTO usage_sketches (cut, kept, day, grp, first_ms, total_ms, "
                       "rate) VALUES (:cut, :kept, :day, :grp, :first, :total, :rate)"));
    return bindKey(statement, key)
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

void LatencySketches::remove(const LatencySample &sample)
{
    if (sample.firstMs)
        firstMs.remove(*sample.firstMs);
    if (sample.totalMs)
        totalMs.remove(*sample.totalMs);
    if (sample.rate)
        rate.remove(*sample.rate);
}

Result<void> addToSketches(Connection &connection, qint64 attempt)
{
    return changeSketches(connection, attempt, [](LatencySketches &sketches, const LatencySample &sample) {
        sketches.add(sample);
    });
}

Result<void> removeFromSketches(Connection &connection, qint64 attempt)
{
    return changeSketches(connection, attempt, [](LatencySketches &sketches, const LatencySample &sample) {
        sketches.remove(sample);
    });
}

Result<void> rebuildSketches(Connection &connection, const UsageState &state, UsageSpan days)
{
    const Result<SketchTable> table = sketchesOfRows(connection, state, days);
    if (!table)
        return table.error();
    const Result<void> removed =
        Statement(connection,
                  QStringLiteral("DELETE FROM usage_sketches WHERE cut IN (%1) AND kept = 0 AND "
                                 "day >= :from AND day < :to")
                      .arg(sketchCutList()))
            .bind(":from", days.from)
            .bind(":to", days.to)
            .run();
    if (!removed)
        return removed;
    for (const auto &entry : *table) {
        if (const Result<void> written = writeSketches(connection, entry.first, entry.second); !written)
            return written;
    }
    return {};
}

Result<QList<qint64>> groupsOfWrongSketches(Connection &connection, const UsageState &state, UsageSpan days)
{
    Result<SketchTable> table = sketchesOfRows(connection, state, days);
    if (!table)
        return table.error();
    QList<qint64> wrong;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT cut, day, grp, first_ms, total_ms, rate FROM usage_sketches "
                                 "WHERE cut IN (%1) AND kept = 0 AND day >= :from AND day < :to")
                      .arg(sketchCutList()))
            .bind(":from", days.from)
            .bind(":to", days.to)
            .each([&](const Statement &row) {
                const SketchKey key{static_cast<int>(row.integer(0)), false, row.integer(1), row.integer(2)};
                const auto expected = table->find(key);
                const bool same = expected != table->end()
                    && expected->second.firstMs.toBytes() == row.blob(3)
                    && expected->second.totalMs.toBytes() == row.blob(4)
                    && expected->second.rate.toBytes() == row.blob(5);
                if (!same)
                    wrong.append(key.group);
                if (expected != table->end())
                    table->erase(expected);
            });
    if (!read)
        return read.error();
    for (const auto &missing : *table)
        wrong.append(missing.first.group);
    return wrong;
}

} // namespace core
