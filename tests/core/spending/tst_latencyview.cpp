#include "core/spending/latencyview.h"
#include "core/spending/spendingreader.h"
#include "core/storage/statement.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <cmath>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::LedgerStory;
using test::RandomTraffic;

class TestLatencyView : public QObject
{
    Q_OBJECT

private slots:
    void percentilesNeedTwentySamples();
    void daysAreThoseOfTheZone();
    void cellsHaveAnswersAndErrors();
    void manyAttemptsAreReadFromSketches();
    void anEmptyLedgerHasNothing();
    void aHistogramHasAtMostSoManyBins_data();
    void aHistogramHasAtMostSoManyBins();

private:
    static LatencyView read(Database &database, const LatencyViewQuery &query = {});
    static QDateTime at(int day, int hour)
    {
        return QDateTime(QDate(2026, 11, day), QTime(hour, 0), Qt::UTC);
    }
    static LedgerStory::Request answered(double firstMs)
    {
        LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
        request.firstTextMs = firstMs;
        return request;
    }
};

LatencyView TestLatencyView::read(Database &database, const LatencyViewQuery &query)
{
    const auto view =
        await(database.read([query](Connection &connection) { return latencyView(connection, query); }));
    if (!view)
        qFatal("%s", qPrintable(view.error().message));
    return *view;
}

