#include "core/ledger/runediting.h"

#include "core/ledger/latencysketches.h"
#include "core/storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

QByteArray idsToJson(const QList<qint64> &ids)
{
    QJsonArray json;
    for (const qint64 id : ids)
        json.append(id);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

const QString kLanesOfRuns =
    QStringLiteral("SELECT id FROM lanes WHERE run_id IN (SELECT value FROM json_each(:runs))");

/// Attempts and calls that only stand for what another program did.
Result<void> deleteImportedCalls(Connection &connection, const QByteArray &runs)
{
    QList<qint64> calls;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT DISTINCT c.id FROM calls c JOIN attempts a ON a.call_id = c.id "
                                 "WHERE a.imported = 1 AND c.lane_id IN (%1)")
                      .arg(kLanesOfRuns))
            .bindUtf8(":runs", runs)
            .each([&](const Statement &row) { calls.append(row.integer(0)); });
    if (!listed || calls.isEmpty())
        return listed;
    for (const QString &sql :
         {QStringLiteral("DELETE FROM attempts WHERE call_id IN (SELECT value FROM json_each(:calls))"),
          QStringLiteral("DELETE FROM calls WHERE id IN (SELECT value FROM json_each(:calls))")}) {
        const Result<void> deleted = Statement(connection, sql).bindUtf8(":calls", idsToJson(calls)).run();
        if (!deleted)
            return deleted;
    }
    return {};
}

using SketchChange = Result<void> (*)(Connection &, qint64 attempt);

Result<void> changeSketches(Connection &connection, const QByteArray &runs, SketchChange change)
{
    QList<qint64> attempts;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT a.id FROM calls c JOIN attempts a ON a.call_id = c.id "
                                 "WHERE a.settled_at IS NOT NULL AND a.imported = 0 AND a.started_at >= "
                                 "(SELECT pruned_before FROM usage_state) AND c.lane_id IN (%1)")
                      .arg(kLanesOfRuns))
            .bindUtf8(":runs", runs)
            .each([&attempts](const Statement &row) { attempts.append(row.integer(0)); });
    if (!listed)
        return listed;
    for (const qint64 attempt : std::as_const(attempts)) {
        if (const Result<void> changed = change(connection, attempt); !changed)
            return changed;
    }
    return {};
}

/// Runs what changes the calls of runs, `:runs`; their times go with them, which no trigger can do. Not those
/// from before pruning ended, whose sketches may be of the days of another zone.
Result<void> changeCalls(Connection &connection, const QByteArray &runs, Statement &statement)
{
    if (const Result<void> removed = changeSketches(connection, runs, removeFromSketches); !removed)
        return removed;
    if (const Result<void> changed = statement.bindUtf8(":runs", runs).run(); !changed)
        return changed;
    return changeSketches(connection, runs, addToSketches);
}

} // namespace

Result<void> setTaskOfRuns(Connection &connection, const QList<qint64> &runs, const QString &task,
                           TaskOrigin origin)
{
    Statement statement(
        connection,
        QStringLiteral("UPDATE calls SET task = :task, task_origin = :origin WHERE lane_id IN (%1)")
            .arg(kLanesOfRuns));
    statement.bind(":task", task).bind(":origin", taskOriginName(origin));
    return changeCalls(connection, idsToJson(runs), statement);
}

Result<void> setTagOfRuns(Connection &connection, const QList<qint64> &runs, const QString &key,
                          const QString &value)
{
    // A merge patch (RFC 7396): null takes a member away.
    const QJsonObject patch{{key, value.isNull() ? QJsonValue() : QJsonValue(value)}};
    Statement statement(
        connection,
        QStringLiteral("UPDATE calls SET tags = json_patch(tags, :patch) WHERE lane_id IN (%1)")
            .arg(kLanesOfRuns));
    statement.bindUtf8(":patch", QJsonDocument(patch).toJson(QJsonDocument::Compact));
    return changeCalls(connection, idsToJson(runs), statement);
}

Result<void> setPinnedRuns(Connection &connection, const QList<qint64> &runs, bool pinned)
{
    return Statement(connection,
                     QStringLiteral(
                         "UPDATE runs SET pinned = :pinned WHERE id IN (SELECT value FROM json_each(:runs))"))
        .bind(":pinned", pinned)
        .bindUtf8(":runs", idsToJson(runs))
        .run();
}

Result<int> deleteRuns(Connection &connection, const QList<qint64> &runs)
{
    const QByteArray ids = idsToJson(runs);
    const Result<void> unindexed =
        Statement(connection,
                  QStringLiteral("DELETE FROM run_search WHERE rowid IN (SELECT place FROM runs WHERE id IN "
                                 "(SELECT value FROM json_each(:runs)))"))
            .bindUtf8(":runs", ids)
            .run();
    if (!unindexed)
        return unindexed.error();
    if (const Result<void> deleted = deleteImportedCalls(connection, ids); !deleted)
        return deleted.error();
    return Statement(connection,
                     QStringLiteral("DELETE FROM runs WHERE id IN (SELECT value FROM json_each(:runs))"))
        .bindUtf8(":runs", ids)
        .change();
}

} // namespace core
