#include "core/spending/changesplit.h"
#include "core/spending/spendingreader.h"
#include "tests/core/spending/selectedattempts.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <random>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

const TimeRange kWeekBefore{1'000, 2'000};
const TimeRange kWeekAfter{2'000, 3'000};

/// Attempts of one target and status, cost in 1e-12 USD.
struct SplitRow
{
    QString model;
    qint64 attempts = 0;
    qint64 input = 0;
    qint64 cached = 0;
    qint64 output = 0;
    qint64 picos = 0;
    QString status = QStringLiteral("complete");
    qint64 unpriced = 0;
};

UsageReport splitReport(const QList<SplitRow> &rows)
{
    UsageReport report;
    report.by = changeDimensions();
    for (const SplitRow &row : rows) {
        UsageFigures figures;
        figures.attempts = row.attempts;
        const bool failed = row.status == QLatin1StringView("failed")
            || row.status == QLatin1StringView("interrupted") || row.status == QLatin1StringView("refused");
        figures.errors = failed ? row.attempts : 0;
        figures.input = row.input;
        figures.cachedInput = row.cached;
        figures.output = row.output;
        figures.cost = Money::fromPicos(row.picos);
        figures.unpricedAttempts = row.unpriced;
        report.rows.append({{QStringLiteral("a"), row.model, row.status}, figures});
        report.total += figures;
    }
    return report;
}

/// An input token costs 10, one from the cache 1, an output token 40.
std::optional<TokenPrices> tenOneForty(const QString &, const QString &)
{
    TokenPrices prices;
    prices.input = Money::fromPicos(10);
    prices.cacheRead = Money::fromPicos(1);
    prices.output = Money::fromPicos(40);
    return prices;
}

CostChange split(const QList<SplitRow> &before, const QList<SplitRow> &after,
                 const TokenWeights &weights = tenOneForty)
{
    return splitChange(splitReport(before), splitReport(after), kWeekBefore, kWeekAfter, weights);
}

/// In the order of the factors.
QList<qint64> partsOf(const CostChange &change)
{
    QList<qint64> picos;
    for (const ChangePart &part : change.parts)
        picos.append(part.amount.picos());
    return picos;
}

SplitRow answersOfM(qint64 attempts, qint64 input, qint64 cached, qint64 output, qint64 picos)
{
    return {QStringLiteral("m"), attempts, input, cached, output, picos};
}

SplitRow failuresOfM(qint64 attempts, qint64 picos, const char *status = "failed")
{
    return {QStringLiteral("m"), attempts, 0, 0, 0, picos, QString::fromLatin1(status)};
}

/// Ten answers of 100 input and 10 output tokens: 10 * 1000 + 40 * 100.
SplitRow ordinary()
{
    return answersOfM(10, 1'000, 0, 100, 14'000);
}

SplitRow answersOfN(qint64 attempts, qint64 input, qint64 output, qint64 picos)
{
    return {QStringLiteral("n"), attempts, input, 0, output, picos};
}

