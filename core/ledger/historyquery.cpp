#include "core/ledger/historyquery.h"

#include "core/ledger/historyconditions.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/searchtext.h"
#include "core/ledger/usagequery.h"
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

/// The conversation of `alias`, by its first run.
QString conversationOf(const QString &alias)
{
    return QStringLiteral("ifnull(%1.conversation_id, %1.id)").arg(alias);
}

QStringList conditions(const RunFilter &filter, bool words, bool common)
{
    const QString place = words ? QStringLiteral("run_search.rowid") : QStringLiteral("r.place");
    QStringList where = common ? runConditions(filter, QStringLiteral("r")) : placeConditions(filter, place);
    if (words)
        where.append(QStringLiteral("run_search MATCH :words"));
    if (filter.beforePlace)
        where.append(place + QStringLiteral(" < :before"));
    if (!words && !filter.withMatrices)
        where.append(QStringLiteral("r.matrix_id IS NULL"));
    if (filter.oneAConversation) {
        QStringList newer = runConditions(filter, QStringLiteral("n"));
        newer.prepend(QStringLiteral("n.conversation_id = ") + conversationOf(QStringLiteral("r")));
        newer.append(QStringLiteral("n.place > r.place"));
        where.append(QStringLiteral("NOT EXISTS (SELECT 1 FROM runs n WHERE %1)")
                         .arg(newer.join(QStringLiteral(" AND "))));
    }
    return where;
}

/// The runs of one page. FTS5 walks its hits by descending rowid, so a common word costs no more than a rare
/// one.
QString pageSql(const RunFilter &filter, bool words, bool common)
{
    const QString columns =
        QStringLiteral("SELECT r.id, r.created_at, CASE WHEN r.texts_kept THEN substr(r.prompt, 1, 300) END, "
                       "r.place, r.pinned, r.title, ");
    const QString source = words
        ? QStringLiteral("snippet(run_search, -1, '', '', '…', 24) FROM run_search CROSS JOIN runs r "
                         "ON r.place = run_search.rowid")
        : QStringLiteral(
            "(SELECT substr(t.text, 1, 200) FROM answers t WHERE t.run_id = r.id AND t.text <> '' "
            "ORDER BY t.attempt_id LIMIT 1) FROM runs r");
    const QStringList where = conditions(filter, words, common);
    return columns + source
        + (where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND ")))
        + (words ? QStringLiteral(" ORDER BY run_search.rowid DESC")
                 : QStringLiteral(" ORDER BY r.place DESC"))
        + QStringLiteral(" LIMIT :limit");
}

QByteArray idsOf(const QList<RunSummary> &runs)
{
    QJsonArray ids;
    for (const RunSummary &run : runs)
        ids.append(run.runId);
    return QJsonDocument(ids).toJson(QJsonDocument::Compact);
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
    summary.imported = row.boolean(9);
    gathered.laneUnknown = row.boolean(10) && !summary.imported;
    summary.task = row.text(6);
    if (const QByteArray tags = row.utf8(8); tags != "{}")
        summary.tags.insert(tagsFromJson(tags));
}

using ByRun = QHash<qint64, RunSummary *>;

Result<void> addLanes(Connection &connection, const QByteArray &ids, const ByRun &runs)
{
    QHash<qint64, Gathered> byRun;
    for (RunSummary *const run : runs)
        byRun.insert(run->runId, Gathered{run});
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT l.run_id, l.id, a.account, a.model, a.status, a.cost_picos, c.task, "
                                 "a.simulated, c.tags, a.imported, a.unpriced "
                                 "FROM json_each(:runs) wanted CROSS JOIN lanes l ON l.run_id = wanted.value "
                                 "JOIN calls c ON c.lane_id = l.id JOIN attempts a ON a.call_id = c.id "
                                 "ORDER BY l.run_id, l.position, l.id, c.id, a.number"))
            .bindUtf8(":runs", ids)
            .each([&](const Statement &row) { gather(byRun[row.integer(0)], row); });
    for (const Gathered &gathered : std::as_const(byRun))
        gathered.closeLane();
    return read;
}

