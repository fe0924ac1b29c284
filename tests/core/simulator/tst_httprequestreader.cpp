#include "core/simulator/httprequestreader.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::HttpRequest;
using core::HttpRequestReader;

class HttpRequestReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsARequestHoweverItIsSplit_data();
    void readsARequestHoweverItIsSplit();
    void readsSeveralRequestsOfOneConnection();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
    void knowsWhetherTheConnectionIsKept_data();
    void knowsWhetherTheConnectionIsKept();
    void tellsOnceThatTheClientWaitsForContinue();
    void splitsPathFromQuery();
};

void HttpRequestReaderTest::readsARequestHoweverItIsSplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no body") << QByteArray("GET /v1/models HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray();
    QTest::newRow("a counted body") << QByteArray(
        "POST /a HTTP/1.1\r\ncontent-length:  11\r\n\r\n{\"a\": \"ä\"}")
                                    << QByteArray("{\"a\": \"ä\"}");
    QTest::newRow("an empty counted body")
        << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 0\r\n\r\n") << QByteArray();
    QTest::newRow("a chunked body with extensions and a trailer")
        << QByteArray("POST /a HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n"
                      "5;x=y\r\nhello\r\nA\r\n, switches\r\n0\r\nExpires: never\r\n\r\n")
        << QByteArray("hello, switches");
    QTest::newRow("empty lines before it") << QByteArray("\r\n\r\nGET / HTTP/1.0\r\n\r\n") << QByteArray();
}

void HttpRequestReaderTest::readsARequestHoweverItIsSplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        HttpRequestReader reader;
        reader.feed(bytes.left(at));
        reader.feed(bytes.mid(at));
        const std::optional<HttpRequest> request = reader.take();
        QVERIFY2(request.has_value(), qPrintable(QString::number(at)));
        QCOMPARE(request->body, body);
        QVERIFY(!reader.take().has_value());
        QVERIFY(!reader.isInside());
    }
    HttpRequestReader reader;
    for (const char byte : bytes) {
        QVERIFY(!reader.take().has_value());
        reader.feed(QByteArrayView(&byte, 1));
    }
    QCOMPARE(reader.take().value_or(HttpRequest()).body, body);
}

void HttpRequestReaderTest::readsSeveralRequestsOfOneConnection()
{
    HttpRequestReader reader;
    reader.feed("POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\naGET /2 HTTP/1.1\r\n\r\nGET /3");
    QCOMPARE(reader.take().value_or(HttpRequest()).target, QByteArray("/1"));
    QCOMPARE(reader.take().value_or(HttpRequest()).target, QByteArray("/2"));
    QVERIFY(!reader.take().has_value());
    QVERIFY(reader.isInside());
    reader.feed(" HTTP/1.1\r\n\r\n");
    QCOMPARE(reader.take().value_or(HttpRequest()).target, QByteArray("/3"));
}

void HttpRequestReaderTest::refusesWhatIsMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST / HTTP/1.1\r\n";
    QTest::newRow("no request line at all") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("a TLS greeting") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << 400;
    QTest::newRow("a header without a colon") << post + "nonsense\r\n\r\n" << 400;
    QTest::newRow("a blank before the colon") << post + "Host : x\r\n\r\n" << 400;
    QTest::newRow("a bare line feed in a header") << post + "A: b\nC: d\r\n\r\n" << 400;
    QTest::newRow("a length that is no number") << post + "Content-Length: many\r\n\r\n" << 400;
    QTest::newRow("a length with a sign") << post + "Content-Length: +5\r\n\r\n" << 400;
    QTest::newRow("a negative length") << post + "Content-Length: -5\r\n\r\n" << 400;
    QTest::newRow("a length beyond the limit") << post + "Content-Length: 67108865\r\n\r\n" << 413;
    QTest::newRow("a length and chunks together")
        << post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        << 400;
    QTest::newRow("an unknown transfer coding") << post + "Transfer-Encoding: gzip\r\n\r\n" << 501;
    QTest::newRow("a chunk size that is no number") << post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"
                                                    << 400;
    QTest::newRow("a chunk beyond the limit") << post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n"
                                              << 413;
    QTest::newRow("a chunk size that overflows")
        << post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n"
        << 400;
    QTest::newRow("a chunk longer than it said") << post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
                                                 << 400;
    QTest::newRow("headers without end") << post + QByteArray(70'000, 'a') << 431;
    QTest::newRow("a chunk size line without end")
        << post + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(9'000, '1') << 400;
}

void HttpRequestReaderTest::refusesWhatIsMalformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpRequestReader reader;
    reader.feed(bytes);
    QVERIFY(reader.failure().has_value());
    QCOMPARE(reader.failure()->status, status);
    QVERIFY(!reader.failure()->message.isEmpty());
    reader.feed("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(!reader.take().has_value());
}

void HttpRequestReaderTest::knowsWhetherTheConnectionIsKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("kept");
    QTest::newRow("HTTP/1.1 keeps by default") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
    QTest::newRow("HTTP/1.1 asked to close")
        << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0 closes by default") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0 asked to keep")
        << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void HttpRequestReaderTest::knowsWhetherTheConnectionIsKept()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, kept);
    HttpRequestReader reader;
    reader.feed(bytes);
    QCOMPARE(reader.take().value_or(HttpRequest()).keepsAlive(), kept);
}

void HttpRequestReaderTest::tellsOnceThatTheClientWaitsForContinue()
{
    HttpRequestReader reader;
    reader.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(reader.takeExpectsContinue());
    QVERIFY(!reader.takeExpectsContinue());
    reader.feed("ok");
    QCOMPARE(reader.take().value_or(HttpRequest()).body, QByteArray("ok"));
}

void HttpRequestReaderTest::splitsPathFromQuery()
{
    HttpRequestReader reader;
    reader.feed("GET /v1/models?limit=5 HTTP/1.1\r\nX-A: 1\r\nx-a: 2\r\n\r\n");
    const HttpRequest request = reader.take().value_or(HttpRequest());
    QCOMPARE(request.path(), QByteArray("/v1/models"));
    QCOMPARE(request.header("X-a"), QByteArray("1"));
    QVERIFY(!request.hasHeader("x-b"));
    QVERIFY(request.json().isEmpty());
}

SWITCHYARD_TEST(HttpRequestReaderTest)
#include "tst_httprequestreader.moc"
