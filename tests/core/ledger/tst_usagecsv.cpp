#include "core/ledger/usagecsv.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TestUsageCsv : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreQuotedAndNeverFormulas_data();
    void cellsAreQuotedAndNeverFormulas();
    void aCostThatNobodyKnowsIsEmpty();
    void aReportHasItsDimensionsAndExactFigures();
    void anAttemptKeepsEveryFigureAndTheErrorsWords();
    void whatIsUnknownIsEmptyAndNotZero();

private:
    static QStringList record(const QString &csv, int line);
};

/// Splits a record that has no quoted cells.
QStringList TestUsageCsv::record(const QString &csv, int line)
{
    return csv.split(QStringLiteral("\r\n")).value(line).split(QLatin1Char(','));
}

void TestUsageCsv::cellsAreQuotedAndNeverFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain text as it is") << QStringLiteral("gpt-4o") << QStringLiteral("gpt-4o");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a comma in quotes") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
    QTest::newRow("quotes doubled") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
    QTest::newRow("line ends in quotes") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
    QTest::newRow("a formula by =") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
    QTest::newRow("a formula by +") << QStringLiteral("+1") << QStringLiteral("'+1");
    QTest::newRow("a formula by -") << QStringLiteral("-1") << QStringLiteral("'-1");
    QTest::newRow("a formula by @") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
    QTest::newRow("a formula behind a tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
    QTest::newRow("a formula with a comma") << QStringLiteral("=A1,B1") << QStringLiteral("\"'=A1,B1\"");
    QTest::newRow("a sign inside is no formula") << QStringLiteral("a=b") << QStringLiteral("a=b");
}

void TestUsageCsv::cellsAreQuotedAndNeverFormulas()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

void TestUsageCsv::aCostThatNobodyKnowsIsEmpty()
{
    UsageFigures figures;
    figures.attempts = 3;
    figures.unpricedAttempts = 3;
    QVERIFY(!knownCost(figures));
    figures.errors = 1;
    figures.unpricedAttempts = 2;
    QVERIFY(!knownCost(figures));
    figures.cost = Money::fromPicos(1);
    QCOMPARE(knownCost(figures), std::optional(Money::fromPicos(1)));
    QCOMPARE(knownCost(UsageFigures()), std::optional(Money()));
}

void TestUsageCsv::aReportHasItsDimensionsAndExactFigures()
{
    UsageReport report;
    report.by = {QStringLiteral("account"), QStringLiteral("model")};
    UsageRow row{{QStringLiteral("openai"), QStringLiteral("=gpt")}, {}};
    row.figures.calls = 2;
    row.figures.attempts = 3;
    row.figures.errors = 1;
    row.figures.input = 1204;
    row.figures.output = 640;
    row.figures.cost = *Money::fromDecimal(u"0.000000000001");
    row.figures.unpricedAttempts = 1;
    report.rows.append(row);
    const QString csv = usageToCsv(report);
    QCOMPARE(record(csv, 0).mid(0, 3),
             QStringList({QStringLiteral("account"), QStringLiteral("model"), QStringLiteral("calls")}));
    QCOMPARE(csv.split(QStringLiteral("\r\n")).value(1),
             QStringLiteral("openai,'=gpt,2,3,1,1204,0,0,640,0,0.000000000001,1"));
    QVERIFY(csv.endsWith(QStringLiteral("\r\n")));
    QCOMPARE(record(csv, 0).size(), record(csv, 1).size());
}

void TestUsageCsv::anAttemptKeepsEveryFigureAndTheErrorsWords()
{
    AttemptRecord attempt;
    attempt.id = 7;
    attempt.callId = 5;
    attempt.runId = 3;
    attempt.accountName = QStringLiteral("openai");
    attempt.model = QStringLiteral("gpt-4o");
    attempt.startedAtMs = 1'767'225'600'123;
    attempt.settledAtMs = 1'767'225'601'000;
    attempt.completion.status = LaneStatus::Failed;
    attempt.completion.error = Error{ErrorKind::RateLimited, QStringLiteral("Slow down, please"), 429};
    attempt.completion.timing.headers = 12.34;
    attempt.completion.usage.input = 100;
    attempt.cost.amount = Money::fromPicos(2'500'000'000'000);
    attempt.cost.basis = CostBasis::Reported;
    const QString csv = attemptsToCsv({attempt});
    QVERIFY(csv.contains(
        QStringLiteral("7,5,3,1,2026-01-01T00:00:00.123Z,2026-01-01T00:00:01.000Z,openai,gpt-4o")));
    QVERIFY(csv.contains(QStringLiteral("failed,,rate_limited,\"Slow down, please\",429,0.0,,12.3,")));
    QVERIFY(csv.contains(QStringLiteral(",2.5,reported,")));
}

void TestUsageCsv::whatIsUnknownIsEmptyAndNotZero()
{
    const QString csv = attemptsToCsv({AttemptRecord()});
    const QStringList head = record(csv, 0);
    const QStringList cells = record(csv, 1);
    QCOMPARE(cells.size(), head.size());
    for (const char *const name : {"run_id", "settled_at", "error_kind", "http_status", "queued_ms",
                                   "first_text_ms", "input_tokens", "output_tokens", "cost_usd"})
        QCOMPARE(cells.value(head.indexOf(QLatin1StringView(name))), QString());
}

SWITCHYARD_TEST(TestUsageCsv)

#include "tst_usagecsv.moc"
