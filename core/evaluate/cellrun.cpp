#include "core/evaluate/cellrun.h"

namespace core {

namespace {

std::optional<float> milliseconds(const std::optional<double> &value)
{
    return value ? std::optional(static_cast<float>(*value)) : std::nullopt;
}

std::optional<qint32> tokens(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<qint32>(std::min<qint64>(*value, INT32_MAX))) : std::nullopt;
}

} // namespace

MatrixCell cellOf(const LaneState &state, const QList<CheckResult> &checks)
{
    const Completion &completion = state.completion;
    MatrixCell cell;
    cell.state = MatrixCell::State::Settled;
    cell.status = completion.status;
    if (completion.error)
        cell.error = completion.error->kind;
    for (const CheckResult &result : checks) {
        cell.passedChecks = static_cast<quint16>(cell.passedChecks + (result.passed == true ? 1 : 0));
        cell.failedChecks = static_cast<quint16>(cell.failedChecks + (result.passed == false ? 1 : 0));
        cell.undecidedChecks = static_cast<quint16>(cell.undecidedChecks + (result.passed ? 0 : 1));
    }
    const Timing &timing = completion.timing;
    cell.firstTokenMs = milliseconds(timing.firstReasoning ? timing.firstReasoning : timing.firstText);
    cell.totalMs = milliseconds(timing.last);
    cell.inputTokens = tokens(completion.usage.input);
    cell.outputTokens = tokens(completion.usage.output);
    cell.cost = state.cost.amount;
    cell.simulated = state.simulated;
    cell.callId = state.callId;
    cell.answerMark = isSuccess(completion.status) ? answerMarkOf(completion.text) : 0;
    return cell;
}

CellRun::CellRun(const CompareServices &services, RubricQueue &judges, const CellTask &task, QObject *parent)
    : QObject(parent), m_task(task), m_judges(judges), m_lane(new Lane(services, task.call, task.plan, this))
{
    m_lane->setTotalLimit(task.totalLimit);
    // Thousands of cells would push out the recordings of runs, which are what people look at.
    m_lane->setUnrecorded();
    connect(m_lane, &Lane::changed, this, &CellRun::noteChange);
    connect(m_lane, &Lane::settled, this, &CellRun::judgeAnswer);
    connect(m_lane, &Lane::ledgerFailed, this, &CellRun::ledgerFailed);
}

void CellRun::start(const Result<Endpoint> &endpoint)
{
    m_lane->start(m_task.ids.lane, m_task.ids.attempt, endpoint);
}

void CellRun::cancel()
{
    m_lane->cancel();
}

void CellRun::noteChange()
{
    if (m_answered || !core::isSettled(m_lane->state().status()))
        return;
    m_answered = true;
    emit answered();
}

void CellRun::judgeAnswer()
{
    noteChange();
    if (m_begun)
        return;
    m_begun = true;
    CellQuestion question = m_task.question;
    question.answer = {m_lane->state().completion, m_lane->state().cost};
    m_checks = new CellChecks(m_judges, question, this);
    connect(m_checks, &CellChecks::finished, this, &CellRun::finished);
    m_checks->start();
}

MatrixCell CellRun::cell() const
{
    return cellOf(m_lane->state(), m_checks ? m_checks->results() : QList<CheckResult>());
}

CellVerdict CellRun::verdict() const
{
    return {m_task.caseIndex, m_task.targetIndex, m_checks ? m_checks->results() : QList<CheckResult>(),
            cell().answerMark};
}

} // namespace core
