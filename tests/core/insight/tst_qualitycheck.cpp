#include "core/insight/qualitycheck.h"

#include "core/judging/votestore.h"
#include "tests/core/insight/traffic.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

namespace {

const QString kExtract = QStringLiteral("extract");
const QString kNew = QStringLiteral("new-model");
const QString kJudge = QStringLiteral("judge-model");

/// The text of the last message of a request.
QString lastMessage(const HttpRequest &request)
{
    return request.json()[QStringLiteral("messages")].toArray().last()[QStringLiteral("content")].toString();
}

} // namespace

class QualityCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void checksJudgeBothAnswers();
    void theNewTargetIsAskedWhatWasAsked();
    void aJudgeModelSeesBothOrders();
    void aJudgeThatGoesByThePlaceGivesTies();
    void equalAnswersNeedNoJudge();
    void blindVotesAreAwaitedAndKept();
    void aFailedTargetIsNoVerdict();
    void aRefusalIsWorse();
    void theEstimateComesBeforeAnythingIsSent();
    void theCapStopsIt();
    void pausingAwaitsWhatRuns();
    void whatWasCancelledIsAskedAgain();
    void whatCannotStartIsRefused_data();
    void whatCannotStartIsRefused();
    void nothingToDrawIsFinishedAtOnce();

private:
    /// Calls of the old model with these answers, and a back-test that would move them all.
    void tellCalls(const QStringList &answers);
    void answerWith(const QString &text);
    std::unique_ptr<QualityCheck> prepared(const QualityOptions &options);
    void run(QualityCheck &check);
    qint64 count(const QString &sql);
    void setPrice(const QString &model, qint64 output);

    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<VoteStore> m_votes;
    BacktestResult m_backtest;
    RuleSet m_rules;
};

void QualityCheckTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_provider = std::make_unique<test::FakeProvider>();
    m_votes = std::make_unique<VoteStore>(m_bench->ledger.database(), m_bench->clock);
    m_bench->addAccount(QStringLiteral("lab"), m_provider->baseUrl(), false);
    m_rules = RuleSet{.name = QStringLiteral("mine")};
    m_rules.otherwise.chain = test::chainOf({QStringLiteral("lab/new-model")});
    m_backtest = {};
    m_backtest.moves = {{.rule = QStringLiteral("default"),
                         .task = kExtract,
                         .from = test::targetNamed(QStringLiteral("lab/old-model")),
                         .to = test::targetNamed(QStringLiteral("lab/new-model"))}};
}

void QualityCheckTest::cleanup()
{
    m_votes.reset();
    m_bench.reset();
    m_provider.reset();
}

void QualityCheckTest::tellCalls(const QStringList &answers)
{
    for (const QString &text : answers) {
        RunDraft draft;
        draft.prompt = QStringLiteral("Question %1").arg(m_backtest.movedCalls.size());
        draft.system = QStringLiteral("Be brief.");
        draft.task = kExtract;
        draft.lanes = {
            {.accountId = 1, .accountName = QStringLiteral("lab"), .model = QStringLiteral("old-model")}};
        const Result<RunIds> ids = await(m_bench->writer.beginRun(draft));
        QVERIFY(ids);
        AttemptOutcome outcome;
        outcome.completion.status = LaneStatus::Complete;
        outcome.completion.text = text;
        outcome.completion.usage.output = 20;
        outcome.completion.usage.basis = UsageBasis::Reported;
        QVERIFY(await(m_bench->writer.settle(ids->attempts.constFirst(), outcome)));
        m_backtest.movedCalls.append(
            {ids->calls.constFirst(), ids->run, 0, Money::fromPicos(500), std::nullopt});
    }
}

void QualityCheckTest::answerWith(const QString &text)
{
    m_provider->onModel(kNew, QList<test::Script>{test::completion({text})});
}

