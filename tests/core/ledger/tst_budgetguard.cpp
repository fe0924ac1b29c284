#include "tests/core/ledger/budgetbench.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using test::await;
using test::BudgetBench;

namespace {

/// What another window has of the same ledger.
struct OtherWindow
{
    OtherWindow(const QString &file, const Clock &clock)
        : database(std::move(Database::open(file).value()))
        , store(*database)
        , writer(*database, clock)
        , guard(*database, clock, store, writer)
    {
    }

    std::unique_ptr<Database> database;
    BudgetStore store;
    LedgerWriter writer;
    BudgetGuard guard;
};

} // namespace

/// Alerts, and what the program knows of its budgets.
class BudgetGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aWarningIsToldOnceAndNamesWhoMadeMostOfIt();
    void nothingIsToldBelowTheWarning();
    void twoWindowsTellAnAlertOnce();
    void aCommandLineLeavesAlertsToTheWindow();
    void aNewPeriodWarnsAnew();
    void aRaisedAmountWarnsAnew();
    void aRefusalIsToldOncePerEpisode();
    void aBudgetThatIsOffWarnsOfNothing();
    void whatIsUsedIsKnownAtOnce();
    void aNewPeriodHasNothingUsed();
    void anotherProcessesBudgetIsFoundWhenItLimits();
    void sumsAreCountedAgain();

private:
    void settleAlerts() { settleAlerts(*m_guard, *m_bench->database); }
    static void settleAlerts(BudgetGuard &guard, Database &database);
    QFuture<Result<void>> reserve(const char *cost);

    const QString m_name = QStringLiteral("team");
    std::unique_ptr<BudgetBench> m_bench;
    std::unique_ptr<BudgetGuard> m_guard;
    std::unique_ptr<QSignalSpy> m_alerts;
};

void BudgetGuardTest::init()
{
    m_bench = std::make_unique<BudgetBench>();
    m_guard =
        std::make_unique<BudgetGuard>(*m_bench->database, m_bench->clock, *m_bench->store, *m_bench->writer);
    QVERIFY(m_guard->load());
    m_alerts = std::make_unique<QSignalSpy>(m_guard.get(), &BudgetGuard::alerted);
    m_guard->watch();
}

void BudgetGuardTest::cleanup()
{
    m_alerts.reset();
    m_guard.reset();
    m_bench.reset();
}

/// Everything that is due has been told afterwards: the first look writes, the second finds nothing to do.
void BudgetGuardTest::settleAlerts(BudgetGuard &guard, Database &database)
{
    for (int look = 0; look < 2; ++look) {
        QVERIFY(await(guard.refresh()));
        // Writes are in order, so the alerts are written, and told, before this ends.
        QVERIFY(await(database.write([](Connection &) { return Result<void>(); })));
    }
}

QFuture<Result<void>> BudgetGuardTest::reserve(const char *cost)
{
    return m_guard->reserve(m_bench->open(), BudgetBench::usd(cost));
}

void BudgetGuardTest::aWarningIsToldOnceAndNamesWhoMadeMostOfIt()
{
    m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("openai/gpt-5"), BudgetBench::usd("6"));
    m_bench->spend(QStringLiteral("google/flash"), BudgetBench::usd("2"));
    QTRY_COMPARE(m_alerts->size(), 1);
    const auto alert = m_alerts->first().first().value<BudgetAlert>();
    QCOMPARE(alert.kind, BudgetAlert::Kind::Warning);
    QCOMPARE(alert.budget, m_name);
    QVERIFY(alert.spent == BudgetBench::usd("8") && alert.amount == BudgetBench::usd("10"));
    QCOMPARE(alert.contributor, QStringLiteral("openai/gpt-5"));
    QVERIFY(budgetAlertTitle(alert).contains(QStringLiteral("“team”: 80 %")));
    const QString text = budgetAlertText(alert);
    QVERIFY2(text.contains(QStringLiteral("openai/gpt-5 made 75 % of it.")), qPrintable(text));
    QVERIFY2(text.startsWith(QStringLiteral("$8.00 of $10.0")), qPrintable(text));
    m_bench->spend(QStringLiteral("openai/gpt-5"), BudgetBench::usd("1"));
    settleAlerts();
    QCOMPARE(m_alerts->size(), 1);
}

void BudgetGuardTest::nothingIsToldBelowTheWarning()
{
    m_bench->save(BudgetBench::budget(m_name, "10"));
    Budget quiet = BudgetBench::budget(QStringLiteral("quiet"), "1");
    quiet.softPercent = 0;
    m_bench->save(quiet);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("7.99"));
    // What is only reserved may still come back.
    QVERIFY(await(reserve("1")));
    settleAlerts();
    QCOMPARE(m_alerts->size(), 0);
}

void BudgetGuardTest::twoWindowsTellAnAlertOnce()
{
    OtherWindow other(m_bench->filePath(), m_bench->clock);
    QVERIFY(other.store.load() && other.guard.load());
    QSignalSpy others(&other.guard, &BudgetGuard::alerted);
    other.guard.watch();
    m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("9"));
    for (int look = 0; look < 3; ++look) {
        settleAlerts();
        settleAlerts(other.guard, *other.database);
    }
    QTRY_COMPARE(m_alerts->size() + others.size(), 1);
    QCOMPARE(m_bench->number(QStringLiteral("SELECT count(*) FROM budget_alerts")), 1);
}

