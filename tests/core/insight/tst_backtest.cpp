#include "core/insight/backtest.h"

#include "tests/core/insight/traffic.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace core;
using test::PastAttempt;
using test::PastIds;
using test::PastStory;
using test::targetNamed;
using test::tell;

namespace {

constexpr qint64 kDayMs = 86'400'000;

/// Summaries to the small model; urgent texts to the big one; the rest to the middle one.
RuleSet threeWays()
{
    Rule summaries{
        .name = QStringLiteral("summaries"),
        .when =
            allOf({test::taskIs({QStringLiteral("summarize")}),
                   testCondition({.field = Field::PromptTokens, .op = Operator::LessThan, .number = 100.0})}),
        .chain = test::chainOf({QStringLiteral("google/small")})};
    Rule urgent{.name = QStringLiteral("urgent"),
                .when = testCondition(
                    {.field = Field::Text, .op = Operator::Contains, .values = {QStringLiteral("urgent")}}),
                .chain = test::chainOf({QStringLiteral("openai/big")})};
    RuleSet rules{.name = QStringLiteral("mine"), .rules = {summaries, urgent}};
    rules.otherwise.chain = test::chainOf({QStringLiteral("qwen/middle")});
    return rules;
}

/// Everything to one target.
RuleSet allTo(const QString &target)
{
    RuleSet rules{.name = QStringLiteral("mine")};
    rules.otherwise.chain = test::chainOf({target});
    return rules;
}

test::PricedBook threePrices()
{
    test::PricedBook book;
    book.price(QStringLiteral("openai/big"), 2'000, 8'000);
    book.price(QStringLiteral("qwen/middle"), 400, 1'200);
    book.price(QStringLiteral("google/small"), 100, 300);
    return book;
}

} // namespace

class BacktestTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aCallThatGoesElsewhereIsCounted();
    void rulesThatSayTheSameMoveNothing();
    void aFailedFirstAttemptIsNoMove();
    void aCallKeptFromItsTargetIsNoMove();
    void agreesWithALoopOverRandomTraffic();
    void whichCallsAreLookedAt_data();
    void whichCallsAreLookedAt();
    void aComparisonCountsOnceWithTheWinnerOfItsVote();
    void aComparisonWithoutVoteCountsWithTheChosenOrFirstLane();
    void textsThatAreNotKeptAreUndecidable();
    void textsThatNobodyAsksForAreNotMissed();
    void targetsCountAsWell();
    void callsWithoutPriceAreCountedApart();
    void boundsComeFromTheLengthsOfOwnAnswers();
    void delaysComeFromOwnMedians();
    void aTargetThatIsNotThereIsNobody();
    void aPriceCeilingIsHeldAgainstEachCall();
    void theStoredChanceIsUsedAgain();
    void rulesMayNameOtherSets();
    void theSameCallsCanBeLookedAtTwice();
    void cancellingEndsItOnce();
    void destroyingItIsSilent();
    void anEmptyLedgerHasNoCalls();
    void aFileThatIsNoLedgerIsAnError();

private:
    Result<BacktestResult> resultOf(const RuleSet &rules, const BacktestOptions &options = {},
                                    const Router::Lookup &others = {});
    BacktestResult backtest(const RuleSet &rules, const BacktestOptions &options = {},
                            const Router::Lookup &others = {});

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    test::PricedBook m_book;
};

void BacktestTest::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_book = threePrices();
}

