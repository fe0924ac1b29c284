#include "core/ledger/reportperiod.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>

using namespace core;

namespace {

const QTimeZone kBerlin("Europe/Berlin");
const QDate kToday(2026, 11, 22);

qint64 at(const QTimeZone &zone, int year, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), zone).toMSecsSinceEpoch();
}

} // namespace

class TestReportPeriod : public QObject
{
    Q_OBJECT

private slots:
    void aKindNamesItsDays_data();
    void aKindNamesItsDays();
    void steppingKeepsTheLength_data();
    void steppingKeepsTheLength();
    void aStepThatFitsANamedPeriodGetsItsName();
    void allTimeHasNoEndsAndNothingBefore();
    void customDaysComeInOrder();
    void daysOfChangedClocksAreWhole();
    void aRunningPeriodIsComparedWithAsMuchOfTheOneBefore();
    void theEndOfALongMonthIsComparedWithAShortOne();
};

void TestReportPeriod::aKindNamesItsDays_data()
{
    QTest::addColumn<PeriodKind>("kind");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("today") << PeriodKind::Today << kToday << kToday;
    QTest::newRow("seven days with today") << PeriodKind::Last7Days << QDate(2026, 11, 16) << kToday;
    QTest::newRow("thirty days with today") << PeriodKind::Last30Days << QDate(2026, 10, 24) << kToday;
    QTest::newRow("the whole month") << PeriodKind::ThisMonth << QDate(2026, 11, 1) << QDate(2026, 11, 30);
    QTest::newRow("the month before")
        << PeriodKind::PreviousMonth << QDate(2026, 10, 1) << QDate(2026, 10, 31);
}

void TestReportPeriod::aKindNamesItsDays()
{
    QFETCH(PeriodKind, kind);
    const ReportPeriod period = periodOf(kind, kToday);
    QTEST(period.first, "first");
    QTEST(period.last, "last");
    QCOMPARE(period.kind, kind);
}

void TestReportPeriod::steppingKeepsTheLength_data()
{
    QTest::addColumn<ReportPeriod>("period");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("a day back") << periodOf(PeriodKind::Today, kToday) << -1 << kToday.addDays(-1)
                                << kToday.addDays(-1);
    QTest::newRow("seven days back") << periodOf(PeriodKind::Last7Days, kToday) << -1 << QDate(2026, 11, 9)
                                     << QDate(2026, 11, 15);
    QTest::newRow("a month back is a month, whatever its length")
        << periodOf(PeriodKind::ThisMonth, QDate(2026, 3, 31)) << -1 << QDate(2026, 2, 1)
        << QDate(2026, 2, 28);
    QTest::newRow("custom days forth")
        << customPeriod(QDate(2026, 1, 30), QDate(2026, 2, 1)) << 2 << QDate(2026, 2, 5) << QDate(2026, 2, 7);
}

void TestReportPeriod::steppingKeepsTheLength()
{
    QFETCH(ReportPeriod, period);
    QFETCH(int, steps);
    const ReportPeriod shifted = shiftedPeriod(period, steps, kToday);
    QTEST(shifted.first, "first");
    QTEST(shifted.last, "last");
}

void TestReportPeriod::aStepThatFitsANamedPeriodGetsItsName()
{
    const ReportPeriod month = periodOf(PeriodKind::ThisMonth, kToday);
    const ReportPeriod before = shiftedPeriod(month, -1, kToday);
    QCOMPARE(before.kind, PeriodKind::PreviousMonth);
    QCOMPARE(shiftedPeriod(before, -1, kToday).kind, PeriodKind::Custom);
    QCOMPARE(shiftedPeriod(before, 1, kToday), month);
}

void TestReportPeriod::allTimeHasNoEndsAndNothingBefore()
{
    const ReportPeriod all = periodOf(PeriodKind::All, kToday);
    QCOMPARE(timeRange(all, kBerlin), TimeRange());
    QVERIFY(!rangeBefore(all, kBerlin, 0));
    QCOMPARE(shiftedPeriod(all, 1, kToday), all);
    QCOMPARE(all.days(), 0);
}

void TestReportPeriod::customDaysComeInOrder()
{
    const ReportPeriod period = customPeriod(QDate(2026, 2, 3), QDate(2026, 2, 1));
    QCOMPARE(period.first, QDate(2026, 2, 1));
    QCOMPARE(period.last, QDate(2026, 2, 3));
    QCOMPARE(period.days(), 3);
}

void TestReportPeriod::daysOfChangedClocksAreWhole()
{
    constexpr qint64 hour = 3'600'000;
    const TimeRange longDay = timeRange(customPeriod(QDate(2026, 10, 25), QDate(2026, 10, 25)), kBerlin);
    QCOMPARE(*longDay.untilMs - *longDay.sinceMs, 25 * hour);
    const TimeRange shortDay = timeRange(customPeriod(QDate(2026, 3, 29), QDate(2026, 3, 29)), kBerlin);
    QCOMPARE(*shortDay.untilMs - *shortDay.sinceMs, 23 * hour);
}

void TestReportPeriod::aRunningPeriodIsComparedWithAsMuchOfTheOneBefore()
{
    const qint64 noon = at(kBerlin, 2026, 11, 22, 12);
    const auto yesterday = rangeBefore(periodOf(PeriodKind::Today, kToday), kBerlin, noon);
    QCOMPARE(*yesterday, (TimeRange{at(kBerlin, 2026, 11, 21), at(kBerlin, 2026, 11, 21, 12)}));
    const auto month = rangeBefore(periodOf(PeriodKind::ThisMonth, kToday), kBerlin, noon);
    QCOMPARE(*month, (TimeRange{at(kBerlin, 2026, 10, 1), at(kBerlin, 2026, 10, 22, 12)}));
    const auto whole = rangeBefore(periodOf(PeriodKind::PreviousMonth, kToday), kBerlin, noon);
    QCOMPARE(*whole, (TimeRange{at(kBerlin, 2026, 9, 1), at(kBerlin, 2026, 10, 1)}));
}

void TestReportPeriod::theEndOfALongMonthIsComparedWithAShortOne()
{
    const auto before = rangeBefore(periodOf(PeriodKind::ThisMonth, QDate(2026, 3, 31)), kBerlin,
                                    at(kBerlin, 2026, 3, 31, 18));
    QCOMPARE(*before, (TimeRange{at(kBerlin, 2026, 2, 1), at(kBerlin, 2026, 2, 28, 18)}));
}

SWITCHYARD_TEST(TestReportPeriod)

#include "tst_reportperiod.moc"
