#include "core/compare/interruptedcosts.h"

#include "core/ledger/interruptedattempts.h"
#include "core/ledger/ledgerkeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonObject>
#include <QTest>

using namespace core;
using test::await;

namespace {

const QString kDoomedModel = QStringLiteral("m");

Money doomedDollars(const char *amount)
{
    return Money::fromDecimal(QString::fromLatin1(amount)).value();
}

/// What another process has of the ledger. It dies with all that it has begun.
class DoomedProcess
{
public:
    DoomedProcess(const QString &file, const Clock &clock)
    {
        auto opened = Database::open(file);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_database = std::move(opened).value();
        m_writer = std::make_unique<LedgerWriter>(*m_database, clock);
    }

    Database &database() { return *m_database; }

    RunIds begin(const RunDraft &draft)
    {
        const Result<RunIds> ids = await(m_writer->beginRun(draft));
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        return *ids;
    }

    /// What came so far; returns when it is in the journal.
    void stream(qint64 attempt, const QString &text, const QString &reasoning = {})
    {
        m_writer->markRunning(attempt);
        m_writer->journal(attempt, text, reasoning);
        if (!await(m_database->write([](Connection &) { return Result<void>(); })))
            qFatal("the journal could not be written");
    }

private:
    std::unique_ptr<Database> m_database;
    std::unique_ptr<LedgerWriter> m_writer;
};

} // namespace

/// Attempts of a process that was killed in the middle of them, as another one estimates them.
class InterruptedCostsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatCameIsEstimatedAtThePriceOfItsTime_data();
    void whatCameIsEstimatedAtThePriceOfItsTime();
    void theModelsOwnRatioGivesTheBounds();
    void withoutAnyTextNothingIsKnown();
    void withoutAPriceTokensAreEstimatedAndTheCostIsUnknown();
    void theSimulatorsWaitForItsPrices();
    void earlierTurnsAreInput_data();
    void earlierTurnsAreInput();
    void aLivingProcessIsLeftAlone();
    void budgetsHoldTheEstimateInPlaceOfWhatWasReserved();

private:
    void setPrice(const char *input, const char *output, std::optional<qint64> fromMs = {},
                  std::optional<qint64> toMs = {});
    LaneDraft lane(const QString &model = kDoomedModel) const;
    RunDraft question(const LaneDraft &lane) const;
    /// Begins the run in a process that dies when the given text has come.
    RunIds die(const RunDraft &draft, const QString &text, const QString &reasoning = {});
    void takeOver() { QVERIFY(await(m_costs->takeOver())); }
    AttemptRecord attemptOf(qint64 run) const;
    UsageFigures total() const;
    bool isInOrder();

    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<InterruptedCosts> m_costs;
    test::FakeClock m_then{QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch()};
    Account m_account;
};

void InterruptedCostsTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_account = m_bench->addAccount(QStringLiteral("fake"), QUrl(QStringLiteral("https://fake.example/v1")));
    m_costs = std::make_unique<InterruptedCosts>(m_bench->ledger.database(), m_bench->accounts,
                                                 m_bench->lists, m_bench->prices);
}

void InterruptedCostsTest::cleanup()
{
    m_costs.reset();
    m_bench.reset();
}

void InterruptedCostsTest::setPrice(const char *input, const char *output, std::optional<qint64> fromMs,
                                    std::optional<qint64> toMs)
{
    PriceOverride price;
    price.accountId = m_account.id;
    price.model = kDoomedModel;
    price.prices.input = doomedDollars(input);
    price.prices.output = doomedDollars(output);
    price.validFromMs = fromMs;
    price.validToMs = toMs;
    QVERIFY(await(m_bench->overrides.set(price)));
}

LaneDraft InterruptedCostsTest::lane(const QString &model) const
{
    LaneDraft draft;
    draft.accountId = m_account.id;
    draft.accountName = m_account.name;
    draft.model = model;
    return draft;
}

/// 200 letters, 50 tokens by the general estimate.
RunDraft InterruptedCostsTest::question(const LaneDraft &lane) const
{
    RunDraft draft;
    draft.prompt = QString(200, u'z');
    draft.lanes = {lane};
    return draft;
}

