#include "core/ledger/usageoverview.h"

#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::LedgerStory;

namespace {

const QTimeZone kHomeZone("Europe/Berlin");

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
}

OverviewQuery query(const QDateTime &since, const QDateTime &until)
{
    OverviewQuery wanted;
    wanted.sinceMs = since.toMSecsSinceEpoch();
    wanted.untilMs = until.toMSecsSinceEpoch();
    wanted.zone = kHomeZone;
    return wanted;
}

} // namespace

class TestUsageOverview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void daysAreLocalAndSumUpToTheTotal();
    void thePeriodBeforeIsThereOnlyWhenTheLedgerWas();
    void latencyIsOfAllAndOfEach();
    void simulatedOnesAreCountedApart();
    void anEmptyLedgerHasNothing();

private:
    UsageOverview ask(const OverviewQuery &wanted) const;

    std::unique_ptr<LedgerStory> m_story;
};

void TestUsageOverview::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

UsageOverview TestUsageOverview::ask(const OverviewQuery &wanted) const
{
    const Result<UsageOverview> overview = test::await(m_story->reader.overview(wanted));
    if (!overview)
        qFatal("%s", qPrintable(overview.error().message));
    return *overview;
}

void TestUsageOverview::daysAreLocalAndSumUpToTheTotal()
{
    // The 25th has 25 hours in Berlin: from 22:00 UTC on the 24th to 23:00 UTC on the 25th.
    m_story->tell(utc(10, 24, 21, 59), {QStringLiteral("a/one")});
    m_story->tell(utc(10, 24, 22, 0), {QStringLiteral("a/one")});
    m_story->tell(utc(10, 25, 22, 59), {QStringLiteral("b/one")});
    m_story->tell(utc(10, 25, 23, 0), {QStringLiteral("a/two")});
    m_story->finish();
    const UsageOverview overview = ask(query(utc(10, 20, 0), utc(10, 30, 0)));
    QStringList rows;
    UsageFigures sum;
    for (const UsageRow &row : overview.days.rows) {
        rows.append(row.keys.join(QLatin1Char(' ')));
        sum += row.figures;
    }
    rows.sort();
    QCOMPARE(rows,
             QStringList({QStringLiteral("2026-10-24 a one"), QStringLiteral("2026-10-25 a one"),
                          QStringLiteral("2026-10-25 b one"), QStringLiteral("2026-10-26 a two")}));
    QCOMPARE(sum, overview.days.total);
    QCOMPARE(overview.days.total.attempts, 4);
    QCOMPARE(overview.firstMs, std::optional(utc(10, 24, 21, 59).toMSecsSinceEpoch()));
    QCOMPARE(overview.lastMs, std::optional(utc(10, 25, 23, 0).toMSecsSinceEpoch()));
}

void TestUsageOverview::thePeriodBeforeIsThereOnlyWhenTheLedgerWas()
{
    m_story->tell(utc(11, 10, 8), {QStringLiteral("a/one")});
    m_story->tell(utc(11, 20, 8), {QStringLiteral("a/one")});
    m_story->tell(utc(11, 20, 9), {QStringLiteral("a/one")});
    m_story->finish();
    OverviewQuery wanted = query(utc(11, 16, 0), utc(11, 23, 0));
    wanted.previousSinceMs = utc(11, 9, 0).toMSecsSinceEpoch();
    wanted.previousUntilMs = wanted.sinceMs;
    const UsageOverview overview = ask(wanted);
    QCOMPARE(overview.days.total.attempts, 2);
    QVERIFY(overview.previous);
    QCOMPARE(overview.previous->attempts, 1);
    wanted.previousSinceMs = utc(11, 1, 0).toMSecsSinceEpoch();
    wanted.previousUntilMs = utc(11, 8, 0).toMSecsSinceEpoch();
    QVERIFY(!ask(wanted).previous);
}

void TestUsageOverview::latencyIsOfAllAndOfEach()
{
    for (int at = 1; at <= 20; ++at) {
        LedgerStory::Request request{QStringLiteral("a/one")};
        request.firstTextMs = at * 100.0;
        m_story->tell(utc(11, 20, 8), request);
    }
    m_story->tell(utc(11, 20, 9), {QStringLiteral("b/two")});
    m_story->finish();
    const UsageOverview overview = ask(query(utc(11, 1, 0), utc(11, 30, 0)));
    QCOMPARE(overview.latencies.size(), 2);
    QCOMPARE(overview.latencies.at(0).p50, std::optional(1000.0));
    QCOMPARE(overview.latencies.at(0).p95, std::optional(1900.0));
    QVERIFY(!overview.latencies.at(1).p95);
    QCOMPARE(overview.latency.samples, 21);
    // The 20th of 21 values: 100, 200, 300, 400, 400, ... 2000.
    QCOMPARE(overview.latency.p95, std::optional(1900.0));
    QVERIFY(overview.latency.account.isEmpty());
}

void TestUsageOverview::simulatedOnesAreCountedApart()
{
    LedgerStory::Request simulated{QStringLiteral("demo/quick")};
    simulated.simulated = true;
    m_story->tell(utc(11, 20, 8), simulated);
    m_story->finish();
    OverviewQuery wanted = query(utc(11, 1, 0), utc(11, 30, 0));
    const UsageOverview without = ask(wanted);
    QCOMPARE(without.days.total.attempts, 0);
    QCOMPARE(without.hiddenSimulated, 1);
    QVERIFY(!without.firstMs);
    wanted.includeSimulated = true;
    const UsageOverview with = ask(wanted);
    QCOMPARE(with.days.total.attempts, 1);
    QCOMPARE(with.hiddenSimulated, 0);
    QVERIFY(with.firstMs);
}

void TestUsageOverview::anEmptyLedgerHasNothing()
{
    const UsageOverview overview = ask({});
    QVERIFY(overview.days.rows.isEmpty());
    QVERIFY(overview.latencies.isEmpty());
    QVERIFY(!overview.firstMs);
    QVERIFY(!overview.previous);
    QCOMPARE(overview.hiddenSimulated, 0);
}

SWITCHYARD_TEST(TestUsageOverview)

#include "tst_usageoverview.moc"