std::unique_ptr<QualityCheck> QualityCheckTest::prepared(const QualityOptions &options)
{
    auto check = std::make_unique<QualityCheck>(
        QualityServices{m_bench->services(), m_bench->ledger.database(), m_votes.get()}, m_backtest, m_rules,
        options);
    QSignalSpy prepared(check.get(), &QualityCheck::prepared);
    check->prepare();
    if (prepared.isEmpty() && !prepared.wait(10'000))
        qFatal("the pairs were not read");
    return check;
}

void QualityCheckTest::run(QualityCheck &check)
{
    const Result<void> started = check.start();
    if (!started)
        qFatal("%s", qPrintable(started.error().message));
    QTRY_VERIFY_WITH_TIMEOUT(check.state() != QualityCheck::State::Running
                                 && check.state() != QualityCheck::State::Pausing,
                             20'000);
}

qint64 QualityCheckTest::count(const QString &sql)
{
    const Result<qint64> number = await(
        m_bench->ledger.database().read([sql](Connection &connection) { return connection.integer(sql); }));
    return number.valueOr(-1);
}

void QualityCheckTest::setPrice(const QString &model, qint64 output)
{
    PriceOverride price;
    price.model = model;
    price.prices.input = Money::fromPicos(1);
    price.prices.output = Money::fromPicos(output);
    QVERIFY(await(m_bench->overrides.set(price)));
}

void QualityCheckTest::checksJudgeBothAnswers()
{
    tellCalls({QStringLiteral("Paris"), QStringLiteral("Rome"), QStringLiteral("Paris, France")});
    answerWith(QStringLiteral("It is Paris."));
    QualityOptions options;
    options.judging = QualityJudging::Checks;
    options.checks = {parseCheck(QStringLiteral("contains:Paris")).value(),
                      parseCheck(QStringLiteral("not-contains:France")).value()};
    const auto check = prepared(options);
    QCOMPARE(check->pairs().size(), 3);
    run(*check);
    QCOMPARE(check->state(), QualityCheck::State::Finished);
    const QualityRow row = check->result().total;
    QCOMPARE(row.same, 1);
    QCOMPARE(row.better, 2);
    QCOMPARE(row.worse, 0);
    QCOMPARE(row.claim, QualityRow::Claim::TooFew);
}

void QualityCheckTest::theNewTargetIsAskedWhatWasAsked()
{
    tellCalls({QStringLiteral("Old")});
    m_rules.otherwise.chain.targets.first().parameters.temperature = 0.25;
    answerWith(QStringLiteral("New"));
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(m_provider->requestCount(), 1);
    const QJsonObject sent = m_provider->lastRequest().json();
    QCOMPARE(sent.value(QStringLiteral("model")).toString(), kNew);
    QCOMPARE(sent.value(QStringLiteral("temperature")).toDouble(), 0.25);
    const QJsonArray messages = sent.value(QStringLiteral("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0)[QStringLiteral("content")].toString(), QStringLiteral("Be brief."));
    QCOMPARE(messages.at(1)[QStringLiteral("content")].toString(), QStringLiteral("Question 0"));
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM calls WHERE task = 'extract' "
                                  "AND json_extract(tags, '$.quality_check') = '1'")),
             1);
}

void QualityCheckTest::aJudgeModelSeesBothOrders()
{
    tellCalls({QStringLiteral("A short old answer"), QStringLiteral("Another old answer")});
    answerWith(QStringLiteral("The new answer"));
    // Always for the new one, wherever it stands.
    m_provider->onModel(kJudge, [](const HttpRequest &request) {
        const QString prompt = lastMessage(request);
        const bool first =
            prompt.indexOf(QStringLiteral("The new answer")) < prompt.indexOf(QStringLiteral("old answer"));
        return test::completion({first ? QStringLiteral("{\"best\": \"A\", \"reason\": \"clear\"}")
                                       : QStringLiteral("{\"best\": \"B\", \"reason\": \"clear\"}")});
    });
    QualityOptions options;
    options.judge = Target{test::targetNamed(QStringLiteral("lab/judge-model"))};
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->result().total.better, 2);
    QCOMPARE(m_provider->requestCount(), 2 + 4);
    QCOMPARE(check->pairs().constFirst().remark, QStringLiteral("clear"));
    // As votes of the judge, on ballots with both answers.
    QTRY_COMPARE_WITH_TIMEOUT(count(QStringLiteral("SELECT count(*) FROM votes")), 2, 30'000);
    const Result<QList<Vote>> votes = await(m_votes->votes({.judge = QStringLiteral("lab/judge-model")}));
    QVERIFY(votes);
    QCOMPARE(votes->size(), 2);
    QCOMPARE(votes->constFirst().task, kExtract);
    QCOMPARE(votes->constFirst().lanes.size(), 2);
    QCOMPARE(votes->constFirst().lanes.at(votes->constFirst().winner()).target.model, kNew);
}

void QualityCheckTest::aJudgeThatGoesByThePlaceGivesTies()
{
    tellCalls({QStringLiteral("Old")});
    answerWith(QStringLiteral("New"));
    m_provider->onModel(
        kJudge,
        QList<test::Script>{test::completion({QStringLiteral("{\"best\": \"A\", \"reason\": \"\"}")})});
    QualityOptions options;
    options.judge = Target{test::targetNamed(QStringLiteral("lab/judge-model"))};
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->result().total.same, 1);
}

void QualityCheckTest::equalAnswersNeedNoJudge()
{
    tellCalls({QStringLiteral("The  same\nwords")});
    answerWith(QStringLiteral("The same words"));
    QualityOptions options;
    options.judge = Target{test::targetNamed(QStringLiteral("lab/judge-model"))};
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->result().total.same, 1);
    QCOMPARE(m_provider->requestCount(), 1);
}

