#include "core/simulator/simulator.h"

#include "core/base/money.h"
#include "core/simulator/answerwriter.h"
#include "core/simulator/fault.h"
#include "core/simulator/personality.h"
#include "core/simulator/samples.h"
#include "core/simulator/simulatorhandler.h"
#include "core/simulator/tokens.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace core;

namespace {

/// What a stream said, read in the plainest way.
struct Heard
{
    QString text;
    QString reasoning;
    QString finishReason;
    QString fingerprint;
    QJsonObject usage;
    int pieces = 0;
    bool done = false;
};

Heard hear(const QByteArray &stream)
{
    Heard heard;
    const QList<QByteArray> lines = stream.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("data: "))
            continue;
        if (line == "data: [DONE]") {
            heard.done = true;
            continue;
        }
        const QJsonObject chunk = QJsonDocument::fromJson(line.mid(6)).object();
        heard.fingerprint = chunk.value(QLatin1String("system_fingerprint")).toString();
        if (chunk.contains(QLatin1String("usage")))
            heard.usage = chunk.value(QLatin1String("usage")).toObject();
        const QJsonValue choice = chunk.value(QLatin1String("choices"))[0];
        const QJsonValue delta = choice[QLatin1String("delta")];
        const QString text = delta[QLatin1String("content")].toString();
        const QString reasoning = delta[QLatin1String("reasoning_content")].toString();
        heard.pieces += text.isEmpty() && reasoning.isEmpty() ? 0 : 1;
        heard.text += text;
        heard.reasoning += reasoning;
        if (choice[QLatin1String("finish_reason")].isString())
            heard.finishReason = choice[QLatin1String("finish_reason")].toString();
    }
    return heard;
}

QJsonObject requestFor(const QString &model, const QString &prompt, bool stream, bool usage = true)
{
    QJsonObject request{{QStringLiteral("model"), model},
                        {QStringLiteral("stream"), stream},
                        {QStringLiteral("messages"),
                         QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                {QStringLiteral("content"), prompt}}}}};
    if (usage)
        request.insert(QStringLiteral("stream_options"),
                       QJsonObject{{QStringLiteral("include_usage"), true}});
    return request;
}

QByteArray rawRequest(const QByteArray &head, const QByteArray &body)
{
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class SimulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsItsModelsWithPrices();
    void givesOneModelById();
    void streamsEveryPersonality_data();
    void streamsEveryPersonality();
    void answersWholeWhatItStreams();
    void leavesUsageOutUnlessAskedFor();
    void obeysTheTokenLimit();
    void keepsTheConnection();
    void answersRequestsSentAtOnce();
    void takesAChunkedRequestInSmallParts();
    void survivesMalformedRequests_data();
    void survivesMalformedRequests();
    void refusesPicturesWhereAModelTakesNone();
    void refusesWhatIsLongerThanTheContext();
    void endsAnOldClientsStreamByClosing();
    void writesAtThePaceOfItsPersonality();
    void survivesClientsThatLeave();
    void stopsAndStartsAgain();

private:
    QNetworkReply *post(const QJsonObject &request);
    QByteArray answerTo(const QJsonObject &request);
    QByteArray rawAnswerTo(const QList<QByteArray> &parts, const QByteArray &last);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    int m_status = 0;
};

void SimulatorTest::init()
{
    m_simulator = std::make_unique<Simulator>();
    m_simulator->setSpeed(0);
    QVERIFY(m_simulator->start().hasValue());
    m_manager = std::make_unique<QNetworkAccessManager>();
}

void SimulatorTest::cleanup()
{
    m_manager.reset();
    m_simulator.reset();
}

QNetworkReply *SimulatorTest::post(const QJsonObject &request)
{
    QNetworkRequest network(QUrl(m_simulator->baseUrl().toString() + QStringLiteral("/chat/completions")));
    network.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = m_manager->post(network, QJsonDocument(request).toJson());
    reply->setParent(m_manager.get());
    return reply;
}

QByteArray SimulatorTest::answerTo(const QJsonObject &request)
{
    QNetworkReply *reply = post(request);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000))
        return {};
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

/// What a socket reads until the connection closes or `last` arrives.
QByteArray SimulatorTest::rawAnswerTo(const QList<QByteArray> &parts, const QByteArray &last)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_simulator->baseUrl().port()));
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::ConnectedState; }))
        return {};
    for (const QByteArray &part : parts) {
        socket.write(part);
        if (!QTest::qWaitFor([&socket] { return socket.bytesToWrite() == 0; }))
            break;
    }
    QByteArray received;
    const bool ended = QTest::qWaitFor(
        [&] {
            received += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState
                || (!last.isEmpty() && received.contains(last));
        },
        20'000);
    return ended ? received + socket.readAll() : QByteArray("no answer in time");
}

