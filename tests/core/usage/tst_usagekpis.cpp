#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

QDateTime kpiTime(int month, int day, int hour)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC);
}

} // namespace

class TestUsageKpis : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void figuresAreOfSumsAndOfThePeriodBefore();
    void ratesOfNothingAreUnset();
    void aFilterNarrowsBothPeriods();
    void percentilesNeedTwentySamples();
    void thePeriodBeforeIsThereOnlyWhenTheLedgerWas();
    void simulatedOnesAreCountedApart();

private:
    UsageKpis ask(const QList<UsageFilter> &filters = {}, bool includeSimulated = false);

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<UsageReader> m_reader;
};

void TestUsageKpis::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_reader = std::make_unique<UsageReader>(m_story->ledger.database());
}

/// The seven days to 22 November, at noon of which it is asked.
UsageKpis TestUsageKpis::ask(const QList<UsageFilter> &filters, bool includeSimulated)
{
    m_story->finish();
    KpiQuery query;
    query.period = periodOf(PeriodKind::Last7Days, QDate(2026, 11, 22));
    query.nowMs = m_story->clock.utcMs();
    query.filters = filters;
    query.includeSimulated = includeSimulated;
    const Result<UsageKpis> kpis = await(m_reader->kpis(query));
    if (!kpis)
        qFatal("%s", qPrintable(kpis.error().message));
    return *kpis;
}

void TestUsageKpis::figuresAreOfSumsAndOfThePeriodBefore()
{
    LedgerStory::Request failed{QStringLiteral("a/one")};
    failed.status = LaneStatus::Failed;
    failed.cost = Money();
    m_story->tell(kpiTime(11, 8, 9), {QStringLiteral("a/one")});
    // The period before runs from the 9th to noon of the 15th.
    m_story->tell(kpiTime(11, 9, 0), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 15, 11), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 15, 13), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 16, 0), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 20, 9), failed);
    m_story->tell(kpiTime(11, 22, 9), {QStringLiteral("b/two")});
    m_story->tell(kpiTime(11, 22, 10), {QStringLiteral("b/two")});
    const UsageKpis kpis = ask();
    QCOMPARE(kpis.now.figures.calls, 4);
    QCOMPARE(kpis.now.figures.input, 3'000);
    QCOMPARE(kpis.now.figures.output, 600);
    // Three answers at 2,000,000,000 picos.
    QCOMPARE(kpis.now.cost, std::optional(Money::fromPicos(6'000'000'000)));
    QCOMPARE(kpis.now.errorRate, std::optional(0.25));
    QCOMPARE(kpis.now.cacheHitRate, std::optional(0.0));
    QVERIFY(kpis.previous);
    QCOMPARE(kpis.previous->figures.calls, 2);
    QCOMPARE(kpis.previous->errorRate, std::optional(0.0));
    QCOMPARE(kpis.previousRange->untilMs, std::optional(kpiTime(11, 15, 12).toMSecsSinceEpoch()));
    QCOMPARE(kpis.firstMs, std::optional(kpiTime(11, 8, 9).toMSecsSinceEpoch()));
    QCOMPARE(kpis.latencies.size(), 2);
}

void TestUsageKpis::ratesOfNothingAreUnset()
{
    const UsageKpis kpis = ask();
    QVERIFY(!kpis.now.errorRate && !kpis.now.cacheHitRate && !kpis.previous);
    QCOMPARE(kpis.now.cost, std::optional(Money()));
    LedgerStory::Request unpriced{QStringLiteral("a/one")};
    unpriced.cost = std::nullopt;
    m_story->tell(kpiTime(11, 20, 9), unpriced);
    QVERIFY(!ask().now.cost);
    QCOMPARE(ask().now.figures.unpricedAttempts, 1);
}

void TestUsageKpis::aFilterNarrowsBothPeriods()
{
    m_story->tell(kpiTime(11, 1, 9), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 10, 9), {QStringLiteral("a/one")});
    m_story->tell(kpiTime(11, 10, 9), {QStringLiteral("b/one")});
    m_story->tell(kpiTime(11, 20, 9), {QStringLiteral("b/one")});
    const UsageKpis kpis = ask({{QStringLiteral("account"), QStringLiteral("a")}});
    QCOMPARE(kpis.now.figures.calls, 0);
    QVERIFY(kpis.previous);
    QCOMPARE(kpis.previous->figures.calls, 1);
}

void TestUsageKpis::percentilesNeedTwentySamples()
{
    LedgerStory::Request request{QStringLiteral("a/one")};
    for (int at = 1; at <= 19; ++at) {
        request.firstTextMs = at * 100.0;
        m_story->tell(kpiTime(11, 20, 8), request);
    }
    QVERIFY(!ask().now.latency.p95);
    request.firstTextMs = 2'000.0;
    m_story->tell(kpiTime(11, 20, 8), request);
    // The 19th of 20 values.
    QCOMPARE(ask().now.latency.p95, std::optional(1'900.0));
}

void TestUsageKpis::thePeriodBeforeIsThereOnlyWhenTheLedgerWas()
{
    m_story->tell(kpiTime(11, 15, 13), {QStringLiteral("a/one")});
    QVERIFY(!ask().previous);
    m_story->tell(kpiTime(11, 15, 11), {QStringLiteral("a/one")});
    QVERIFY(ask().previous);
}

void TestUsageKpis::simulatedOnesAreCountedApart()
{
    LedgerStory::Request simulated{QStringLiteral("demo/quick")};
    simulated.simulated = true;
    m_story->tell(kpiTime(11, 20, 8), simulated);
    QCOMPARE(ask().now.figures.attempts, 0);
    QCOMPARE(ask().hiddenSimulated, 1);
    QCOMPARE(ask({}, true).now.figures.attempts, 1);
    QCOMPARE(ask({}, true).hiddenSimulated, 0);
}

SWITCHYARD_TEST(TestUsageKpis)

#include "tst_usagekpis.moc"
