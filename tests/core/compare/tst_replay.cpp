#include "core/compare/replay.h"

#include "core/compare/recordingfile.h"
#include "core/net/providerclient.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QByteArray kHello = R"({"model":"m","choices":[{"index":0,"delta":{"content":"Hello "}}]})";
const QByteArray kThink = R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]})";
const QByteArray kYou = R"({"choices":[{"index":0,"delta":{"content":"you"},"finish_reason":"stop"}]})";

/// As it would have been with every wait `factor` times as long.
std::shared_ptr<const Recording> slower(const Recording &recording, double factor)
{
    auto slow = std::make_shared<Recording>(recording);
    for (RecordedChunk &chunk : slow->chunks)
        chunk.atMs *= factor;
    slow->endMs *= factor;
    return slow;
}

} // namespace

/// A recording played again comes to what came the first time.
class ReplayTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCameComesAgain_data();
    void whatCameComesAgain();
    void aSavedFileReplaysTheSame();
    void theSpeedIsThatOfTheRecording();
    void atOnceIsAtOnceAndStillStreams();
    void aCancelledOrStalledStreamEndsAsItDid();
    void stoppingKeepsWhatWasPlayed();
    void aReplayCanBePlayedAgain();

private:
    AttemptEnd record(const test::Script &script, std::chrono::milliseconds idle = 60s);
    void settleReplay(Replay &replay, double speed);

    SystemClock m_clock;
};

AttemptEnd ReplayTest::record(const test::Script &script, std::chrono::milliseconds idle)
{
    test::FakeProvider provider;
    provider.next(script);
    ChatJob job;
    job.endpoint.baseUrl = provider.baseUrl();
    job.endpoint.timeouts.idle = idle;
    job.request.model = QStringLiteral("m");
    job.request.messages = {{Role::User, QStringLiteral("Hi")}};
    job.dispatchedNs = m_clock.monotonicNs();
    job.record = true;
    ProviderClient client(m_clock);
    const std::unique_ptr<ChatStream> stream = client.send(job);
    QSignalSpy finished(stream.get(), &ChatStream::finished);
    if (!finished.wait(20'000))
        qFatal("nothing to record");
    return finished.first().first().value<AttemptEnd>();
}

void ReplayTest::settleReplay(Replay &replay, double speed)
{
    QSignalSpy finished(&replay, &Replay::finished);
    replay.start(speed);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.size(), 1);
}

void ReplayTest::whatCameComesAgain_data()
{
    QTest::addColumn<test::Script>("script");
    QTest::addColumn<LaneStatus>("status");
    const test::Script body{test::sseEvent(kThink), test::sseEvent(kHello), test::sseEvent(kYou),
                            test::sseDone()};
    QTest::newRow("a stream") << test::chunkedSse(body) << LaneStatus::Complete;
    QTest::newRow("a stream without an end")
        << test::openSse({test::sseEvent(kHello), test::delay(20ms), test::reset()})
        << LaneStatus::Interrupted;
    QTest::newRow("an error") << test::respondJson(
        503,
        {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), QStringLiteral("overloaded")}}}})
                              << LaneStatus::Failed;
    QTest::newRow("a web page") << test::respond(200, {{"Content-Type", "text/html"}}, "<html></html>")
                                << LaneStatus::Failed;
    QTest::newRow("an error within the stream") << test::chunkedSse(
        {test::sseEvent(kHello), test::sseEvent(QByteArray(R"({"error":{"message":"no"}})"))})
                                                << LaneStatus::Interrupted;
    QTest::newRow("a whole document")
        << test::respond(200, {{"Content-Type", "application/json"}},
                         R"({"choices":[{"message":{"content":"whole"},"finish_reason":"length"}]})")
        << LaneStatus::Truncated;
    QTest::newRow("no answer at all") << test::Script{test::reset()} << LaneStatus::Failed;
}

