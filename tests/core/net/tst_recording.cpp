#include "core/net/recording.h"

#include "core/net/providerclient.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QByteArray kRecordedKey = "sk-secret/key-of-the-test";

QJsonObject recordedDelta(const QString &text)
{
    return {
        {QStringLiteral("choices"),
         QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                {QStringLiteral("delta"), QJsonObject{{QStringLiteral("content"), text}}}}}}};
}

} // namespace

/// What is recorded of an attempt, and that no key is in it.
class RecordingTest : public QObject
{
    Q_OBJECT

private slots:
    void masksKeepTheLength_data();
    void masksKeepTheLength();
    void aCutSecretAtTheEndIsMasked();
    void secretHeadersAreReplacedAndLimitsStay();
    void nothingIsRecordedUnasked();
    void theRequestIsWhatTheProviderGot();
    void theRequestIsThereBeforeTheAnswer();
    void chunksAddUpToTheResponseInTheOrderOfTime();
    void anErrorsBodyIsKept();
    void anEchoedKeyIsNowhere();
    void aResponseIsCutAtItsLimitAndSaysSo();
    void ownDelaysAreMeasured();

private:
    ChatJob job(const QUrl &baseUrl) const;
    AttemptEnd ask(const ChatJob &job);

    SystemClock m_clock;
};

ChatJob RecordingTest::job(const QUrl &baseUrl) const
{
    ChatJob job;
    job.endpoint.accountId = 1;
    job.endpoint.baseUrl = baseUrl;
    job.endpoint.key = QString::fromUtf8(kRecordedKey);
    job.request.model = QStringLiteral("fake-model");
    job.request.messages = {{Role::User, QStringLiteral("Hello")}};
    job.dispatchedNs = m_clock.monotonicNs();
    job.record = true;
    return job;
}

AttemptEnd RecordingTest::ask(const ChatJob &job)
{
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job);
    QSignalSpy finished(stream.get(), &ChatStream::finished);
    if (!finished.wait(20'000))
        return {};
    return finished.first().first().value<AttemptEnd>();
}

void RecordingTest::masksKeepTheLength_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray mask = "[redacted]***************";
    QTest::newRow("as it is") << "a " + kRecordedKey + " b " + kRecordedKey << kRecordedKey
                              << "a " + mask + " b " + mask;
    QTest::newRow("with slashes as some JSON writers escape them")
        << QByteArray("sk-secret\\/key-of-the-test") << kRecordedKey << mask + "*";
    QTest::newRow("as a URL writes it")
        << QByteArray("sk-secret%2Fkey-of-the-test") << kRecordedKey << mask + "**";
    QTest::newRow("quoted in JSON") << QByteArray(R"(x"ab\"cd")") << QByteArray("ab\"cd")
                                    << QByteArray("x\"[redac\"");
    QTest::newRow("shorter than the mask")
        << QByteArray("-abcde-") << QByteArray("abcde") << QByteArray("-[reda-");
    QTest::newRow("too short to be a secret")
        << QByteArray("abc abc") << QByteArray("abc") << QByteArray("abc abc");
    QTest::newRow("no secret at all") << QByteArray("abc") << QByteArray() << QByteArray("abc");
}

void RecordingTest::masksKeepTheLength()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, expected);
    QCOMPARE(masked(bytes, {secret}), expected);
    QCOMPARE(masked(bytes, {secret}).size(), bytes.size());
}

void RecordingTest::aCutSecretAtTheEndIsMasked()
{
    QCOMPARE(masked("said sk-secr", {kRecordedKey}), QByteArray("said [redact"));
    QCOMPARE(masked("sk-", {kRecordedKey}), QByteArray("sk-"));
}

void RecordingTest::secretHeadersAreReplacedAndLimitsStay()
{
    const QList<Header> headers = maskedHeaders({{"Authorization", "Bearer x"},
                                                 {"Set-Cookie", "id=1"},
                                                 {"X-RateLimit-Remaining-Tokens", "120"},
                                                 {"X-Echo", "got " + kRecordedKey}},
                                                {kRecordedKey});
    QCOMPARE(headers.at(0).second, QByteArray("[redacted]"));
    QCOMPARE(headers.at(1).second, QByteArray("[redacted]"));
    QCOMPARE(headers.at(2).second, QByteArray("120"));
    QVERIFY(!headers.at(3).second.contains("secret"));
    QVERIFY(headers.at(3).second.startsWith("got "));
}

void RecordingTest::nothingIsRecordedUnasked()
{
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("x")}));
    ChatJob quiet = job(provider.baseUrl());
    quiet.record = false;
    const AttemptEnd end = ask(quiet);
    QCOMPARE(end.completion.status, LaneStatus::Complete);
    QVERIFY(!end.recording);
}

void RecordingTest::theRequestIsWhatTheProviderGot()
{
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("x")}));
    ChatJob wanted = job(provider.baseUrl());
    wanted.endpoint.headers = {{"X-Title", "bench"}};
    wanted.request.parameters.temperature = 0.2;
    const AttemptEnd end = ask(wanted);
    QVERIFY(end.recording);
    const Recording &recording = *end.recording;
    const HttpRequest got = provider.lastRequest();
    QCOMPARE(recording.request, got.body);
    QCOMPARE(recording.requestSize, qint64(got.body.size()));
    QCOMPARE(recording.url, provider.baseUrl().toString() + QStringLiteral("/chat/completions"));
    QVERIFY(recording.requestHeaders.contains({"Authorization", "[redacted]"}));
    QVERIFY(recording.requestHeaders.contains({"X-Title", "bench"}));
    for (const Header &header : recording.requestHeaders) {
        if (header.second != "[redacted]")
            QCOMPARE(got.header(header.first), header.second);
    }
}

