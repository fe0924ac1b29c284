#include "core/storage/statement.h"
#include "tests/core/ledger/budgetbench.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <limits>

using namespace core;
using test::await;
using test::BudgetBench;

/// What is spent of a budget: counted from the attempts, and kept with each that settles.
class BudgetStateTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<BudgetBench>(); }
    void cleanup() { m_bench.reset(); }
    void aScopeCountsItsAttempts_data();
    void aScopeCountsItsAttempts();
    void anAttemptCountsWhereItBegan();
    void whatCostsSomethingUnknownIsCountedApart();
    void theSimulatorCountsOnlyWhenAsked();
    void importedAnswersAreNotSpent();
    void aRepricedAttemptChangesTheSum();
    void aRelabelledCallMovesToAnotherBudget();
    void sumsStayAtTheLargestAmount();
    void aWrongSumIsCorrected();
    void aCorrectionMissesNothingThatSettledMeanwhile();
    void whatWasPrunedStaysSpent_data();
    void whatWasPrunedStaysSpent();
    void percentagesAreOfTheAmount();

private:
    void change(const QString &sql);
    QList<BudgetCorrection> wrongSums();

    const QString m_name = QStringLiteral("team");
    std::unique_ptr<BudgetBench> m_bench;
};

void BudgetStateTest::change(const QString &sql)
{
    QVERIFY(
        await(m_bench->database->write([sql](Connection &connection) { return connection.execute(sql); })));
}

QList<BudgetCorrection> BudgetStateTest::wrongSums()
{
    const auto wrong = await(m_bench->database->read(
        [now = m_bench->clock.utcMs()](Connection &connection) { return recountBudgets(connection, now); }));
    if (!wrong)
        qFatal("%s", qPrintable(wrong.error().message));
    return *wrong;
}

void BudgetStateTest::aScopeCountsItsAttempts_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("spent");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *scope, const char *spent) {
        QTest::addRow("%s, counted when asked", scope)
            << QString::fromLatin1(scope) << QString::fromLatin1(spent) << false;
        QTest::addRow("%s, kept with each attempt", scope)
            << QString::fromLatin1(scope) << QString::fromLatin1(spent) << true;
    };
    row("all", "7");
    row("account=openai", "3");
    row("account=OpenAI", "0");
    row("vendor=openai", "3");
    row("model=gpt-5", "1");
    row("task=summarize", "3");
    row("task=extract", "4");
    row("rule=buckets/cheap", "4");
    row("rule=buckets/dear", "0");
    row("tag:team=blue", "3");
    row("tag:team=red", "0");
    row("source=cli", "3");
    row("source=window", "4");
}

void BudgetStateTest::aScopeCountsItsAttempts()
{
    QFETCH(QString, scope);
    QFETCH(bool, kept);
    Budget budget = BudgetBench::budget(m_name, "100");
    budget.scope = *parseBudgetScope(scope);
    budget = m_bench->save(budget);
    if (kept)
        m_bench->keepSums(budget);

    RunDraft direct;
    direct.prompt = QStringLiteral("one");
    direct.task = QStringLiteral("summarize");
    direct.source = CallSource::Cli;
    direct.tags = {{QStringLiteral("team"), QStringLiteral("blue")}};
    direct.lanes = {BudgetBench::lane(QStringLiteral("openai/gpt-5")),
                    BudgetBench::lane(QStringLiteral("openai/gpt-5-mini"))};
    const RunIds first = m_bench->begin(direct);
    RunDraft routed;
    routed.prompt = QStringLiteral("two");
    routed.task = QStringLiteral("extract");
    routed.lanes = {BudgetBench::lane(QStringLiteral("google/flash"))};
    routed.lanes.first().vendor = QStringLiteral("google");
    routed.lanes.first().route = {QStringLiteral("buckets"), 1, QStringLiteral("cheap"), {}};
    const RunIds second = m_bench->begin(routed);
    // The vendor of the first two is known only when they settle.
    AttemptOutcome outcome = BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("1"));
    outcome.vendor = QStringLiteral("openai");
    m_bench->settle(first.attempts.at(0), outcome);
    outcome.cost.amount = BudgetBench::usd("2");
    m_bench->settle(first.attempts.at(1), outcome);
    m_bench->settle(second.attempts.first(), BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("4")));

    const BudgetState state = m_bench->state(m_name);
    QCOMPARE(state.isKept, kept);
    QTEST(state.spent.toDecimal(), "spent");
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::anAttemptCountsWhereItBegan()
{
    Budget budget = BudgetBench::budget(m_name, "100");
    budget.period = {BudgetCycle::Day, 1, QStringLiteral("Asia/Kolkata")};
    budget = m_bench->save(budget);
    const BudgetSpan today = budgetSpanAt(budget.period, m_bench->clock.utcMs());
    m_bench->clock.setUtcMs(today.endMs - 1);
    m_bench->keepSums(budget);
    const qint64 late = m_bench->open();
    m_bench->clock.setUtcMs(today.endMs);
    m_bench->keepSums(budget);
    const qint64 early = m_bench->open();
    m_bench->settle(late, BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("1")));
    m_bench->settle(early, BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("2")));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("2"));
    m_bench->clock.setUtcMs(today.endMs - 1);
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("1"));
}

