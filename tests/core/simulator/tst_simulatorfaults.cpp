#include "core/simulator/fault.h"
#include "core/simulator/simulatedask.h"
#include "core/simulator/simulator.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace core;

namespace {

QByteArray bodyFor(const QString &model, const QString &prompt, bool stream)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("model"), model},
                                     {QStringLiteral("stream"), stream},
                                     {QStringLiteral("stream_options"),
                                      QJsonObject{{QStringLiteral("include_usage"), true}}},
                                     {QStringLiteral("messages"),
                                      QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                             {QStringLiteral("content"), prompt}}}}})
        .toJson();
}

/// How often a piece of text was streamed.
qsizetype pieces(const QByteArray &answer)
{
    // A piece, neither the empty one of the first chunk nor the broken one.
    return answer.count("{\"content\":\"") - answer.count("{\"content\":\"\"");
}

} // namespace

class SimulatorFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWithTheProvidersStatus_data();
    void refusesWithTheProvidersStatus();
    void breaksStreams_data();
    void breaksStreams();
    void breaksWholeAnswers_data();
    void breaksWholeAnswers();
    void isSilent();
    void isLimitedAtEveryFirstAttempt();
    void everyFaultHasItsName();
    void theUnreliableModelFailsByThePrompt();

private:
    enum class Until { Closed, Ended, Something };
    QByteArray ask(const QString &model, const QString &prompt, bool stream, Until until,
                   bool *closed = nullptr);

    Simulator m_simulator;
};

void SimulatorFaultsTest::initTestCase()
{
    m_simulator.setSpeed(0);
    QVERIFY(m_simulator.start().hasValue());
}

/// The raw bytes of the answer, until the connection closes, a body ends, or anything has come.
QByteArray SimulatorFaultsTest::ask(const QString &model, const QString &prompt, bool stream, Until until,
                                    bool *closed)
{
    const QByteArray body = bodyFor(model, prompt, stream);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator.baseUrl().port()));
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::ConnectedState; }))
        return {};
    socket.write("POST /v1/chat/completions HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray received;
    const bool settled = QTest::qWaitFor([&] {
        received += socket.readAll();
        if (socket.state() == QAbstractSocket::UnconnectedState)
            return true;
        return (until == Until::Ended && received.endsWith("0\r\n\r\n"))
            || (until == Until::Something && pieces(received) >= 20);
    });
    received += socket.readAll();
    if (closed != nullptr)
        *closed = socket.state() == QAbstractSocket::UnconnectedState;
    return settled ? received : received + "[not in time]";
}

void SimulatorFaultsTest::refusesWithTheProvidersStatus_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *model, const char *status, const char *says) {
        QTest::newRow(model) << QString::fromLatin1(model) << QByteArray(status) << QByteArray(says);
    };
    row("fault-401", "401 Unauthorized", "invalid_api_key");
    row("fault-404", "404 Not Found", "model_not_found");
    row("fault-429", "429 Too Many Requests", "Retry-After: 2\r\n");
    row("fault-500", "500 Internal Server Error", "server_error");
    row("fault-503", "503 Service Unavailable", "engine_overloaded");
    row("fault-429-no-time", "429 Too Many Requests", "rate_limit_exceeded");
    row("fault-content-rejected", "400 Bad Request", "content_policy_violation");
    row("fault-quota", "429 Too Many Requests", "insufficient_quota");
    row("fault-context-length", "400 Bad Request", "context_length_exceeded");
    row("fault-html", "200 OK", "<!DOCTYPE html>");
}

void SimulatorFaultsTest::refusesWithTheProvidersStatus()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, says);
    for (const bool stream : {true, false}) {
        const QByteArray body = bodyFor(model, QStringLiteral("Hello"), stream);
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator.baseUrl().port()));
        socket.write("POST /v1/chat/completions HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = socket.readAll();
        QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.constData());
        QVERIFY2(answer.contains(says), answer.constData());
        QCOMPARE(answer.contains("Retry-After"), model == QLatin1String("fault-429"));
    }
}

void SimulatorFaultsTest::breaksStreams_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("until");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("finishes");
    QTest::addColumn<bool>("marksItsEnd");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char *model, Until until, const char *says, bool finishes, bool marks,
                        bool closes) {
        QTest::newRow(model) << QString::fromLatin1(model) << static_cast<int>(until) << QByteArray(says)
                             << finishes << marks << closes;
    };
    row("fault-stall", Until::Something, "", false, false, false);
    row("fault-cut", Until::Closed, "", false, false, true);
    row("fault-bad-json", Until::Ended, "\"content\":\n", false, false, false);
    row("fault-error-in-stream", Until::Ended, "data: {\"error\":{", false, false, false);
    row("fault-no-done", Until::Ended, "\"finish_reason\":\"stop\"", true, false, false);
    row("fault-no-usage", Until::Ended, "\"finish_reason\":\"stop\"", true, true, false);
    row("fault-content-filter", Until::Ended, "\"finish_reason\":\"content_filter\"", true, true, false);
    row("fault-length", Until::Ended, "\"finish_reason\":\"length\"", true, true, false);
    row("fault-refusal", Until::Ended, "\"refusal\":", true, true, false);
    row("fault-slow-first-token", Until::Ended, "\"finish_reason\":\"stop\"", true, true, false);
    row("fault-slow-20s", Until::Ended, "\"finish_reason\":\"stop\"", true, true, false);
    row("fault-stall-30s", Until::Something, "", false, false, false);
    row("fault-cut-40-of-60", Until::Closed, "", false, false, true);
    row("fault-bad-event", Until::Ended, "\"content\":\n", true, true, false);
    row("fault-no-prefill", Until::Ended, "\"finish_reason\":\"stop\"", true, true, false);
}

