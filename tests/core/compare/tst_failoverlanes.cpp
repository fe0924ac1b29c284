#include "core/simulator/failoverbench.h"
#include "core/simulator/simulator.h"
#include "core/simulator/tokens.h"
#include "core/storage/statement.h"
#include "tests/support/slowness.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace core;
using namespace std::chrono_literals;

namespace {

/// The simulator's delays, and what the methodology counts in seconds, are so much shorter. The outage is
/// asked through alone and hurries more.
constexpr int kSpeed = 6 / test::kSlowness;
constexpr int kOutageSpeed = 18 / test::kSlowness;
/// What this machine's own work may add to a call, however busy it is.
constexpr auto kOverhead = 3s * test::kSlowness;
constexpr qint64 kInputPicos = 1'000'000;
constexpr qint64 kOutputPicos = 2'000'000;

/// Targets cool down in the simulator's time.
class FastClock : public Clock
{
public:
    explicit FastClock(int speed) : m_speed(speed) { }

    qint64 utcMs() const override { return m_start + (m_real.utcMs() - m_start) * m_speed; }
    qint64 monotonicNs() const override { return m_real.monotonicNs(); }

private:
    SystemClock m_real;
    const int m_speed;
    const qint64 m_start = m_real.utcMs();
};

/// A simulator with two accounts on it and what calls through them need.
struct Desk
{
    explicit Desk(int atSpeed) : speed(atSpeed), clock(atSpeed)
    {
        simulator.setSpeed(atSpeed);
        const Result<QUrl> url = simulator.start();
        if (!url)
            qFatal("%s", qPrintable(url.error().message));
        bench.addAccount(QStringLiteral("first"), *url, false);
        bench.addAccount(QStringLiteral("second"), *url, false);
        for (const BenchFault &fault : failoverBench()) {
            for (const QString &model : {fault.model, fault.fallback}) {
                PriceOverride price;
                price.model = model;
                price.prices.input = Money::fromPicos(kInputPicos);
                price.prices.output = Money::fromPicos(kOutputPicos);
                if (!test::await(bench.overrides.set(price)))
                    qFatal("no price for %s", qPrintable(model));
            }
        }
    }

    std::chrono::milliseconds fast(std::chrono::milliseconds real) const { return real / speed; }

    const int speed;
    Simulator simulator;
    FastClock clock;
    test::Workbench bench;
};

/// A call that has ended, or not within its time.
struct Ended
{
    LaneState state;
    std::chrono::milliseconds took{-1};

    bool hangs() const { return took < 0ms; }
};

/// One fault with a rule set and targets that have no past but what this asks of them.
class FaultCase
{
public:
    FaultCase(Desk &desk, const BenchFault &fault, Commit commit)
        : m_desk(desk)
        , m_fault(fault)
        , m_set(QStringLiteral("%1 %2").arg(fault.id, commitName(commit).replace(u'_', u' ')))
        , m_health(desk.clock)
    {
        RuleSet rules;
        rules.name = m_set;
        Chain &chain = rules.otherwise.chain;
        chain.targets = {ChainTarget{{QStringLiteral("first"), fault.model}}};
        chain.fallbacks = {Fallback{ChainTarget{{QStringLiteral("second"), fault.fallback}}}};
        chain.limits.firstToken = desk.fast(8s);
        chain.limits.idle = desk.fast(8s);
        chain.limits.longestWait = desk.fast(20s);
        chain.limits.budget = mostTime();
        chain.limits.commit = commit;
        desk.bench.activate(rules);
    }

    const BenchFault &fault() const { return m_fault; }
    std::chrono::milliseconds mostTime() const { return m_desk.fast(m_fault.limit) + kOverhead; }

    /// Asks once more; hasEnded() when it is over.
    void ask()
    {
        CompareRequest request;
        request.prompt =
            QStringLiteral("Which birds sleep while they fly? (%1, %2)").arg(m_set).arg(++m_calls);
        request.targets = {{{kRouteAccountName, m_set}}};
        test::Workbench &bench = m_desk.bench;
        const CompareServices services{bench.accounts,      bench.presets,  bench.directory, bench.prices,
                                       bench.notes,         bench.resolver, bench.client,    bench.laneSlots,
                                       bench.writer,        m_desk.clock,   nullptr,         &bench.ruleSets,
                                       &bench.knownTargets, &m_health};
        Result<std::unique_ptr<Comparison>> made = Comparison::create(services, request);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        m_run = std::move(made).value();
        m_took = -1ms;
        QObject::connect(m_run.get(), &Comparison::finished, m_run.get(),
                         [this] { m_took = std::chrono::milliseconds(m_elapsed.elapsed()); });
        m_elapsed.start();
        m_run->start();
    }

