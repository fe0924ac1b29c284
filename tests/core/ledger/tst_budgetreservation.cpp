#include "tests/core/ledger/budgetbench.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::BudgetBench;

/// What is held back for attempts under way, and what is refused.
class BudgetReservationTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<BudgetBench>(); }
    void cleanup() { m_bench.reset(); }
    void whatIsReservedIsGivenBackWhenItSettles();
    void theWholeAmountMayBeReservedAndNoMore();
    void aRefusalSaysWhatStandsInTheWay();
    void oneOfSeveralBudgetsRefuses();
    void aSoftBudgetRefusesNothing();
    void whatCostsNothingPassesAUsedUpBudget();
    void anUnknownPrice_data();
    void anUnknownPrice();
    void reservingAgainReplacesWhatWasReserved();
    void whatIsReleasedIsFree();
    void aSettledAttemptReservesNothing();
    void theSimulatorIsLimitedOnlyWhenItCounts();
    void anAttemptIsReservedWhereItBegan();
    void twoProcessesNeverPassAnAmountTogether();
    void whatADeadProcessHeldIsFree();
    void whatALivingProcessHoldsIsNot();

private:
    std::unique_ptr<Database> openElsewhere();

    const QString m_name = QStringLiteral("team");
    std::unique_ptr<BudgetBench> m_bench;
};

std::unique_ptr<Database> BudgetReservationTest::openElsewhere()
{
    auto other = Database::open(m_bench->filePath());
    if (!other)
        qFatal("%s", qPrintable(other.error().message));
    return std::move(*other);
}

void BudgetReservationTest::whatIsReservedIsGivenBackWhenItSettles()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const qint64 attempt = m_bench->open();
    const BudgetReservation reserved = m_bench->reserve(attempt, BudgetBench::usd("0.75"));
    QVERIFY(!reserved.refusal);
    QCOMPARE(reserved.states.size(), 1);
    QVERIFY(reserved.states.first().reserved == BudgetBench::usd("0.75"));
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("0.75"));
    m_bench->settle(attempt, BudgetBench::answer(QStringLiteral("!"), BudgetBench::usd("0.25")));
    QVERIFY(m_bench->state(m_name).reserved.isZero());
    QVERIFY(m_bench->state(m_name).spent == BudgetBench::usd("0.25"));
}

void BudgetReservationTest::theWholeAmountMayBeReservedAndNoMore()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("0.5"));
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("0.3")).refusal);
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("0.2")).refusal);
    const BudgetReservation refused = m_bench->reserve(m_bench->open(), Money::fromPicos(1));
    QVERIFY(refused.refusal);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("0.5"));
}

void BudgetReservationTest::aRefusalSaysWhatStandsInTheWay()
{
    Budget budget = BudgetBench::budget(QStringLiteral("the team's"), "1", true);
    budget.period = {BudgetCycle::Month, 1, QStringLiteral("Europe/Berlin")};
    m_bench->save(budget);
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("0.5"));
    m_bench->reserve(m_bench->open(), BudgetBench::usd("0.25"));
    const BudgetReservation refused = m_bench->reserve(m_bench->open(), BudgetBench::usd("0.375"));
    QVERIFY(refused.refusal);
    QCOMPARE(refused.refusal->kind, ErrorKind::Budget);
    const QString &sentence = refused.refusal->message;
    for (const char *part :
         {"“the team's”", "$1.00", "$0.375", "$0.50 is spent", "$0.25", "2026", "Europe/Berlin"})
        QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
    QVERIFY(sentence.endsWith(u'.'));
    QVERIFY(refused.refusedBy && refused.refusedBy->spent == BudgetBench::usd("0.5"));
}

void BudgetReservationTest::oneOfSeveralBudgetsRefuses()
{
    m_bench->save(BudgetBench::budget(QStringLiteral("wide"), "100", true));
    Budget narrow = BudgetBench::budget(QStringLiteral("narrow"), "0.5", true);
    narrow.scope = {BudgetScope::Kind::Model, {}, QStringLiteral("gpt-5")};
    m_bench->save(narrow);
    const BudgetReservation refused = m_bench->reserve(m_bench->open(), BudgetBench::usd("1"));
    QVERIFY(refused.refusal && refused.refusal->message.contains(QStringLiteral("“narrow”")));
    QVERIFY(m_bench->state(QStringLiteral("wide")).reserved.isZero());
    QVERIFY(
        !m_bench->reserve(m_bench->open(QStringLiteral("openai/gpt-5-mini")), BudgetBench::usd("1")).refusal);
    QVERIFY(m_bench->state(QStringLiteral("wide")).reserved == BudgetBench::usd("1"));
    QVERIFY(m_bench->state(QStringLiteral("narrow")).reserved.isZero());
}

