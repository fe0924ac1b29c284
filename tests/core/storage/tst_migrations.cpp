#include "core/storage/migrations.h"

#include "core/storage/database.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void scriptsAreCutWhereStatementsEnd_data();
    void scriptsAreCutWhereStatementsEnd();
    void theBuiltInScriptsAreNumberedWithoutGaps();
    void aFreshLedgerGetsTheNewestVersionAndNoCopy();
    void anUpToDateLedgerIsLeftAlone();
    void anOldLedgerIsCopiedAndThenMigrated();
    void aFailingStepLeavesTheLedgerAsItWas();
    void aNewerLedgerIsRefusedUntouched();
    void whatIsNoLedgerIsRefusedUntouched_data();
    void whatIsNoLedgerIsRefusedUntouched();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("ledger.sqlite")); }
    std::unique_ptr<Connection> connect() const
    {
        auto opened = Connection::open(file(), Connection::Mode::ReadWrite);
        return opened ? std::move(*opened) : nullptr;
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QList<Migration> twoSteps()
    {
        return {
            {1,
             QStringLiteral(
                 "CREATE TABLE notes (text TEXT NOT NULL) STRICT; INSERT INTO notes VALUES ('one; two');")},
            {2, QStringLiteral("ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 3;")}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void MigrationsTest::scriptsAreCutWhereStatementsEnd_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("two") << QStringLiteral("SELECT 1; SELECT 2;")
                         << QStringList{QStringLiteral("SELECT 1;"), QStringLiteral("SELECT 2;")};
    QTest::newRow("a semicolon in text")
        << QStringLiteral("SELECT ';';") << QStringList{QStringLiteral("SELECT ';';")};
    QTest::newRow("a semicolon in a comment")
        << QStringLiteral("-- one; two\nSELECT 1;") << QStringList{QStringLiteral("-- one; two\nSELECT 1;")};
    const QString trigger =
        QStringLiteral("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END;");
    QTest::newRow("a trigger stays whole") << QString(trigger + QStringLiteral(" SELECT 1;"))
                                           << QStringList{trigger, QStringLiteral("SELECT 1;")};
    QTest::newRow("an unfinished end is no statement")
        << QStringLiteral("SELECT 1; -- done") << QStringList{QStringLiteral("SELECT 1;")};
}

void MigrationsTest::scriptsAreCutWhereStatementsEnd()
{
    QFETCH(QString, script);
    QFETCH(QStringList, statements);
    QCOMPARE(splitScript(script), statements);
}

void MigrationsTest::theBuiltInScriptsAreNumberedWithoutGaps()
{
    const QList<Migration> migrations = builtInMigrations();
    QVERIFY(!migrations.isEmpty());
    for (qsizetype at = 0; at < migrations.size(); ++at) {
        QCOMPARE(migrations.at(at).version, at + 1);
        QVERIFY(!splitScript(migrations.at(at).sql).isEmpty());
    }
}

void MigrationsTest::aFreshLedgerGetsTheNewestVersionAndNoCopy()
{
    const auto connection = connect();
    QVERIFY(connection);
    QVERIFY(migrate(*connection, twoSteps()));
    QCOMPARE(*connection->integer(QStringLiteral("PRAGMA user_version")), 2);
    QCOMPARE(*connection->integer(QStringLiteral("SELECT stars FROM notes")), 3);
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.bak")}).isEmpty());
}

void MigrationsTest::anUpToDateLedgerIsLeftAlone()
{
    QVERIFY(migrate(*connect(), twoSteps()));
    const QByteArray before = bytes(file());
    QVERIFY(!before.isEmpty());
    QVERIFY(migrate(*connect(), twoSteps()));
    QCOMPARE(bytes(file()), before);
}

void MigrationsTest::anOldLedgerIsCopiedAndThenMigrated()
{
    const auto connection = connect();
    QVERIFY(migrate(*connection, twoSteps().mid(0, 1)));
    QVERIFY(connection->execute(QStringLiteral("INSERT INTO notes VALUES ('only in the write-ahead log')")));
    QVERIFY(migrate(*connection, twoSteps()));
    QCOMPARE(*connection->integer(QStringLiteral("SELECT sum(stars) FROM notes")), 6);

    const QString copy = file() + QStringLiteral(".before-v2.bak");
    QVERIFY(QFile::exists(copy));
    QVERIFY(!(QFile::permissions(copy)
              & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    auto old = Connection::open(copy, Connection::Mode::ReadWrite);
    QVERIFY(old);
    QCOMPARE(*(*old)->integer(QStringLiteral("PRAGMA user_version")), 1);
    QCOMPARE(*(*old)->integer(QStringLiteral("SELECT count(*) FROM notes")), 2);
    QVERIFY(!(*old)->integer(QStringLiteral("SELECT stars FROM notes")));
}

void MigrationsTest::aFailingStepLeavesTheLedgerAsItWas()
{
    const auto connection = connect();
    QVERIFY(migrate(*connection, twoSteps().mid(0, 1)));
    const QList<Migration> broken{
        twoSteps().at(0),
        {2, QStringLiteral("CREATE TABLE half (a INTEGER) STRICT; SELECT nonsense FROM nowhere;")}};
    QVERIFY(!migrate(*connection, broken));
    QCOMPARE(*connection->integer(QStringLiteral("PRAGMA user_version")), 1);
    QCOMPARE(*connection->integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")),
             0);
    QVERIFY(migrate(*connection, twoSteps()));
}

void MigrationsTest::aNewerLedgerIsRefusedUntouched()
{
    const int newest = builtInMigrations().last().version;
    {
        const auto opened = Database::open(file());
        QVERIFY(opened);
    }
    {
        const auto connection = connect();
        QVERIFY(connection->execute(QStringLiteral("PRAGMA user_version = %1").arg(newest + 1)));
        QVERIFY(connection->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    const QByteArray before = bytes(file());
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    const auto refused = Database::open(file());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("newer_version"));
    QVERIFY2(refused.error().message.contains(QStringLiteral("newer Switchyard")),
             qPrintable(refused.error().message));
    QCOMPARE(bytes(file()), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), files);
}

void MigrationsTest::whatIsNoLedgerIsRefusedUntouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text file") << QByteArray("Dear diary, ").repeated(50);
    QTest::newRow("a file shorter than a header") << QByteArray("SQLite format 3\0", 16);
    QByteArray foreign = QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\0');
    foreign[63] = 7; // its user_version
    QTest::newRow("another program's database") << foreign;
}

void MigrationsTest::whatIsNoLedgerIsRefusedUntouched()
{
    QFETCH(QByteArray, content);
    QFile made(file());
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write(content);
    made.close();
    const auto refused = Database::open(file());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("not_a_database"));
    QCOMPARE(bytes(file()), content);
}

SWITCHYARD_TEST(MigrationsTest)
#include "tst_migrations.moc"
