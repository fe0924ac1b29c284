#include "core/compare/comparison.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QString kBudgetModel = QStringLiteral("m");
/// As many output tokens as a lane may ask for, at a tenth of a cent each.
constexpr qint64 kOutputLimit = 100;
/// Milliseconds that a busy machine may take for what is done in no time.
constexpr int kBudgetPatience = 60'000;

Money dollars(const char *amount)
{
    return Money::fromDecimal(QString::fromLatin1(amount)).value();
}

/// An answer that is billed as so many output tokens.
test::Script billedAnswer(qsizetype tokens)
{
    return test::completion(QStringList(tokens, QStringLiteral("x")), kBudgetModel);
}

test::Script failedAnswer(int status, const test::HeaderList &headers = {})
{
    return test::respondJson(
        status, {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), QStringLiteral("no")}}}},
        headers);
}

/// Watches from another connection how much of all budgets is spent and reserved, until it goes.
class SpendWitness
{
public:
    explicit SpendWitness(const QString &file)
        : m_thread([this, file] {
            const auto connection = Connection::open(file, Connection::Mode::ReadOnly);
            while (connection && !m_stopping) {
                const Result<qint64> used =
                    (*connection)
                        ->integer(QStringLiteral(
                            "SELECT (SELECT ifnull(sum(spent_picos), 0) FROM budget_sums) "
                            "+ (SELECT ifnull(sum(amount_picos), 0) FROM budget_reservations)"));
                if (used)
                    m_most = std::max<qint64>(m_most, *used);
                ++m_looks;
            }
        })
    {
    }
    ~SpendWitness() { stop(); }
    SpendWitness(const SpendWitness &) = delete;
    SpendWitness &operator=(const SpendWitness &) = delete;

    void stop()
    {
        m_stopping = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    Money most() const { return Money::fromPicos(m_most); }
    int looks() const { return m_looks; }

private:
    std::atomic<bool> m_stopping = false;
    std::atomic<qint64> m_most = 0;
    std::atomic<int> m_looks = 0;
    std::thread m_thread;
};

} // namespace

/// Lanes within budgets: what one may cost at most is held back before it is sent.
class BudgetedLanesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sixtyFourLanesNeverPassAHardBudget_data();
    void sixtyFourLanesNeverPassAHardBudget();
    void twoProcessesNeverPassAHardBudgetTogether();
    void aRefusedLaneIsFailedAndNothingIsSent();
    void aLaneOfUnknownPriceIsRefused();
    void aRetryIsReservedToo();
    void aFallbackIsReservedToo();
    void theModelsOwnLimitIsTheWorstCase();
    void theServiceTierAskedForMayBeTheWorstCase();
    void acceptedLanesAreReservedUntilTheySettle();
    void aBudgetThatIsSetMeanwhileHoldsLanesThatWait();
    void aStoppedLaneGivesBackWhatItHeld();
    void aDestroyedRunGivesBackWhatItHeld();

private:
    Budget save(const char *amount, const std::function<void(Budget &)> &change = {});
    void setPrice(qint64 account, const QString &model, const char *output = "0.001",
                  const QString &serviceTier = {});
    static Target target(const QString &name = QStringLiteral("fake/m"));
    std::unique_ptr<Comparison> make(const CompareServices &services, const QList<Target> &targets);
    void finish(const QList<Comparison *> &runs);
    /// Lanes that were answered; the others are failed by a budget.
    int answered(const Comparison &run);
    BudgetState state();

    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<test::Workbench> m_bench;
    Account m_account;
};

void BudgetedLanesTest::init()
{
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench = std::make_unique<test::Workbench>();
    m_account = m_bench->addAccount(QStringLiteral("fake"), m_provider->baseUrl());
    setPrice(m_account.id, kBudgetModel);
}

void BudgetedLanesTest::cleanup()
{
    m_bench.reset();
    m_provider.reset();
}

/// Input is free, so that a test need not know how it is estimated.
void BudgetedLanesTest::setPrice(qint64 account, const QString &model, const char *output,
                                 const QString &serviceTier)
{
    PriceOverride price;
    price.accountId = account;
    price.model = model;
    price.prices.input = Money();
    price.prices.output = dollars(output);
    price.serviceTier = serviceTier;
    QVERIFY(test::await(m_bench->overrides.set(price)));
}

Budget BudgetedLanesTest::save(const char *amount, const std::function<void(Budget &)> &change)
{
    Budget budget;
    budget.name = QStringLiteral("team");
    budget.amount = dollars(amount);
    budget.hard = true;
    budget.period.zone = QStringLiteral("UTC");
    if (change)
        change(budget);
    const Result<Budget> saved = test::await(m_bench->budgetStore.save(budget));
    if (!saved)
        qFatal("%s", qPrintable(saved.error().message));
    return *saved;
}

