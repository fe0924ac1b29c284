#include "core/ledger/searchtext.h"

#include "core/storage/connection.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;

class SearchTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void spacesCharactersThatStandAlone_data();
    void spacesCharactersThatStandAlone();
    void turnsInputIntoAQuery_data();
    void turnsInputIntoAQuery();
    void findsWhatAPersonMeans_data();
    void findsWhatAPersonMeans();
    void noInputBreaksTheSyntax_data();
    void noInputBreaksTheSyntax();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

void SearchTextTest::initTestCase()
{
    auto opened =
        Connection::open(m_folder.filePath(QStringLiteral("fts.sqlite")), Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->execute(QStringLiteral("CREATE VIRTUAL TABLE texts USING fts5 (body, tokenize = "
                                                 "\"unicode61 remove_diacritics 2\", prefix = '2 3')")));
}

void SearchTextTest::spacesCharactersThatStandAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spaced");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("Latin text stays") << QStringLiteral("Hello, world") << QStringLiteral("Hello, world");
    QTest::newRow("Chinese") << QStringLiteral("限流算法") << QStringLiteral("限 流 算 法");
    QTest::newRow("Chinese among Latin") << QStringLiteral("用C++写") << QStringLiteral("用 C++ 写");
    QTest::newRow("Japanese") << QStringLiteral("データ") << QStringLiteral("デ ー タ");
    QTest::newRow("Korean") << QStringLiteral("한국") << QStringLiteral("한 국");
    QTest::newRow("beyond the basic plane")
        << QStringLiteral("\U00020000\U00020001") << QStringLiteral("\U00020000 \U00020001");
    QTest::newRow("a mark stays with its letter") << QStringLiteral("กี่") << QStringLiteral("กี่");
}

void SearchTextTest::spacesCharactersThatStandAlone()
{
    QFETCH(QString, text);
    QFETCH(QString, spaced);
    QCOMPARE(spacedForIndex(text), spaced);
    QCOMPARE(joinedForReading(spaced).remove(u' '), text.simplified().remove(u' '));
}

void SearchTextTest::turnsInputIntoAQuery_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only punctuation") << QStringLiteral("  ... !? \"\" * ") << QString();
    QTest::newRow("words") << QStringLiteral("rate  limit") << QStringLiteral("\"rate\" \"limit\"");
    QTest::newRow("a phrase") << QStringLiteral("\"token bucket\" go")
                              << QStringLiteral("\"token bucket\" \"go\"");
    QTest::newRow("a prefix") << QStringLiteral("buck*") << QStringLiteral("\"buck\" *");
    QTest::newRow("an open quote is a phrase to the end")
        << QStringLiteral("a \"b c") << QStringLiteral("\"a\" \"b c\"");
    QTest::newRow("Chinese is a phrase") << QStringLiteral("算法") << QStringLiteral("\"算 法\"");
    QTest::newRow("a word with a hyphen is a phrase")
        << QStringLiteral("gpt-4o") << QStringLiteral("\"gpt 4o\"");
    QTest::newRow("operators are words")
        << QStringLiteral("this OR that") << QStringLiteral("\"this\" \"OR\" \"that\"");
}

void SearchTextTest::turnsInputIntoAQuery()
{
    QFETCH(QString, input);
    QFETCH(QString, query);
    QCOMPARE(ftsQuery(input), query);
}

void SearchTextTest::findsWhatAPersonMeans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("found");
    QTest::newRow("a word in another case")
        << QStringLiteral("A Token Bucket") << QStringLiteral("token") << true;
    QTest::newRow("words in any order")
        << QStringLiteral("A Token Bucket") << QStringLiteral("bucket token") << true;
    QTest::newRow("a phrase in order")
        << QStringLiteral("A Token Bucket") << QStringLiteral("\"token bucket\"") << true;
    QTest::newRow("a phrase out of order")
        << QStringLiteral("A Token Bucket") << QStringLiteral("\"bucket token\"") << false;
    QTest::newRow("part of a word") << QStringLiteral("A Token Bucket") << QStringLiteral("buck") << false;
    QTest::newRow("a prefix") << QStringLiteral("A Token Bucket") << QStringLiteral("buck*") << true;
    QTest::newRow("without its accent")
        << QStringLiteral("Crème brûlée") << QStringLiteral("creme brulee") << true;
    QTest::newRow("a Chinese word inside a sentence")
        << QStringLiteral("请用令牌桶算法限流。") << QStringLiteral("算法") << true;
    QTest::newRow("one Chinese character")
        << QStringLiteral("请用令牌桶算法限流。") << QStringLiteral("桶") << true;
    QTest::newRow("Chinese characters apart are no word")
        << QStringLiteral("算出方法") << QStringLiteral("算法") << false;
    QTest::newRow("Latin glued to Chinese")
        << QStringLiteral("使用Redis缓存") << QStringLiteral("redis") << true;
    QTest::newRow("mixed scripts") << QStringLiteral("使用Redis缓存") << QStringLiteral("Redis缓存") << true;
    QTest::newRow("a model's name") << QStringLiteral("Ask gpt-4o-mini first") << QStringLiteral("gpt-4o")
                                    << true;
}

void SearchTextTest::findsWhatAPersonMeans()
{
    QFETCH(QString, text);
    QFETCH(QString, input);
    QFETCH(bool, found);
    QVERIFY(m_connection->execute(QStringLiteral("DELETE FROM texts")));
    QVERIFY(Statement(*m_connection, QStringLiteral("INSERT INTO texts VALUES (:text)"))
                .bind(":text", spacedForIndex(text))
                .run());
    const auto hit = Statement(*m_connection, QStringLiteral("SELECT 1 FROM texts WHERE texts MATCH :query"))
                         .bind(":query", ftsQuery(input))
                         .first([](const Statement &) {});
    QVERIFY(hit);
    QCOMPARE(*hit, found);
}

void SearchTextTest::noInputBreaksTheSyntax_data()
{
    QTest::addColumn<QString>("input");
    const QStringList hostile{
        QStringLiteral("\""),
        QStringLiteral("\"\"\""),
        QStringLiteral("a\"b"),
        QStringLiteral("NEAR(a b, 3)"),
        QStringLiteral("body:secret"),
        QStringLiteral("a AND"),
        QStringLiteral("NOT"),
        QStringLiteral("OR OR"),
        QStringLiteral("^start"),
        QStringLiteral("a + b"),
        QStringLiteral("(unclosed"),
        QStringLiteral("-minus"),
        QStringLiteral("{a b}: c"),
        QStringLiteral("x' OR '1'='1"),
        QStringLiteral("; DROP TABLE texts; --"),
        QStringLiteral("** *"),
        QStringLiteral("a**"),
        QString(QStringLiteral("nul") + QChar(0) + QStringLiteral("byte")),
        QString(QChar(0xD83D)),
        QString(QStringLiteral("x") + QChar(0xDC00)),
        QString(5000, u'a'),
        QStringLiteral("\U0001F600"),
        QStringLiteral("中\"文*"),
    };
    for (const QString &input : hostile)
        QTest::newRow(qPrintable(input.left(30))) << input;
}

void SearchTextTest::noInputBreaksTheSyntax()
{
    QFETCH(QString, input);
    const QString query = ftsQuery(input);
    if (query.isEmpty())
        return;
    const auto hit = Statement(*m_connection, QStringLiteral("SELECT 1 FROM texts WHERE texts MATCH :query"))
                         .bind(":query", query)
                         .first([](const Statement &) {});
    QVERIFY2(hit, qPrintable(query));
}

SWITCHYARD_TEST(SearchTextTest)
#include "tst_searchtext.moc"
