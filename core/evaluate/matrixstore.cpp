#include "core/evaluate/matrixstore.h"

#include "core/base/continuation.h"
#include "core/chat/parametersjson.h"
#include "core/evaluate/matrixquery.h"
#include "core/evaluate/setquery.h"
#include "core/ledger/runinsert.h"
#include "core/settings/lineupstore.h"
#include "core/storage/leases.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace core {

namespace {

QByteArray targetsToJson(const QList<Target> &targets)
{
    QList<LineUpTarget> lineUp;
    for (const Target &target : targets)
        lineUp.append({target.name.toString(), parametersToJson(target.parameters)});
    return QJsonDocument(lineUpToJson(lineUp)).toJson(QJsonDocument::Compact);
}

QString stateName(MatrixSummary::State state)
{
    switch (state) {
    case MatrixSummary::State::Running:
        return QStringLiteral("running");
    case MatrixSummary::State::Finished:
        return QStringLiteral("finished");
    case MatrixSummary::State::Paused:
        break;
    }
    return QStringLiteral("paused");
}

/// Writes the rows of cells that are about to be asked, all in one transaction.
class CellWriter
{
public:
    CellWriter(Connection &connection, const MatrixRecord &matrix, QString lease, bool keepTexts,
               qint64 nowMs)
        : m_connection(connection)
        , m_matrix(matrix)
        , m_lease(std::move(lease))
        , m_keepTexts(keepTexts)
        , m_nowMs(nowMs)
    {
    }

    Result<CellIds> write(const CellDraft &cell)
    {
        const RunDraft run = runOf(cell);
        CellIds ids;
        const Result<qint64> runId = runOfCase(run);
        if (!runId)
            return runId.error();
        ids.run = *runId;
        const Result<qint64> lane = laneOf(cell, ids.run);
        if (!lane)
            return lane.error();
        ids.lane = *lane;
        Result<qint64> call = ids.lane != 0 ? insertNextCall(m_connection, {ids.lane, 0, cell.lane}, m_nowMs)
                                            : newLane(cell, run, &ids);
        if (!call)
            return call.error();
        ids.attempt.call = *call;
        const Result<qint64> attempt = insertAttempt(m_connection, *call, cell.lane, m_lease, m_nowMs);
        if (!attempt)
            return attempt.error();
        ids.attempt.attempt = *attempt;
        const Result<void> noted = note(cell, *call);
        return noted ? Result<CellIds>(ids) : Result<CellIds>(noted.error());
    }

private:
    RunDraft runOf(const CellDraft &cell) const
    {
        RunDraft run;
        run.prompt = cell.prompt;
        run.system = cell.system;
        run.task = m_matrix.task;
        run.taskOrigin = m_matrix.taskOrigin;
        run.tags = m_matrix.options.tags;
        run.source = m_matrix.options.source;
        run.matrix = m_matrix.id;
        run.matrixCase = cell.caseIndex;
        return run;
    }

    Result<qint64> runOfCase(const RunDraft &run)
    {
        qint64 id = 0;
        const Result<bool> found =
            Statement(m_connection,
                      QStringLiteral("SELECT id FROM runs WHERE matrix_id = :matrix AND matrix_case = :case"))
                .bind(":matrix", run.matrix)
                .bind(":case", run.matrixCase.value_or(0))
                .first([&](const Statement &row) { id = row.integer(0); });
        if (!found)
            return found.error();
        return *found ? Result<qint64>(id) : insertRun(m_connection, run, m_keepTexts, m_nowMs);
    }

    /// The lane of a cell that was asked before, as far as it is there; else 0.
    Result<qint64> laneOf(const CellDraft &cell, qint64 run)
    {
        qint64 id = 0;
        const Result<bool> found =
            Statement(m_connection,
                      QStringLiteral("SELECT id FROM lanes WHERE run_id = :run AND position = :position"))
                .bind(":run", run)
                .bind(":position", cell.targetIndex)
                .first([&](const Statement &row) { id = row.integer(0); });
        return found ? Result<qint64>(id) : Result<qint64>(found.error());
    }

    Result<qint64> newLane(const CellDraft &cell, const RunDraft &run, CellIds *ids)
    {
        const Result<qint64> lane = insertLane(m_connection, ids->run, cell.targetIndex, cell.lane);
        if (!lane)
            return lane;
        ids->lane = *lane;
        return insertCall(m_connection, *lane, run, cell.lane, m_nowMs);
    }

