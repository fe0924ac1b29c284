#include "core/ledger/statistics.h"
#include "core/ledger/valuesketch.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace core;

class ValueSketchTest : public QObject
{
    Q_OBJECT

private slots:
    void quantilesAreWithinTheStatedError_data();
    void quantilesAreWithinTheStatedError();
    void partsAddUpToTheWhole();
    void sketchesOfOtherRangesAddUp();
    void whatIsRemovedWasNeverThere();
    void bytesBringBackTheSketch();
    void wrongBytesAreRefused_data();
    void wrongBytesAreRefused();
    void anEmptySketchKnowsNothing();
    void binsHoldEveryValueOnce();
    void valuesBeyondTheRangeCountAtItsEnds();

private:
    static QList<double> values(const std::function<double(std::mt19937 &)> &next, int count)
    {
        std::mt19937 random(7);
        QList<double> values;
        for (int at = 0; at < count; ++at)
            values.append(next(random));
        return values;
    }
    static QList<double> someTimes(int count)
    {
        std::lognormal_distribution<double> times(6.0, 1.0);
        return values([&times](std::mt19937 &random) { return times(random); }, count);
    }
    static ValueSketch sketchOf(const QList<double> &values)
    {
        ValueSketch sketch;
        for (const double value : values)
            sketch.add(value);
        return sketch;
    }
};

void ValueSketchTest::quantilesAreWithinTheStatedError_data()
{
    QTest::addColumn<QList<double>>("sample");
    QTest::newRow("one value") << QList<double>{412.9};
    QTest::newRow("times that spread over decades") << someTimes(20'000);
    std::uniform_real_distribution<double> even(5.0, 200.0);
    QTest::newRow("rates that are spread evenly")
        << values([&even](std::mt19937 &random) { return even(random); }, 5'000);
    QTest::newRow("the same value again and again") << QList<double>(300, 1000.0);
    QTest::newRow("two clusters far from each other")
        << values([](std::mt19937 &random) { return random() % 10 == 0 ? 90'000.0 : 120.0; }, 1'000);
    QTest::newRow("fractions of a millisecond") << QList<double>{0.004, 0.02, 0.35, 0.9, 0.95};
}

void ValueSketchTest::quantilesAreWithinTheStatedError()
{
    QFETCH(QList<double>, sample);
    const ValueSketch sketch = sketchOf(sample);
    std::sort(sample.begin(), sample.end());
    for (const double p : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1.0}) {
        const double exact = nearestRank(sample, p);
        const double told = sketch.quantile(p).value_or(0.0);
        QVERIFY2(std::abs(told - exact) <= exact * kSketchError * 1.000001,
                 qPrintable(QStringLiteral("p %1: %2 instead of %3").arg(p).arg(told).arg(exact)));
    }
    QVERIFY(kSketchError <= 0.02);
}

void ValueSketchTest::partsAddUpToTheWhole()
{
    const QList<double> sample = someTimes(3'000);
    ValueSketch sum;
    sum.add(ValueSketch());
    for (qsizetype from = 0; from < sample.size(); from += 700)
        sum.add(sketchOf(sample.mid(from, 700)));
    QCOMPARE(sum.count(), 3'000);
    QCOMPARE(sum.toBytes(), sketchOf(sample).toBytes());
}

void ValueSketchTest::sketchesOfOtherRangesAddUp()
{
    const ValueSketch middle = sketchOf({90.0, 100.0});
    const ValueSketch low = sketchOf({0.5});
    const ValueSketch high = sketchOf({70'000.0, 70'000.0});
    ValueSketch sum = middle;
    sum.add(low);
    sum.add(high);
    QCOMPARE(sum.toBytes(), sketchOf({0.5, 90.0, 100.0, 70'000.0, 70'000.0}).toBytes());
    ValueSketch other = high;
    other.add(low);
    other.add(middle);
    QCOMPARE(other.toBytes(), sum.toBytes());
    QCOMPARE(other.quantile(0.5), middle.quantile(1.0));
}

void ValueSketchTest::whatIsRemovedWasNeverThere()
{
    ValueSketch sketch = sketchOf({5.0, 90.0, 90.0, 4'000.0});
    sketch.remove(90.0);
    sketch.remove(5.0);
    QCOMPARE(sketch.toBytes(), sketchOf({90.0, 4'000.0}).toBytes());
    QCOMPARE(sketch.quantile(0.0), sketchOf({90.0}).quantile(0.0));
    // Nothing of this bin, and nothing beyond the others.
    sketch.remove(5.0);
    sketch.remove(1e12);
    QCOMPARE(sketch.count(), 2);
    sketch.remove(90.0);
    sketch.remove(4'000.0);
    QCOMPARE(sketch.count(), 0);
    QVERIFY(sketch.toBytes().isEmpty());
    QVERIFY(!sketch.quantile(0.5));
}

void ValueSketchTest::bytesBringBackTheSketch()
{
    const ValueSketch sketch = sketchOf(someTimes(500));
    ValueSketch copy;
    QVERIFY(copy.addBytes(sketch.toBytes()));
    QCOMPARE(copy.count(), 500);
    QCOMPARE(copy.bins(), sketch.bins());
    QVERIFY(copy.addBytes(sketch.toBytes()));
    QCOMPARE(copy.count(), 1'000);
    QCOMPARE(copy.quantile(0.5), sketch.quantile(0.5));
}

void ValueSketchTest::wrongBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = sketchOf({250.0, 800.0}).toBytes();
    QTest::newRow("cut in the middle") << good.left(good.size() - 1);
    QTest::newRow("a bin far beyond the range") << QByteArray("\xff\xff\xff\x7f\x01", 5);
    QTest::newRow("a number without an end") << QByteArray(12, '\xff');
}

void ValueSketchTest::wrongBytesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!ValueSketch().addBytes(bytes));
}

void ValueSketchTest::anEmptySketchKnowsNothing()
{
    const ValueSketch sketch;
    QCOMPARE(sketch.count(), 0);
    QVERIFY(!sketch.quantile(0.5));
    QVERIFY(sketch.bins().isEmpty());
    QVERIFY(sketch.toBytes().isEmpty());
}

void ValueSketchTest::binsHoldEveryValueOnce()
{
    const QList<double> sample = someTimes(2'000);
    qint64 counted = 0;
    double end = 0.0;
    const QList<ValueSketch::Bin> bins = sketchOf(sample).bins();
    for (const ValueSketch::Bin &bin : bins) {
        QVERIFY(bin.from >= end * 0.999999 && bin.from < bin.to);
        const auto within = std::count_if(sample.cbegin(), sample.cend(), [&bin](double value) {
            return value > bin.from && value <= bin.to;
        });
        QCOMPARE(bin.count, qint64(within));
        counted += bin.count;
        end = bin.to;
    }
    QCOMPARE(counted, 2'000);
}

void ValueSketchTest::valuesBeyondTheRangeCountAtItsEnds()
{
    const ValueSketch sketch = sketchOf({0.0, -5.0, 1e300});
    QCOMPARE(sketch.count(), 3);
    QVERIFY(*sketch.quantile(0.5) < 0.0011);
    QVERIFY(*sketch.quantile(1.0) > 9e8);
}

SWITCHYARD_TEST(ValueSketchTest)
#include "tst_valuesketch.moc"
