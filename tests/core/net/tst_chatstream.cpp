#include "core/net/providerclient.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QByteArray kKey = "sk-secret-key-of-the-test";

QJsonObject delta(const QString &text)
{
    return {
        {QStringLiteral("model"), QStringLiteral("fake-model")},
        {QStringLiteral("choices"),
         QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                {QStringLiteral("delta"), QJsonObject{{QStringLiteral("content"), text}}}}}}};
}

} // namespace

class ChatStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void streamsACompletion();
    void sendsTheKeyAndTheExtraHeaders();
    void stampsComeInOrder();
    void aWarmConnectionHasNoConnectedStamp();
    void splitsAtEveryByteChangeNothing();
    void readsAGzippedStream();
    void readsAStreamThatOnlyClosingEnds();
    void readsAWholeAnswerFromAnEndpointThatIgnoresStreaming();
    void aCutStreamIsInterruptedAndKeepsItsText();
    void aStallEndsByTheIdleLimit();
    void silenceEndsByTheFirstTokenLimit();
    void theTotalLimitEndsALongStream();
    void cancellingClosesTheSocketAndKeepsTheText();
    void destroyingAbortsSilently();
    void aResetBeforeTheAnswerIsSentOnce();
    void errorAnswersKeepTheProvidersWords();
    void aWebPageIsNoAnswer();
    void refusesARedirectToAnotherHost_data();
    void refusesARedirectToAnotherHost();
    void followsATemporaryRedirectWithinTheHost();
    void refusedAndUnknownHostsSaySo();
    void selfSignedCertificatesNeedTheirCaFile();
    void aProxyCarriesRemoteHostsButNeverLoopback();
    void aDeadProxyIsNamed();
    void theKeyIsNotInAnyError();

private:
    ChatJob job(const QUrl &baseUrl) const;
    AttemptEnd finish(ChatStream &stream);
    AttemptEnd ask(const ChatJob &job);

    SystemClock m_clock;
};

ChatJob ChatStreamTest::job(const QUrl &baseUrl) const
{
    ChatJob job;
    job.endpoint.accountId = 1;
    job.endpoint.baseUrl = baseUrl;
    job.endpoint.key = QString::fromUtf8(kKey);
    job.request.model = QStringLiteral("fake-model");
    job.request.messages = {{Role::User, QStringLiteral("Hello")}};
    job.dispatchedNs = m_clock.monotonicNs();
    return job;
}

AttemptEnd ChatStreamTest::finish(ChatStream &stream)
{
    QSignalSpy finished(&stream, &ChatStream::finished);
    if (!finished.wait(20'000))
        return {};
    return finished.first().first().value<AttemptEnd>();
}

AttemptEnd ChatStreamTest::ask(const ChatJob &job)
{
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job);
    return finish(*stream);
}

void ChatStreamTest::streamsACompletion()
{
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("Hel"), QStringLiteral("lo "), QStringLiteral("you")}));
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job(provider.baseUrl()));
    QString shown;
    connect(stream.get(), &ChatStream::progressed, this,
            [&shown](const ChatProgress &progress) { shown += progress.text; });
    const Completion completion = finish(*stream).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("Hello you"));
    QCOMPARE(shown, completion.text);
    QCOMPARE(completion.finishReason, QStringLiteral("stop"));
    QCOMPARE(completion.usage.basis, UsageBasis::Reported);
    const QJsonObject body = QJsonDocument::fromJson(provider.lastRequest().body).object();
    QCOMPARE(body.value(QStringLiteral("model")).toString(), QStringLiteral("fake-model"));
    QVERIFY(body.value(QStringLiteral("stream")).toBool());
    QVERIFY(!body.contains(QStringLiteral("temperature")));
}

void ChatStreamTest::sendsTheKeyAndTheExtraHeaders()
{
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("x")}));
    ChatJob wanted = job(provider.baseUrl());
    wanted.endpoint.headers = {{"X-Title", "bench"}};
    ask(wanted);
    QCOMPARE(provider.lastRequest().header("authorization"), "Bearer " + kKey);
    QCOMPARE(provider.lastRequest().header("x-title"), QByteArray("bench"));
    QCOMPARE(provider.lastRequest().header("cookie"), QByteArray());
}