Target BudgetedLanesTest::target(const QString &name)
{
    Target made{*parseTargetName(name)};
    made.parameters.maxTokens = kOutputLimit;
    return made;
}

std::unique_ptr<Comparison> BudgetedLanesTest::make(const CompareServices &services,
                                                    const QList<Target> &targets)
{
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = targets;
    Result<std::unique_ptr<Comparison>> run = Comparison::create(services, request);
    if (!run)
        qFatal("%s", qPrintable(run.error().message));
    return std::move(run).value();
}

void BudgetedLanesTest::finish(const QList<Comparison *> &runs)
{
    for (Comparison *run : runs) {
        if (run->runId() == 0)
            run->start();
    }
    for (const Comparison *run : runs)
        QTRY_VERIFY_WITH_TIMEOUT(run->runId() != 0 && run->isSettled(), kBudgetPatience);
}

int BudgetedLanesTest::answered(const Comparison &run)
{
    int count = 0;
    for (int lane = 0; lane < run.laneCount(); ++lane) {
        const LaneState &state = run.lane(lane).state();
        if (state.status() == LaneStatus::Complete)
            ++count;
        else if (state.status() != LaneStatus::Failed
                 || state.completion.error.value_or(Error{}).kind != ErrorKind::Budget)
            qFatal("lane %d ended otherwise", lane);
    }
    return count;
}

BudgetState BudgetedLanesTest::state()
{
    const Result<QList<BudgetState>> states = test::await(m_bench->budgets.refresh());
    if (!states || states->isEmpty())
        qFatal("there is no budget");
    return states->first();
}

void BudgetedLanesTest::sixtyFourLanesNeverPassAHardBudget_data()
{
    QTest::addColumn<int>("parallel");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    // A dollar is ten lanes at their worst.
    QTest::newRow("all at once, each at its worst") << 0 << 100 << 10 << 10;
    QTest::newRow("all at once, each at half of it") << 0 << 50 << 10 << 20;
    // Nineteen at half a dime are 0.95 $; the next might pass.
    QTest::newRow("one after the other") << 1 << 50 << 19 << 19;
    QTest::newRow("four at a time") << 4 << 50 << 13 << 19;
}

void BudgetedLanesTest::sixtyFourLanesNeverPassAHardBudget()
{
    QFETCH(int, parallel);
    QFETCH(int, tokens);
    QFETCH(int, fewest);
    QFETCH(int, most);
    m_account.maxParallel = parallel;
    QVERIFY(test::await(m_bench->accounts.update(m_account)));
    m_provider->onModel(kBudgetModel, QList<test::Script>{billedAnswer(tokens)});
    save("1");
    SpendWitness witness(m_bench->ledger.filePath());
    const std::unique_ptr<Comparison> run = make(m_bench->services(), QList<Target>(64, target()));
    finish({run.get()});
    witness.stop();
    const int count = answered(*run);
    QVERIFY2(count >= fewest && count <= most, QByteArray::number(count).constData());
    QCOMPARE(m_provider->requestCount(), count);
    QVERIFY(witness.looks() > 1);
    QVERIFY(witness.most() <= dollars("1"));
    QVERIFY(state().spent == dollars("0.001") * (qint64(count) * tokens));
    QVERIFY(state().reserved.isZero());
}

void BudgetedLanesTest::twoProcessesNeverPassAHardBudgetTogether()
{
    m_provider->onModel(kBudgetModel, QList<test::Script>{billedAnswer(50)});
    save("1");
    // What another process has: its own connections, writer and budgets.
    auto database = Database::open(m_bench->ledger.filePath());
    QVERIFY(database);
    LedgerWriter writer(**database, m_bench->clock);
    BudgetStore store(**database);
    BudgetGuard guard(**database, m_bench->clock, store, writer);
    QVERIFY(store.load() && guard.load());
    const CompareServices elsewhere{m_bench->accounts,
                                    m_bench->presets,
                                    m_bench->directory,
                                    m_bench->prices,
                                    m_bench->notes,
                                    m_bench->resolver,
                                    m_bench->client,
                                    m_bench->laneSlots,
                                    writer,
                                    m_bench->clock,
                                    nullptr,
                                    &m_bench->ruleSets,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    &guard};
    SpendWitness witness(m_bench->ledger.filePath());
    const std::unique_ptr<Comparison> here = make(m_bench->services(), QList<Target>(32, target()));
    const std::unique_ptr<Comparison> there = make(elsewhere, QList<Target>(32, target()));
    finish({here.get(), there.get()});
    witness.stop();
    const int count = answered(*here) + answered(*there);
    QVERIFY2(count >= 10 && count <= 20, QByteArray::number(count).constData());
    QCOMPARE(m_provider->requestCount(), count);
    QVERIFY(witness.most() <= dollars("1"));
    QVERIFY(state().spent == dollars("0.05") * count);
}