RunIds InterruptedCostsTest::die(const RunDraft &draft, const QString &text, const QString &reasoning)
{
    DoomedProcess process(m_bench->ledger.filePath(), m_then);
    const RunIds ids = process.begin(draft);
    if (!text.isEmpty() || !reasoning.isEmpty())
        process.stream(ids.attempts.constFirst(), text, reasoning);
    return ids;
}

AttemptRecord InterruptedCostsTest::attemptOf(qint64 run) const
{
    const Result<RunRecord> record = await(m_bench->reader.run(run));
    if (!record)
        qFatal("%s", qPrintable(record.error().message));
    return record->lanes.constFirst().latest;
}

UsageFigures InterruptedCostsTest::total() const
{
    const Result<UsageReport> report = await(m_bench->reader.usage({}));
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return report->total;
}

bool InterruptedCostsTest::isInOrder()
{
    LedgerKeeper keeper(m_bench->ledger.database());
    const Result<LedgerVerification> found = await(keeper.verify());
    return found && found->isGood();
}

void InterruptedCostsTest::whatCameIsEstimatedAtThePriceOfItsTime_data()
{
    QTest::addColumn<bool>("started");
    QTest::newRow("found by a process that runs") << false;
    QTest::newRow("marked by one that started meanwhile and knew no prices") << true;
}

/// 50 * $0.0001 + (100 + 20) * $0.001 are $0.125; a quarter of it is $0.03125.
void InterruptedCostsTest::whatCameIsEstimatedAtThePriceOfItsTime()
{
    QFETCH(bool, started);
    const qint64 dearer = QDateTime(QDate(2026, 4, 1), QTime(), Qt::UTC).toMSecsSinceEpoch();
    setPrice("0.0001", "0.001", std::nullopt, dearer);
    setPrice("0.0002", "0.002", dearer);
    const RunIds ids = die(question(lane()), QString(400, u'x'), QString(80, u'y'));
    if (started) {
        const DoomedProcess next(m_bench->ledger.filePath(), m_then);
    }
    QSignalSpy estimated(m_costs.get(), &InterruptedCosts::estimated);
    QVERIFY(await(started ? m_costs->estimate() : m_costs->takeOver()));
    QCOMPARE(estimated.size(), 1);
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.status, LaneStatus::Interrupted);
    QCOMPARE(attempt.completion.text, QString(400, u'x'));
    const Usage usage = attempt.completion.usage;
    QCOMPARE(usage.basis, UsageBasis::Estimated);
    QCOMPARE(usage.input, std::optional<qint64>(50));
    QCOMPARE(usage.output, std::optional<qint64>(120));
    QCOMPARE(usage.reasoning, std::optional<qint64>(20));
    QCOMPARE(attempt.cost.basis, CostBasis::Estimated);
    QCOMPARE(attempt.cost.amount, std::optional(doomedDollars("0.125")));
    QCOMPARE(attempt.cost.lower, std::optional(doomedDollars("0.09375")));
    QCOMPARE(attempt.cost.upper, std::optional(doomedDollars("0.15625")));
    QCOMPARE(attempt.cost.priceId, QStringLiteral("own:1"));
    QVERIFY(!attempt.cost.priceVersion.isEmpty());
    const UsageFigures sums = total();
    QCOMPARE(sums.attempts, 1);
    QCOMPARE(sums.errors, 1);
    QCOMPARE(sums.input, 50);
    QCOMPARE(sums.output, 120);
    QCOMPARE(sums.cost, doomedDollars("0.125"));
    QCOMPARE(sums.unpricedAttempts, 0);
    QVERIFY(isInOrder());
    // From now on it is frozen.
    setPrice("0.0003", "0.003", std::nullopt, dearer);
    QVERIFY(await(m_costs->estimate()));
    takeOver();
    QCOMPARE(estimated.size(), 1);
    QCOMPARE(total().cost, doomedDollars("0.125"));
}

