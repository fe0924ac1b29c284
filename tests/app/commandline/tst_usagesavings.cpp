#include "tests/app/rulefiles.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace test;

/// `usage --savings` and `usage --what-if` as processes, over calls of the simulator.
class TestUsageSavings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void savingsAreAKeyOfTheDocument();
    void aWhatIfIsAKeyOfTheDocument();
    void theCheapestNeedsVotes();
    void csvIsTheWhatIfAlone();
    void peopleReadTables();
    void aReportOfThemIsNothingButTheReport();
    void withoutEitherTheDocumentIsAsItWas();
    void anAccountThatIsNotThereIsNamed();
    void aModelWithoutAPriceIsSaid();

private:
    static QJsonObject rulesTo(const QString &summaries);
    QJsonObject usage(const QStringList &arguments);

    Program m_program;
};

QJsonObject TestUsageSavings::rulesTo(const QString &summaries)
{
    return ruleSetOf(QStringLiteral("mine"),
                     {ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {summaries})},
                     QStringLiteral("demo/thrifty"));
}

QJsonObject TestUsageSavings::usage(const QStringList &arguments)
{
    const Outcome outcome = m_program.run(words("usage --demo --json") + arguments);
    if (outcome.exitCode != 0 || !outcome.document().isObject())
        qFatal("%s", outcome.text().constData());
    return outcome.object();
}

void TestUsageSavings::initTestCase()
{
    importRuleSet(m_program, rulesTo(QStringLiteral("demo/thinker")));
    importRuleSet(m_program, rulesTo(QStringLiteral("demo/swift")));
    for (const QStringList &call : {words("ask --demo --task summarize One"),
                                    words("ask --demo --task summarize Two"), words("ask --demo Three")}) {
        const Outcome asked = m_program.run(call);
        QVERIFY2(asked.exitCode == 0, asked.text().constData());
    }
}

void TestUsageSavings::savingsAreAKeyOfTheDocument()
{
    const QJsonObject savings = usage(words("--savings")).value(QLatin1StringView("savings")).toObject();
    const QJsonArray sets = savings.value(QLatin1StringView("sets")).toArray();
    QCOMPARE(sets.size(), 1);
    const QJsonObject set = sets.at(0).toObject();
    QCOMPARE(set.value(QLatin1StringView("rule_set")).toString(), QStringLiteral("mine"));
    QCOMPARE(set.value(QLatin1StringView("version")).toInt(), 2);
    QCOMPARE(set.value(QLatin1StringView("version_before")).toInt(), 1);
    const QJsonObject rule = set.value(QLatin1StringView("rules")).toArray().at(0).toObject();
    QCOMPARE(rule.value(QLatin1StringView("rule")).toString(), QStringLiteral("summaries"));
    QCOMPARE(rule.value(QLatin1StringView("calls")).toInt(), 2);
    QCOMPARE(rule.value(QLatin1StringView("moved")).toInt(), 2);
    QCOMPARE(rule.value(QLatin1StringView("note")).toString(), QStringLiteral("2 calls, too few"));
    QVERIFY(rule.value(QLatin1StringView("saved_usd")).isNull());
    QCOMPARE(set.value(QLatin1StringView("total")).toObject().value(QLatin1StringView("calls")).toInt(), 3);
    QCOMPARE(savings.value(QLatin1StringView("activations")).toArray().size(), 2);
}

void TestUsageSavings::aWhatIfIsAKeyOfTheDocument()
{
    const QJsonObject document = usage(words("--what-if demo/thinker"));
    const QJsonObject whatIf = document.value(QLatin1StringView("what_if")).toObject();
    QCOMPARE(whatIf.value(QLatin1StringView("target")).toString(), QStringLiteral("demo/thinker"));
    const QJsonObject total = whatIf.value(QLatin1StringView("total")).toObject();
    QCOMPARE(total.value(QLatin1StringView("calls")).toInt(), 3);
    // What was really paid is what the sums say.
    QCOMPARE(total.value(QLatin1StringView("cost_before_usd")),
             document.value(QLatin1StringView("total")).toObject().value(QLatin1StringView("cost_usd")));
    QVERIFY(!whatIf.value(QLatin1StringView("assumptions")).toArray().isEmpty());
}