void BudgetGuardTest::aCommandLineLeavesAlertsToTheWindow()
{
    OtherWindow command(m_bench->filePath(), m_bench->clock);
    QVERIFY(command.store.load() && command.guard.load());
    QSignalSpy none(&command.guard, &BudgetGuard::alerted);
    m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("9"));
    settleAlerts(command.guard, *command.database);
    QCOMPARE(none.size(), 0);
    settleAlerts();
    QTRY_COMPARE(m_alerts->size(), 1);
}

void BudgetGuardTest::aNewPeriodWarnsAnew()
{
    const Budget budget = m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("9"));
    QTRY_COMPARE(m_alerts->size(), 1);
    m_bench->clock.setUtcMs(budgetSpanAt(budget.period, m_bench->clock.utcMs()).endMs);
    settleAlerts();
    QCOMPARE(m_alerts->size(), 1);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("8"));
    QTRY_COMPARE(m_alerts->size(), 2);
}

void BudgetGuardTest::aRaisedAmountWarnsAnew()
{
    Budget budget = m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("9"));
    QTRY_COMPARE(m_alerts->size(), 1);
    // Still past the warning.
    budget.amount = BudgetBench::usd("11");
    m_bench->save(budget);
    settleAlerts();
    QCOMPARE(m_alerts->size(), 1);
    budget.amount = BudgetBench::usd("20");
    m_bench->save(budget);
    settleAlerts();
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("7"));
    QTRY_COMPARE(m_alerts->size(), 2);
}

void BudgetGuardTest::aRefusalIsToldOncePerEpisode()
{
    Budget budget = BudgetBench::budget(m_name, "1", true);
    budget.softPercent = 0;
    budget = m_bench->save(budget);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("0.5"));
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Result<void> reserved = await(reserve("0.75"));
        QVERIFY(!reserved);
        QCOMPARE(reserved.error().kind, ErrorKind::Budget);
    }
    settleAlerts();
    QTRY_COMPARE(m_alerts->size(), 1);
    const auto alert = m_alerts->first().first().value<BudgetAlert>();
    QCOMPARE(alert.kind, BudgetAlert::Kind::Refusal);
    QVERIFY(budgetAlertTitle(alert).contains(QStringLiteral("refused")));
    QCOMPARE(alert.contributor, QStringLiteral("a/m"));
    budget.amount = BudgetBench::usd("2");
    m_bench->save(budget);
    settleAlerts();
    QVERIFY(!await(reserve("1.75")));
    settleAlerts();
    QTRY_COMPARE(m_alerts->size(), 2);
}

void BudgetGuardTest::aBudgetThatIsOffWarnsOfNothing()
{
    Budget budget = BudgetBench::budget(m_name, "10", true);
    budget.enabled = false;
    m_bench->save(budget);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("20"));
    QVERIFY(await(reserve("5")));
    settleAlerts();
    QCOMPARE(m_alerts->size(), 0);
    QCOMPARE(m_guard->usedPercent(m_name), std::optional(200.0));
}

void BudgetGuardTest::whatIsUsedIsKnownAtOnce()
{
    QVERIFY(!m_guard->usedPercent(m_name));
    m_bench->save(BudgetBench::budget(m_name, "10"));
    settleAlerts();
    QCOMPARE(m_guard->usedPercent(m_name), std::optional(0.0));
    QVERIFY(await(reserve("2.5")));
    QCOMPARE(m_guard->usedPercent(QStringLiteral("TEAM")), std::optional(25.0));
    m_bench->settle(1, BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("1")));
    QTRY_COMPARE(m_guard->usedPercent(m_name), std::optional(10.0));
    // A program that decides right after its start knows it too.
    BudgetGuard fresh(*m_bench->database, m_bench->clock, *m_bench->store, *m_bench->writer);
    QVERIFY(fresh.load());
    QCOMPARE(fresh.usedPercent(m_name), std::optional(10.0));
}

void BudgetGuardTest::aNewPeriodHasNothingUsed()
{
    const Budget budget = m_bench->save(BudgetBench::budget(m_name, "10"));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("5"));
    QTRY_COMPARE(m_guard->usedPercent(m_name), std::optional(50.0));
    m_bench->clock.setUtcMs(budgetSpanAt(budget.period, m_bench->clock.utcMs()).endMs);
    QCOMPARE(m_guard->usedPercent(m_name), std::optional(0.0));
}

void BudgetGuardTest::anotherProcessesBudgetIsFoundWhenItLimits()
{
    OtherWindow other(m_bench->filePath(), m_bench->clock);
    QVERIFY(other.store.load() && other.guard.load());
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const Result<void> reserved = await(other.guard.reserve(m_bench->open(), BudgetBench::usd("0.5")));
    QVERIFY(reserved);
    QTRY_COMPARE(other.guard.usedPercent(m_name), std::optional(50.0));
}

void BudgetGuardTest::sumsAreCountedAgain()
{
    m_bench->keepSums(m_bench->save(BudgetBench::budget(m_name, "10")));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("5"));
    QVERIFY(await(m_bench->database->write([](Connection &connection) {
        return connection.execute(QStringLiteral("UPDATE budget_sums SET spent_picos = 0"));
    })));
    QVERIFY(m_bench->state(m_name).spent.isZero());
    QVERIFY(await(m_guard->recount()));
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("5"));
    QTRY_COMPARE(m_guard->usedPercent(m_name), std::optional(50.0));
}

SWITCHYARD_TEST(BudgetGuardTest)
#include "tst_budgetguard.moc"
