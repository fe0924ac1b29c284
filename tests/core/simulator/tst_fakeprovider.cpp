#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace std::chrono_literals;

namespace {

QNetworkReply *post(QNetworkAccessManager &manager, const QUrl &url, const QByteArray &bytes = "{}")
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = manager.post(request, bytes);
    reply->setParent(&manager);
    return reply;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

class FakeProviderTest : public QObject
{
    Q_OBJECT

private slots:
    void answersByQueueThenModelThenPath();
    void scriptsOfARouteComeInTurn();
    void recordsWhatItReceived();
    void streamsEventsInEveryFraming_data();
    void streamsEventsInEveryFraming();
    void breaksConnectionsAsTold_data();
    void breaksConnectionsAsTold();
    void hangsUntilTheClientGoes();
    void keepsTheConnectionForTheNextRequest();
    void countsWhatIsSimultaneous();
    void showsItsOwnCertificate();
    void refusesConnectionsOnceShutDown();
};

void FakeProviderTest::answersByQueueThenModelThenPath()
{
    test::FakeProvider provider;
    provider.next(test::respond(201, {}, "queue"));
    provider.onModel(QStringLiteral("m"), {test::respond(202, {}, "model")});
    provider.onPath(QStringLiteral("/v1/x"), {test::respond(203, {}, "path")});
    QNetworkAccessManager manager;
    const QUrl url = provider.url(QStringLiteral("/v1/x"));
    const QByteArray ofModel = R"({"model":"m"})";
    for (const auto &[body, status] : {std::pair{ofModel, 201}, {ofModel, 202}, {QByteArray("{}"), 203}}) {
        QNetworkReply *reply = post(manager, url, body);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(statusOf(*reply), status);
    }
    QNetworkReply *unknown = post(manager, provider.url(QStringLiteral("/elsewhere")));
    QTRY_VERIFY(unknown->isFinished());
    QCOMPARE(statusOf(*unknown), 404);
}

void FakeProviderTest::scriptsOfARouteComeInTurn()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/"), {test::respond(429, {}, "wait"), test::respond(200, {}, "well")});
    QNetworkAccessManager manager;
    for (const int status : {429, 200, 200}) {
        QNetworkReply *reply = post(manager, provider.url(QStringLiteral("/")));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(statusOf(*reply), status);
    }
}

void FakeProviderTest::recordsWhatItReceived()
{
    test::FakeProvider provider;
    QSignalSpy received(&provider, &test::FakeProvider::requestReceived);
    QNetworkAccessManager manager;
    QNetworkRequest request(provider.url(QStringLiteral("/v1/chat/completions")));
    request.setRawHeader("Authorization", "Bearer abc");
    request.setRawHeader("Content-Type", "application/json");
    std::unique_ptr<QNetworkReply> reply(manager.post(request, R"({"model":"m","stream":true})"));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(received.size(), 1);
    QCOMPARE(provider.requestCount(), 1);
    const core::HttpRequest seen = provider.lastRequest();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.path(), QByteArray("/v1/chat/completions"));
    QCOMPARE(seen.header("authorization"), QByteArray("Bearer abc"));
    QCOMPARE(seen.json().value(QLatin1String("stream")).toBool(), true);
}

void FakeProviderTest::streamsEventsInEveryFraming_data()
{
    QTest::addColumn<test::Script>("script");
    const test::Script events{test::sseEvent(QByteArray("one")), test::delay(1ms), test::sseDone()};
    QTest::newRow("chunked") << test::chunkedSse(events);
    QTest::newRow("ended by closing") << test::closeDelimitedSse(events);
    QTest::newRow("gzipped in small parts") << test::gzippedSse("data: one\n\ndata: [DONE]\n\n", 3);
    QTest::newRow("whole and gzipped") << test::respondGzip(200, {}, "data: one\n\ndata: [DONE]\n\n");
    QTest::newRow("chunks by hand") << test::Script{test::head(200), test::raw("data: one\n\n"),
                                                    test::body("data: [DONE]\n\n"), test::end()};
    QTest::newRow("byte by byte") << test::chunkedSse(test::split("data: one\n\ndata: [DONE]\n\n", 1));
}

