#include "core/ledger/ledgerwriter.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/searchtext.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

Error notFound(const QString &message)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = message;
    return error;
}

Result<qint64> insertRun(Connection &connection, const RunDraft &draft, bool keepTexts, qint64 nowMs)
{
    const TurnPlace &turn = draft.turn;
    const Result<qint64> run =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO runs (created_at, prompt, system, images, texts_kept, parent_run_id, "
                      "conversation_id, lineage) "
                      "VALUES (:now, :prompt, :system, :images, :kept, :parent, :conversation, :lineage)"))
            .bind(":now", nowMs)
            .bind(":prompt", keepTexts ? draft.prompt : QString())
            .bind(":system", keepTexts ? draft.system : QString())
            .bindUtf8(":images", keepTexts ? imagesToJson(draft.images) : QByteArray("[]"))
            .bind(":kept", keepTexts)
            .bind(":parent", turn.parentRun != 0 ? std::optional(turn.parentRun) : std::nullopt)
            .bind(":conversation", turn.conversation != 0 ? std::optional(turn.conversation) : std::nullopt)
            .bind(":lineage", lineageName(turn.lineage))
            .insert();
    if (!run || !keepTexts)
        return run;
    const Result<void> indexed =
        Statement(
            connection,
            QStringLiteral("INSERT INTO run_search (rowid, prompt, answers) VALUES (:run, :prompt, '')"))
            .bind(":run", *run)
            .bind(":prompt", spacedForIndex(draft.prompt))
            .run();
    return indexed ? run : Result<qint64>(indexed.error());
}

Result<qint64> insertLane(Connection &connection, qint64 run, qsizetype position, const LaneDraft &lane)
{
    return Statement(connection,
                     QStringLiteral("INSERT INTO lanes (run_id, position, parameters, parent_lane_id) "
                                    "VALUES (:run, :position, :parameters, :parent)"))
        .bind(":run", run)
        .bind(":position", position)
        .bindUtf8(":parameters", parametersText(lane.parameters))
        .bind(":parent", lane.parentLane != 0 ? std::optional(lane.parentLane) : std::nullopt)
        .insert();
}

Result<qint64> insertCall(Connection &connection, qint64 lane, const RunDraft &draft, bool simulated,
                          qint64 nowMs)
{
    return Statement(
               connection,
               QStringLiteral(
                   "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                   "VALUES (:lane, :now, :task, :origin, :tags, :source, :simulated)"))
        .bind(":lane", lane)
        .bind(":now", nowMs)
        .bind(":task", draft.task)
        .bind(":origin", taskOriginName(draft.taskOrigin))
        .bindUtf8(":tags", tagsToJson(draft.tags))
        .bind(":source", callSourceName(draft.source))
        .bind(":simulated", simulated)
        .insert();
}

Result<qint64> insertAttempt(Connection &connection, qint64 call, const LaneDraft &lane, const QString &lease,
                             qint64 nowMs)
{
    return Statement(
               connection,
               QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, vendor, "
                              "simulated, lease, "
                              "started_at) VALUES (:call, (SELECT ifnull(max(number), 0) + 1 FROM attempts "
                              "WHERE call_id = :call), :accountid, :account, :model, :vendor, :simulated, "
                              ":lease, :now)"))
        .bind(":call", call)
        .bind(":accountid", lane.accountId)
        .bind(":account", lane.accountName)
        .bind(":model", lane.model)
        .bind(":vendor", lane.vendor)
        .bind(":simulated", lane.simulated)
        .bind(":lease", lease)
        .bind(":now", nowMs)
        .insert();
}

Result<RunIds> insertWholeRun(Connection &connection, const RunDraft &draft, bool keepTexts,
                              const QString &lease, qint64 nowMs)
{
    const Result<qint64> run = insertRun(connection, draft, keepTexts, nowMs);
    if (!run)
        return run.error();
    RunIds ids;
    ids.run = *run;
    for (const LaneDraft &lane : draft.lanes) {
        const Result<qint64> laneId = insertLane(connection, *run, ids.lanes.size(), lane);
        if (!laneId)
            return laneId.error();
        const Result<qint64> call = insertCall(connection, *laneId, draft, lane.simulated, nowMs);
        if (!call)
            return call.error();
        const Result<qint64> attempt = insertAttempt(connection, *call, lane, lease, nowMs);
        if (!attempt)
            return attempt.error();
        ids.lanes.append(*laneId);
        ids.calls.append(*call);
        ids.attempts.append(*attempt);
    }
    return ids;
}

/// A new call of a lane with the task, tags and source of the one before it.
Result<qint64> insertNextCall(Connection &connection, const AttemptDraft &draft, qint64 nowMs)
{
    const Result<int> known =
        Statement(connection, QStringLiteral("UPDATE lanes SET parameters = :parameters WHERE id = :lane"))
            .bindUtf8(":parameters", parametersText(draft.lane.parameters))
            .bind(":lane", draft.laneId)
            .change();
    if (!known)
        return known.error();
    if (*known == 0)
        return notFound(QStringLiteral("The ledger has no lane %1").arg(draft.laneId));
    return Statement(
               connection,
               QStringLiteral(
                   "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                   "SELECT lane_id, :now, task, task_origin, tags, source, :simulated FROM calls "
                   "WHERE lane_id = :lane ORDER BY id DESC LIMIT 1"))
        .bind(":now", nowMs)
        .bind(":simulated", draft.lane.simulated)
        .bind(":lane", draft.laneId)
        .insert();
}

Result<LaneIds> insertFurtherLane(Connection &connection, qint64 run, const LaneDraft &draft,
                                  const QString &lease, qint64 nowMs)
{
    const Result<qint64> lanes = connection.integer(
        QStringLiteral("SELECT ifnull(max(position) + 1, 0) FROM lanes WHERE run_id = %1").arg(run));
    if (!lanes)
        return lanes.error();
    if (*lanes == 0)
        return notFound(QStringLiteral("The ledger has no run %1").arg(run));
    const Result<qint64> lane = insertLane(connection, run, *lanes, draft);
    if (!lane)
        return lane.error();
    const Result<qint64> call =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                      "SELECT :lane, :now, task, task_origin, tags, source, :simulated FROM calls "
                      "WHERE lane_id IN (SELECT id FROM lanes WHERE run_id = :run) ORDER BY id LIMIT 1"))
            .bind(":lane", *lane)
            .bind(":now", nowMs)
            .bind(":simulated", draft.simulated)
            .bind(":run", run)
            .insert();
    if (!call)
        return call.error();
    const Result<qint64> attempt = insertAttempt(connection, *call, draft, lease, nowMs);
    if (!attempt)
        return attempt.error();
    return LaneIds{*lane, *call, *attempt};
}

