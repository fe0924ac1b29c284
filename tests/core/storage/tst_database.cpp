#include "core/storage/database.h"

#include "core/storage/datapaths.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace core;
using test::await;

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void makesAPrivateFolderAndFile();
    void writesAreInOrderAndReadsSeeThem();
    void anErrorRollsTheWholeWriteBack();
    void readersCannotWrite();
    void destructionFinishesQueuedWrites();
    void twoDatabasesOnOneFileLoseNothing();
    void aReadIsNotHeldUpByAnOpenWrite();
    void aFullDiskIsSaidSo();
    void aLockedFileIsSaidSo();
    void aPlaceThatCannotBeIsSaidSo();
    void foreignKeysHold();
    void dataPathsFollowTheFolderOrTheDesktop();

private:
    std::unique_ptr<Database> open() const
    {
        auto opened = Database::open(m_folder->filePath(QStringLiteral("data/ledger.sqlite")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    static auto put(const QString &key, const QString &value)
    {
        return [key, value](Connection &connection) {
            return Statement(connection,
                             QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, :value)"))
                .bind(":key", key)
                .bind(":value", value)
                .run();
        };
    }
    static Result<qint64> count(Connection &connection)
    {
        return connection.integer(QStringLiteral("SELECT count(*) FROM settings"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatabaseTest::makesAPrivateFolderAndFile()
{
    const auto database = open();
    QVERIFY(await(database->write(put(QStringLiteral("a"), QStringLiteral("1")))));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_folder->filePath(QStringLiteral("data"))) & others));
    const QDir folder(m_folder->filePath(QStringLiteral("data")));
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(files.contains(QStringLiteral("ledger.sqlite-wal")));
    for (const QString &name : files)
        QVERIFY2(!(QFile::permissions(folder.filePath(name)) & others), qPrintable(name));
}

void DatabaseTest::writesAreInOrderAndReadsSeeThem()
{
    const auto database = open();
    for (int at = 0; at < 50; ++at)
        database->write(put(QString::number(at), QString()));
    QVERIFY(await(database->write(put(QStringLiteral("last"), QString()))));
    QCOMPARE(*await(database->read(count)), 51);
    QCOMPARE(*database->readNow(count), 51);
}

void DatabaseTest::anErrorRollsTheWholeWriteBack()
{
    const auto database = open();
    const auto failed = await(database->write([](Connection &connection) -> Result<void> {
        const auto first = put(QStringLiteral("a"), QString())(connection);
        return first ? put(QStringLiteral("a"), QString())(connection) : first;
    }));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, QStringLiteral("constraint"));
    QCOMPARE(*await(database->read(count)), 0);
    QVERIFY(await(database->write(put(QStringLiteral("a"), QString()))));
}

void DatabaseTest::readersCannotWrite()
{
    const auto database = open();
    QVERIFY(!await(database->read(put(QStringLiteral("a"), QString()))));
    QVERIFY(!database->readNow(put(QStringLiteral("a"), QString())));
    QCOMPARE(*await(database->read(count)), 0);
}

void DatabaseTest::destructionFinishesQueuedWrites()
{
    auto database = open();
    for (int at = 0; at < 200; ++at)
        database->write(put(QString::number(at), QString()));
    database.reset();
    QCOMPARE(*open()->readNow(count), 200);
}

void DatabaseTest::twoDatabasesOnOneFileLoseNothing()
{
    const auto one = open();
    const auto other = open();
    QVERIFY(one->leaseToken() != other->leaseToken());
    QList<QFuture<Result<void>>> writes;
    for (int at = 0; at < 150; ++at) {
        writes.append(one->write(put(QStringLiteral("one %1").arg(at), QString())));
        writes.append(other->write(put(QStringLiteral("other %1").arg(at), QString())));
    }
    for (const auto &write : std::as_const(writes))
        QVERIFY(await(write));
    QCOMPARE(*await(one->read(count)), 300);
    QCOMPARE(*await(other->read(count)), 300);
}

void DatabaseTest::aReadIsNotHeldUpByAnOpenWrite()
{
    const auto database = open();
    std::promise<void> release;
    auto blocked = database->write([gate = release.get_future().share()](Connection &connection) {
        const auto done = put(QStringLiteral("a"), QString())(connection);
        gate.wait();
        return done;
    });
    QCOMPARE(*await(database->read(count)), 0);
    QVERIFY(!blocked.isFinished());
    release.set_value();
    QVERIFY(await(blocked));
    QCOMPARE(*await(database->read(count)), 1);
}

void DatabaseTest::aFullDiskIsSaidSo()
{
    const auto database = open();
    const auto full = await(database->write([](Connection &connection) -> Result<void> {
        if (const auto limited = connection.execute(QStringLiteral("PRAGMA max_page_count = 1")); !limited)
            return limited;
        return put(QStringLiteral("large"), QString(2'000'000, u'x'))(connection);
    }));
    QVERIFY(!full);
    QCOMPARE(full.error().code, QStringLiteral("disk_full"));
    QVERIFY(full.error().message.contains(QStringLiteral("disk is full")));
}

void DatabaseTest::aLockedFileIsSaidSo()
{
    const auto database = open();
    auto holder = Connection::open(database->filePath(), Connection::Mode::ReadWrite);
    QVERIFY(holder);
    QVERIFY((*holder)->execute(QStringLiteral("BEGIN IMMEDIATE")));
    auto waiting = Connection::open(database->filePath(), Connection::Mode::ReadWrite);
    QVERIFY(waiting);
    QVERIFY((*waiting)->execute(QStringLiteral("PRAGMA busy_timeout = 1")));
    Transaction transaction(**waiting);
    const auto locked = transaction.begin(Transaction::Kind::Write);
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, QStringLiteral("locked"));
}

void DatabaseTest::aPlaceThatCannotBeIsSaidSo()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = Database::open(file.fileName() + QStringLiteral("/below/ledger.sqlite"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(refused.error().code, QStringLiteral("no_permission"));
    QVERIFY(refused.error().message.contains(QStringLiteral("below")));
}

void DatabaseTest::foreignKeysHold()
{
    const auto database = open();
    const auto refused = await(database->write([](Connection &connection) {
        return connection.execute(QStringLiteral("INSERT INTO lanes (run_id, position) VALUES (99, 0)"));
    }));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("constraint"));
}

void DatabaseTest::dataPathsFollowTheFolderOrTheDesktop()
{
    const DataPaths own = DataPaths::under(m_folder->path() + QStringLiteral("/x/"));
    QCOMPARE(own.folder, m_folder->path() + QStringLiteral("/x"));
    QCOMPARE(own.ledgerFile, m_folder->path() + QStringLiteral("/x/ledger.sqlite"));
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    QCOMPARE(DataPaths::under(QString()).ledgerFile,
             m_folder->path() + QStringLiteral("/switchyard/ledger.sqlite"));
    qunsetenv("XDG_DATA_HOME");
}

SWITCHYARD_TEST(DatabaseTest)
#include "tst_database.moc"