void BudgetStateTest::whatCostsSomethingUnknownIsCountedApart()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    m_bench->spend(QStringLiteral("a/m"), std::nullopt);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("3"));
    const qint64 failed = m_bench->open();
    // One that was answered by an HTTP error cost nothing.
    AttemptOutcome refused = BudgetBench::failure(LaneStatus::Failed);
    refused.completion.error->httpStatus = 500;
    m_bench->settle(failed, refused);
    const BudgetState state = m_bench->state(m_name);
    QVERIFY(state.isKept);
    QVERIFY(state.spent == BudgetBench::usd("3"));
    QCOMPARE(state.unpriced, 1);
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::theSimulatorCountsOnlyWhenAsked()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("1"));
    const qint64 simulated = m_bench->open(QStringLiteral("demo/swift"), true);
    m_bench->settle(simulated, BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("2")));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("1"));
    QVERIFY(m_bench->state(m_name, true).spent == BudgetBench::usd("3"));
    QVERIFY(m_bench->state(m_name, true).includesSimulated);
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::importedAnswersAreNotSpent()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    change(QStringLiteral("INSERT INTO calls (created_at, source) VALUES (0, 'import')"));
    change(QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, started_at, "
                          "settled_at, status, cost_picos, cost_basis, imported) VALUES (1, 1, 0, 'a', 'm', "
                          "%1, %1, 'complete', 5, 'reported', 1)")
               .arg(m_bench->clock.utcMs()));
    QVERIFY(m_bench->state(m_name).spent.isZero());
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::aRepricedAttemptChangesTheSum()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    m_bench->spend(QStringLiteral("a/m"), std::nullopt);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("3"));
    change(QStringLiteral("UPDATE attempts SET cost_picos = 500, cost_basis = 'computed' WHERE id = 1"));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("3") + Money::fromPicos(500));
    QCOMPARE(m_bench->state(m_name).unpriced, 0);
    change(QStringLiteral("UPDATE attempts SET cost_picos = NULL, cost_basis = 'unknown' WHERE id = 2"));
    QVERIFY(m_bench->state(m_name).spent == Money::fromPicos(500));
    QCOMPARE(m_bench->state(m_name).unpriced, 1);
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::aRelabelledCallMovesToAnotherBudget()
{
    Budget summaries = BudgetBench::budget(m_name, "100");
    summaries.scope = {BudgetScope::Kind::Task, {}, QStringLiteral("summarize")};
    m_bench->keepSums(m_bench->save(summaries));
    Budget blue = BudgetBench::budget(QStringLiteral("blue"), "100");
    blue.scope = {BudgetScope::Kind::Tag, QStringLiteral("team"), QStringLiteral("blue")};
    m_bench->keepSums(m_bench->save(blue));
    const RunIds run =
        m_bench->ask(QStringLiteral("?"), QStringLiteral("a/m"), QStringLiteral("!"), BudgetBench::usd("1"));
    QVERIFY(await(m_bench->writer->setTask({run.run}, QStringLiteral("summarize"), TaskOrigin::User)));
    QVERIFY(await(m_bench->writer->setTag({run.run}, QStringLiteral("team"), QStringLiteral("blue"))));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("1"));
    QVERIFY(m_bench->state(QStringLiteral("blue")).spent == BudgetBench::usd("1"));
    QVERIFY(await(m_bench->writer->setTask({run.run}, QStringLiteral("extract"), TaskOrigin::User)));
    QVERIFY(m_bench->state(m_name).spent.isZero());
}