/// Of answers that the general estimate takes for 100 tokens the provider counted 150: one and a half times
/// 50 and 100, with 75 % and 125 % of the input as the bounds, rounded down to 56 and 93 tokens.
void InterruptedCostsTest::theModelsOwnRatioGivesTheBounds()
{
    setPrice("0.0001", "0.001");
    AttemptOutcome answer;
    answer.completion.status = LaneStatus::Complete;
    answer.completion.text = QString(400, u'x');
    answer.completion.usage = {.input = 100, .output = 150, .basis = UsageBasis::Reported};
    for (int count = 0; count < kFewestRatioSamples; ++count) {
        const Result<RunIds> ids = await(m_bench->writer.beginRun(question(lane())));
        QVERIFY(ids);
        QVERIFY(await(m_bench->writer.settle(ids->attempts.constFirst(), answer)));
    }
    const RunIds ids = die(question(lane()), QString(400, u'x'));
    takeOver();
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.usage.input, std::optional<qint64>(75));
    QCOMPARE(attempt.completion.usage.output, std::optional<qint64>(150));
    QCOMPARE(attempt.cost.amount, std::optional(doomedDollars("0.1575")));
    QCOMPARE(attempt.cost.lower, std::optional(doomedDollars("0.1556")));
    QCOMPARE(attempt.cost.upper, std::optional(doomedDollars("0.1593")));
}

void InterruptedCostsTest::withoutAnyTextNothingIsKnown()
{
    setPrice("0.0001", "0.001");
    const RunIds ids = die(question(lane()), {});
    takeOver();
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.status, LaneStatus::Interrupted);
    QCOMPARE(attempt.completion.usage.basis, UsageBasis::Missing);
    QVERIFY(!attempt.completion.usage.input && !attempt.completion.usage.output);
    QCOMPARE(attempt.cost.basis, CostBasis::Unknown);
    QVERIFY(!attempt.cost.amount);
    QCOMPARE(total().unpricedAttempts, 1);
    QVERIFY(isInOrder());
    // It is not looked at again.
    const Result<bool> waiting = await(m_bench->ledger.database().read(
        [](Connection &connection) { return hasInterruptedAttempts(connection, true); }));
    QVERIFY(waiting && !*waiting);
}

void InterruptedCostsTest::withoutAPriceTokensAreEstimatedAndTheCostIsUnknown()
{
    setPrice("0.0001", "0.001");
    const RunIds ids = die(question(lane(QStringLiteral("nobody-knows"))), QString(400, u'x'));
    takeOver();
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.usage.basis, UsageBasis::Estimated);
    QCOMPARE(attempt.cost.basis, CostBasis::Unknown);
    QVERIFY(!attempt.cost.amount);
    const UsageFigures sums = total();
    QCOMPARE(sums.input, 50);
    QCOMPARE(sums.output, 100);
    QCOMPARE(sums.unpricedAttempts, 1);
    QVERIFY(isInOrder());
}

/// 50 * $0.0001 + 100 * $0.001.
void InterruptedCostsTest::theSimulatorsWaitForItsPrices()
{
    LaneDraft simulated;
    simulated.accountId = kDemoAccountId;
    simulated.accountName = kDemoAccountName;
    simulated.model = QStringLiteral("swift");
    simulated.simulated = true;
    const RunIds ids = die(question(simulated), QString(400, u'x'));
    takeOver();
    QCOMPARE(attemptOf(ids.run).completion.status, LaneStatus::Interrupted);
    QCOMPARE(attemptOf(ids.run).completion.usage.basis, UsageBasis::Missing);
    Account demo;
    demo.id = kDemoAccountId;
    demo.name = kDemoAccountName;
    demo.presetId = QStringLiteral("demo");
    demo.simulated = true;
    m_bench->accounts.setDemoAccount(demo);
    QVERIFY(await(m_costs->estimate()));
    QCOMPARE(attemptOf(ids.run).completion.usage.basis, UsageBasis::Missing);
    const QJsonObject pricing{{QStringLiteral("prompt"), QStringLiteral("0.0001")},
                              {QStringLiteral("completion"), QStringLiteral("0.001")}};
    const AccountModel model{simulated.model,
                             {{QStringLiteral("id"), simulated.model}, {QStringLiteral("pricing"), pricing}}};
    QVERIFY(await(m_bench->lists.replaceListed(kDemoAccountId, {model})));
    QVERIFY(await(m_costs->estimate()));
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.cost.basis, CostBasis::Estimated);
    QCOMPARE(attempt.cost.amount, std::optional(doomedDollars("0.105")));
    QCOMPARE(attempt.cost.priceId, QStringLiteral("account:demo/swift"));
    // It counts among the simulator's only.
    QCOMPARE(total().attempts, 0);
    QVERIFY(isInOrder());
}

