#include "core/simulator/failoverbench.h"
#include "core/simulator/simulator.h"
#include "core/simulator/tokens.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

/// The simulator's delays, and what the methodology counts in seconds, are so much shorter.
constexpr int kSpeed = 10;
/// What this machine's own work may add to a call, however busy it is.
constexpr auto kOverhead = 3s;
constexpr qint64 kInputPicos = 1'000'000;
constexpr qint64 kOutputPicos = 2'000'000;
const QString kBenchSet = QStringLiteral("bench");

/// Targets cool down in the simulator's time.
class FastClock : public Clock
{
public:
    qint64 utcMs() const override { return m_start + (m_real.utcMs() - m_start) * kSpeed; }
    qint64 monotonicNs() const override { return m_real.monotonicNs(); }

private:
    SystemClock m_real;
    const qint64 m_start = m_real.utcMs();
};

std::chrono::milliseconds fast(std::chrono::milliseconds real)
{
    return real / kSpeed;
}

} // namespace

/// The sixteen faults of the Failover Bench list, each asked for through a rule set over a real socket.
class FailoverLanesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyFaultIsRightWhenAnswersAreTakenWhole_data() { addFaults(); }
    void everyFaultIsRightWhenAnswersAreTakenWhole();
    void nothingIsCutHungOrMiscountedFromTheFirstToken_data() { addFaults(); }
    void nothingIsCutHungOrMiscountedFromTheFirstToken();
    void anAnswerThatBrokeOffIsContinuedByHand();

private:
    static void addFaults();
    void activate(const BenchFault &fault, Commit commit);
    CompareServices services();
    /// Asks once and gives the lane's end; the run stays until the next.
    LaneState ask(const BenchFault &fault);
    void checkWhole(const LaneState &state);
    void checkAccounts(const LaneState &state);
    void checkEnd(const BenchFault &fault, const LaneState &state);
    void askThroughTheOutage(const BenchFault &fault);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<FastClock> m_clock;
    std::unique_ptr<TargetHealth> m_health;
    std::unique_ptr<KnownTargets> m_targets;
    std::unique_ptr<Comparison> m_run;
    int m_calls = 0;
};

void FailoverLanesTest::init()
{
    m_simulator = std::make_unique<Simulator>();
    m_simulator->setSpeed(kSpeed);
    const Result<QUrl> url = m_simulator->start();
    QVERIFY(url);
    m_bench = std::make_unique<test::Workbench>();
    m_bench->addAccount(QStringLiteral("first"), *url, false);
    m_bench->addAccount(QStringLiteral("second"), *url, false);
    m_clock = std::make_unique<FastClock>();
    m_health = std::make_unique<TargetHealth>(*m_clock);
    m_targets = std::make_unique<KnownTargets>(
        m_bench->ledger.database(), m_bench->writer,
        KnownTargets::Sources{m_bench->accounts, m_bench->directory, *m_health, *m_clock});
}

void FailoverLanesTest::cleanup()
{
    m_run.reset();
    m_targets.reset();
    m_health.reset();
    m_bench.reset();
    m_clock.reset();
    m_simulator.reset();
}

CompareServices FailoverLanesTest::services()
{
    test::Workbench &bench = *m_bench;
    return {bench.accounts, bench.presets,   bench.directory, bench.prices,  bench.notes,
            bench.resolver, bench.client,    bench.laneSlots, bench.writer,  *m_clock,
            nullptr,        &bench.ruleSets, m_targets.get(), m_health.get()};
}

void FailoverLanesTest::addFaults()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const BenchFault &fault : failoverBench())
        QTest::newRow(qPrintable(QString(fault.id + QLatin1String(": ") + fault.fault))) << number++;
}

void FailoverLanesTest::activate(const BenchFault &fault, Commit commit)
{
    for (const QString &model : {fault.model, fault.fallback}) {
        PriceOverride price;
        price.model = model;
        price.prices.input = Money::fromPicos(kInputPicos);
        price.prices.output = Money::fromPicos(kOutputPicos);
        QVERIFY(test::await(m_bench->overrides.set(price)));
    }
    RuleSet rules;
    rules.name = kBenchSet;
    Chain &chain = rules.otherwise.chain;
    chain.targets = {ChainTarget{{QStringLiteral("first"), fault.model}}};
    chain.fallbacks = {Fallback{ChainTarget{{QStringLiteral("second"), fault.fallback}}}};
    chain.limits.firstToken = fast(8s);
    chain.limits.idle = fast(8s);
    chain.limits.longestWait = fast(20s);
    chain.limits.budget = fast(fault.limit) + kOverhead;
    chain.limits.commit = commit;
    m_bench->activate(rules);
}