/// The target of a call's latest attempt, which a retry within the call repeats.
Result<LaneDraft> targetOfCall(Connection &connection, qint64 call)
{
    LaneDraft lane;
    const Result<bool> found =
        Statement(
            connection,
            QStringLiteral(
                "SELECT account_id, account, model, vendor, simulated FROM attempts WHERE call_id = :call "
                "ORDER BY number DESC LIMIT 1"))
            .bind(":call", call)
            .first([&](const Statement &row) {
                lane.accountId = row.integer(0);
                lane.accountName = row.text(1);
                lane.model = row.text(2);
                lane.vendor = row.text(3);
                lane.simulated = row.boolean(4);
            });
    if (!found)
        return found.error();
    if (!*found)
        return notFound(QStringLiteral("The ledger has no call %1").arg(call));
    return lane;
}

Result<AttemptIds> insertFurtherAttempt(Connection &connection, const AttemptDraft &draft,
                                        const QString &lease, qint64 nowMs)
{
    LaneDraft target = draft.lane;
    qint64 callId = draft.callId;
    if (callId == 0) {
        const Result<qint64> call = insertNextCall(connection, draft, nowMs);
        if (!call)
            return call.error();
        callId = *call;
    } else {
        const Result<LaneDraft> same = targetOfCall(connection, callId);
        if (!same)
            return same.error();
        target = *same;
    }
    const Result<qint64> attempt = insertAttempt(connection, callId, target, lease, nowMs);
    if (!attempt)
        return attempt.error();
    return AttemptIds{callId, *attempt};
}

Result<qint64> settleWhole(Connection &connection, qint64 attempt, const AttemptOutcome &outcome,
                           bool keepTexts, qint64 nowMs)
{
    const Result<AttemptPlace> place = placeOfAttempt(connection, attempt);
    if (!place)
        return place.error();
    if (const Result<void> settled = settleFigures(connection, attempt, outcome, nowMs); !settled)
        return settled.error();
    if (place->run == 0)
        return qint64(0);
    if (place->textsKept && keepTexts) {
        if (const Result<void> written = writeAnswer(connection, attempt, place->run, outcome.completion);
            !written)
            return written.error();
    }
    if (const Result<void> indexed = indexRun(connection, place->run); !indexed)
        return indexed.error();
    return place->run;
}

