#include "app/startup.h"

#include "core/storage/migrations.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"

#include <QApplication>
#include <QDir>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace core;

/// Opening what an older version wrote.
class StartupTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anOlderLedgerIsBroughtUpToDate();
    void quittingLeavesTheLedgerAsItWas();
    void thereIsNothingToDoForOthers();
    void whatIsNoLedgerIsRefused();

private:
    static int newest() { return builtInMigrations().constLast().version; }
    QString file() const { return m_folder->filePath(QStringLiteral("ledger.sqlite")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    std::unique_ptr<Connection> connect() const
    {
        auto opened = Connection::open(file(), Connection::Mode::ReadWrite);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    /// Of the version before, with so many megabytes in it.
    void writeOlderLedger(int megabytes) const
    {
        const auto connection = connect();
        QVERIFY(migrate(*connection, builtInMigrations().mid(0, newest() - 1)));
        QVERIFY(connection->execute(
            QStringLiteral("CREATE TABLE weight AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                           "FROM n WHERE i < %1) SELECT randomblob(1000) AS bytes FROM n")
                .arg(1000 * megabytes)));
        QVERIFY(connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    qint64 version() const { return connect()->integer(QStringLiteral("PRAGMA user_version")).valueOr(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void StartupTest::anOlderLedgerIsBroughtUpToDate()
{
    writeOlderLedger(1);
    const Result<void> updated = app::updateLedger(file());
    QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message));
    QCOMPARE(version(), qint64(newest()));
    QVERIFY(QFile::exists(QStringLiteral("%1.before-v%2.bak").arg(file()).arg(newest())));
    const auto services = app::openServices(m_folder->path());
    QVERIFY2(services, services ? "" : qPrintable(services.error().message));
}

void StartupTest::quittingLeavesTheLedgerAsItWas()
{
    writeOlderLedger(60);
    QTimer::singleShot(0, qApp, [] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<QProgressDialog *>(widget))
                widget->findChild<QPushButton *>()->click();
        }
    });
    const Result<void> updated = app::updateLedger(file());
    QVERIFY(!updated);
    QCOMPARE(updated.error().code, QStringLiteral("stopped"));
    QCOMPARE(version(), qint64(newest() - 1));
    QVERIFY(files().filter(QStringLiteral(".bak")).isEmpty());
    QCOMPARE(connect()->integer(QStringLiteral("SELECT count(*) FROM weight")).valueOr(0), 60'000);
    // Quitting is no failure to be told.
    QCOMPARE(app::failToStart(updated.error()), 0);
    QVERIFY(app::updateLedger(file()));
    QCOMPARE(version(), qint64(newest()));
}

void StartupTest::thereIsNothingToDoForOthers()
{
    QVERIFY(app::updateLedger(file()));
    QVERIFY(files().isEmpty());
    QVERIFY(app::openServices(m_folder->path()));
    QVERIFY(app::updateLedger(file()));
    QVERIFY(files().filter(QStringLiteral(".bak")).isEmpty());
}

void StartupTest::whatIsNoLedgerIsRefused()
{
    QFile made(file());
    QVERIFY(made.open(QIODevice::WriteOnly));
    const QByteArray diary = QByteArray("Dear diary, ").repeated(50);
    made.write(diary);
    made.close();
    const auto services = app::openServices(m_folder->path());
    QVERIFY(!services);
    QCOMPARE(services.error().code, QStringLiteral("not_a_database"));
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), diary);
}

SWITCHYARD_TEST(StartupTest)
#include "tst_startup.moc"
