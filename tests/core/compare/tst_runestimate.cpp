#include "core/compare/runestimate.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

PriceList priced(qint64 inputPicos, qint64 outputPicos)
{
    PriceList prices;
    prices.base.input = Money::fromPicos(inputPicos);
    prices.base.output = Money::fromPicos(outputPicos);
    return prices;
}

} // namespace

class RunEstimateTest : public QObject
{
    Q_OBJECT

private slots:
    void guessesBeforeThereAreSamples();
    void usesOwnSamples();
    void isBoundedByTheTokenLimit();
    void unpricedLanesAreCountedNotAdded();
    void picturesCountAsInput();
    void theInputIsWhatTheModelMakesOfIt();
};

void RunEstimateTest::guessesBeforeThereAreSamples()
{
    const RunEstimate estimate = estimateRun({{priced(10, 100)}}, 50);
    QCOMPARE(estimate.low.picos(), 50 * 10 + 200 * 100);
    QCOMPARE(estimate.high.picos(), 50 * 10 + 1'500 * 100);
    QCOMPARE(estimate.guessedLanes, 1);
}

void RunEstimateTest::usesOwnSamples()
{
    const RunEstimate estimate =
        estimateRun({{priced(0, 1), OutputRange{10, 20}}, {priced(0, 2), OutputRange{1, 2}}}, 0);
    QCOMPARE(estimate.low.picos(), 12);
    QCOMPARE(estimate.high.picos(), 24);
    QCOMPARE(estimate.guessedLanes, 0);
}

void RunEstimateTest::isBoundedByTheTokenLimit()
{
    const RunEstimate estimate = estimateRun({{priced(0, 1), {}, 300}}, 0);
    QCOMPARE(estimate.low.picos(), 200);
    QCOMPARE(estimate.high.picos(), 300);
}

void RunEstimateTest::unpricedLanesAreCountedNotAdded()
{
    const RunEstimate estimate = estimateRun({{priced(0, 1)}, {}}, 10);
    QCOMPARE(estimate.lanes, 2);
    QCOMPARE(estimate.unpricedLanes, 1);
    QCOMPARE(estimate.high.picos(), 1'500);
}

void RunEstimateTest::picturesCountAsInput()
{
    const qint64 text = estimateInputTokens({{Role::User, QStringLiteral("What is this?")}});
    const qint64 both = estimateInputTokens(
        {{Role::User, QStringLiteral("What is this?"), {{"x", QStringLiteral("image/png")}}}});
    QVERIFY(text > 0);
    QVERIFY(both > text);
}

void RunEstimateTest::theInputIsWhatTheModelMakesOfIt()
{
    LaneForecast lane{priced(10, 0)};
    lane.contextTokens = 50;
    QCOMPARE(estimateRun({lane}, 50).low.picos(), 1'000);
    lane.tokenRatio = 1.5;
    QCOMPARE(estimateRun({lane}, 50).low.picos(), 1'500);
}

SWITCHYARD_TEST(RunEstimateTest)
#include "tst_runestimate.moc"
