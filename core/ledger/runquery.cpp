#include "core/ledger/runquery.h"

#include "core/catalog/costcalculator.h"
#include "core/ledger/attemptquery.h"
#include "core/ledger/billedattempt.h"
#include "core/ledger/recordsjson.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

/// That of an earlier attempt was paid, too.
Result<void> readCostOfCall(Connection &connection, LaneRecord &lane)
{
    Cost sum;
    int unpriced = 0;
    const Result<void> read =
        Statement(
            connection,
            QString(billedAttemptSelect() + QStringLiteral(" WHERE a.call_id = :call ORDER BY a.number")))
            .bind(":call", lane.callId)
            .each([&sum, &unpriced](const Statement &row) {
                const BilledAttempt attempt = readBilledAttempt(row);
                unpriced += attempt.unpriced ? 1 : 0;
                // One that never left adds nothing, not even the source of its price.
                if (!isUnsent(attempt) || !sum.amount)
                    addAttemptCost(sum, attempt.cost);
            });
    lane.latest.cost = sum;
    lane.latest.unpriced = unpriced > 0 && !sum.amount;
    lane.unpricedAttempts = unpriced;
    return read;
}

Result<QList<LaneRecord>> readLanes(Connection &connection, qint64 run)
{
    QList<LaneRecord> lanes;
    QList<qint64> latest;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral(
                      "SELECT l.id, l.position, l.parameters, "
                      "(SELECT a.id FROM calls c JOIN attempts a ON a.call_id = c.id WHERE c.lane_id = l.id "
                      "ORDER BY c.id DESC, a.number DESC LIMIT 1), l.parent_lane_id, l.requested "
                      "FROM lanes l WHERE l.run_id = :run ORDER BY l.position, l.id"))
            .bind(":run", run)
            .each([&](const Statement &row) {
                LaneRecord lane;
                lane.laneId = row.integer(0);
                lane.position = static_cast<int>(row.integer(1));
                lane.parameters = parametersFromText(row.utf8(2));
                lane.parentLane = row.integer(4);
                lane.requested = row.text(5);
                lanes.append(lane);
                latest.append(row.integer(3));
            });
    if (!listed)
        return listed.error();

    Statement statement(connection, QString(attemptSelect() + QStringLiteral(" WHERE a.id = :attempt")));
    for (qsizetype at = 0; at < lanes.size(); ++at) {
        LaneRecord &lane = lanes[at];
        const Result<bool> found = statement.bind(":attempt", latest.at(at)).first([&](const Statement &row) {
            lane.latest = readAttempt(row);
        });
        if (!found)
            return found.error();
        lane.callId = lane.latest.callId;
        if (lane.latest.route.isRouted()) {
            const Result<std::optional<CallRoute>> route = readRoute(connection, lane.callId);
            if (!route)
                return route.error();
            lane.latest.route = route->value_or(lane.latest.route);
        }
        // Attempts of a call are numbered from 1 without gaps.
        lane.attempts = lane.latest.number;
        if (lane.attempts <= 1)
            continue;
        if (const Result<void> cost = readCostOfCall(connection, lane); !cost)
            return cost.error();
    }
    return lanes;
}

Result<void> readCallFacts(Connection &connection, RunRecord &run)
{
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT c.task, c.task_origin, c.tags, c.source FROM calls c JOIN lanes l "
                                 "ON l.id = c.lane_id "
                                 "WHERE l.run_id = :run ORDER BY l.position, c.id DESC LIMIT 1"))
            .bind(":run", run.id)
            .first([&](const Statement &row) {
                run.task = row.text(0);
                run.taskOrigin = taskOriginFromName(row.text(1)).value_or(TaskOrigin::User);
                run.tags = tagsFromJson(row.utf8(2));
                run.source = row.text(3);
            });
    return found ? Result<void>() : Result<void>(found.error());
}

} // namespace

Result<RunRecord> readRun(Connection &connection, qint64 id)
{
    RunRecord run;
    run.id = id;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT created_at, prompt, system, images, texts_kept, parent_run_id, "
                                 "conversation_id, lineage FROM runs WHERE id = :run"))
            .bind(":run", id)
            .first([&](const Statement &row) {
                run.createdAtMs = row.integer(0);
                run.textsKept = row.boolean(4);
                run.turn.parentRun = row.integer(5);
                run.turn.conversation = row.integer(6);
                run.turn.lineage = lineageFromName(row.text(7)).value_or(Lineage::Own);
                if (!run.textsKept)
                    return;
                run.prompt = row.text(1);
                run.system = row.text(2);
                run.images = imagesFromJson(row.utf8(3));
            });
    if (!found)
        return found.error();
    if (!*found) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("The ledger has no run %1").arg(id);
        return error;
    }
    if (const Result<void> facts = readCallFacts(connection, run); !facts)
        return facts.error();
    const Result<QList<LaneRecord>> lanes = readLanes(connection, id);
    if (!lanes)
        return lanes.error();
    run.lanes = *lanes;
    return run;
}

Result<QList<RunRecord>> readConversation(Connection &connection, qint64 last)
{
    QList<RunRecord> turns;
    QSet<qint64> seen;
    for (qint64 id = last; id != 0 && !seen.contains(id); id = turns.first().turn.parentRun) {
        seen.insert(id);
        const Result<RunRecord> run = readRun(connection, id);
        if (!run)
            return run.error();
        turns.prepend(*run);
    }
    return turns;
}

Result<QList<TurnSummary>> readTurns(Connection &connection, qint64 conversation)
{
    QList<TurnSummary> turns;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT id, ifnull(parent_run_id, 0), created_at, substr(prompt, 1, 300) "
                                 "FROM runs WHERE id = :conversation OR conversation_id = :conversation "
                                 "ORDER BY id"))
            .bind(":conversation", conversation)
            .each([&](const Statement &row) {
                turns.append({row.integer(0), row.integer(1), row.integer(2), row.text(3)});
            });
    return listed ? Result<QList<TurnSummary>>(turns) : Result<QList<TurnSummary>>(listed.error());
}

Result<QList<AttemptRecord>> readAttempts(Connection &connection, qint64 call)
{
    QList<AttemptRecord> attempts;
    const Result<void> read =
        Statement(connection,
                  QString(attemptSelect() + QStringLiteral(" WHERE a.call_id = :call ORDER BY a.number")))
            .bind(":call", call)
            .each([&](const Statement &row) { attempts.append(readAttempt(row)); });
    return read ? Result<QList<AttemptRecord>>(attempts) : Result<QList<AttemptRecord>>(read.error());
}

Result<std::optional<CallRoute>> readRoute(Connection &connection, qint64 call)
{
    std::optional<CallRoute> route;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT c.rule_set, c.rule_set_version, c.rule, d.decision FROM calls c "
                                 "LEFT JOIN decisions d ON d.call_id = c.id "
                                 "WHERE c.id = :call AND c.rule_set <> ''"))
            .bind(":call", call)
            .first([&](const Statement &row) {
                route = CallRoute{row.text(0), static_cast<int>(row.integer(1)), row.text(2),
                                  QJsonDocument::fromJson(row.utf8(3)).object()};
            });
    return found ? Result<std::optional<CallRoute>>(route) : Result<std::optional<CallRoute>>(found.error());
}

} // namespace core
