#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `usage export` as a process, over a ledger of three runs in two months.
class TestUsageExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyAttemptIsALine_data();
    void everyAttemptIsALine();
    void aLineOfJsonIsOneDocument();
    void aPeriodHasItsFirstAndItsLastDay();
    void aFileHoldsWhatStandardOutputWould();
    void theSummaryTellsWhatIsUnpriced();
    void simulatedAttemptsAreNotThoseOfTheUser();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();

private:
    Outcome exported(const char *more) const
    {
        return m_program.run(words("usage export --demo") + words(more));
    }

    Program m_program;
};

void TestUsageExportCommand::initTestCase()
{
    for (const char *more :
         {"-m demo/swift --meta team=red One?", "-m demo/swift Two?", "-m demo/fault-401 Three?"})
        m_program.run(words("compare --demo --json") + words(more));
    // 2026-01-10 and 2026-02-10, 10:00 UTC.
    m_program.change(QStringLiteral("UPDATE attempts SET started_at = 1768039200000 WHERE id <= 2"));
    m_program.change(QStringLiteral("UPDATE attempts SET started_at = 1770717600000 WHERE id = 3"));
}

void TestUsageExportCommand::everyAttemptIsALine_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("lines");
    QTest::newRow("csv with its head")
        << QStringLiteral("csv") << QByteArray("attempt_id,call_id,run_id,") << 4;
    QTest::newRow("lines of JSON") << QStringLiteral("jsonl") << QByteArray("{\"") << 3;
    // The refused key cost nothing.
    QTest::newRow("charges with their head")
        << QStringLiteral("focus") << QByteArray("BilledCost,EffectiveCost,") << 3;
}

void TestUsageExportCommand::everyAttemptIsALine()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, start);
    QFETCH(int, lines);
    const Outcome outcome = m_program.run(words("usage export --demo --format") + QStringList{format});
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.startsWith(start), outcome.text().constData());
    QCOMPARE(outcome.out.count('\n'), lines);
}

void TestUsageExportCommand::aLineOfJsonIsOneDocument()
{
    const QList<QByteArray> lines = exported("--format jsonl").out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(first.value(QLatin1StringView("gen_ai.request.model")).toString(), QStringLiteral("swift"));
    QCOMPARE(first.value(QLatin1StringView("switchyard.tags")).toObject().value(QLatin1StringView("team")),
             QJsonValue(QStringLiteral("red")));
    QCOMPARE(first.value(QLatin1StringView("timestamp")).toString(),
             QStringLiteral("2026-01-10T10:00:00.000Z"));
    const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
    QCOMPARE(last.value(QLatin1StringView("error.type")).toString(), QStringLiteral("auth"));
}

void TestUsageExportCommand::aPeriodHasItsFirstAndItsLastDay()
{
    QCOMPARE(exported("--format jsonl --since 2026-01-10 --until 2026-01-10").out.count('\n'), 2);
    QCOMPARE(exported("--format jsonl --since 2026-01-11").out.count('\n'), 1);
    QCOMPARE(exported("--format jsonl --until 2026-01-09").out.count('\n'), 0);
}

void TestUsageExportCommand::aFileHoldsWhatStandardOutputWould()
{
    const QString target = m_program.dataDir() + QStringLiteral("/usage.csv");
    const Outcome written =
        m_program.run(words("usage export --demo --format csv --out") + QStringList{target});
    QVERIFY2(written.exitCode == 0, written.text().constData());
    QVERIFY(written.out.isEmpty());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), exported("--format csv").out);
}

void TestUsageExportCommand::theSummaryTellsWhatIsUnpriced()
{
    const QByteArray priced = exported("--format focus").err;
    QVERIFY2(priced.startsWith("3 attempts, $"), priced.constData());
    QVERIFY2(priced.contains("1 of them have no row"), priced.constData());
    QVERIFY2(!priced.contains("unpriced"), priced.constData());
    m_program.change(
        QStringLiteral("UPDATE attempts SET cost_picos = NULL, cost_basis = 'unknown' WHERE id = 2"));
    const Outcome outcome = exported("--format focus");
    QVERIFY2(outcome.err.contains("1 of them are unpriced"), outcome.err.constData());
    QVERIFY2(outcome.out.contains("\r\n,,,,USD,2026-01-01T00:00:00Z,"), outcome.out.constData());
    m_program.change(QStringLiteral(
        "UPDATE attempts SET cost_picos = NULL, cost_basis = 'unknown' WHERE status = 'complete'"));
    // Nothing is known of the sum: it is not $0.
    const QByteArray unknown = exported("--format csv").err;
    QVERIFY2(unknown.startsWith("3 attempts\n"), unknown.constData());
}

void TestUsageExportCommand::simulatedAttemptsAreNotThoseOfTheUser()
{
    const Outcome outcome = m_program.run(words("usage export --format jsonl"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.out, QByteArray());
}

void TestUsageExportCommand::wrongWordsAreRefused_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::newRow("no format") << words("usage export");
    QTest::newRow("an unknown format") << words("usage export --format xlsx");
    QTest::newRow("a further word") << words("usage export --format csv all");
    QTest::newRow("no time") << words("usage export --format csv --since yesterday");
    QTest::newRow("a period backwards")
        << words("usage export --format csv --since 2026-02-01 --until 2026-01-01");
    QTest::newRow("no zone") << words("usage export --format csv --zone Mars/Base");
    QTest::newRow("the options of sums") << words("usage export --format csv --by day");
}

void TestUsageExportCommand::wrongWordsAreRefused()
{
    QFETCH(QStringList, line);
    const Outcome outcome = m_program.run(line);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

SWITCHYARD_TEST(TestUsageExportCommand)
#include "tst_usageexport.moc"
