#include "core/evaluate/matrixsums.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

MatrixCell cell(LaneStatus status, int passed, int failed, double ms, qint64 picos)
{
    MatrixCell one;
    one.state = MatrixCell::State::Settled;
    one.status = status;
    one.passedChecks = static_cast<quint16>(passed);
    one.failedChecks = static_cast<quint16>(failed);
    one.totalMs = static_cast<float>(ms);
    if (picos >= 0)
        one.cost = Money::fromPicos(picos);
    return one;
}

} // namespace

class TestMatrixSums : public QObject
{
    Q_OBJECT

private slots:
    void eachTargetIsAddedUp();
    void theMedianIsTheLowerMiddle();
    void openCellsDoNotCount();
};

void TestMatrixSums::eachTargetIsAddedUp()
{
    const QList<MatrixCell> cells{
        cell(LaneStatus::Complete, 2, 0, 100, 5),  cell(LaneStatus::Failed, 0, 0, 9, -1),
        cell(LaneStatus::Truncated, 1, 1, 300, 7), cell(LaneStatus::Complete, 0, 0, 50, -1),
        cell(LaneStatus::Complete, 2, 0, 200, 9),  cell(LaneStatus::Complete, 1, 0, 40, 1),
    };
    const QList<TargetSums> sums = sumTargets(
        3, 2, [&cells](int at, int target) -> const MatrixCell & { return cells.at(at * 2 + target); });
    QCOMPARE(sums.size(), 2);
    QCOMPARE(sums.at(0), (TargetSums{2, 1, 0, 3, Money::fromPicos(21), 0, 200.0}));
    QCOMPARE(sums.at(1), (TargetSums{1, 0, 1, 3, Money::fromPicos(1), 2, 40.0}));
}

void TestMatrixSums::theMedianIsTheLowerMiddle()
{
    QList<MatrixCell> cells;
    for (const int ms : {900, 100, 300, 200})
        cells.append(cell(LaneStatus::Complete, 0, 0, ms, 0));
    const auto at = [&cells](int index, int) -> const MatrixCell & { return cells.at(index); };
    QCOMPARE(sumTargets(4, 1, at).constFirst().medianMs, std::optional(200.0));
    QCOMPARE(sumTargets(3, 1, at).constFirst().medianMs, std::optional(300.0));
}

void TestMatrixSums::openCellsDoNotCount()
{
    const MatrixCell open;
    const QList<TargetSums> sums = sumTargets(5, 1, [&open](int, int) -> const MatrixCell & { return open; });
    QCOMPARE(sums.constFirst(), TargetSums());
    QVERIFY(sumTargets(5, 0, [&open](int, int) -> const MatrixCell & { return open; }).isEmpty());
}

SWITCHYARD_TEST(TestMatrixSums)
#include "tst_matrixsums.moc"