void SimulatorTest::listsItsModelsWithPrices()
{
    std::unique_ptr<QNetworkReply> reply(
        m_manager->get(QNetworkRequest(QUrl(m_simulator->baseUrl().toString() + QStringLiteral("/models")))));
    QTRY_VERIFY(reply->isFinished());
    const QJsonArray models =
        QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("data")).toArray();
    QSet<QString> ids;
    for (const QJsonValue model : models) {
        const QString id = model[QLatin1String("id")].toString();
        ids.insert(id);
        QVERIFY2(!model[QLatin1String("description")].toString().isEmpty(), qUtf8Printable(id));
        QVERIFY2(model[QLatin1String("context_length")].toInteger() > 0, qUtf8Printable(id));
        for (const char *price : {"prompt", "completion"}) {
            const std::optional<Money> money =
                Money::fromDecimal(model[QLatin1String("pricing")][QLatin1String(price)].toString());
            QVERIFY2(money.has_value() && !money->isZero(), qUtf8Printable(id));
        }
        const QJsonArray inputs =
            model[QLatin1String("architecture")][QLatin1String("input_modalities")].toArray();
        QCOMPARE(inputs.contains(QStringLiteral("image")), id == QLatin1String("vision"));
    }
    QCOMPARE(ids.size(), models.size());
    QCOMPARE(ids.size(), simulatorPersonalities().size() + simulatorFaults().size());
    for (const FaultInfo &fault : simulatorFaults()) {
        QVERIFY(ids.contains(fault.id));
        QVERIFY(fault.id.startsWith(QLatin1String("fault-")));
        QVERIFY(!fault.description.isEmpty());
    }
}

void SimulatorTest::givesOneModelById()
{
    for (const auto &[id, status] : {std::pair{"thrifty", 200}, {"nobody", 404}}) {
        std::unique_ptr<QNetworkReply> reply(m_manager->get(QNetworkRequest(
            QUrl(m_simulator->baseUrl().toString() + QStringLiteral("/models/") + QString::fromLatin1(id)))));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    }
}

void SimulatorTest::streamsEveryPersonality_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("prompt");
    for (const Personality &personality : simulatorPersonalities()) {
        if (personality.manner == Manner::Erratic)
            continue;
        for (const Sample &sample : simulatorSamples())
            QTest::addRow("%s, %s", qPrintable(personality.id), qPrintable(sample.id))
                << personality.id << sample.prompt;
        QTest::addRow("%s, any prompt", qPrintable(personality.id))
            << personality.id << QStringLiteral("Which birds sleep while they fly?");
    }
}

void SimulatorTest::streamsEveryPersonality()
{
    QFETCH(QString, model);
    QFETCH(QString, prompt);
    const QByteArray first = answerTo(requestFor(model, prompt, true));
    QCOMPARE(m_status, 200);
    const Heard heard = hear(first);
    QVERIFY(heard.done);
    QVERIFY(!heard.text.isEmpty());
    QCOMPARE(heard.finishReason, QStringLiteral("stop"));
    QCOMPARE(heard.fingerprint, QStringLiteral("simulator"));
    QCOMPARE(heard.reasoning.isEmpty(), model != QLatin1String("thinker"));
    const qint64 output = countTokens(heard.text) + countTokens(heard.reasoning);
    QCOMPARE(heard.pieces, output);
    QCOMPARE(heard.usage.value(QLatin1String("completion_tokens")).toInteger(), output);
    QCOMPARE(heard.usage.value(QLatin1String("completion_tokens_details"))[QLatin1String("reasoning_tokens")]
                 .toInteger(),
             countTokens(heard.reasoning));
    const qint64 input = heard.usage.value(QLatin1String("prompt_tokens")).toInteger();
    QVERIFY(input >= countTokens(prompt) && input <= countTokens(prompt) + 10);
    QCOMPARE(heard.usage.value(QLatin1String("total_tokens")).toInteger(), input + output);
    QCOMPARE(hear(answerTo(requestFor(model, prompt, true))).text, heard.text);
}

void SimulatorTest::answersWholeWhatItStreams()
{
    const QString prompt = QStringLiteral("Which birds sleep while they fly?");
    const Heard heard = hear(answerTo(requestFor(QStringLiteral("thinker"), prompt, true)));
    const QJsonObject whole =
        QJsonDocument::fromJson(answerTo(requestFor(QStringLiteral("thinker"), prompt, false, false)))
            .object();
    const QJsonValue choice = whole.value(QLatin1String("choices"))[0];
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("content")].toString(), heard.text);
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("reasoning_content")].toString(),
             heard.reasoning);
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("stop"));
    QCOMPARE(whole.value(QLatin1String("usage")).toObject(), heard.usage);
    QCOMPARE(whole.value(QLatin1String("object")).toString(), QStringLiteral("chat.completion"));
}

