#include "core/ledger/ledgerwriter.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/runediting.h"
#include "core/ledger/runinsert.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

namespace core {

namespace {

Error notFound(const QString &message)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = message;
    return error;
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
        const Result<qint64> call = insertCall(connection, *laneId, draft, lane, nowMs);
        if (!call)
            return call.error();
        const Result<qint64> attempt = insertAttempt(connection, *call, lane, lease, nowMs);
        if (!attempt)
            return attempt.error();
        ids.lanes.append(*laneId);
        ids.calls.append(*call);
        ids.attempts.append(*attempt);
    }
    const Result<bool> budgeted = hasBudgets(connection);
    if (!budgeted)
        return budgeted.error();
    ids.budgeted = *budgeted;
    return ids;
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
    if (const Result<void> routed = insertRoute(connection, *call, draft.route); !routed)
        return routed.error();
    const Result<qint64> attempt = insertAttempt(connection, *call, draft, lease, nowMs);
    if (!attempt)
        return attempt.error();
    const Result<bool> budgeted = hasBudgets(connection);
    if (!budgeted)
        return budgeted.error();
    return LaneIds{*lane, *call, *attempt, *budgeted};
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
        if (target.accountName.isEmpty())
            target = *same;
        target.why = draft.lane.why;
    }
    const Result<qint64> attempt = insertAttempt(connection, callId, target, lease, nowMs, draft.waitedMs);
    if (!attempt)
        return attempt.error();
    const Result<bool> budgeted = hasBudgets(connection);
    if (!budgeted)
        return budgeted.error();
    return AttemptIds{callId, *attempt, *budgeted};
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

/// How many runs one transaction changes, so that an attempt about to start waits for no more.
constexpr qsizetype kRunsAtOnce = 200;

constexpr std::chrono::milliseconds kRunningDelay{100};

} // namespace

LedgerWriter::LedgerWriter(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
    m_runningTimer.setSingleShot(true);
    connect(&m_runningTimer, &QTimer::timeout, this, &LedgerWriter::writeRunning);
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
    m_running.insert(attempt);
    if (!m_runningTimer.isActive())
        m_runningTimer.start(kRunningDelay);
}

void LedgerWriter::writeRunning()
{
    writeBehind([attempts = std::exchange(m_running, {})](Connection &connection) -> Result<void> {
        Statement statement(
            connection,
            QStringLiteral(
                "UPDATE attempts SET status = 'running' WHERE id = :attempt AND status = 'queued'"));
        for (const qint64 attempt : attempts) {
            if (const Result<void> done = statement.bind(":attempt", attempt).run(); !done)
                return done;
        }
        return {};
    });
}

void LedgerWriter::journal(qint64 attempt, const QString &text, const QString &reasoning)
{
    if (!m_keepTexts)
        return;
    if (m_running.contains(attempt))
        writeRunning();
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
    m_running.remove(attempt);
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

QFuture<Result<void>>
LedgerWriter::editRuns(const QList<qint64> &runs,
                       std::function<Result<void>(Connection &, const QList<qint64> &)> edit)
{
    // Only the writer's thread looks at it.
    const auto outcome = std::make_shared<Result<void>>();
    QFuture<Result<void>> last;
    qsizetype at = 0;
    do {
        last = m_database.write([outcome, edit, some = runs.mid(at, kRunsAtOnce)](Connection &connection) {
            if (*outcome)
                *outcome = edit(connection, some);
            return *outcome;
        });
        at += kRunsAtOnce;
    } while (at < runs.size());
    return continued(last, this, [this](const Result<void> &done) {
        emit runsChanged();
        return done;
    });
}

QFuture<Result<void>> LedgerWriter::setTask(const QList<qint64> &runs, const QString &task, TaskOrigin origin)
{
    return editRuns(runs, [task, origin](Connection &connection, const QList<qint64> &some) {
        return setTaskOfRuns(connection, some, task, origin);
    });
}

QFuture<Result<void>> LedgerWriter::setTag(const QList<qint64> &runs, const QString &key,
                                           const QString &value)
{
    return editRuns(runs, [key, value](Connection &connection, const QList<qint64> &some) {
        return setTagOfRuns(connection, some, key, value);
    });
}

QFuture<Result<void>> LedgerWriter::setPinned(const QList<qint64> &runs, bool pinned)
{
    return editRuns(runs, [pinned](Connection &connection, const QList<qint64> &some) {
        return setPinnedRuns(connection, some, pinned);
    });
}

QFuture<Result<void>> LedgerWriter::removeRuns(const QList<qint64> &runs)
{
    return editRuns(runs, [](Connection &connection, const QList<qint64> &some) -> Result<void> {
        const Result<int> removed = deleteRuns(connection, some);
        return removed ? Result<void>() : Result<void>(removed.error());
    });
}

QFuture<Result<void>> LedgerWriter::removeRun(qint64 run)
{
    return editRuns({run}, [](Connection &connection, const QList<qint64> &some) -> Result<void> {
        const Result<int> removed = deleteRuns(connection, some);
        if (removed && *removed == 0)
            return notFound(QStringLiteral("The ledger has no run %1").arg(some.first()));
        return removed ? Result<void>() : Result<void>(removed.error());
    });
}

QFuture<Result<ImportCount>>
LedgerWriter::importConversations(const QList<ImportedConversation> &conversations)
{
    return continued(m_database.write([conversations, keep = m_keepTexts](Connection &connection) {
        return writeImported(connection, conversations, keep);
    }),
                     this, [this](const Result<ImportCount> &count) {
                         if (count && count->added > 0)
                             emit runsChanged();
                         return count;
                     });
}

QFuture<Result<ImportOutcome>> LedgerWriter::importRuns(const QList<RunRecord> &runs)
{
    return continued(m_database.write([runs, keep = m_keepTexts](Connection &connection) {
        return core::importRuns(connection, runs, keep);
    }),
                     this, [this](const Result<ImportOutcome> &imported) {
                         if (imported && !imported->runs.isEmpty())
                             emit runsChanged();
                         return imported;
                     });
}

QFuture<Result<RequestCount>> LedgerWriter::importRequests(const QList<ImportedRequest> &requests)
{
    return continued(m_database.write([requests, keep = m_keepTexts](Connection &connection) {
        return core::importRequests(connection, requests, keep);
    }),
                     this, [this](const Result<RequestCount> &count) {
                         if (count && count->added > 0)
                             emit runsChanged();
                         return count;
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
