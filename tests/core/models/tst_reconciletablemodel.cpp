#include "core/models/reconciletablemodel.h"

#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace core;

namespace {

ReconcileRow gapRow()
{
    ReconcileRow row;
    row.day = QDate(2026, 11, 2);
    row.model = QStringLiteral("gpt-4o-mini");
    row.own.requests = 10;
    row.own.uncachedInput = 10'000;
    row.own.output = 2'000;
    row.own.cost = Money::fromDecimal(u"0.02");
    row.theirs.cost = Money::fromDecimal(u"0.01");
    row.percent = -100.0;
    row.flagged = true;
    row.sentence = QStringLiteral("A batch.");
    return row;
}

} // namespace

class ReconcileTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsShowBothSides();
    void whatASideDoesNotTellIsADash();
    void rowsAreReplaced();
};

void ReconcileTableModelTest::rowsShowBothSides()
{
    ReconcileTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({gapRow()});
    const auto cell = [&model](int column, int role = Qt::DisplayRole) {
        return model.index(0, column).data(role);
    };
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(ReconcileTableModel::Model).toString(), QStringLiteral("gpt-4o-mini"));
    QCOMPARE(cell(ReconcileTableModel::OwnTokens, ReconcileTableModel::ValueRole).toLongLong(), 12'000);
    QCOMPARE(cell(ReconcileTableModel::OwnCost).toString(), QStringLiteral("$0.02"));
    QCOMPARE(cell(ReconcileTableModel::TheirCost).toString(), QStringLiteral("$0.01"));
    QCOMPARE(cell(ReconcileTableModel::TheirCost, ReconcileTableModel::ValueRole).toLongLong(),
             10'000'000'000);
    QCOMPARE(cell(ReconcileTableModel::Gap, ReconcileTableModel::ValueRole).toDouble(), -100.0);
    QCOMPARE(cell(ReconcileTableModel::Cause).toString(), QStringLiteral("A batch."));
    QVERIFY(
        cell(ReconcileTableModel::Day, Qt::ToolTipRole).toString().contains(QStringLiteral("Requests: 10")));
}

void ReconcileTableModelTest::whatASideDoesNotTellIsADash()
{
    ReconcileTableModel model;
    model.setRows({gapRow()});
    const QModelIndex tokens = model.index(0, ReconcileTableModel::TheirTokens);
    QCOMPARE(tokens.data().toString(), QStringLiteral("–"));
    QVERIFY(!tokens.data(ReconcileTableModel::ValueRole).isValid());
}

void ReconcileTableModelTest::rowsAreReplaced()
{
    ReconcileTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({gapRow(), gapRow()});
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    for (int column = 0; column < ReconcileTableModel::kColumns; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

SWITCHYARD_TEST(ReconcileTableModelTest)
#include "tst_reconciletablemodel.moc"
