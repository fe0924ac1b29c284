#include "core/ledger/runinsert.h"

#include "core/ledger/recordsjson.h"
#include "core/ledger/searchtext.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

Result<qint64> insertRun(Connection &connection, const RunDraft &draft, bool keepTexts, qint64 nowMs)
{
    const TurnPlace &turn = draft.turn;
    const Result<qint64> run =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO runs (created_at, prompt, system, images, texts_kept, parent_run_id, "
                      "conversation_id, lineage, matrix_id, matrix_case) "
                      "VALUES (:now, :prompt, :system, :images, :kept, :parent, :conversation, :lineage, "
                      ":matrix, :case)"))
            .bind(":now", nowMs)
            .bind(":prompt", keepTexts ? draft.prompt : QString())
            .bind(":system", keepTexts ? draft.system : QString())
            .bindUtf8(":images", keepTexts ? imagesToJson(draft.images) : QByteArray("[]"))
            .bind(":kept", keepTexts)
            .bind(":parent", turn.parentRun != 0 ? std::optional(turn.parentRun) : std::nullopt)
            .bind(":conversation", turn.conversation != 0 ? std::optional(turn.conversation) : std::nullopt)
            .bind(":lineage", lineageName(turn.lineage))
            .bind(":matrix", draft.matrix != 0 ? std::optional(draft.matrix) : std::nullopt)
            .bind(":case", draft.matrixCase)
            .insert();
    if (!run || !keepTexts)
        return run;
    const Result<void> indexed =
        Statement(connection,
                  QStringLiteral("INSERT INTO run_search (rowid, prompt, answers) "
                                 "VALUES ((SELECT place FROM runs WHERE id = :run), :prompt, '')"))
            .bind(":run", *run)
            .bind(":prompt", spacedForIndex(draft.prompt))
            .run();
    return indexed ? run : Result<qint64>(indexed.error());
}

Result<qint64> insertLane(Connection &connection, qint64 run, qsizetype position, const LaneDraft &lane)
{
    return Statement(
               connection,
               QStringLiteral("INSERT INTO lanes (run_id, position, parameters, parent_lane_id, requested) "
                              "VALUES (:run, :position, :parameters, :parent, :requested)"))
        .bind(":run", run)
        .bind(":position", position)
        .bindUtf8(":parameters", parametersText(lane.parameters))
        .bind(":parent", lane.parentLane != 0 ? std::optional(lane.parentLane) : std::nullopt)
        .bind(":requested", lane.requested)
        .insert();
}

Result<void> insertRoute(Connection &connection, qint64 call, const CallRoute &route)
{
    if (!route.isRouted())
        return {};
    const Result<void> named =
        Statement(connection,
                  QStringLiteral("UPDATE calls SET rule_set = :set, rule_set_version = :version, "
                                 "rule = :rule WHERE id = :call"))
            .bind(":set", route.ruleSet)
            .bind(":version", route.version)
            .bind(":rule", route.rule)
            .bind(":call", call)
            .run();
    if (!named)
        return named;
    return Statement(connection,
                     QStringLiteral("INSERT INTO decisions (call_id, decision) VALUES (:call, :decision)"))
        .bind(":call", call)
        .bindUtf8(":decision", QJsonDocument(route.decision).toJson(QJsonDocument::Compact))
        .run();
}

Result<qint64> insertCall(Connection &connection, qint64 lane, const RunDraft &draft, const LaneDraft &target,
                          qint64 nowMs)
{
    const Result<qint64> call =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                      "VALUES (:lane, :now, :task, :origin, :tags, :source, :simulated)"))
            .bind(":lane", lane)
            .bind(":now", nowMs)
            .bind(":task", draft.task)
            .bind(":origin", taskOriginName(draft.taskOrigin))
            .bindUtf8(":tags", tagsToJson(draft.tags))
            .bind(":source", callSourceName(draft.source))
            .bind(":simulated", target.simulated)
            .insert();
    if (!call)
        return call;
    const Result<void> routed = insertRoute(connection, *call, target.route);
    return routed ? call : Result<qint64>(routed.error());
}

Result<qint64> insertAttempt(Connection &connection, qint64 call, const LaneDraft &lane, const QString &lease,
                             qint64 nowMs, std::optional<double> waitedMs)
{
    return Statement(
               connection,
               QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, vendor, "
                              "simulated, lease, started_at, waited_ms, why) "
                              "VALUES (:call, (SELECT ifnull(max(number), 0) + 1 FROM attempts "
                              "WHERE call_id = :call), :accountid, :account, :model, :vendor, :simulated, "
                              ":lease, :now, :waited, :why)"))
        .bind(":call", call)
        .bind(":accountid", lane.accountId)
        .bind(":account", lane.accountName)
        .bind(":model", lane.model)
        .bind(":vendor", lane.vendor)
        .bind(":simulated", lane.simulated)
        .bind(":lease", lease)
        .bind(":now", nowMs)
        .bind(":waited", waitedMs)
        .bind(":why", lane.why)
        .insert();
}

Result<qint64> insertImportedAttempt(Connection &connection, qint64 call, const LaneDraft &lane, qint64 atMs)
{
    return Statement(connection,
                     QStringLiteral(
                         "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, "
                         "simulated, started_at, imported) VALUES (:call, 1, 0, :account, :model, :vendor, "
                         ":simulated, :at, 1)"))
        .bind(":call", call)
        .bind(":account", lane.accountName)
        .bind(":model", lane.model)
        .bind(":vendor", lane.vendor)
        .bind(":simulated", lane.simulated)
        .bind(":at", atMs)
        .insert();
}

Result<qint64> insertNextCall(Connection &connection, const AttemptDraft &draft, qint64 nowMs)
{
    const Result<int> known =
        Statement(connection,
                  QStringLiteral(
                      "UPDATE lanes SET parameters = :parameters, requested = :requested WHERE id = :lane"))
            .bindUtf8(":parameters", parametersText(draft.lane.parameters))
            .bind(":requested", draft.lane.requested)
            .bind(":lane", draft.laneId)
            .change();
    if (!known)
        return known.error();
    if (*known == 0)
        return Error{ErrorKind::NotFound, QStringLiteral("The ledger has no lane %1").arg(draft.laneId)};
    const Result<qint64> call =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                      "SELECT lane_id, :now, task, task_origin, tags, source, :simulated FROM calls "
                      "WHERE lane_id = :lane ORDER BY id DESC LIMIT 1"))
            .bind(":now", nowMs)
            .bind(":simulated", draft.lane.simulated)
            .bind(":lane", draft.laneId)
            .insert();
    if (!call)
        return call;
    const Result<void> routed = insertRoute(connection, *call, draft.lane.route);
    return routed ? call : Result<qint64>(routed.error());
}

} // namespace core