void BudgetedLanesTest::aRefusedLaneIsFailedAndNothingIsSent()
{
    save("0.05");
    const std::unique_ptr<Comparison> run = make(m_bench->services(), {target()});
    finish({run.get()});
    const LaneState &state = run->lane(0).state();
    QCOMPARE(state.status(), LaneStatus::Failed);
    QCOMPARE(state.completion.error->kind, ErrorKind::Budget);
    QVERIFY(state.completion.error->message.contains(QStringLiteral("“team”")));
    QCOMPARE(state.attempts, 1);
    QCOMPARE(state.cost.amount, std::optional(Money()));
    QCOMPARE(state.unpricedAttempts, 0);
    QCOMPARE(m_provider->requestCount(), 0);
    const RunRecord record = *test::await(m_bench->reader.run(run->runId()));
    QCOMPARE(record.lanes.first().latest.completion.status, LaneStatus::Failed);
    QCOMPARE(record.lanes.first().latest.completion.error->kind, ErrorKind::Budget);
    QCOMPARE(this->state().unpriced, 0);
    // It holds its account's place no longer.
    QCOMPARE(m_bench->laneSlots.running(m_account.id), 0);
}

void BudgetedLanesTest::aLaneOfUnknownPriceIsRefused()
{
    m_provider->onModel(QStringLiteral("nobody-knows"), QList<test::Script>{billedAnswer(5)});
    Budget budget = save("1");
    const QList<Target> unknown{target(QStringLiteral("fake/nobody-knows"))};
    std::unique_ptr<Comparison> run = make(m_bench->services(), unknown);
    finish({run.get()});
    QCOMPARE(answered(*run), 0);
    QVERIFY(run->lane(0).state().completion.error->message.contains(QStringLiteral("fake/nobody-knows")));
    budget.allowsUnpriced = true;
    QVERIFY(test::await(m_bench->budgetStore.save(budget)));
    run = make(m_bench->services(), unknown);
    finish({run.get()});
    QCOMPARE(answered(*run), 1);
    QCOMPARE(state().unpriced, 1);
}

void BudgetedLanesTest::aRetryIsReservedToo()
{
    m_provider->onModel(kBudgetModel,
                        QList<test::Script>{failedAnswer(429, {{"Retry-After", "1"}}), billedAnswer(5)});
    Budget budget = save("1");
    budget.amount = dollars("0.05");
    const std::unique_ptr<Comparison> run = make(m_bench->services(), {target()});
    connect(&run->lane(0), &Lane::changed, this, [this, &run, &budget] {
        if (run->lane(0).state().waiting)
            m_bench->budgetStore.save(budget);
    });
    finish({run.get()});
    const LaneState &state = run->lane(0).state();
    QCOMPARE(state.attempts, 2);
    QCOMPARE(state.completion.error->kind, ErrorKind::Budget);
    QCOMPARE(m_provider->requestCount(), 1);
}

void BudgetedLanesTest::aFallbackIsReservedToo()
{
    m_provider->onModel(kBudgetModel, QList<test::Script>{failedAnswer(500)});
    setPrice(m_account.id, QStringLiteral("n"));
    save("0.05", [](Budget &budget) { budget.scope = {BudgetScope::Kind::Model, {}, QStringLiteral("n")}; });
    RuleSet rules;
    rules.name = QStringLiteral("the set");
    rules.otherwise.chain.targets = {ChainTarget{target().name}};
    rules.otherwise.chain.fallbacks = {
        Fallback{.target = ChainTarget{target(QStringLiteral("fake/n")).name}}};
    rules.otherwise.chain.limits.retries = 0;
    m_bench->activate(rules);
    const std::unique_ptr<Comparison> run =
        make(m_bench->services(), {target(QStringLiteral("route/the set"))});
    finish({run.get()});
    const LaneState &state = run->lane(0).state();
    QCOMPARE(state.attempts, 2);
    QCOMPARE(state.target.name.model, QStringLiteral("n"));
    QCOMPARE(state.status(), LaneStatus::Failed);
    QCOMPARE(state.completion.error->kind, ErrorKind::Budget);
    QCOMPARE(m_provider->requestCount(), 1);
}

