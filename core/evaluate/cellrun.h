#pragma once

#include "core/compare/lane.h"
#include "core/evaluate/cellchecks.h"
#include "core/evaluate/matrixstore.h"

namespace core {

/// A cell whose rows are in the ledger, ready to be sent.
struct CellTask
{
    int caseIndex = 0;
    int targetIndex = 0;
    CallQuestion call;
    CallPlan plan;
    CasePrompt prompt;
    /// Without its answer.
    CellQuestion question;
    CellIds ids = {};
    std::chrono::milliseconds totalLimit{0};
    /// What was reserved for it.
    Money reserved = {};
    /// Whose limit of cells at a time it counts for.
    qint64 traffic = 0;
};

/// One cell of a matrix while it is being asked and judged. Owned by its worker; main thread.
class CellRun : public QObject
{
    Q_OBJECT

public:
    CellRun(const CompareServices &services, RubricQueue &judges, const CellTask &task, QObject *parent);

    void start(const Result<Endpoint> &endpoint);
    void cancel();

    const CellTask &task() const { return m_task; }
    /// Its figures, once it has finished.
    MatrixCell cell() const;
    CellVerdict verdict() const;
    const Completion &completion() const { return m_lane->state().completion; }
    /// Known costs of its judges.
    Money judged() const { return m_checks ? m_checks->judged() : Money(); }

signals:
    /// The request has ended: another one may take its place.
    void answered();
    /// Settled in the ledger, and judged.
    void finished();
    void ledgerFailed(const core::Error &error);

private:
    void noteChange();
    void judgeAnswer();

    const CellTask m_task;
    RubricQueue &m_judges;
    Lane *const m_lane;
    CellChecks *m_checks = nullptr;
    bool m_answered = false;
    bool m_begun = false;
};

/// A lane's end as a cell keeps it.
MatrixCell cellOf(const LaneState &state, const QList<CheckResult> &checks);

} // namespace core
