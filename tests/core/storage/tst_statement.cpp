#include "core/storage/statement.h"

#include "core/storage/connection.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class StatementTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNullStringIsEmptyTextAndNotNull();
    void anEmptyOptionalIsNull();
    void bytesAreBoundAsTextThatStrictTablesTake();
    void valuesComeBackAsTheyWere();
    void aPlaceholderMayOccurTwice();
    void aStatementRunsAgainWithNewValues();
    void anErrorNamesTheStatementAndItsKind_data();
    void anErrorNamesTheStatementAndItsKind();
    void aFileThatMayNotBeWrittenIsNamed();
    void aDamagedFileIsNamed();
    void firstTellsWhetherThereWasARow();
    void anErrorWhileSteppingIsReported();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

void StatementTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Connection::open(m_folder->filePath(QStringLiteral("a.sqlite")), Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->execute(
        QStringLiteral("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT, "
                       "size INTEGER, weight REAL) STRICT")));
}

void StatementTest::cleanup()
{
    m_connection.reset();
    m_folder.reset();
}

void StatementTest::aNullStringIsEmptyTextAndNotNull()
{
    QVERIFY(Statement(*m_connection, QStringLiteral("INSERT INTO things (name) VALUES (:name)"))
                .bind(":name", QString())
                .run());
    const auto count = m_connection->integer(QStringLiteral("SELECT count(*) FROM things WHERE name = ''"));
    QVERIFY(count);
    QCOMPARE(*count, 1);
}

void StatementTest::anEmptyOptionalIsNull()
{
    QVERIFY(
        Statement(*m_connection,
                  QStringLiteral(
                      "INSERT INTO things (name, note, size, weight) VALUES ('a', :note, :size, :weight)"))
            .bind(":note", std::optional<QString>())
            .bind(":size", std::optional<qint64>())
            .bind(":weight", std::optional<double>())
            .run());
    const auto found = Statement(*m_connection, QStringLiteral("SELECT note, size, weight FROM things"))
                           .first([](const Statement &row) {
                               QCOMPARE(row.optionalText(0), std::nullopt);
                               QCOMPARE(row.optionalInteger(1), std::nullopt);
                               QCOMPARE(row.optionalReal(2), std::nullopt);
                               QCOMPARE(row.optionalMoney(1), std::nullopt);
                               QCOMPARE(row.text(0), QString());
                               QCOMPARE(row.integer(1), 0);
                           });
    QVERIFY(found);
    QVERIFY(*found);
}

void StatementTest::bytesAreBoundAsTextThatStrictTablesTake()
{
    QVERIFY(Statement(*m_connection, QStringLiteral("INSERT INTO things (name) VALUES (:name)"))
                .bindUtf8(":name", QByteArray("{\"a\":\"\xc3\xa9\"}"))
                .run());
    const auto found = Statement(*m_connection, QStringLiteral("SELECT name, typeof(name) FROM things"))
                           .first([](const Statement &row) {
                               QCOMPARE(row.utf8(0), QByteArray("{\"a\":\"\xc3\xa9\"}"));
                               QCOMPARE(row.text(1), QStringLiteral("text"));
                           });
    QVERIFY(found && *found);
}

void StatementTest::valuesComeBackAsTheyWere()
{
    const qint64 large = 9'007'199'254'740'993; // not a double
    const auto id =
        Statement(*m_connection,
                  QStringLiteral("INSERT INTO things (name, note, size, weight) VALUES (:a, :b, :c, :d)"))
            .bind(":a", QStringLiteral("中文 \U0001F600 'quoted'; --"))
            .bind(":b", std::optional(QStringLiteral("")))
            .bind(":c", Money::fromPicos(large))
            .bind(":d", 0.1)
            .insert();
    QVERIFY(id);
    const auto found =
        Statement(*m_connection, QStringLiteral("SELECT name, note, size, weight FROM things WHERE id = :id"))
            .bind(":id", *id)
            .first([&](const Statement &row) {
                QCOMPARE(row.text(0), QStringLiteral("中文 \U0001F600 'quoted'; --"));
                QCOMPARE(row.optionalText(1), std::optional(QString()));
                QCOMPARE(row.integer(2), large);
                QVERIFY(row.optionalMoney(2) == Money::fromPicos(large));
                QCOMPARE(row.real(3), 0.1);
            });
    QVERIFY(found && *found);
}