void TestUsageSavings::theCheapestNeedsVotes()
{
    const QJsonObject whatIf =
        usage(words("--what-if cheapest")).value(QLatin1StringView("what_if")).toObject();
    QVERIFY(whatIf.value(QLatin1StringView("target")).isNull());
    const QJsonArray rows = whatIf.value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    for (const auto &row : rows)
        QVERIFY(row.toObject().value(QLatin1StringView("to")).isNull());
}

void TestUsageSavings::csvIsTheWhatIfAlone()
{
    const Outcome outcome = m_program.run(words("usage --demo --csv --what-if demo/thinker"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.startsWith("task,from,to,counted,"), outcome.text().constData());
    QCOMPARE(outcome.out.trimmed().split('\n').size(), 4);
}

void TestUsageSavings::peopleReadTables()
{
    const Outcome outcome = m_program.run(words("usage --demo --savings --what-if demo/thinker"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    for (const char *part : {"route/mine version 2", "2 calls, too few", "COMPARED", "THEIR COST", " of 3 ",
                             "What if: all calls at demo/thinker.", "tokenizers"})
        QVERIFY2(outcome.out.contains(part), outcome.text().constData());
}

void TestUsageSavings::aReportOfThemIsNothingButTheReport()
{
    const QStringList month{QStringLiteral("--month"),
                            QDateTime::currentDateTimeUtc().date().toString(QStringLiteral("yyyy-MM"))};
    const Outcome page = m_program.run(words("report --demo --zone UTC") + month);
    QVERIFY2(page.exitCode == 0, page.text().constData());
    QVERIFY2(page.out.startsWith("<!DOCTYPE html>"), page.text().constData());
    QVERIFY2(page.out.contains("mine, version 2"), page.text().constData());
    const Outcome document = m_program.run(words("report --demo --json --zone UTC") + month);
    QVERIFY2(document.exitCode == 0 && document.document().isObject(), document.text().constData());
}

void TestUsageSavings::withoutEitherTheDocumentIsAsItWas()
{
    const QJsonObject document = usage({});
    QVERIFY(!document.contains(QLatin1StringView("savings")));
    QVERIFY(!document.contains(QLatin1StringView("what_if")));
}

void TestUsageSavings::anAccountThatIsNotThereIsNamed()
{
    const Outcome outcome = m_program.run(words("usage --demo --what-if nowhere/model"));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains("There is no account \"nowhere\""), outcome.text().constData());
    QVERIFY2(outcome.out.isEmpty(), outcome.text().constData());
}

void TestUsageSavings::aModelWithoutAPriceIsSaid()
{
    const Outcome added =
        m_program.run(words("accounts add openai --preset openai --key-env OPENAI_API_KEY"));
    QVERIFY2(added.exitCode == 0, added.text().constData());
    for (const char *format : {"", "--json", "--csv"}) {
        const Outcome outcome = m_program.run(words("usage --demo --what-if openai/nope") + words(format));
        QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
        QVERIFY2(outcome.out.contains("openai/nope"), outcome.text().constData());
        QVERIFY2(outcome.err.contains("No price of openai/nope is known"), outcome.text().constData());
        QVERIFY2(outcome.err.contains("switchyard prices set nope --account openai"),
                 outcome.text().constData());
    }
    const Outcome priced = m_program.run(words("usage --demo --what-if demo/thinker"));
    QVERIFY2(!priced.err.contains("No price"), priced.text().constData());
}

SWITCHYARD_TEST(TestUsageSavings)

#include "tst_usagesavings.moc"
