#include "core/compare/callplan.h"

#include "core/compare/callcost.h"
#include "core/compare/commitgate.h"
#include "core/compare/planwalk.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using Wait = std::optional<std::chrono::milliseconds>;
Q_DECLARE_METATYPE(Wait)

namespace {

Target target(const QString &name, const ChatParameters &parameters = {})
{
    return {*parseTargetName(name), parameters};
}

ChainTarget chainTarget(const QString &name)
{
    return {*parseTargetName(name)};
}

AttemptNote attemptNote(LaneStatus status, std::optional<qint64> picos,
                        const std::optional<Error> &error = {})
{
    AttemptNote note;
    note.completion.status = status;
    note.completion.error = error;
    if (picos)
        note.cost = {Money::fromPicos(*picos), CostBasis::Computed};
    return note;
}

} // namespace

/// Who is asked for a call, what a plain one does by itself, what is shown when, and what it cost in all.
class CallPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void aPlainTargetIsAPlanOfOne();
    void plainTargetsThatCannotBeAskedAreNamed_data();
    void plainTargetsThatCannotBeAskedAreNamed();
    void aPlainLaneRetriesAsItAlwaysDid_data();
    void aPlainLaneRetriesAsItAlwaysDid();
    void onlyFailuresArePlainlyRetried();
    void aRuleSetDecides();
    void rulesSeeTheCall();
    void parametersOfTheCallReachTheTarget();
    void aTargetThatCoolsDownIsNotTheFirst();
    void aSetWithoutAnyoneToAskSaysWhy();
    void aDecisionIsCarriedOutAsItIs();
    void theFirstTargetTellsThePrice();
    void nothingIsHeldBackAtTheFirstToken();
    void textIsHeldBackUntilSoManyTokens();
    void textIsHeldBackUntilItIsTakenWhole();
    void costsOfAllAttemptsAddUp();
    void anUnknownPartMakesTheSumALowerBound_data();
    void anUnknownPartMakesTheSumALowerBound();

private:
    Result<CallPlan> plan(const QString &name) const { return planCall(m_bench->services(), {target(name)}); }
    /// A set whose rule `sums` takes calls of the task `sum` to `one/m`, and all others go to `two/n`.
    void activateSums();

    std::unique_ptr<test::Workbench> m_bench;
};

void CallPlanTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_bench->addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    m_bench->addAccount(QStringLiteral("two"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    Account off;
    off.name = QStringLiteral("off");
    off.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    off.enabled = false;
    m_bench->addAccount(off);
}

void CallPlanTest::activateSums()
{
    Rule sums;
    sums.name = QStringLiteral("sums");
    Test isSum;
    isSum.field = Field::Task;
    isSum.values = {QStringLiteral("sum")};
    sums.when = testCondition(isSum);
    sums.chain.targets = {chainTarget(QStringLiteral("one/m"))};
    sums.chain.limits.attempts = 2;
    RuleSet rules;
    rules.name = QStringLiteral("set");
    rules.rules = {sums};
    rules.otherwise.chain.targets = {chainTarget(QStringLiteral("two/n"))};
    rules.otherwise.chain.fallbacks = {Fallback{chainTarget(QStringLiteral("one/m"))}};
    m_bench->activate(rules);
}

void CallPlanTest::aPlainTargetIsAPlanOfOne()
{
    const Result<CallPlan> made = plan(QStringLiteral("one/a/b"));
    QVERIFY(made);
    QVERIFY(!made->isRouted());
    QCOMPARE(made->decision.targets.size(), 1);
    QCOMPARE(made->targetAt(0), target(QStringLiteral("one/a/b")));
    QCOMPARE(made->account.name, QStringLiteral("one"));
    const LaneDraft draft = draftOf(m_bench->services(), *made);
    QCOMPARE(draft.model, QStringLiteral("a/b"));
    QCOMPARE(draft.requested, QString());
    QVERIFY(!draft.route.isRouted());
    QCOMPARE(draft.why, QString());
}

void CallPlanTest::plainTargetsThatCannotBeAskedAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("named");
    QTest::newRow("an account that is not there") << QStringLiteral("nobody/m") << QStringLiteral("nobody");
    QTest::newRow("an account that is switched off") << QStringLiteral("off/m") << QStringLiteral("off");
    QTest::newRow("a rule set that is not there") << QStringLiteral("route/lost") << QStringLiteral("lost");
}

void CallPlanTest::plainTargetsThatCannotBeAskedAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, named);
    const Result<CallPlan> made = plan(name);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(made.error().message.contains(QLatin1Char('"') + named + QLatin1Char('"')),
             qPrintable(made.error().message));
    QVERIFY(!canAsk(m_bench->services(), *parseTargetName(name)));
    QVERIFY(canAsk(m_bench->services(), *parseTargetName(u"one/m")));
}

