#include "core/judging/rubricjudge.h"

#include <QCoreApplication>

namespace core {

CompareRequest RubricJudge::request(const RubricRequest &request)
{
    CompareRequest run;
    run.system = rubricSystem();
    run.prompt = rubricPrompt(request.rubric, request.prompt, request.answer);
    run.task = kJudgeTask;
    run.tags = request.tags;
    run.source = request.source;
    run.targets = {request.judge};
    run.matrix = request.matrix;
    return run;
}

Result<std::unique_ptr<RubricJudge>> RubricJudge::create(const CompareServices &services,
                                                         const RubricRequest &request)
{
    if (request.rubric.trimmed().isEmpty())
        return Error{ErrorKind::InvalidRequest, QStringLiteral("The rubric is empty.")};
    Result<std::unique_ptr<Comparison>> run = Comparison::create(services, RubricJudge::request(request));
    if (!run)
        return run.error();
    return std::unique_ptr<RubricJudge>(new RubricJudge(std::move(run.value())));
}

RubricJudge::RubricJudge(std::unique_ptr<Comparison> run) : m_run(std::move(run))
{
    connect(m_run.get(), &Comparison::finished, this, &RubricJudge::conclude);
    connect(m_run.get(), &Comparison::rejected, this, [this](const Error &error) {
        RubricVerdict verdict;
        verdict.error = error;
        verdict.reason = error.message;
        emit finished(verdict);
    });
}

RubricJudge::~RubricJudge() = default;

void RubricJudge::start()
{
    m_run->start();
}

void RubricJudge::cancel()
{
    m_run->cancel();
}

void RubricJudge::conclude()
{
    const LaneState &state = m_run->lane(0).state();
    RubricVerdict verdict;
    verdict.runId = m_run->runId();
    verdict.cost = state.cost;
    verdict.error = state.completion.error;
    const std::optional<RubricWords> words = state.status() == LaneStatus::Complete
        ? readRubricWords(state.completion.text)
        : std::optional<RubricWords>();
    if (words) {
        verdict.outcome = words->passed ? RubricVerdict::Outcome::Pass : RubricVerdict::Outcome::Fail;
        verdict.reason = words->reason;
    } else {
        verdict.reason = verdict.error
            ? verdict.error->message
            : QCoreApplication::translate("Judgement", "What the judge wrote cannot be read as a verdict.");
    }
    emit finished(verdict);
}

} // namespace core