    bool hasEnded() const { return m_took >= 0ms; }
    Ended end() const { return {m_run->lane(0).state(), m_took}; }
    Ended askAndWait()
    {
        ask();
        const auto most = mostTime() + kOverhead;
        (void)QTest::qWaitFor([this] { return hasEnded(); }, static_cast<int>(most.count()));
        return end();
    }

    Comparison &run() { return *m_run; }
    int calls() const { return m_calls; }

private:
    Desk &m_desk;
    const BenchFault m_fault;
    const QString m_set;
    TargetHealth m_health;
    std::unique_ptr<Comparison> m_run;
    QElapsedTimer m_elapsed;
    std::chrono::milliseconds m_took{-1};
    int m_calls = 0;
};

/// A fault asked for while answers are taken whole, or from the first token on.
struct Asked
{
    std::unique_ptr<FaultCase> call;
    Ended first;
    /// The call after it.
    Ended later;
};

} // namespace

/// The sixteen faults of the Failover Bench list, each asked for through a rule set over a real socket. All
/// are asked for at once, since most of it is waiting; the outage, which takes many calls, is apart.
class FailoverLanesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFaultIsRightWhenAnswersAreTakenWhole_data() { addFaults(true); }
    void everyFaultIsRightWhenAnswersAreTakenWhole();
    void aTargetIsInUseAgainSoonAfterItsOutage();
    void nothingIsCutHungOrMiscountedFromTheFirstToken_data() { addFaults(false); }
    void nothingIsCutHungOrMiscountedFromTheFirstToken();
    void anAnswerThatBrokeOffIsContinuedByHand();
    void cleanupTestCase();

private:
    /// `once`: those that one call shows.
    static void addFaults(bool once);
    void waitForAll(const QList<Asked *> &asked);
    void checkWhole(const LaneState &state);
    void checkAccounts(Desk &desk, const LaneState &state);
    void checkEnd(const BenchFault &fault, const LaneState &state);

    std::unique_ptr<Desk> m_desk;
    std::map<QString, Asked> m_whole;
    std::map<QString, Asked> m_first;
};

void FailoverLanesTest::initTestCase()
{
    m_desk = std::make_unique<Desk>(kSpeed);
    QList<Asked *> all;
    QList<Asked *> again;
    for (const BenchFault &fault : failoverBench()) {
        Asked &first = m_first[fault.id];
        first.call = std::make_unique<FaultCase>(*m_desk, fault, Commit::FirstToken);
        all.append(&first);
        if (fault.calls > 1)
            continue;
        Asked &whole = m_whole[fault.id];
        whole.call = std::make_unique<FaultCase>(*m_desk, fault, Commit::Complete);
        all.append(&whole);
        again.append(&whole);
    }
    waitForAll(all);
    for (Asked *asked : std::as_const(all))
        asked->first = asked->call->end();
    // And what comes after a fault.
    waitForAll(again);
    for (Asked *asked : std::as_const(again))
        asked->later = asked->call->end();
}

void FailoverLanesTest::cleanupTestCase()
{
    m_whole.clear();
    m_first.clear();
    m_desk.reset();
}

void FailoverLanesTest::waitForAll(const QList<Asked *> &asked)
{
    auto most = 0ms;
    for (Asked *each : asked) {
        each->call->ask();
        most = std::max(most, each->call->mostTime() + kOverhead);
    }
    // One that hangs fails its own row.
    (void)QTest::qWaitFor(
        [&asked] {
            return std::all_of(asked.begin(), asked.end(),
                               [](const Asked *each) { return each->call->hasEnded(); });
        },
        static_cast<int>(most.count()));
}

