#include "tests/core/evaluate/matrixbench.h"

#include "core/models/matrixtablemodel.h"
#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>

using namespace core;
using test::MatrixBench;

/// The table over a matrix that a provider really answered: what its cells say, what each filter lets
/// through, and what changes while it runs.
class TestMatrixTableModel : public QObject
{
    Q_OBJECT

private slots:
    void withoutAMatrixItIsEmpty();
    void itHasARowForEachCaseAndAColumnForEachTarget();
    void textsAreReadWhenAViewAsks();
    void figuresAreThoseOfTheCells();
    void filtersLetThroughWhatTheySay_data();
    void filtersLetThroughWhatTheySay();
    void rowsComeAndGoWhileItRuns();
    void anotherMatrixTakesItsPlace();
};

namespace {

using Model = MatrixTableModel;

/// Case 0 gets equal answers, case 1 different ones, case 2 one that fails the check `not-contains:wrong`,
/// and case 3 an error from the second target.
test::Script answer(const HttpRequest &request, const QString &model)
{
    const bool second = model == QLatin1StringView("second");
    if (request.body.contains("Number 1"))
        return test::completion({second ? QStringLiteral("two words") : QStringLiteral("one")});
    if (request.body.contains("Number 2"))
        return test::completion({QStringLiteral("wrong")});
    if (request.body.contains("Number 3") && second)
        return test::respondJson(
            400,
            {{QStringLiteral("error"),
              QJsonObject{{QStringLiteral("message"), QStringLiteral("no such thing")}}}});
    return test::completion({QStringLiteral("\n  equal\nsecond line")});
}

/// A matrix of four cases and two targets, and the table over it.
struct Bench : MatrixBench
{
    Bench()
    {
        for (const QString &name : {QStringLiteral("first"), QStringLiteral("second")})
            provider.onModel(name, [name](const HttpRequest &request) { return answer(request, name); });
        matrix = loaded(addMatrix(countingSet(4, {QStringLiteral("not-contains:wrong")}),
                                  {target(QStringLiteral("first")), target(QStringLiteral("second"))}));
    }

    void run()
    {
        QVERIFY(matrix->start());
        QVERIFY(reaches(*matrix, Matrix::State::Finished));
    }

    QVariant cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role);
    }

    std::unique_ptr<Matrix> matrix;
    MatrixTableModel model{matrices, sets};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QList<int> casesOf(const Model &model)
{
    QList<int> cases;
    for (int row = 0; row < model.rowCount(); ++row)
        cases.append(model.caseAt(row));
    return cases;
}

} // namespace

void TestMatrixTableModel::withoutAMatrixItIsEmpty()
{
    const Bench bench;
    QCOMPARE(bench.model.rowCount(), 0);
    QCOMPARE(bench.model.columnCount(), 0);
    QCOMPARE(bench.model.count(Model::Filter::All), 0);
}

void TestMatrixTableModel::itHasARowForEachCaseAndAColumnForEachTarget()
{
    Bench bench;
    bench.model.setMatrix(bench.matrix.get());
    QCOMPARE(bench.model.rowCount(), 4);
    QCOMPARE(bench.model.columnCount(), 3);
    QCOMPARE(bench.model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("fake/first"));
    QCOMPARE(bench.model.headerData(3, Qt::Vertical, Qt::DisplayRole).toInt(), 4);
    QCOMPARE(bench.cell(2, 0, Model::CaseRole).toInt(), 2);
    QCOMPARE(bench.cell(2, 0, Model::TargetRole).toInt(), -1);
    QCOMPARE(bench.cell(2, 2, Model::TargetRole).toInt(), 1);
    QCOMPARE(bench.cell(2, 2, Model::StatusRole).toInt(), -1);
    QVERIFY(!bench.cell(2, 2, Model::CostRole).isValid());

    // The same target twice is told apart by a number.
    const auto twice =
        bench.loaded(bench.addMatrix(bench.countingSet(1), {MatrixBench::target(), MatrixBench::target()}));
    bench.model.setMatrix(twice.get());
    QCOMPARE(bench.model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("fake/fake-model #2"));
    bench.model.setMatrix(nullptr);
}

void TestMatrixTableModel::textsAreReadWhenAViewAsks()
{
    Bench bench;
    bench.run();
    bench.model.setMatrix(bench.matrix.get());
    QCOMPARE(bench.cell(0, 1).toString(), QString());
    QTRY_COMPARE(bench.cell(0, 1).toString(), QStringLiteral("equal"));
    QCOMPARE(bench.cell(0, 0).toString(), QStringLiteral("0"));
    QCOMPARE(bench.cell(0, 0, Qt::ToolTipRole).toString(), QStringLiteral("n: 0"));
    // Rows that no view asked for yet.
    QTRY_COMPARE(bench.cell(1, 2).toString(), QStringLiteral("two words"));
    QTRY_VERIFY(bench.cell(3, 2).toString().contains(QStringLiteral("no such thing")));
}

