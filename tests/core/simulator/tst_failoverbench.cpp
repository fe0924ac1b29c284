#include "core/simulator/failoverbench.h"

#include "core/simulator/fault.h"
#include "core/simulator/personality.h"
#include "core/simulator/simulator.h"
#include "core/simulator/simulatorhandler.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

HttpRequest requestTo(const QString &model, bool stream = true, const QString &lastRole = {},
                      const QString &prompt = QStringLiteral("Which birds sleep while they fly?"))
{
    QJsonArray messages{
        QJsonObject{{QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), prompt}}};
    if (!lastRole.isEmpty())
        messages.append(QJsonObject{{QStringLiteral("role"), lastRole},
                                    {QStringLiteral("content"), QStringLiteral("Swifts")}});
    HttpRequest request{"POST", "/v1/chat/completions"};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("model"), model},
                                             {QStringLiteral("stream"), stream},
                                             {QStringLiteral("messages"), messages}})
                       .toJson();
    return request;
}

QByteArray headerOf(const SimulatorReply &reply, const QByteArray &name)
{
    for (const HttpHeader &header : reply.headers) {
        if (header.first == name)
            return header.second;
    }
    return {};
}

/// The events of a stream that hold a piece of text.
qsizetype textEvents(const SimulatorReply &reply)
{
    qsizetype count = 0;
    for (const SimulatorReply::Part &part : reply.parts) {
        const QJsonObject event = QJsonDocument::fromJson(part.bytes.mid(6)).object();
        const QJsonValue delta = event.value(QLatin1String("choices"))[0][QLatin1String("delta")];
        count += delta[QLatin1String("content")].toString().isEmpty() ? 0 : 1;
    }
    return count;
}

} // namespace

class FailoverBenchTest : public QObject
{
    Q_OBJECT

private slots:
    void listsSixteenFaults();
    void someFaultsPass_data();
    void someFaultsPass();
    void theWaitShrinksWithTheSpeed();
    void anOutageLastsAMinute();
    void silencesEnd_data();
    void silencesEnd();
    void closesAfterASilence_data();
    void closesAfterASilence();
    void cutsAfterForty();
    void spoilsOneEvent();
    void takesTwentySeconds();
    void takesNoPrefill();
    void itsTimeRunsAtItsSpeed();
};

void FailoverBenchTest::listsSixteenFaults()
{
    const QList<BenchFault> faults = failoverBench();
    QCOMPARE(faults.size(), 16);
    QSet<QString> sentences;
    int number = 0;
    for (const BenchFault &fault : faults) {
        QCOMPARE(fault.id, QStringLiteral("S%1").arg(++number, 2, 10, QLatin1Char('0')));
        QVERIFY2(simulatorFault(fault.model).has_value(), qPrintable(fault.id));
        const std::optional<Personality> target = simulatorPersonality(fault.model);
        const std::optional<Personality> fallback = simulatorPersonality(fault.fallback);
        QVERIFY2(target && fallback && fallback->id != target->id, qPrintable(fault.id));
        for (const QString &sentence : {fault.fault, fault.expectation}) {
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QVERIFY(fault.limit > 0s && fault.mostAttempts > 0 && fault.calls > 0);
        if (fault.model == QLatin1String("fault-context-length"))
            QVERIFY(fallback->contextLength > target->contextLength);
    }
    QCOMPARE(sentences.size(), 32);
    QCOMPARE(faults.at(13).fallback, QStringLiteral("fault-no-prefill"));
    // The calls go on for longer than the outage and the time to be back.
    QVERIFY(faults.at(14).calls * faults.at(14).interval > 60s);
}

void FailoverBenchTest::someFaultsPass_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("resets");
    QTest::newRow("a rate limit") << QStringLiteral("fault-429-2s-then-ok") << 429 << false;
    QTest::newRow("an internal error") << QStringLiteral("fault-500-then-ok") << 500 << false;
    QTest::newRow("a reset") << QStringLiteral("fault-reset-then-ok") << 0 << true;
}