void BudgetReservationTest::aSoftBudgetRefusesNothing()
{
    m_bench->save(BudgetBench::budget(m_name, "1"));
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("5")).refusal);
    QVERIFY(!m_bench->reserve(m_bench->open(), std::nullopt).refusal);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("5"));
}

void BudgetReservationTest::whatCostsNothingPassesAUsedUpBudget()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    m_bench->spend(QStringLiteral("a/m"), BudgetBench::usd("1.5"));
    QVERIFY(!m_bench->reserve(m_bench->open(), Money()).refusal);
    QVERIFY(m_bench->reserve(m_bench->open(), Money::fromPicos(1)).refusal);
}

void BudgetReservationTest::anUnknownPrice_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("spent");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("is refused") << false << QStringLiteral("0") << QStringLiteral("openai/gpt-5 is unknown");
    QTest::newRow("is let through if the budget says so") << true << QStringLiteral("0.99") << QString();
    QTest::newRow("is refused when nothing is left")
        << true << QStringLiteral("1") << QStringLiteral("nothing of it is left");
}

void BudgetReservationTest::anUnknownPrice()
{
    QFETCH(bool, allowed);
    QFETCH(QString, spent);
    QFETCH(QString, refusal);
    Budget budget = BudgetBench::budget(m_name, "1", true);
    budget.allowsUnpriced = allowed;
    m_bench->save(budget);
    m_bench->spend(QStringLiteral("a/m"), Money::fromDecimal(spent));
    const BudgetReservation reserved = m_bench->reserve(m_bench->open(), std::nullopt);
    QCOMPARE(reserved.refusal.has_value(), !refusal.isEmpty());
    if (reserved.refusal)
        QVERIFY2(reserved.refusal->message.contains(refusal), qPrintable(reserved.refusal->message));
    QVERIFY(m_bench->state(m_name).reserved.isZero());
}

void BudgetReservationTest::reservingAgainReplacesWhatWasReserved()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const qint64 attempt = m_bench->open();
    QVERIFY(!m_bench->reserve(attempt, BudgetBench::usd("0.9")).refusal);
    QVERIFY(!m_bench->reserve(attempt, BudgetBench::usd("0.6")).refusal);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("0.6"));
}

void BudgetReservationTest::whatIsReleasedIsFree()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const qint64 attempt = m_bench->open();
    m_bench->reserve(attempt, BudgetBench::usd("0.9"));
    QVERIFY(await(m_bench->database->write(
        [attempt](Connection &connection) { return releaseBudgets(connection, attempt); })));
    QVERIFY(m_bench->state(m_name).reserved.isZero());
}

void BudgetReservationTest::aSettledAttemptReservesNothing()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const qint64 attempt = m_bench->open();
    m_bench->settle(attempt, BudgetBench::failure(LaneStatus::Cancelled));
    QVERIFY(!m_bench->reserve(attempt, BudgetBench::usd("0.9")).refusal);
    QVERIFY(m_bench->state(m_name).reserved.isZero());
    const auto gone = BudgetBench::reserve(*m_bench->database, 99, BudgetBench::usd("1"), 0);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void BudgetReservationTest::theSimulatorIsLimitedOnlyWhenItCounts()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const QString swift = QStringLiteral("demo/swift");
    QVERIFY(!m_bench->reserve(m_bench->open(swift, true), BudgetBench::usd("5")).refusal);
    QVERIFY(m_bench->state(m_name, true).reserved.isZero());
    QVERIFY(m_bench->reserve(m_bench->open(swift, true), BudgetBench::usd("5"), true).refusal);
    QVERIFY(!m_bench->reserve(m_bench->open(swift, true), BudgetBench::usd("0.75"), true).refusal);
    QVERIFY(m_bench->state(m_name).reserved.isZero());
    QVERIFY(m_bench->state(m_name, true).reserved == BudgetBench::usd("0.75"));
}

