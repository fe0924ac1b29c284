#include "core/judging/judgement.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Judgement", text);
}

/// The answer of the question that a pass found best; -1 without one.
int bestOf(const JudgePass &pass)
{
    return pass.words && pass.words->choice == JudgeWords::Choice::Best
        ? pass.order.value(pass.words->best, -1)
        : -1;
}

Judgement::Outcome outcomeOf(JudgeWords::Choice choice)
{
    switch (choice) {
    case JudgeWords::Choice::Best:
        return Judgement::Outcome::Best;
    case JudgeWords::Choice::AllBad:
        return Judgement::Outcome::AllBad;
    case JudgeWords::Choice::Tie:
        break;
    }
    return Judgement::Outcome::Tie;
}

/// The outcome of two readable passes.
void settle(Judgement &judgement, int answers)
{
    const JudgePass &first = judgement.passes.constFirst();
    const JudgePass &second = judgement.passes.constLast();
    const bool bothName = bestOf(first) >= 0 && bestOf(second) >= 0;
    if (first.words->choice == second.words->choice && bestOf(first) == bestOf(second)) {
        judgement.outcome = outcomeOf(first.words->choice);
        judgement.best = bestOf(first);
        judgement.reason = first.words->reason;
    } else if (bothName && answers == 2) {
        judgement.outcome = Judgement::Outcome::Tie;
        judgement.remark = sentence(QT_TRANSLATE_NOOP(
            "Judgement", "With the answers the other way round, the judge chose the other one: a tie."));
    } else {
        judgement.remark = sentence(QT_TRANSLATE_NOOP(
            "Judgement", "The judge decided differently when the answers came in the reverse order."));
    }
}

} // namespace

Judgement combine(const QList<JudgePass> &passes, int answers)
{
    Judgement judgement;
    judgement.passes = passes;
    const auto failed = std::find_if(passes.cbegin(), passes.cend(),
                                     [](const JudgePass &pass) { return pass.error.has_value(); });
    const bool readable = passes.size() == 2
        && std::all_of(passes.cbegin(), passes.cend(),
                       [](const JudgePass &pass) { return pass.words.has_value(); });
    const bool stopped = std::any_of(passes.cbegin(), passes.cend(), [](const JudgePass &pass) {
        return pass.status == LaneStatus::Cancelled;
    });
    if (readable)
        settle(judgement, answers);
    else if (stopped)
        judgement.remark =
            sentence(QT_TRANSLATE_NOOP("Judgement", "The judge was stopped before its verdict."));
    else if (failed != passes.cend())
        judgement.remark = failed->error->message;
    else
        judgement.remark =
            sentence(QT_TRANSLATE_NOOP("Judgement", "What the judge wrote cannot be read as a verdict."));
    return judgement;
}

std::optional<Vote> voteOf(const Judgement &judgement, const JudgeRequest &request,
                           const QList<BallotLane> &lanes)
{
    Vote vote;
    switch (judgement.outcome) {
    case Judgement::Outcome::None:
        return std::nullopt;
    case Judgement::Outcome::Best:
        vote.kind = VoteKind::Best;
        break;
    case Judgement::Outcome::Tie:
        vote.kind = VoteKind::Tie;
        break;
    case Judgement::Outcome::AllBad:
        vote.kind = VoteKind::AllBad;
        break;
    }
    vote.runId = request.runId;
    vote.judge = request.judge.name.toString();
    vote.blind = true;
    vote.note = judgement.reason;
    vote.lanes = lanes;
    const QList<int> order = judgement.passes.isEmpty() ? QList<int>() : judgement.passes.constFirst().order;
    for (int i = 0; i < vote.lanes.size(); ++i) {
        vote.lanes[i].won = i == judgement.best;
        vote.lanes[i].shown = std::max(0, static_cast<int>(order.indexOf(i)));
    }
    return vote;
}

QList<CompareRequest> JudgeRun::requests(const JudgeRequest &request)
{
    QList<int> order = shuffledOrder(static_cast<int>(request.question.answers.size()), request.seed);
    QList<CompareRequest> runs;
    for (int pass = 0; pass < 2; ++pass) {
        CompareRequest run;
        run.system = judgeSystem();
        run.prompt = judgePrompt(request.question, order);
        run.task = kJudgeTask;
        run.tags = {{QStringLiteral("judged_run"), QString::number(request.runId)}};
        run.source = request.source;
        run.targets = {request.judge};
        runs.append(run);
        std::reverse(order.begin(), order.end());
    }
    return runs;
}

Result<std::unique_ptr<JudgeRun>> JudgeRun::create(const CompareServices &services,
                                                   const JudgeRequest &request)
{
    const int answers = static_cast<int>(request.question.answers.size());
    if (answers < 2)
        return Error{ErrorKind::InvalidRequest, QStringLiteral("There have to be two answers to be judged.")};
    std::unique_ptr<JudgeRun> judge(new JudgeRun(request));
    QList<int> order = shuffledOrder(answers, request.seed);
    for (const CompareRequest &run : requests(request)) {
        Result<std::unique_ptr<Comparison>> made = Comparison::create(services, run);
        if (!made)
            return made.error();
        JudgePass pass;
        pass.order = order;
        std::reverse(order.begin(), order.end());
        judge->m_passes.append(pass);
        Comparison *const comparison = made.value().get();
        judge->m_runs.push_back(std::move(made.value()));
        const int index = static_cast<int>(judge->m_runs.size()) - 1;
        connect(comparison, &Comparison::finished, judge.get(),
                [raw = judge.get(), index] { raw->note(index); });
        connect(comparison, &Comparison::rejected, judge.get(),
                [raw = judge.get(), index](const Error &error) {
                    raw->m_passes[index].error = error;
                    raw->note(index);
                });
    }
    return judge;
}

JudgeRun::JudgeRun(const JudgeRequest &request) : m_request(request) { }

JudgeRun::~JudgeRun() = default;

void JudgeRun::start()
{
    m_open = static_cast<int>(m_runs.size());
    for (const auto &run : m_runs)
        run->start();
}

void JudgeRun::cancel()
{
    for (const auto &run : m_runs)
        run->cancel();
}

void JudgeRun::note(int index)
{
    JudgePass &pass = m_passes[index];
    const Comparison &run = *m_runs.at(std::size_t(index));
    const Completion &completion = run.lane(0).state().completion;
    pass.runId = run.runId();
    pass.status = completion.status;
    pass.text = completion.text;
    if (!pass.error)
        pass.error = completion.error;
    if (completion.status == LaneStatus::Complete)
        pass.words = readJudgeWords(completion.text, static_cast<int>(m_request.question.answers.size()));
    if (--m_open == 0)
        conclude();
}

void JudgeRun::conclude()
{
    Judgement judgement = combine(m_passes, static_cast<int>(m_request.question.answers.size()));
    for (const auto &run : m_runs) {
        const Cost &cost = run->lane(0).state().cost;
        if (cost.amount)
            judgement.cost += *cost.amount;
        else if (run->runId() != 0)
            judgement.unpriced = true;
    }
    emit finished(judgement);
}

} // namespace core
