#include "core/judging/paretofront.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TestParetoFront : public QObject
{
    Q_OBJECT

private slots:
    void dominated_data();
    void dominated();
    void theFrontGoesFromTheLeastBurdenToTheMost();
    void theFrontEqualsTheDefinitionOnManyPoints();
};

void TestParetoFront::dominated_data()
{
    QTest::addColumn<QList<ParetoPoint>>("points");
    QTest::addColumn<QList<bool>>("dominated");
    QTest::newRow("no point") << QList<ParetoPoint>{} << QList<bool>{};
    QTest::newRow("one point stands") << QList<ParetoPoint>{{0.5, 1.0}} << QList<bool>{false};
    QTest::newRow("better and cheaper")
        << QList<ParetoPoint>{{0.5, 1.0}, {0.4, 2.0}} << QList<bool>{false, true};
    QTest::newRow("equally good, cheaper")
        << QList<ParetoPoint>{{0.5, 1.0}, {0.5, 2.0}} << QList<bool>{false, true};
    QTest::newRow("better for the same")
        << QList<ParetoPoint>{{0.4, 1.0}, {0.5, 1.0}} << QList<bool>{true, false};
    QTest::newRow("better but dearer")
        << QList<ParetoPoint>{{0.5, 1.0}, {0.6, 2.0}} << QList<bool>{false, false};
    QTest::newRow("alike in both: neither")
        << QList<ParetoPoint>{{0.5, 1.0}, {0.5, 1.0}} << QList<bool>{false, false};
    QTest::newRow("without a quality: no place")
        << QList<ParetoPoint>{{std::nullopt, 0.1}, {0.5, 1.0}} << QList<bool>{false, false};
    QTest::newRow("without a burden: no place")
        << QList<ParetoPoint>{{0.9, std::nullopt}, {0.5, 1.0}} << QList<bool>{false, false};
}

void TestParetoFront::dominated()
{
    QFETCH(QList<ParetoPoint>, points);
    QTEST(dominatedPoints(points), "dominated");
}

void TestParetoFront::theFrontGoesFromTheLeastBurdenToTheMost()
{
    const QList<ParetoPoint> points{{0.9, 9.0}, {0.2, 1.0}, {0.1, 2.0}, {0.6, 3.0}, {std::nullopt, 0.0}};
    QCOMPARE(paretoFront(points), (QList<qsizetype>{1, 3, 0}));
}

/// Along a front quality must rise with the burden, and everything else must lie below it.
void TestParetoFront::theFrontEqualsTheDefinitionOnManyPoints()
{
    QList<ParetoPoint> points;
    for (int at = 0; at < 200; ++at)
        points.append({at * 37 % 101 / 100.0, at * 53 % 97 / 10.0});
    const QList<qsizetype> front = paretoFront(points);
    QVERIFY(front.size() > 1);
    for (qsizetype at = 1; at < front.size(); ++at) {
        QVERIFY(*points.at(front.at(at)).burden >= *points.at(front.at(at - 1)).burden);
        QVERIFY(*points.at(front.at(at)).quality >= *points.at(front.at(at - 1)).quality);
    }
    for (qsizetype at = 0; at < points.size(); ++at) {
        if (front.contains(at))
            continue;
        const bool below = std::any_of(front.cbegin(), front.cend(), [&](qsizetype one) {
            return *points.at(one).quality >= *points.at(at).quality
                && *points.at(one).burden <= *points.at(at).burden;
        });
        QVERIFY2(below, qPrintable(QString::number(at)));
    }
}

SWITCHYARD_TEST(TestParetoFront)
#include "tst_paretofront.moc"