void FailoverBenchTest::someFaultsPass()
{
    QFETCH(QString, model);
    QFETCH(int, status);
    QFETCH(bool, resets);
    SimulatorHandler handler;
    for (const char *prompt : {"one", "another", "one"}) {
        const HttpRequest request = requestTo(model, true, {}, QString::fromLatin1(prompt));
        const SimulatorReply failed = handler.reply(request);
        QCOMPARE(failed.status, status);
        QCOMPARE(failed.ending == SimulatorReply::Ending::Reset, resets);
        const SimulatorReply answered = handler.reply(request);
        QCOMPARE(answered.status, 200);
        QCOMPARE(answered.parts.constLast().bytes, QByteArray("data: [DONE]\n\n"));
    }
}

void FailoverBenchTest::theWaitShrinksWithTheSpeed()
{
    const HttpRequest request = requestTo(QStringLiteral("fault-429-2s-then-ok"));
    const SimulatorReply plain = SimulatorHandler().reply(request);
    QCOMPARE(headerOf(plain, "Retry-After"), QByteArray("2"));
    QCOMPARE(headerOf(plain, "retry-after-ms"), QByteArray("2000"));
    const SimulatorReply fast = SimulatorHandler().reply(request, {0ms, 100.0});
    QCOMPARE(headerOf(fast, "retry-after-ms"), QByteArray("20"));
    const SimulatorReply untold = SimulatorHandler().reply(requestTo(QStringLiteral("fault-429-no-time")));
    QCOMPARE(untold.status, 429);
    QVERIFY(headerOf(untold, "Retry-After").isEmpty());
}

void FailoverBenchTest::anOutageLastsAMinute()
{
    SimulatorHandler handler;
    const auto statusAt = [&handler](std::chrono::milliseconds now, const char *prompt = "Hello") {
        const HttpRequest request =
            requestTo(QStringLiteral("fault-outage-60s"), true, {}, QString::fromLatin1(prompt));
        return handler.reply(request, {now, 1.0}).status;
    };
    QCOMPARE(statusAt(5s), 503);
    QCOMPARE(statusAt(5s), 503);
    QCOMPARE(statusAt(35s, "Another prompt"), 503);
    QCOMPARE(statusAt(64'999ms), 503);
    QCOMPARE(statusAt(65s), 200);
    QCOMPARE(statusAt(300s, "Another prompt"), 200);
    // Left alone for more than ten minutes it begins anew.
    QCOMPARE(statusAt(900s), 200);
    QCOMPARE(statusAt(1501s), 503);
    QCOMPARE(statusAt(1561s), 200);
}

void FailoverBenchTest::silencesEnd_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("silence of two minutes") << QStringLiteral("fault-silent-120s") << qint64(120);
    QTest::newRow("a stall of half a minute") << QStringLiteral("fault-stall-30s") << qint64(30);
    QTest::newRow("silence for good") << QStringLiteral("fault-silent") << qint64(0);
    QTest::newRow("a stall for good") << QStringLiteral("fault-stall") << qint64(0);
}

void FailoverBenchTest::silencesEnd()
{
    QFETCH(QString, model);
    QFETCH(qint64, seconds);
    for (const bool stream : {true, false}) {
        const SimulatorReply reply = SimulatorHandler().reply(requestTo(model, stream));
        QCOMPARE(reply.ending, SimulatorReply::Ending::Hang);
        QCOMPARE(qint64(reply.hang.count()), seconds * 1000);
    }
}

void FailoverBenchTest::closesAfterASilence_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("begins");
    QTest::newRow("before any byte") << QStringLiteral("fault-silent-120s") << false;
    QTest::newRow("within a stream") << QStringLiteral("fault-stall-30s") << true;
}

