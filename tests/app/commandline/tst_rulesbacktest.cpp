#include "tests/app/rulefiles.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace test;

/// `rules backtest`: what it prints of calls that were asked before, and how it ends.
class TestRulesBacktest : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentIsThePublicOne();
    void theSameRulesMoveNothing();
    void twoVersionsAreComparedOnTheSameCalls();
    void peopleReadATable();
    void aRuleWithoutCallsHasNoCost();
    void callsOutsideThePeriodAreLeftOut();
    void comparisonsCountOnRequest();
    void whatIsWrongIsOneSentence_data();
    void whatIsWrongIsOneSentence();

private:
    static QJsonObject rulesTo(const QString &summaries);
    /// Three calls by version 1, two of them summaries; version 2 sends summaries elsewhere.
    static void prepare(const Program &program);
};

QJsonObject TestRulesBacktest::rulesTo(const QString &summaries)
{
    return ruleSetOf(QStringLiteral("mine"),
                     {ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {summaries})},
                     QStringLiteral("demo/thrifty"));
}

void TestRulesBacktest::prepare(const Program &program)
{
    importRuleSet(program, rulesTo(QStringLiteral("demo/swift")));
    for (const QStringList &call : {words("ask --demo --task summarize One"),
                                    words("ask --demo --task summarize Two"), words("ask --demo Three")}) {
        const Outcome asked = program.run(call);
        if (asked.exitCode != 0)
            qFatal("%s", asked.text().constData());
    }
    importRuleSet(program, rulesTo(QStringLiteral("demo/thinker")));
}

void TestRulesBacktest::theDocumentIsThePublicOne()
{
    Program program;
    prepare(program);
    const Outcome outcome = program.run(words("rules backtest mine --demo --json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject document = outcome.object();
    QCOMPARE(document.value(QStringLiteral("calls")).toInt(), 3);
    QCOMPARE(document.value(QStringLiteral("moved")).toInt(), 2);
    QCOMPARE(document.value(QStringLiteral("unpriced")).toInt(), 0);
    QVERIFY(document.value(QStringLiteral("cost_before_usd")).isString());
    QVERIFY(document.value(QStringLiteral("cost_after_usd")).isString());
    const QJsonArray rules = document.value(QStringLiteral("by_rule")).toArray();
    QCOMPARE(rules.size(), 2);
    const QJsonObject first = rules.at(0).toObject();
    QCOMPARE(first.value(QStringLiteral("rule")).toString(), QStringLiteral("summaries"));
    QCOMPARE(first.value(QStringLiteral("calls")).toInt(), 2);
    QCOMPARE(first.value(QStringLiteral("moved")).toInt(), 2);
    QCOMPARE(rules.at(1).toObject().value(QStringLiteral("moved")).toInt(), 0);
    // What was really paid stands in the ledger.
    const QVariant paid = program.value(QStringLiteral("SELECT sum(cost_picos) FROM attempts"));
    const double before = document.value(QStringLiteral("cost_before_usd")).toString().toDouble();
    QVERIFY(qAbs(before - paid.toDouble() / 1e12) < 1e-12);
}

void TestRulesBacktest::theSameRulesMoveNothing()
{
    Program program;
    prepare(program);
    const Outcome outcome = program.run(words("rules backtest mine@1 --demo --json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(outcome.object().value(QStringLiteral("calls")).toInt(), 3);
    QCOMPARE(outcome.object().value(QStringLiteral("moved")).toInt(), 0);
    QCOMPARE(outcome.object().value(QStringLiteral("cost_before_usd")),
             outcome.object().value(QStringLiteral("cost_after_usd")));
}

void TestRulesBacktest::twoVersionsAreComparedOnTheSameCalls()
{
    Program program;
    prepare(program);
    const Outcome outcome = program.run(words("rules backtest mine --against 1 --demo --json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject document = outcome.object();
    QCOMPARE(document.value(QStringLiteral("version")).toInt(), 2);
    QCOMPARE(document.value(QStringLiteral("against")).toObject().value(QStringLiteral("version")).toInt(),
             1);
    const QJsonObject difference = document.value(QStringLiteral("differences")).toArray().at(0).toObject();
    QCOMPARE(difference.value(QStringLiteral("rule")).toString(), QStringLiteral("summaries"));
    QCOMPARE(difference.value(QStringLiteral("this")).toObject().value(QStringLiteral("moved")).toInt(), 2);
    QCOMPARE(difference.value(QStringLiteral("against")).toObject().value(QStringLiteral("moved")).toInt(),
             0);
}

void TestRulesBacktest::peopleReadATable()
{
    Program program;
    prepare(program);
    const Outcome outcome = program.run(words("rules backtest mine --demo"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.contains("2 of 3 calls would go elsewhere"), outcome.text().constData());
    QVERIFY2(outcome.out.contains("summaries"), outcome.text().constData());
    QVERIFY2(outcome.err.isEmpty(), outcome.text().constData());
}

void TestRulesBacktest::aRuleWithoutCallsHasNoCost()
{
    Program program;
    importRuleSet(program, rulesTo(QStringLiteral("demo/swift")));
    QCOMPARE(program.run(words("ask --demo One")).exitCode, 0);
    const Outcome outcome = program.run(words("rules backtest mine --demo"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.contains("summaries"), outcome.text().constData());
    QVERIFY2(!outcome.out.contains("unknown"), outcome.text().constData());
}

void TestRulesBacktest::callsOutsideThePeriodAreLeftOut()
{
    Program program;
    prepare(program);
    const Outcome outcome =
        program.run(words("rules backtest mine --since 2020-01-01 --until 2020-12-31 --demo --json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(outcome.object().value(QStringLiteral("calls")).toInt(), 0);
    QVERIFY(outcome.object().value(QStringLiteral("cost_before_usd")).isNull());
}

void TestRulesBacktest::comparisonsCountOnRequest()
{
    Program program;
    prepare(program);
    const Outcome compared = program.run(words("compare --demo -m demo/swift -m demo/thrifty --json Four"));
    QVERIFY2(compared.exitCode == 0, compared.text().constData());
    const auto calls = [&program](const char *line) {
        return program.run(words(line)).object().value(QStringLiteral("calls")).toInt();
    };
    QCOMPARE(calls("rules backtest mine --demo --json"), 3);
    QCOMPARE(calls("rules backtest mine --include-compare --demo --json"), 4);
}

void TestRulesBacktest::whatIsWrongIsOneSentence_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("a rule set that is not there") << QStringLiteral("rules backtest other --demo");
    QTest::newRow("a version that is not there") << QStringLiteral("rules backtest mine --against 9 --demo");
    QTest::newRow("no time") << QStringLiteral("rules backtest mine --since soon --demo");
    QTest::newRow("a period without length")
        << QStringLiteral("rules backtest mine --since 2026-02-01 --until 2026-01-01 --demo");
}

void TestRulesBacktest::whatIsWrongIsOneSentence()
{
    QFETCH(const QString, line);
    Program program;
    importRuleSet(program, rulesTo(QStringLiteral("demo/swift")));
    const Outcome outcome = program.run(words(line.toUtf8().constData()));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

SWITCHYARD_TEST(TestRulesBacktest)
#include "tst_rulesbacktest.moc"
