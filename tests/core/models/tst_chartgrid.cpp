#include "core/models/chartgrid.h"

#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TestChartGrid : public QObject
{
    Q_OBJECT

private slots:
    void gridLinesAreRound_data();
    void gridLinesAreRound();
    void gridLinesAreToldApart_data();
    void gridLinesAreToldApart();
};

void TestChartGrid::gridLinesAreRound_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QList<double>>("steps");
    QTest::newRow("nothing") << 0.0 << false << QList<double>{0.0, 1.0};
    QTest::newRow("three dollars") << 2.96 << false << QList<double>{0.0, 1.0, 2.0, 3.0};
    QTest::newRow("a round one is the last line")
        << 5.0 << false << QList<double>{0.0, 1.0, 2.0, 3.0, 4.0, 5.0};
    QTest::newRow("forty") << 33.0 << true << QList<double>{0.0, 10.0, 20.0, 30.0, 40.0};
    QTest::newRow("one request") << 1.0 << true << QList<double>{0.0, 1.0};
    QTest::newRow("three requests have no halves") << 3.0 << true << QList<double>{0.0, 1.0, 2.0, 3.0};
}

void TestChartGrid::gridLinesAreRound()
{
    QFETCH(double, highest);
    QFETCH(bool, whole);
    QTEST(gridSteps(highest, whole), "steps");
}

void TestChartGrid::gridLinesAreToldApart_data()
{
    QTest::addColumn<double>("usd");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("$0");
    QTest::newRow("less than a cent") << 0.005 << QStringLiteral("$0.005");
    QTest::newRow("whole cents") << 0.1 << QStringLiteral("$0.10");
    QTest::newRow("half a cent more") << 0.015 << QStringLiteral("$0.015");
    QTest::newRow("whole dollars") << 2500.0 << QStringLiteral("$2,500");
    QTest::newRow("half a dollar more") << 2.5 << QStringLiteral("$2.50");
}

void TestChartGrid::gridLinesAreToldApart()
{
    QFETCH(double, usd);
    QTEST(gridDollars(usd, QLocale(QLocale::English, QLocale::UnitedStates)), "text");
}

SWITCHYARD_TEST(TestChartGrid)

#include "tst_chartgrid.moc"
