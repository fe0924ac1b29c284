#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/app/rulefiles.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `budgets`, and what budgets do to the commands that send.
class TestBudgetsCommand : public QObject
{
    Q_OBJECT

private slots:
    void withoutBudgetsItSaysHowToMakeOne();
    void aBudgetIsSetAndListed();
    void settingAgainReplacesTheWholeBudget();
    void whatIsSpentIsShown();
    void aBudgetIsRemoved();
    void whatIsWrongIsOneSentence_data();
    void whatIsWrongIsOneSentence();
    void compareIsRefusedByAHardBudget();
    void aRefusedLaneDoesNotStopTheOthers();
    void askIsRefusedByAHardBudget();
    void aRuleMayAskForABudget();
    void theSimulatorIsLimitedInTheDemo();

private:
    static QByteArray budgetShape();
};

namespace {

QJsonObject listedBudget(const Outcome &outcome, int at = 0)
{
    return outcome.array().at(at).toObject();
}

QString budgetText(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

/// An account of OpenAI at the provider, whose model answers with one token.
void addOpenAiTo(Program &program, FakeProvider &provider)
{
    provider.onModel(QStringLiteral("gpt-4o"), {completion(words("a"))});
    provider.onModel(QStringLiteral("gpt-4o-mini"), {completion(words("a"))});
    program.addAccount(QStringLiteral("openai"), provider.baseUrl(), words("--preset openai"));
}

} // namespace

QByteArray TestBudgetsCommand::budgetShape()
{
    return R"({"name": "string", "scope": "string", "period": "string", "start_day": "number",
               "zone": "string", "amount_usd": "string", "soft_percent": "number", "hard": "bool",
               "unpriced": "string", "enabled": "bool", "since": "string", "until": "string",
               "spent_usd": "string", "reserved_usd": "string", "used_percent": "number",
               "unpriced_attempts": "number"})";
}

void TestBudgetsCommand::withoutBudgetsItSaysHowToMakeOne()
{
    const Program program;
    const Outcome listed = program.run(words("budgets list"));
    QCOMPARE(listed.exitCode, 0);
    QVERIFY2(listed.out.contains("switchyard budgets set"), listed.out.constData());
    const Outcome json = program.run(words("budgets list --json"));
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.document().isArray() && json.array().isEmpty());
}

void TestBudgetsCommand::aBudgetIsSetAndListed()
{
    const Program program;
    const Outcome set =
        program.run(words("budgets set team --amount 12.5 --period week --scope tag:team=blue "
                          "--soft 60 --hard --zone Asia/Kathmandu --start-day 7 "
                          "--unpriced allow --json"));
    QVERIFY2(set.exitCode == 0, set.text().constData());
    QCOMPARE(problems(set.object(), budgetShape()), QStringList());
    const Outcome listed = program.run(words("budgets list --json"));
    QCOMPARE(problems(listed.array(), "[" + budgetShape() + "]"), QStringList());
    const QJsonObject budget = listedBudget(listed);
    QCOMPARE(budget, set.object());
    QCOMPARE(budgetText(budget, "name"), QStringLiteral("team"));
    QCOMPARE(budgetText(budget, "scope"), QStringLiteral("tag:team=blue"));
    QCOMPARE(budgetText(budget, "period"), QStringLiteral("week"));
    QCOMPARE(budget.value(QLatin1StringView("start_day")).toInt(), 7);
    QCOMPARE(budgetText(budget, "zone"), QStringLiteral("Asia/Kathmandu"));
    QCOMPARE(budgetText(budget, "amount_usd"), QStringLiteral("12.5"));
    QCOMPARE(budget.value(QLatin1StringView("soft_percent")).toInt(), 60);
    QVERIFY(budget.value(QLatin1StringView("hard")).toBool());
    QCOMPARE(budgetText(budget, "unpriced"), QStringLiteral("allow"));
    QVERIFY(budget.value(QLatin1StringView("enabled")).toBool());
    QCOMPARE(budgetText(budget, "spent_usd"), QStringLiteral("0"));
    QVERIFY(budgetText(budget, "until").endsWith(QStringLiteral("+05:45")));
    const Outcome table = program.run(words("budgets list"));
    QVERIFY2(table.out.contains("tag:team=blue") && table.out.contains("$12.50"), table.out.constData());
}

