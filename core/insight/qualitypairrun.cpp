#include "core/insight/qualitypairrun.h"

#include "core/evaluate/checkrunner.h"
#include "core/insight/insightwords.h"

namespace core {

namespace {

/// The tag of its calls, with the call that they are compared with.
const QString kQualityTag = QStringLiteral("quality_check");
/// Places of the answers in the judge's question.
constexpr int kStoredAnswer = 0;

QList<std::optional<bool>> passedChecks(const QList<Check> &checks, const CheckedAnswer &answer)
{
    QList<std::optional<bool>> passed;
    for (const Check &check : checks)
        passed.append(runCheck(check, {}, answer).passed);
    return passed;
}

CheckedAnswer checkedAnswer(const Completion &completion, const std::optional<Money> &cost)
{
    CheckedAnswer answer{completion, {}};
    answer.cost.amount = cost;
    answer.cost.basis = cost ? CostBasis::Computed : CostBasis::Unknown;
    return answer;
}

} // namespace

QList<BallotLane> ballotOf(const QualityPair &pair)
{
    BallotLane stored;
    stored.laneId = pair.laneId;
    stored.target = pair.from;
    stored.parameters = pair.storedParameters;
    stored.shown = pair.newFirst ? 1 : 0;
    stored.simulated = pair.storedSimulated;
    stored.cost = pair.storedCost;
    stored.firstMs = firstTokenMs(pair.stored.timing);
    stored.answerChars = pair.stored.text.size();
    BallotLane answer;
    answer.laneId = pair.newLaneId;
    answer.target = pair.to.name;
    answer.parameters = pair.to.parameters;
    answer.shown = pair.newFirst ? 0 : 1;
    answer.simulated = pair.simulated;
    answer.cost = pair.cost;
    answer.firstMs = firstTokenMs(pair.answer.timing);
    answer.answerChars = pair.answer.text.size();
    return {stored, answer};
}

CompareRequest requestOf(const QualityPair &pair, const QualityOptions &options)
{
    CompareRequest request;
    request.prompt = pair.prompt;
    request.system = pair.system;
    request.images = pair.images;
    request.task = pair.task;
    request.tags = {{kQualityTag, QString::number(pair.callId)}};
    request.source = options.source;
    request.targets = {pair.to};
    if (!pair.earlier.isEmpty())
        request.contexts = {LaneContext{0, pair.earlier, {}}};
    return request;
}

JudgeRequest judgeRequestOf(const QualityPair &pair, const QualityOptions &options, const QString &answer)
{
    JudgeRequest request;
    request.runId = pair.newRunId;
    request.question.prompt = pair.prompt;
    request.question.system = pair.system;
    request.question.answers = {{pair.laneId, pair.from, pair.stored.text},
                                {pair.newLaneId, pair.to.name, answer}};
    request.question.criteria = options.criteria;
    request.judge = options.judge.value_or(Target());
    request.seed = options.seed + static_cast<quint32>(pair.callId);
    request.source = options.source;
    return request;
}

QualityPairRun::QualityPairRun(const QualityServices &services, const QualityOptions &options, int place,
                               const QualityPair &pair, Money reserved, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_options(options)
    , m_place(place)
    , m_pair(pair)
    , m_reserved(reserved)
{
}

QualityPairRun::~QualityPairRun() = default;

void QualityPairRun::start()
{
    if (m_pair.newRunId != 0 && isSuccess(m_pair.answer.status)) {
        judge();
        return;
    }
    m_pair.state = QualityPair::State::Asking;
    Result<std::unique_ptr<Comparison>> made =
        Comparison::create(m_services.compare, requestOf(m_pair, m_options));
    if (!made) {
        end(QualityPair::State::Failed, made.error().message);
        return;
    }
    m_question = std::move(made).value();
    connect(m_question.get(), &Comparison::finished, this, &QualityPairRun::takeAnswer);
    connect(m_question.get(), &Comparison::rejected, this,
            [this](const Error &error) { end(QualityPair::State::Failed, error.message); });
    emit changed();
    m_question->start();
}

void QualityPairRun::cancel()
{
    m_cancelled = true;
    if (m_judge)
        m_judge->cancel();
    else if (m_question)
        m_question->cancel();
}

void QualityPairRun::takeAnswer()
{
    const LaneState &state = m_question->lane(0).state();
    m_pair.answer = state.completion;
    m_pair.cost = state.unpricedAttempts == 0 ? state.cost.amount : std::nullopt;
    m_pair.simulated = state.simulated;
    m_pair.newRunId = m_question->runId();
    m_pair.newLaneId = state.laneId;
    if (state.cost.amount)
        m_spent += *state.cost.amount;
    m_unpriced += state.unpricedAttempts > 0 ? 1 : 0;
    const bool refused = state.status() == LaneStatus::Refused;
    if (refused) {
        m_pair.verdict = QualityVerdict::Worse;
        end(QualityPair::State::Judged, InsightWords::tr("The new target refused to answer."));
    } else if (!isSuccess(state.status()) || !canBeJudged(state.completion)) {
        end(QualityPair::State::Failed,
            state.completion.error ? state.completion.error->message
                                   : InsightWords::tr("The new target gave no whole answer."));
    } else {
        judge();
    }
}

void QualityPairRun::judge()
{
    if (answerMarkOf(m_pair.answer.text) == answerMarkOf(m_pair.stored.text)
        && m_options.judging != QualityJudging::Checks) {
        m_pair.verdict = QualityVerdict::Same;
        end(QualityPair::State::Judged, InsightWords::tr("The answers are the same."));
        return;
    }
    switch (m_options.judging) {
    case QualityJudging::Checks:
        judgeByChecks();
        break;
    case QualityJudging::Model:
        askJudge();
        break;
    case QualityJudging::Blind:
        end(QualityPair::State::Voting);
        break;
    }
}

void QualityPairRun::judgeByChecks()
{
    m_pair.verdict =
        verdictOfChecks(passedChecks(m_options.checks, checkedAnswer(m_pair.stored, m_pair.storedCost)),
                        passedChecks(m_options.checks, checkedAnswer(m_pair.answer, m_pair.cost)));
    end(QualityPair::State::Judged,
        m_pair.verdict ? QString() : InsightWords::tr("A check could not be decided."));
}

void QualityPairRun::askJudge()
{
    Result<std::unique_ptr<JudgeRun>> made =
        JudgeRun::create(m_services.compare, judgeRequestOf(m_pair, m_options, m_pair.answer.text));
    if (!made) {
        end(QualityPair::State::Judged, made.error().message);
        return;
    }
    m_judge = std::move(made).value();
    m_pair.state = QualityPair::State::Judging;
    connect(m_judge.get(), &JudgeRun::finished, this, &QualityPairRun::takeJudgement);
    emit changed();
    m_judge->start();
}

void QualityPairRun::takeJudgement(const Judgement &judgement)
{
    m_spent += judgement.cost;
    m_vote = voteOf(judgement, m_judge->request(), ballotOf(m_pair));
    m_unpriced += judgement.unpriced ? 1 : 0;
    switch (judgement.outcome) {
    case Judgement::Outcome::Best:
        m_pair.verdict = judgement.best == kStoredAnswer ? QualityVerdict::Worse : QualityVerdict::Better;
        break;
    case Judgement::Outcome::Tie:
    case Judgement::Outcome::AllBad:
        m_pair.verdict = QualityVerdict::Same;
        break;
    case Judgement::Outcome::None:
        break;
    }
    end(QualityPair::State::Judged, judgement.remark.isEmpty() ? judgement.reason : judgement.remark);
}

void QualityPairRun::end(QualityPair::State state, const QString &remark)
{
    if (std::exchange(m_ended, true))
        return;
    m_pair.state = state;
    m_pair.remark = remark;
    emit finished();
}

} // namespace core