void QualityCheckTest::blindVotesAreAwaitedAndKept()
{
    tellCalls({QStringLiteral("Old one"), QStringLiteral("Old two"), QStringLiteral("Old three")});
    answerWith(QStringLiteral("New"));
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->state(), QualityCheck::State::Voting);
    QCOMPARE(check->result().total.judged(), 0);
    check->vote(0, QualityVerdict::Better);
    check->vote(1, QualityVerdict::Worse);
    QCOMPARE(check->state(), QualityCheck::State::Voting);
    check->vote(2, QualityVerdict::Better);
    QCOMPARE(check->state(), QualityCheck::State::Finished);
    // Thought better of.
    check->vote(2, QualityVerdict::Same);
    check->vote(99, QualityVerdict::Same);
    QCOMPARE(check->result().total.better, 1);
    QCOMPARE(check->result().total.same, 1);
    QCOMPARE(check->result().total.worse, 1);
    QTRY_COMPARE_WITH_TIMEOUT(count(QStringLiteral("SELECT count(*) FROM votes WHERE kind = 'tie'")), 1,
                              30'000);
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM votes WHERE judge = '' AND blind = 1")), 3);
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM vote_lanes WHERE won = 1 AND model = 'new-model'")),
             1);
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM vote_lanes WHERE won = 1 AND model = 'old-model'")),
             1);
}

void QualityCheckTest::aFailedTargetIsNoVerdict()
{
    tellCalls({QStringLiteral("Old")});
    m_provider->onModel(kNew,
                        QList<test::Script>{test::respondJson(
                            400,
                            {{QStringLiteral("error"),
                              QJsonObject{{QStringLiteral("message"), QStringLiteral("No such thing")}}}})});
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->state(), QualityCheck::State::Finished);
    QCOMPARE(check->result().total.failed, 1);
    QCOMPARE(check->result().total.judged(), 0);
    QCOMPARE(check->result().unpriced, 0); // an error instead of an answer costs nothing
    QVERIFY(check->pairs().constFirst().remark.contains(QStringLiteral("No such thing")));
    check->vote(0, QualityVerdict::Better);
    QCOMPARE(check->result().total.judged(), 0);
}

void QualityCheckTest::aRefusalIsWorse()
{
    tellCalls({QStringLiteral("Old")});
    m_provider->onModel(
        kNew,
        QList<test::Script>{test::chunkedSse(
            {test::sseEvent(QJsonObject{{QStringLiteral("choices"),
                                         QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                                                {QStringLiteral("delta"), QJsonObject()},
                                                                {QStringLiteral("finish_reason"),
                                                                 QStringLiteral("content_filter")}}}}}),
             test::sseDone()})});
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->result().total.worse, 1);
}

