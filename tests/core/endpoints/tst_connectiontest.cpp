#include "core/endpoints/connectiontest.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonArray>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private slots:
    void listsTheModels();
    void saysPreciselyWhatIsWrong_data();
    void saysPreciselyWhatIsWrong();
    void unknownHostsAndRefusals();
    void findsTheApiWhenV1IsMissing();
    void findsTheApiBelowAPastedChatPath();
    void wantsAKeyWhereThereIsNone();
    void aMissingVariableIsNamed();

private:
    ConnectionReport run(test::Workbench &bench, const Account &account);
    static test::Script listing();
};

test::Script ConnectionTestTest::listing()
{
    return test::respondJson(200,
                             {{QStringLiteral("object"), QStringLiteral("list")},
                              {QStringLiteral("data"),
                               QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("one")}},
                                          QJsonObject{{QStringLiteral("id"), QStringLiteral("two")}}}}});
}

ConnectionReport ConnectionTestTest::run(test::Workbench &bench, const Account &account)
{
    ConnectionTest connection(bench.resolver, bench.client);
    return test::await(connection.run(account));
}

void ConnectionTestTest::listsTheModels()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"), QList<test::Script>{listing()});
    test::Workbench bench;
    const ConnectionReport report = run(bench, bench.addAccount(QStringLiteral("fake"), provider.baseUrl()));
    QVERIFY(report.ok());
    QCOMPARE(report.models.size(), 2);
    QCOMPARE(report.models.at(1).id, QStringLiteral("two"));
    QVERIFY(report.latencyMs > 0.0);
    QVERIFY(!report.listing.isEmpty());
    QCOMPARE(provider.lastRequest().header("authorization"), "Bearer " + test::Workbench::key().toUtf8());
}

void ConnectionTestTest::saysPreciselyWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("a wrong key keeps the provider's words")
        << 401 << QByteArray("application/json") << QByteArray(R"({"error":{"message":"Incorrect API key"}})")
        << int(ErrorKind::Auth) << QStringLiteral("Incorrect API key");
    QTest::newRow("no list at that path") << 404 << QByteArray("application/json") << QByteArray("{}")
                                          << int(ErrorKind::NotFound) << QStringLiteral("no model list");
    QTest::newRow("a web page") << 200 << QByteArray("text/html")
                                << QByteArray("<!DOCTYPE html><title>Hi</title>") << int(ErrorKind::Protocol)
                                << QStringLiteral("web page");
    QTest::newRow("some other JSON") << 200 << QByteArray("application/json") << QByteArray(R"({"hello":1})")
                                     << int(ErrorKind::Protocol) << QString();
    QTest::newRow("no JSON at all") << 200 << QByteArray("text/plain") << QByteArray("hello")
                                    << int(ErrorKind::Protocol) << QString();
    QTest::newRow("the server is broken") << 503 << QByteArray("text/plain") << QByteArray("maintenance")
                                          << int(ErrorKind::Server) << QStringLiteral("maintenance");
}

void ConnectionTestTest::saysPreciselyWhatIsWrong()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, words);
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"),
                    QList<test::Script>{test::respond(status, {{"Content-Type", type}}, body)});
    test::Workbench bench;
    const ConnectionReport report = run(bench, bench.addAccount(QStringLiteral("fake"), provider.baseUrl()));
    QVERIFY(!report.ok());
    QCOMPARE(int(report.error->kind), kind);
    QVERIFY2(report.error->message.contains(words), qPrintable(report.error->message));
    QVERIFY(report.betterBaseUrl.isEmpty());
}

void ConnectionTestTest::unknownHostsAndRefusals()
{
    test::Workbench bench;
    const ConnectionReport unknown = run(
        bench,
        bench.addAccount(QStringLiteral("nowhere"), QUrl(QStringLiteral("http://no-such-host.invalid/v1"))));
    QCOMPARE(unknown.error->kind, ErrorKind::Network);
    QVERIFY(unknown.error->message.contains(QLatin1StringView("DNS")));
    test::FakeProvider provider;
    const QUrl url = provider.baseUrl();
    provider.shutDown();
    const ConnectionReport refused = run(bench, bench.addAccount(QStringLiteral("closed"), url));
    QVERIFY(refused.error->message.contains(QLatin1StringView("refused the connection")));
}

void ConnectionTestTest::findsTheApiWhenV1IsMissing()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"), QList<test::Script>{listing()});
    provider.onPath(
        QStringLiteral("/models"),
        QList<test::Script>{test::respond(200, {{"Content-Type", "text/html"}}, "<html></html>")});
    test::Workbench bench;
    const ConnectionReport report = run(bench, bench.addAccount(QStringLiteral("fake"), provider.url()));
    QVERIFY(!report.ok());
    QCOMPARE(report.betterBaseUrl, provider.baseUrl());
    QVERIFY(report.error->message.contains(provider.baseUrl().toString()));
}

void ConnectionTestTest::findsTheApiBelowAPastedChatPath()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"), QList<test::Script>{listing()});
    test::Workbench bench;
    const ConnectionReport report =
        run(bench,
            bench.addAccount(QStringLiteral("fake"), provider.url(QStringLiteral("/v1/chat/completions"))));
    QCOMPARE(report.betterBaseUrl, provider.baseUrl());
}

void ConnectionTestTest::wantsAKeyWhereThereIsNone()
{
    test::FakeProvider provider;
    provider.onPath(QStringLiteral("/v1/models"), QList<test::Script>{test::respondJson(401, {})});
    test::Workbench bench;
    const ConnectionReport report =
        run(bench, bench.addAccount(QStringLiteral("fake"), provider.baseUrl(), false));
    QCOMPARE(report.error->kind, ErrorKind::Auth);
    QVERIFY(report.error->message.contains(QLatin1StringView("wants a key")));
}

void ConnectionTestTest::aMissingVariableIsNamed()
{
    test::Workbench bench;
    Account account;
    account.name = QStringLiteral("fake");
    account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    account.keyStore = KeyStore::Environment;
    account.keyVariable = QStringLiteral("SURELY_NOT_SET");
    const ConnectionReport report = run(bench, bench.addAccount(account));
    QCOMPARE(report.error->kind, ErrorKind::Auth);
    QVERIFY(report.error->message.contains(QLatin1StringView("SURELY_NOT_SET")));
}

SWITCHYARD_TEST(ConnectionTestTest)
#include "tst_connectiontest.moc"