void TestLatencyView::percentilesNeedTwentySamples()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    // 100, 200 ... 2000 ms on the 20th, one value less on the 21st.
    for (int value = 1; value <= 20; ++value) {
        story.tell(at(20, 9), answered(100.0 * value));
        if (value > 1)
            story.tell(at(21, 9), answered(100.0 * value));
    }
    story.finish();
    const LatencyView view = read(story.ledger.database());
    QCOMPARE(view.days.size(), 2);
    const LatencyDay &first = view.days.first();
    QCOMPARE(first.day, QDate(2026, 11, 20));
    QCOMPARE(first.firstMs.samples, 20);
    QVERIFY(first.firstMs.p50 && std::abs(*first.firstMs.p50 - 1'000.0) <= 1'000.0 * kSketchError);
    QVERIFY(first.firstMs.p90 && std::abs(*first.firstMs.p90 - 1'800.0) <= 1'800.0 * kSketchError);
    QVERIFY(first.firstMs.p99 && std::abs(*first.firstMs.p99 - 2'000.0) <= 2'000.0 * kSketchError);
    // All of an answer takes two seconds more, and 199 tokens come in these.
    QVERIFY(first.totalMs.p50 && std::abs(*first.totalMs.p50 - 3'000.0) <= 3'000.0 * kSketchError);
    QVERIFY(first.rate.p50 && std::abs(*first.rate.p50 - 99.5) <= 99.5 * kSketchError);
    QCOMPARE(view.days.last().firstMs.samples, 19);
    QVERIFY(!view.days.last().firstMs.p50);
    QVERIFY(!view.days.last().firstMs.p99);
    QCOMPARE(view.sketches.firstMs.count(), 39);
}

void TestLatencyView::daysAreThoseOfTheZone()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.tell(at(20, 18), answered(400.0)); // 23:30 in India
    story.tell(at(20, 19), answered(400.0)); // 00:30 on the next day
    story.finish();
    LatencyViewQuery query;
    query.zone = QTimeZone("Asia/Kolkata");
    const LatencyView view = read(story.ledger.database(), query);
    QCOMPARE(view.days.size(), 2);
    QCOMPARE(view.days.at(0).day, QDate(2026, 11, 20));
    QCOMPARE(view.days.at(1).day, QDate(2026, 11, 21));
    query.range.sinceMs = QDateTime(QDate(2026, 11, 21), QTime(0, 0), query.zone).toMSecsSinceEpoch();
    QCOMPARE(read(story.ledger.database(), query).days.size(), 1);
}

void TestLatencyView::cellsHaveAnswersAndErrors()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.tell(at(20, 9), answered(400.0));
    story.tell(at(20, 9), answered(400.0));
    story.tell(at(20, 21), answered(8'000.0));
    LedgerStory::Request failure = answered(0.0);
    failure.status = LaneStatus::Failed;
    story.tell(at(20, 21), failure);
    LedgerStory::Request simulated = answered(400.0);
    simulated.simulated = true;
    story.tell(at(20, 9), simulated);
    story.finish();
    const LatencyView view = read(story.ledger.database());
    QVERIFY(view.exactCells);
    QCOMPARE(view.cells.size(), 3);
    const LatencyCell &without = view.cells.at(0);
    QCOMPARE(without.errors, 1);
    QCOMPARE(without.answers, 0);
    QCOMPARE(without.high, 0.0);
    const LatencyCell &fast = view.cells.at(1);
    QCOMPARE(fast.answers, 2);
    QVERIFY(fast.low <= 400.0 && 400.0 < fast.high);
    QVERIFY(fast.fromMs <= at(20, 9).toMSecsSinceEpoch() && at(20, 9).toMSecsSinceEpoch() < fast.toMs);
    const LatencyCell &slow = view.cells.at(2);
    QCOMPARE(slow.answers, 1);
    QVERIFY(slow.low <= 8'000.0 && 8'000.0 < slow.high);
    QCOMPARE(slow.fromMs, without.fromMs);
    LatencyViewQuery all;
    all.includeSimulated = true;
    QCOMPARE(read(story.ledger.database(), all).cells.at(1).answers, 3);
}

void TestLatencyView::manyAttemptsAreReadFromSketches()
{
    LedgerFixture ledger;
    RandomTraffic(ledger).ask(40);
    const Result<void> copied = RandomTraffic::repeat(*ledger.database);
    QVERIFY2(copied, copied ? "" : qPrintable(copied.error().message));
    const auto number = [&ledger](const char *condition) {
        return ledger.number(QStringLiteral("SELECT count(*) FROM attempts WHERE simulated = 0 AND "
                                            "settled_at IS NOT NULL AND ")
                             + QString::fromLatin1(condition));
    };
    const LatencyView view = read(*ledger.database);
    QVERIFY(!view.exactCells);
    QVERIFY(view.cells.size() <= kMostLatencyCells);
    qint64 answers = 0;
    qint64 errors = 0;
    for (const LatencyCell &cell : view.cells) {
        QVERIFY(cell.fromMs < cell.toMs);
        answers += cell.answers;
        errors += cell.errors;
    }
    QCOMPARE(answers, number("first_text_ms IS NOT NULL"));
    QCOMPARE(errors, number("status IN ('failed', 'refused', 'interrupted')"));
    QCOMPARE(view.sketches.firstMs.count(), answers);
    qint64 samples = 0;
    for (const LatencyDay &day : view.days)
        samples += day.firstMs.samples;
    QCOMPARE(samples, answers);
}

void TestLatencyView::anEmptyLedgerHasNothing()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    const SpendingReader reader(story.ledger.database(), story.clock);
    const auto view = await(reader.latency({}));
    QVERIFY(view);
    QVERIFY(view->days.isEmpty());
    QVERIFY(view->cells.isEmpty());
    QCOMPARE(view->range, TimeRange());
}

void TestLatencyView::aHistogramHasAtMostSoManyBins_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("most");
    QTest::newRow("nothing") << QList<double>() << 10;
    QTest::newRow("one value") << QList<double>{400.0} << 10;
    QTest::newRow("far apart") << QList<double>{1.0, 1.0, 30'000.0} << 12;
    QTest::newRow("close together") << QList<double>{400.0, 410.0, 440.0, 500.0} << 40;
}

void TestLatencyView::aHistogramHasAtMostSoManyBins()
{
    QFETCH(QList<double>, values);
    QFETCH(int, most);
    ValueSketch sketch;
    for (const double value : values)
        sketch.add(value);
    const QList<ValueSketch::Bin> bins = histogramBins(sketch, most);
    QCOMPARE(bins.isEmpty(), values.isEmpty());
    QVERIFY(bins.size() <= most);
    qint64 count = 0;
    for (qsizetype at = 0; at < bins.size(); ++at) {
        count += bins.at(at).count;
        QVERIFY(at == 0 || qFuzzyCompare(bins.at(at - 1).to, bins.at(at).from));
        QVERIFY(qFuzzyCompare(bins.at(at).to / bins.at(at).from, bins.first().to / bins.first().from));
    }
    QCOMPARE(count, qint64(values.size()));
    if (!bins.isEmpty()) {
        QVERIFY(bins.first().from < values.first() && values.first() <= bins.first().to * 1.0001);
        QVERIFY(bins.last().from < values.last() && values.last() <= bins.last().to * 1.0001);
    }
}

SWITCHYARD_TEST(TestLatencyView)
#include "tst_latencyview.moc"
