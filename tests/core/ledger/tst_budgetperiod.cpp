#include "core/ledger/budgetperiod.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>

using namespace core;

/// When the periods of budgets begin and end.
class BudgetPeriodTest : public QObject
{
    Q_OBJECT

private slots:
    void aMomentHasItsPeriod_data();
    void aMomentHasItsPeriod();
    void periodsFollowOneAnotherWithoutAGap_data();
    void periodsFollowOneAnotherWithoutAGap();
    void cyclesHaveNames();
};

namespace {

qint64 budgetMoment(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

QString budgetIso(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

void BudgetPeriodTest::aMomentHasItsPeriod_data()
{
    QTest::addColumn<BudgetPeriod>("period");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("days");
    const auto row = [](const char *name, const BudgetPeriod &period, const char *at, const char *start,
                        const char *end, const char *days) {
        QTest::newRow(name) << period << QString::fromLatin1(at) << QString::fromLatin1(start)
                            << QString::fromLatin1(end) << QString::fromLatin1(days);
    };
    const auto days = [](const char *zone) {
        return BudgetPeriod{BudgetCycle::Day, 1, QString::fromLatin1(zone)};
    };
    const auto weeks = [](int start, const char *zone) {
        return BudgetPeriod{BudgetCycle::Week, start, QString::fromLatin1(zone)};
    };
    const auto months = [](int start, const char *zone) {
        return BudgetPeriod{BudgetCycle::Month, start, QString::fromLatin1(zone)};
    };
    row("a day", days("UTC"), "2026-03-10T12:00:00Z", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z",
        "2026-03-10 2026-03-10");
    row("a day of a half-hour zone", days("Asia/Kolkata"), "2026-01-10T18:30:00Z", "2026-01-10T18:30:00Z",
        "2026-01-11T18:30:00Z", "2026-01-11 2026-01-11");
    row("a second before it", days("Asia/Kolkata"), "2026-01-10T18:29:59Z", "2026-01-09T18:30:00Z",
        "2026-01-10T18:30:00Z", "2026-01-10 2026-01-10");
    row("a day of 23 hours", days("America/New_York"), "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z",
        "2026-03-09T04:00:00Z", "2026-03-08 2026-03-08");
    row("a day of 25 hours", days("America/New_York"), "2026-11-01T12:00:00Z", "2026-11-01T04:00:00Z",
        "2026-11-02T05:00:00Z", "2026-11-01 2026-11-01");
    row("the day before one that a zone skipped", days("Pacific/Apia"), "2011-12-29T20:00:00Z",
        "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z", "2011-12-29 2011-12-29");
    row("an unknown zone is UTC", days("Mars/Olympus"), "2026-03-10T12:00:00Z", "2026-03-10T00:00:00Z",
        "2026-03-11T00:00:00Z", "2026-03-10 2026-03-10");

    row("a week from Monday", weeks(1, "UTC"), "2026-11-26T12:00:00Z", "2026-11-23T00:00:00Z",
        "2026-11-30T00:00:00Z", "2026-11-23 2026-11-29");
    row("its first moment", weeks(1, "UTC"), "2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z",
        "2026-11-30T00:00:00Z", "2026-11-23 2026-11-29");
    row("a week from Sunday", weeks(7, "UTC"), "2026-11-26T12:00:00Z", "2026-11-22T00:00:00Z",
        "2026-11-29T00:00:00Z", "2026-11-22 2026-11-28");
    row("the last day of a week from Saturday", weeks(6, "UTC"), "2026-11-27T23:59:59Z",
        "2026-11-21T00:00:00Z", "2026-11-28T00:00:00Z", "2026-11-21 2026-11-27");
    row("a week in which the clocks change", weeks(1, "Europe/Berlin"), "2026-10-25T12:00:00Z",
        "2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-19 2026-10-25");
    row("a week over the end of a year", weeks(1, "UTC"), "2027-01-01T00:00:00Z", "2026-12-28T00:00:00Z",
        "2027-01-04T00:00:00Z", "2026-12-28 2027-01-03");

    row("a month", months(1, "UTC"), "2026-02-15T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z",
        "2026-02-01 2026-02-28");
    row("a month of a zone 45 minutes off", months(1, "Asia/Kathmandu"), "2026-05-31T18:15:00Z",
        "2026-05-31T18:15:00Z", "2026-06-30T18:15:00Z", "2026-06-01 2026-06-30");
    row("the day before the 15th", months(15, "UTC"), "2026-02-14T23:59:59Z", "2026-01-15T00:00:00Z",
        "2026-02-15T00:00:00Z", "2026-01-15 2026-02-14");
    row("the 15th", months(15, "UTC"), "2026-02-15T00:00:00Z", "2026-02-15T00:00:00Z", "2026-03-15T00:00:00Z",
        "2026-02-15 2026-03-14");
    row("from the 31st into February", months(31, "UTC"), "2026-02-10T00:00:00Z", "2026-01-31T00:00:00Z",
        "2026-02-28T00:00:00Z", "2026-01-31 2026-02-27");
    row("from the last day of February", months(31, "UTC"), "2026-02-28T00:00:00Z", "2026-02-28T00:00:00Z",
        "2026-03-31T00:00:00Z", "2026-02-28 2026-03-30");
    row("from the last day of April", months(31, "UTC"), "2026-04-30T12:00:00Z", "2026-04-30T00:00:00Z",
        "2026-05-31T00:00:00Z", "2026-04-30 2026-05-30");
    row("from the 30th in a leap year", months(30, "UTC"), "2028-02-29T12:00:00Z", "2028-02-29T00:00:00Z",
        "2028-03-30T00:00:00Z", "2028-02-29 2028-03-29");
    row("from the last day of a year", months(31, "UTC"), "2026-01-30T00:00:00Z", "2025-12-31T00:00:00Z",
        "2026-01-31T00:00:00Z", "2025-12-31 2026-01-30");
}

void BudgetPeriodTest::aMomentHasItsPeriod()
{
    QFETCH(BudgetPeriod, period);
    QFETCH(QString, at);
    const BudgetSpan span = budgetSpanAt(period, budgetMoment(at));
    QTEST(budgetIso(span.startMs), "start");
    QTEST(budgetIso(span.endMs), "end");
    QTEST(QString(span.first.toString(Qt::ISODate) + u' ' + span.last.toString(Qt::ISODate)), "days");
    QVERIFY(span.holds(budgetMoment(at)));
}

void BudgetPeriodTest::periodsFollowOneAnotherWithoutAGap_data()
{
    QTest::addColumn<BudgetCycle>("cycle");
    QTest::addColumn<QString>("zone");
    for (const char *zone :
         {"UTC", "Asia/Kolkata", "Asia/Kathmandu", "America/New_York", "Europe/Berlin", "Pacific/Apia"}) {
        for (const BudgetCycle cycle : {BudgetCycle::Day, BudgetCycle::Week, BudgetCycle::Month})
            QTest::addRow("%ss in %s", qPrintable(budgetCycleName(cycle)), zone)
                << cycle << QString::fromLatin1(zone);
    }
}

void BudgetPeriodTest::periodsFollowOneAnotherWithoutAGap()
{
    QFETCH(BudgetCycle, cycle);
    QFETCH(QString, zone);
    for (int start = 1; start <= (cycle == BudgetCycle::Month ? 31 : 7); ++start) {
        const BudgetPeriod period{cycle, start, zone};
        BudgetSpan span = budgetSpanAt(period, budgetMoment(QStringLiteral("2011-11-20T11:11:11Z")));
        for (int step = 0; step < 60; ++step) {
            QVERIFY(span.startMs < span.endMs);
            QCOMPARE(budgetSpanAt(period, span.endMs - 1), span);
            const BudgetSpan next = budgetSpanAt(period, span.endMs);
            QCOMPARE(budgetIso(next.startMs), budgetIso(span.endMs));
            span = next;
        }
    }
}

void BudgetPeriodTest::cyclesHaveNames()
{
    for (const BudgetCycle cycle : {BudgetCycle::Day, BudgetCycle::Week, BudgetCycle::Month})
        QCOMPARE(budgetCycleFromName(budgetCycleName(cycle)), std::optional(cycle));
    QVERIFY(!budgetCycleFromName(u"year"));
    QVERIFY(!budgetCycleFromName(u""));
}

SWITCHYARD_TEST(BudgetPeriodTest)
#include "tst_budgetperiod.moc"
