#include "core/accounts/account.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class AccountTest : public QObject
{
    Q_OBJECT

private slots:
    void acceptsOnlyUsableAccounts_data();
    void acceptsOnlyUsableAccounts();
    void splitsTargetsAtTheFirstSlash_data();
    void splitsTargetsAtTheFirstSlash();
    void namesOfKeyStoresAreThoseOfTheJson();
    void secretsAreTakenOut();

private:
    static Account usable();
};

Account AccountTest::usable()
{
    Account account;
    account.name = QStringLiteral("work");
    account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    return account;
}

void AccountTest::acceptsOnlyUsableAccounts_data()
{
    using Change = std::function<void(Account &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("accepted");
    const auto name = [](const char *text) {
        return Change([text](Account &account) { account.name = QString::fromUtf8(text); });
    };
    const auto url = [](const char *text) {
        return Change([text](Account &account) { account.baseUrl = QUrl(QString::fromUtf8(text)); });
    };
    const auto header = [](const char *key, const char *value) {
        return Change([key, value](Account &account) { account.headers = {Header(key, value)}; });
    };
    const auto variable = [](const char *text) {
        return Change([text](Account &account) {
            account.keyStore = KeyStore::Environment;
            account.keyVariable = QString::fromUtf8(text);
        });
    };
    QTest::newRow("an ordinary account") << Change([](Account &) {}) << true;
    QTest::newRow("a name with a space and a colon") << name("my: work") << true;
    QTest::newRow("no name") << name("") << false;
    QTest::newRow("a name of blanks") << name("  ") << false;
    QTest::newRow("a name that ends with a space") << name("work ") << false;
    QTest::newRow("a slash in the name") << name("a/b") << false;
    QTest::newRow("a line feed in the name") << name("a\nb") << false;
    QTest::newRow("the reserved name route") << name("route") << false;
    QTest::newRow("the reserved name demo in capitals") << name("Demo") << false;
    QTest::newRow("a plain http address on loopback") << url("http://127.0.0.1:8080/v1") << true;
    QTest::newRow("no address") << url("") << false;
    QTest::newRow("an address without scheme") << url("api.example.com/v1") << false;
    QTest::newRow("an ftp address") << url("ftp://example.com") << false;
    QTest::newRow("an address with a password") << url("https://me:secret@example.com/v1") << false;
    QTest::newRow("an address with a query") << url("https://example.com/v1?key=1") << false;
    QTest::newRow("an address with a fragment") << url("https://example.com/v1#top") << false;
    QTest::newRow("an address with an open part") << url("https://{Workspace}.example.com/v1") << false;
    QTest::newRow("a harmless header") << header("HTTP-Referer", "https://example.com") << true;
    QTest::newRow("a header named for a key") << header("X-Api-Key", "abc") << false;
    QTest::newRow("an authorization header") << header("authorization", "Basic abc") << false;
    QTest::newRow("a key in an innocent header") << header("X-Team", "sk-proj-abcdefghijklmn") << false;
    QTest::newRow("a header with a line feed") << header("X-Team", "a\r\nHost: b") << false;
    QTest::newRow("a header name with a space") << header("X Team", "a") << false;
    QTest::newRow("a variable name") << variable("OPENAI_API_KEY") << true;
    QTest::newRow("no variable name") << variable("") << false;
    QTest::newRow("a variable that begins with a digit") << variable("1KEY") << false;
    QTest::newRow("a key instead of a variable name") << variable("sk-proj-abcdefghijklmn") << false;
    QTest::newRow("a negative limit") << Change([](Account &a) { a.maxParallel = -1; }) << false;
    QTest::newRow("a negative multiplier")
        << Change([](Account &a) { a.priceMultiplierMillionths = -1; }) << false;
    QTest::newRow("a negative time limit")
        << Change([](Account &a) { a.timeouts.idle = std::chrono::milliseconds(-1); }) << false;
    QTest::newRow("a proxy without host")
        << Change([](Account &a) { a.proxy.mode = ProxyMode::Socks5; }) << false;
    QTest::newRow("a whole proxy") << Change([](Account &a) {
        a.proxy = ProxySettings{ProxyMode::Http, QStringLiteral("proxy.example.com"), 3128};
    }) << true;
}

void AccountTest::acceptsOnlyUsableAccounts()
{
    QFETCH(std::function<void(Account &)>, change);
    QFETCH(bool, accepted);
    Account account = usable();
    change(account);
    const Result<void> valid = validateAccount(account);
    QCOMPARE(valid.hasValue(), accepted);
    if (!accepted) {
        QCOMPARE(valid.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(valid.error().message.endsWith(u'.'));
        QVERIFY(!valid.error().message.contains(QLatin1StringView("abcdefghijklmn")));
        QVERIFY(!valid.error().message.contains(QLatin1StringView("secret")));
    }
}

void AccountTest::splitsTargetsAtTheFirstSlash_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("model");
    QTest::newRow("plain") << QStringLiteral("openai/gpt-4o") << QStringLiteral("openai")
                           << QStringLiteral("gpt-4o");
    QTest::newRow("a model with slashes and a colon")
        << QStringLiteral("router/openai/gpt-4o:free") << QStringLiteral("router")
        << QStringLiteral("openai/gpt-4o:free");
    QTest::newRow("no slash") << QStringLiteral("gpt-4o") << QString() << QString();
    QTest::newRow("no account") << QStringLiteral("/gpt-4o") << QString() << QString();
    QTest::newRow("no model") << QStringLiteral("openai/") << QString() << QString();
}

void AccountTest::splitsTargetsAtTheFirstSlash()
{
    QFETCH(QString, text);
    QFETCH(QString, account);
    QFETCH(QString, model);
    const std::optional<TargetName> target = parseTargetName(text);
    QCOMPARE(target.has_value(), !account.isEmpty());
    if (target) {
        QCOMPARE(target->account, account);
        QCOMPARE(target->model, model);
        QCOMPARE(target->toString(), text);
    }
}

void AccountTest::namesOfKeyStoresAreThoseOfTheJson()
{
    QCOMPARE(keyStoreName(KeyStore::Keychain), QStringLiteral("keychain"));
    QCOMPARE(keyStoreFromName(u"environment"), std::optional(KeyStore::Environment));
    QCOMPARE(keyStoreFromName(u"none"), std::optional(KeyStore::None));
    QCOMPARE(keyStoreFromName(u"file"), std::nullopt);
}

void AccountTest::secretsAreTakenOut()
{
    Account account = usable();
    account.proxy.password = QStringLiteral("hush");
    QCOMPARE(withoutSecrets(account).proxy.password, QString());
    QCOMPARE(withoutSecrets(account).name, account.name);
}

SWITCHYARD_TEST(AccountTest)

#include "tst_account.moc"