void QualityCheckTest::theEstimateComesBeforeAnythingIsSent()
{
    tellCalls({QStringLiteral("Old"), QStringLiteral("Old")});
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto unknown = prepared(options);
    QCOMPARE(unknown->estimate().unpriced, 2);
    setPrice(kNew, 1'000);
    const auto check = prepared(options);
    const QualityEstimate estimate = check->estimate();
    QCOMPARE(estimate.pairs, 2);
    QCOMPARE(estimate.unpriced, 0);
    // In: 9 and 10 characters, 3 + 3 tokens at 1. Out: half and twice the 20 tokens of the stored answer.
    QCOMPARE(estimate.low, Money::fromPicos(2 * (6 + 10 * 1'000)));
    QCOMPARE(estimate.high, Money::fromPicos(2 * (6 + 40 * 1'000)));
    QCOMPARE(m_provider->requestCount(), 0);
}

void QualityCheckTest::theCapStopsIt()
{
    tellCalls({QStringLiteral("Old"), QStringLiteral("Old"), QStringLiteral("Old")});
    setPrice(kNew, 1'000);
    answerWith(QStringLiteral("New"));
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    options.atOnce = 1;
    // Reserved for each: 40,006; what the first one cost: 10 + 1,000.
    options.maxCost = Money::fromPicos(41'000);
    const auto check = prepared(options);
    run(*check);
    QCOMPARE(check->lastStop(), QualityCheck::Stop::MaxCost);
    QCOMPARE(check->state(), QualityCheck::State::Paused);
    QCOMPARE(m_provider->requestCount(), 1);
    QCOMPARE(check->result().spent, Money::fromPicos(1'010));

    QualityOptions nothing = options;
    nothing.maxCost = Money::fromPicos(40'005);
    const int before = m_provider->requestCount();
    const auto none = prepared(nothing);
    run(*none);
    QCOMPARE(m_provider->requestCount(), before);
}

void QualityCheckTest::pausingAwaitsWhatRuns()
{
    tellCalls({QStringLiteral("Old"), QStringLiteral("Old")});
    answerWith(QStringLiteral("New"));
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    options.atOnce = 1;
    const auto check = prepared(options);
    QVERIFY(check->start());
    check->pause();
    QCOMPARE(check->state(), QualityCheck::State::Pausing);
    QTRY_COMPARE_WITH_TIMEOUT(check->state(), QualityCheck::State::Paused, 30'000);
    QCOMPARE(m_provider->requestCount(), 1);
    run(*check);
    QCOMPARE(m_provider->requestCount(), 2);
    QCOMPARE(check->state(), QualityCheck::State::Voting);
}

void QualityCheckTest::whatWasCancelledIsAskedAgain()
{
    tellCalls({QStringLiteral("Old")});
    m_provider->onModel(
        kNew, QList<test::Script>{test::openSse({test::hang()}), test::completion({QStringLiteral("New")})});
    QualityOptions options;
    options.judging = QualityJudging::Blind;
    const auto check = prepared(options);
    QVERIFY(check->start());
    QTRY_COMPARE_WITH_TIMEOUT(m_provider->requestCount(), 1, 30'000);
    check->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(check->state(), QualityCheck::State::Paused, 30'000);
    QCOMPARE(check->pairs().constFirst().state, QualityPair::State::Waiting);
    run(*check);
    QCOMPARE(check->state(), QualityCheck::State::Voting);
    QCOMPARE(check->pairs().constFirst().answer.text, QStringLiteral("New"));
}

void QualityCheckTest::whatCannotStartIsRefused_data()
{
    QTest::addColumn<QualityJudging>("judging");
    QTest::addColumn<QString>("judge");
    QTest::addColumn<QStringList>("checks");
    QTest::newRow("no judge") << QualityJudging::Model << QString() << QStringList();
    QTest::newRow("a judge that is not there")
        << QualityJudging::Model << QStringLiteral("gone/judge") << QStringList();
    QTest::newRow("no checks") << QualityJudging::Checks << QString() << QStringList();
    QTest::newRow("a check that wants a judge")
        << QualityJudging::Checks << QString() << QStringList{QStringLiteral("judge:rubric.md")};
}

void QualityCheckTest::whatCannotStartIsRefused()
{
    QFETCH(const QualityJudging, judging);
    QFETCH(const QString, judge);
    QFETCH(const QStringList, checks);
    tellCalls({QStringLiteral("Old")});
    QualityOptions options;
    options.judging = judging;
    if (!judge.isEmpty())
        options.judge = Target{test::targetNamed(judge)};
    for (const QString &text : checks)
        options.checks.append(parseCheck(text).value());
    const auto check = prepared(options);
    const Result<void> started = check->start();
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(check->state(), QualityCheck::State::Paused);
    QCOMPARE(m_provider->requestCount(), 0);
}

void QualityCheckTest::nothingToDrawIsFinishedAtOnce()
{
    const auto check = prepared({});
    QCOMPARE(check->state(), QualityCheck::State::Finished);
    QVERIFY(check->pairs().isEmpty());
    QVERIFY(!check->start());
}

SWITCHYARD_TEST(QualityCheckTest)
#include "tst_qualitycheck.moc"