void SimulatorFaultsTest::breaksStreams()
{
    QFETCH(QString, model);
    QFETCH(int, until);
    QFETCH(QByteArray, says);
    QFETCH(bool, finishes);
    QFETCH(bool, marksItsEnd);
    QFETCH(bool, closes);
    bool closed = false;
    const QByteArray answer = ask(model, QStringLiteral("Write a haiku about a railway switchyard at night."),
                                  true, static_cast<Until>(until), &closed);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK"), answer.constData());
    QVERIFY2(answer.contains(says), answer.constData());
    QCOMPARE(answer.contains("\"finish_reason\":\""), finishes);
    QCOMPARE(answer.contains("[DONE]"), marksItsEnd);
    QCOMPARE(closed, closes);
    QCOMPARE(answer.contains("\"usage\""), finishes && model != QLatin1String("fault-no-usage"));
    if (!finishes)
        QCOMPARE(pieces(answer), model == QLatin1String("fault-cut-40-of-60") ? 40 : 20);
    if (model == QLatin1String("fault-length"))
        QCOMPARE(pieces(answer), 60);
    if (model == QLatin1String("fault-cut"))
        QVERIFY(!answer.contains("\r\n0\r\n\r\n"));
}

void SimulatorFaultsTest::breaksWholeAnswers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("readable");
    QTest::newRow("cut") << QStringLiteral("fault-cut") << false;
    QTest::newRow("bad JSON") << QStringLiteral("fault-bad-json") << false;
    QTest::newRow("a bad event") << QStringLiteral("fault-bad-event") << false;
    QTest::newRow("an error under 200") << QStringLiteral("fault-error-in-stream") << true;
    QTest::newRow("a refusal") << QStringLiteral("fault-refusal") << true;
}

void SimulatorFaultsTest::breaksWholeAnswers()
{
    QFETCH(QString, model);
    QFETCH(bool, readable);
    const QByteArray body = bodyFor(model, QStringLiteral("Hello"), false);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator.baseUrl().port()));
    socket.write("POST /v1/chat/completions HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK"));
    const qsizetype split = answer.indexOf("\r\n\r\n");
    QCOMPARE(QJsonDocument::fromJson(answer.mid(split + 4)).isObject(), readable);
    const qsizetype at = answer.indexOf("Content-Length: ") + 16;
    const qsizetype announced = answer.mid(at, answer.indexOf('\r', at) - at).toLongLong();
    QCOMPARE(announced > answer.size() - split - 4, model == QLatin1String("fault-cut"));
}

void SimulatorFaultsTest::isSilent()
{
    const QByteArray body = bodyFor(QStringLiteral("fault-silent"), QStringLiteral("Hello"), true);
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator.baseUrl().port()));
    silent.write("POST /v1/chat/completions HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body + "GET /v1/models HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(silent.bytesToWrite(), 0);
    // Whatever else is asked of the simulator meanwhile is answered.
    QVERIFY(ask(QStringLiteral("swift"), QStringLiteral("Hello"), true, Until::Ended).contains("[DONE]"));
    QCOMPARE(silent.bytesAvailable(), 0);
    QCOMPARE(silent.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(ask(QStringLiteral("fault-reset"), QStringLiteral("Hello"), true, Until::Closed), QByteArray());
}

void SimulatorFaultsTest::isLimitedAtEveryFirstAttempt()
{
    const QString model = QStringLiteral("fault-429-then-ok");
    for (const char *prompt : {"one", "another", "one"}) {
        const QString text = QString::fromLatin1(prompt);
        bool closed = false;
        const QByteArray body = bodyFor(model, text, true);
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator.baseUrl().port()));
        socket.write("POST /v1/chat/completions HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray limited = socket.readAll();
        QVERIFY(limited.startsWith("HTTP/1.1 429"));
        QVERIFY(limited.contains("Retry-After: 1\r\n"));
        QVERIFY(ask(model, text, true, Until::Ended, &closed).contains("[DONE]"));
    }
}

void SimulatorFaultsTest::everyFaultHasItsName()
{
    QSet<QString> ids;
    for (const FaultInfo &info : simulatorFaults()) {
        QCOMPARE(simulatorFault(info.id), std::optional(info.fault));
        ids.insert(info.id);
    }
    QCOMPARE(ids.size(), 33);
    QVERIFY(!simulatorFault(QStringLiteral("swift")).has_value());
}

void SimulatorFaultsTest::theUnreliableModelFailsByThePrompt()
{
    QHash<int, int> seen;
    constexpr int kPrompts = 1'000;
    for (int number = 0; number < kPrompts; ++number) {
        SimulatedAsk ask;
        ask.model = QStringLiteral("flaky");
        ask.prompt = QStringLiteral("Question %1").arg(number);
        const std::optional<Fault> fault = erraticFault(ask.hash());
        QCOMPARE(erraticFault(ask.hash()), fault);
        ++seen[fault ? static_cast<int>(*fault) : -1];
    }
    // Six in ten well, two limited, one fails, one is cut: within wide bounds.
    QVERIFY(seen.value(-1) > 500 && seen.value(-1) < 700);
    QVERIFY(seen.value(static_cast<int>(Fault::RateLimitedOnce)) > 120);
    QVERIFY(seen.value(static_cast<int>(Fault::ServerError)) > 50);
    QVERIFY(seen.value(static_cast<int>(Fault::Cut)) > 50);
    QCOMPARE(seen.size(), 4);
}

SWITCHYARD_TEST(SimulatorFaultsTest)
#include "tst_simulatorfaults.moc"
