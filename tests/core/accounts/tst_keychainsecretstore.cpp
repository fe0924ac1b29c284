// Runs against a real Secret Service: see run_with_secret_service.sh.
#include "core/accounts/environmentsecretstore.h"
#include "core/accounts/keychainsecretstore.h"
#include "core/accounts/secrets.h"
#include "core/accounts/sessionsecretstore.h"
#include "tests/core/accounts/ledgerfixture.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

namespace {

constexpr auto kSecret = "the-secret-of-this-test-42";

SecretRef key(qint64 account)
{
    return SecretRef{account, SecretKind::Key};
}

SecretRef proxy(qint64 account)
{
    return SecretRef{account, SecretKind::ProxyPassword};
}

} // namespace

class KeychainSecretStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeychainAnswers();
    void secretsComeBackUntilTheyAreRemoved();
    void entriesAreNamedAfterLedgerAndAccount();
    void ledgersDoNotShareEntries();
    void nothingIsWrittenBesideTheKeychain();
    void accountsFindTheirSecretsThere();
    void aLockedKeychainIsNotTakenForAnEmptyOne();
};

void KeychainSecretStoreTest::aKeychainAnswers()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    const Result<void> answer = await(store.probe());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
}

void KeychainSecretStoreTest::secretsComeBackUntilTheyAreRemoved()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    QCOMPARE(await(store.read(key(7))).value(), std::nullopt);
    QVERIFY(await(store.remove(key(7))));
    const QString secret = QStringLiteral("sk-Zürich-东京");
    QVERIFY(await(store.write(key(7), secret)));
    QVERIFY(await(store.write(proxy(7), QStringLiteral("proxy"))));
    QCOMPARE(await(store.read(key(7))).value(), std::optional(secret));
    QVERIFY(await(store.write(key(7), QStringLiteral("second"))));
    QCOMPARE(await(store.read(key(7))).value(), std::optional(QStringLiteral("second")));
    QCOMPARE(await(store.read(key(8))).value(), std::nullopt);
    QVERIFY(await(store.remove(key(7))));
    QCOMPARE(await(store.read(key(7))).value(), std::nullopt);
    QCOMPARE(await(store.read(proxy(7))).value(), std::optional(QStringLiteral("proxy")));
}

void KeychainSecretStoreTest::entriesAreNamedAfterLedgerAndAccount()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    QVERIFY(await(store.write(proxy(3), QString::fromLatin1(kSecret))));
    const QString uuid = await(ledgerUuid(ledger.database())).value();
    QCOMPARE(uuid.size(), 36);
    QKeychain::ReadPasswordJob job(QStringLiteral("switchyard"));
    job.setAutoDelete(false);
    job.setKey(uuid + QStringLiteral("/3/proxy"));
    QSignalSpy finished(&job, &QKeychain::Job::finished);
    job.start();
    QVERIFY(finished.wait());
    QCOMPARE(job.textData(), QString::fromLatin1(kSecret));
}

void KeychainSecretStoreTest::ledgersDoNotShareEntries()
{
    test::TemporaryLedger one;
    test::TemporaryLedger other;
    KeychainSecretStore store(one.database());
    QVERIFY(await(store.write(key(1), QStringLiteral("one"))));
    KeychainSecretStore others(other.database());
    QCOMPARE(await(others.read(key(1))).value(), std::nullopt);
    one.reopen();
    KeychainSecretStore later(one.database());
    QCOMPARE(await(later.read(key(1))).value(), std::optional(QStringLiteral("one")));
}

void KeychainSecretStoreTest::nothingIsWrittenBesideTheKeychain()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    QVERIFY(await(store.write(key(1), QString::fromLatin1(kSecret))));
    const QDir folder = QFileInfo(ledger.filePath()).dir();
    ledger.close();
    for (const QDir &place : {folder, QDir::home()}) {
        const QFileInfoList files = place.entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(kSecret), qPrintable(info.filePath()));
        }
    }
}

void KeychainSecretStoreTest::accountsFindTheirSecretsThere()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore keychain(ledger.database());
    EnvironmentSecretStore environment;
    SessionSecretStore session;
    Secrets secrets(keychain, environment, session);
    Account account;
    account.id = 5;
    account.name = QStringLiteral("work");
    account.keyStore = KeyStore::Keychain;
    const Result<ResolvedSecrets> before = await(secrets.resolve(account));
    QVERIFY(!before);
    QCOMPARE(before.error().kind, ErrorKind::Auth);
    QVERIFY(before.error().message.contains(QLatin1StringView("no key")));
    QVERIFY(await(secrets.store(account, QStringLiteral("mine"))));
    account.proxy = ProxySettings{ProxyMode::Http, QStringLiteral("proxy"), 1, QStringLiteral("me")};
    QVERIFY(await(secrets.storeProxyPassword(account, QStringLiteral("theirs"), KeyStore::Keychain)));
    SessionSecretStore nextSession;
    Secrets next(keychain, environment, nextSession);
    const ResolvedSecrets expected{QStringLiteral("mine"), QStringLiteral("theirs")};
    QCOMPARE(await(next.resolve(account)).value(), expected);
    QVERIFY(await(next.forget(account)));
    QVERIFY(!await(next.resolve(account)));
    QCOMPARE(await(keychain.read(proxy(5))).value(), std::nullopt);
}

/// The last one, because unlocking again would need a prompt.
void KeychainSecretStoreTest::aLockedKeychainIsNotTakenForAnEmptyOne()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore keychain(ledger.database());
    EnvironmentSecretStore environment;
    SessionSecretStore session;
    Secrets secrets(keychain, environment, session);
    Account account;
    account.id = 9;
    account.name = QStringLiteral("work");
    account.keyStore = KeyStore::Keychain;
    QVERIFY(await(secrets.store(account, QStringLiteral("mine"))));

    QDBusMessage lock = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    const QDBusObjectPath collection(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
    lock << QVariant::fromValue(QList<QDBusObjectPath>{collection});
    QCOMPARE(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);

    const Result<ResolvedSecrets> answer = await(secrets.resolve(account));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Auth);
    QCOMPARE(answer.error().code, QStringLiteral("keychain_locked"));
    QVERIFY(answer.error().message.contains(QLatin1StringView("locked")));
    QVERIFY(!answer.error().message.contains(QLatin1StringView("no key")));
    QCOMPARE(await(keychain.probe()).error().code, QStringLiteral("keychain_locked"));
    // Nobody is there to answer the prompt.
    const Result<void> written = await(secrets.store(account, QStringLiteral("new")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, QStringLiteral("keychain_locked"));
}

SWITCHYARD_TEST(KeychainSecretStoreTest)

#include "tst_keychainsecretstore.moc"