void TestBudgetsCommand::settingAgainReplacesTheWholeBudget()
{
    const Program program;
    program.run(words("budgets set team --amount 10 --period day --hard --soft 10 --zone UTC"));
    const Outcome set = program.run(words("budgets set TEAM --amount 20 --period month --off --json"));
    QVERIFY2(set.exitCode == 0, set.text().constData());
    const Outcome listed = program.run(words("budgets list --json"));
    QCOMPARE(listed.array().size(), 1);
    const QJsonObject budget = listedBudget(listed);
    QCOMPARE(budgetText(budget, "name"), QStringLiteral("TEAM"));
    QCOMPARE(budgetText(budget, "period"), QStringLiteral("month"));
    QCOMPARE(budget.value(QLatin1StringView("soft_percent")).toInt(), 80);
    QVERIFY(!budget.value(QLatin1StringView("hard")).toBool());
    QVERIFY(!budget.value(QLatin1StringView("enabled")).toBool());
}

void TestBudgetsCommand::whatIsSpentIsShown()
{
    Program program;
    FakeProvider provider;
    addOpenAiTo(program, provider);
    program.run(words("budgets set team --amount 1 --period month --zone UTC"));
    QCOMPARE(program.run(words("compare -m openai/gpt-4o What?")).exitCode, 0);
    const QJsonObject budget = listedBudget(program.run(words("budgets list --json")));
    // Ten input tokens and one output token.
    QCOMPARE(budgetText(budget, "spent_usd"), QStringLiteral("0.000035"));
    QCOMPARE(budgetText(budget, "reserved_usd"), QStringLiteral("0"));
    QCOMPARE(budget.value(QLatin1StringView("used_percent")).toDouble(), 0.0035);
}

void TestBudgetsCommand::aBudgetIsRemoved()
{
    const Program program;
    program.run(words("budgets set team --amount 1 --period month"));
    const Outcome removed = program.run(words("budgets remove team --json"));
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(removed.object().value(QLatin1StringView("removed")), QJsonValue(true));
    QVERIFY(program.run(words("budgets list --json")).array().isEmpty());
}

void TestBudgetsCommand::whatIsWrongIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const char *line, const char *part) {
        QTest::newRow(name) << words(line) << QByteArray(part);
    };
    row("an unknown budget", "budgets remove team", "\u201cteam\u201d");
    row("nothing to spend", "budgets set team --amount 0 --period month", "more than 0");
    row("more than can be counted", "budgets set team --amount 99999999999 --period month", "too large");
    row("the 32nd of a month", "budgets set team --amount 1 --period month --start-day 32", "1 to 31");
    row("a warning beyond all of it", "budgets set team --amount 1 --period month --soft 101", "percent");
    row("what others sent", "budgets set team --amount 1 --period month --scope source=import",
        "was imported");
    row("an account that nobody has", "budgets set team --amount 1 --period month --scope account=opnai",
        "no account named \"opnai\"");
    row("a source that is none", "budgets set team --amount 1 --period month --scope source=terminal",
        "window, cli and gateway");
    row("a rule without its set", "budgets set team --amount 1 --period month --scope rule=cheap",
        "buckets/cheap");
    QTest::newRow("an empty name") << QStringList{
        QStringLiteral("budgets"),  QStringLiteral("set"), QString(),
        QStringLiteral("--amount"), QStringLiteral("1"),   QStringLiteral("--period"),
        QStringLiteral("month")} << QByteArray("name a budget");
}

void TestBudgetsCommand::whatIsWrongIsOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const Program program;
    const Outcome outcome = program.run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains(part), outcome.err.constData());
}

