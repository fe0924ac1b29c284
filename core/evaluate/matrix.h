#pragma once

#include "core/compare/compareservices.h"
#include "core/evaluate/matrixprogress.h"
#include "core/evaluate/matrixstore.h"
#include "core/evaluate/promptsetstore.h"

#include <QObject>

#include <memory>

namespace core {

class MatrixWorker;

/// What matrices are run with. Application owns all of it.
struct EvaluateServices
{
    CompareServices compare;
    PromptSetStore &sets;
    MatrixStore &matrices;
};

/// One evaluation of a prompt set by a line-up, as a handle: opened from the store, shown, run, paused,
/// resumed and run again where it failed. Each case is a run of the ledger with a lane for each target. In
/// memory are figures and verdicts only. Owned by whoever asked; main thread. Destroying it aborts what is
/// under way, which the next start() asks again.
///
///     sets.add(draft) -> set id; matrices.add({setId, targets, task, options}) -> matrix id
///     auto *matrix = new Matrix(services, id, this);
///     connect loaded, failed, cellsChanged, progressed, stateChanged; matrix->load();
///     in loaded: matrix->start(); later pause(), start() again, askFailedAgain().
///
/// A table over it is core/models/matrixtablemodel.h; a cell's texts are MatrixStore::cell().
class Matrix : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading,
        /// Can be started: nothing runs, and cells are open.
        Paused,
        /// start() was called; the first cells are about to be sent.
        Starting,
        Running,
        /// pause() was called; what was sent is awaited.
        Pausing,
        /// Every cell is settled.
        Finished,
    };

    /// Why it stopped without being asked to.
    enum class Stop {
        None,
        /// The next cell might pass the money cap.
        MaxCost,
        /// The ledger refused a row.
        Storage,
    };

    Matrix(const EvaluateServices &services, qint64 id, QObject *parent = nullptr);
    ~Matrix() override;

    /// Reads it; ends with loaded() or failed().
    void load();

    qint64 id() const { return m_id; }
    State state() const;
    Stop lastStop() const;
    /// All of it; its cells change while it runs.
    const MatrixRecord &record() const;
    const PromptSet &set() const { return record().set; }
    const QList<Target> &targets() const { return record().targets; }
    const MatrixOptions &options() const { return record().options; }
    int caseCount() const { return record().set.cases; }
    int targetCount() const { return static_cast<int>(record().targets.size()); }
    const MatrixCell &cell(int caseIndex, int targetIndex) const;
    MatrixProgress progress() const;

    /// Asks whatever is open or was interrupted or cancelled. Refused (invalid_request) when an account is
    /// unknown or switched off; when another process runs it, failed() says so.
    Result<void> start();
    /// Sends nothing more and awaits what runs; ends with stateChanged() to Paused or Finished.
    void pause();
    /// Cancels what runs, too.
    void cancel();
    /// Opens again every cell that ended in an error, and with `checks` every one that failed a check, and
    /// starts. As start().
    Result<void> askFailedAgain(bool checks = false);

signals:
    void loaded();
    void failed(const core::Error &error);
    /// A cell has settled; of its texts the ledger may keep none.
    void answered(int caseIndex, int targetIndex, const core::Completion &completion);
    /// Cells of the cases from `firstCase` to `lastCase` changed; at most ten times a second.
    void cellsChanged(int firstCase, int lastCase);
    /// progress() changed; at most ten times a second, and once more when it stops.
    void progressed();
    void stateChanged();

private:
    const EvaluateServices m_services;
    const qint64 m_id;
    std::unique_ptr<MatrixWorker> m_worker;
};

} // namespace core