Result<BacktestResult> BacktestTest::resultOf(const RuleSet &rules, const BacktestOptions &options,
                                              const Router::Lookup &others)
{
    Backtest backtest(m_ledger->database(), {.rules = rules, .options = options}, m_book, others);
    std::optional<Result<BacktestResult>> result;
    QObject::connect(&backtest, &Backtest::finished, this,
                     [&result](const Result<BacktestResult> &ended) { result = ended; });
    QSignalSpy finished(&backtest, &Backtest::finished);
    backtest.start();
    if (finished.isEmpty() && !finished.wait(60'000))
        qFatal("the back-test did not end");
    return *result;
}

BacktestResult BacktestTest::backtest(const RuleSet &rules, const BacktestOptions &options,
                                      const Router::Lookup &others)
{
    const Result<BacktestResult> result = resultOf(rules, options, others);
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

void BacktestTest::aCallThatGoesElsewhereIsCounted()
{
    const PastIds call =
        tell(m_ledger->database(),
             PastStory{.task = QStringLiteral("summarize"),
                       .attempts = {PastAttempt{.input = 1000, .output = 200, .costPicos = 3'600'000}}});
    const BacktestResult result = backtest(threeWays());

    QCOMPARE(result.ruleSet, QStringLiteral("mine"));
    QCOMPARE(result.total.calls, 1);
    QCOMPARE(result.total.moved, 1);
    QCOMPARE(result.total.costBefore, Money::fromPicos(3'600'000));
    // 1000 x 100 + 200 x 300
    QCOMPARE(result.total.costAfter, Money::fromPicos(160'000));
    QCOMPARE(result.total.unpriced, 0);
    QCOMPARE(result.total.undecidable, 0);

    QCOMPARE(result.byRule.size(), 3);
    QCOMPARE(result.byRule.at(0).name, QStringLiteral("summaries"));
    QCOMPARE(result.byRule.at(0).figures, result.total);
    QCOMPARE(result.byRule.at(1).figures, BacktestFigures());
    QCOMPARE(result.byRule.at(2).name, QStringLiteral("default"));
    QCOMPARE(result.byRule.at(2).place, 2);
    QCOMPARE(result.byTask.size(), 1);
    QCOMPARE(result.byTask.at(0).name, QStringLiteral("summarize"));

    QCOMPARE(result.moves.size(), 1);
    QCOMPARE(result.moves.at(0).from, targetNamed(QStringLiteral("openai/big")));
    QCOMPARE(result.moves.at(0).to, targetNamed(QStringLiteral("google/small")));
    QCOMPARE(
        result.movedCalls,
        (QList<MovedCall>{{call.call, call.run, 0, Money::fromPicos(3'600'000), Money::fromPicos(160'000)}}));
}

void BacktestTest::rulesThatSayTheSameMoveNothing()
{
    const PastStory story{
        .attempts = {PastAttempt{.target = QStringLiteral("qwen/middle"), .costPicos = 70}}};
    tell(m_ledger->database(), {story, story, story});
    const BacktestResult result = backtest(threeWays());
    QCOMPARE(result.total.calls, 3);
    QCOMPARE(result.total.moved, 0);
    QCOMPARE(result.total.costBefore, Money::fromPicos(210));
    QCOMPARE(result.total.costAfter, Money::fromPicos(210));
    QCOMPARE(result.total.costAfterLow, Money::fromPicos(210));
    QCOMPARE(result.total.costAfterHigh, Money::fromPicos(210));
    QVERIFY(result.movedCalls.isEmpty());
}

void BacktestTest::aFailedFirstAttemptIsNoMove()
{
    PastAttempt failed{.target = QStringLiteral("qwen/middle"), .input = {}, .output = {}, .costPicos = 5};
    failed.status = QStringLiteral("failed");
    const PastAttempt answered{.target = QStringLiteral("openai/big"), .costPicos = 100};
    tell(m_ledger->database(), PastStory{.attempts = {failed, answered}});
    const BacktestResult stays = backtest(threeWays());
    QCOMPARE(stays.total.moved, 0);
    QCOMPARE(stays.total.costAfter, Money::fromPicos(105));

    // Elsewhere the tokens of the answer count, whoever gave it.
    const BacktestResult moves = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(moves.total.moved, 1);
    QCOMPARE(moves.total.costBefore, Money::fromPicos(105));
    QCOMPARE(moves.total.costAfter, Money::fromPicos(1000 * 100 + 200 * 300));
    QCOMPARE(moves.moves.at(0).from, targetNamed(QStringLiteral("qwen/middle")));
}

void BacktestTest::aCallKeptFromItsTargetIsNoMove()
{
    // The middle model was cooling down, so the big one was asked at once.
    tell(m_ledger->database(),
         PastStory{.decision = QStringLiteral(R"({"targets": ["qwen/middle", "openai/big"], "draw": 0.5})")});
    QCOMPARE(backtest(threeWays()).total.moved, 0);
    QCOMPARE(backtest(allTo(QStringLiteral("google/small"))).total.moved, 1);
}

void BacktestTest::agreesWithALoopOverRandomTraffic()
{
    QRandomGenerator random(20'261'122);
    const QStringList tasks{QString(), QStringLiteral("summarize"), QStringLiteral("reasoning")};
    const QStringList targets{QStringLiteral("openai/big"), QStringLiteral("qwen/middle"),
                              QStringLiteral("google/small"), QStringLiteral("old/unknown")};
    QList<PastStory> stories;
    for (int number = 0; number < 700; ++number) {
        PastStory story;
        story.task = tasks.at(random.bounded(3));
        story.textsKept = random.bounded(5) > 0;
        story.prompt = QString(random.bounded(1, 800), QLatin1Char('a'));
        if (random.bounded(3) == 0)
            story.prompt += QStringLiteral(" Urgent!");
        story.ruleSet = random.bounded(2) == 0 ? QStringLiteral("mine") : QString();
        story.source = story.ruleSet.isEmpty() ? QStringLiteral("import") : QStringLiteral("cli");
        PastAttempt &attempt = story.attempts.first();
        attempt.target = targets.at(random.bounded(4));
        attempt.input = random.bounded(1, 300);
        attempt.output = random.bounded(1, 500);
        attempt.costPicos =
            random.bounded(6) > 0 ? std::optional<qint64>(random.bounded(1'000'000)) : std::nullopt;
        stories.append(story);
    }
    const QList<PastIds> ids = tell(m_ledger->database(), stories);

    const QHash<QString, std::pair<qint64, qint64>> prices{{QStringLiteral("openai/big"), {2'000, 8'000}},
                                                           {QStringLiteral("qwen/middle"), {400, 1'200}},
                                                           {QStringLiteral("google/small"), {100, 300}}};
    BacktestFigures expected;
    QHash<QString, std::pair<qint64, qint64>> callsAndMoved;
    QList<qint64> moved;
    qint64 before = 0;
    qint64 after = 0;
    for (qsizetype at = 0; at < stories.size(); ++at) {
        const PastStory &story = stories.at(at);
        const PastAttempt &attempt = story.attempts.constFirst();
        ++expected.calls;
        const qint64 tokens = story.textsKept ? (story.prompt.size() + 3) / 4 : *attempt.input;
        QString rule = QStringLiteral("default");
        QString to = QStringLiteral("qwen/middle");
        if (story.task == QLatin1StringView("summarize") && tokens < 100) {
            rule = QStringLiteral("summaries");
            to = QStringLiteral("google/small");
        } else if (!story.textsKept) {
            ++expected.undecidable;
            continue;
        } else if (story.prompt.endsWith(QLatin1Char('!'))) {
            rule = QStringLiteral("urgent");
            to = QStringLiteral("openai/big");
        }
        ++callsAndMoved[rule].first;
        if (to != attempt.target) {
            ++callsAndMoved[rule].second;
            moved.prepend(ids.at(at).call);
        }
        if (!attempt.costPicos) {
            ++expected.unpriced;
            continue;
        }
        before += *attempt.costPicos;
        after += to == attempt.target
            ? *attempt.costPicos
            : *attempt.input * prices.value(to).first + *attempt.output * prices.value(to).second;
    }

    const BacktestResult result = backtest(threeWays());
    QCOMPARE(result.total.calls, expected.calls);
    QCOMPARE(result.total.undecidable, expected.undecidable);
    QVERIFY(expected.undecidable > 50);
    QCOMPARE(result.total.unpriced, expected.unpriced);
    QCOMPARE(result.total.moved, moved.size());
    QCOMPARE(result.total.costBefore, Money::fromPicos(before));
    QCOMPARE(result.total.costAfter, Money::fromPicos(after));
    for (const BacktestRow &row : result.byRule) {
        QCOMPARE(row.figures.calls, callsAndMoved.value(row.name).first);
        QCOMPARE(row.figures.moved, callsAndMoved.value(row.name).second);
    }
    QList<qint64> listed;
    for (const MovedCall &call : result.movedCalls)
        listed.append(call.callId);
    QCOMPARE(listed, moved);
    BacktestFigures sum;
    for (const BacktestRow &row : result.byTask)
        sum += row.figures;
    QCOMPARE(sum.calls, result.total.calls);
    QCOMPARE(sum.costAfter, result.total.costAfter);
}

void BacktestTest::whichCallsAreLookedAt_data()
{
    QTest::addColumn<PastStory>("story");
    QTest::addColumn<BacktestOptions>("options");
    QTest::addColumn<int>("calls");
    const QString none;
    const QString window = QStringLiteral("window");
    QTest::newRow("a routed call") << PastStory{} << BacktestOptions{} << 1;
    QTest::newRow("a routed call that is not wanted") << PastStory{} << BacktestOptions{.routed = false} << 0;
    QTest::newRow("a call of another program")
        << PastStory{.source = QStringLiteral("gateway"), .ruleSet = none} << BacktestOptions{} << 1;
    QTest::newRow("an imported call")
        << PastStory{.source = QStringLiteral("import"), .ruleSet = none} << BacktestOptions{} << 1;
    QTest::newRow("an imported call that is not wanted")
        << PastStory{.source = QStringLiteral("import"), .ruleSet = none}
        << BacktestOptions{.imported = false, .compareRuns = true} << 0;
    QTest::newRow("a run of the window")
        << PastStory{.source = window, .ruleSet = none} << BacktestOptions{} << 0;
    QTest::newRow("a run of the window when asked for")
        << PastStory{.source = window, .ruleSet = none} << BacktestOptions{.compareRuns = true} << 1;
    QTest::newRow("a case of a prompt set")
        << PastStory{.ofMatrix = true} << BacktestOptions{.compareRuns = true} << 0;
    QTest::newRow("a call of a judge")
        << PastStory{.task = QStringLiteral("judge")} << BacktestOptions{.compareRuns = true} << 0;
    QTest::newRow("a call of the simulator") << PastStory{.simulated = true} << BacktestOptions{} << 0;
    QTest::newRow("a call of the simulator when asked for")
        << PastStory{.simulated = true} << BacktestOptions{.includeSimulated = true} << 1;
    QTest::newRow("a call that still runs")
        << PastStory{.attempts = {PastAttempt{.settled = false}}} << BacktestOptions{} << 0;
    QTest::newRow("at the beginning of the period")
        << PastStory{} << BacktestOptions{.sinceMs = test::kNoonMs} << 1;
    QTest::newRow("before the period") << PastStory{} << BacktestOptions{.sinceMs = test::kNoonMs + 1} << 0;
    QTest::newRow("at the end of the period, which is outside")
        << PastStory{} << BacktestOptions{.untilMs = test::kNoonMs} << 0;
    QTest::newRow("within the period")
        << PastStory{} << BacktestOptions{.sinceMs = test::kNoonMs - kDayMs, .untilMs = test::kNoonMs + 1}
        << 1;
}

void BacktestTest::whichCallsAreLookedAt()
{
    QFETCH(const PastStory, story);
    QFETCH(const BacktestOptions, options);
    tell(m_ledger->database(), story);
    QTEST(static_cast<int>(backtest(threeWays(), options).total.calls), "calls");
}

void BacktestTest::aComparisonCountsOnceWithTheWinnerOfItsVote()
{
    const PastStory first{.source = QStringLiteral("window"), .ruleSet = {}};
    PastStory second = first;
    second.run = tell(m_ledger->database(), first).run;
    second.attempts.first().target = QStringLiteral("google/small");
    const PastIds winner = tell(m_ledger->database(), second);
    const Result<void> voted = test::await(m_ledger->database().write([winner](Connection &connection) {
        const Result<qint64> vote =
            Statement(connection,
                      QStringLiteral("INSERT INTO votes (at, run_id, kind) VALUES (0, :run, 'best')"))
                .bind(":run", winner.run)
                .insert();
        if (!vote)
            return Result<void>(vote.error());
        return Statement(
                   connection,
                   QStringLiteral("INSERT INTO vote_lanes (vote_id, position, lane_id, account, model, won) "
                                  "VALUES (:vote, 1, :lane, 'google', 'small', 1)"))
            .bind(":vote", *vote)
            .bind(":lane", winner.lane)
            .run();
    }));
    QVERIFY(voted);

    QCOMPARE(backtest(allTo(QStringLiteral("qwen/middle"))).total.calls, 0);
    const BacktestResult result =
        backtest(allTo(QStringLiteral("qwen/middle")),
                 {.compareRuns = true, .baseline = targetNamed(QStringLiteral("openai/big"))});
    QCOMPARE(result.total.calls, 1);
    QCOMPARE(result.moves.at(0).from, targetNamed(QStringLiteral("google/small")));
    QCOMPARE(result.movedCalls.at(0).callId, winner.call);
}

void BacktestTest::aComparisonWithoutVoteCountsWithTheChosenOrFirstLane()
{
    const PastStory first{.source = QStringLiteral("window"), .ruleSet = {}};
    PastStory second = first;
    second.run = tell(m_ledger->database(), first).run;
    second.attempts.first().target = QStringLiteral("google/small");
    tell(m_ledger->database(), second);
    const RuleSet rules = allTo(QStringLiteral("qwen/middle"));

    const auto fromOf = [&](const BacktestOptions &options) {
        const BacktestResult result = backtest(rules, options);
        return result.moves.size() == 1 ? result.moves.at(0).from.toString() : QString();
    };
    QCOMPARE(fromOf({.compareRuns = true}), QStringLiteral("openai/big"));
    QCOMPARE(fromOf({.compareRuns = true, .baseline = targetNamed(QStringLiteral("google/small"))}),
             QStringLiteral("google/small"));
    QCOMPARE(fromOf({.compareRuns = true, .baseline = targetNamed(QStringLiteral("not/there"))}),
             QStringLiteral("openai/big"));
}

void BacktestTest::textsThatAreNotKeptAreUndecidable()
{
    tell(m_ledger->database(), {PastStory{.textsKept = false}, PastStory{}});
    const BacktestResult result = backtest(threeWays());
    QCOMPARE(result.total.calls, 2);
    QCOMPARE(result.total.undecidable, 1);
    QCOMPARE(result.total.unpriced, 0);
    QCOMPARE(result.total.moved, 1);
    for (const BacktestRow &row : result.byRule)
        QCOMPARE(row.figures.undecidable, 0);
    QCOMPARE(result.byTask.at(0).figures.undecidable, 1);
}

void BacktestTest::textsThatNobodyAsksForAreNotMissed()
{
    tell(m_ledger->database(), PastStory{.textsKept = false});
    const BacktestResult result = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(result.total.undecidable, 0);
    QCOMPARE(result.total.moved, 1);
}

void BacktestTest::targetsCountAsWell()
{
    tell(m_ledger->database(), PastStory{});
    const QString big = QStringLiteral("openai/big");
    m_book.facts[big].coolingUntilMs = std::numeric_limits<qint64>::max();
    m_book.facts[big].errorRate = 1.0;
    const auto backtestOf = [&](const Test &when) {
        RuleSet rules = allTo(big);
        rules.rules = {{.name = QStringLiteral("elsewhere"),
                        .when = testCondition(when),
                        .chain = test::chainOf({QStringLiteral("google/small")})}};
        return backtest(rules);
    };
    const BacktestResult cooling =
        backtestOf({.field = Field::CoolingDown, .op = Operator::Present, .key = big});
    QCOMPARE(cooling.total.moved, 0);
    QCOMPARE(cooling.total.undecidable, 0);
    QVERIFY(cooling.asksHealth);
    const BacktestResult errors =
        backtestOf({.field = Field::ErrorRate, .op = Operator::MoreThan, .key = big, .number = 0.1});
    QCOMPARE(errors.total.moved, 0);
    const BacktestResult spent = backtestOf(
        {.field = Field::Budget, .op = Operator::AtLeast, .key = QStringLiteral("team"), .number = 80.0});
    QCOMPARE(spent.total.moved, 0);
    QCOMPARE(spent.total.undecidable, 0);
    QVERIFY(spent.asksHealth);
    // Nobody has measured how long it takes.
    const Test slow{.field = Field::FirstTokenP95, .op = Operator::MoreThan, .key = big, .number = 900.0};
    QCOMPARE(backtestOf(slow).total.undecidable, 1);
    m_book.facts[big].firstTokenP95 = 1'000.0;
    QCOMPARE(backtestOf(slow).total.moved, 1);
    QVERIFY(!backtest(threeWays()).asksHealth);
}

void BacktestTest::callsWithoutPriceAreCountedApart()
{
    PastStory unknownBefore;
    unknownBefore.attempts.first().costPicos.reset();
    PastStory withoutTokens;
    withoutTokens.attempts.first().input.reset();
    withoutTokens.attempts.first().output.reset();
    tell(m_ledger->database(), {unknownBefore, withoutTokens, PastStory{}});

    const BacktestResult result = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(result.total.moved, 3);
    QCOMPARE(result.total.unpriced, 2);
    QCOMPARE(result.total.costBefore, Money::fromPicos(2'000'000));
    QCOMPARE(result.total.costAfter, Money::fromPicos(160'000));

    const BacktestResult nowhere = backtest(allTo(QStringLiteral("new/unpriced")));
    QCOMPARE(nowhere.total.unpriced, 3);
    QCOMPARE(nowhere.total.costBefore, Money());
}

void BacktestTest::boundsComeFromTheLengthsOfOwnAnswers()
{
    // Answers of the small model are twice as long and always the same: no spread of the ratio.
    const PastAttempt big{.output = 100, .costPicos = 1'000'000};
    const PastAttempt small{.target = QStringLiteral("google/small"), .output = 200, .costPicos = 10};
    QList<PastStory> stories;
    for (int number = 0; number < 10; ++number) {
        stories.append(PastStory{.attempts = {big}});
        stories.append(PastStory{.attempts = {small}});
    }
    tell(m_ledger->database(), stories);
    const BacktestResult result = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(result.total.moved, 10);
    QCOMPARE(result.total.bounded, 10);
    const qint64 unmoved = 10 * 10;
    QCOMPARE(result.total.costAfter, Money::fromPicos(unmoved + 10 * (1000 * 100 + 100 * 300)));
    QCOMPARE(result.total.costAfterLow, result.total.costAfter);
    QCOMPARE(result.total.costAfterHigh, Money::fromPicos(unmoved + 10 * (1000 * 100 + 200 * 300)));
    QCOMPARE(result.moves.at(0).fromSamples.outputs, 10);
    QCOMPARE(result.moves.at(0).toSamples.meanOutput, 200.0);
}

void BacktestTest::delaysComeFromOwnMedians()
{
    QList<PastStory> stories;
    for (int number = 0; number < 20; ++number) {
        stories.append(PastStory{.attempts = {PastAttempt{.firstMs = 800.0 + number}}});
        if (number > 0)
            stories.append(PastStory{
                .attempts = {PastAttempt{.target = QStringLiteral("google/small"), .firstMs = 200.0}}});
    }
    tell(m_ledger->database(), stories);
    const BacktestResult few = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(few.total.timed, 0);
    QCOMPARE(few.moves.at(0).toSamples.times, 19);

    tell(m_ledger->database(),
         PastStory{.attempts = {PastAttempt{.target = QStringLiteral("google/small"), .firstMs = 200.0}}});
    const BacktestResult enough = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(enough.total.timed, 20);
    // The tenth of twenty.
    QCOMPARE(enough.total.firstTokenBefore, 809.0);
    QCOMPARE(enough.total.firstTokenAfter, 200.0);
}

void BacktestTest::aTargetThatIsNotThereIsNobody()
{
    tell(m_ledger->database(), PastStory{});
    m_book.facts[QStringLiteral("google/small")].available = false;
    const BacktestResult result = backtest(allTo(QStringLiteral("google/small")));
    QCOMPARE(result.total.moved, 1);
    QCOMPARE(result.total.unpriced, 1);
    QCOMPARE(result.moves.at(0).to, TargetName());
}

void BacktestTest::aPriceCeilingIsHeldAgainstEachCall()
{
    PastStory cheap;
    PastStory dear;
    cheap.attempts.first().input = 1'000;
    dear.attempts.first().input = 1'000'000;
    tell(m_ledger->database(), {cheap, dear, cheap});
    RuleSet rules = allTo(QStringLiteral("google/small"));
    Chain &chain = rules.otherwise.chain;
    chain.pick = PickOrder::BestRated;
    // 1,000,000 tokens at 100 picos are 100,000,000; those of the answer are below 1,000,000.
    chain.priceCeiling = Money::fromPicos(50'000'000);
    chain.fallbacks = {Fallback{ChainTarget{targetNamed(QStringLiteral("qwen/middle"))}}};
    QHash<QString, qint64> moved;
    const BacktestResult result = backtest(rules);
    for (const BacktestMove &move : result.moves)
        moved.insert(move.to.toString(), move.figures.moved);
    QCOMPARE(
        moved,
        (QHash<QString, qint64>{{QStringLiteral("google/small"), 2}, {QStringLiteral("qwen/middle"), 1}}));
}

void BacktestTest::theStoredChanceIsUsedAgain()
{
    RuleSet rules = allTo(QStringLiteral("openai/big"));
    rules.otherwise.chain = test::chainOf({QStringLiteral("openai/big"), QStringLiteral("google/small")});
    rules.otherwise.chain.pick = PickOrder::Weighted;
    rules.otherwise.chain.targets.first().weight = 0.5;
    rules.otherwise.chain.targets.last().weight = 0.5;
    QList<PastStory> stories;
    for (int number = 0; number < 40; ++number) {
        const bool first = number % 2 == 0;
        const QString target = first ? QStringLiteral("openai/big") : QStringLiteral("google/small");
        stories.append(
            PastStory{.decision = QStringLiteral(R"({"targets": ["%1"], "draw": %2})")
                                      .arg(target, first ? QStringLiteral("0.2") : QStringLiteral("0.7")),
                      .attempts = {PastAttempt{.target = target}}});
    }
    tell(m_ledger->database(), stories);
    QCOMPARE(backtest(rules).total.moved, 0);

    rules.otherwise.chain.targets.first().weight = 1.0;
    rules.otherwise.chain.targets.last().weight = 0.25;
    QCOMPARE(backtest(rules).total.moved, 20);
}

void BacktestTest::rulesMayNameOtherSets()
{
    tell(m_ledger->database(), {PastStory{.task = QStringLiteral("summarize")}, PastStory{}});
    const RuleSet other = threeWays();
    RuleSet rules = allTo(QStringLiteral("route/other"));
    const BacktestResult result = backtest(rules, {}, [&other](const QString &name) {
        return name == QLatin1StringView("other") ? &other : nullptr;
    });
    QCOMPARE(result.total.moved, 2);
    QStringList to;
    for (const BacktestMove &move : result.moves)
        to.append(move.to.toString());
    to.sort();
    QCOMPARE(to, (QStringList{QStringLiteral("google/small"), QStringLiteral("qwen/middle")}));
}

void BacktestTest::theSameCallsCanBeLookedAtTwice()
{
    tell(m_ledger->database(), {PastStory{}, PastStory{}});
    const BacktestResult one = backtest(allTo(QStringLiteral("openai/big")));
    tell(m_ledger->database(), PastStory{});
    const BacktestResult other = backtest(allTo(QStringLiteral("google/small")), {.lastCall = one.lastCall});
    QCOMPARE(other.total.calls, 2);
    const QList<BacktestDifference> differences = compareBacktests(one, other);
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.at(0).one->moved, 0);
    QCOMPARE(differences.at(0).other->moved, 2);
}

void BacktestTest::cancellingEndsItOnce()
{
    tell(m_ledger->database(), {PastStory{}, PastStory{}});
    Backtest running(m_ledger->database(), {.rules = threeWays()}, m_book);
    QSignalSpy finished(&running, &Backtest::finished);
    bool cancelled = false;
    QObject::connect(&running, &Backtest::finished, this, [&cancelled](const Result<BacktestResult> &result) {
        cancelled = result && result->cancelled;
    });
    running.start();
    running.cancel();
    running.cancel();
    QVERIFY(finished.wait(10'000));
    QVERIFY(cancelled);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(finished.count(), 1);
}

void BacktestTest::destroyingItIsSilent()
{
    tell(m_ledger->database(), {PastStory{}, PastStory{}});
    bool told = false;
    {
        Backtest running(m_ledger->database(), {.rules = threeWays()}, m_book);
        QObject::connect(&running, &Backtest::finished, this, [&told] { told = true; });
        running.start();
    }
    QCOMPARE(backtest(threeWays()).total.calls, 2);
    QVERIFY(!told);
}

void BacktestTest::anEmptyLedgerHasNoCalls()
{
    const BacktestResult result = backtest(threeWays());
    QCOMPARE(result.total, BacktestFigures());
    QCOMPARE(result.byRule.size(), 3);
    QVERIFY(result.byTask.isEmpty());
    QVERIFY(!result.cancelled);
}

void BacktestTest::aFileThatIsNoLedgerIsAnError()
{
    const QString path = m_ledger->filePath();
    Backtest running(m_ledger->database(), {.rules = threeWays()}, m_book);
    m_ledger->close();
    QVERIFY(QFile::remove(path));
    std::optional<Result<BacktestResult>> result;
    QObject::connect(&running, &Backtest::finished, this,
                     [&result](const Result<BacktestResult> &ended) { result = ended; });
    running.start();
    QTRY_VERIFY(result.has_value());
    QVERIFY(!*result);
    QCOMPARE(result->error().kind, ErrorKind::Storage);
}

SWITCHYARD_TEST(BacktestTest)
#include "tst_backtest.moc"