/// Where runs stand in their conversations. With `whole`, cost and unpriced lanes become those of the
/// conversation.
Result<void> addTurns(Connection &connection, const QByteArray &ids, const ByRun &runs, bool whole)
{
    const QString turns =
        QStringLiteral("(SELECT count(*) FROM runs n WHERE n.conversation_id = m.conversation %1) + "
                       "(SELECT count(*) FROM runs n WHERE n.id = m.conversation AND n.conversation_id IS "
                       "NULL %1)");
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT m.id, m.conversation, %1, %2 FROM (SELECT r.id, r.place, %3 AS "
                                 "conversation FROM json_each(:runs) wanted CROSS JOIN runs r "
                                 "ON r.id = wanted.value) m WHERE EXISTS (SELECT 1 FROM runs n WHERE "
                                 "n.conversation_id = m.conversation)")
                      .arg(turns.arg(QString()), turns.arg(QStringLiteral("AND n.place <= m.place")),
                           conversationOf(QStringLiteral("r"))))
            .bindUtf8(":runs", ids)
            .each([&](const Statement &row) {
                RunSummary &run = *runs.value(row.integer(0));
                run.conversation = row.integer(1);
                run.turns = static_cast<int>(row.integer(2));
                run.turn = static_cast<int>(row.integer(3));
            });
    if (!read || !whole)
        return read;
    Statement sums(
        connection,
        QStringLiteral("SELECT sum(p.cost_picos), (SELECT count(*) FROM runs n JOIN lanes l ON l.run_id = "
                       "n.id JOIN lane_facts f ON f.lane_id = l.id JOIN attempts a ON a.id = f.attempt_id "
                       "WHERE (n.id = :conversation OR n.conversation_id = :conversation) AND a.unpriced "
                       "= 1 AND a.imported = 0) FROM runs r "
                       "JOIN run_costs p ON p.run_id = r.id "
                       "WHERE r.id = :conversation OR r.conversation_id = :conversation"));
    for (RunSummary *const run : runs) {
        if (run->turns == 1)
            continue;
        const Result<bool> summed =
            sums.bind(":conversation", run->conversation).first([run](const Statement &row) {
                run->cost = row.optionalMoney(0);
                run->unknownLanes = static_cast<int>(row.integer(1));
            });
        if (!summed)
            return summed.error();
    }
    return {};
}

Result<void> addVerdicts(Connection &connection, const QByteArray &ids, const ByRun &runs)
{
    return Statement(connection,
                     QStringLiteral("SELECT v.run_id, v.kind, b.account || '/' || b.model FROM "
                                    "json_each(:runs) wanted CROSS JOIN votes v ON v.run_id = wanted.value "
                                    "LEFT JOIN vote_lanes b ON b.vote_id = v.id AND b.won = 1 "
                                    "WHERE v.judge = '' ORDER BY v.kind NOT IN ('up', 'down'), v.id, "
                                    "b.position"))
        .bindUtf8(":runs", ids)
        .each([&](const Statement &row) {
            RunSummary &run = *runs.value(row.integer(0));
            run.verdict = runVerdictFromName(row.text(1));
            run.winner = row.text(2);
        });
}

} // namespace