void FailoverLanesTest::addFaults(bool once)
{
    QTest::addColumn<QString>("id");
    for (const BenchFault &fault : failoverBench()) {
        if (!once || fault.calls == 1)
            QTest::newRow(qPrintable(QString(fault.id + QLatin1String(": ") + fault.fault))) << fault.id;
    }
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
void FailoverLanesTest::checkAccounts(Desk &desk, const LaneState &state)
{
    const QList<AttemptRecord> rows = *test::await(desk.bench.reader.attemptsOfCall(state.callId));
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
    const auto unpriced = desk.bench.ledger.database().readNow([&](Connection &connection) {
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
    QFETCH(const QString, id);
    const Asked &asked = m_whole.at(id);
    const BenchFault &fault = asked.call->fault();
    const LaneState &state = asked.first.state;
    QVERIFY2(!asked.first.hangs(), "the call hangs");
    QVERIFY2(asked.first.took <= asked.call->mostTime(),
             qPrintable(QString::number(asked.first.took.count())));
    checkEnd(fault, state);
    checkAccounts(*m_desk, state);
    int onTarget = 0;
    for (const AttemptNote &attempt : attemptsOf(state))
        onTarget += attempt.target.model == fault.model ? 1 : 0;
    QVERIFY2(onTarget <= fault.mostAttempts, qPrintable(QString::number(onTarget)));
    QVERIFY2(!asked.later.hangs(), "the call after it hangs");
    if (fault.end != BenchEnd::Error)
        QCOMPARE(asked.later.state.status(), LaneStatus::Complete);
}

void FailoverLanesTest::aTargetIsInUseAgainSoonAfterItsOutage()
{
    const QList<BenchFault> faults = failoverBench();
    const auto found =
        std::find_if(faults.cbegin(), faults.cend(), [](const BenchFault &fault) { return fault.calls > 1; });
    QVERIFY(found != faults.cend());
    const BenchFault fault = *found;
    Desk desk(kOutageSpeed);
    FaultCase call(desk, fault, Commit::Complete);
    const auto outage = desk.fast(60s);
    const auto recovered = outage + desk.fast(kBenchRecovery);
    QElapsedTimer elapsed;
    elapsed.start();
    bool isBack = false;
    qint64 nextMs = 0;
    while (!isBack && elapsed.elapsed() < (recovered + kOverhead).count()) {
        QTRY_VERIFY(elapsed.elapsed() >= nextMs);
        nextMs = elapsed.elapsed() + desk.fast(fault.interval).count();
        const bool outOfService = elapsed.elapsed() < outage.count() / 2;
        const Ended ended = call.askAndWait();
        QVERIFY2(!ended.hangs(), "the call hangs");
        QCOMPARE(ended.state.status(), LaneStatus::Complete);
        checkWhole(ended.state);
        checkAccounts(desk, ended.state);
        isBack = ended.state.target.name.model == fault.model;
        if (outOfService)
            QCOMPARE(ended.state.target.name.model, fault.fallback);
    }
    QVERIFY2(isBack, "the target is not in use again");
    // While it was left alone nobody waited for it.
    const auto asked = desk.bench.ledger.database().readNow([&](Connection &connection) {
        return connection.integer(
            QStringLiteral("SELECT count(*) FROM attempts WHERE model = '%1'").arg(fault.model));
    });
    QVERIFY(asked);
    QVERIFY2(*asked < 2 * call.calls(), qPrintable(QString::number(*asked)));
}

void FailoverLanesTest::nothingIsCutHungOrMiscountedFromTheFirstToken()
{
    QFETCH(const QString, id);
    const Asked &asked = m_first.at(id);
    const BenchFault &fault = asked.call->fault();
    const LaneState &state = asked.first.state;
    QVERIFY2(!asked.first.hangs(), "the call hangs");
    QVERIFY2(asked.first.took <= asked.call->mostTime() + kOverhead,
             qPrintable(QString::number(asked.first.took.count())));
    checkAccounts(*m_desk, state);
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
    const Asked &cut = m_first.at(QStringLiteral("S08"));
    const LaneState &broken = cut.first.state;
    QCOMPARE(broken.status(), LaneStatus::Interrupted);
    QVERIFY(broken.nextTarget.has_value());
    Comparison &run = cut.call->run();
    QSignalSpy finished(&run, &Comparison::finished);
    run.lane(0).continueOnNext();
    QVERIFY(finished.wait(10'000));
    const LaneState &whole = run.lane(0).state();
    QCOMPARE(whole.status(), LaneStatus::Complete);
    QCOMPARE(whole.target.name.model, cut.call->fault().fallback);
    checkWhole(whole);
    checkAccounts(*m_desk, whole);
    QCOMPARE(whole.earlier.constLast().completion.text, broken.completion.text);
}

SWITCHYARD_TEST(FailoverLanesTest)
#include "tst_failoverlanes.moc"
