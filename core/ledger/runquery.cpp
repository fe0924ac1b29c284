#include "core/ledger/runquery.h"

#include "core/ledger/attemptquery.h"
#include "core/ledger/recordsjson.h"
#include "core/storage/statement.h"

namespace core {

namespace {

Result<QList<LaneRecord>> readLanes(Connection &connection, qint64 run)
{
    QList<LaneRecord> lanes;
    QList<qint64> latest;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral(
                      "SELECT l.id, l.position, l.parameters, "
                      "(SELECT a.id FROM calls c JOIN attempts a ON a.call_id = c.id WHERE c.lane_id = l.id "
                      "ORDER BY c.id DESC, a.number DESC LIMIT 1) "
                      "FROM lanes l WHERE l.run_id = :run ORDER BY l.position, l.id"))
            .bind(":run", run)
            .each([&](const Statement &row) {
                LaneRecord lane;
                lane.laneId = row.integer(0);
                lane.position = static_cast<int>(row.integer(1));
                lane.parameters = parametersFromText(row.utf8(2));
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
        // Attempts of a call are numbered from 1 without gaps.
        lane.attempts = lane.latest.number;
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
        Statement(
            connection,
            QStringLiteral("SELECT created_at, prompt, system, images, texts_kept FROM runs WHERE id = :run"))
            .bind(":run", id)
            .first([&](const Statement &row) {
                run.createdAtMs = row.integer(0);
                run.textsKept = row.boolean(4);
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

} // namespace core