void TestBudgetsCommand::compareIsRefusedByAHardBudget()
{
    Program program;
    FakeProvider provider;
    addOpenAiTo(program, provider);
    program.run(words("budgets set team --amount 0.001 --period month --hard --zone UTC"));
    const Outcome outcome = program.run(words("compare -m openai/gpt-4o -m openai/gpt-4o --json What?"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(provider.requestCount(), 0);
    for (const auto &lane : outcome.object().value(QLatin1StringView("lanes")).toArray()) {
        QCOMPARE(budgetText(lane.toObject(), "status"), QStringLiteral("failed"));
        QCOMPARE(budgetText(lane.toObject().value(QLatin1StringView("error")).toObject(), "kind"),
                 QStringLiteral("budget"));
    }
    // Both lanes are refused for the same reason, which is said once.
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY2(outcome.err.contains("team") && outcome.err.contains("$0.001"), outcome.err.constData());
    QCOMPARE(program.value(QStringLiteral("SELECT sum(unpriced_attempts) FROM v_calls")).toInt(), 0);
}

void TestBudgetsCommand::aRefusedLaneDoesNotStopTheOthers()
{
    Program program;
    FakeProvider provider;
    addOpenAiTo(program, provider);
    program.run(
        words("budgets set big --amount 0.001 --period month --hard --scope model=gpt-4o --zone UTC"));
    const Outcome outcome = program.run(words("compare -m openai/gpt-4o -m openai/gpt-4o-mini --json What?"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(provider.requestCount(), 1);
    const QJsonArray lanes = outcome.object().value(QLatin1StringView("lanes")).toArray();
    QCOMPARE(budgetText(lanes.at(0).toObject(), "status"), QStringLiteral("failed"));
    QCOMPARE(budgetText(lanes.at(1).toObject(), "status"), QStringLiteral("complete"));
}

void TestBudgetsCommand::askIsRefusedByAHardBudget()
{
    Program program;
    FakeProvider provider;
    addOpenAiTo(program, provider);
    importRuleSet(program, ruleSetOf(QStringLiteral("only"), {}, QStringLiteral("openai/gpt-4o")));
    program.run(words("budgets set team --amount 0.001 --period month --hard --zone UTC"));
    const Outcome outcome = program.run(words("ask What?"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(provider.requestCount(), 0);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains("team") && outcome.err.contains("$0.001"), outcome.err.constData());
}

void TestBudgetsCommand::aRuleMayAskForABudget()
{
    Program program;
    FakeProvider provider;
    addOpenAiTo(program, provider);
    QJsonObject thrift = ruleOf(QStringLiteral("thrift"), {}, {QStringLiteral("openai/gpt-4o-mini")});
    thrift.insert(QStringLiteral("when"),
                  QJsonObject{{QStringLiteral("field"), QStringLiteral("budget")},
                              {QStringLiteral("op"), QStringLiteral("at_least")},
                              {QStringLiteral("key"), QStringLiteral("team")},
                              {QStringLiteral("number"), 50}});
    program.run(words("budgets set team --amount 0.00005 --period month --zone UTC"));
    importRuleSet(program, ruleSetOf(QStringLiteral("saving"), {thrift}, QStringLiteral("openai/gpt-4o")));
    const auto rule = [&program] {
        const Outcome outcome = program.run(words("ask --json What?"));
        return budgetText(outcome.object().value(QLatin1StringView("decision")).toObject(), "rule");
    };
    QCOMPARE(rule(), QStringLiteral("default"));
    QCOMPARE(rule(), QStringLiteral("thrift"));
}

void TestBudgetsCommand::theSimulatorIsLimitedInTheDemo()
{
    const Program program;
    program.run(words("budgets set team --amount 0.000001 --period month --hard --zone UTC"));
    const Outcome refused = program.run(words("compare --demo -m demo/swift --json What?"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("team"), refused.err.constData());
    program.run(words("budgets set team --amount 100 --period month --hard --zone UTC"));
    QCOMPARE(program.run(words("compare --demo -m demo/swift --json What?")).exitCode, 0);
    // What the simulator answered is spent in the demo only.
    QVERIFY(budgetText(listedBudget(program.run(words("budgets list --demo --json"))), "spent_usd")
            != QStringLiteral("0"));
    QCOMPARE(budgetText(listedBudget(program.run(words("budgets list --json"))), "spent_usd"),
             QStringLiteral("0"));
}

SWITCHYARD_TEST(TestBudgetsCommand)
#include "tst_budgetscommand.moc"
