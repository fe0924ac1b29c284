#include "core/compare/knowntargets.h"

#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const TargetName kKnown{QStringLiteral("one"), QStringLiteral("m")};

} // namespace

/// What rules are told of targets.
class KnownTargetsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void accountsSayWhetherATargetCanBeAsked();
    void theCatalogueTellsOfModels();
    void ownPricesCount();
    void ownCallsTellTheSpeed();
    void theFirstQuestionReadsTheLedger();
    void answersAreAsLongAsThoseBefore();
    void presentHealthGoesOverTheLedger();
    void ratingsAreThoseOfTheTask();
    void settledAttemptsAreReadSoon();

private:
    TargetFacts facts(const TargetName &name = kKnown, const QString &task = {}) const
    {
        return m_bench->knownTargets.factsOf(name, task);
    }
    void ask(const TargetName &name, const QString &task, double firstMs, qint64 output);
    void refresh() { QVERIFY(test::await(m_bench->knownTargets.refresh())); }

    std::unique_ptr<test::Workbench> m_bench;
};

void KnownTargetsTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_bench->addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
}

void KnownTargetsTest::ask(const TargetName &name, const QString &task, double firstMs, qint64 output)
{
    RunDraft draft;
    draft.prompt = QStringLiteral("p");
    draft.task = task;
    LaneDraft lane;
    lane.accountId = 1;
    lane.accountName = name.account;
    lane.model = name.model;
    draft.lanes = {lane};
    const Result<RunIds> ids = test::await(m_bench->writer.beginRun(draft));
    QVERIFY(ids);
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Complete;
    outcome.completion.timing.firstText = firstMs;
    outcome.completion.usage.output = output;
    outcome.completion.usage.basis = UsageBasis::Reported;
    QVERIFY(test::await(m_bench->writer.settle(ids->attempts.first(), outcome)));
}

void KnownTargetsTest::accountsSayWhetherATargetCanBeAsked()
{
    QVERIFY(facts().available);
    QCOMPARE(facts().whyNot, QString());
    const TargetFacts lost = facts({QStringLiteral("lost"), QStringLiteral("m")});
    QVERIFY(!lost.available);
    QVERIFY(lost.whyNot.contains(QLatin1String("\"lost\"")));
    QVERIFY(test::await(m_bench->accounts.setEnabled(m_bench->accounts.find(u"one")->id, false)));
    QVERIFY(!facts().available);
    QVERIFY(facts().whyNot.contains(QLatin1String("\"one\"")));
}

void KnownTargetsTest::theCatalogueTellsOfModels()
{
    const TargetFacts known = facts({QStringLiteral("one"), QStringLiteral("gpt-4o")});
    QVERIFY(known.model.contextWindow.has_value());
    QCOMPARE(known.model.vendor, QStringLiteral("openai"));
    QVERIFY(!facts().model.contextWindow);
    QCOMPARE(facts().model.id, QStringLiteral("m"));
}

void KnownTargetsTest::ownPricesCount()
{
    QVERIFY(!facts().model.prices);
    PriceOverride price;
    price.model = kKnown.model;
    price.prices.input = Money::fromPicos(3);
    QVERIFY(test::await(m_bench->overrides.set(price)));
    QCOMPARE(facts().model.prices->base.input, std::optional(Money::fromPicos(3)));
}

void KnownTargetsTest::ownCallsTellTheSpeed()
{
    for (int i = 1; i <= 20; ++i)
        ask(kKnown, {}, i * 10.0, 5);
    refresh();
    QCOMPARE(facts().samples, 20);
    QCOMPARE(facts().firstTokenP50, std::optional(100.0));
    QCOMPARE(facts().firstTokenP95, std::optional(190.0));
    const TargetFacts other = facts({QStringLiteral("one"), QStringLiteral("n")});
    QCOMPARE(other.samples, 0);
    QVERIFY(!other.firstTokenP50);
}

void KnownTargetsTest::theFirstQuestionReadsTheLedger()
{
    ask(kKnown, {}, 70.0, 5);
    QCOMPARE(facts().firstTokenP50, std::optional(70.0)); // a command decides right after its start
    ask(kKnown, {}, 10.0, 5);
    QCOMPARE(facts().samples, 1); // and what is known stays for a while
    refresh();
    QCOMPARE(facts().samples, 2);
}

void KnownTargetsTest::answersAreAsLongAsThoseBefore()
{
    const QString task = QStringLiteral("sum");
    const TargetName other{QStringLiteral("one"), QStringLiteral("n")};
    QCOMPARE(facts(kKnown, task).expectedOutput, 500); // a guess
    for (int i = 0; i < 10; ++i)
        ask(kKnown, task, 1.0, 40);
    refresh();
    QCOMPARE(facts(kKnown, task).expectedOutput, 40);
    QCOMPARE(facts(other, task).expectedOutput, 40); // as other models did
    QCOMPARE(facts(kKnown).expectedOutput, 500);
    for (int i = 0; i < 10; ++i)
        ask(other, task, 1.0, 100);
    refresh();
    QCOMPARE(facts(other, task).expectedOutput, 100);
    QCOMPARE(facts(kKnown, task).expectedOutput, 40);
    QCOMPARE(facts({QStringLiteral("one"), QStringLiteral("o")}, task).expectedOutput, 70);
}

void KnownTargetsTest::presentHealthGoesOverTheLedger()
{
    ask(kKnown, {}, 70.0, 5);
    refresh();
    QVERIFY(!facts().errorRate);
    QCOMPARE(facts().firstTokenP95, std::optional(70.0));
    AttemptReport good;
    good.status = LaneStatus::Complete;
    for (int i = 0; i < kSamplesForHealth; ++i)
        m_bench->health.note(kKnown, good, 900.0);
    QCOMPARE(facts().firstTokenP95, std::optional(900.0));
    QCOMPARE(facts().errorRate, std::optional(0.0));
    QCOMPARE(facts().coolingUntilMs, 0);
    NextStep cool;
    cool.mark = HealthMark::CoolTarget;
    cool.cooling = 60s;
    m_bench->health.apply(kKnown, cool);
    QVERIFY(facts().coolingUntilMs > m_bench->clock.utcMs());
}

void KnownTargetsTest::ratingsAreThoseOfTheTask()
{
    QVERIFY(!facts(kKnown, QStringLiteral("sum")).rating);
    m_bench->knownTargets.setRatingReader([](Connection &) -> Result<KnownTargets::Ratings> {
        return KnownTargets::Ratings{{QStringLiteral("sum"), {{kKnown.toString(), 0.75}}}};
    });
    QSignalSpy changed(&m_bench->knownTargets, &KnownTargets::changed);
    refresh();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(facts(kKnown, QStringLiteral("sum")).rating, std::optional(0.75));
    QVERIFY(!facts(kKnown).rating);
}

void KnownTargetsTest::settledAttemptsAreReadSoon()
{
    QCOMPARE(facts().samples, 0);
    QSignalSpy changed(&m_bench->knownTargets, &KnownTargets::changed);
    ask(kKnown, {}, 70.0, 5);
    ask(kKnown, {}, 70.0, 5);
    QVERIFY(changed.wait(60'000));
    // On a busy machine the second one may be of the next reading.
    QTRY_COMPARE_WITH_TIMEOUT(facts().samples, 2, 60'000);
}

SWITCHYARD_TEST(KnownTargetsTest)
#include "tst_knowntargets.moc"
