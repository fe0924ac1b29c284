#pragma once

#include "core/base/clock.h"
#include "core/evaluate/matrixcell.h"
#include "core/evaluate/matrixoptions.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

namespace core {

struct MatrixImport;

/// A matrix as it is read back: all that its table needs but the texts.
struct MatrixRecord
{
    qint64 id = 0;
    PromptSet set;
    QList<Target> targets;
    QString task;
    TaskOrigin taskOrigin = TaskOrigin::User;
    MatrixOptions options;
    MatrixSummary::State state = MatrixSummary::State::Paused;
    qint64 elapsedMs = 0;
    /// Known costs of everything that was ever sent for it, judges included.
    Money spent;
    /// Row by row: the cell of a case and a target is at `case * targets + target`.
    QList<MatrixCell> cells;
    /// Cells whose answer is there but was not checked before the process ended.
    QList<int> unchecked;
};

/// A cell about to be asked.
struct CellDraft
{
    int caseIndex = 0;
    int targetIndex = 0;
    QString prompt;
    QString system;
    LaneDraft lane;
};

/// The rows that a cell got.
struct CellIds
{
    qint64 run = 0;
    qint64 lane = 0;
    AttemptIds attempt;
};

/// What was said of a cell that settled.
struct CellVerdict
{
    int caseIndex = 0;
    int targetIndex = 0;
    QList<CheckResult> checks;
    quint64 answerMark = 0;
    /// False when the answer is to be judged again.
    bool isFinal = true;
};

/// The matrices and their cells. Nothing is kept in memory. Owned by the application; main thread.
class MatrixStore : public QObject
{
    Q_OBJECT

public:
    MatrixStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Newest first; `setId` 0 lists those of all sets.
    QFuture<Result<QList<MatrixSummary>>> list(qint64 setId = 0) const;
    /// Errors: not_found.
    QFuture<Result<MatrixRecord>> find(qint64 id) const;
    QFuture<Result<MatrixCellRecord>> cell(qint64 id, int caseIndex, int targetIndex) const;
    /// All cells of some cases, texts and all.
    QFuture<Result<QList<MatrixCellRecord>>> cells(qint64 id, int firstCase, int cases) const;
    /// The beginnings of the answers of some cases, and of no others.
    QFuture<Result<QList<CellPreview>>> previews(qint64 id, const QList<int> &caseIndexes) const;

    /// The matrix's id; nothing is asked yet.
    QFuture<Result<qint64>> add(const MatrixDraft &draft);
    /// The same with the cells of a document, which are in no total; it is finished when none is missing.
    QFuture<Result<qint64>> restore(const MatrixDraft &draft, const MatrixImport &import, bool keepTexts);
    /// Its runs go with it; the attempts stay in every total. Refused (invalid_request) while it is running.
    QFuture<Result<void>> remove(qint64 id);

    // What a Matrix does while it runs.

    /// Takes the matrix for this process. Refused (invalid_request) when a living process has it.
    QFuture<Result<void>> claim(qint64 id);
    QFuture<Result<void>> release(qint64 id, MatrixSummary::State state, qint64 elapsedMs);
    /// One transaction: the run of each case that has none yet, a lane, a call and a first attempt for each
    /// cell; of a cell that was asked before, a new call.
    QFuture<Result<QList<CellIds>>> beginCells(const MatrixRecord &matrix, const QList<CellDraft> &cells,
                                               bool keepTexts);
    QFuture<Result<void>> writeVerdicts(qint64 id, const QList<CellVerdict> &verdicts);

signals:
    /// A matrix came, went, or changed its state.
    void changed();

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace core