LaneState FailoverLanesTest::ask(const BenchFault &fault)
{
    CompareRequest request;
    request.prompt =
        QStringLiteral("Which birds sleep while they fly? (%1, %2)").arg(fault.id).arg(++m_calls);
    request.targets = {{{kRouteAccountName, kBenchSet}}};
    Result<std::unique_ptr<Comparison>> made = Comparison::create(services(), request);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    m_run = std::move(made).value();
    QSignalSpy finished(m_run.get(), &Comparison::finished);
    QElapsedTimer elapsed;
    elapsed.start();
    m_run->start();
    const auto most = fast(fault.limit) + 2 * kOverhead;
    const bool inTime = finished.wait(static_cast<int>(most.count()));
    if (!inTime)
        QTest::qFail("the call hangs", __FILE__, __LINE__);
    return m_run->lane(0).state();
}

/// An answer that passes for complete has every token that its provider counted.
void FailoverLanesTest::checkWhole(const LaneState &state)
{
    const Completion &completion = state.completion;
    QCOMPARE(completion.usage.basis, UsageBasis::Reported);
    QCOMPARE(countTokens(completion.text), completion.usage.output.value_or(-1));
    QCOMPARE(completion.modelAnswered, state.target.name.model);
    const qint64 picos = *completion.usage.input * kInputPicos + *completion.usage.output * kOutputPicos;
    QCOMPARE(state.attemptCost.amount, std::optional(Money::fromPicos(picos)));
}

/// What the lane says of its call is what the ledger sums up.
void FailoverLanesTest::checkAccounts(const LaneState &state)
{
    const QList<AttemptRecord> rows = *test::await(m_bench->reader.attemptsOfCall(state.callId));
    QCOMPARE(rows.size(), state.attempts);
    Money cost;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const AttemptRecord &row = rows.at(at);
        QVERIFY(row.settledAtMs.has_value());
        QCOMPARE(row.number, static_cast<int>(at) + 1);
        // An error instead of an answer costs nothing.
        if (row.completion.error && row.completion.error->httpStatus.value_or(0) >= 400)
            QVERIFY(!row.cost.amount);
        cost += row.cost.amount.value_or(Money());
    }
    QCOMPARE(rows.constLast().model, state.target.name.model);
    QCOMPARE(state.cost.amount.value_or(Money()), cost);
    const auto unpriced = m_bench->ledger.database().readNow([&](Connection &connection) {
        return connection.integer(
            QStringLiteral("SELECT unpriced_attempts FROM v_calls WHERE call_id = %1").arg(state.callId));
    });
    QVERIFY(unpriced);
    QCOMPARE(state.unpricedAttempts, static_cast<int>(*unpriced));
}

void FailoverLanesTest::checkEnd(const BenchFault &fault, const LaneState &state)
{
    if (fault.end == BenchEnd::Error) {
        QVERIFY(!isSuccess(state.status()));
        QVERIFY(state.completion.error.has_value());
        QCOMPARE(state.completion.error->kind, ErrorKind::ContentFilter);
        QVERIFY(!state.completion.error->message.isEmpty());
        QCOMPARE(state.target.name.model, fault.model);
        return;
    }
    QCOMPARE(state.status(), LaneStatus::Complete);
    checkWhole(state);
    if (fault.end == BenchEnd::Fallback)
        QCOMPARE(state.target.name.model, fault.fallback);
    if (fault.end == BenchEnd::Target)
        QCOMPARE(state.target.name.model, fault.model);
}

