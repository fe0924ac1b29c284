#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `history` as a process: what a run printed can be found and printed again.
class TestHistoryCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showGivesTheDocumentThatCompareGave();
    void searchFindsWordsOfPromptsAndAnswers_data();
    void searchFindsWordsOfPromptsAndAnswers();
    void searchSaysWhenNothingMatches();
    void forPeopleRunsAreATable();
    void exportWritesTheFormatsItNames_data();
    void exportWritesTheFormatsItNames();

private:
    Program m_program;
    QJsonObject m_compared;
};

void TestHistoryCommand::initTestCase()
{
    const QStringList command =
        words("compare --demo -m demo/swift -m demo/fault-401 --json --task summarize");
    const Outcome first =
        m_program.run(command + QStringList{QStringLiteral("Where do tramways turn?\n<b>Now</b>")});
    QCOMPARE(first.exitCode, 1);
    m_compared = first.object();
    QCOMPARE(m_program.run(words("compare --demo -m demo/thrifty --json 火车站在哪里")).exitCode, 0);
}

void TestHistoryCommand::showGivesTheDocumentThatCompareGave()
{
    const Outcome shown = m_program.run(words("history show 1 --json"));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(problems(shown.object(), runShape()), QStringList());
    QCOMPARE(shown.object(), m_compared);
}

void TestHistoryCommand::searchFindsWordsOfPromptsAndAnswers_data()
{
    QTest::addColumn<QString>("looked");
    QTest::addColumn<int>("run");
    QTest::newRow("a word of the prompt") << QStringLiteral("tramways") << 1;
    QTest::newRow("the beginning of a word") << QStringLiteral("tramw*") << 1;
    QTest::newRow("a word inside a Chinese prompt") << QStringLiteral("车站") << 2;
}

void TestHistoryCommand::searchFindsWordsOfPromptsAndAnswers()
{
    QFETCH(QString, looked);
    QFETCH(int, run);
    const Outcome found = m_program.run(words("history search --json") << looked);
    QVERIFY2(found.exitCode == 0, found.text().constData());
    QCOMPARE(problems(found.array(), searchShape()), QStringList());
    QCOMPARE(found.array().size(), 1);
    const QJsonObject hit = found.array().first().toObject();
    QCOMPARE(hit.value(QLatin1StringView("run_id")).toInt(), run);
    QCOMPARE(hit.value(QLatin1StringView("lanes")).toInt(), run == 1 ? 2 : 1);
    const QDateTime at =
        QDateTime::fromString(hit.value(QLatin1StringView("at")).toString(), Qt::ISODateWithMs);
    QVERIFY(at.isValid() && at.timeSpec() == Qt::UTC);
    const QString cost = m_program
                             .value(QStringLiteral("SELECT printf('%.12f', sum(cost_usd)) FROM v_calls "
                                                   "WHERE run_id = %1")
                                        .arg(run))
                             .toString();
    QCOMPARE(hit.value(QLatin1StringView("cost_usd")).toString().toDouble(), cost.toDouble());
}

void TestHistoryCommand::searchSaysWhenNothingMatches()
{
    const Outcome json = m_program.run(words("history search zeppelin --json"));
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.document().isArray() && json.array().isEmpty());
    const Outcome text = m_program.run(words("history search zeppelin"));
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out, QByteArray("No run matches.\n"));
    // Words that mean something to a full-text index are words here.
    QCOMPARE(m_program.run(words("history search AND OR ( \" NEAR")).exitCode, 0);
}

void TestHistoryCommand::forPeopleRunsAreATable()
{
    const Outcome table = m_program.run(words("history search tramways"));
    QCOMPARE(table.exitCode, 0);
    const QList<QByteArray> lines = table.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("RUN"));
    QVERIFY(lines[1].contains("Where do tramways turn?"));
    QVERIFY(m_program.run(words("history show 1")).out.contains("## demo/swift"));
}

void TestHistoryCommand::exportWritesTheFormatsItNames_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("contained");
    QTest::newRow("markdown") << QStringLiteral("markdown") << QByteArray("# Run 1\n")
                              << QByteArray("> Where do tramways turn?\n");
    QTest::newRow("json") << QStringLiteral("json") << QByteArray("{") << QByteArray("\"run_id\": 1");
    // Text of others stays text.
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>")
                          << QByteArray("&lt;b&gt;Now&lt;/b&gt;");
}

void TestHistoryCommand::exportWritesTheFormatsItNames()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, contained);
    const Outcome exported = m_program.run(words("history export 1 --format") << format);
    QCOMPARE(exported.exitCode, 0);
    QVERIFY2(exported.out.startsWith(begin), exported.out.constData());
    QVERIFY2(exported.out.contains(contained), exported.out.constData());
}

SWITCHYARD_TEST(TestHistoryCommand)
#include "tst_historycommand.moc"
