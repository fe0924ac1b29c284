#include "core/base/continuation.h"
#include "core/evaluate/matrixworker.h"

using namespace std::chrono_literals;

// The part of the MatrixWorker that keeps what came of each cell, and tells of it.

namespace core {

namespace {

constexpr auto kShowInterval = 100ms;
/// What a crash may cost is judged again from the stored answers.
constexpr auto kFlushInterval = 200ms;

} // namespace

void MatrixWorker::noteFinished(CellRun *run)
{
    const CellTask &task = run->task();
    const MatrixCell cell = run->cell();
    m_record.cells[placeOf(task.caseIndex, task.targetIndex)] = cell;
    m_budget.settle(task.reserved, cell.cost.value_or(Money()) + run->judged());
    m_columns[static_cast<std::size_t>(task.targetIndex)].forecast.learn(cell.outputTokens, cell.cost);
    ++m_doneSinceStart;
    touch(task.caseIndex);
    keep(run->verdict());
    emit answered(task.caseIndex, task.targetIndex, run->completion());
    m_runs.removeOne(run);
    run->deleteLater();
    // Its money may be what an older answer's judge waits for.
    recheckNext();
    schedule();
}

/// Answers that were there before the process ended, one after the other.
void MatrixWorker::recheckNext()
{
    if (m_rechecking || m_unchecked.isEmpty() || m_state != Matrix::State::Running)
        return;
    const int targets = static_cast<int>(m_record.targets.size());
    const int place = m_unchecked.constFirst();
    if (!m_pages.find(place / targets)) {
        connect(&m_pages, &CasePages::arrived, this, &MatrixWorker::recheckNext, Qt::SingleShotConnection);
        return;
    }
    m_rechecking = true;
    m_unchecked.removeFirst();
    continued(m_services.matrices.cell(m_record.id, place / targets, place % targets), this,
              [this, place](const Result<MatrixCellRecord> &record) {
                  m_rechecking = false;
                  if (record) {
                      recheck(place, *record);
                      return;
                  }
                  m_unchecked.prepend(place);
                  noteStorageError(record.error());
              });
}

void MatrixWorker::recheck(int place, const MatrixCellRecord &record)
{
    const int caseIndex = place / static_cast<int>(m_record.targets.size());
    const PromptCase *values = m_pages.find(caseIndex);
    const MatrixCell &cell = m_record.cells.at(place);
    // A ledger that keeps no texts has nothing to judge: ask again.
    if (!values || !record.lane || (isSuccess(cell.status) && record.lane->latest.completion.text.isNull())) {
        reopen(place);
        recheckNext();
        schedule();
        return;
    }
    const Result<CasePrompt> prompt = promptOfCase(m_record.set, *values);
    CellQuestion question = questionOf(*values, prompt ? prompt->prompt : QString());
    question.answer = {record.lane->latest.completion, record.lane->latest.cost};
    const Money reserved = isSuccess(cell.status) ? estimateJudges(m_judges, question) : Money();
    if (m_state != Matrix::State::Running || !reserveRecheck(reserved)) {
        m_unchecked.prepend(place);
        schedule();
        return;
    }
    m_rechecking = true;
    auto *checks = new CellChecks(m_judges, question, this);
    connect(checks, &CellChecks::finished, this, [this, checks, place, record, reserved] {
        LaneState state;
        state.completion = record.lane->latest.completion;
        state.cost = record.lane->latest.cost;
        MatrixCell judged = cellOf(state, checks->results());
        judged.callId = record.lane->callId;
        judged.simulated = record.lane->latest.simulated;
        judged.cost = m_record.cells.at(place).cost;
        m_record.cells[place] = judged;
        m_budget.settle(reserved, checks->judged());
        keep({record.caseIndex, record.targetIndex, checks->results(), judged.answerMark});
        touch(record.caseIndex);
        checks->deleteLater();
        m_rechecking = false;
        recheckNext();
        schedule();
    });
    checks->start();
}

/// False when the judges have to wait for money that is reserved now, or the cap ends it all.
bool MatrixWorker::reserveRecheck(Money amount)
{
    if (amount.isZero() || m_budget.fits(amount)) {
        m_budget.reserve(amount);
        return true;
    }
    if (m_budget.reserved().isZero()) {
        m_stop = Matrix::Stop::MaxCost;
        pause();
    }
    return false;
}

void MatrixWorker::keep(CellVerdict verdict)
{
    const int place = placeOf(verdict.caseIndex, verdict.targetIndex);
    const MatrixCell &cell = m_record.cells.at(place);
    // Judges that cancel() silenced are asked when the matrix goes on.
    if (m_cancelling && m_judge && isSuccess(cell.status) && cell.undecidedChecks > 0) {
        verdict.isFinal = false;
        m_unchecked.append(place);
    }
    m_verdicts.append(verdict);
    if (!m_flushTimer.isActive())
        m_flushTimer.start(kFlushInterval);
}

void MatrixWorker::flush()
{
    m_flushTimer.stop();
    if (m_flushing || m_verdicts.isEmpty())
        return;
    m_flushing = true;
    continued(m_services.matrices.writeVerdicts(m_record.id, std::exchange(m_verdicts, {})), this,
              [this](const Result<void> &written) {
                  m_flushing = false;
                  if (!written)
                      noteStorageError(written.error());
                  if (!m_verdicts.isEmpty())
                      m_flushTimer.start(kFlushInterval);
                  schedule();
              });
}

void MatrixWorker::touch(int caseIndex)
{
    m_firstChanged = m_firstChanged < 0 ? caseIndex : std::min(m_firstChanged, caseIndex);
    m_lastChanged = std::max(m_lastChanged, caseIndex);
    if (!m_showTimer.isActive())
        m_showTimer.start(kShowInterval);
}

void MatrixWorker::showChanges()
{
    m_showTimer.stop();
    if (m_firstChanged >= 0)
        emit cellsChanged(std::exchange(m_firstChanged, -1), std::exchange(m_lastChanged, -1));
    emit progressed();
}

MatrixProgress MatrixWorker::progress() const
{
    MatrixProgress progress;
    progress.cells = static_cast<int>(m_record.cells.size());
    QList<int> open(m_record.targets.size(), 0);
    for (qsizetype place = 0; place < m_record.cells.size(); ++place) {
        const MatrixCell &cell = m_record.cells.at(place);
        open[place % open.size()] += cell.isSettled() ? 0 : 1;
        progress.running += cell.state == MatrixCell::State::Running ? 1 : 0;
        if (!cell.isSettled())
            continue;
        ++progress.done;
        progress.errors += cell.hasError() ? 1 : 0;
        progress.cutOff += cell.wasCutOff() ? 1 : 0;
        progress.failed += cell.hasFailedCheck() ? 1 : 0;
        progress.undecided += cell.undecidedChecks > 0 && !cell.hasError() ? 1 : 0;
        progress.unpriced += cell.cost || cell.hasError() ? 0 : 1;
    }
    progress.spent = m_budget.spent();
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (const std::optional<Money> mean = m_columns[index].forecast.meanCost())
            progress.left = progress.left.value_or(Money()) + *mean * open.at(static_cast<qsizetype>(index));
    }
    const qint64 now = m_running.isValid() ? m_running.elapsed() : 0;
    progress.elapsedMs = m_record.elapsedMs + now;
    if (m_running.isValid() && m_doneSinceStart > 0)
        progress.leftMs = now * (progress.cells - progress.done) / m_doneSinceStart;
    return progress;
}

} // namespace core