void ChatStreamTest::stampsComeInOrder()
{
    test::FakeProvider provider;
    provider.next(
        test::chunkedSse({test::delay(20ms), test::sseEvent(delta(QStringLiteral("a"))), test::delay(20ms),
                          test::sseEvent(delta(QStringLiteral("b"))), test::sseDone()}));
    const Timing timing = ask(job(provider.baseUrl())).completion.timing;
    QVERIFY(timing.connected && timing.headers && timing.firstText && timing.last);
    QVERIFY(*timing.connected <= *timing.headers);
    QVERIFY(*timing.headers <= *timing.firstText);
    QVERIFY(*timing.firstText < *timing.last);
    QVERIFY(!timing.firstReasoning);
}

void ChatStreamTest::aWarmConnectionHasNoConnectedStamp()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("fake-model"),
                     QList<test::Script>{test::completion({QStringLiteral("x")})});
    ProviderClient client(m_clock);
    // Qt opens one connection more now and then, which then has its stamp.
    int warm = 0;
    for (int count = 0; count < 6; ++count) {
        const int before = provider.connectionsAccepted();
        const std::unique_ptr<ChatStream> stream = client.send(job(provider.baseUrl()));
        const bool stamped = finish(*stream).completion.timing.connected.has_value();
        QCOMPARE(stamped, provider.connectionsAccepted() > before);
        warm += stamped ? 0 : 1;
    }
    QVERIFY2(warm >= 4, qPrintable(QStringLiteral("%1 of 5 were warm").arg(warm)));
}

void ChatStreamTest::splitsAtEveryByteChangeNothing()
{
    test::FakeProvider provider;
    const QByteArray stream =
        "data: " + QJsonDocument(delta(QStringLiteral("Grüße 你好 🚂"))).toJson(QJsonDocument::Compact)
        + "\r\n\r\ndata: [DONE]\r\n\r\n";
    provider.next(test::chunkedSse(test::split(stream, 1)));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("Grüße 你好 🚂"));
}

void ChatStreamTest::readsAGzippedStream()
{
    test::FakeProvider provider;
    const QByteArray stream =
        "data: " + QJsonDocument(delta(QStringLiteral("packed"))).toJson(QJsonDocument::Compact)
        + "\n\ndata: [DONE]\n\n";
    provider.next(test::gzippedSse(stream, 7));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("packed"));
}

void ChatStreamTest::readsAStreamThatOnlyClosingEnds()
{
    test::FakeProvider provider;
    provider.next(
        test::closeDelimitedSse({test::sseEvent(delta(QStringLiteral("open end"))), test::sseDone()}));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("open end"));
}

void ChatStreamTest::readsAWholeAnswerFromAnEndpointThatIgnoresStreaming()
{
    test::FakeProvider provider;
    const QJsonObject message{{QStringLiteral("content"), QStringLiteral("all at once")}};
    provider.next(test::respondJson(
        200,
        {{QStringLiteral("choices"),
          QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                 {QStringLiteral("message"), message},
                                 {QStringLiteral("finish_reason"), QStringLiteral("stop")}}}}}));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("all at once"));
    QVERIFY(completion.timing.firstText.has_value());
}

void ChatStreamTest::aCutStreamIsInterruptedAndKeepsItsText()
{
    test::FakeProvider provider;
    provider.next(test::openSse(
        {test::sseEvent(delta(QStringLiteral("half an ans"))), test::delay(20ms), test::close()}));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Interrupted);
    QCOMPARE(completion.text, QStringLiteral("half an ans"));
}

void ChatStreamTest::aStallEndsByTheIdleLimit()
{
    test::FakeProvider provider;
    provider.next(test::openSse({test::sseEvent(delta(QStringLiteral("then nothing"))), test::hang()}));
    ChatJob wanted = job(provider.baseUrl());
    wanted.endpoint.timeouts.idle = 80ms;
    const Completion completion = ask(wanted).completion;
    QCOMPARE(completion.status, LaneStatus::Interrupted);
    QCOMPARE(completion.error->kind, ErrorKind::Timeout);
    QCOMPARE(completion.text, QStringLiteral("then nothing"));
}

void ChatStreamTest::silenceEndsByTheFirstTokenLimit()
{
    test::FakeProvider provider;
    provider.next({test::hang()});
    ChatJob wanted = job(provider.baseUrl());
    wanted.endpoint.timeouts.firstToken = 80ms;
    const Completion completion = ask(wanted).completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QCOMPARE(completion.error->kind, ErrorKind::Timeout);
}