QList<SplitRow> randomRows(std::mt19937 &random)
{
    const auto below = [&random](qint64 end) { return static_cast<qint64>(random()) % end; };
    QList<SplitRow> rows;
    for (const char *model : {"m", "n", "o", "p"}) {
        for (const char *status : {"complete", "truncated", "failed", "refused"}) {
            if (below(4) == 0)
                continue;
            SplitRow row{QString::fromLatin1(model), 1 + below(500)};
            row.status = QString::fromLatin1(status);
            row.input = below(3) == 0 ? 0 : below(1'000'000);
            row.cached = row.input > 0 ? below(row.input) : 0;
            row.output = below(5) == 0 ? 0 : below(50'000);
            row.unpriced = below(5) == 0 ? below(row.attempts + 1) : 0;
            row.picos = row.unpriced == row.attempts ? 0 : below(4'000'000'000) * 997;
            rows.append(row);
        }
    }
    return rows;
}

} // namespace

class TestChangeSplit : public QObject
{
    Q_OBJECT

private slots:
    void aFactorThatMovesAloneIsAllOfIt_data();
    void aFactorThatMovesAloneIsAllOfIt();
    void modelsThatComeAndGoAreMix();
    void anEmptyPeriodIsVolume_data();
    void anEmptyPeriodIsVolume();
    void withoutPricesTheCacheIsPrice();
    void withoutTokensTheCostPerCallIsPrice();
    void theLargestContributorsComeFirst();
    void eachPartLeadsToItsCalls();
    void whatHasNoPriceIsNamed();
    void whatIsUnderWayCountsInNoPart();
    void partsSumExactlyForAnyTraffic();
    void theReaderSplitsTwoPeriodsOfTheLedger();
    void tokensOfUnknownCostAreInNoPart_data();
    void tokensOfUnknownCostAreInNoPart();
    void theReaderAgreesWithSumsByStatus_data();
    void theReaderAgreesWithSumsByStatus();
};

void TestChangeSplit::aFactorThatMovesAloneIsAllOfIt_data()
{
    QTest::addColumn<QList<SplitRow>>("before");
    QTest::addColumn<QList<SplitRow>>("after");
    QTest::addColumn<QList<qint64>>("parts");
    using Rows = QList<SplitRow>;
    using Parts = QList<qint64>;
    QTest::newRow("twice as many answers and failures")
        << Rows{ordinary(), failuresOfM(2, 1'000)}
        << Rows{answersOfM(20, 2'000, 0, 200, 28'000), failuresOfM(4, 2'000)} << Parts{15'000, 0, 0, 0, 0, 0};
    // An answer of m costs 1400, one of n 140: five go from m to n.
    QTest::newRow("half of the answers from the cheaper model")
        << Rows{ordinary(), answersOfN(10, 1'000, 100, 1'400)}
        << Rows{answersOfM(5, 500, 0, 50, 7'000), answersOfN(15, 1'500, 150, 2'100)}
        << Parts{0, -6'300, 0, 0, 0, 0};
    QTest::newRow("prompts of twice the length")
        << Rows{ordinary()} << Rows{answersOfM(10, 2'000, 0, 100, 24'000)} << Parts{0, 0, 10'000, 0, 0, 0};
    QTest::newRow("answers of half the length")
        << Rows{ordinary()} << Rows{answersOfM(10, 1'000, 0, 50, 12'000)} << Parts{0, 0, -2'000, 0, 0, 0};
    // 10 * 500 + 1 * 500 + 40 * 100.
    QTest::newRow("half of the input from the cache")
        << Rows{ordinary()} << Rows{answersOfM(10, 1'000, 500, 100, 9'500)} << Parts{0, 0, 0, -4'500, 0, 0};
    QTest::newRow("half the price") << Rows{ordinary()} << Rows{answersOfM(10, 1'000, 0, 100, 7'000)}
                                    << Parts{0, 0, 0, 0, -7'000, 0};
    QTest::newRow("more failures that cost something")
        << Rows{ordinary(), failuresOfM(1, 100)}
        << Rows{ordinary(), failuresOfM(2, 200), failuresOfM(1, 400, "interrupted")}
        << Parts{0, 0, 0, 0, 0, 500};
    QTest::newRow("nothing") << Rows{ordinary()} << Rows{ordinary()} << Parts{0, 0, 0, 0, 0, 0};
}

void TestChangeSplit::aFactorThatMovesAloneIsAllOfIt()
{
    QFETCH(QList<SplitRow>, before);
    QFETCH(QList<SplitRow>, after);
    QFETCH(QList<qint64>, parts);
    QCOMPARE(partsOf(split(before, after)), parts);
}

void TestChangeSplit::modelsThatComeAndGoAreMix()
{
    // 15 answers instead of 10: m would cost 21000, but it gives 10 as before; n is new.
    const QList<SplitRow> alone{ordinary()};
    const QList<SplitRow> both{ordinary(), answersOfN(5, 500, 50, 3'000)};
    QCOMPARE(partsOf(split(alone, both)), (QList<qint64>{7'000, -4'000, 0, 0, 0, 0}));
    // Two thirds of all answers: 14000 becomes 9333 and then 14000 again, 3000 becomes 2000 and then nothing.
    const CostChange gone = split(both, alone);
    QCOMPARE(partsOf(gone), (QList<qint64>{-5'667, 2'667, 0, 0, 0, 0}));
    const QList<ChangeContributor> &mix = gone.parts.at(1).contributors;
    QCOMPARE(mix.at(0).model, QStringLiteral("m"));
    QCOMPARE(mix.at(0).calls.range, kWeekAfter);
    QCOMPARE(mix.at(1).model, QStringLiteral("n"));
    QCOMPARE(mix.at(1).amount.picos(), -2'000);
    QCOMPARE(mix.at(1).calls.range, kWeekBefore);
}

void TestChangeSplit::anEmptyPeriodIsVolume_data()
{
    QTest::addColumn<QList<SplitRow>>("before");
    QTest::addColumn<QList<SplitRow>>("after");
    QTest::addColumn<qint64>("volume");
    QTest::addColumn<qint64>("failures");
    using Rows = QList<SplitRow>;
    QTest::newRow("nothing before") << Rows{} << Rows{ordinary()} << qint64(14'000) << qint64(0);
    QTest::newRow("nothing after") << Rows{ordinary()} << Rows{} << qint64(-14'000) << qint64(0);
    QTest::newRow("nothing at all") << Rows{} << Rows{} << qint64(0) << qint64(0);
    QTest::newRow("only failures before")
        << Rows{failuresOfM(2, 300)} << Rows{ordinary()} << qint64(14'000) << qint64(-300);
    QTest::newRow("only failures after")
        << Rows{ordinary()} << Rows{failuresOfM(2, 300)} << qint64(-14'000) << qint64(300);
}

void TestChangeSplit::anEmptyPeriodIsVolume()
{
    QFETCH(QList<SplitRow>, before);
    QFETCH(QList<SplitRow>, after);
    QFETCH(qint64, volume);
    QFETCH(qint64, failures);
    QCOMPARE(partsOf(split(before, after)), (QList<qint64>{volume, 0, 0, 0, 0, failures}));
}

void TestChangeSplit::withoutPricesTheCacheIsPrice()
{
    const QList<SplitRow> before{ordinary()};
    const QList<SplitRow> after{answersOfM(10, 1'000, 500, 100, 9'500)};
    QCOMPARE(partsOf(split(before, after, {})), (QList<qint64>{0, 0, 0, 0, -4'500, 0}));
}

void TestChangeSplit::withoutTokensTheCostPerCallIsPrice()
{
    QCOMPARE(partsOf(split({answersOfM(10, 0, 0, 0, 100)}, {answersOfM(20, 0, 0, 0, 300)})),
             (QList<qint64>{100, 0, 0, 0, 100, 0}));
    QCOMPARE(partsOf(split({ordinary()}, {answersOfM(10, 0, 0, 0, 15'000)})),
             (QList<qint64>{0, 0, 0, 0, 1'000, 0}));
}

void TestChangeSplit::theLargestContributorsComeFirst()
{
    const CostChange change =
        split({ordinary(), answersOfN(10, 1'000, 100, 20'000)},
              {answersOfM(10, 1'000, 0, 100, 15'000), answersOfN(10, 1'000, 100, 10'000)});
    const ChangePart &price = change.parts.at(4);
    QCOMPARE(price.factor, ChangeFactor::Price);
    QCOMPARE(price.amount.picos(), -9'000);
    QCOMPARE(price.contributors.size(), 2);
    QCOMPARE(price.contributors.at(0).model, QStringLiteral("n"));
    QCOMPARE(price.contributors.at(0).amount.picos(), -10'000);
    QCOMPARE(price.contributors.at(1).amount.picos(), 1'000);
    QVERIFY(change.parts.at(0).contributors.isEmpty());
}

void TestChangeSplit::eachPartLeadsToItsCalls()
{
    const CostChange change =
        split({ordinary()}, {answersOfM(20, 2'000, 0, 200, 28'000), failuresOfM(3, 90)});
    QCOMPARE(change.failedCost.picos(), 90);
    QCOMPARE(change.failedCostBefore.picos(), 0);
    QCOMPARE(change.parts.at(0).calls, (CallSelection{{}, kWeekAfter}));
    const UsageFilter errors{QStringLiteral("status"), QStringLiteral("errors")};
    const UsageFilter account{QStringLiteral("account"), QStringLiteral("a")};
    const UsageFilter model{QStringLiteral("model"), QStringLiteral("m")};
    QCOMPARE(change.parts.at(0).contributors.first().calls, (CallSelection{{account, model}, kWeekAfter}));
    QCOMPARE(change.parts.at(5).calls, (CallSelection{{errors}, kWeekAfter}));
    QCOMPARE(change.parts.at(5).contributors.first().calls,
             (CallSelection{{errors, account, model}, kWeekAfter}));
}

void TestChangeSplit::whatHasNoPriceIsNamed()
{
    SplitRow unpriced = answersOfN(4, 400, 40, 0);
    unpriced.unpriced = 4;
    SplitRow some = ordinary();
    some.attempts = 11;
    some.unpriced = 1;
    const CostChange change = split({ordinary()}, {some, unpriced});
    QCOMPARE(change.unpriced,
             (QList<std::pair<QString, qint64>>{{QStringLiteral("a/n"), 4}, {QStringLiteral("a/m"), 1}}));
    QCOMPARE(change.knownDifference(), std::optional(Money()));
    QVERIFY(!split({ordinary()}, {unpriced}).knownDifference());
    QVERIFY(!split({unpriced}, {ordinary()}).knownDifference());
    QVERIFY(split({}, {ordinary()}).knownDifference());
    // Ten answers of known cost, as before.
    QCOMPARE(partsOf(change), (QList<qint64>{0, 0, 0, 0, 0, 0}));
}

void TestChangeSplit::whatIsUnderWayCountsInNoPart()
{
    SplitRow running = answersOfM(7, 0, 0, 0, 0);
    running.status = QStringLiteral("running");
    QCOMPARE(partsOf(split({ordinary()}, {ordinary(), running})), (QList<qint64>{0, 0, 0, 0, 0, 0}));
}

void TestChangeSplit::partsSumExactlyForAnyTraffic()
{
    std::mt19937 random(20261122);
    for (int round = 0; round < 500; ++round) {
        const QList<SplitRow> before = randomRows(random);
        const QList<SplitRow> after = randomRows(random);
        const CostChange change = split(before, after, round % 2 == 0 ? TokenWeights(tenOneForty) : nullptr);
        Money sum;
        for (const ChangePart &part : change.parts) {
            Money ofPart;
            for (const ChangeContributor &contributor : part.contributors)
                ofPart += contributor.amount;
            QCOMPARE(ofPart, part.amount);
            sum += part.amount;
        }
        QCOMPARE(sum, change.difference());
    }
}

void TestChangeSplit::theReaderSplitsTwoPeriodsOfTheLedger()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC); };
    const LedgerStory::Request answer{QStringLiteral("openai/gpt-5-mini")};
    LedgerStory::Request failure = answer;
    failure.status = LaneStatus::Failed;
    failure.cost = Money::fromPicos(1'000'000'000);
    for (const int day : {2, 3, 9, 10, 11})
        story.tell(at(day), answer);
    story.tell(at(12), failure);
    story.finish();
    const auto midnight = [](int day) {
        return QDateTime(QDate(2026, 11, day), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    const SpendingReader reader(story.ledger.database(), story.clock);
    const auto change =
        await(reader.change({{midnight(1), midnight(8)}, {midnight(8), midnight(15)}, false}));
    QVERIFY2(change, change ? "" : qPrintable(change.error().message));
    QCOMPARE(change->totalBefore.cost.picos(), 4'000'000'000);
    QCOMPARE(change->total.cost.picos(), 7'000'000'000);
    QCOMPARE(partsOf(*change), (QList<qint64>{2'000'000'000, 0, 0, 0, 0, 1'000'000'000}));
    const auto failed = await(story.reader.attempts(test::attemptsOf(change->parts.at(5).calls)));
    QVERIFY(failed);
    QCOMPARE(failed->size(), 1);
    QCOMPARE(failed->first().completion.status, LaneStatus::Failed);
}

void TestChangeSplit::tokensOfUnknownCostAreInNoPart_data()
{
    QTest::addColumn<std::optional<Money>>("costOfFailures");
    QTest::newRow("beside failures that cost nothing") << std::optional(Money());
    QTest::newRow("beside failures that cost something") << std::optional(Money::fromPicos(7));
}

/// The same three answers cost the same in both weeks; further ones of the second have no price.
void TestChangeSplit::tokensOfUnknownCostAreInNoPart()
{
    QFETCH(std::optional<Money>, costOfFailures);
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC); };
    const LedgerStory::Request answer{QStringLiteral("openai/gpt-5-mini")};
    LedgerStory::Request unpriced = answer;
    unpriced.input = 5'000;
    unpriced.cost.reset();
    LedgerStory::Request failure = answer;
    failure.status = LaneStatus::Failed;
    failure.cost = costOfFailures;
    for (const int day : {2, 3, 4, 9, 10, 11})
        story.tell(at(day), answer);
    for (const int day : {2, 9})
        story.tell(at(day), failure);
    for (const int day : {12, 13})
        story.tell(at(day), unpriced);
    story.finish();
    const auto midnight = [](int day) {
        return QDateTime(QDate(2026, 11, day), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    const SpendingReader reader(story.ledger.database(), story.clock, [] { return tenOneForty; });
    const auto change =
        await(reader.change({{midnight(1), midnight(8)}, {midnight(8), midnight(15)}, false}));
    QVERIFY2(change, change ? "" : qPrintable(change.error().message));
    QCOMPARE(partsOf(*change), (QList<qint64>{0, 0, 0, 0, 0, 0}));
    QCOMPARE(change->total.unpricedAttempts, 2);
    // All that was used is told nevertheless.
    QCOMPARE(change->total.input, 13'000);
}

void TestChangeSplit::theReaderAgreesWithSumsByStatus_data()
{
    QTest::addColumn<std::optional<Money>>("costOfFailures");
    QTest::addColumn<bool>("underWay");
    QTest::newRow("failures that cost nothing") << std::optional(Money()) << false;
    QTest::newRow("failures that cost something") << std::optional(Money::fromPicos(7)) << false;
    QTest::newRow("failures of no known cost") << std::optional<Money>() << false;
    QTest::newRow("an answer under way") << std::optional(Money()) << true;
}

void TestChangeSplit::theReaderAgreesWithSumsByStatus()
{
    QFETCH(std::optional<Money>, costOfFailures);
    QFETCH(bool, underWay);
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    for (int day = 1; day <= 14; ++day) {
        const QDateTime at(QDate(2026, 11, day), QTime(10, 0), Qt::UTC);
        for (const char *target : {"openai/big", "openai/small", "bay/small"}) {
            LedgerStory::Request request{QString::fromLatin1(target)};
            request.input = 100 * day;
            request.cost = Money::fromPicos(1'000'003 * day);
            if (day % 4 == 0) {
                request.status = LaneStatus::Failed;
                request.cost = costOfFailures;
            }
            story.tell(at, request);
        }
    }
    story.finish();
    const auto midnight = [](int day) {
        return QDateTime(QDate(2026, 11, day), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    if (underWay) {
        RunDraft draft;
        draft.prompt = QStringLiteral("p");
        draft.lanes.append({1, QStringLiteral("openai"), QStringLiteral("big")});
        story.clock.setUtcMs(midnight(10));
        QVERIFY(await(story.writer.beginRun(draft)));
    }
    const TimeRange before{midnight(1), midnight(8)};
    const TimeRange after{midnight(8), midnight(15)};
    const auto byStatus = [&story](const TimeRange &range) {
        UsageQuery query;
        query.sinceMs = range.sinceMs;
        query.untilMs = range.untilMs;
        query.by = changeDimensions();
        return *await(story.reader.usage(query));
    };
    const CostChange expected = splitChange(byStatus(before), byStatus(after), before, after, tenOneForty);
    const SpendingReader reader(story.ledger.database(), story.clock, [] { return tenOneForty; });
    const auto change = await(reader.change({before, after, false}));
    QVERIFY2(change, change ? "" : qPrintable(change.error().message));
    QCOMPARE(partsOf(*change), partsOf(expected));
    QCOMPARE(change->difference(), expected.difference());
    QCOMPARE(change->failedCost, expected.failedCost);
    QCOMPARE(change->unpriced, expected.unpriced);
    QCOMPARE(change->total.attempts, expected.total.attempts);
    for (qsizetype part = 0; part < expected.parts.size(); ++part)
        QCOMPARE(change->parts.at(part).contributors, expected.parts.at(part).contributors);
}

SWITCHYARD_TEST(TestChangeSplit)
#include "tst_changesplit.moc"