QByteArray idsToJson(const QList<qint64> &ids)
{
    QJsonArray json;
    for (const qint64 id : ids)
        json.append(id);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

LedgerWriter::LedgerWriter(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
    // Runs of a process that ended in the middle have answers that were never indexed.
    writeBehind([](Connection &connection) -> Result<void> {
        const Result<int> indexed = indexStaleRuns(connection);
        return indexed ? Result<void>() : Result<void>(indexed.error());
    });
}

QFuture<Result<RunIds>> LedgerWriter::beginRun(const RunDraft &draft)
{
    const QString lease = m_database.leaseToken();
    return continued(
        m_database.write([draft, lease, keep = m_keepTexts, now = m_clock.utcMs()](Connection &connection) {
            return insertWholeRun(connection, draft, keep, lease, now);
        }),
        this, [this](const Result<RunIds> &ids) {
            if (ids) {
                emit runStarted(ids->run);
                emit runsChanged();
            }
            return ids;
        });
}

QFuture<Result<LaneIds>> LedgerWriter::addLane(qint64 run, const LaneDraft &lane)
{
    const QString lease = m_database.leaseToken();
    return continued(m_database.write([run, lane, lease, now = m_clock.utcMs()](Connection &connection) {
        return insertFurtherLane(connection, run, lane, lease, now);
    }),
                     this, [this](const Result<LaneIds> &ids) {
                         if (ids)
                             emit runsChanged();
                         return ids;
                     });
}

QFuture<Result<AttemptIds>> LedgerWriter::beginAttempt(const AttemptDraft &draft)
{
    const QString lease = m_database.leaseToken();
    return m_database.write([draft, lease, now = m_clock.utcMs()](Connection &connection) {
        return insertFurtherAttempt(connection, draft, lease, now);
    });
}

void LedgerWriter::markRunning(qint64 attempt)
{
    writeBehind([attempt](Connection &connection) {
        return Statement(
                   connection,
                   QStringLiteral(
                       "UPDATE attempts SET status = 'running' WHERE id = :attempt AND status = 'queued'"))
            .bind(":attempt", attempt)
            .run();
    });
}

void LedgerWriter::journal(qint64 attempt, const QString &text, const QString &reasoning)
{
    if (!m_keepTexts)
        return;
    writeBehind([attempt, text, reasoning](Connection &connection) -> Result<void> {
        const Result<AttemptPlace> place = placeOfAttempt(connection, attempt);
        if (!place)
            return place.error();
        if (place->settled || place->run == 0 || !place->textsKept)
            return {};
        Completion partial;
        partial.text = text;
        partial.reasoning = reasoning;
        return writeAnswer(connection, attempt, place->run, partial);
    });
}

QFuture<Result<void>> LedgerWriter::settle(qint64 attempt, const AttemptOutcome &outcome)
{
    return continued(m_database.write([attempt, outcome, keep = m_keepTexts,
                                       now = m_clock.utcMs()](Connection &connection) -> Result<qint64> {
        if (!isSettled(outcome.completion.status)) {
            Error error;
            error.kind = ErrorKind::InvalidRequest;
            error.message = QStringLiteral("An attempt cannot be settled as %1")
                                .arg(laneStatusName(outcome.completion.status));
            return error;
        }
        return settleWhole(connection, attempt, outcome, keep, now);
    }),
                     this, [this, attempt](const Result<qint64> &run) -> Result<void> {
                         if (!run)
                             return run.error();
                         emit attemptSettled(*run, attempt);
                         emit runsChanged();
                         return {};
                     });
}

QFuture<Result<void>> LedgerWriter::setTask(const QList<qint64> &runs, const QString &task, TaskOrigin origin)
{
    return continued(m_database.write([runs, task, origin](Connection &connection) {
        return Statement(connection,
                         QStringLiteral(
                             "UPDATE calls SET task = :task, task_origin = :origin WHERE lane_id IN "
                             "(SELECT id FROM lanes WHERE run_id IN (SELECT value FROM json_each(:runs)))"))
            .bind(":task", task)
            .bind(":origin", taskOriginName(origin))
            .bindUtf8(":runs", idsToJson(runs))
            .run();
    }),
                     this, [this](const Result<void> &written) {
                         if (written)
                             emit runsChanged();
                         return written;
                     });
}

QFuture<Result<void>> LedgerWriter::removeRun(qint64 run)
{
    return continued(m_database.write([run](Connection &connection) -> Result<void> {
        const Result<void> unindexed =
            Statement(connection, QStringLiteral("DELETE FROM run_search WHERE rowid = :run"))
                .bind(":run", run)
                .run();
        if (!unindexed)
            return unindexed;
        const Result<int> removed = Statement(connection, QStringLiteral("DELETE FROM runs WHERE id = :run"))
                                        .bind(":run", run)
                                        .change();
        if (!removed)
            return removed.error();
        return *removed == 0 ? Result<void>(notFound(QStringLiteral("The ledger has no run %1").arg(run)))
                             : Result<void>();
    }),
                     this, [this](const Result<void> &removed) {
                         if (removed)
                             emit runsChanged();
                         return removed;
                     });
}

void LedgerWriter::writeBehind(std::function<Result<void>(Connection &)> job)
{
    continued(m_database.write(std::move(job)), this, [this](const Result<void> &written) {
        if (written)
            return;
        qCWarning(logLedger) << "a write failed:" << written.error().message;
        emit writeFailed(written.error());
    });
}

} // namespace core