void FailoverLanesTest::everyFaultIsRightWhenAnswersAreTakenWhole()
{
    QFETCH(int, number);
    const BenchFault fault = failoverBench().at(number);
    activate(fault, Commit::Complete);
    if (fault.calls > 1)
        return askThroughTheOutage(fault);
    QElapsedTimer elapsed;
    elapsed.start();
    const LaneState state = ask(fault);
    const auto took = std::chrono::milliseconds(elapsed.elapsed());
    QVERIFY2(took <= fast(fault.limit) + kOverhead, qPrintable(QString::number(took.count())));
    checkEnd(fault, state);
    checkAccounts(state);
    int onTarget = 0;
    for (const AttemptNote &attempt : attemptsOf(state))
        onTarget += attempt.target.model == fault.model ? 1 : 0;
    QVERIFY2(onTarget <= fault.mostAttempts, qPrintable(QString::number(onTarget)));
    // And what comes after it works.
    const LaneState later = ask(fault);
    if (fault.end != BenchEnd::Error)
        QCOMPARE(later.status(), LaneStatus::Complete);
}

void FailoverLanesTest::askThroughTheOutage(const BenchFault &fault)
{
    const auto outage = fast(60s);
    const auto recovered = outage + fast(kBenchRecovery);
    QElapsedTimer elapsed;
    elapsed.start();
    bool isBack = false;
    qint64 nextMs = 0;
    while (!isBack && elapsed.elapsed() < (recovered + kOverhead).count()) {
        QTRY_VERIFY(elapsed.elapsed() >= nextMs);
        nextMs = elapsed.elapsed() + fast(fault.interval).count();
        const bool outOfService = elapsed.elapsed() < outage.count() / 2;
        const LaneState state = ask(fault);
        QCOMPARE(state.status(), LaneStatus::Complete);
        checkWhole(state);
        checkAccounts(state);
        isBack = state.target.name.model == fault.model;
        if (outOfService)
            QCOMPARE(state.target.name.model, fault.fallback);
    }
    QVERIFY2(isBack, "the target is not in use again");
    // While it was left alone nobody waited for it.
    const auto asked = m_bench->ledger.database().readNow([&](Connection &connection) {
        return connection.integer(
            QStringLiteral("SELECT count(*) FROM attempts WHERE model = '%1'").arg(fault.model));
    });
    QVERIFY(asked);
    QVERIFY2(*asked < 2 * m_calls, qPrintable(QString::number(*asked)));
}

void FailoverLanesTest::nothingIsCutHungOrMiscountedFromTheFirstToken()
{
    QFETCH(int, number);
    const BenchFault fault = failoverBench().at(number);
    activate(fault, Commit::FirstToken);
    const LaneState state = ask(fault); // fails where it hangs
    checkAccounts(state);
    if (isSuccess(state.status())) {
        checkWhole(state);
        return;
    }
    // It is not complete and says so; nobody else's words follow what was shown.
    QVERIFY(state.status() == LaneStatus::Interrupted || state.status() == LaneStatus::Failed
            || state.status() == LaneStatus::Refused);
    QVERIFY(state.completion.error.has_value() || state.status() == LaneStatus::Interrupted);
    QVERIFY(!state.whyStopped.isEmpty());
    QCOMPARE(state.target.name.model, fault.model);
    if (fault.end != BenchEnd::Error)
        QVERIFY(!state.completion.text.isEmpty());
}

void FailoverLanesTest::anAnswerThatBrokeOffIsContinuedByHand()
{
    const QList<BenchFault> faults = failoverBench();
    const auto cut = std::find_if(faults.cbegin(), faults.cend(),
                                  [](const BenchFault &fault) { return fault.id == QLatin1String("S08"); });
    QVERIFY(cut != faults.cend());
    activate(*cut, Commit::FirstToken);
    const LaneState broken = ask(*cut);
    QCOMPARE(broken.status(), LaneStatus::Interrupted);
    QVERIFY(broken.nextTarget.has_value());
    QSignalSpy finished(m_run.get(), &Comparison::finished);
    m_run->lane(0).continueOnNext();
    QVERIFY(finished.wait(10'000));
    const LaneState &whole = m_run->lane(0).state();
    QCOMPARE(whole.status(), LaneStatus::Complete);
    QCOMPARE(whole.target.name.model, cut->fallback);
    checkWhole(whole);
    checkAccounts(whole);
    QCOMPARE(whole.earlier.constLast().completion.text, broken.completion.text);
}

SWITCHYARD_TEST(FailoverLanesTest)
#include "tst_failoverlanes.moc"
