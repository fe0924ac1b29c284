#include "core/ledger/runediting.h"

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

} // namespace

Result<void> setTaskOfRuns(Connection &connection, const QList<qint64> &runs, const QString &task,
                           TaskOrigin origin)
{
    return Statement(
               connection,
               QStringLiteral("UPDATE calls SET task = :task, task_origin = :origin WHERE lane_id IN (%1)")
                   .arg(kLanesOfRuns))
        .bind(":task", task)
        .bind(":origin", taskOriginName(origin))
        .bindUtf8(":runs", idsToJson(runs))
        .run();
}

Result<void> setTagOfRuns(Connection &connection, const QList<qint64> &runs, const QString &key,
                          const QString &value)
{
    // A merge patch (RFC 7396): null takes a member away.
    const QJsonObject patch{{key, value.isNull() ? QJsonValue() : QJsonValue(value)}};
    return Statement(connection,
                     QStringLiteral("UPDATE calls SET tags = json_patch(tags, :patch) WHERE lane_id IN (%1)")
                         .arg(kLanesOfRuns))
        .bindUtf8(":patch", QJsonDocument(patch).toJson(QJsonDocument::Compact))
        .bindUtf8(":runs", idsToJson(runs))
        .run();
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
