#include "core/insight/qualityresult.h"

#include "core/insight/shareestimate.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

/// `count` pairs of a task with that verdict.
QList<QualityPair> judgedPairs(const QString &task, int count, std::optional<QualityVerdict> verdict)
{
    QualityPair pair{.task = task};
    pair.state = QualityPair::State::Judged;
    pair.verdict = verdict;
    pair.storedCost = Money::fromPicos(100);
    pair.cost = Money::fromPicos(30);
    return QList<QualityPair>(count, pair);
}

using Passed = QList<std::optional<bool>>;

} // namespace

class QualityResultTest : public QObject
{
    Q_OBJECT

private slots:
    void verdictsAreCountedByTask();
    void claims_data();
    void claims();
    void theSavingStandsBeside();
    void checksCompareByHowManyPass_data();
    void checksCompareByHowManyPass();
};

void QualityResultTest::verdictsAreCountedByTask()
{
    const QString extract = QStringLiteral("extract");
    QList<QualityPair> pairs = judgedPairs(extract, 2, QualityVerdict::Better)
        + judgedPairs(extract, 3, QualityVerdict::Same) + judgedPairs(extract, 1, QualityVerdict::Worse)
        + judgedPairs(extract, 4, std::nullopt) + judgedPairs(QString(), 1, QualityVerdict::Worse);
    QualityPair failed{.task = extract};
    failed.state = QualityPair::State::Failed;
    pairs.append(failed);
    QualityPair waiting{.task = extract};
    pairs.append(waiting);

    const QualityResult result = qualityOf(pairs, {});
    QCOMPARE(result.byTask.size(), 2);
    const QualityRow &row = result.byTask.at(1);
    QCOMPARE(row.task, extract);
    QCOMPARE(row.pairs, 12);
    QCOMPARE(row.better, 2);
    QCOMPARE(row.same, 3);
    QCOMPARE(row.worse, 1);
    QCOMPARE(row.undecided, 4);
    QCOMPARE(row.failed, 1);
    QCOMPARE(row.judged(), 6);
    // (2 + 3 / 2) of 6
    QCOMPARE(row.share, shareEstimate(3.5, 6));
    QCOMPARE(row.claim, QualityRow::Claim::TooFew);
    QCOMPARE(row.priced, 10);
    QCOMPARE(row.costBefore, Money::fromPicos(1'000));
    QCOMPARE(row.costAfter, Money::fromPicos(300));
    QCOMPARE(result.total.pairs, 13);
    QCOMPARE(result.total.worse, 2);
}

void QualityResultTest::claims_data()
{
    QTest::addColumn<int>("better");
    QTest::addColumn<int>("same");
    QTest::addColumn<int>("worse");
    QTest::addColumn<QualityRow::Claim>("claim");
    using Claim = QualityRow::Claim;
    QTest::newRow("nine wins are too few") << 9 << 0 << 0 << Claim::TooFew;
    QTest::newRow("ten wins of ten") << 10 << 0 << 0 << Claim::Better;
    QTest::newRow("ten losses of ten") << 0 << 0 << 10 << Claim::Worse;
    // 0.5 of 20: 0.2993 to 0.7007
    QTest::newRow("twenty that are the same leave it open") << 0 << 20 << 0 << Claim::Open;
    // 0.5 of 100: 0.4038 to 0.5962
    QTest::newRow("a hundred that are the same are not worse") << 0 << 100 << 0 << Claim::NotWorse;
    // 0.45 of 100: 0.3561 to 0.5475
    QTest::newRow("somewhat fewer wins leave it open") << 45 << 0 << 55 << Claim::Open;
}

void QualityResultTest::claims()
{
    QFETCH(const int, better);
    QFETCH(const int, same);
    QFETCH(const int, worse);
    QFETCH(const QualityRow::Claim, claim);
    const QString task = QStringLiteral("extract");
    const QualityResult result = qualityOf(judgedPairs(task, better, QualityVerdict::Better)
                                               + judgedPairs(task, same, QualityVerdict::Same)
                                               + judgedPairs(task, worse, QualityVerdict::Worse),
                                           {});
    QCOMPARE(result.byTask.constFirst().claim, claim);
    QCOMPARE(result.total.claim, claim);
    QVERIFY(!claimInWords(result.total).isEmpty());
}

void QualityResultTest::theSavingStandsBeside()
{
    BacktestResult backtest;
    BacktestMove move{.task = QStringLiteral("extract")};
    move.figures = {
        .calls = 9, .moved = 9, .costBefore = Money::fromPicos(900), .costAfter = Money::fromPicos(90)};
    BacktestMove elsewhere = move;
    elsewhere.task = QStringLiteral("chat");
    backtest.moves = {move, elsewhere, move};
    const QualityResult result =
        qualityOf(judgedPairs(QStringLiteral("extract"), 1, QualityVerdict::Same), backtest);
    QCOMPARE(result.byTask.constFirst().moved, 18);
    QCOMPARE(result.byTask.constFirst().backtestBefore, Money::fromPicos(1'800));
    QCOMPARE(result.total.backtestAfter, Money::fromPicos(180));
}

void QualityResultTest::checksCompareByHowManyPass_data()
{
    QTest::addColumn<Passed>("stored");
    QTest::addColumn<Passed>("answer");
    QTest::addColumn<int>("verdict");
    const int none = -1;
    QTest::newRow("more pass") << Passed{true, false} << Passed{true, true}
                               << static_cast<int>(QualityVerdict::Better);
    QTest::newRow("as many pass") << Passed{true, false} << Passed{false, true}
                                  << static_cast<int>(QualityVerdict::Same);
    QTest::newRow("fewer pass") << Passed{true} << Passed{false} << static_cast<int>(QualityVerdict::Worse);
    QTest::newRow("one is open") << Passed{true, std::nullopt} << Passed{true, true} << none;
    QTest::newRow("one of the new answer is open") << Passed{true} << Passed{std::nullopt} << none;
}

void QualityResultTest::checksCompareByHowManyPass()
{
    QFETCH(const Passed, stored);
    QFETCH(const Passed, answer);
    const std::optional<QualityVerdict> verdict = verdictOfChecks(stored, answer);
    QTEST(verdict ? static_cast<int>(*verdict) : -1, "verdict");
}

SWITCHYARD_TEST(QualityResultTest)
#include "tst_qualityresult.moc"
