#include "core/base/continuation.h"
#include "core/evaluate/checkrunner.h"
#include "core/evaluate/matriximport.h"
#include "core/evaluate/matrixquery.h"
#include "core/evaluate/matrixstore.h"
#include "core/ledger/runinsert.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Writes the cells of an evaluation that was asked elsewhere; for the caller's transaction.
class CellRestorer
{
public:
    CellRestorer(Connection &connection, qint64 matrix, const MatrixImport &import, bool keepTexts,
                 qint64 nowMs)
        : m_connection(connection), m_matrix(matrix), m_import(import), m_keepTexts(keepTexts), m_nowMs(nowMs)
    {
        m_set.prompt = import.draft.prompt;
        m_set.system = import.draft.system;
        m_set.columns = import.draft.table.columns;
    }

    Result<void> write()
    {
        RunDraft draft;
        qint64 run = 0;
        for (const MatrixCellRecord &cell : m_import.cells) {
            if (run == 0 || draft.matrixCase != cell.caseIndex) {
                if (const Result<void> done = finish(run); !done)
                    return done;
                const Result<RunDraft> next = runOf(cell.caseIndex);
                if (!next)
                    return next.error();
                draft = *next;
                const Result<qint64> inserted = insertRun(m_connection, draft, m_keepTexts, m_nowMs);
                if (!inserted)
                    return inserted.error();
                run = *inserted;
            }
            if (const Result<void> written = writeCell(run, draft, cell); !written)
                return written;
        }
        return finish(run);
    }

private:
    Result<void> finish(qint64 run) { return run != 0 ? indexRun(m_connection, run) : Result<void>(); }

    Result<RunDraft> runOf(int caseIndex) const
    {
        const Result<CasePrompt> asked = promptOfCase(m_set, m_import.draft.table.cases.at(caseIndex));
        if (!asked)
            return asked.error();
        RunDraft run;
        run.prompt = asked->prompt;
        run.system = asked->system;
        run.taskOrigin = TaskOrigin::Import;
        run.source = CallSource::Import;
        run.matrix = m_matrix;
        run.matrixCase = caseIndex;
        return run;
    }

    Result<void> writeCell(qint64 run, const RunDraft &draft, const MatrixCellRecord &cell)
    {
        const AttemptRecord &answer = cell.lane->latest;
        LaneDraft target;
        target.accountName = answer.accountName;
        target.model = answer.model;
        target.vendor = answer.vendor;
        target.simulated = answer.simulated;
        target.parameters = m_import.targets.at(cell.targetIndex).parameters;
        const Result<qint64> lane = insertLane(m_connection, run, cell.targetIndex, target);
        if (!lane)
            return lane.error();
        const Result<qint64> call = insertCall(m_connection, *lane, draft, target, m_nowMs);
        if (!call)
            return call.error();
        const Result<qint64> attempt = insertImportedAttempt(m_connection, *call, target, m_nowMs);
        if (!attempt)
            return attempt.error();
        const Timing &timing = answer.completion.timing;
        const qint64 endedMs =
            m_nowMs + static_cast<qint64>(std::llround(timing.queued + timing.last.value_or(0.0)));
        const Result<void> settled =
            settleFigures(m_connection, *attempt, {answer.completion, answer.cost, answer.vendor}, endedMs);
        if (!settled)
            return settled;
        if (m_keepTexts) {
            const Result<void> kept = writeAnswer(m_connection, *attempt, run, answer.completion);
            if (!kept)
                return kept;
        }
        return note(cell, *call);
    }

    Result<void> note(const MatrixCellRecord &cell, qint64 call)
    {
        const auto count = [&cell](std::optional<bool> passed) {
            return std::count_if(cell.checks.cbegin(), cell.checks.cend(),
                                 [passed](const CheckResult &check) { return check.passed == passed; });
        };
        const Completion &completion = cell.lane->latest.completion;
        return Statement(
                   m_connection,
                   QStringLiteral("INSERT INTO matrix_cells (matrix_id, case_position, "
                                  "target_position, call_id, checked, checks, passed_checks, "
                                  "failed_checks, undecided_checks, answer_mark) VALUES (:matrix, :case, "
                                  ":target, :call, 1, :checks, :passed, :failed, :undecided, :mark)"))
            .bind(":matrix", m_matrix)
            .bind(":case", cell.caseIndex)
            .bind(":target", cell.targetIndex)
            .bind(":call", call)
            .bindUtf8(":checks",
                      QJsonDocument(checkResultsToJson(cell.checks)).toJson(QJsonDocument::Compact))
            .bind(":passed", count(true))
            .bind(":failed", count(false))
            .bind(":undecided", count(std::nullopt))
            .bind(":mark", isSuccess(completion.status) ? answerMarkOf(completion.text) : quint64(0))
            .run();
    }

    Connection &m_connection;
    const qint64 m_matrix;
    const MatrixImport &m_import;
    const bool m_keepTexts;
    const qint64 m_nowMs;
    PromptSet m_set;
};

} // namespace

QFuture<Result<qint64>> MatrixStore::restore(const MatrixDraft &draft, const MatrixImport &import,
                                             bool keepTexts)
{
    const auto write = [draft, import, keepTexts,
                        now = m_clock.utcMs()](Connection &connection) -> Result<qint64> {
        const Result<qint64> id = insertMatrix(connection, draft, now);
        if (!id)
            return id;
        if (const Result<void> written = CellRestorer(connection, *id, import, keepTexts, now).write();
            !written)
            return written.error();
        if (import.cells.size() < import.draft.table.cases.size() * import.targets.size())
            return id;
        const Result<void> finished =
            Statement(connection, QStringLiteral("UPDATE matrices SET state = 'finished' WHERE id = :id"))
                .bind(":id", *id)
                .run();
        return finished ? id : Result<qint64>(finished.error());
    };
    return continued(m_database.write(write), this, [this](const Result<qint64> &id) {
        if (id)
            emit changed();
        return id;
    });
}

} // namespace core
