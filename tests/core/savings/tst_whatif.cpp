#include "core/savings/whatif.h"

#include "tests/core/savings/savedtraffic.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::bigCall;
using test::kBigTarget;
using test::kMiddleTarget;
using test::kNoonMs;
using test::kSmallTarget;
using test::PastAttempt;
using test::PastStory;
using test::targetNamed;
using test::tell;

namespace {

const QString kSummaries = QStringLiteral("summarize");
const QString kExtracts = QStringLiteral("extract");

Money picos(qint64 amount)
{
    return Money::fromPicos(amount);
}

} // namespace

/// A period's calls at other prices, over a real ledger; every figure is worked out by hand.
class WhatIfTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void callsArePricedByTheirOwnTokens();
    void cachedTokensCountAsInputWithoutACachePrice();
    void cachedTokensHaveTheCachePrice();
    void whatDoesNotFitIsLeftOut_data();
    void whatDoesNotFitIsLeftOut();
    void theUnpricedAreCountedAndNeverFree_data();
    void theUnpricedAreCountedAndNeverFree();
    void callsWithoutTokensAreLeftOut();
    void allAttemptsOfACallCountBefore();
    void callsAtTheTargetCostWhatTheyDid();
    void thePriceIsThatOfTheMoment();
    void thePeriodHasItsBeginningAndNotItsEnd();
    void simulatedCallsCountOnlyWhenAsked();
    void prunedCallsAreSaidToBeGone();
    void theCheapestThatPassedIsTakenForEachTask();
    void whatLostTheVotesIsNotTaken();
    void votesThatAreTooFewAreShownAndNotSummed();
    void casesOfPromptSetsDoNotSayWhomOneAsks();
    void manyCallsAreSummedExactly();
    void anEmptyLedgerHasNoRows();
    void cancellingEndsItOnce();
    void destroyingItIsSilent();

private:
    WhatIfRequest atSmall() const { return {.target = targetNamed(kSmallTarget)}; }
    WhatIfResult whatIf(const WhatIfRequest &request);
    WhatIfSources sources() const
    {
        return {PriceSnapshot({&m_catalog, &m_presets, m_own}, test::threeAccounts()), test::threeAccounts(),
                m_book};
    }

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    const Presets m_presets = Presets::load();
    const ModelCatalog m_catalog = *ModelCatalog::load();
    QList<PriceOverride> m_own;
    test::PricedBook m_book;
};

void WhatIfTest::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_own = test::threeOwnPrices();
    m_book = {};
}

