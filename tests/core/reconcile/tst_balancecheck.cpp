#include "core/reconcile/balancecheck.h"

#include "core/accounts/environmentsecretstore.h"
#include "core/accounts/secrets.h"
#include "core/accounts/sessionsecretstore.h"
#include "core/endpoints/endpointresolver.h"
#include "core/net/providerclient.h"
#include "tests/support/await.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

/// The request for a balance. As the provider's host says how to ask, a proxy stands in for the provider.
class BalanceCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theProviderIsAskedWithTheKey_data();
    void theProviderIsAskedWithTheKey();
    void whatGoesWrongIsSaid_data();
    void whatGoesWrongIsSaid();
    void theKeyDoesNotFollowToAnotherHost();
    void noAnswerEndsInTime();
    void aProviderThatTellsNoneIsNotAsked();

private:
    static QString key() { return QStringLiteral("sk-key-of-the-tests-0001"); }
    static QProcessEnvironment environmentOfKey();
    Account accountOf(const QString &url) const;
    Result<Balance> run(const Account &account);

    SystemClock m_clock;
    SessionSecretStore m_keychain;
    SessionSecretStore m_session;
    EnvironmentSecretStore m_environment{environmentOfKey()};
    Secrets m_secrets{m_keychain, m_environment, m_session};
    EndpointResolver m_resolver{m_secrets};
    ProviderClient m_client{m_clock};
    std::unique_ptr<test::FakeProvider> m_provider;
};

QProcessEnvironment BalanceCheckTest::environmentOfKey()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("TEST_KEY"), key());
    return environment;
}

void BalanceCheckTest::init()
{
    m_provider = std::make_unique<test::FakeProvider>();
}

Account BalanceCheckTest::accountOf(const QString &url) const
{
    Account account;
    account.id = 1;
    account.name = QStringLiteral("mine");
    account.baseUrl = QUrl(url);
    account.keyStore = KeyStore::Environment;
    account.keyVariable = QStringLiteral("TEST_KEY");
    account.proxy = {ProxyMode::Http, QStringLiteral("127.0.0.1"),
                     static_cast<quint16>(m_provider->url().port())};
    return account;
}

Result<Balance> BalanceCheckTest::run(const Account &account)
{
    BalanceCheck check(m_resolver, m_client);
    return test::await(check.run(account));
}

void BalanceCheckTest::theProviderIsAskedWithTheKey_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::newRow("OpenRouter") << QStringLiteral("http://openrouter.ai/api/v1")
                                << QByteArray(R"({"data": {"total_credits": 100.5, "total_usage": 25.75}})")
                                << QByteArray("openrouter.ai") << QByteArray("/api/v1/credits")
                                << QStringLiteral("74.75") << QStringLiteral("USD");
    QTest::newRow("DeepSeek, beside its version")
        << QStringLiteral("http://api.deepseek.com/v1")
        << QByteArray(R"({"balance_infos": [{"currency": "CNY", "total_balance": "110.00"}]})")
        << QByteArray("api.deepseek.com") << QByteArray("/user/balance") << QStringLiteral("110")
        << QStringLiteral("CNY");
}

void BalanceCheckTest::theProviderIsAskedWithTheKey()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, path);
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    m_provider->next(test::respond(200, {{"Content-Type", "application/json"}}, answer));
    const Result<Balance> balance = run(accountOf(url));
    QVERIFY2(balance, qPrintable(balance ? QString() : balance.error().message));
    QCOMPARE(balance->amount.toDecimal(), amount);
    QCOMPARE(balance->currency, currency);
    QCOMPARE(m_provider->requestCount(), 1);
    const HttpRequest request = m_provider->lastRequest();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.header("host"), host);
    QVERIFY2(request.path().endsWith(QByteArray(host + path)), request.target.constData());
    QCOMPARE(request.header("authorization"), "Bearer " + key().toUtf8());
}

void BalanceCheckTest::whatGoesWrongIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const QByteArray json("application/json");
    QTest::newRow("a key that may not ask")
        << 401 << json << QByteArray(R"({"error": {"message": "No cookie for sk-key-of-the-tests-0001"}})")
        << ErrorKind::Auth << QStringLiteral("to a management key only");
    QTest::newRow("a web page") << 200 << QByteArray("text/html") << QByteArray("<title>Hi</title>")
                                << ErrorKind::Protocol << QStringLiteral("has no balance");
    QTest::newRow("other JSON") << 200 << json << QByteArray(R"({"data": []})") << ErrorKind::Protocol
                                << QStringLiteral("has no balance");
    QTest::newRow("a broken server") << 503 << QByteArray("text/plain") << QByteArray("maintenance")
                                     << ErrorKind::Server << QStringLiteral("maintenance");
}

void BalanceCheckTest::whatGoesWrongIsSaid()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    m_provider->next(test::respond(status, {{"Content-Type", type}}, body));
    const Result<Balance> balance = run(accountOf(QStringLiteral("http://openrouter.ai/api/v1")));
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, kind);
    QVERIFY2(balance.error().message.contains(words), qPrintable(balance.error().message));
    QVERIFY2(!balance.error().message.contains(key()), qPrintable(balance.error().message));
}

void BalanceCheckTest::theKeyDoesNotFollowToAnotherHost()
{
    test::FakeProvider other;
    const QByteArray target = other.url(QStringLiteral("/api/v1/credits")).toEncoded();
    m_provider->next(test::respond(302, {{"Location", target}}, {}));
    const Result<Balance> balance = run(accountOf(QStringLiteral("http://openrouter.ai/api/v1")));
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, ErrorKind::Protocol);
    QVERIFY2(balance.error().message.contains(QStringLiteral("another host")),
             qPrintable(balance.error().message));
    QCOMPARE(other.requestCount(), 0);
    // Nor is the proxy asked to go there.
    QCOMPARE(m_provider->requestCount(), 1);
}

void BalanceCheckTest::noAnswerEndsInTime()
{
    m_provider->next({test::hang()});
    Account account = accountOf(QStringLiteral("http://openrouter.ai/api/v1"));
    account.timeouts.firstToken = 60ms;
    const Result<Balance> balance = run(account);
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, ErrorKind::Timeout);
}

void BalanceCheckTest::aProviderThatTellsNoneIsNotAsked()
{
    const Result<Balance> balance = run(accountOf(QStringLiteral("http://api.openai.com/v1")));
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_provider->requestCount(), 0);
}

SWITCHYARD_TEST(BalanceCheckTest)
#include "tst_balancecheck.moc"
