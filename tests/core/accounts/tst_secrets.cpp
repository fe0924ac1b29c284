#include "core/accounts/environmentsecretstore.h"
#include "core/accounts/secrets.h"
#include "core/accounts/sessionsecretstore.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

namespace {

/// A keychain in memory that counts what is asked of it and can be out of order.
class FakeKeychain final : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const SecretRef &ref) override
    {
        ++asked;
        return broken ? QtFuture::makeReadyFuture(Result<std::optional<QString>>(failure()))
                      : memory.read(ref);
    }
    QFuture<Result<void>> write(const SecretRef &ref, const QString &secret) override
    {
        ++asked;
        return broken ? QtFuture::makeReadyFuture(Result<void>(failure())) : memory.write(ref, secret);
    }
    QFuture<Result<void>> remove(const SecretRef &ref) override
    {
        ++asked;
        return broken ? QtFuture::makeReadyFuture(Result<void>(failure())) : memory.remove(ref);
    }

    static Error failure() { return Error{ErrorKind::Timeout, QStringLiteral("no answer")}; }

    SessionSecretStore memory;
    bool broken = false;
    int asked = 0;
};

Account accountWith(KeyStore store)
{
    Account account;
    account.id = 4;
    account.name = QStringLiteral("work");
    account.keyStore = store;
    account.keyVariable = QStringLiteral("OPENAI_API_KEY");
    return account;
}

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aMissingKeySaysWhereItWasLookedFor_data();
    void aMissingKeySaysWhereItWasLookedFor();
    void eachAccountUsesItsOwnPlaceOnly();
    void anAccountWithoutKeyHasAnEmptyOne();
    void aBrokenKeychainIsNoReasonToKeepAKeyElsewhere();
    void aProxyWithAUserNeedsItsPassword();
    void forgettingTakesEverything();
    void forgettingDoesNotNeedAKeychainThatHoldsNothing();

private:
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<EnvironmentSecretStore> m_environment;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<Secrets> m_secrets;
};

void SecretsTest::init()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("SET_KEY"), QStringLiteral("from-environment\n"));
    environment.insert(QStringLiteral("EMPTY_KEY"), QString());
    m_secrets.reset();
    m_keychain = std::make_unique<FakeKeychain>();
    m_environment = std::make_unique<EnvironmentSecretStore>(environment);
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<Secrets>(*m_keychain, *m_environment, *m_session);
}

void SecretsTest::aMissingKeySaysWhereItWasLookedFor_data()
{
    QTest::addColumn<KeyStore>("store");
    QTest::addColumn<QString>("part");
    QTest::newRow("a variable that is not set")
        << KeyStore::Environment << QStringLiteral("OPENAI_API_KEY is not set");
    QTest::newRow("a session that is over") << KeyStore::Session << QStringLiteral("one session only");
    QTest::newRow("an entry that is gone") << KeyStore::Keychain << QStringLiteral("keychain holds no key");
}

void SecretsTest::aMissingKeySaysWhereItWasLookedFor()
{
    QFETCH(KeyStore, store);
    QFETCH(QString, part);
    const Result<ResolvedSecrets> answer = await(m_secrets->resolve(accountWith(store)));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Auth);
    QVERIFY2(answer.error().message.contains(part), qPrintable(answer.error().message));
}

void SecretsTest::eachAccountUsesItsOwnPlaceOnly()
{
    Account inEnvironment = accountWith(KeyStore::Environment);
    inEnvironment.keyVariable = QStringLiteral("SET_KEY");
    QCOMPARE(await(m_secrets->resolve(inEnvironment)).value().key, QStringLiteral("from-environment"));
    inEnvironment.keyVariable = QStringLiteral("EMPTY_KEY");
    QVERIFY(!await(m_secrets->resolve(inEnvironment)));
    QVERIFY(!await(m_secrets->store(inEnvironment, QStringLiteral("x"))));

    const Account inSession = accountWith(KeyStore::Session);
    QVERIFY(await(m_secrets->store(inSession, QStringLiteral("from-session"))));
    QCOMPARE(await(m_secrets->resolve(inSession)).value().key, QStringLiteral("from-session"));
    QCOMPARE(m_keychain->asked, 0);

    const Account inKeychain = accountWith(KeyStore::Keychain);
    QVERIFY(!await(m_secrets->resolve(inKeychain)));
    QVERIFY(await(m_secrets->store(inKeychain, QStringLiteral("from-keychain"))));
    QCOMPARE(await(m_secrets->resolve(inKeychain)).value().key, QStringLiteral("from-keychain"));
    QCOMPARE(await(m_secrets->resolve(inSession)).value().key, QStringLiteral("from-session"));
}

