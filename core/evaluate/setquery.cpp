#include "core/evaluate/setquery.h"

#include "core/storage/leases.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QStringList valuesFromJson(const QByteArray &json)
{
    QStringList values;
    const QJsonArray array = arrayOf(json);
    for (const QJsonValue &value : array) {
        const QString text = value.toString();
        // An empty value is one; JSON's null is none.
        values.append(value.isString() && text.isNull() ? QStringLiteral("") : text);
    }
    return values;
}

QString setSelect()
{
    return QStringLiteral(
        "SELECT s.id, s.created_at, s.name, s.source, s.prompt, s.system, s.columns, s.checks, "
        "s.cases, (SELECT count(*) FROM matrices m WHERE m.set_id = s.id), "
        "(SELECT count(*) FROM prompt_set_cases c WHERE c.set_id = s.id AND c.checks <> '[]'), "
        "EXISTS (SELECT 1 FROM prompt_set_cases c WHERE c.set_id = s.id "
        "AND instr(c.checks, '\"kind\":\"judge\"') > 0) FROM prompt_sets s");
}

PromptSet setFrom(const Statement &row)
{
    PromptSet set;
    set.id = row.integer(0);
    set.createdAtMs = row.integer(1);
    set.name = row.text(2);
    set.source = row.text(3);
    set.prompt = row.text(4);
    set.system = row.text(5);
    set.columns = valuesFromJson(row.utf8(6));
    set.checks = checksFromJson(arrayOf(row.utf8(7)));
    set.cases = static_cast<int>(row.integer(8));
    set.matrices = static_cast<int>(row.integer(9));
    set.checkedCases = static_cast<int>(row.integer(10));
    set.casesJudged = row.integer(11) != 0;
    return set;
}

} // namespace

Error noSuchSet()
{
    return Error{ErrorKind::NotFound,
                 QCoreApplication::translate("PromptSet", "The prompt set does not exist any more.")};
}

Result<QList<PromptSet>> readSets(Connection &connection)
{
    QList<PromptSet> sets;
    const Result<void> read =
        Statement(connection, QString(setSelect() + QStringLiteral(" ORDER BY s.id DESC")))
            .each([&](const Statement &row) { sets.append(setFrom(row)); });
    return read ? Result<QList<PromptSet>>(sets) : Result<QList<PromptSet>>(read.error());
}

Result<PromptSet> readSet(Connection &connection, qint64 id)
{
    PromptSet set;
    const Result<bool> found =
        Statement(connection, QString(setSelect() + QStringLiteral(" WHERE s.id = :id")))
            .bind(":id", id)
            .first([&](const Statement &row) { set = setFrom(row); });
    if (!found)
        return found.error();
    return *found ? Result<PromptSet>(set) : Result<PromptSet>(noSuchSet());
}

Result<QList<PromptCase>> readCases(Connection &connection, qint64 set, int first, int count)
{
    QList<PromptCase> cases;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT cells, checks FROM prompt_set_cases WHERE set_id = :set "
                                 "AND position >= :first AND position < :end ORDER BY position"))
            .bind(":set", set)
            .bind(":first", first)
            .bind(":end", qint64(first) + count)
            .each([&](const Statement &row) {
                cases.append({valuesFromJson(row.utf8(0)), checksFromJson(arrayOf(row.utf8(1)))});
            });
    return read ? Result<QList<PromptCase>>(cases) : Result<QList<PromptCase>>(read.error());
}

Result<void> refuseRunning(Connection &connection, const QString &own, const QString &column, qint64 value)
{
    if (const Result<void> settled = Leases::settleDead(connection, own); !settled)
        return settled;
    const Result<bool> running =
        Statement(connection,
                  QString(QStringLiteral("SELECT 1 FROM matrices WHERE ") + column
                          + QStringLiteral(
                              " = :value AND state = 'running' AND lease IN (SELECT token FROM leases) "
                              "LIMIT 1")))
            .bind(":value", value)
            .first([](const Statement &) {});
    if (!running)
        return running.error();
    if (*running)
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate(
                         "PromptSet", "The matrix is running; pause it before it can be removed.")};
    return {};
}

Result<void> removeRunsOfMatrices(Connection &connection, const QString &column, qint64 value)
{
    const QString source =
        QStringLiteral(" FROM runs r JOIN matrices m ON m.id = r.matrix_id WHERE m.%1 = :value)").arg(column);
    const Result<void> unindexed =
        Statement(connection,
                  QString(QStringLiteral("DELETE FROM run_search WHERE rowid IN (SELECT r.place") + source))
            .bind(":value", value)
            .run();
    if (!unindexed)
        return unindexed;
    return Statement(connection,
                     QString(QStringLiteral("DELETE FROM runs WHERE id IN (SELECT r.id") + source))
        .bind(":value", value)
        .run();
}

} // namespace core
