#include "tests/core/ledger/budgetbench.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;
using test::BudgetBench;

/// Budgets as they are kept in the ledger.
class BudgetStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<BudgetBench>(); }
    void cleanup() { m_bench.reset(); }
    void thereIsNoneUntilOneIsMade();
    void aBudgetIsKeptAsItIs();
    void aNameIsTakenOnceInAnyCase();
    void whatIsNoBudgetIsNotKept();
    void aChangedAmountKeepsWhatWasCounted();
    void aChangedScopeIsCountedAnew();
    void aRemovedBudgetTakesEverythingOfItAlong();
    void whatIsNotThereCannotBeChanged();
    void anotherProcessesBudgetsAreSeenWhenAsked();

private:
    std::unique_ptr<BudgetBench> m_bench;
};

void BudgetStoreTest::thereIsNoneUntilOneIsMade()
{
    QVERIFY(m_bench->store->load());
    QVERIFY(m_bench->store->budgets().isEmpty());
    QVERIFY(!m_bench->begin(QStringLiteral("?"), {QStringLiteral("a/m")}).budgeted);
    Budget budget = BudgetBench::budget(QStringLiteral("off"), "1");
    budget.enabled = false;
    budget = m_bench->save(budget);
    QVERIFY(!m_bench->begin(QStringLiteral("?"), {QStringLiteral("a/m")}).budgeted);
    budget.enabled = true;
    m_bench->save(budget);
    const RunIds run = m_bench->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    QVERIFY(run.budgeted);
    QVERIFY(await(m_bench->writer->addLane(run.run, BudgetBench::lane(QStringLiteral("a/n"))))->budgeted);
    QVERIFY(await(m_bench->writer->beginAttempt({run.lanes.first(), run.calls.first()}))->budgeted);
}

void BudgetStoreTest::aBudgetIsKeptAsItIs()
{
    Budget budget = BudgetBench::budget(QStringLiteral("the blue team's"), "12.345678901234", true);
    budget.scope = {BudgetScope::Kind::Tag, QStringLiteral("team"), QStringLiteral("blue")};
    budget.period = {BudgetCycle::Week, 7, QStringLiteral("Asia/Kathmandu")};
    budget.softPercent = 50;
    budget.allowsUnpriced = true;
    budget.enabled = false;
    QSignalSpy changed(m_bench->store.get(), &BudgetStore::changed);
    const Budget saved = m_bench->save(budget);
    QVERIFY(saved.id > 0);
    QCOMPARE(changed.size(), 1);
    budget.id = saved.id;
    QVERIFY(saved == budget);
    BudgetStore again(*m_bench->database);
    QVERIFY(again.load());
    QCOMPARE(again.budgets().size(), 1);
    QVERIFY(again.budgets().first() == budget);
    QVERIFY(again.find(QStringLiteral("The Blue Team's")));
    QVERIFY(!again.find(QStringLiteral("the team's")));
}

void BudgetStoreTest::aNameIsTakenOnceInAnyCase()
{
    const Budget first = m_bench->save(BudgetBench::budget(QStringLiteral("Team"), "1"));
    const Result<Budget> second =
        await(m_bench->store->save(BudgetBench::budget(QStringLiteral("team"), "2")));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(second.error().message.contains(QStringLiteral("“team”")));
    Budget renamed = first;
    renamed.name = QStringLiteral("TEAM");
    QVERIFY(await(m_bench->store->save(renamed)));
    QCOMPARE(m_bench->store->budgets().size(), 1);
    QCOMPARE(m_bench->store->budgets().first().name, QStringLiteral("TEAM"));
}

void BudgetStoreTest::whatIsNoBudgetIsNotKept()
{
    const Result<Budget> saved =
        await(m_bench->store->save(BudgetBench::budget(QStringLiteral("team"), "0")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(m_bench->number(QStringLiteral("SELECT count(*) FROM budgets")), 0);
}

void BudgetStoreTest::aChangedAmountKeepsWhatWasCounted()
{
    Budget budget = m_bench->save(BudgetBench::budget(QStringLiteral("team"), "1"));
    m_bench->keepSums(budget);
    budget.amount = BudgetBench::usd("5");
    budget.softPercent = 10;
    m_bench->save(budget);
    QVERIFY(m_bench->state(QStringLiteral("team")).isKept);
}

void BudgetStoreTest::aChangedScopeIsCountedAnew()
{
    m_bench->spend(QStringLiteral("openai/gpt-5"), BudgetBench::usd("0.25"));
    m_bench->spend(QStringLiteral("google/flash"), BudgetBench::usd("0.5"));
    Budget budget = m_bench->save(BudgetBench::budget(QStringLiteral("team"), "1"));
    m_bench->keepSums(budget);
    QVERIFY(m_bench->state(QStringLiteral("team")).spent == BudgetBench::usd("0.75"));
    budget.scope = {BudgetScope::Kind::Account, {}, QStringLiteral("google")};
    m_bench->save(budget);
    const BudgetState state = m_bench->state(QStringLiteral("team"));
    QVERIFY(!state.isKept);
    QVERIFY(state.spent == BudgetBench::usd("0.5"));
}

void BudgetStoreTest::aRemovedBudgetTakesEverythingOfItAlong()
{
    const Budget budget = m_bench->save(BudgetBench::budget(QStringLiteral("team"), "1", true));
    m_bench->keepSums(budget);
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("0.5")).refusal);
    QVERIFY(await(m_bench->store->remove(QStringLiteral("TEAM"))));
    QVERIFY(m_bench->store->budgets().isEmpty());
    for (const char *table : {"budgets", "budget_sums", "budget_reservations"})
        QCOMPARE(m_bench->number(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table))), 0);
    // The attempt that had reserved settles as any other.
    m_bench->settle(1, BudgetBench::answer(QStringLiteral("!")));
}

void BudgetStoreTest::whatIsNotThereCannotBeChanged()
{
    const Result<void> removed = await(m_bench->store->remove(QStringLiteral("team")));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::NotFound);
    Budget gone = BudgetBench::budget(QStringLiteral("team"), "1");
    gone.id = 7;
    const Result<Budget> saved = await(m_bench->store->save(gone));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::NotFound);
}

void BudgetStoreTest::anotherProcessesBudgetsAreSeenWhenAsked()
{
    auto other = Database::open(m_bench->filePath());
    QVERIFY(other);
    BudgetStore elsewhere(**other);
    QVERIFY(elsewhere.load());
    QSignalSpy changed(&elsewhere, &BudgetStore::changed);
    m_bench->save(BudgetBench::budget(QStringLiteral("team"), "1"));
    QVERIFY(elsewhere.budgets().isEmpty());
    QVERIFY(await(elsewhere.refresh()));
    QCOMPARE(elsewhere.budgets().size(), 1);
    QVERIFY(await(elsewhere.refresh()));
    QCOMPARE(changed.size(), 1);
}

SWITCHYARD_TEST(BudgetStoreTest)
#include "tst_budgetstore.moc"