void SecretsTest::anAccountWithoutKeyHasAnEmptyOne()
{
    QCOMPARE(await(m_secrets->resolve(accountWith(KeyStore::None))).value(), ResolvedSecrets());
    QVERIFY(!await(m_secrets->store(accountWith(KeyStore::None), QStringLiteral("x"))));
    QCOMPARE(m_keychain->asked, 0);
}

void SecretsTest::aBrokenKeychainIsNoReasonToKeepAKeyElsewhere()
{
    m_keychain->broken = true;
    const Account account = accountWith(KeyStore::Keychain);
    QCOMPARE(await(m_secrets->store(account, QStringLiteral("mine"))).error(), FakeKeychain::failure());
    QCOMPARE(await(m_secrets->resolve(account)).error(), FakeKeychain::failure());
    QVERIFY(!await(m_secrets->resolve(accountWith(KeyStore::Session))));
}

void SecretsTest::aProxyWithAUserNeedsItsPassword()
{
    Account account = accountWith(KeyStore::None);
    account.proxy = ProxySettings{ProxyMode::Http, QStringLiteral("proxy"), 3128};
    QVERIFY(await(m_secrets->resolve(account)));
    account.proxy.user = QStringLiteral("me");
    const Result<ResolvedSecrets> missing = await(m_secrets->resolve(account));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains(QLatin1StringView("proxy")));

    QVERIFY(await(m_secrets->storeProxyPassword(account, QStringLiteral("now"), KeyStore::Session)));
    QCOMPARE(await(m_secrets->resolve(account)).value().proxyPassword, QStringLiteral("now"));
    QCOMPARE(await(m_keychain->memory.read({4, SecretKind::ProxyPassword})).value(), std::nullopt);
    QVERIFY(await(m_secrets->storeProxyPassword(account, QStringLiteral("kept"), KeyStore::Keychain)));
    QCOMPARE(await(m_secrets->resolve(account)).value().proxyPassword, QStringLiteral("kept"));
    QVERIFY(await(m_keychain->memory.read({4, SecretKind::ProxyPassword})).value().has_value());
}

void SecretsTest::forgettingTakesEverything()
{
    Account account = accountWith(KeyStore::Keychain);
    account.proxy = ProxySettings{ProxyMode::Http, QStringLiteral("proxy"), 3128, QStringLiteral("me")};
    QVERIFY(await(m_secrets->store(account, QStringLiteral("a"))));
    QVERIFY(await(m_secrets->storeProxyPassword(account, QStringLiteral("b"), KeyStore::Keychain)));
    QVERIFY(await(m_secrets->forget(account)));
    for (const SecretKind kind : {SecretKind::Key, SecretKind::ProxyPassword}) {
        QCOMPARE(await(m_keychain->memory.read({4, kind})).value(), std::nullopt);
        QCOMPARE(await(m_session->read({4, kind})).value(), std::nullopt);
    }
}

void SecretsTest::forgettingDoesNotNeedAKeychainThatHoldsNothing()
{
    m_keychain->broken = true;
    QVERIFY(!await(m_secrets->forget(accountWith(KeyStore::Keychain))));
    const Account account = accountWith(KeyStore::Session);
    QVERIFY(await(m_secrets->store(account, QStringLiteral("a"))));
    QVERIFY(await(m_secrets->forget(account)));
    QVERIFY(!await(m_secrets->resolve(account)));
}

SWITCHYARD_TEST(SecretsTest)

#include "tst_secrets.moc"