void BudgetedLanesTest::theModelsOwnLimitIsTheWorstCase()
{
    AccountModel listed;
    listed.id = kBudgetModel;
    listed.listing = {{QStringLiteral("max_completion_tokens"), 200}};
    QVERIFY(test::await(m_bench->lists.replaceListed(m_account.id, {listed})));
    m_provider->onModel(kBudgetModel, QList<test::Script>{billedAnswer(5)});
    Budget budget = save("0.199");
    Target unlimited = target();
    unlimited.parameters.maxTokens.reset();
    std::unique_ptr<Comparison> run = make(m_bench->services(), {unlimited});
    finish({run.get()});
    QCOMPARE(answered(*run), 0);
    budget.amount = dollars("0.2");
    QVERIFY(test::await(m_bench->budgetStore.save(budget)));
    run = make(m_bench->services(), {unlimited});
    finish({run.get()});
    QCOMPARE(answered(*run), 1);
}

void BudgetedLanesTest::theServiceTierAskedForMayBeTheWorstCase()
{
    setPrice(m_account.id, kBudgetModel, "0.002", QStringLiteral("priority"));
    setPrice(m_account.id, kBudgetModel, "0.0005", QStringLiteral("flex"));
    m_provider->onModel(kBudgetModel, QList<test::Script>{test::openSse({test::hang()})});
    save("1");
    QList<Target> targets;
    for (const char *tier : {"priority", "flex"}) {
        targets.append(target());
        targets.last().parameters.extra = {{QStringLiteral("service_tier"), QString::fromLatin1(tier)}};
    }
    const std::unique_ptr<Comparison> run = make(m_bench->services(), targets);
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_provider->requestCount(), 2, kBudgetPatience);
    QVERIFY(state().reserved == dollars("0.3"));
    run->cancel();
    finish({run.get()});
}

void BudgetedLanesTest::acceptedLanesAreReservedUntilTheySettle()
{
    m_provider->onModel(kBudgetModel, QList<test::Script>{test::openSse({test::hang()})});
    save("1");
    const std::unique_ptr<Comparison> run = make(m_bench->services(), {target(), target()});
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_provider->requestCount(), 2, kBudgetPatience);
    QVERIFY(state().reserved == dollars("0.2"));
    QCOMPARE(m_bench->knownTargets.budgetUsed(QStringLiteral("team")), std::optional(20.0));
    run->cancel();
    finish({run.get()});
    QVERIFY(state().reserved.isZero());
}

void BudgetedLanesTest::aBudgetThatIsSetMeanwhileHoldsLanesThatWait()
{
    m_account.maxParallel = 1;
    QVERIFY(test::await(m_bench->accounts.update(m_account)));
    m_provider->onModel(kBudgetModel, QList<test::Script>{test::openSse({test::hang()})});
    const std::unique_ptr<Comparison> run = make(m_bench->services(), {target(), target()});
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_provider->requestCount(), 1, kBudgetPatience);
    save("0.05");
    run->lane(0).cancel();
    finish({run.get()});
    QCOMPARE(run->lane(0).state().status(), LaneStatus::Cancelled);
    QCOMPARE(run->lane(1).state().completion.error.value_or(Error{}).kind, ErrorKind::Budget);
    QCOMPARE(m_provider->requestCount(), 1);
}

void BudgetedLanesTest::aStoppedLaneGivesBackWhatItHeld()
{
    save("1");
    const std::unique_ptr<Comparison> run = make(m_bench->services(), {target()});
    connect(run.get(), &Comparison::started, run.get(), [&run] {
        // Once the lane waits for its budget.
        QMetaObject::invokeMethod(
            run.get(), [&run] { run->cancel(); }, Qt::QueuedConnection);
    });
    m_provider->onModel(kBudgetModel, QList<test::Script>{test::openSse({test::hang()})});
    finish({run.get()});
    QCOMPARE(run->lane(0).state().status(), LaneStatus::Cancelled);
    QVERIFY(state().reserved.isZero());
    QCOMPARE(m_bench->laneSlots.running(m_account.id), 0);
}

void BudgetedLanesTest::aDestroyedRunGivesBackWhatItHeld()
{
    m_provider->onModel(kBudgetModel, QList<test::Script>{test::openSse({test::hang()})});
    save("1");
    std::unique_ptr<Comparison> run = make(m_bench->services(), {target()});
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_provider->requestCount(), 1, kBudgetPatience);
    QVERIFY(state().reserved == dollars("0.1"));
    run.reset();
    QTRY_VERIFY_WITH_TIMEOUT(state().reserved.isZero(), kBudgetPatience);
}

SWITCHYARD_TEST(BudgetedLanesTest)
#include "tst_budgetedlanes.moc"