void ChatStreamTest::theTotalLimitEndsALongStream()
{
    test::FakeProvider provider;
    test::Script steps;
    for (int index = 0; index < 400; ++index)
        steps << test::sseEvent(delta(QStringLiteral("x"))) << test::delay(10ms);
    provider.next(test::openSse(steps));
    ChatJob wanted = job(provider.baseUrl());
    wanted.endpoint.timeouts.total = 150ms;
    const Completion completion = ask(wanted).completion;
    QCOMPARE(completion.status, LaneStatus::Interrupted);
    QCOMPARE(completion.error->kind, ErrorKind::Timeout);
    QVERIFY(!completion.text.isEmpty());
}

void ChatStreamTest::cancellingClosesTheSocketAndKeepsTheText()
{
    test::FakeProvider provider;
    provider.next(test::openSse({test::sseEvent(delta(QStringLiteral("some"))), test::hang()}));
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job(provider.baseUrl()));
    QString seen;
    connect(stream.get(), &ChatStream::progressed, this,
            [&seen](const ChatProgress &progress) { seen += progress.text; });
    QTRY_COMPARE(seen, QStringLiteral("some"));
    QSignalSpy finished(stream.get(), &ChatStream::finished);
    stream->cancel();
    stream->cancel();
    QVERIFY(finished.wait());
    const auto end = finished.first().first().value<AttemptEnd>();
    QCOMPARE(end.completion.status, LaneStatus::Cancelled);
    QCOMPARE(end.completion.text, QStringLiteral("some"));
    QTRY_COMPARE(provider.openConnections(), 0);
    QCOMPARE(finished.count(), 1);
}

void ChatStreamTest::destroyingAbortsSilently()
{
    test::FakeProvider provider;
    provider.next(test::openSse({test::sseEvent(delta(QStringLiteral("some"))), test::hang()}));
    ProviderClient client(m_clock);
    std::unique_ptr<ChatStream> stream = client.send(job(provider.baseUrl()));
    QSignalSpy progressed(stream.get(), &ChatStream::progressed);
    QVERIFY(progressed.wait());
    stream.reset();
    QTRY_COMPARE(provider.openConnections(), 0);
}

void ChatStreamTest::aResetBeforeTheAnswerIsSentOnce()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("fake-model"), QList<test::Script>{test::Script{test::reset()}});
    const AttemptEnd end = ask(job(provider.baseUrl()));
    QCOMPARE(end.completion.status, LaneStatus::Failed);
    QCOMPARE(end.completion.error->kind, ErrorKind::Network);
    QVERIFY(!end.lostWarmConnection);
    QCOMPARE(provider.requestCount(), 1);
}

void ChatStreamTest::errorAnswersKeepTheProvidersWords()
{
    test::FakeProvider provider;
    const QJsonObject error{{QStringLiteral("message"), QStringLiteral("Rate limit reached for fake-model")}};
    provider.next(test::respondJson(429, {{QStringLiteral("error"), error}}, {{"Retry-After", "2"}}));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QCOMPARE(completion.error->kind, ErrorKind::RateLimited);
    QCOMPARE(completion.error->message, QStringLiteral("Rate limit reached for fake-model"));
    QCOMPARE(completion.error->httpStatus, 429);
    QCOMPARE(completion.error->retryAfter, 2000ms);
}

void ChatStreamTest::aWebPageIsNoAnswer()
{
    test::FakeProvider provider;
    provider.next(
        test::respond(200, {{"Content-Type", "text/html"}}, "<!DOCTYPE html><title>Welcome</title>"));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QCOMPARE(completion.error->kind, ErrorKind::Protocol);
    QVERIFY(completion.error->message.contains(QLatin1StringView("web page")));
}

void ChatStreamTest::refusesARedirectToAnotherHost_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("status %d", status) << status;
}

void ChatStreamTest::refusesARedirectToAnotherHost()
{
    QFETCH(int, status);
    test::FakeProvider elsewhere;
    test::FakeProvider provider;
    provider.next(
        test::respond(status, {{"Location", elsewhere.url(QStringLiteral("/steal")).toEncoded()}}, {}));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QVERIFY2(completion.error->message.contains(QLatin1StringView("redirects to another host")),
             qPrintable(completion.error->message));
    QCOMPARE(elsewhere.requestCount(), 0);
    QCOMPARE(elsewhere.connectionsAccepted(), 0);
}