    Result<void> note(const CellDraft &cell, qint64 call)
    {
        return Statement(
                   m_connection,
                   QStringLiteral("INSERT INTO matrix_cells (matrix_id, case_position, target_position, "
                                  "call_id) VALUES (:matrix, :case, :target, :call) ON CONFLICT DO UPDATE "
                                  "SET call_id = excluded.call_id, checked = 0, checks = '[]', "
                                  "passed_checks = 0, failed_checks = 0, undecided_checks = 0, "
                                  "answer_mark = 0"))
            .bind(":matrix", m_matrix.id)
            .bind(":case", cell.caseIndex)
            .bind(":target", cell.targetIndex)
            .bind(":call", call)
            .run();
    }

    Connection &m_connection;
    const MatrixRecord &m_matrix;
    const QString m_lease;
    const bool m_keepTexts;
    const qint64 m_nowMs;
};

Result<void> writeVerdict(Statement &statement, qint64 matrix, const CellVerdict &verdict)
{
    int passed = 0;
    int failed = 0;
    for (const CheckResult &result : verdict.checks) {
        passed += result.passed == true ? 1 : 0;
        failed += result.passed == false ? 1 : 0;
    }
    return statement.bind(":matrix", matrix)
        .bind(":case", verdict.caseIndex)
        .bind(":target", verdict.targetIndex)
        .bindUtf8(":checks", QJsonDocument(checkResultsToJson(verdict.checks)).toJson(QJsonDocument::Compact))
        .bind(":passed", passed)
        .bind(":failed", failed)
        .bind(":undecided", verdict.checks.size() - passed - failed)
        .bind(":mark", verdict.answerMark)
        .bind(":final", verdict.isFinal)
        .run();
}

} // namespace

Result<qint64> insertMatrix(Connection &connection, const MatrixDraft &draft, qint64 nowMs)
{
    const QByteArray options =
        QJsonDocument(matrixOptionsToJson(draft.options)).toJson(QJsonDocument::Compact);
    const Result<int> inserted =
        Statement(
            connection,
            QStringLiteral("INSERT INTO matrices (set_id, created_at, targets, prompt, system, checks, task, "
                           "task_origin, options) SELECT id, :now, :targets, prompt, system, checks, :task, "
                           ":origin, :options FROM prompt_sets WHERE id = :set"))
            .bind(":now", nowMs)
            .bindUtf8(":targets", targetsToJson(draft.targets))
            .bind(":task", draft.task)
            .bind(":origin", taskOriginName(draft.taskOrigin))
            .bindUtf8(":options", options)
            .bind(":set", draft.setId)
            .change();
    if (!inserted)
        return inserted.error();
    if (*inserted == 0)
        return noSuchSet();
    qint64 id = 0;
    const Result<bool> read =
        Statement(connection, QStringLiteral("SELECT last_insert_rowid()")).first([&](const Statement &row) {
            id = row.integer(0);
        });
    return read ? Result<qint64>(id) : Result<qint64>(read.error());
}

MatrixStore::MatrixStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

QFuture<Result<QList<MatrixSummary>>> MatrixStore::list(qint64 setId) const
{
    return m_database.read([setId](Connection &connection) { return readMatrices(connection, setId); });
}

QFuture<Result<MatrixRecord>> MatrixStore::find(qint64 id) const
{
    return m_database.read([id](Connection &connection) { return readMatrix(connection, id); });
}

QFuture<Result<MatrixCellRecord>> MatrixStore::cell(qint64 id, int caseIndex, int targetIndex) const
{
    return m_database.read([id, caseIndex, targetIndex](Connection &connection) {
        return readCell(connection, id, caseIndex, targetIndex);
    });
}

QFuture<Result<QList<MatrixCellRecord>>> MatrixStore::cells(qint64 id, int firstCase, int cases) const
{
    return m_database.read([id, firstCase, cases](Connection &connection) {
        return readCells(connection, id, firstCase, cases);
    });
}

QFuture<Result<QList<CellPreview>>> MatrixStore::previews(qint64 id, const QList<int> &caseIndexes) const
{
    return m_database.read(
        [id, caseIndexes](Connection &connection) { return readPreviews(connection, id, caseIndexes); });
}

QFuture<Result<qint64>> MatrixStore::add(const MatrixDraft &draft)
{
    return continued(
        m_database.write([draft, now = m_clock.utcMs()](Connection &connection) -> Result<qint64> {
            if (draft.targets.isEmpty())
                return Error{
                    ErrorKind::InvalidRequest,
                    QCoreApplication::translate("PromptSet", "There is no model to send the prompts to.")};
            return insertMatrix(connection, draft, now);
        }),
        this, [this](const Result<qint64> &id) {
            if (id)
                emit changed();
            return id;
        });
}

