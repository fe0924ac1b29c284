#include "ui/evaluate/matrixjudge.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/judging/judgement.h"
#include "core/judging/votestore.h"
#include "ui/evaluate/setestimator.h"

#include <QMessageBox>
#include <QPushButton>
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

QString MatrixJudge::estimate(const core::Matrix &matrix, const core::TargetName &judge) const
{
    const core::CompareServices &services = m_context.services.compare;
    core::LaneForecast forecast;
    if (const std::optional<core::Account> account = services.accounts.find(judge.account))
        forecast.prices = services.directory.describe(*account, judge.model).prices;
    qint64 input = 0;
    for (int at = 0; at < matrix.caseCount(); ++at) {
        qint64 prompt = 0;
        for (int target = 0; target < matrix.targetCount(); ++target) {
            const core::MatrixCell &cell = matrix.cell(at, target);
            prompt = std::max<qint64>(prompt, cell.inputTokens.value_or(0));
            input += cell.outputTokens.value_or(0);
        }
        input += prompt;
    }
    core::RunEstimate estimate = core::estimateRun({forecast}, input / std::max(1, matrix.caseCount()));
    if (estimate.unpricedLanes > 0)
        return tr("The price of this model is not known.");
    const int calls = 2 * matrix.caseCount();
    estimate.low = estimate.low * calls;
    estimate.high = estimate.high * calls;
    return tr("They will probably cost %1, a guess.").arg(SetEstimator::range(estimate));
}

void MatrixJudge::offer(core::Matrix *matrix, const core::TargetName &judge, QWidget *window)
{
    stop();
    auto *const box = new QMessageBox(window);
    m_question = box;
    box->setObjectName(QStringLiteral("judgeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Have a model judge"));
    box->setText(tr("%1 is asked twice about each case: %n calls.", nullptr, 2 * matrix->caseCount())
                     .arg(judge.toString()));
    box->setInformativeText(estimate(*matrix, judge));
    const QPushButton *const yes = box->addButton(tr("Ask"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this,
            [this, matrix = QPointer<core::Matrix>(matrix), judge, generation = m_generation] {
                if (matrix && generation == m_generation)
                    begin(matrix, judge);
            });
    box->open();
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
    if (m_question)
        m_question->close();
    if (core::JudgeRun *const run = m_run.release()) {
        run->disconnect(this);
        run->setParent(this); // the ledger has to learn how it ended
        connect(run, &core::JudgeRun::finished, run, &QObject::deleteLater);
        run->cancel();
    }
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
    m_run.release()->deleteLater(); // it has ended
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