void FakeProviderTest::streamsEventsInEveryFraming()
{
    QFETCH(test::Script, script);
    test::FakeProvider provider;
    provider.next(script);
    QNetworkAccessManager manager;
    QNetworkReply *reply = post(manager, provider.url(QStringLiteral("/")));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), QByteArray("data: one\n\ndata: [DONE]\n\n"));
}

void FakeProviderTest::breaksConnectionsAsTold_data()
{
    QTest::addColumn<test::Script>("script");
    QTest::addColumn<int>("errorNumber");
    const test::Script start{test::sseEvent(QByteArray("one")), test::delay(5ms)};
    QTest::newRow("reset") << test::openSse(start) + test::Script{test::reset()} << ECONNRESET;
    QTest::newRow("closed within the body") << test::openSse(start) + test::Script{test::close()} << 0;
    QTest::newRow("reset before anything") << test::Script{test::reset()} << ECONNRESET;
}

void FakeProviderTest::breaksConnectionsAsTold()
{
    QFETCH(test::Script, script);
    QFETCH(int, errorNumber);
    test::FakeProvider provider;
    provider.next(script);
    // A plain socket of the system: Qt's tells a reset and an orderly close by the same error.
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(provider.url().port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // connect() takes every kind of address through this one type.
    QCOMPARE(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const QByteArray request = "GET / HTTP/1.1\r\n\r\n";
    QCOMPARE(::send(socket, request.constData(), static_cast<size_t>(request.size()), 0), request.size());
    std::array<char, 4096> buffer{};
    ssize_t count = 0;
    do {
        count = ::recv(socket, buffer.data(), buffer.size(), 0);
    } while (count > 0);
    QCOMPARE(count < 0 ? errno : 0, errorNumber);
    ::close(socket);
    QTRY_COMPARE(provider.openConnections(), 0);
}

void FakeProviderTest::hangsUntilTheClientGoes()
{
    test::FakeProvider provider;
    provider.next({test::hang()});
    QNetworkAccessManager manager;
    QNetworkReply *reply = post(manager, provider.url(QStringLiteral("/")));
    QTRY_COMPARE(provider.requestCount(), 1);
    QVERIFY(!reply->isFinished());
    reply->abort();
    QTRY_COMPARE(provider.openConnections(), 0);
}

void FakeProviderTest::keepsTheConnectionForTheNextRequest()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/"), {test::completion({QStringLiteral("a"), QStringLiteral("b")})});
    QNetworkAccessManager manager;
    for (int turn = 0; turn < 3; ++turn) {
        QNetworkReply *reply = post(manager, provider.url(QStringLiteral("/")));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->readAll().endsWith("data: [DONE]\n\n"));
    }
    QCOMPARE(provider.requestCount(), 3);
    QCOMPARE(provider.connectionsAccepted(), 1);
}

void FakeProviderTest::countsWhatIsSimultaneous()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/"), {{test::hang()}});
    QNetworkAccessManager first;
    QNetworkAccessManager second;
    post(first, provider.url(QStringLiteral("/")));
    post(second, provider.url(QStringLiteral("/")));
    QTRY_COMPARE(provider.peakRequests(), 2);
    QCOMPARE(provider.openConnections(), 2);
    QCOMPARE(provider.peakConnections(), 2);
}

void FakeProviderTest::showsItsOwnCertificate()
{
    test::FakeProvider provider(test::FakeProvider::Security::SelfSigned);
    provider.onPath(QStringLiteral("/"), {test::respond(200, {}, "secret")});
    QNetworkAccessManager distrusting;
    QNetworkReply *refused = post(distrusting, provider.url(QStringLiteral("/")));
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->error(), QNetworkReply::SslHandshakeFailedError);

    QNetworkAccessManager trusting;
    QNetworkRequest request(provider.url(QStringLiteral("/")));
    QSslConfiguration configuration = request.sslConfiguration();
    QVERIFY(configuration.addCaCertificates(test::FakeProvider::certificateFile()));
    request.setSslConfiguration(configuration);
    std::unique_ptr<QNetworkReply> reply(trusting.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), QByteArray("secret"));
}

void FakeProviderTest::refusesConnectionsOnceShutDown()
{
    test::FakeProvider provider;
    provider.shutDown();
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(provider.url().port()));
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

SWITCHYARD_TEST(FakeProviderTest)
#include "tst_fakeprovider.moc"
