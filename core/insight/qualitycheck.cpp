#include "core/insight/qualitycheck.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/base/onworker.h"
#include "core/compare/callplan.h"
#include "core/compare/comparison.h"
#include "core/compare/runestimate.h"
#include "core/insight/insightwords.h"
#include "core/insight/qualitypairrun.h"
#include "core/judging/votestore.h"
#include "core/storage/database.h"

#include <algorithm>

namespace core {

namespace {

/// How far an answer of another model may be from the stored one in length.
constexpr int kLengthFactor = 2;

Error qualityRefusal(const QString &message)
{
    return Error{ErrorKind::InvalidRequest, message};
}

/// What a run of one target will cost.
RunEstimate estimateOf(const CompareServices &services, const CompareRequest &request,
                       std::optional<OutputRange> output)
{
    CallQuestion question;
    question.target = request.targets.constFirst();
    question.messages = messagesOfLane(request, 0);
    question.task = request.task;
    question.tags = request.tags;
    question.source = request.source;
    LaneForecast lane;
    lane.prices = pricesFor(services, question);
    lane.ownOutput = output;
    lane.maxTokens = outputLimitOf(question.target.parameters);
    return estimateRun({lane}, estimateInputTokens(question.messages));
}

void addEstimate(QualityEstimate &sum, const RunEstimate &run)
{
    sum.low += run.low;
    sum.high += run.high;
    sum.unpriced += run.unpricedLanes;
}

/// One pair with its judge.
QualityEstimate estimatePair(const CompareServices &services, const QualityPair &pair,
                             const QualityOptions &options)
{
    QualityEstimate estimate{.pairs = 1};
    std::optional<OutputRange> output;
    if (const std::optional<qint64> stored = pair.stored.usage.output)
        output = OutputRange{*stored / kLengthFactor, *stored * kLengthFactor};
    if (pair.newRunId == 0)
        addEstimate(estimate, estimateOf(services, requestOf(pair, options), output));
    if (options.judging != QualityJudging::Model || !options.judge)
        return estimate;
    const QList<CompareRequest> judges = JudgeRun::requests(judgeRequestOf(pair, options, pair.stored.text));
    for (const CompareRequest &judge : judges)
        addEstimate(estimate, estimateOf(services, judge, std::nullopt));
    return estimate;
}

Vote blindVoteOf(const QualityPair &pair)
{
    Vote vote;
    vote.runId = pair.newRunId;
    vote.kind = pair.verdict == QualityVerdict::Same ? VoteKind::Tie : VoteKind::Best;
    vote.blind = true;
    vote.lanes = ballotOf(pair);
    vote.lanes.first().won = pair.verdict == QualityVerdict::Worse;
    vote.lanes.last().won = pair.verdict == QualityVerdict::Better;
    return vote;
}

bool isWaiting(const QualityPair &pair)
{
    return pair.state == QualityPair::State::Waiting;
}

} // namespace

QualityCheck::QualityCheck(const QualityServices &services, const BacktestResult &backtest,
                           const RuleSet &rules, const QualityOptions &options, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_backtest(backtest)
    , m_rules(rules)
    , m_options(options)
    , m_budget(options.maxCost, Money())
{
}

QualityCheck::~QualityCheck()
{
    qDeleteAll(m_runs);
}

void QualityCheck::prepare()
{
    const auto read = [path = m_services.database.filePath(), backtest = m_backtest, rules = m_rules,
                       pairs = m_options.pairs, seed = m_options.seed]() -> Result<QualitySample> {
        const Result<std::unique_ptr<Connection>> connection =
            Connection::open(path, Connection::Mode::ReadOnly);
        if (!connection)
            return connection.error();
        return readQualityPairs(**connection, backtest, drawStrata(backtest, pairs, seed), rules, seed);
    };
    continued(onWorker(read), this, [this](const Result<QualitySample> &sample) {
        if (sample)
            adopt(*sample);
        else
            emit failed(sample.error());
    });
}

void QualityCheck::adopt(const QualitySample &sample)
{
    m_pairs = sample.pairs;
    m_leftOut = sample.leftOut;
    m_state = m_pairs.isEmpty() ? State::Finished : State::Paused;
    emit prepared();
}

QualityEstimate QualityCheck::estimate() const
{
    QualityEstimate sum;
    for (const QualityPair &pair : m_pairs) {
        if (!isWaiting(pair))
            continue;
        const QualityEstimate one = estimatePair(m_services.compare, pair, m_options);
        sum.pairs += one.pairs;
        sum.low += one.low;
        sum.high += one.high;
        sum.unpriced += one.unpriced;
    }
    return sum;
}

QualityResult QualityCheck::result() const
{
    QualityResult result = qualityOf(m_pairs, m_backtest);
    result.spent = m_budget.spent();
    result.unpriced = m_unpriced;
    return result;
}

Result<void> QualityCheck::start()
{
    if (m_state != State::Paused)
        return qualityRefusal(InsightWords::tr("There is nothing to start."));
    if (m_options.judging == QualityJudging::Checks) {
        const auto isJudge = [](const Check &check) { return check.kind == CheckKind::Judge; };
        if (m_options.checks.isEmpty()
            || std::any_of(m_options.checks.cbegin(), m_options.checks.cend(), isJudge))
            return qualityRefusal(InsightWords::tr("Choose checks that need no judge model."));
    }
    if (m_options.judging == QualityJudging::Model) {
        if (!m_options.judge)
            return qualityRefusal(InsightWords::tr("Choose a judge model."));
        if (const Result<void> possible = canAsk(m_services.compare, m_options.judge->name); !possible)
            return possible;
    }
    m_stop = Stop::None;
    setState(State::Running);
    pump();
    return {};
}

void QualityCheck::pause()
{
    if (m_state != State::Running)
        return;
    setState(State::Pausing);
    settle();
}

void QualityCheck::cancel()
{
    pause();
    const QList<QualityPairRun *> running = m_runs;
    for (QualityPairRun *run : running)
        run->cancel();
}

void QualityCheck::vote(int place, QualityVerdict verdict)
{
    if (place < 0 || place >= m_pairs.size() || m_options.judging != QualityJudging::Blind)
        return;
    QualityPair &pair = m_pairs[place];
    if (pair.state != QualityPair::State::Voting && pair.state != QualityPair::State::Judged)
        return;
    if (pair.newRunId == 0)
        return;
    pair.verdict = verdict;
    pair.state = QualityPair::State::Judged;
    castVote(blindVoteOf(pair));
    emit pairChanged(place);
    settle();
}

Money QualityCheck::reserveFor(const QualityPair &pair) const
{
    return estimatePair(m_services.compare, pair, m_options).high;
}

void QualityCheck::pump()
{
    while (m_state == State::Running && m_runs.size() < std::max(m_options.atOnce, 1)) {
        const auto next = std::find_if(m_pairs.cbegin(), m_pairs.cend(), isWaiting);
        if (next == m_pairs.cend())
            break;
        const Money reserve = reserveFor(*next);
        if (!m_budget.fits(reserve)) {
            m_stop = Stop::MaxCost;
            setState(State::Pausing);
            break;
        }
        begin(static_cast<int>(next - m_pairs.cbegin()), reserve);
    }
    settle();
}

void QualityCheck::begin(int place, Money reserve)
{
    m_budget.reserve(reserve);
    QualityPair &pair = m_pairs[place];
    auto *run = new QualityPairRun(m_services, m_options, place, pair, reserve, this);
    pair.state = QualityPair::State::Asking;
    m_runs.append(run);
    connect(run, &QualityPairRun::changed, this, [this, run] {
        m_pairs[run->place()].state = run->pair().state;
        emit pairChanged(run->place());
    });
    // A run that ends at once must not end within pump().
    connect(
        run, &QualityPairRun::finished, this, [this, run] { noteEnd(run); }, Qt::QueuedConnection);
    run->start();
}

void QualityCheck::noteEnd(QualityPairRun *run)
{
    m_runs.removeOne(run);
    run->deleteLater();
    m_budget.settle(run->reserved(), run->spent());
    m_unpriced += run->unpriced();
    QualityPair pair = run->pair();
    if (run->wasCancelled() && pair.state != QualityPair::State::Voting) {
        pair.state = QualityPair::State::Waiting;
        pair.remark.clear();
        if (!isSuccess(pair.answer.status))
            pair.newRunId = 0;
    }
    m_pairs[run->place()] = pair;
    if (run->vote())
        castVote(*run->vote());
    emit pairChanged(run->place());
    pump();
}

void QualityCheck::castVote(const Vote &vote)
{
    if (!m_services.votes)
        return;
    continued(m_services.votes->cast(vote), this, [](const Result<CastVote> &cast) {
        if (!cast)
            qCWarning(logLedger) << "a verdict of a quality check was not kept:" << cast.error().message;
    });
}

void QualityCheck::settle()
{
    if (!m_runs.isEmpty() || m_state == State::Preparing)
        return;
    const auto isIn = [this](QualityPair::State state) {
        return std::any_of(m_pairs.cbegin(), m_pairs.cend(),
                           [state](const QualityPair &pair) { return pair.state == state; });
    };
    if (isIn(QualityPair::State::Waiting))
        setState(State::Paused);
    else
        setState(isIn(QualityPair::State::Voting) ? State::Voting : State::Finished);
}

void QualityCheck::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace core