void CallPlanTest::aPlainLaneRetriesAsItAlwaysDid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Wait>("asked");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<std::chrono::milliseconds>("budget");
    QTest::addColumn<Wait>("wait");
    const int limited = int(ErrorKind::RateLimited);
    const std::chrono::milliseconds none{0};
    const std::chrono::milliseconds second{1'000};
    QTest::newRow("a rate limit that says when") << limited << Wait(2s) << 1 << none << Wait(2s);
    QTest::newRow("a rate limit that does not") << limited << Wait() << 1 << none << Wait();
    QTest::newRow("longer than a person waits") << limited << Wait(61s) << 1 << none << Wait();
    QTest::newRow("the second wait") << limited << Wait(2s) << 2 << none << Wait(2s);
    QTest::newRow("the budget of attempts is spent") << limited << Wait(2s) << 3 << none << Wait();
    QTest::newRow("the time left is shorter") << limited << Wait(2s) << 1 << second << Wait();
    QTest::newRow("the time left is enough") << limited << Wait(2s) << 1 << second * 9 << Wait(2s);
    QTest::newRow("a spent quota never") << int(ErrorKind::Quota) << Wait(2s) << 1 << none << Wait();
    QTest::newRow("a server's error is the user's to retry")
        << int(ErrorKind::Server) << Wait(2s) << 1 << none << Wait();
    QTest::newRow("a silence is the user's to retry")
        << int(ErrorKind::Timeout) << Wait() << 1 << none << Wait();
}

void CallPlanTest::aPlainLaneRetriesAsItAlwaysDid()
{
    QFETCH(int, kind);
    QFETCH(Wait, asked);
    QFETCH(int, attempts);
    QFETCH(std::chrono::milliseconds, budget);
    QFETCH(Wait, wait);
    const Result<CallPlan> made = plan(QStringLiteral("one/m"));
    QVERIFY(made);
    PlanWalk walk(m_bench->services(), *made);
    AttemptReport report;
    report.error = Error{ErrorKind(kind), QStringLiteral("x"), std::nullopt, asked};
    if (kind == int(ErrorKind::RateLimited))
        report.error->httpStatus = 429;
    NextStep step;
    for (int number = 0; number < attempts; ++number)
        step = walk.after(report, {0ms, budget}, std::nullopt);
    QCOMPARE(step.kind, wait ? NextStep::Kind::Retry : NextStep::Kind::Stop);
    if (wait)
        QCOMPARE(step.wait, *wait);
}

void CallPlanTest::onlyFailuresArePlainlyRetried()
{
    const Result<CallPlan> made = plan(QStringLiteral("one/m"));
    QVERIFY(made);
    AttemptReport report;
    report.status = LaneStatus::Interrupted;
    report.error = Error{ErrorKind::RateLimited, QStringLiteral("x"), 429, 1s};
    report.committed = true;
    QCOMPARE(PlanWalk(m_bench->services(), *made).after(report, {}, {}).kind, NextStep::Kind::Stop);
    report = {};
    report.error = Error{ErrorKind::Network, QStringLiteral("x")};
    QCOMPARE(PlanWalk(m_bench->services(), *made).after(report, {}, {}).kind, NextStep::Kind::Stop);
    report.lostWarmConnection = true;
    PlanWalk walk(m_bench->services(), *made);
    const NextStep again = walk.after(report, {}, {});
    QCOMPARE(again.kind, NextStep::Kind::Retry);
    QCOMPARE(again.wait, 0ms);
    QCOMPARE(walk.after(report, {}, {}).kind, NextStep::Kind::Stop); // once
}

void CallPlanTest::aRuleSetDecides()
{
    activateSums();
    const Result<CallPlan> made = plan(QStringLiteral("route/set"));
    QVERIFY(made);
    QVERIFY(made->isRouted());
    QCOMPARE(made->decision.rule, QStringLiteral("default"));
    QCOMPARE(made->decision.version, 1);
    QCOMPARE(made->targetAt(made->first).name.toString(), QStringLiteral("two/n"));
    QCOMPARE(made->decision.targets.size(), 2);
    const LaneDraft draft = draftOf(m_bench->services(), *made);
    QCOMPARE(draft.accountName, QStringLiteral("two"));
    QCOMPARE(draft.requested, QStringLiteral("route/set"));
    QCOMPARE(draft.route.ruleSet, QStringLiteral("set"));
    QCOMPARE(draft.route.rule, QStringLiteral("default"));
    QCOMPARE(decisionFromJson(draft.route.decision).targets.size(), 2);
}

