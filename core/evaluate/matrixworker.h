#pragma once

#include "core/evaluate/casepages.h"
#include "core/evaluate/cellrun.h"
#include "core/evaluate/matrix.h"
#include "core/evaluate/matrixbudget.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace core {

/// The works of a Matrix: decides which cell is sent when, and keeps its figures. Cells are written into the
/// ledger a few ahead of being sent, in one transaction at a time, so that no request waits for the disk.
/// Owned by the Matrix; main thread.
class MatrixWorker : public QObject
{
    Q_OBJECT

public:
    MatrixWorker(const EvaluateServices &services, MatrixRecord record);
    ~MatrixWorker() override;

    Matrix::State state() const { return m_state; }
    Matrix::Stop lastStop() const { return m_stop; }
    const MatrixRecord &record() const { return m_record; }
    MatrixProgress progress() const;

    Result<void> start();
    void pause();
    void cancel();
    void open(const std::function<bool(const MatrixCell &)> &which);

signals:
    void failed(const core::Error &error);
    void answered(int caseIndex, int targetIndex, const core::Completion &completion);
    void cellsChanged(int firstCase, int lastCase);
    void progressed();
    void stateChanged();

private:
    /// What is known of one column.
    struct Column
    {
        Target target;
        /// Unset for a rule set, which decides for each case.
        std::optional<CallPlan> plan;
        /// With a plan.
        LaneDraft lane;
        qint64 traffic = 0;
        TargetForecast forecast;
        /// No case before it is open.
        int cursor = 0;
    };
    /// What goes on at one account, or for one rule set.
    struct Traffic
    {
        int limit = 0;
        int active = 0;
        /// Unset for a rule set.
        std::optional<Account> account = {};
        std::deque<CellTask> prepared = {};
        std::optional<Result<Endpoint>> endpoint = {};
    };

    Result<void> buildColumns();
    Result<Column> columnFor(const Target &target, int index) const;
    int limitOf(const Column &column) const;
    void noteClaim(const Result<void> &claimed);
    void resolveEndpoints();
    void begin();
    void schedule();
    void pump();
    void launchPrepared();
    void launch(const CellTask &task);
    void prepareMore();
    std::optional<CellTask> nextTask();
    std::optional<CellTask> taskOf(Column &column, int targetIndex);
    int nextOpen(Column &column, int targetIndex) const;
    int lookahead() const;
    bool hasRoom(qint64 traffic) const;
    void notePrepared(QList<CellTask> tasks, const Result<QList<CellIds>> &ids);
    CellQuestion questionOf(const PromptCase &values, const QString &prompt) const;
    void noteFinished(CellRun *run);
    void recheckNext();
    void recheck(int place, const MatrixCellRecord &record);
    bool reserveRecheck(Money amount);
    void reopen(int place);
    void keep(CellVerdict verdict);
    void flush();
    void noteStorageError(const Error &error);
    bool isBusy() const;
    void stopWhenIdle();
    void setState(Matrix::State state);
    void touch(int caseIndex);
    void showChanges();

    int placeOf(int caseIndex, int targetIndex) const;

    const EvaluateServices m_services;
    MatrixRecord m_record;
    Matrix::State m_state = Matrix::State::Paused;
    Matrix::Stop m_stop = Matrix::Stop::None;
    MatrixBudget m_budget;
    CasePages m_pages;
    RubricQueue m_judges;
    std::optional<Target> m_judge;
    std::vector<Column> m_columns;
    QHash<qint64, Traffic> m_traffic;
    QList<CellRun *> m_runs;
    QList<CellVerdict> m_verdicts;
    QList<int> m_unchecked;
    bool m_preparing = false;
    bool m_rechecking = false;
    bool m_flushing = false;
    bool m_blockedByCost = false;
    bool m_cancelling = false;
    int m_active = 0;
    int m_doneSinceStart = 0;
    QElapsedTimer m_running;
    QTimer m_pumpTimer;
    QTimer m_flushTimer;
    QTimer m_showTimer;
    int m_firstChanged = -1;
    int m_lastChanged = -1;
};

} // namespace core