void BudgetReservationTest::anAttemptIsReservedWhereItBegan()
{
    Budget budget = BudgetBench::budget(m_name, "1", true);
    budget.period.cycle = BudgetCycle::Day;
    m_bench->save(budget);
    const BudgetSpan today = budgetSpanAt(budget.period, m_bench->clock.utcMs());
    m_bench->clock.setUtcMs(today.endMs - 1);
    const qint64 attempt = m_bench->open();
    m_bench->clock.setUtcMs(today.endMs);
    QVERIFY(!m_bench->reserve(attempt, BudgetBench::usd("1")).refusal);
    QVERIFY(m_bench->state(m_name).reserved.isZero());
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("1")).refusal);
    m_bench->clock.setUtcMs(today.endMs - 1);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("1"));
}

void BudgetReservationTest::twoProcessesNeverPassAnAmountTogether()
{
    constexpr int kEach = 40;
    m_bench->save(BudgetBench::budget(m_name, "0.5", true));
    const std::unique_ptr<Database> other = openElsewhere();
    LedgerWriter elsewhere(*other, m_bench->clock);
    RunDraft run;
    run.prompt = QStringLiteral("?");
    for (int lane = 0; lane < kEach; ++lane)
        run.lanes.append(BudgetBench::lane(QStringLiteral("openai/gpt-5")));
    const RunIds here = m_bench->begin(run);
    const RunIds there = *await(elsewhere.beginRun(run));
    const auto ask = [now = m_bench->clock.utcMs()](Database &at, qint64 attempt) {
        const ReservationScope scope{now, false, at.leaseToken()};
        return at.write([attempt, scope](Connection &connection) {
            return reserveBudgets(connection, attempt, BudgetBench::usd("0.01"), scope);
        });
    };
    QList<QFuture<Result<BudgetReservation>>> asked;
    for (int lane = 0; lane < kEach; ++lane) {
        asked.append(ask(*m_bench->database, here.attempts.at(lane)));
        asked.append(ask(*other, there.attempts.at(lane)));
    }
    int granted = 0;
    for (const QFuture<Result<BudgetReservation>> &each : std::as_const(asked)) {
        const Result<BudgetReservation> reserved = await(each);
        QVERIFY(reserved);
        granted += reserved->refusal ? 0 : 1;
    }
    QCOMPARE(granted, 50);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("0.5"));
}

void BudgetReservationTest::whatADeadProcessHeldIsFree()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    {
        const std::unique_ptr<Database> other = openElsewhere();
        LedgerWriter elsewhere(*other, m_bench->clock);
        RunDraft run;
        run.prompt = QStringLiteral("?");
        run.lanes = {BudgetBench::lane(QStringLiteral("openai/gpt-5"))};
        const qint64 attempt = await(elsewhere.beginRun(run))->attempts.first();
        QVERIFY(
            !BudgetBench::reserve(*other, attempt, BudgetBench::usd("1"), m_bench->clock.utcMs())->refusal);
    }
    // Its lease is free, as after a crash; nobody has opened the ledger since.
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("1"));
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("0.5")).refusal);
    QVERIFY(m_bench->state(m_name).reserved == BudgetBench::usd("0.5"));
}

void BudgetReservationTest::whatALivingProcessHoldsIsNot()
{
    m_bench->save(BudgetBench::budget(m_name, "1", true));
    const std::unique_ptr<Database> other = openElsewhere();
    LedgerWriter elsewhere(*other, m_bench->clock);
    RunDraft run;
    run.prompt = QStringLiteral("?");
    run.lanes = {BudgetBench::lane(QStringLiteral("openai/gpt-5"))};
    const qint64 attempt = await(elsewhere.beginRun(run))->attempts.first();
    QVERIFY(
        !BudgetBench::reserve(*other, attempt, BudgetBench::usd("0.75"), m_bench->clock.utcMs())->refusal);
    QVERIFY(m_bench->reserve(m_bench->open(), BudgetBench::usd("0.5")).refusal);
    QVERIFY(!m_bench->reserve(m_bench->open(), BudgetBench::usd("0.25")).refusal);
}

SWITCHYARD_TEST(BudgetReservationTest)
#include "tst_budgetreservation.moc"
