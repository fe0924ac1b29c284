#include "core/compare/comparison.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QString kLaneModel = QStringLiteral("m");

test::Script good(const QString &text = QStringLiteral("fine"))
{
    return test::completion({text}, kLaneModel);
}

test::Script rateLimited(const QByteArray &retryAfter)
{
    return test::respondJson(
        429,
        {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), QStringLiteral("slow down")}}}},
        {{"Retry-After", retryAfter}});
}

test::Script rejecting(const QString &sentence)
{
    return test::respondJson(400,
                             {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), sentence}}}});
}

} // namespace

/// A lane's own decisions: retries, resends, restarts, estimates.
class LaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRateLimitIsWaitedForAndEveryAttemptIsVisible();
    void aRateLimitWithoutATimeIsNotRetried();
    void tryNowCutsTheWaitShort();
    void cancellingWhileWaitingEndsTheLane();
    void noMoreAttemptsThanTheBudget();
    void streamOptionsAreDroppedOnceAndRemembered();
    void theTokenLimitsFieldIsSwappedOnceAndRemembered();
    void otherBadRequestsAreNotResent();
    void aStoppedAnswerIsEstimatedAndSaysSo();
    void anotherModelsAnswerIsNoticed();
    void aDatedAliasIsTheSameModel();
    void aRestartIsANewCallOfTheSameLane();
    void aSwapChangesTheTarget();
    void aLostWarmConnectionIsTriedOnceMore();
    void theTotalLimitCountsTheWaiting();

private:
    Lane &lane() { return m_run->lane(0); }
    void make(const CompareRequest &request);
    void makeFor(const QString &model, std::chrono::milliseconds limit = 0ms,
                 const ChatParameters &parameters = {});
    bool finish();
    QList<AttemptRecord> attempts();

    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<Comparison> m_run;
};

void LaneTest::init()
{
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench = std::make_unique<test::Workbench>();
    m_bench->addAccount(QStringLiteral("fake"), m_provider->baseUrl());
}

void LaneTest::cleanup()
{
    m_run.reset();
    m_bench.reset();
    m_provider.reset();
}

void LaneTest::make(const CompareRequest &request)
{
    Result<std::unique_ptr<Comparison>> run = Comparison::create(m_bench->services(), request);
    QVERIFY(run);
    m_run = std::move(run).value();
}

void LaneTest::makeFor(const QString &model, std::chrono::milliseconds limit,
                       const ChatParameters &parameters)
{
    CompareRequest request;
    request.prompt = QStringLiteral("Hello there");
    request.targets = {{{QStringLiteral("fake"), model}, parameters}};
    request.totalLimit = limit;
    make(request);
}

bool LaneTest::finish()
{
    QSignalSpy finished(m_run.get(), &Comparison::finished);
    if (m_run->runId() == 0)
        m_run->start();
    return finished.wait(20'000);
}

QList<AttemptRecord> LaneTest::attempts()
{
    Result<QList<AttemptRecord>> list = test::await(m_bench->reader.attempts({}));
    if (!list)
        return {};
    QList<AttemptRecord> oldestFirst = *list;
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    return oldestFirst;
}

void LaneTest::aRateLimitIsWaitedForAndEveryAttemptIsVisible()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rateLimited("1"), good()});
    makeFor(kLaneModel);
    QSignalSpy changed(&lane(), &Lane::changed);
    bool waited = false;
    connect(&lane(), &Lane::changed, this, [&] { waited = waited || lane().state().waiting.has_value(); });
    QVERIFY(finish());
    QVERIFY(waited);
    QCOMPARE(lane().state().status(), LaneStatus::Complete);
    QCOMPARE(lane().state().attempts, 2);
    const QList<AttemptRecord> rows = attempts();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].completion.error->kind, ErrorKind::RateLimited);
    QCOMPARE(rows[0].callId, rows[1].callId);
    QCOMPARE(rows[1].number, 2);
    QCOMPARE(rows[1].completion.status, LaneStatus::Complete);
}

void LaneTest::aRateLimitWithoutATimeIsNotRetried()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rejecting(QStringLiteral("x"))});
    m_provider->next(test::respondJson(429, {{QStringLiteral("error"), QStringLiteral("too many")}}));
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Failed);
    QCOMPARE(m_provider->requestCount(), 1);
}

void LaneTest::tryNowCutsTheWaitShort()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rateLimited("50"), good()});
    makeFor(kLaneModel);
    connect(&lane(), &Lane::changed, this, [this] {
        if (lane().state().waiting)
            QTimer::singleShot(50, &lane(), &Lane::tryNow);
    });
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Complete);
}

void LaneTest::cancellingWhileWaitingEndsTheLane()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rateLimited("50"), good()});
    makeFor(kLaneModel);
    connect(&lane(), &Lane::changed, this, [this] {
        if (lane().state().waiting)
            QTimer::singleShot(0, &lane(), &Lane::cancel);
    });
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Cancelled);
    QCOMPARE(m_provider->requestCount(), 1);
    for (const AttemptRecord &row : attempts())
        QVERIFY(row.settledAtMs.has_value());
}

void LaneTest::noMoreAttemptsThanTheBudget()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rateLimited("0")});
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Failed);
    QCOMPARE(m_provider->requestCount(), 3);
    QCOMPARE(attempts().size(), 3);
}

void LaneTest::streamOptionsAreDroppedOnceAndRemembered()
{
    m_provider->onModel(kLaneModel, [](const HttpRequest &request) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return body.contains(QStringLiteral("stream_options"))
            ? rejecting(QStringLiteral("Unknown parameter: stream_options"))
            : good();
    });
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Complete);
    QCOMPARE(m_provider->requestCount(), 2);
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().attempts, 1);
    QCOMPARE(m_provider->requestCount(), 3);
}