void TestMatrixTableModel::figuresAreThoseOfTheCells()
{
    Bench bench;
    bench.run();
    bench.model.setMatrix(bench.matrix.get());
    QCOMPARE(bench.cell(0, 1, Model::StatusRole).toInt(), static_cast<int>(LaneStatus::Complete));
    QCOMPARE(bench.cell(0, 1, Model::PassedRole).toBool(), true);
    QCOMPARE(bench.cell(2, 1, Model::PassedRole).toBool(), false);
    QVERIFY(bench.cell(2, 1, Model::PassedRole).isValid());
    QCOMPARE(bench.cell(3, 2, Model::StatusRole).toInt(), static_cast<int>(LaneStatus::Failed));
    QVERIFY(bench.cell(0, 1, Model::TimeRole).toDouble() > 0);
    QCOMPARE(bench.cell(0, 1, Model::TokensRole).toInt(), bench.matrix->cell(0, 0).outputTokens.value());
    QVERIFY(bench.cell(0, 1, Model::TokensRole).toInt() > 0);
    // The price of the fake model is unknown.
    QVERIFY(!bench.cell(0, 1, Model::CostRole).isValid());
    QCOMPARE(bench.cell(0, 1, Model::ValueRole).value<MatrixCell>(), bench.matrix->cell(0, 0));
}

void TestMatrixTableModel::filtersLetThroughWhatTheySay_data()
{
    QTest::addColumn<Model::Filter>("filter");
    QTest::addColumn<QList<int>>("cases");
    QTest::newRow("all") << Model::Filter::All << QList<int>{0, 1, 2, 3};
    QTest::newRow("a failed check") << Model::Filter::Failed << QList<int>{2};
    QTest::newRow("an error") << Model::Filter::Errors << QList<int>{3};
    // An error is no answer that could differ.
    QTest::newRow("different answers") << Model::Filter::Different << QList<int>{1};
}

void TestMatrixTableModel::filtersLetThroughWhatTheySay()
{
    QFETCH(Model::Filter, filter);
    QFETCH(QList<int>, cases);
    Bench bench;
    bench.run();
    bench.model.setMatrix(bench.matrix.get());
    bench.model.setFilter(filter);
    QCOMPARE(casesOf(bench.model), cases);
    QCOMPARE(bench.model.count(filter), static_cast<int>(cases.size()));
    QCOMPARE(bench.model.rowOf(cases.last()), static_cast<int>(cases.size()) - 1);
    QCOMPARE(bench.model.headerData(0, Qt::Vertical, Qt::DisplayRole).toInt(), cases.first() + 1);
}

void TestMatrixTableModel::rowsComeAndGoWhileItRuns()
{
    Bench bench;
    bench.model.setMatrix(bench.matrix.get());
    bench.model.setFilter(Model::Filter::Failed);
    QCOMPARE(bench.model.rowCount(), 0);
    QSignalSpy counts(&bench.model, &Model::countsChanged);
    bench.run();
    QTRY_COMPARE(casesOf(bench.model), QList<int>{2});
    QVERIFY(!counts.isEmpty());

    // Asked again, and right this time: the row leaves.
    for (const QString &model : {QStringLiteral("first"), QStringLiteral("second")})
        bench.provider.onModel(model, {test::completion({QStringLiteral("right")})});
    QVERIFY(bench.matrix->askFailedAgain(true));
    QVERIFY(MatrixBench::reaches(*bench.matrix, Matrix::State::Finished));
    QTRY_COMPARE(bench.model.rowCount(), 0);
    bench.model.setFilter(Model::Filter::All);
    QTRY_COMPARE(bench.cell(2, 1).toString(), QStringLiteral("right"));
}

void TestMatrixTableModel::anotherMatrixTakesItsPlace()
{
    Bench bench;
    bench.run();
    bench.model.setMatrix(bench.matrix.get());
    QTRY_COMPARE(bench.cell(0, 1).toString(), QStringLiteral("equal"));
    const auto other = bench.loaded(bench.addMatrix(bench.countingSet(2), {MatrixBench::target()}));
    // What was asked of the first one must not appear in the second.
    (void)bench.cell(1, 1);
    bench.model.setMatrix(other.get());
    QCOMPARE(bench.model.rowCount(), 2);
    (void)bench.cell(1, 1);
    QTRY_COMPARE(bench.cell(1, 0).toString(), QStringLiteral("1"));
    QCOMPARE(bench.cell(1, 1).toString(), QString());
    bench.model.setMatrix(nullptr);
    QCOMPARE(bench.model.rowCount(), 0);
}

SWITCHYARD_TEST(TestMatrixTableModel)
#include "tst_matrixtablemodel.moc"
