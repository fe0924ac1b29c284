#include "core/ledger/pruning.h"

#include "core/ledger/latencysketches.h"
#include "core/ledger/runediting.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

constexpr int kRunsAStep = 100;

/// Whether a run r goes, as SQL.
QString runGoes()
{
    return QStringLiteral(
        "r.created_at < :before AND r.pinned = 0 AND r.matrix_id IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM runs f WHERE f.conversation_id = ifnull(r.conversation_id, r.id) AND "
        "(f.created_at >= :before OR f.pinned = 1))");
}

/// FROM and WHERE of the calls c that go; l is the call's lane and r its run, if there are any.
QString callsThatGo()
{
    return QStringLiteral(
               "FROM calls c LEFT JOIN lanes l ON l.id = c.lane_id LEFT JOIN runs r ON r.id = l.run_id "
               "WHERE (r.id IS NULL OR (%1)) AND NOT EXISTS (SELECT 1 FROM attempts n WHERE "
               "n.call_id = c.id AND (n.started_at >= :before OR n.settled_at IS NULL))")
        .arg(runGoes());
}

Result<qint64> countOf(Connection &connection, const QString &sql, qint64 beforeMs)
{
    qint64 count = 0;
    const Result<bool> read =
        Statement(connection, sql).bind(":before", beforeMs).first([&count](const Statement &row) {
            count = row.integer(0);
        });
    if (!read)
        return read.error();
    return count;
}

QString runsThatGo()
{
    return QStringLiteral(
               "FROM runs r WHERE %1 AND NOT EXISTS (SELECT 1 FROM lanes o JOIN calls p ON p.lane_id = o.id "
               "JOIN attempts n ON n.call_id = p.id WHERE o.run_id = r.id AND (n.started_at >= "
               ":before OR n.settled_at IS NULL))")
        .arg(runGoes());
}

/// Two sketches of one day and group, of which the second became one of pruned rows too.
Result<void> joinSketches(Connection &connection, qint64 beforeDay)
{
    struct Joined
    {
        SketchKey key;
        LatencySketches sketches;
    };
    QList<Joined> joined;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT n.cut, n.day, n.grp, n.first_ms, n.total_ms, n.rate, k.first_ms, "
                                 "k.total_ms, k.rate FROM usage_sketches n CROSS JOIN usage_sketches k "
                                 "ON k.cut = n.cut AND k.kept = 1 AND k.day = n.day AND k.grp = n.grp "
                                 "WHERE n.cut IN (%1) AND n.kept = 0 AND n.day < :day")
                      .arg(sketchCutList()))
            .bind(":day", beforeDay)
            .each([&joined](const Statement &row) {
                Joined entry{{static_cast<int>(row.integer(0)), true, row.integer(1), row.integer(2)},
                             readSketches(row, 3)};
                entry.sketches.add(readSketches(row, 6));
                joined.append(entry);
            });
    if (!read)
        return read;
    for (const Joined &entry : std::as_const(joined)) {
        if (const Result<void> written = writeSketches(connection, entry.key, entry.sketches); !written)
            return written;
    }
    return Statement(connection,
                     QStringLiteral("DELETE FROM usage_sketches WHERE cut IN (%1) AND kept = 0 AND "
                                    "day < :day")
                         .arg(sketchCutList()))
        .bind(":day", beforeDay)
        .run();
}

} // namespace

Result<PruneCount> prunePreview(Connection &connection, qint64 beforeMs)
{
    PruneCount count;
    const QString answers =
        QStringLiteral("SELECT ifnull(sum(length(t.text) + length(t.reasoning)), 0) FROM answers t "
                       "JOIN runs r ON r.id = t.run_id WHERE %1")
            .arg(runGoes());
    const QString recordings =
        QStringLiteral("SELECT ifnull(sum(length(t.request) + length(t.response)), 0) FROM recordings t "
                       "JOIN runs r ON r.id = t.run_id WHERE %1")
            .arg(runGoes());
    qint64 recordingBytes = 0;
    const std::pair<QString, qint64 *> questions[] = {
        {QStringLiteral("SELECT count(*) FROM attempts a WHERE a.call_id IN (SELECT c.id %1)")
             .arg(callsThatGo()),
         &count.attempts},
        {QStringLiteral("SELECT count(*) %1").arg(callsThatGo()), &count.calls},
        {QStringLiteral("SELECT count(*) %1").arg(runsThatGo()), &count.runs},
        {QStringLiteral("SELECT count(*) FROM runs WHERE created_at < :before"), &count.runsKept},
        {answers, &count.textBytes},
        {recordings, &recordingBytes},
    };
    for (const auto &question : questions) {
        const Result<qint64> answer = countOf(connection, question.first, beforeMs);
        if (!answer)
            return answer.error();
        *question.second = *answer;
    }
    count.textBytes += recordingBytes;
    count.runsKept -= count.runs;
    return count;
}

Result<void> freezeSums(Connection &connection, qint64 beforeMs)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    if (!state->daysReady)
        return storageError(
            QStringLiteral("The sums by day are being made anew; nothing can be pruned until they are there"),
            QStringLiteral("busy"));
    const Result<void> noted =
        Statement(connection,
                  QStringLiteral("UPDATE usage_state SET pruned_before = max(pruned_before, :before)"))
            .bind(":before", beforeMs)
            .run();
    if (!noted)
        return noted;
    const qint64 day = dayNumber(beforeMs, state->zone);
    const Result<void> moved =
        Statement(
            connection,
            QStringLiteral("UPDATE OR IGNORE usage_sketches SET kept = 1 WHERE cut IN (%1) AND kept = 0 "
                           "AND day < :day")
                .arg(sketchCutList()))
            .bind(":day", day)
            .run();
    return moved ? joinSketches(connection, day) : moved;
}

Result<void> pruneCalls(Connection &connection, UsageSpan period, qint64 beforeMs, PruneCount &pruned)
{
    QJsonArray calls;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT c.id %1 AND c.id IN (SELECT a.call_id FROM attempts a "
                                 "WHERE a.started_at >= :from AND a.started_at < :to AND a.number = 1)")
                      .arg(callsThatGo()))
            .bind(":before", beforeMs)
            .bind(":from", period.from)
            .bind(":to", period.to)
            .each([&calls](const Statement &row) { calls.append(row.integer(0)); });
    if (!listed || calls.isEmpty())
        return listed;
    const QByteArray ids = QJsonDocument(calls).toJson(QJsonDocument::Compact);
    const auto remove = [&connection, &ids](const QString &table, const QString &column) {
        return Statement(connection,
                         QStringLiteral("DELETE FROM %1 WHERE %2 IN (SELECT value FROM json_each(:calls))")
                             .arg(table, column))
            .bindUtf8(":calls", ids)
            .change();
    };
    const Result<int> attempts = remove(QStringLiteral("attempts"), QStringLiteral("call_id"));
    if (!attempts)
        return attempts.error();
    const Result<int> removed = remove(QStringLiteral("calls"), QStringLiteral("id"));
    if (!removed)
        return removed.error();
    pruned.attempts += *attempts;
    pruned.calls += *removed;
    return {};
}

Result<int> pruneRuns(Connection &connection, qint64 beforeMs)
{
    QList<qint64> runs;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT r.id %1 ORDER BY r.id DESC LIMIT :limit").arg(runsThatGo()))
            .bind(":before", beforeMs)
            .bind(":limit", kRunsAStep)
            .each([&runs](const Statement &row) { runs.append(row.integer(0)); });
    if (!listed)
        return listed.error();
    if (runs.isEmpty())
        return 0;
    return deleteRuns(connection, runs);
}

} // namespace core
