#include "core/net/providerclient.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

class ProviderClientTest : public QObject
{
    Q_OBJECT

private slots:
    void manyRequestsToOneHostRunAtOnce();
    void getsAPlainAnswerWithItsStatus();
    void aSilentHostEndsByTheLimit();
    void closingTheClientKeepsEveryPromise();
    void warmConnectionsAreUsed();

private:
    static Result<HttpAnswer> wait(QFuture<Result<HttpAnswer>> future);

    SystemClock m_clock;
};

Result<HttpAnswer> ProviderClientTest::wait(QFuture<Result<HttpAnswer>> future)
{
    QFutureWatcher<Result<HttpAnswer>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcher<Result<HttpAnswer>>::finished);
    watcher.setFuture(future);
    if (!future.isFinished())
        finished.wait(10'000);
    return future.result();
}

void ProviderClientTest::manyRequestsToOneHostRunAtOnce()
{
    constexpr int kLanes = 32;
    test::FakeProvider provider;
    test::Script slow = test::completion({QStringLiteral("x")});
    slow.prepend(test::delay(300ms));
    provider.onModel(QStringLiteral("fake-model"), QList<test::Script>{slow});
    ProviderClient client(m_clock);
    std::vector<std::unique_ptr<ChatStream>> streams;
    int done = 0;
    for (int index = 0; index < kLanes; ++index) {
        ChatJob job;
        job.endpoint.accountId = 1;
        job.endpoint.baseUrl = provider.baseUrl();
        job.request.model = QStringLiteral("fake-model");
        job.request.messages = {{Role::User, QStringLiteral("Hello")}};
        job.dispatchedNs = m_clock.monotonicNs();
        streams.push_back(client.send(job));
        connect(streams.back().get(), &ChatStream::finished, this, [&done](const AttemptEnd &end) {
            done += end.completion.status == LaneStatus::Complete ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, kLanes, 20'000);
    QCOMPARE(provider.peakRequests(), kLanes);
}

void ProviderClientTest::getsAPlainAnswerWithItsStatus()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"),
                    QList<test::Script>{test::respond(404, {{"Content-Type", "text/plain"}}, "none")});
    ProviderClient client(m_clock);
    const Result<HttpAnswer> answer =
        wait(client.get({.accountId = 1, .baseUrl = provider.baseUrl()}, QStringLiteral("/models")));
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->body, QByteArray("none"));
    QCOMPARE(provider.lastRequest().method, QByteArray("GET"));
}

void ProviderClientTest::aSilentHostEndsByTheLimit()
{
    test::FakeProvider provider;
    provider.next({test::hang()});
    ProviderClient client(m_clock);
    Endpoint endpoint{.accountId = 1, .baseUrl = provider.baseUrl()};
    endpoint.timeouts.firstToken = 60ms;
    const Result<HttpAnswer> answer = wait(client.get(endpoint, QStringLiteral("/models")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
}

void ProviderClientTest::closingTheClientKeepsEveryPromise()
{
    test::FakeProvider provider;
    provider.next({test::hang()});
    auto client = std::make_unique<ProviderClient>(m_clock);
    const QFuture<Result<HttpAnswer>> future =
        client->get({.accountId = 1, .baseUrl = provider.baseUrl()}, QStringLiteral("/models"));
    QTRY_COMPARE(provider.requestCount(), 1);
    client.reset();
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
}

void ProviderClientTest::warmConnectionsAreUsed()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"), QList<test::Script>{test::respond(200, {}, "{}")});
    ProviderClient client(m_clock);
    const Endpoint endpoint{.accountId = 1, .baseUrl = provider.baseUrl()};
    client.warm(endpoint, 3);
    QTRY_COMPARE(provider.openConnections(), 3);
    QVERIFY(wait(client.get(endpoint, QStringLiteral("/models"))));
    QCOMPARE(provider.connectionsAccepted(), 3);
}

SWITCHYARD_TEST(ProviderClientTest)
#include "tst_providerclient.moc"