void InterruptedCostsTest::earlierTurnsAreInput_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<std::optional<qint64>>("input");
    // 100 and 100 of the first turn, 50 of the second.
    QTest::newRow("what was said before counts") << true << std::optional<qint64>(250);
    QTest::newRow("without its text nobody knows how much that is") << false << std::optional<qint64>();
}

void InterruptedCostsTest::earlierTurnsAreInput()
{
    QFETCH(bool, kept);
    QFETCH(std::optional<qint64>, input);
    RunDraft first = question(lane());
    first.prompt = QString(400, u'q');
    m_bench->writer.setKeepTexts(kept);
    const Result<RunIds> begun = await(m_bench->writer.beginRun(first));
    QVERIFY(begun);
    AttemptOutcome answer;
    answer.completion.status = LaneStatus::Complete;
    answer.completion.text = QString(400, u'a');
    QVERIFY(await(m_bench->writer.settle(begun->attempts.constFirst(), answer)));
    LaneDraft next = lane();
    next.parentLane = begun->lanes.constFirst();
    RunDraft second = question(next);
    second.turn = {begun->run, begun->run};
    const RunIds ids = die(second, QString(400, u'x'));
    takeOver();
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.usage.input, input);
    QCOMPARE(attempt.completion.usage.basis, kept ? UsageBasis::Estimated : UsageBasis::Missing);
}

void InterruptedCostsTest::aLivingProcessIsLeftAlone()
{
    setPrice("0.0001", "0.001");
    DoomedProcess process(m_bench->ledger.filePath(), m_then);
    const RunIds ids = process.begin(question(lane()));
    process.stream(ids.attempts.constFirst(), QString(400, u'x'));
    takeOver();
    const AttemptRecord attempt = attemptOf(ids.run);
    QCOMPARE(attempt.completion.status, LaneStatus::Running);
    QCOMPARE(attempt.completion.usage.basis, UsageBasis::Missing);
    QVERIFY(!attempt.cost.amount);
}

/// The dead one had reserved all of the dollar and has cost 50 * $0.0001 + 100 * $0.001.
void InterruptedCostsTest::budgetsHoldTheEstimateInPlaceOfWhatWasReserved()
{
    setPrice("0.0001", "0.001");
    Budget budget;
    budget.name = QStringLiteral("team");
    budget.amount = doomedDollars("1");
    budget.hard = true;
    budget.period.zone = QStringLiteral("UTC");
    QVERIFY(await(m_bench->budgetStore.save(budget)));
    m_bench->budgets.setTakeOver([this] { return m_costs->takeOver(); });
    {
        DoomedProcess process(m_bench->ledger.filePath(), m_bench->clock);
        const RunIds ids = process.begin(question(lane()));
        const qint64 doomed = ids.attempts.constFirst();
        process.stream(doomed, QString(400, u'x'));
        const ReservationScope scope{m_bench->clock.utcMs(), false, process.database().leaseToken()};
        const Result<BudgetReservation> held =
            await(process.database().write([doomed, scope](Connection &connection) {
                return reserveBudgets(connection, doomed, doomedDollars("1"), scope);
            }));
        QVERIFY(held && !held->refusal);
    }
    const Result<RunIds> begun = await(m_bench->writer.beginRun(question(lane())));
    QVERIFY(begun);
    const qint64 attempt = begun->attempts.constFirst();
    const Result<void> tooMuch = await(m_bench->budgets.reserve(attempt, doomedDollars("0.9")));
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().kind, ErrorKind::Budget);
    QVERIFY(await(m_bench->budgets.reserve(attempt, doomedDollars("0.895"))));
    const Result<QList<BudgetState>> states = await(m_bench->budgets.refresh());
    QVERIFY(states);
    QCOMPARE(states->size(), 1);
    QCOMPARE(states->constFirst().spent, doomedDollars("0.105"));
    QCOMPARE(states->constFirst().reserved, doomedDollars("0.895"));
    QCOMPARE(states->constFirst().unpriced, 0);
    QVERIFY(isInOrder());
}

SWITCHYARD_TEST(InterruptedCostsTest)
#include "tst_interruptedcosts.moc"