void SimulatorTest::leavesUsageOutUnlessAskedFor()
{
    const Heard heard =
        hear(answerTo(requestFor(QStringLiteral("swift"), QStringLiteral("Hello"), true, false)));
    QVERIFY(heard.done);
    QVERIFY(heard.usage.isEmpty());
}

void SimulatorTest::obeysTheTokenLimit()
{
    QJsonObject request = requestFor(QStringLiteral("scholar"), QStringLiteral("Hello"), true);
    request.insert(QStringLiteral("max_tokens"), 17);
    const Heard heard = hear(answerTo(request));
    QCOMPARE(heard.finishReason, QStringLiteral("length"));
    QCOMPARE(heard.pieces, 17);
    QCOMPARE(heard.usage.value(QLatin1String("completion_tokens")).toInteger(), 17);
}

void SimulatorTest::keepsTheConnection()
{
    const QByteArray body =
        QJsonDocument(requestFor(QStringLiteral("swift"), QStringLiteral("Hi"), true)).toJson();
    const QByteArray request = rawRequest("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n", body);
    const QByteArray bye = "GET /v1/models/swift HTTP/1.1\r\nConnection: close\r\n\r\n";
    const QByteArray answer = rawAnswerTo({request, request, bye}, {});
    QCOMPARE(answer.count("HTTP/1.1 200 OK\r\n"), 3);
    QCOMPARE(answer.count("data: [DONE]"), 2);
    QCOMPARE(answer.count("\r\n0\r\n\r\n"), 2);
}

void SimulatorTest::answersRequestsSentAtOnce()
{
    QByteArray requests;
    for (int count = 0; count < 200; ++count)
        requests += "GET /v1/models/swift HTTP/1.1\r\n\r\n";
    const QByteArray answer =
        rawAnswerTo({requests + "GET /v1/models/swift HTTP/1.1\r\nConnection: close\r\n\r\n"}, {});
    QCOMPARE(answer.count("HTTP/1.1 200 OK\r\n"), 201);
}

void SimulatorTest::takesAChunkedRequestInSmallParts()
{
    const QByteArray body =
        QJsonDocument(requestFor(QStringLiteral("swift"), QStringLiteral("Hi"), true)).toJson();
    QList<QByteArray> parts{"POST /v1/chat/completions HTTP/1.1\r\nTransfer-", "Encoding: chunked\r\n\r\n"};
    for (qsizetype at = 0; at < body.size(); at += 7) {
        const QByteArray piece = body.mid(at, 7);
        parts.append(QByteArray::number(piece.size(), 16) + "\r");
        parts.append("\n" + piece + "\r\n");
    }
    parts.append("0\r\n\r\n");
    QVERIFY(hear(rawAnswerTo(parts, "\r\n0\r\n\r\n")).done);
}

void SimulatorTest::survivesMalformedRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const QByteArray post = "POST /v1/chat/completions HTTP/1.1\r\nConnection: close\r\n";
    QTest::newRow("noise") << QByteArray("\0\1\2\r\n\r\n", 7) << QByteArray("400");
    QTest::newRow("an endless header") << post + QByteArray(200'000, 'x') << QByteArray("431");
    QTest::newRow("smuggling") << post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
                               << QByteArray("400");
    QTest::newRow("a body beyond the limit") << post + "Content-Length: 99999999999\r\n\r\n"
                                             << QByteArray("413");
    QTest::newRow("no JSON") << rawRequest(post, "{\"model\":") << QByteArray("400");
    QTest::newRow("no body") << post + "\r\n" << QByteArray("400");
    QTest::newRow("an unknown model")
        << rawRequest(post, R"({"model": "nobody", "messages": [{"role": "user", "content": "x"}]})")
        << QByteArray("404");
    QTest::newRow("an unknown path") << QByteArray("GET /models HTTP/1.1\r\nConnection: close\r\n\r\n")
                                     << QByteArray("404");
    QTest::newRow("the wrong method")
        << QByteArray("GET /v1/chat/completions HTTP/1.1\r\nConnection: close\r\n\r\n") << QByteArray("405");
}

void SimulatorTest::survivesMalformedRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    const QByteArray answer = rawAnswerTo({bytes}, {});
    QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.left(200).constData());
    const QJsonObject error = QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    QVERIFY(!error.value(QLatin1String("error"))[QLatin1String("message")].toString().isEmpty());
    QVERIFY(hear(answerTo(requestFor(QStringLiteral("swift"), QStringLiteral("Still there?"), true))).done);
}