void ReplayTest::whatCameComesAgain()
{
    QFETCH(test::Script, script);
    QFETCH(LaneStatus, status);
    const AttemptEnd end = record(script);
    QCOMPARE(end.completion.status, status);
    QVERIFY(end.recording);
    QCOMPARE(replayed(*end.recording), end.completion);
    for (const double speed : {1.0, 10.0, 0.0}) {
        Replay replay(end.recording);
        QString text;
        connect(&replay, &Replay::appended, this,
                [&text](const QString &more, const QString &) { text += more; });
        settleReplay(replay, speed);
        QCOMPARE(replay.completion(), end.completion);
        QCOMPARE(text, end.completion.text);
    }
}

void ReplayTest::aSavedFileReplaysTheSame()
{
    const AttemptEnd end = record(
        test::chunkedSse({test::sseEvent(kHello), test::delay(20ms), test::sseEvent(kYou), test::sseDone()}));
    const Result<QList<AttemptRecording>> read = readRecordingFile(
        recordingFile({{1, 1, 1, QStringLiteral("a"), QStringLiteral("m"), end.recording}}));
    QVERIFY(read);
    QCOMPARE(replayed(*read->constFirst().recording), end.completion);
}

void ReplayTest::theSpeedIsThatOfTheRecording()
{
    const AttemptEnd end = record(test::chunkedSse(
        {test::sseEvent(kHello), test::delay(400ms), test::sseEvent(kYou), test::sseDone()}));
    QElapsedTimer timer;
    Replay replay(end.recording);
    timer.start();
    settleReplay(replay, 1.0);
    QVERIFY2(timer.elapsed() >= 390, qPrintable(QString::number(timer.elapsed())));
    Replay minutes(slower(*end.recording, 1'000.0));
    timer.restart();
    settleReplay(minutes, 1'000.0);
    QVERIFY2(timer.elapsed() >= 390, qPrintable(QString::number(timer.elapsed())));
}

void ReplayTest::atOnceIsAtOnceAndStillStreams()
{
    const AttemptEnd end = record(test::chunkedSse(
        {test::sseEvent(kHello), test::delay(100ms), test::sseEvent(kYou), test::sseDone()}));
    Replay minutes(slower(*end.recording, 1'000.0)); // more than a test may take
    settleReplay(minutes, 0.0);
    QCOMPARE(minutes.completion().text, end.completion.text);
    Replay replay(end.recording);
    settleReplay(replay, 0.0);
    QCOMPARE(replay.completion().timing, end.completion.timing);
}

void ReplayTest::aCancelledOrStalledStreamEndsAsItDid()
{
    const AttemptEnd stalled = record(test::openSse({test::sseEvent(kHello), test::hang()}), 80ms);
    QCOMPARE(stalled.completion.status, LaneStatus::Interrupted);
    QCOMPARE(replayed(*stalled.recording), stalled.completion);
}

void ReplayTest::stoppingKeepsWhatWasPlayed()
{
    const AttemptEnd end = record(test::chunkedSse(
        {test::sseEvent(kHello), test::delay(1000ms), test::sseEvent(kYou), test::sseDone()}));
    Replay replay(end.recording);
    QSignalSpy appended(&replay, &Replay::appended);
    QSignalSpy finished(&replay, &Replay::finished);
    replay.start(1.0);
    QVERIFY(appended.wait(5'000));
    replay.stop();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(replay.completion().status, LaneStatus::Cancelled);
    QCOMPARE(replay.completion().text, QStringLiteral("Hello "));
    replay.stop();
    QCOMPARE(finished.size(), 1);
}

void ReplayTest::aReplayCanBePlayedAgain()
{
    const AttemptEnd end = record(test::completion({QStringLiteral("a"), QStringLiteral("b")}));
    Replay replay(end.recording);
    settleReplay(replay, 0.0);
    settleReplay(replay, 0.0);
    QCOMPARE(replay.completion().text, QStringLiteral("ab"));
}

SWITCHYARD_TEST(ReplayTest)
#include "tst_replay.moc"