Result<QList<RunSummary>> searchRuns(Connection &connection, const RunFilter &filter)
{
    const QString query = ftsQuery(filter.words);
    if (query.isEmpty() && !filter.words.trimmed().isEmpty())
        return QList<RunSummary>();
    QList<RunSummary> runs;
    const Result<bool> common = isCommonFact(connection, filter);
    if (!common)
        return common.error();
    Statement statement(connection, pageSql(filter, !query.isEmpty(), *common));
    bindConditions(statement, filter);
    if (!query.isEmpty())
        statement.bind(":words", query);
    if (filter.beforePlace)
        statement.bind(":before", *filter.beforePlace);
    const Result<void> read = statement.bind(":limit", filter.limit).each([&](const Statement &row) {
        RunSummary run;
        run.runId = row.integer(0);
        run.atMs = row.integer(1);
        run.prompt = row.optionalText(2).value_or(QString());
        run.place = row.integer(3);
        run.pinned = row.boolean(4);
        run.title = row.text(5);
        run.snippet = joinedForReading(row.text(6).simplified());
        runs.append(run);
    });
    if (!read)
        return read.error();
    const QByteArray ids = idsOf(runs);
    ByRun byRun;
    for (RunSummary &run : runs)
        byRun.insert(run.runId, &run);
    if (const Result<void> added = addLanes(connection, ids, byRun); !added)
        return added.error();
    if (const Result<void> added = addTurns(connection, ids, byRun, filter.oneAConversation); !added)
        return added.error();
    if (const Result<void> added = addVerdicts(connection, ids, byRun); !added)
        return added.error();
    return runs;
}

Result<QList<qint64>> withAllTurns(Connection &connection, const QList<qint64> &runs)
{
    QJsonArray ids;
    for (const qint64 run : runs)
        ids.append(run);
    QList<qint64> all;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("WITH wanted AS MATERIALIZED (SELECT DISTINCT %1 AS conversation FROM "
                                 "json_each(:runs) j CROSS JOIN runs r ON r.id = j.value) "
                                 "SELECT r.id FROM wanted JOIN runs r ON r.id = wanted.conversation UNION "
                                 "SELECT r.id FROM wanted JOIN runs r "
                                 "ON r.conversation_id = wanted.conversation ORDER BY 1")
                      .arg(conversationOf(QStringLiteral("r"))))
            .bindUtf8(":runs", QJsonDocument(ids).toJson(QJsonDocument::Compact))
            .each([&](const Statement &row) { all.append(row.integer(0)); });
    if (!read)
        return read.error();
    return all;
}

Result<QStringList> usedTargets(Connection &connection)
{
    QStringList targets;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT DISTINCT account || '/' || model FROM lane_facts INDEXED BY "
                                 "lane_facts_by_model ORDER BY 1"))
            .each([&](const Statement &row) { targets.append(row.text(0)); });
    if (!read)
        return read.error();
    return targets;
}

Result<QStringList> usedTasks(Connection &connection)
{
    UsageQuery query;
    query.by = {QStringLiteral("task")};
    query.includeSimulated = true;
    query.figures = {QStringLiteral("calls")};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    QHash<QString, qint64> uses;
    for (const UsageRow &row : report->rows)
        uses.insert(row.keys.constFirst(), row.figures.calls);
    // What was imported is in no sum, but has lanes.
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT task, count(*) FROM lane_facts INDEXED BY lane_facts_by_task "
                                 "GROUP BY task"))
            .each([&uses](const Statement &row) {
                qint64 &known = uses[row.text(0)];
                known = std::max(known, row.integer(1));
            });
    if (!read)
        return read.error();
    uses.remove(QString());
    QStringList tasks = uses.keys();
    std::sort(tasks.begin(), tasks.end(), [&uses](const QString &one, const QString &other) {
        const qint64 ofOne = uses.value(one);
        const qint64 ofOther = uses.value(other);
        return ofOne != ofOther ? ofOne > ofOther : one < other;
    });
    return tasks;
}

Result<QList<TagUse>> usedTags(Connection &connection)
{
    QList<TagUse> tags;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT key, value, count(*) FROM run_tags INDEXED BY run_tags_by_tag "
                                 "GROUP BY key, value ORDER BY 3 DESC, 1, 2 LIMIT 200"))
            .each([&](const Statement &row) {
                tags.append({row.text(0), row.text(1), static_cast<int>(row.integer(2))});
            });
    if (!read)
        return read.error();
    return tags;
}

} // namespace core
