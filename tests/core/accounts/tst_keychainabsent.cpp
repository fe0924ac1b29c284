#include "core/accounts/keychainsecretstore.h"
#include "tests/core/accounts/ledgerfixture.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QDirIterator>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

using namespace core;
using test::await;

/// A desktop without a keychain, as in a container or over ssh.
class KeychainAbsentTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itIsSaidThatThereIsNone();
    void nothingIsWrittenInstead();
    void aBusThatNeverAnswersIsGivenUp();

private:
    QTemporaryDir m_home;
};

void KeychainAbsentTest::initTestCase()
{
    qputenv("HOME", QFile::encodeName(m_home.path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home.filePath(QStringLiteral("config"))));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home.path()));
    qunsetenv("DISPLAY");
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            "unix:path=" + QFile::encodeName(m_home.filePath(QStringLiteral("no-bus"))));
}

void KeychainAbsentTest::itIsSaidThatThereIsNone()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    const SecretRef ref{1, SecretKind::Key};
    const QList<Error> errors{await(store.probe()).error(), await(store.read(ref)).error(),
                              await(store.write(ref, QStringLiteral("abc"))).error()};
    for (const Error &error : errors) {
        QCOMPARE(error.kind, ErrorKind::Auth);
        QCOMPARE(error.code, QStringLiteral("keychain_unavailable"));
        QVERIFY2(error.message.contains(QLatin1StringView("environment variable")),
                 qPrintable(error.message));
        QVERIFY(error.message.contains(QLatin1StringView("session")));
    }
}

void KeychainAbsentTest::nothingIsWrittenInstead()
{
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database());
    QVERIFY(!await(store.write(SecretRef{1, SecretKind::Key}, QStringLiteral("plain-secret-1234"))));
    const QDir folder = QFileInfo(ledger.filePath()).dir();
    ledger.close();
    int files = 0;
    for (const QString &root : {folder.path(), m_home.path()}) {
        QDirIterator entries(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("plain-secret-1234"), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files > 0);
}

void KeychainAbsentTest::aBusThatNeverAnswersIsGivenUp()
{
    QLocalServer mute;
    const QString path = m_home.filePath(QStringLiteral("mute-bus"));
    QVERIFY(mute.listen(path));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(path));
    test::TemporaryLedger ledger;
    KeychainSecretStore store(ledger.database(), std::chrono::milliseconds(50));
    const Result<void> answer = await(store.write(SecretRef{1, SecretKind::Key}, QStringLiteral("abc")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
    QVERIFY2(answer.error().message.contains(QLatin1StringView("did not answer")),
             qPrintable(answer.error().message));
}

SWITCHYARD_TEST(KeychainAbsentTest)

#include "tst_keychainabsent.moc"