void LaneTest::theTokenLimitsFieldIsSwappedOnceAndRemembered()
{
    m_provider->onModel(kLaneModel, [](const HttpRequest &request) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return body.contains(QStringLiteral("max_tokens")) ? rejecting(QStringLiteral(
                   "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."))
                                                           : good();
    });
    ChatParameters parameters;
    parameters.maxTokens = 100;
    makeFor(kLaneModel, 0ms, parameters);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Complete);
    const QJsonObject body = QJsonDocument::fromJson(m_provider->lastRequest().body).object();
    QCOMPARE(body.value(QStringLiteral("max_completion_tokens")).toInt(), 100);
    QVERIFY(m_bench->notes.has(lane().state().accountId, kLaneModel, DialectNote::SwapMaxTokens));
}

void LaneTest::otherBadRequestsAreNotResent()
{
    m_provider->onModel(kLaneModel,
                        QList<test::Script>{rejecting(QStringLiteral("messages must alternate"))});
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(m_provider->requestCount(), 1);
    QCOMPARE(lane().state().completion.error->kind, ErrorKind::InvalidRequest);
    QCOMPARE(lane().state().completion.error->message, QStringLiteral("messages must alternate"));
}

void LaneTest::aStoppedAnswerIsEstimatedAndSaysSo()
{
    const QJsonObject part{
        {QStringLiteral("choices"),
         QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                {QStringLiteral("delta"),
                                 QJsonObject{{QStringLiteral("content"), QStringLiteral("a few words")}}}}}}};
    m_provider->onModel(kLaneModel, QList<test::Script>{test::openSse({test::sseEvent(part), test::hang()})});
    makeFor(kLaneModel);
    connect(&lane(), &Lane::appended, &lane(), &Lane::cancel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Cancelled);
    QCOMPARE(lane().state().completion.text, QStringLiteral("a few words"));
    const Usage usage = lane().state().completion.usage;
    QCOMPARE(usage.basis, UsageBasis::Estimated);
    QVERIFY(*usage.output > 0);
    // No price is known for it, so the cost is unknown and not zero.
    QVERIFY(!lane().state().cost.amount.has_value());
    QCOMPARE(lane().state().cost.basis, CostBasis::Unknown);
}

void LaneTest::anotherModelsAnswerIsNoticed()
{
    m_provider->onModel(
        kLaneModel,
        QList<test::Script>{test::completion({QStringLiteral("x")}, QStringLiteral("other-model"))});
    makeFor(kLaneModel);
    QVERIFY(finish());
    QVERIFY(lane().state().otherModelAnswered);
}

void LaneTest::aDatedAliasIsTheSameModel()
{
    m_provider->onModel(QStringLiteral("gpt-4o-mini"),
                        QList<test::Script>{test::completion({QStringLiteral("x")},
                                                             QStringLiteral("gpt-4o-mini-2024-07-18"))});
    makeFor(QStringLiteral("gpt-4o-mini"));
    QVERIFY(finish());
    QVERIFY(!lane().state().otherModelAnswered);
    QCOMPARE(lane().state().completion.modelAnswered, QStringLiteral("gpt-4o-mini-2024-07-18"));
}

void LaneTest::aRestartIsANewCallOfTheSameLane()
{
    m_provider->onModel(kLaneModel,
                        QList<test::Script>{test::respondJson(500, {}), good(QStringLiteral("second try"))});
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Failed);
    const qint64 firstCall = lane().state().callId;
    QVERIFY(lane().restart());
    QVERIFY(finish());
    QCOMPARE(lane().state().completion.text, QStringLiteral("second try"));
    QVERIFY(lane().state().callId != firstCall);
    const Result<RunRecord> record = test::await(m_bench->reader.run(m_run->runId()));
    QVERIFY(record);
    QCOMPARE(record->lanes.size(), 1);
    QCOMPARE(record->lanes.at(0).latest.completion.text, QStringLiteral("second try"));
    QCOMPARE(attempts().size(), 2);
}

void LaneTest::aSwapChangesTheTarget()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{good()});
    m_provider->onModel(
        QStringLiteral("n"),
        QList<test::Script>{test::completion({QStringLiteral("from n")}, QStringLiteral("n"))});
    makeFor(kLaneModel);
    QVERIFY(finish());
    QVERIFY(lane().restart(Target{{QStringLiteral("fake"), QStringLiteral("n")}}));
    QVERIFY(finish());
    QCOMPARE(lane().state().completion.text, QStringLiteral("from n"));
    QCOMPARE(m_run->record().lanes.at(0).latest.model, QStringLiteral("n"));
}

void LaneTest::aLostWarmConnectionIsTriedOnceMore()
{
    m_provider->onModel(
        kLaneModel, QList<test::Script>{good(), test::Script{test::close()}, good(QStringLiteral("again"))});
    makeFor(kLaneModel);
    QVERIFY(finish());
    makeFor(kLaneModel);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Complete);
    QCOMPARE(lane().state().completion.text, QStringLiteral("again"));
    QCOMPARE(lane().state().attempts, 2);
    QCOMPARE(m_provider->requestCount(), 3);
}

void LaneTest::theTotalLimitCountsTheWaiting()
{
    m_provider->onModel(kLaneModel, QList<test::Script>{rateLimited("5"), good()});
    makeFor(kLaneModel, 300ms);
    QVERIFY(finish());
    QCOMPARE(lane().state().status(), LaneStatus::Failed);
    QCOMPARE(lane().state().completion.error->kind, ErrorKind::RateLimited);
    QCOMPARE(m_provider->requestCount(), 1);
}

SWITCHYARD_TEST(LaneTest)
#include "tst_lane.moc"