WhatIfResult WhatIfTest::whatIf(const WhatIfRequest &request)
{
    WhatIf running(m_ledger->database(), request, sources());
    std::optional<Result<WhatIfResult>> result;
    connect(&running, &WhatIf::finished, this,
            [&result](const Result<WhatIfResult> &ended) { result = ended; });
    QSignalSpy finished(&running, &WhatIf::finished);
    running.start();
    if (finished.isEmpty() && !finished.wait(60'000))
        qFatal("the what-if did not end");
    if (!*result)
        qFatal("%s", qPrintable(result->error().message));
    return **result;
}

void WhatIfTest::callsArePricedByTheirOwnTokens()
{
    tell(m_ledger->database(), {bigCall(kSummaries), bigCall(kSummaries), bigCall(kExtracts)});
    const WhatIfResult result = whatIf(atSmall());

    QCOMPARE(result.rows.size(), 2);
    const WhatIfRow &row = result.rows.constFirst();
    QCOMPARE(row.task, kSummaries);
    QCOMPARE(row.from, targetNamed(kBigTarget));
    QCOMPARE(row.to, targetNamed(kSmallTarget));
    QVERIFY(row.counted);
    QCOMPARE(row.figures.calls, 2);
    QCOMPARE(row.figures.repriced, 2);
    QCOMPARE(row.figures.costBefore, picos(7'200'000));
    // 2 x (1000 x 100 + 200 x 300)
    QCOMPARE(row.figures.costAfter, picos(320'000));
    QCOMPARE(row.figures.costAfterLow, picos(320'000));
    QCOMPARE(row.figures.costAfterHigh, picos(320'000));
    QCOMPARE(row.figures.saved(), picos(6'880'000));
    QCOMPARE(result.total.costBefore, picos(10'800'000));
    QCOMPARE(result.total.costAfter, picos(480'000));
    QCOMPARE(result.periodCost, picos(10'800'000));
    QCOMPARE(result.mostAsked, targetNamed(kBigTarget));
    QVERIFY(!result.cancelled);
}

void WhatIfTest::cachedTokensCountAsInputWithoutACachePrice()
{
    PastStory story = bigCall(kSummaries);
    story.attempts.first().cachedInput = 400;
    tell(m_ledger->database(), story);
    const WhatIfFigures figures = whatIf(atSmall()).total;
    QCOMPARE(figures.withoutCachePrice, 1);
    // 600 x 100 + 400 x 100 + 200 x 300; at best the cached ones are free.
    QCOMPARE(figures.costAfter, picos(160'000));
    QCOMPARE(figures.costAfterLow, picos(120'000));
    QCOMPARE(figures.costAfterHigh, picos(160'000));
}

void WhatIfTest::cachedTokensHaveTheCachePrice()
{
    m_own.last().prices.cacheRead = picos(10);
    PastStory story = bigCall(kSummaries);
    story.attempts.first().cachedInput = 400;
    tell(m_ledger->database(), story);
    const WhatIfFigures figures = whatIf(atSmall()).total;
    QCOMPARE(figures.withoutCachePrice, 0);
    // 600 x 100 + 400 x 10 + 200 x 300
    QCOMPARE(figures.costAfter, picos(124'000));
}

void WhatIfTest::whatDoesNotFitIsLeftOut_data()
{
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("output");
    QTest::addColumn<bool>("fits");
    QTest::newRow("a window of just input and output") << 1200 << 8000 << true;
    QTest::newRow("a window of one token less") << 1199 << 8000 << false;
    QTest::newRow("an output limit of just the answer") << 9000 << 200 << true;
    QTest::newRow("an output limit of one token less") << 9000 << 199 << false;
}

void WhatIfTest::whatDoesNotFitIsLeftOut()
{
    QFETCH(int, window);
    QFETCH(int, output);
    QFETCH(bool, fits);
    m_book.facts[kSmallTarget].model.contextWindow = window;
    m_book.facts[kSmallTarget].model.maxOutputTokens = output;
    tell(m_ledger->database(), bigCall(kSummaries));
    const WhatIfFigures figures = whatIf(atSmall()).total;
    QCOMPARE(figures.calls, 1);
    QCOMPARE(figures.doesNotFit, fits ? 0 : 1);
    QCOMPARE(figures.repriced, fits ? 1 : 0);
    QCOMPARE(figures.costBefore, fits ? picos(3'600'000) : Money());
}

void WhatIfTest::theUnpricedAreCountedAndNeverFree_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before") << true;
    QTest::newRow("after") << false;
}

void WhatIfTest::theUnpricedAreCountedAndNeverFree()
{
    QFETCH(bool, before);
    PastStory story = bigCall(kSummaries);
    if (before)
        story.attempts.first().costPicos.reset();
    else
        m_own.removeLast();
    tell(m_ledger->database(), story);
    const WhatIfResult result = whatIf(atSmall());
    QCOMPARE(result.total.unpriced, 1);
    QCOMPARE(result.total.repriced, 0);
    QCOMPARE(result.total.costBefore, Money());
    QCOMPARE(result.total.costAfter, Money());
    QCOMPARE(result.periodCost, before ? Money() : picos(3'600'000));
    QCOMPARE(result.periodUnpriced, before ? 1 : 0);
    QCOMPARE(result.rows.constFirst().periodUnpriced, before ? 1 : 0);
    QCOMPARE(whatIfToJson(result).value(QLatin1StringView("period_cost_usd")),
             before ? QJsonValue() : QJsonValue(QStringLiteral("0.0000036")));
}

void WhatIfTest::callsWithoutTokensAreLeftOut()
{
    PastStory story = bigCall(kSummaries);
    story.attempts = {PastAttempt{
        .input = std::nullopt, .output = std::nullopt, .costPicos = 0, .status = QStringLiteral("failed")}};
    tell(m_ledger->database(), story);
    const WhatIfFigures figures = whatIf(atSmall()).total;
    QCOMPARE(figures.withoutTokens, 1);
    QCOMPARE(figures.repriced, 0);
}

void WhatIfTest::allAttemptsOfACallCountBefore()
{
    PastStory story = bigCall(kSummaries);
    story.attempts = {PastAttempt{.output = 50, .costPicos = 2'400'000, .status = QStringLiteral("failed")},
                      PastAttempt{.target = kMiddleTarget, .costPicos = 640'000}};
    tell(m_ledger->database(), story);
    const WhatIfResult result = whatIf(atSmall());
    QCOMPARE(result.rows.constFirst().from, targetNamed(kBigTarget));
    QCOMPARE(result.total.calls, 1);
    QCOMPARE(result.total.costBefore, picos(3'040'000));
    // The tokens of the last attempt: 1000 x 100 + 200 x 300.
    QCOMPARE(result.total.costAfter, picos(160'000));
}

void WhatIfTest::callsAtTheTargetCostWhatTheyDid()
{
    PastStory story = bigCall(kSummaries);
    // Cheaper than the price book has it, as under an older price.
    story.attempts = {PastAttempt{.target = kSmallTarget, .costPicos = 90'000}};
    tell(m_ledger->database(), {story, bigCall(kSummaries)});
    const WhatIfFigures figures = whatIf(atSmall()).total;
    QCOMPARE(figures.repriced, 2);
    QCOMPARE(figures.unchanged, 1);
    QCOMPARE(figures.costBefore, picos(3'690'000));
    QCOMPARE(figures.costAfter, picos(250'000));
}

void WhatIfTest::thePriceIsThatOfTheMoment()
{
    // From the middle of a quarter of an hour on the small model costs twice as much.
    const qint64 change = kNoonMs + 300'000;
    PriceOverride later = test::ownPriceOf(QStringLiteral("small"), 200, 600);
    later.validFromMs = change;
    m_own.append(later);
    PastStory before = bigCall(kSummaries);
    before.atMs = change - 1;
    PastStory after = bigCall(kExtracts);
    after.atMs = change;
    tell(m_ledger->database(), {before, after});
    const WhatIfResult result = whatIf(atSmall());
    QCOMPARE(result.rows.at(0).task, kSummaries);
    QCOMPARE(result.rows.at(0).figures.costAfter, picos(160'000));
    QCOMPARE(result.rows.at(1).figures.costAfter, picos(320'000));
}

void WhatIfTest::thePeriodHasItsBeginningAndNotItsEnd()
{
    QList<PastStory> stories;
    for (const qint64 at : {kNoonMs - 1, kNoonMs, kNoonMs + 999, kNoonMs + 1000}) {
        PastStory story = bigCall(kSummaries);
        story.atMs = at;
        stories.append(story);
    }
    tell(m_ledger->database(), stories);
    WhatIfRequest request = atSmall();
    request.range = {.sinceMs = kNoonMs, .untilMs = kNoonMs + 1000};
    QCOMPARE(whatIf(request).total.calls, 2);
    QCOMPARE(whatIf(atSmall()).total.calls, 4);
}

void WhatIfTest::simulatedCallsCountOnlyWhenAsked()
{
    PastStory story = bigCall(kSummaries);
    story.simulated = true;
    tell(m_ledger->database(), {story, bigCall(kSummaries)});
    WhatIfRequest request = atSmall();
    QCOMPARE(whatIf(request).total.calls, 1);
    request.includeSimulated = true;
    QCOMPARE(whatIf(request).total.calls, 2);
}

void WhatIfTest::prunedCallsAreSaidToBeGone()
{
    tell(m_ledger->database(), bigCall(kSummaries));
    QVERIFY(!whatIf(atSmall()).prunedBeforeMs);
    const qint64 pruned = kNoonMs + 3'600'000;
    QVERIFY(test::await(m_ledger->database().write([pruned](Connection &connection) {
        return Statement(connection, QStringLiteral("UPDATE usage_state SET pruned_before = :before"))
            .bind(":before", pruned)
            .run();
    })));
    QCOMPARE(whatIf(atSmall()).prunedBeforeMs, std::optional(pruned));
    QVERIFY(test::await(m_ledger->database().write([](Connection &connection) {
        return Statement(connection, QStringLiteral("UPDATE usage_state SET zone = 'Europe/Berlin'")).run();
    })));
    QCOMPARE(whatIf(atSmall()).prunedZone, QTimeZone("Europe/Berlin"));
    WhatIfRequest later = atSmall();
    later.range.sinceMs = pruned;
    QVERIFY(!whatIf(later).prunedBeforeMs);
}

void WhatIfTest::theCheapestThatPassedIsTakenForEachTask()
{
    tell(m_ledger->database(), {bigCall(kSummaries), bigCall(kSummaries), bigCall(kExtracts)});
    QList<Vote> votes = test::meetings(kSummaries, {kSmallTarget, kBigTarget}, 15, 3, 6);
    votes += test::meetings(kSummaries, {kMiddleTarget, kBigTarget}, 30, 0);
    votes += test::meetings(kExtracts, {kMiddleTarget, kBigTarget}, 30, 0);
    test::castAll(m_ledger->database(), votes);
    const WhatIfResult result = whatIf({});

    QCOMPARE(result.rows.size(), 2);
    const WhatIfRow &summaries = result.rows.at(0);
    QCOMPARE(summaries.to, targetNamed(kSmallTarget));
    QCOMPARE(summaries.votes.verdict, VoteEvidence::Verdict::Passed);
    QCOMPARE(summaries.votes.votes, 24);
    QCOMPARE(summaries.votes.wins, 15);
    QCOMPARE(summaries.votes.ties, 6);
    QCOMPARE(summaries.figures.saved(), picos(6'880'000));
    const WhatIfRow &extracts = result.rows.at(1);
    QCOMPARE(extracts.to, targetNamed(kMiddleTarget));
    // 1000 x 400 + 200 x 1,200
    QCOMPARE(extracts.figures.costAfter, picos(640'000));
    QCOMPARE(result.total.saved(), picos(6'880'000 + 2'960'000));
}

void WhatIfTest::whatLostTheVotesIsNotTaken()
{
    tell(m_ledger->database(), bigCall(kSummaries));
    test::castAll(m_ledger->database(), test::meetings(kSummaries, {kSmallTarget, kBigTarget}, 5, 35));
    const WhatIfResult result = whatIf({});
    QCOMPARE(result.rows.size(), 1);
    QVERIFY(!result.rows.constFirst().to);
    QVERIFY(!result.rows.constFirst().counted);
    QCOMPARE(result.rows.constFirst().periodCost, picos(3'600'000));
    QCOMPARE(result.total, WhatIfFigures());
}

void WhatIfTest::votesThatAreTooFewAreShownAndNotSummed()
{
    tell(m_ledger->database(), bigCall(kExtracts));
    QList<Vote> votes = test::meetings(kExtracts, {kSmallTarget, kBigTarget}, 12, 0);
    test::castAll(m_ledger->database(), votes);
    WhatIfResult result = whatIf({});
    QCOMPARE(result.rows.constFirst().to, targetNamed(kSmallTarget));
    QCOMPARE(result.rows.constFirst().votes.verdict, VoteEvidence::Verdict::TooFew);
    QVERIFY(!result.rows.constFirst().counted);
    QCOMPARE(result.rows.constFirst().figures.saved(), picos(3'440'000));
    QCOMPARE(result.total, WhatIfFigures());

    // What passed is taken, though it saves less than what may yet pass.
    test::castAll(m_ledger->database(), test::meetings(kExtracts, {kMiddleTarget, kBigTarget}, 25, 0));
    result = whatIf({});
    QCOMPARE(result.rows.constFirst().to, targetNamed(kMiddleTarget));
    QVERIFY(result.rows.constFirst().counted);
}

void WhatIfTest::casesOfPromptSetsDoNotSayWhomOneAsks()
{
    PastStory cell = bigCall(kSummaries);
    cell.ofMatrix = true;
    cell.attempts = {PastAttempt{.target = kMiddleTarget, .costPicos = 640'000}};
    tell(m_ledger->database(), cell);
    QVERIFY(!whatIf(atSmall()).rows.constFirst().from);
    tell(m_ledger->database(), bigCall(kSummaries));
    const WhatIfResult result = whatIf(atSmall());
    QCOMPARE(result.rows.constFirst().from, targetNamed(kBigTarget));
    // They cost money all the same.
    QCOMPARE(result.total.calls, 2);
    QCOMPARE(result.periodCost, picos(4'240'000));
}

void WhatIfTest::manyCallsAreSummedExactly()
{
    // Enough for three parts; call n has n input tokens.
    const auto fill = [](Connection &connection) -> Result<void> {
        const QString calls = QStringLiteral(R"(
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 21000)
            INSERT INTO calls (id, created_at, task, source) SELECT n, n * 1000, 'summarize', 'cli' FROM number)");
        if (const Result<void> added = connection.execute(calls); !added)
            return added;
        return connection.execute(QStringLiteral(R"(
            INSERT INTO attempts (call_id, number, account_id, account, model, started_at, settled_at, status,
                input_tokens, output_tokens, usage_basis, cost_picos, cost_basis)
            SELECT id, 1, 1, 'openai', 'big', created_at, created_at + 1, 'complete', id, 0, 'reported',
                id * 2000, 'computed' FROM calls)"));
    };
    QVERIFY(test::await(m_ledger->database().write(fill)));
    const WhatIfFigures figures = whatIf(atSmall()).total;
    // The sum of 1 to 21,000 is 220,510,500.
    QCOMPARE(figures.repriced, 21'000);
    QCOMPARE(figures.costBefore, picos(441'021'000'000));
    QCOMPARE(figures.costAfter, picos(22'051'050'000));
}

void WhatIfTest::anEmptyLedgerHasNoRows()
{
    const WhatIfResult result = whatIf({});
    QVERIFY(result.rows.isEmpty());
    QVERIFY(!result.mostAsked);
    QCOMPARE(result.total, WhatIfFigures());
}

void WhatIfTest::cancellingEndsItOnce()
{
    tell(m_ledger->database(), {bigCall(kSummaries), bigCall(kSummaries)});
    WhatIf running(m_ledger->database(), atSmall(), sources());
    std::optional<Result<WhatIfResult>> result;
    connect(&running, &WhatIf::finished, this,
            [&result](const Result<WhatIfResult> &ended) { result = ended; });
    QSignalSpy finished(&running, &WhatIf::finished);
    running.start();
    running.cancel();
    running.cancel();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.size(), 1);
    QVERIFY(*result);
    QVERIFY((*result)->cancelled);
}

void WhatIfTest::destroyingItIsSilent()
{
    tell(m_ledger->database(), bigCall(kSummaries));
    bool told = false;
    {
        WhatIf running(m_ledger->database(), atSmall(), sources());
        connect(&running, &WhatIf::finished, this, [&told] { told = true; });
        running.start();
    }
    QCOMPARE(whatIf(atSmall()).total.calls, 1);
    QVERIFY(!told);
}

SWITCHYARD_TEST(WhatIfTest)

#include "tst_whatif.moc"