void ChatStreamTest::followsATemporaryRedirectWithinTheHost()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/chat/completions"),
                    QList<test::Script>{test::respond(307, {{"Location", "/v2/chat"}}, {})});
    provider.onPath(QStringLiteral("/v2/chat"),
                    QList<test::Script>{test::completion({QStringLiteral("moved")})});
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("moved"));
    QCOMPARE(provider.lastRequest().header("authorization"), "Bearer " + kKey);
}

void ChatStreamTest::refusedAndUnknownHostsSaySo()
{
    test::FakeProvider provider;
    const QUrl url = provider.baseUrl();
    provider.shutDown();
    const Completion refused = ask(job(url)).completion;
    QCOMPARE(refused.error->kind, ErrorKind::Network);
    QVERIFY(refused.error->message.contains(QLatin1StringView("refused")));
    const Completion unknown = ask(job(QUrl(QStringLiteral("http://no-such-host.invalid/v1")))).completion;
    QCOMPARE(unknown.error->kind, ErrorKind::Network);
    QVERIFY(unknown.error->message.contains(QLatin1StringView("no-such-host.invalid")));
}

void ChatStreamTest::selfSignedCertificatesNeedTheirCaFile()
{
    test::FakeProvider provider(test::FakeProvider::Security::SelfSigned);
    provider.onModel(QStringLiteral("fake-model"),
                     QList<test::Script>{test::completion({QStringLiteral("sealed")})});
    const Completion refused = ask(job(provider.baseUrl())).completion;
    QCOMPARE(refused.error->kind, ErrorKind::Network);
    QVERIFY2(refused.error->message.startsWith(QLatin1StringView("TLS with 127.0.0.1")),
             qPrintable(refused.error->message));
    QCOMPARE(provider.requestCount(), 0);
    ChatJob trusted = job(provider.baseUrl());
    trusted.endpoint.caFile = test::FakeProvider::certificateFile();
    QCOMPARE(ask(trusted).completion.text, QStringLiteral("sealed"));
}

void ChatStreamTest::aProxyCarriesRemoteHostsButNeverLoopback()
{
    test::FakeProvider proxy;
    proxy.onModel(QStringLiteral("fake-model"),
                  QList<test::Script>{test::completion({QStringLiteral("through the proxy")})});
    const ProxySettings settings{ProxyMode::Http, QStringLiteral("127.0.0.1"),
                                 static_cast<quint16>(proxy.url().port())};
    ChatJob remote = job(QUrl(QStringLiteral("http://models.invalid/v1")));
    remote.endpoint.proxy = settings;
    QCOMPARE(ask(remote).completion.text, QStringLiteral("through the proxy"));
    QCOMPARE(proxy.lastRequest().header("host"), QByteArray("models.invalid"));

    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("direct")}));
    ChatJob local = job(provider.baseUrl());
    local.endpoint.proxy = settings;
    QCOMPARE(ask(local).completion.text, QStringLiteral("direct"));
    QCOMPARE(proxy.requestCount(), 1);
}

void ChatStreamTest::aDeadProxyIsNamed()
{
    test::FakeProvider proxy;
    const auto port = static_cast<quint16>(proxy.url().port());
    proxy.shutDown();
    for (const ProxyMode mode : {ProxyMode::Http, ProxyMode::Socks5}) {
        ChatJob wanted = job(QUrl(QStringLiteral("http://models.invalid/v1")));
        wanted.endpoint.proxy = {mode, QStringLiteral("127.0.0.1"), port};
        const Completion completion = ask(wanted).completion;
        QCOMPARE(completion.status, LaneStatus::Failed);
        QVERIFY2(completion.error->message.contains(QLatin1StringView("proxy")),
                 qPrintable(completion.error->message));
    }
}

void ChatStreamTest::theKeyIsNotInAnyError()
{
    test::FakeProvider provider;
    provider.next(
        test::respond(401, {{"Content-Type", "text/plain"}}, "Incorrect API key provided: " + kKey));
    const Completion completion = ask(job(provider.baseUrl())).completion;
    QCOMPARE(completion.error->kind, ErrorKind::Auth);
    QVERIFY(!completion.error->message.contains(QString::fromUtf8(kKey)));
}

SWITCHYARD_TEST(ChatStreamTest)
#include "tst_chatstream.moc"
