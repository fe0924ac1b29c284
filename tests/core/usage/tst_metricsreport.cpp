#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

class TestMetricsReport : public QObject
{
    Q_OBJECT

private slots:
    void failedAttemptsAreThoseOfTheirRow();
    void onlyWhatIsAskedIsRead();
    void aDimensionThatDoesNotExistIsRefused();
};

void TestMetricsReport::failedAttemptsAreThoseOfTheirRow()
{
    LedgerStory story;
    const QDateTime at(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    LedgerStory::Request failed{QStringLiteral("a/one")};
    failed.status = LaneStatus::Failed;
    failed.cost = Money::fromPicos(7);
    story.tell(at, failed);
    story.tell(at, {QStringLiteral("a/one")});
    story.tell(at, {QStringLiteral("a/two")});
    story.finish();
    const UsageReader reader(story.ledger.database());
    const auto report =
        await(reader.metrics({.usage = {.by = {QStringLiteral("model")}}, .failed = true, .latency = true}));
    QVERIFY(report);
    QCOMPARE(report->usage.rows.size(), 2);
    QCOMPARE(report->failed.size(), 1);
    QCOMPARE(report->failed.value({QStringLiteral("one")}).cost, Money::fromPicos(7));
    QCOMPARE(report->failedTotal.attempts, 1);
    QCOMPARE(report->latency.samples, 2);
}

void TestMetricsReport::onlyWhatIsAskedIsRead()
{
    LedgerStory story;
    LedgerStory::Request failed{QStringLiteral("a/one")};
    failed.status = LaneStatus::Failed;
    story.tell(QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC), failed);
    story.finish();
    const UsageReader reader(story.ledger.database());
    const auto report = await(reader.metrics({.usage = {.by = {QStringLiteral("month")}}}));
    QVERIFY(report);
    QCOMPARE(report->usage.rows.constFirst().keys, QStringList{QStringLiteral("2026-11")});
    QVERIFY(report->failed.isEmpty());
    QCOMPARE(report->failedTotal.attempts, 0);
}

void TestMetricsReport::aDimensionThatDoesNotExistIsRefused()
{
    LedgerStory story;
    const UsageReader reader(story.ledger.database());
    const auto report = await(reader.metrics({.usage = {.by = {QStringLiteral("colour")}}}));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::InvalidRequest);
}

SWITCHYARD_TEST(TestMetricsReport)

#include "tst_metricsreport.moc"
