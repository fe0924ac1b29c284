#include "core/storage/statement.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

namespace {

const QString kRoute = QStringLiteral("route/three buckets");

LaneDraft routedLane(const QString &target, const QString &rule, int version = 3)
{
    LaneDraft lane = LedgerFixture::lane(target);
    lane.requested = kRoute;
    lane.route = {QStringLiteral("three buckets"), version, rule,
                  QJsonObject{{QStringLiteral("rule"), rule}, {QStringLiteral("draw"), 0.25}}};
    lane.why = QStringLiteral("1 of 2 as listed");
    return lane;
}

} // namespace

/// What the ledger keeps of calls that went by a rule, over several targets.
class RoutedCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void aRoutedCallKnowsItsRuleAndDecision();
    void aPlainCallHasNeither();
    void eachAttemptHasItsOwnTargetAndReason();
    void thePauseIsThatWhichWasMade();
    void aNewCallOfTheLaneGoesByItsOwnRule();
    void aFurtherLaneMayBeRouted();
    void usageIsGroupedByRule();
    void attemptsOfOneRuleAreListed();
    void theViewsNameTheRule();
    void aRemovedRunKeepsTheRuleInTheTotals();

private:
    RunIds beginRouted(const QString &target, const QString &rule)
    {
        RunDraft draft;
        draft.prompt = QStringLiteral("p");
        draft.lanes = {routedLane(target, rule)};
        return m_ledger->begin(draft);
    }
    AttemptIds further(const RunIds &ids, const QString &target, const QString &why, double waitedMs)
    {
        AttemptDraft draft{.laneId = ids.lanes.first(),
                           .callId = ids.calls.first(),
                           .lane = LedgerFixture::lane(target),
                           .waitedMs = waitedMs};
        draft.lane.why = why;
        const auto next = await(m_ledger->writer->beginAttempt(draft));
        if (!next)
            qFatal("%s", qPrintable(next.error().message));
        return *next;
    }
    QList<AttemptRecord> attemptsOf(qint64 call) const
    {
        return *await(m_ledger->reader->attemptsOfCall(call));
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void RoutedCallsTest::aRoutedCallKnowsItsRuleAndDecision()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    const LaneRecord lane = await(m_ledger->reader->run(ids.run))->lanes.first();
    QCOMPARE(lane.requested, kRoute);
    QCOMPARE(lane.latest.route.ruleSet, QStringLiteral("three buckets"));
    QCOMPARE(lane.latest.route.version, 3);
    QCOMPARE(lane.latest.route.rule, QStringLiteral("summaries"));
    QCOMPARE(lane.latest.accountName, QStringLiteral("a"));
    QCOMPARE(lane.latest.why, QStringLiteral("1 of 2 as listed"));
    QVERIFY(!lane.latest.waitedMs);
    const std::optional<CallRoute> route = *await(m_ledger->reader->routeOfCall(ids.calls.first()));
    QVERIFY(route.has_value());
    QCOMPARE(route->version, 3);
    QCOMPARE(route->decision.value(QStringLiteral("rule")).toString(), QStringLiteral("summaries"));
    QCOMPARE(route->decision.value(QStringLiteral("draw")).toDouble(), 0.25);
}

void RoutedCallsTest::aPlainCallHasNeither()
{
    const RunIds ids = m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    QVERIFY(!*await(m_ledger->reader->routeOfCall(ids.calls.first())));
    QVERIFY(!*await(m_ledger->reader->routeOfCall(4711)));
    QCOMPARE(await(m_ledger->reader->run(ids.run))->lanes.first().requested, QString());
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM decisions")), 0);
}

void RoutedCallsTest::eachAttemptHasItsOwnTargetAndReason()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed, ErrorKind::Timeout));
    const AttemptIds second =
        further(ids, QStringLiteral("b/n"), QStringLiteral("m did not answer in 30 s."), 0.0);
    m_ledger->settle(second.attempt, LedgerFixture::answer(QStringLiteral("here"), Money::fromPicos(7)));
    QCOMPARE(second.call, ids.calls.first());

    const QList<AttemptRecord> attempts = attemptsOf(ids.calls.first());
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts.at(0).accountName, QStringLiteral("a"));
    QCOMPARE(attempts.at(0).completion.status, LaneStatus::Failed);
    QCOMPARE(attempts.at(1).accountName, QStringLiteral("b"));
    QCOMPARE(attempts.at(1).model, QStringLiteral("n"));
    QCOMPARE(attempts.at(1).number, 2);
    QCOMPARE(attempts.at(1).why, QStringLiteral("m did not answer in 30 s."));
    QCOMPARE(attempts.at(1).waitedMs, std::optional(0.0));
    QCOMPARE(attempts.at(1).route.rule, QStringLiteral("summaries"));

    const LaneRecord lane = await(m_ledger->reader->run(ids.run))->lanes.first();
    QCOMPARE(lane.attempts, 2);
    QCOMPARE(lane.latest.model, QStringLiteral("n"));
    QCOMPARE(lane.requested, kRoute);
}