void FailoverBenchTest::closesAfterASilence()
{
    QFETCH(QString, model);
    QFETCH(bool, begins);
    Simulator simulator;
    simulator.setSpeed(1000);
    QVERIFY(simulator.start().hasValue());
    const QByteArray body = requestTo(model).body;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(simulator.baseUrl().port()));
    socket.write("POST /v1/chat/completions HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray received = socket.readAll();
    QCOMPARE(received.startsWith("HTTP/1.1 200 OK"), begins);
    QCOMPARE(received.isEmpty(), !begins);
    QVERIFY(!received.contains("[DONE]"));
    QVERIFY(!received.contains("\r\n0\r\n\r\n"));
}

void FailoverBenchTest::cutsAfterForty()
{
    const QString model = QStringLiteral("fault-cut-40-of-60");
    const SimulatorReply reply = SimulatorHandler().reply(requestTo(model));
    QCOMPARE(reply.ending, SimulatorReply::Ending::Cut);
    QCOMPARE(textEvents(reply), 40);
    QVERIFY(!reply.parts.constLast().bytes.contains("\"stop\""));
    const SimulatorReply whole = SimulatorHandler().reply(requestTo(model, false));
    QCOMPARE(whole.ending, SimulatorReply::Ending::Cut);
    QCOMPARE(whole.parts.constFirst().tokens, 60);
}

void FailoverBenchTest::spoilsOneEvent()
{
    const SimulatorReply reply = SimulatorHandler().reply(requestTo(QStringLiteral("fault-bad-event")));
    QList<qsizetype> unreadable;
    for (qsizetype place = 0; place < reply.parts.size() - 1; ++place) {
        if (!QJsonDocument::fromJson(reply.parts.at(place).bytes.mid(6)).isObject())
            unreadable.append(place);
    }
    // The tenth.
    QCOMPARE(unreadable, QList<qsizetype>{9});
    QCOMPARE(reply.parts.constLast().bytes, QByteArray("data: [DONE]\n\n"));
    QCOMPARE(reply.ending, SimulatorReply::Ending::Complete);
}

void FailoverBenchTest::takesTwentySeconds()
{
    const SimulatorReply reply = SimulatorHandler().reply(requestTo(QStringLiteral("fault-slow-20s")));
    QCOMPARE(reply.firstToken, std::chrono::milliseconds(20s));
    QVERIFY(reply.headAtOnce);
    QVERIFY(!SimulatorHandler().reply(requestTo(QStringLiteral("swift"))).headAtOnce);
}

void FailoverBenchTest::takesNoPrefill()
{
    const QString model = QStringLiteral("fault-no-prefill");
    const SimulatorReply rejected =
        SimulatorHandler().reply(requestTo(model, true, QStringLiteral("assistant")));
    QCOMPARE(rejected.status, 400);
    QVERIFY(rejected.parts.constFirst().bytes.contains("invalid_prefill"));
    QCOMPARE(SimulatorHandler().reply(requestTo(model)).status, 200);
    QCOMPARE(SimulatorHandler().reply(requestTo(model, true, QStringLiteral("user"))).status, 200);
    const HttpRequest other = requestTo(QStringLiteral("swift"), true, QStringLiteral("assistant"));
    QCOMPARE(SimulatorHandler().reply(other).status, 200);
}

void FailoverBenchTest::itsTimeRunsAtItsSpeed()
{
    SimulatorPace pace;
    QCOMPARE(pace.moment().speed, 1.0);
    pace.setSpeed(1e6);
    QCOMPARE(pace.moment().speed, 1e6);
    // Sixty of its seconds are 60 us.
    QTRY_VERIFY(pace.moment().now >= 60s);
    pace.setSpeed(0);
    QCOMPARE(pace.speed(), 0.0);
    QCOMPARE(pace.moment().speed, 1.0);
    const std::chrono::milliseconds before = pace.moment().now;
    QVERIFY(before >= 60s);
    QTRY_VERIFY(pace.moment().now > before);
}

SWITCHYARD_TEST(FailoverBenchTest)
#include "tst_failoverbench.moc"
