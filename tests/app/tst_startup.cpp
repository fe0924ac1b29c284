#include "app/startup.h"

#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace core;

/// Opening what an older version wrote.
class StartupTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anOlderLedgerIsBroughtUpToDate();
    void quittingLeavesTheLedgerAsItWas();
    void othersAreNotOutdated();
    void theWindowComesAfterTheUpdate();
    void whatCannotBeOpenedIsSaid();

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
    /// Does something once the update is under way.
    Result<void> update(const std::function<void()> &meanwhile) const;
    qint64 version() const { return connect()->integer(QStringLiteral("PRAGMA user_version")).valueOr(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

Result<void> StartupTest::update(const std::function<void()> &meanwhile) const
{
    app::LedgerUpdate update(file());
    std::optional<Result<void>> ended;
    QObject::connect(&update, &app::LedgerUpdate::finished, &update,
                     [&ended](const Result<void> &updated) { ended = updated; });
    update.start();
    meanwhile();
    return QTest::qWaitFor([&ended] { return ended.has_value(); }, 30'000)
        ? *ended
        : Error{ErrorKind::Timeout, QStringLiteral("not finished")};
}

void StartupTest::anOlderLedgerIsBroughtUpToDate()
{
    writeOlderLedger(1);
    QVERIFY(Database::isOutdated(file()));
    const Result<void> updated = update([] {});
    QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message));
    QCOMPARE(version(), qint64(newest()));
    QVERIFY(!Database::isOutdated(file()));
    QVERIFY(QFile::exists(QStringLiteral("%1.before-v%2.bak").arg(file()).arg(newest())));
    QVERIFY(app::Services::open(m_folder->path()));
}

void StartupTest::quittingLeavesTheLedgerAsItWas()
{
    writeOlderLedger(60);
    const Result<void> updated = update([] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<QProgressDialog *>(widget))
                widget->findChild<QPushButton *>()->click();
        }
    });
    QVERIFY(!updated);
    QCOMPARE(updated.error().code, QStringLiteral("stopped"));
    QCOMPARE(version(), qint64(newest() - 1));
    QVERIFY(files().filter(QStringLiteral(".bak")).isEmpty());
    QCOMPARE(connect()->integer(QStringLiteral("SELECT count(*) FROM weight")).valueOr(0), 60'000);
    QVERIFY(update([] {}));
    QCOMPARE(version(), qint64(newest()));
}

void StartupTest::othersAreNotOutdated()
{
    QVERIFY(!Database::isOutdated(file()));
    QVERIFY(app::Services::open(m_folder->path()));
    QVERIFY(!Database::isOutdated(file()));
    QFile made(m_folder->filePath(QStringLiteral("diary")));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write(QByteArray("Dear diary, ").repeated(50));
    made.close();
    QVERIFY(!Database::isOutdated(made.fileName()));
}

void StartupTest::theWindowComesAfterTheUpdate()
{
    writeOlderLedger(1);
    app::Startup startup(m_folder->path(), false);
    QSignalSpy opened(&startup, &app::Startup::opened);
    startup.begin();
    QCOMPARE(opened.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    QCOMPARE(version(), qint64(newest()));
    QVERIFY(!m_folder->path().isEmpty());
}

void StartupTest::whatCannotBeOpenedIsSaid()
{
    QFile made(file());
    QVERIFY(made.open(QIODevice::WriteOnly));
    const QByteArray diary = QByteArray("Dear diary, ").repeated(50);
    made.write(diary);
    made.close();
    app::Startup startup(m_folder->path(), false);
    startup.begin();
    QMessageBox *said = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *const box = qobject_cast<QMessageBox *>(widget); box && box->isVisible())
            said = box;
    }
    QVERIFY(said);
    QVERIFY2(said->text().contains(QStringLiteral("is not a Switchyard ledger")), qPrintable(said->text()));
    delete said;
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), diary);
}

SWITCHYARD_TEST(StartupTest)
#include "tst_startup.moc"
