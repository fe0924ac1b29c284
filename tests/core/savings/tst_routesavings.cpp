#include "core/savings/routesavings.h"

#include "core/routing/rulesetstore.h"
#include "tests/core/savings/savedtraffic.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;
using test::kBigTarget;
using test::kNoonMs;
using test::kSmallTarget;
using test::PastAttempt;
using test::PastStory;
using test::tell;

namespace {

const QString kSet = QStringLiteral("mine");
const QString kRule = QStringLiteral("summaries");

/// Summaries to `target`, the rest to the big model.
RuleSet summariesTo(const QString &target)
{
    RuleSet rules{.name = kSet,
                  .rules = {{.name = kRule,
                             .when = test::taskIs({QStringLiteral("summarize")}),
                             .chain = test::chainOf({target})}}};
    rules.otherwise.chain = test::chainOf({kBigTarget});
    return rules;
}

/// A summary that version 2 sent to the small model: 1000 x 100 + 200 x 300.
PastStory savedCall()
{
    return {.task = QStringLiteral("summarize"),
            .ruleSet = kSet,
            .atMs = kNoonMs + 1,
            .attempts = {PastAttempt{.target = kSmallTarget, .costPicos = 160'000}},
            .ruleSetVersion = 2,
            .rule = kRule};
}

PastStory otherCall()
{
    return {.ruleSet = kSet,
            .atMs = kNoonMs + 1,
            .attempts = {PastAttempt{.costPicos = 3'600'000}},
            .ruleSetVersion = 2,
            .rule = QStringLiteral("default")};
}

QList<PastStory> times(int count, const PastStory &story)
{
    return QList<PastStory>(count, story);
}

Money picosOf(qint64 amount)
{
    return Money::fromPicos(amount);
}

} // namespace

/// What an activated version saved against the one before, over a real ledger.
class RouteSavingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void callsSinceTheActivationAreDecidedAgainByTheVersionBefore();
    void onlyCallsOfTheVersionThatRunsCount();
    void aLaterPeriodBeginsLater();
    void boundsComeFromTheLengthsOfAnswers();
    void basesAreThoseOfTheCallsAsTheyWereSent();
    void aSpendWithoutAnEstimateIsNotCompared();
    void theFirstVersionHasNothingToBeComparedWith();
    void setsThatDoNotRunAreLeftOut();
    void cancellingEndsItOnce();
    void destroyingItIsSilent();

private:
    void activate(const RuleSet &rules, qint64 atMs);
    RouteSavingsResult savings(const TimeRange &range = {});

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    test::FakeClock m_clock;
    std::unique_ptr<RuleSetStore> m_store;
    test::PricedBook m_book;
};

void RouteSavingsTest::init()
{
    m_store.reset();
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
    m_book = {};
    m_book.price(kBigTarget, 2'000, 8'000);
    m_book.price(kSmallTarget, 100, 300);
    activate(summariesTo(kBigTarget), kNoonMs - 1'000'000);
    activate(summariesTo(kSmallTarget), kNoonMs);
}

void RouteSavingsTest::activate(const RuleSet &rules, qint64 atMs)
{
    m_clock.setUtcMs(atMs);
    QVERIFY(await(m_store->activate(rules.name, rules, {}, false)));
}

RouteSavingsResult RouteSavingsTest::savings(const TimeRange &range)
{
    RouteSavings running(m_ledger->database(), range, false, m_book, m_store->lookup());
    std::optional<Result<RouteSavingsResult>> result;
    connect(&running, &RouteSavings::finished, this,
            [&result](const Result<RouteSavingsResult> &ended) { result = ended; });
    QSignalSpy finished(&running, &RouteSavings::finished);
    running.start();
    if (finished.isEmpty() && !finished.wait(60'000))
        qFatal("the savings were not worked out");
    if (!*result)
        qFatal("%s", qPrintable(result->error().message));
    return **result;
}

void RouteSavingsTest::callsSinceTheActivationAreDecidedAgainByTheVersionBefore()
{
    tell(m_ledger->database(), times(20, savedCall()) + times(2, otherCall()));
    const RouteSavingsResult result = savings();

    QCOMPARE(result.sets.size(), 1);
    const SetSavings &set = result.sets.constFirst();
    QCOMPARE(set.activation.ruleSet, kSet);
    QCOMPARE(set.activation.version, 2);
    QCOMPARE(set.activation.versionBefore, 1);
    QCOMPARE(set.sinceMs, kNoonMs);
    QVERIFY(set.problem.isEmpty());
    QCOMPARE(set.rules.size(), 2);
    const RuleSavings &rule = set.rules.at(0);
    QCOMPARE(rule.rule, kRule);
    QVERIFY(rule.isKnown());
    QCOMPARE(rule.figures.calls, 20);
    QCOMPARE(rule.figures.moved, 20);
    QCOMPARE(rule.spend, picosOf(3'200'000));
    // 20 x (1000 x 2,000 + 200 x 8,000)
    QCOMPARE(rule.figures.costAfter, picosOf(72'000'000));
    QCOMPARE(rule.saved(), picosOf(68'800'000));
    // The rest goes where it went; two calls say nothing.
    const RuleSavings &rest = set.rules.at(1);
    QCOMPARE(rest.rule, QStringLiteral("default"));
    QCOMPARE(rest.saved(), Money());
    QVERIFY(!rest.isKnown());
    QCOMPARE(set.total.figures.calls, 22);
    QCOMPARE(set.total.spend, picosOf(10'400'000));
    QCOMPARE(set.total.saved(), picosOf(68'800'000));
    QCOMPARE(result.activations.size(), 2);
}

void RouteSavingsTest::onlyCallsOfTheVersionThatRunsCount()
{
    PastStory early = savedCall();
    early.atMs = kNoonMs - 1;
    PastStory older = savedCall();
    older.ruleSetVersion = 1;
    PastStory other = savedCall();
    other.ruleSet = QStringLiteral("other");
    PastStory direct = savedCall();
    direct.ruleSet = QString();
    PastStory simulated = savedCall();
    simulated.simulated = true;
    tell(m_ledger->database(), {early, older, other, direct, simulated, savedCall()});
    const RouteSavingsResult result = savings();
    QCOMPARE(result.sets.size(), 1);
    QCOMPARE(result.sets.constFirst().total.figures.calls, 1);
}

void RouteSavingsTest::aLaterPeriodBeginsLater()
{
    PastStory later = savedCall();
    later.atMs = kNoonMs + 5000;
    PastStory after = savedCall();
    after.atMs = kNoonMs + 9000;
    tell(m_ledger->database(), {savedCall(), later, after});
    const RouteSavingsResult result = savings({.sinceMs = kNoonMs + 2000, .untilMs = kNoonMs + 9000});
    QCOMPARE(result.sets.constFirst().sinceMs, kNoonMs + 2000);
    QCOMPARE(result.sets.constFirst().total.figures.calls, 1);
    QVERIFY(result.activations.isEmpty());
    QVERIFY(savings({.untilMs = kNoonMs}).sets.isEmpty());
}

void RouteSavingsTest::boundsComeFromTheLengthsOfAnswers()
{
    // Ten answers of the big model are all twice as long as the small one's.
    PastStory longer{.task = QStringLiteral("summarize"),
                     .ruleSet = {},
                     .attempts = {PastAttempt{.output = 400, .costPicos = 5'200'000}}};
    tell(m_ledger->database(), times(10, longer) + times(20, savedCall()));
    const RouteSavingsResult result = savings();
    const RuleSavings &rule = result.sets.constFirst().rules.constFirst();
    QCOMPARE(rule.figures.bounded, 20);
    QCOMPARE(rule.figures.costAfter, picosOf(72'000'000));
    QCOMPARE(rule.savedLow(), picosOf(68'800'000));
    // The answers' part, 20 x 200 x 8,000, once more.
    QCOMPARE(rule.savedHigh(), picosOf(100'800'000));
}

void RouteSavingsTest::basesAreThoseOfTheCallsAsTheyWereSent()
{
    QList<PastStory> stories = times(4, savedCall());
    stories[0].attempts[0].costBasis = QStringLiteral("reported");
    stories[1].attempts[0].costBasis = QStringLiteral("estimated");
    stories[2].attempts[0].costPicos.reset();
    tell(m_ledger->database(), stories);
    const RouteSavingsResult result = savings();
    const CostBases bases = result.sets.constFirst().total.bases;
    QCOMPARE(bases, (CostBases{.reported = 1, .computed = 1, .estimated = 1, .unknown = 1}));
}

void RouteSavingsTest::aSpendWithoutAnEstimateIsNotCompared()
{
    m_book = {};
    tell(m_ledger->database(), times(20, savedCall()));
    const RouteSavingsResult result = savings();
    const RuleSavings &rule = result.sets.constFirst().rules.constFirst();
    QCOMPARE(rule.spend, picosOf(3'200'000));
    QCOMPARE(rule.figures.unpriced, 20);
    QCOMPARE(rule.compared(), 0);
    QVERIFY(!rule.isKnown());
}

void RouteSavingsTest::theFirstVersionHasNothingToBeComparedWith()
{
    RuleSet first = summariesTo(kSmallTarget);
    first.name = QStringLiteral("first");
    activate(first, kNoonMs);
    PastStory call = savedCall();
    call.ruleSet = first.name;
    call.ruleSetVersion = 1;
    tell(m_ledger->database(), times(30, call));
    const RouteSavingsResult result = savings();
    QCOMPARE(result.sets.size(), 2);
    const SetSavings &set = result.sets.constFirst();
    QCOMPARE(set.activation.ruleSet, first.name);
    QVERIFY(!set.problem.isEmpty());
    QCOMPARE(set.total.figures.calls, 30);
    QCOMPARE(set.total.spend, picosOf(4'800'000));
    QVERIFY(!set.total.isKnown());
}

void RouteSavingsTest::setsThatDoNotRunAreLeftOut()
{
    QVERIFY(await(m_store->deactivate(kSet)));
    tell(m_ledger->database(), times(20, savedCall()));
    QVERIFY(savings().sets.isEmpty());
    QCOMPARE(savings().activations.size(), 2);
}

void RouteSavingsTest::cancellingEndsItOnce()
{
    tell(m_ledger->database(), times(20, savedCall()));
    RouteSavings running(m_ledger->database(), {}, false, m_book, m_store->lookup());
    std::optional<Result<RouteSavingsResult>> result;
    connect(&running, &RouteSavings::finished, this,
            [&result](const Result<RouteSavingsResult> &ended) { result = ended; });
    QSignalSpy finished(&running, &RouteSavings::finished);
    running.start();
    running.cancel();
    running.cancel();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.size(), 1);
    QVERIFY(*result);
    QVERIFY((*result)->cancelled);
}

void RouteSavingsTest::destroyingItIsSilent()
{
    tell(m_ledger->database(), times(20, savedCall()));
    bool told = false;
    {
        RouteSavings running(m_ledger->database(), {}, false, m_book, m_store->lookup());
        connect(&running, &RouteSavings::finished, this, [&told] { told = true; });
        running.start();
    }
    QCOMPARE(savings().sets.size(), 1);
    QVERIFY(!told);
}

SWITCHYARD_TEST(RouteSavingsTest)

#include "tst_routesavings.moc"