QFuture<Result<void>> MatrixStore::remove(qint64 id)
{
    return continued(
        m_database.write([id, own = m_database.leaseToken()](Connection &connection) -> Result<void> {
            if (const Result<void> idle = refuseRunning(connection, own, QStringLiteral("id"), id); !idle)
                return idle;
            if (const Result<void> gone = removeRunsOfMatrices(connection, QStringLiteral("id"), id); !gone)
                return gone;
            const Result<int> removed =
                Statement(connection, QStringLiteral("DELETE FROM matrices WHERE id = :id"))
                    .bind(":id", id)
                    .change();
            if (!removed)
                return removed.error();
            return *removed > 0 ? Result<void>() : Result<void>(noSuchMatrix());
        }),
        this, [this](const Result<void> &done) {
            if (done)
                emit changed();
            return done;
        });
}

QFuture<Result<void>> MatrixStore::claim(qint64 id)
{
    const QString lease = m_database.leaseToken();
    return continued(m_database.write([id, lease](Connection &connection) -> Result<void> {
        if (const Result<void> settled = Leases::settleDead(connection, lease); !settled)
            return settled;
        const Result<int> taken =
            Statement(
                connection,
                QStringLiteral("UPDATE matrices SET state = 'running', lease = :lease WHERE id = :id AND "
                               "(state <> 'running' OR lease = :lease OR lease NOT IN (SELECT token FROM "
                               "leases))"))
                .bind(":lease", lease)
                .bind(":id", id)
                .change();
        if (!taken)
            return taken.error();
        if (*taken > 0)
            return {};
        const Result<bool> known =
            Statement(connection, QStringLiteral("SELECT 1 FROM matrices WHERE id = :id"))
                .bind(":id", id)
                .first([](const Statement &) {});
        if (!known)
            return known.error();
        if (!*known)
            return noSuchMatrix();
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate("PromptSet", "Another window or command runs this matrix.")};
    }),
                     this, [this](const Result<void> &done) {
                         if (done)
                             emit changed();
                         return done;
                     });
}

QFuture<Result<void>> MatrixStore::release(qint64 id, MatrixSummary::State state, qint64 elapsedMs)
{
    return continued(m_database.write([id, state, elapsedMs](Connection &connection) {
        return Statement(
                   connection,
                   QStringLiteral("UPDATE matrices SET state = :state, elapsed_ms = :elapsed, lease = '' "
                                  "WHERE id = :id"))
            .bind(":state", stateName(state))
            .bind(":elapsed", elapsedMs)
            .bind(":id", id)
            .run();
    }),
                     this, [this](const Result<void> &done) {
                         emit changed();
                         return done;
                     });
}

QFuture<Result<QList<CellIds>>> MatrixStore::beginCells(const MatrixRecord &matrix,
                                                        const QList<CellDraft> &cells, bool keepTexts)
{
    // The cells in memory are the main thread's.
    MatrixRecord facts = matrix;
    facts.cells.clear();
    facts.unchecked.clear();
    return m_database.write([facts, cells, keepTexts, lease = m_database.leaseToken(),
                             now = m_clock.utcMs()](Connection &connection) -> Result<QList<CellIds>> {
        CellWriter writer(connection, facts, lease, keepTexts, now);
        QList<CellIds> ids;
        for (const CellDraft &cell : cells) {
            const Result<CellIds> written = writer.write(cell);
            if (!written)
                return written.error();
            ids.append(*written);
        }
        return ids;
    });
}

QFuture<Result<void>> MatrixStore::writeVerdicts(qint64 id, const QList<CellVerdict> &verdicts)
{
    return m_database.write([id, verdicts](Connection &connection) -> Result<void> {
        Statement statement(
            connection,
            QStringLiteral("UPDATE matrix_cells SET checked = :final, checks = :checks, passed_checks = "
                           ":passed, failed_checks = :failed, undecided_checks = :undecided, "
                           "answer_mark = :mark "
                           "WHERE matrix_id = :matrix AND case_position = :case "
                           "AND target_position = :target"));
        for (const CellVerdict &verdict : verdicts) {
            if (const Result<void> written = writeVerdict(statement, id, verdict); !written)
                return written;
        }
        return {};
    });
}

} // namespace core
