#include "core/ledger/historyquery.h"

#include "core/ledger/searchtext.h"
#include "core/storage/statement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace core {

namespace {

/// Worst first.
constexpr std::array kBySeverity{LaneStatus::Failed,    LaneStatus::Interrupted, LaneStatus::Refused,
                                 LaneStatus::Cancelled, LaneStatus::Running,     LaneStatus::Queued,
                                 LaneStatus::Truncated, LaneStatus::Complete};

LaneStatus worseOf(LaneStatus one, LaneStatus other)
{
    const auto *const first = std::find(kBySeverity.begin(), kBySeverity.end(), one);
    const auto *const second = std::find(kBySeverity.begin(), kBySeverity.end(), other);
    return first < second ? one : other;
}

const QString kAttemptsOfRun =
    QStringLiteral("FROM lanes l JOIN calls c ON c.lane_id = l.id JOIN attempts a ON a.call_id = c.id "
                   "WHERE l.run_id = r.id");

QStringList conditions(const RunFilter &filter, bool words)
{
    QStringList where;
    if (words)
        where.append(QStringLiteral("run_search MATCH :words"));
    if (filter.beforeId)
        where.append(words ? QStringLiteral("run_search.rowid < :before") : QStringLiteral("r.id < :before"));
    if (filter.sinceMs)
        where.append(QStringLiteral("r.created_at >= :since"));
    if (filter.untilMs)
        where.append(QStringLiteral("r.created_at < :until"));
    QString target;
    if (!filter.model.isEmpty())
        target += QStringLiteral(" AND a.model = :model");
    if (!filter.account.isEmpty())
        target += QStringLiteral(" AND a.account = :account");
    if (filter.task)
        target += QStringLiteral(" AND c.task = :task");
    if (!target.isEmpty())
        where.append(QStringLiteral("EXISTS (SELECT 1 ") + kAttemptsOfRun + target + QLatin1Char(')'));
    if (filter.errorsOnly) {
        where.append(QStringLiteral(
            "EXISTS (SELECT 1 FROM lanes l WHERE l.run_id = r.id AND "
            "(SELECT a.status FROM calls c JOIN attempts a ON a.call_id = c.id WHERE c.lane_id = l.id "
            "ORDER BY c.id DESC, a.number DESC LIMIT 1) IN ('failed', 'interrupted', 'refused'))"));
    }
    if (filter.minCost)
        where.append(QStringLiteral("(SELECT total(a.cost_picos) ") + kAttemptsOfRun
                     + QStringLiteral(") >= :mincost"));
    return where;
}

void bindFilter(Statement &statement, const RunFilter &filter, const QString &query)
{
    if (!query.isEmpty())
        statement.bind(":words", query);
    if (filter.beforeId)
        statement.bind(":before", *filter.beforeId);
    if (filter.sinceMs)
        statement.bind(":since", *filter.sinceMs);
    if (filter.untilMs)
        statement.bind(":until", *filter.untilMs);
    if (!filter.model.isEmpty())
        statement.bind(":model", filter.model);
    if (!filter.account.isEmpty())
        statement.bind(":account", filter.account);
    if (filter.task)
        statement.bind(":task", *filter.task);
    if (filter.minCost)
        statement.bind(":mincost", *filter.minCost);
    statement.bind(":limit", filter.limit);
}

/// The runs of one page. FTS5 walks its hits by descending rowid, so a common word costs no more than a rare
/// one.
QString pageSql(const RunFilter &filter, bool words)
{
    const QString columns = QStringLiteral(
        "SELECT r.id, r.created_at, CASE WHEN r.texts_kept THEN substr(r.prompt, 1, 300) END, ");
    const QString source = words
        ? QStringLiteral("snippet(run_search, -1, '', '', '…', 24) FROM run_search CROSS JOIN runs r ON r.id "
                         "= run_search.rowid")
        : QStringLiteral(
            "(SELECT substr(t.text, 1, 200) FROM answers t WHERE t.run_id = r.id AND t.text <> '' "
            "ORDER BY t.attempt_id LIMIT 1) FROM runs r");
    const QStringList where = conditions(filter, words);
    return columns + source
        + (where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND ")))
        + (words ? QStringLiteral(" ORDER BY run_search.rowid DESC") : QStringLiteral(" ORDER BY r.id DESC"))
        + QStringLiteral(" LIMIT :limit");
}

/// What is collected of a run while its attempts come by in order.
struct Gathered
{
    RunSummary *summary = nullptr;
    qint64 lane = 0;
    LaneStatus laneStatus = LaneStatus::Complete;
    bool laneUnknown = false;

    void closeLane() const
    {
        if (lane == 0)
            return;
        summary->worst = worseOf(summary->worst, laneStatus);
        summary->unknownLanes += laneUnknown ? 1 : 0;
    }
};

void gather(Gathered &gathered, const Statement &row)
{
    RunSummary &summary = *gathered.summary;
    const QString target = row.text(2) + QLatin1Char('/') + row.text(3);
    if (row.integer(1) != gathered.lane) {
        gathered.closeLane();
        gathered.lane = row.integer(1);
        summary.simulated = (summary.lanes == 0 || summary.simulated) && row.boolean(7);
        ++summary.lanes;
        summary.models.append(target);
    }
    // A later attempt of the lane may have had another target.
    summary.models.last() = target;
    gathered.laneStatus = laneStatusFromName(row.text(4)).value_or(LaneStatus::Failed);
    const std::optional<Money> cost = row.optionalMoney(5);
    if (cost)
        summary.cost = summary.cost.value_or(Money()) + *cost;
    gathered.laneUnknown = isSettled(gathered.laneStatus) && !cost;
    summary.task = row.text(6);
}

Result<void> addLanes(Connection &connection, QList<RunSummary> &runs)
{
    QJsonArray ids;
    QHash<qint64, Gathered> byRun;
    for (RunSummary &run : runs) {
        ids.append(run.runId);
        byRun.insert(run.runId, Gathered{&run});
    }
    const Result<void> read =
        Statement(
            connection,
            QStringLiteral(
                "SELECT l.run_id, l.id, a.account, a.model, a.status, a.cost_picos, c.task, a.simulated "
                "FROM json_each(:runs) wanted CROSS JOIN lanes l ON l.run_id = wanted.value "
                "JOIN calls c ON c.lane_id = l.id JOIN attempts a ON a.call_id = c.id "
                "ORDER BY l.run_id, l.position, l.id, c.id, a.number"))
            .bindUtf8(":runs", QJsonDocument(ids).toJson(QJsonDocument::Compact))
            .each([&](const Statement &row) { gather(byRun[row.integer(0)], row); });
    for (const Gathered &gathered : std::as_const(byRun))
        gathered.closeLane();
    return read;
}

} // namespace

Result<QList<RunSummary>> searchRuns(Connection &connection, const RunFilter &filter)
{
    const QString query = ftsQuery(filter.words);
    if (query.isEmpty() && !filter.words.trimmed().isEmpty())
        return QList<RunSummary>();
    QList<RunSummary> runs;
    Statement statement(connection, pageSql(filter, !query.isEmpty()));
    bindFilter(statement, filter, query);
    const Result<void> read = statement.each([&](const Statement &row) {
        RunSummary run;
        run.runId = row.integer(0);
        run.atMs = row.integer(1);
        run.prompt = row.optionalText(2).value_or(QString());
        run.snippet = joinedForReading(row.text(3).simplified());
        runs.append(run);
    });
    if (!read)
        return read.error();
    if (const Result<void> added = addLanes(connection, runs); !added)
        return added.error();
    return runs;
}

Result<QStringList> usedTargets(Connection &connection)
{
    QStringList targets;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT DISTINCT account || '/' || model FROM attempts ORDER BY 1"))
            .each([&](const Statement &row) { targets.append(row.text(0)); });
    if (!read)
        return read.error();
    return targets;
}

Result<QStringList> usedTasks(Connection &connection)
{
    QStringList tasks;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral(
                      "SELECT task FROM calls WHERE task <> '' GROUP BY task ORDER BY count(*) DESC, task"))
            .each([&](const Statement &row) { tasks.append(row.text(0)); });
    if (!read)
        return read.error();
    return tasks;
}

} // namespace core