void SimulatorTest::refusesPicturesWhereAModelTakesNone()
{
    QJsonObject request = requestFor(QStringLiteral("swift"), {}, true);
    request.insert(QStringLiteral("messages"),
                   QJsonDocument::fromJson(R"([{"role": "user", "content": [{"type": "text", "text": "See?"},
                       {"type": "image_url", "image_url": {"url": "data:image/gif;base64,R0lGODlhEAAgAA=="}}]}])")
                       .array());
    answerTo(request);
    QCOMPARE(m_status, 400);
    request.insert(QStringLiteral("model"), QStringLiteral("vision"));
    const Heard heard = hear(answerTo(request));
    QCOMPARE(m_status, 200);
    QVERIFY(heard.text.contains(QStringLiteral("GIF picture of 16 × 32 pixels (portrait)")));
}

void SimulatorTest::refusesWhatIsLongerThanTheContext()
{
    const QByteArray answer =
        answerTo(requestFor(QStringLiteral("thrifty"), QStringLiteral("word ").repeated(33'000), true));
    QCOMPARE(m_status, 400);
    QVERIFY(answer.contains("context_length_exceeded"));
}

void SimulatorTest::endsAnOldClientsStreamByClosing()
{
    const QByteArray body =
        QJsonDocument(requestFor(QStringLiteral("swift"), QStringLiteral("Hi"), true)).toJson();
    const QByteArray answer = rawAnswerTo({rawRequest("POST /v1/chat/completions HTTP/1.0\r\n", body)}, {});
    QVERIFY(!answer.contains("chunked"));
    QVERIFY(answer.endsWith("data: [DONE]\n\n"));
}

void SimulatorTest::writesAtThePaceOfItsPersonality()
{
    // So slow that nothing comes of it within a test; a request after the change of speed overtakes it.
    m_simulator->setSpeed(1e-4);
    QNetworkReply *slow = post(requestFor(QStringLiteral("swift"), QStringLiteral("Hello"), true));
    answerTo(requestFor(QStringLiteral("fault-401"), QStringLiteral("Hello"), true));
    QCOMPARE(m_status, 401);
    m_simulator->setSpeed(0);
    QVERIFY(hear(answerTo(requestFor(QStringLiteral("swift"), QStringLiteral("Hello"), true))).done);
    QCOMPARE(slow->bytesAvailable(), 0);

    SimulatorHandler handler;
    HttpRequest request{"POST", "/v1/chat/completions"};
    for (const Personality &personality : simulatorPersonalities()) {
        request.body =
            QJsonDocument(requestFor(personality.id, QStringLiteral("Hello there"), true)).toJson();
        const SimulatorReply reply = handler.reply(request);
        if (reply.status == 200) {
            QCOMPARE(reply.firstToken, personality.firstToken);
            QCOMPARE(reply.tokensPerSecond, personality.tokensPerSecond);
        }
    }
    request.body = QJsonDocument(requestFor(QStringLiteral("fault-slow-first-token"), {}, true)).toJson();
    QCOMPARE(handler.reply(request).firstToken, std::chrono::seconds(8));
}

void SimulatorTest::survivesClientsThatLeave()
{
    m_simulator->setSpeed(8);
    for (int count = 0; count < 10; ++count) {
        QNetworkReply *reply = post(requestFor(QStringLiteral("scholar"), QStringLiteral("Hello"), true));
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        reply->abort();
    }
    m_simulator->setSpeed(0);
    QVERIFY(hear(answerTo(requestFor(QStringLiteral("swift"), QStringLiteral("Hello"), true))).done);
}

void SimulatorTest::stopsAndStartsAgain()
{
    const QUrl first = m_simulator->baseUrl();
    QCOMPARE(m_simulator->start().valueOr({}), first);
    QNetworkReply *hanging = post(requestFor(QStringLiteral("fault-silent"), QStringLiteral("Hello"), true));
    m_simulator->stop();
    QVERIFY(m_simulator->baseUrl().isEmpty());
    QTRY_VERIFY(hanging->isFinished());
    QVERIFY(hanging->error() != QNetworkReply::NoError);
    QVERIFY(m_simulator->start().hasValue());
    QCOMPARE(m_simulator->baseUrl().host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(m_simulator->baseUrl().path(), QStringLiteral("/v1"));
    QVERIFY(hear(answerTo(requestFor(QStringLiteral("swift"), QStringLiteral("Hello"), true))).done);
}

SWITCHYARD_TEST(SimulatorTest)
#include "tst_simulator.moc"