void BudgetStateTest::sumsStayAtTheLargestAmount()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    const Money most = Money::fromPicos(std::numeric_limits<qint64>::max());
    m_bench->spend(QStringLiteral("a/m"), most);
    m_bench->spend(QStringLiteral("a/m"), most);
    QVERIFY(m_bench->state(m_name).spent == most);
    QVERIFY(m_bench->state(m_name).isPastWarning());
}

void BudgetStateTest::aWrongSumIsCorrected()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("3"));
    m_bench->spend(QStringLiteral("a/m"), std::nullopt);
    change(QStringLiteral("UPDATE budget_sums SET spent_picos = 17, unpriced = 5"));
    const QList<BudgetCorrection> wrong = wrongSums();
    QCOMPARE(wrong.size(), 2); // with and without the simulator
    QVERIFY(await(m_bench->database->write(
        [wrong](Connection &connection) { return correctBudgets(connection, wrong); })));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("3"));
    QCOMPARE(m_bench->state(m_name).unpriced, 1);
    QVERIFY(wrongSums().isEmpty());
}

void BudgetStateTest::aCorrectionMissesNothingThatSettledMeanwhile()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "100")));
    change(QStringLiteral("UPDATE budget_sums SET spent_picos = 17 WHERE simulated = 0"));
    const QList<BudgetCorrection> wrong = wrongSums();
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("3"));
    QVERIFY(await(m_bench->database->write(
        [wrong](Connection &connection) { return correctBudgets(connection, wrong); })));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("3"));
}

void BudgetStateTest::whatWasPrunedStaysSpent_data()
{
    QTest::addColumn<qint64>("afterBegin");
    QTest::addColumn<int>("wrong");
    QTest::newRow("pruned up to the period's beginning") << qint64(0) << 1;
    QTest::newRow("pruned within the period") << qint64(1) << 0;
}

void BudgetStateTest::whatWasPrunedStaysSpent()
{
    QFETCH(qint64, afterBegin);
    const Budget budget = m_bench->save(BudgetBench::budget(m_name, "100"));
    m_bench->keepSums(budget);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("3"));
    const qint64 before = budgetSpanAt(budget.period, m_bench->clock.utcMs()).startMs + afterBegin;
    change(QStringLiteral("UPDATE usage_state SET pruned_before = %1").arg(before));
    change(QStringLiteral("DELETE FROM attempts"));
    QTEST(int(wrongSums().size()), "wrong");
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("3"));
}

void BudgetStateTest::percentagesAreOfTheAmount()
{
    BudgetState state;
    state.budget = BudgetBench::budget(m_name, "8");
    state.spent = BudgetBench::usd("6.4");
    state.reserved = BudgetBench::usd("0.8");
    QCOMPARE(state.spentPercent(), 80.0);
    QCOMPARE(state.usedPercent(), 90.0);
    BudgetState small;
    small.budget = BudgetBench::budget(m_name, "0.001");
    small.spent = BudgetBench::usd("0.00045");
    QVERIFY(small.usedPercent() == 45.0);
    QVERIFY(state.left() == BudgetBench::usd("0.8"));
    QVERIFY(state.isPastWarning());
    state.spent = state.spent - Money::fromPicos(1);
    QVERIFY(!state.isPastWarning());
    state.spent = BudgetBench::usd("9");
    QVERIFY(state.left().isZero());
    state.budget.softPercent = 0;
    QVERIFY(!state.isPastWarning());
    state.budget.softPercent = 80;
    state.budget.amount = Money::fromPicos(std::numeric_limits<qint64>::max());
    QVERIFY(!state.isPastWarning());
}

SWITCHYARD_TEST(BudgetStateTest)
#include "tst_budgetstate.moc"