void CallPlanTest::rulesSeeTheCall()
{
    activateSums();
    CallQuestion question{target(QStringLiteral("route/set"))};
    question.task = QStringLiteral("sum");
    const Result<CallPlan> made = planCall(m_bench->services(), question);
    QVERIFY(made);
    QCOMPARE(made->decision.rule, QStringLiteral("sums"));
    QCOMPARE(made->decision.limits.attempts, 2);
    question.messages = {{Role::User, QStringLiteral("How much?")}};
    question.tags = {{QStringLiteral("tier"), QStringLiteral("gold")}};
    question.source = CallSource::Cli;
    const PromptFacts facts = factsOfCall(m_bench->services(), question);
    QCOMPARE(facts.text, QStringLiteral("How much?"));
    QCOMPARE(facts.tags, question.tags);
    QCOMPARE(facts.source, CallSource::Cli);
    QVERIFY(facts.draw >= 0.0 && facts.draw < 1.0);
    QVERIFY(std::abs(facts.atMs - m_bench->clock.utcMs()) < 10'000);
}

void CallPlanTest::parametersOfTheCallReachTheTarget()
{
    activateSums();
    ChatParameters parameters;
    parameters.maxTokens = 7;
    const Result<CallPlan> made =
        planCall(m_bench->services(), {target(QStringLiteral("route/set"), parameters)});
    QVERIFY(made);
    QCOMPARE(made->targetAt(made->first).parameters.maxTokens, std::optional<qint64>(7));
    QCOMPARE(draftOf(m_bench->services(), *made).parameters, parameters);
}

void CallPlanTest::aTargetThatCoolsDownIsNotTheFirst()
{
    activateSums();
    NextStep cool;
    cool.mark = HealthMark::CoolTarget;
    cool.cooling = 60s;
    m_bench->health.apply({QStringLiteral("two"), QStringLiteral("n")}, cool);
    const Result<CallPlan> made = plan(QStringLiteral("route/set"));
    QVERIFY(made);
    QCOMPARE(made->targetAt(made->first).name.toString(), QStringLiteral("one/m"));
    // A plain target is asked all the same.
    QCOMPARE(plan(QStringLiteral("two/n"))->first, 0);
}

void CallPlanTest::aSetWithoutAnyoneToAskSaysWhy()
{
    RuleSet rules;
    rules.name = QStringLiteral("set");
    rules.otherwise.chain.targets = {chainTarget(QStringLiteral("off/m")),
                                     chainTarget(QStringLiteral("nobody/m"))};
    m_bench->activate(rules);
    const Result<CallPlan> made = plan(QStringLiteral("route/set"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidRequest);
    for (const char *named : {"\"set\"", "\"default\"", "off/m", "nobody/m"})
        QVERIFY2(made.error().message.contains(QLatin1StringView(named)), qPrintable(made.error().message));
    QVERIFY(canAsk(m_bench->services(), {QStringLiteral("route"), QStringLiteral("set")}));
    QVERIFY(test::await(m_bench->ruleSets.deactivate(QStringLiteral("set"))));
    QVERIFY(!canAsk(m_bench->services(), {QStringLiteral("route"), QStringLiteral("set")}));
}

void CallPlanTest::aDecisionIsCarriedOutAsItIs()
{
    Decision decision;
    decision.ruleSet = QStringLiteral("set");
    decision.rule = QStringLiteral("by hand");
    decision.targets = {PlannedTarget{.name = *parseTargetName(u"two/x")}};
    const Result<CallPlan> made =
        planDecided(m_bench->services(), target(QStringLiteral("route/set")), decision);
    QVERIFY(made);
    QCOMPARE(made->decision, decision);
    QCOMPARE(made->account.name, QStringLiteral("two"));
    decision.targets.first().name.account = QStringLiteral("off");
    QVERIFY(!planDecided(m_bench->services(), target(QStringLiteral("route/set")), decision));
}

void CallPlanTest::theFirstTargetTellsThePrice()
{
    activateSums();
    PriceOverride price;
    price.model = QStringLiteral("n");
    price.prices.input = Money::fromPicos(3);
    price.prices.output = Money::fromPicos(5);
    QVERIFY(test::await(m_bench->overrides.set(price)));
    const std::optional<PriceList> prices =
        pricesFor(m_bench->services(), {target(QStringLiteral("route/set"))});
    QVERIFY(prices.has_value());
    QCOMPARE(prices->base.output, std::optional(Money::fromPicos(5)));
    QVERIFY(!pricesFor(m_bench->services(), {target(QStringLiteral("route/lost"))}));
}

void CallPlanTest::nothingIsHeldBackAtTheFirstToken()
{
    CommitGate gate;
    QCOMPARE(gate.pass({QStringLiteral("a"), QStringLiteral("b")}).reasoning, QStringLiteral("b"));
    QCOMPARE(gate.heldLength(), 0);
    QVERIFY(gate.open().isEmpty());
}

void CallPlanTest::textIsHeldBackUntilSoManyTokens()
{
    CallLimits limits;
    limits.commit = Commit::Tokens;
    limits.commitTokens = 5;
    CommitGate gate(limits);
    QVERIFY(gate.pass({QStringLiteral("four"), {}}).isEmpty());
    QCOMPARE(gate.heldLength(), 4);
    QVERIFY(gate.pass({{}, QStringLiteral("thinking")}).isEmpty());
    const AnswerPart shown = gate.pass({QStringLiteral(" and sixteen more"), {}});
    QCOMPARE(shown.text, QStringLiteral("four and sixteen more"));
    QCOMPARE(shown.reasoning, QStringLiteral("thinking"));
    QCOMPARE(gate.heldLength(), 0);
    QCOMPARE(gate.pass({QStringLiteral("!"), {}}).text, QStringLiteral("!"));
}

void CallPlanTest::textIsHeldBackUntilItIsTakenWhole()
{
    CallLimits limits;
    limits.commit = Commit::Complete;
    CommitGate gate(limits);
    QVERIFY(gate.pass({QString(10'000, QLatin1Char('x')), {}}).isEmpty());
    QVERIFY(gate.pass({QStringLiteral("y"), {}}).isEmpty());
    QCOMPARE(gate.held().text.size(), 10'001);
    QCOMPARE(gate.open().text.size(), 10'001);
    QVERIFY(gate.held().isEmpty());
}

void CallPlanTest::costsOfAllAttemptsAddUp()
{
    AttemptNote estimated = attemptNote(LaneStatus::Interrupted, 100);
    estimated.cost.basis = CostBasis::Estimated;
    estimated.cost.upper = Money::fromPicos(400);
    AttemptNote last = attemptNote(LaneStatus::Complete, 20);
    last.cost.priceSource = QStringLiteral("list");
    const CallCost one = costOfCall({last});
    QCOMPARE(one.cost, last.cost);
    const CallCost both = costOfCall({estimated, last});
    QCOMPARE(both.cost.amount, std::optional(Money::fromPicos(120)));
    QCOMPARE(both.cost.basis, CostBasis::Estimated);
    QCOMPARE(both.cost.lower, std::optional(Money::fromPicos(120)));
    QCOMPARE(both.cost.upper, std::optional(Money::fromPicos(420)));
    QCOMPARE(both.cost.priceSource, QStringLiteral("list"));
    QCOMPARE(both.unpricedAttempts, 0);
    // One that never left is known to have cost nothing, and changes nothing else.
    AttemptNote unsent = attemptNote(LaneStatus::Cancelled, 0);
    QCOMPARE(costOfCall({estimated, last, unsent}).cost, both.cost);
    QCOMPARE(costOfCall({unsent, last}).cost, last.cost);
    QCOMPARE(costOfCall({unsent}).cost.amount, std::optional(Money()));
    QCOMPARE(costOfCall({unsent}).unpricedAttempts, 0);
}

void CallPlanTest::anUnknownPartMakesTheSumALowerBound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("unpriced");
    const int failed = int(LaneStatus::Failed);
    QTest::newRow("an HTTP error costs nothing") << failed << int(ErrorKind::RateLimited) << 429 << 0;
    QTest::newRow("what never left costs nothing") << failed << int(ErrorKind::Network) << 0 << 0;
    QTest::newRow("a silence may be billed") << failed << int(ErrorKind::Timeout) << 0 << 1;
    QTest::newRow("a broken answer may be billed")
        << int(LaneStatus::Interrupted) << int(ErrorKind::Network) << 0 << 1;
}

void CallPlanTest::anUnknownPartMakesTheSumALowerBound()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(int, httpStatus);
    QFETCH(int, unpriced);
    Error error{ErrorKind(kind), QStringLiteral("x")};
    if (httpStatus != 0)
        error.httpStatus = httpStatus;
    const CallCost cost = costOfCall(
        {attemptNote(LaneStatus(status), std::nullopt, error), attemptNote(LaneStatus::Complete, 20)});
    QCOMPARE(cost.cost.amount, std::optional(Money::fromPicos(20)));
    QCOMPARE(cost.unpricedAttempts, unpriced);
    QCOMPARE(cost.cost.basis, CostBasis::Computed);
}

SWITCHYARD_TEST(CallPlanTest)
#include "tst_callplan.moc"
