#include "core/storage/bulkquery.h"

#include "core/storage/connection.h"
#include "tests/support/testunit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// A question of many rows, of a file with four notes.
class BulkQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rowsComeInOrderWithTheirColumns();
    void nullIsToldApart();
    void textIsReadAsItWasWritten();
    void otherStatementsMayRunMeanwhile();
    void anErrorNamesTheQuestion_data();
    void anErrorNamesTheQuestion();
    void anErrorWhileSteppingIsReported();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

void BulkQueryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Connection::open(m_folder->filePath(QStringLiteral("a.sqlite")), Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->execute(QStringLiteral(
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, size INTEGER, weight REAL) STRICT")));
    QVERIFY(m_connection->execute(
        QStringLiteral("INSERT INTO notes (text, size, weight) VALUES ('one', 9000000000, 0.25), "
                       "(NULL, NULL, NULL), ('drei 你好 🚂', 0, 2.5), ('', 1, 3.0)")));
}

void BulkQueryTest::cleanup()
{
    m_connection.reset();
    m_folder.reset();
}

void BulkQueryTest::rowsComeInOrderWithTheirColumns()
{
    QStringList seen;
    const Result<void> read =
        BulkQuery(*m_connection,
                  QStringLiteral("SELECT id, size, weight FROM notes WHERE id > :after AND text <> :other "
                                 "ORDER BY id DESC"))
            .bind(":after", 0)
            .bind(":other", QStringLiteral("drei 你好 🚂"))
            .each([&seen](const BulkQuery &row) {
                seen.append(QStringLiteral("%1 %2 %3")
                                .arg(row.integer(0))
                                .arg(row.integer(1))
                                .arg(*row.optionalReal(2)));
            });
    QVERIFY(read);
    QCOMPARE(seen, (QStringList{QStringLiteral("4 1 3"), QStringLiteral("1 9000000000 0.25")}));
}

void BulkQueryTest::nullIsToldApart()
{
    int rows = 0;
    const Result<void> read =
        BulkQuery(*m_connection, QStringLiteral("SELECT text, size, weight FROM notes WHERE id = :id"))
            .bind(":id", 2)
            .each([&rows](const BulkQuery &row) {
                ++rows;
                QCOMPARE(row.text(0), QString());
                QCOMPARE(row.integer(1), 0);
                QCOMPARE(row.boolean(1), false);
                QCOMPARE(row.optionalInteger(1), std::nullopt);
                QCOMPARE(row.optionalReal(2), std::nullopt);
                QCOMPARE(row.optionalMoney(1), std::nullopt);
            });
    QVERIFY(read);
    QCOMPARE(rows, 1);
}

void BulkQueryTest::textIsReadAsItWasWritten()
{
    QStringList texts;
    const Result<void> read =
        BulkQuery(*m_connection, QStringLiteral("SELECT text FROM notes WHERE text IS NOT :none ORDER BY id"))
            .bind(":none", QString())
            .each([&texts](const BulkQuery &row) { texts.append(row.text(0)); });
    QVERIFY(read);
    // A null QString was bound as '', so that the NULL of the second note differs from it.
    QCOMPARE(texts, (QStringList{QStringLiteral("one"), QString(), QStringLiteral("drei 你好 🚂")}));
}

void BulkQueryTest::otherStatementsMayRunMeanwhile()
{
    qint64 sum = 0;
    const Result<void> read =
        BulkQuery(*m_connection, QStringLiteral("SELECT id FROM notes")).each([&](const BulkQuery &row) {
            const Result<qint64> size = m_connection->integer(
                QStringLiteral("SELECT count(*) FROM notes WHERE id <= %1").arg(row.integer(0)));
            QVERIFY(size);
            sum += *size;
        });
    QVERIFY(read);
    QCOMPARE(sum, 1 + 2 + 3 + 4);
}

void BulkQueryTest::anErrorNamesTheQuestion_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("not SQL") << QStringLiteral("SELEKT 1 + :id");
    QTest::newRow("no such column") << QStringLiteral("SELECT colour FROM notes WHERE id = :id");
    QTest::newRow("no such placeholder") << QStringLiteral("SELECT colour FROM notes");
}

void BulkQueryTest::anErrorNamesTheQuestion()
{
    QFETCH(const QString, sql);
    const Result<void> read = BulkQuery(*m_connection, sql).bind(":id", 1).each([](const BulkQuery &) {
        QFAIL("there is no row");
    });
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QVERIFY2(read.error().message.contains(QStringLiteral("run `%1`").arg(sql)),
             qPrintable(read.error().message));
}

void BulkQueryTest::anErrorWhileSteppingIsReported()
{
    int rows = 0;
    const Result<void> read =
        BulkQuery(*m_connection,
                  QStringLiteral("SELECT json_extract(CASE id WHEN 3 THEN '{' ELSE '{}' END, '$') FROM notes "
                                 "ORDER BY id"))
            .each([&rows](const BulkQuery &) { ++rows; });
    QCOMPARE(rows, 2);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("malformed JSON")),
             qPrintable(read.error().message));
}

SWITCHYARD_TEST(BulkQueryTest)

#include "tst_bulkquery.moc"