void RecordingTest::theRequestIsThereBeforeTheAnswer()
{
    test::FakeProvider provider;
    provider.next({test::hang()});
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job(provider.baseUrl()));
    std::shared_ptr<const Recording> recorded;
    connect(stream.get(), &ChatStream::requestRecorded, this,
            [&recorded](const std::shared_ptr<const Recording> &recording) { recorded = recording; });
    QTRY_VERIFY(recorded);
    QVERIFY(!recorded->ended);
    QTRY_COMPARE(provider.requestCount(), 1);
    QCOMPARE(recorded->request, provider.lastRequest().body);
}

void RecordingTest::chunksAddUpToTheResponseInTheOrderOfTime()
{
    test::FakeProvider provider;
    provider.next(test::chunkedSse({test::sseEvent(recordedDelta(QStringLiteral("a"))), test::delay(30ms),
                                    test::sseEvent(recordedDelta(QStringLiteral("b"))), test::delay(30ms),
                                    test::sseDone()}));
    const AttemptEnd end = ask(job(provider.baseUrl()));
    QVERIFY(end.recording && end.recording->ended);
    const Recording &recording = *end.recording;
    QVERIFY(recording.chunks.size() >= 3);
    qint64 sum = 0;
    double before = 0.0;
    for (const RecordedChunk &chunk : recording.chunks) {
        QVERIFY(chunk.atMs >= before);
        before = chunk.atMs;
        sum += chunk.size;
    }
    QCOMPARE(sum, qint64(recording.response.size()));
    QCOMPARE(sum, recording.responseSize);
    QVERIFY(!recording.isResponseCut());
    QVERIFY(recording.chunks.constLast().atMs - recording.chunks.constFirst().atMs >= 50.0);
    QVERIFY(recording.endMs >= before);
    QVERIFY(recording.response.endsWith("data: [DONE]\n\n"));
    QCOMPARE(recording.status, 200);
    QCOMPARE(recording.timing, end.completion.timing);
}

void RecordingTest::anErrorsBodyIsKept()
{
    test::FakeProvider provider;
    provider.next(test::respond(500, {{"Content-Type", "text/plain"}}, "the disk is full"));
    const AttemptEnd end = ask(job(provider.baseUrl()));
    QVERIFY(end.recording);
    QCOMPARE(end.recording->status, 500);
    QCOMPARE(end.recording->response, QByteArray("the disk is full"));
    QCOMPARE(end.recording->end, ResponseEnd::Dropped);
}

void RecordingTest::anEchoedKeyIsNowhere()
{
    test::FakeProvider provider;
    provider.next(test::split("data: {\"choices\":[{\"delta\":{\"content\":\"You sent " + kRecordedKey
                                  + "\"}}]}\n\ndata: [DONE]\n\n",
                              7));
    provider.onModel(QStringLiteral("fake-model"), [](const HttpRequest &) {
        return test::respond(401,
                             {{"X-Your-Key", kRecordedKey},
                              {"X-Echo", "Bearer " + kRecordedKey},
                              {"Content-Type", "application/json"}},
                             "{\"error\":{\"message\":\"Incorrect API key: " + kRecordedKey + "\"}}");
    });
    ChatJob echoed = job(provider.baseUrl());
    echoed.request.messages = {{Role::User, QStringLiteral("My key is ") + QString::fromUtf8(kRecordedKey)}};
    for (int round = 0; round < 2; ++round) {
        const AttemptEnd end = ask(echoed);
        QVERIFY(end.recording);
        const Recording &recording = *end.recording;
        QByteArray everything = recording.request + recording.response + recording.url.toUtf8();
        for (const QList<Header> &headers : {recording.requestHeaders, recording.headers}) {
            for (const Header &header : headers)
                everything += header.first + header.second;
        }
        if (recording.error)
            everything += recording.error->message.toUtf8();
        QVERIFY2(!everything.contains(kRecordedKey) && !everything.contains("key-of-the-test"),
                 everything.constData());
        QCOMPARE(recording.request.size(), provider.lastRequest().body.size());
    }
}

void RecordingTest::aResponseIsCutAtItsLimitAndSaysSo()
{
    test::FakeProvider provider;
    const QString part(1024 * 1024, QLatin1Char('x'));
    test::Script steps;
    for (int i = 0; i < 18; ++i)
        steps.append(test::sseEvent(recordedDelta(part)));
    steps.append(test::sseDone());
    provider.next(test::chunkedSse(steps));
    const AttemptEnd end = ask(job(provider.baseUrl()));
    QCOMPARE(end.completion.text.size(), 18 * part.size());
    QVERIFY(end.recording);
    QVERIFY(end.recording->isResponseCut());
    QCOMPARE(end.recording->response.size(), Recording::kLargest);
    QVERIFY(end.recording->responseSize > 18 * part.size());
    QVERIFY(!end.recording->isRequestCut());
}

void RecordingTest::ownDelaysAreMeasured()
{
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("a"), QStringLiteral("b")}));
    const AttemptEnd end = ask(job(provider.baseUrl()));
    QVERIFY(end.recording);
    const OwnDelay &own = end.recording->own;
    QVERIFY(own.sent && *own.sent > 0.0);
    QVERIFY(*own.sent <= *end.completion.timing.headers);
    QVERIFY(own.decode > 0.0);
    QVERIFY(own.queue > 0.0 || end.recording->chunks.size() == 1);
}

SWITCHYARD_TEST(RecordingTest)
#include "tst_recording.moc"