void RoutedCallsTest::thePauseIsThatWhichWasMade()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(),
                     LedgerFixture::failure(LaneStatus::Failed, ErrorKind::RateLimited));
    const AttemptIds second =
        further(ids, QStringLiteral("a/m"), QStringLiteral("It asked for 20 s."), 20'000.0);
    QCOMPARE(attemptsOf(ids.calls.first()).at(1).waitedMs, std::optional(20'000.0));
    AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
    outcome.waitedMs = 1'250.5; // the user did not want to wait
    m_ledger->settle(second.attempt, outcome);
    QCOMPARE(attemptsOf(ids.calls.first()).at(1).waitedMs, std::optional(1'250.5));
    QVERIFY(!attemptsOf(ids.calls.first()).at(0).waitedMs);
}

void RoutedCallsTest::aNewCallOfTheLaneGoesByItsOwnRule()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed));
    const auto again = await(m_ledger->writer->beginAttempt(
        {.laneId = ids.lanes.first(),
         .lane = routedLane(QStringLiteral("b/n"), QStringLiteral("default"), 4)}));
    QVERIFY(again);
    const LaneRecord lane = await(m_ledger->reader->run(ids.run))->lanes.first();
    QCOMPARE(lane.latest.route.rule, QStringLiteral("default"));
    QCOMPARE(lane.latest.route.version, 4);
    QCOMPARE(await(m_ledger->reader->routeOfCall(ids.calls.first()))->value().rule,
             QStringLiteral("summaries"));

    const auto plain = await(m_ledger->writer->beginAttempt(
        {.laneId = ids.lanes.first(), .lane = LedgerFixture::lane(QStringLiteral("c/o"))}));
    QVERIFY(plain);
    const LaneRecord swapped = await(m_ledger->reader->run(ids.run))->lanes.first();
    QCOMPARE(swapped.requested, QString());
    QCOMPARE(swapped.latest.route.rule, QString());
}

void RoutedCallsTest::aFurtherLaneMayBeRouted()
{
    const RunIds ids = m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    const auto added = await(
        m_ledger->writer->addLane(ids.run, routedLane(QStringLiteral("b/n"), QStringLiteral("default"))));
    QVERIFY(added);
    const RunRecord run = *await(m_ledger->reader->run(ids.run));
    QCOMPARE(run.lanes.size(), 2);
    QCOMPARE(run.lanes.at(0).requested, QString());
    QCOMPARE(run.lanes.at(1).requested, kRoute);
    QCOMPARE(run.lanes.at(1).latest.route.rule, QStringLiteral("default"));
}

void RoutedCallsTest::usageIsGroupedByRule()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"), Money::fromPicos(5));
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("sum/max"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed, ErrorKind::Timeout));
    const AttemptIds second = further(ids, QStringLiteral("b/n"), QStringLiteral("silent"), 0.0);
    m_ledger->settle(second.attempt, LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(70)));
    UsageQuery query;
    query.by = {QStringLiteral("rule")};
    const UsageReport usage = *await(m_ledger->reader->usage(query));
    QCOMPARE(usage.rows.size(), 2);
    QCOMPARE(usage.rows.at(0).keys, QStringList{QStringLiteral("three buckets/sum/max")});
    QCOMPARE(usage.rows.at(0).figures.calls, 1);
    QCOMPARE(usage.rows.at(0).figures.attempts, 2);
    QCOMPARE(usage.rows.at(0).figures.errors, 1);
    QCOMPARE(usage.rows.at(0).figures.cost, Money::fromPicos(70));
    QCOMPARE(usage.rows.at(1).keys, QStringList{QString()});
    QCOMPARE(usage.rows.at(1).figures.cost, Money::fromPicos(5));
    query.by = {QStringLiteral("day"), QStringLiteral("rule"), QStringLiteral("model")};
    QCOMPARE(await(m_ledger->reader->usage(query))->rows.size(), 3);
}

void RoutedCallsTest::attemptsOfOneRuleAreListed()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("y")));
    AttemptFilter filter;
    filter.rule = QStringLiteral("three buckets/summaries");
    const QList<AttemptRecord> routed = *await(m_ledger->reader->attempts(filter));
    QCOMPARE(routed.size(), 1);
    QCOMPARE(routed.first().completion.text, QStringLiteral("y"));
    filter.rule = QString();
    const QList<AttemptRecord> plain = *await(m_ledger->reader->attempts(filter));
    QCOMPARE(plain.size(), 1);
    QCOMPARE(plain.first().completion.text, QStringLiteral("x"));
    filter.rule = QStringLiteral("three buckets/other");
    QVERIFY(await(m_ledger->reader->attempts(filter))->isEmpty());
}

void RoutedCallsTest::theViewsNameTheRule()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed));
    m_ledger->settle(further(ids, QStringLiteral("b/n"), QStringLiteral("It broke."), 40.0).attempt,
                     LedgerFixture::answer(QStringLiteral("x")));
    QCOMPARE(m_ledger->number(QStringLiteral(
                 "SELECT count(*) FROM v_attempts WHERE rule_set = 'three buckets' AND rule_set_version = 3 "
                 "AND rule = 'summaries'")),
             2);
    QCOMPARE(m_ledger->number(QStringLiteral(
                 "SELECT count(*) FROM v_attempts WHERE waited_ms = 40 AND why = 'It broke.'")),
             1);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM v_calls WHERE rule = 'summaries' AND "
                                             "account = 'b' AND attempts = 2 AND errors = 1")),
             1);
}

void RoutedCallsTest::aRemovedRunKeepsTheRuleInTheTotals()
{
    const RunIds ids = beginRouted(QStringLiteral("a/m"), QStringLiteral("summaries"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(9)));
    QVERIFY(await(m_ledger->writer->removeRun(ids.run)));
    UsageQuery query;
    query.by = {QStringLiteral("rule")};
    const UsageReport usage = *await(m_ledger->reader->usage(query));
    QCOMPARE(usage.rows.first().keys, QStringList{QStringLiteral("three buckets/summaries")});
    QCOMPARE(usage.total.cost, Money::fromPicos(9));
}

SWITCHYARD_TEST(RoutedCallsTest)
#include "tst_routedcalls.moc"