void StatementTest::aPlaceholderMayOccurTwice()
{
    const auto found = Statement(*m_connection, QStringLiteral("SELECT :x + :y + :x"))
                           .bind(":x", 20)
                           .bind(":y", 2)
                           .first([](const Statement &row) { QCOMPARE(row.integer(0), 42); });
    QVERIFY(found && *found);
}

void StatementTest::aStatementRunsAgainWithNewValues()
{
    Statement insert(*m_connection, QStringLiteral("INSERT INTO things (name) VALUES (:name)"));
    QVERIFY(insert.bind(":name", QStringLiteral("one")).run());
    QVERIFY(insert.bind(":name", QStringLiteral("two")).run());
    QStringList names;
    QVERIFY(Statement(*m_connection, QStringLiteral("SELECT name FROM things ORDER BY id"))
                .each([&](const Statement &row) { names.append(row.text(0)); }));
    QCOMPARE(names, QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    const auto changed = Statement(*m_connection, QStringLiteral("UPDATE things SET size = 1")).change();
    QVERIFY(changed);
    QCOMPARE(*changed, 2);
}

void StatementTest::anErrorNamesTheStatementAndItsKind_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("code");
    QTest::newRow("a table that does not exist")
        << QStringLiteral("INSERT INTO nowhere VALUES (1)") << QString();
    QTest::newRow("a broken constraint")
        << QStringLiteral("INSERT INTO things (name) VALUES (NULL)") << QStringLiteral("constraint");
    QTest::newRow("the wrong type in a strict table")
        << QStringLiteral("INSERT INTO things (name, size) VALUES ('a', 'many')")
        << QStringLiteral("constraint");
    QTest::newRow("no SQL at all") << QStringLiteral("hello") << QString();
}

void StatementTest::anErrorNamesTheStatementAndItsKind()
{
    QFETCH(QString, sql);
    QFETCH(QString, code);
    const auto done = Statement(*m_connection, sql).run();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QCOMPARE(done.error().code, code);
    QVERIFY2(done.error().message.contains(sql.left(20)), qPrintable(done.error().message));
}

void StatementTest::aFileThatMayNotBeWrittenIsNamed()
{
    const auto reader = Connection::open(m_connection->filePath(), Connection::Mode::ReadOnly);
    QVERIFY(reader);
    const auto refused = Statement(**reader, QStringLiteral("INSERT INTO things (name) VALUES ('a')")).run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("read_only"));
    QVERIFY2(refused.error().message.startsWith(m_connection->filePath()),
             qPrintable(refused.error().message));
}

void StatementTest::aDamagedFileIsNamed()
{
    QVERIFY(m_connection->execute(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) "
                       "INSERT INTO things (name) SELECT hex(randomblob(100)) FROM n")));
    const QString file = m_connection->filePath();
    m_connection.reset();
    QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
    const auto damaged = Connection::open(file, Connection::Mode::ReadWrite);
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, QStringLiteral("corrupt"));
    QVERIFY2(damaged.error().message.startsWith(file), qPrintable(damaged.error().message));
    QVERIFY2(!damaged.error().message.contains(QStringLiteral(".bak")), qPrintable(damaged.error().message));
    const QString copy = file + QStringLiteral(".before-v3.bak");
    QVERIFY(QFile::copy(file, copy));
    const QString told = Connection::open(file, Connection::Mode::ReadWrite).error().message;
    QVERIFY2(told.contains(copy), qPrintable(told));
}

void StatementTest::firstTellsWhetherThereWasARow()
{
    const auto found =
        Statement(*m_connection, QStringLiteral("SELECT id FROM things")).first([](const Statement &) {
            QFAIL("no row");
        });
    QVERIFY(found);
    QVERIFY(!*found);
}

void StatementTest::anErrorWhileSteppingIsReported()
{
    QVERIFY(m_connection->execute(QStringLiteral("INSERT INTO things (name) VALUES ('a'), ('b'), ('c')")));
    // abs() of the smallest integer is an error that only the third row meets.
    const QString sql = QStringLiteral(
        "SELECT CASE name WHEN 'c' THEN abs(-9223372036854775807 - 1) END FROM things ORDER BY id");
    int rows = 0;
    const auto read = Statement(*m_connection, sql).each([&](const Statement &) { ++rows; });
    QVERIFY(!read);
    QCOMPARE(rows, 2);
}

SWITCHYARD_TEST(StatementTest)
#include "tst_statement.moc"
