#include "ui/evaluate/matrixjudge.h"

#include "core/base/continuation.h"
#include "core/judging/judgement.h"
#include "core/judging/votestore.h"

#include <QRandomGenerator>

namespace ui {

MatrixJudge::MatrixJudge(const EvaluateContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
}

MatrixJudge::~MatrixJudge() = default;

int MatrixJudge::cases() const
{
    return m_matrix ? m_matrix->caseCount() : 0;
}

void MatrixJudge::begin(core::Matrix *matrix, const core::TargetName &judge)
{
    stop();
    m_matrix = matrix;
    m_judge = judge;
    m_case = -1;
    m_votes = 0;
    m_without = 0;
    next();
}

void MatrixJudge::stop()
{
    ++m_generation;
    m_run.reset();
    m_matrix.clear();
    m_case = -1;
}

void MatrixJudge::next()
{
    if (!m_matrix)
        return;
    ++m_case;
    emit progressed();
    if (m_case >= m_matrix->caseCount()) {
        stop();
        return emit finished(m_votes, m_without);
    }
    const quint64 generation = ++m_generation;
    core::continued(m_context.services.matrices.cells(m_matrix->id(), m_case, 1), this,
                    [this, generation](const core::Result<QList<core::MatrixCellRecord>> &cells) {
                        if (generation != m_generation || !m_matrix)
                            return;
                        if (!cells) {
                            stop();
                            return emit failed(cells.error());
                        }
                        QList<core::MatrixCellRecord> answers;
                        for (const core::MatrixCellRecord &cell : *cells) {
                            if (cell.lane && core::canBeJudged(cell.lane->latest.completion))
                                answers.append(cell);
                        }
                        if (answers.size() < 2)
                            return next();
                        core::continued(
                            m_context.services.sets.cases(m_matrix->set().id, m_case, 1), this,
                            [this, generation, answers](const core::Result<QList<core::PromptCase>> &values) {
                                if (generation == m_generation && m_matrix)
                                    judge(answers, values ? values->value(0) : core::PromptCase());
                            });
                    });
}

void MatrixJudge::judge(const QList<core::MatrixCellRecord> &cells, const core::PromptCase &values)
{
    const core::Result<core::CasePrompt> asked = core::promptOfCase(m_matrix->set(), values);
    core::JudgeRequest request;
    request.runId = cells.constFirst().runId;
    request.judge = {m_judge};
    request.seed = QRandomGenerator::global()->generate();
    if (asked) {
        request.question.prompt = asked->prompt;
        request.question.system = asked->system;
    }
    for (const core::MatrixCellRecord &cell : cells)
        request.question.answers.append({cell.lane->laneId,
                                         {cell.lane->latest.accountName, cell.lane->latest.model},
                                         cell.lane->latest.completion.text});
    core::Result<std::unique_ptr<core::JudgeRun>> run =
        core::JudgeRun::create(m_context.services.compare, request);
    if (!run) {
        stop();
        return emit failed(run.error());
    }
    m_run = std::move(run).value();
    // Queued: it is replaced by the next one while it would still be speaking.
    connect(
        m_run.get(), &core::JudgeRun::finished, this,
        [this, request, cells, generation = m_generation](const core::Judgement &judgement) {
            if (generation == m_generation)
                note(judgement, request, cells);
        },
        Qt::QueuedConnection);
    m_run->start();
}

void MatrixJudge::note(const core::Judgement &judgement, const core::JudgeRequest &request,
                       const QList<core::MatrixCellRecord> &cells)
{
    QList<core::BallotLane> lanes;
    for (int at = 0; at < cells.size(); ++at)
        lanes.append(core::ballotLane(*cells.at(at).lane, at));
    const std::optional<core::Vote> vote = core::voteOf(judgement, request, lanes);
    if (!vote) {
        ++m_without;
        return next();
    }
    core::continued(m_context.votes.cast(*vote), this,
                    [this, generation = m_generation](const core::Result<core::CastVote> &cast) {
                        if (generation != m_generation)
                            return;
                        if (!cast) {
                            stop();
                            return emit failed(cast.error());
                        }
                        ++m_votes;
                        next();
                    });
}

} // namespace ui
