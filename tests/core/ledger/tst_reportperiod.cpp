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
    void weeksBeginWithTheDayThatIsAsked_data();
    void weeksBeginWithTheDayThatIsAsked();
    void aWeekStaysAWeek();
    void zoomingGivesDaysOrQuartersOfAnHour_data();
    void zoomingGivesDaysOrQuartersOfAnHour();
    void momentsStepByTheirLength();
    void everyKindHasAName();
};

void TestReportPeriod::aKindNamesItsDays_data()
{
    QTest::addColumn<PeriodKind>("kind");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("today") << PeriodKind::Today << kToday << kToday;
    QTest::newRow("seven days with today") << PeriodKind::Last7Days << QDate(2026, 11, 16) << kToday;
    QTest::newRow("thirty days with today") << PeriodKind::Last30Days << QDate(2026, 10, 24) << kToday;
    QTest::newRow("ninety days with today") << PeriodKind::Last90Days << QDate(2026, 8, 25) << kToday;
    QTest::newRow("the week of a Sunday") << PeriodKind::ThisWeek << QDate(2026, 11, 16) << kToday;
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

void TestReportPeriod::weeksBeginWithTheDayThatIsAsked_data()
{
    QTest::addColumn<Qt::DayOfWeek>("start");
    QTest::addColumn<QDate>("first");
    // 22 November 2026 is a Sunday.
    QTest::newRow("Monday") << Qt::Monday << QDate(2026, 11, 16);
    QTest::newRow("Saturday") << Qt::Saturday << QDate(2026, 11, 21);
    QTest::newRow("Sunday") << Qt::Sunday << QDate(2026, 11, 22);
}

void TestReportPeriod::weeksBeginWithTheDayThatIsAsked()
{
    QFETCH(Qt::DayOfWeek, start);
    const ReportPeriod week = periodOf(PeriodKind::ThisWeek, kToday, start);
    QTEST(week.first, "first");
    QCOMPARE(week.days(), 7);
}

void TestReportPeriod::aWeekStaysAWeek()
{
    // On a Sunday this week and the last seven days are the same days.
    const ReportPeriod week = periodOf(PeriodKind::ThisWeek, kToday);
    const ReportPeriod before = shiftedPeriod(week, -1, kToday);
    QCOMPARE(before.first, QDate(2026, 11, 9));
    QCOMPARE(shiftedPeriod(week, 0, kToday).kind, PeriodKind::ThisWeek);
    const ReportPeriod seven = periodOf(PeriodKind::Last7Days, kToday);
    QCOMPARE(shiftedPeriod(seven, 0, kToday).kind, PeriodKind::Last7Days);
}

void TestReportPeriod::zoomingGivesDaysOrQuartersOfAnHour_data()
{
    QTest::addColumn<qint64>("one");
    QTest::addColumn<qint64>("other");
    QTest::addColumn<ReportPeriod>("period");
    const qint64 midnight = at(kBerlin, 2026, 10, 25);
    QTest::newRow("whole days, from right to left, the last with 25 hours")
        << at(kBerlin, 2026, 10, 26) << at(kBerlin, 2026, 10, 24)
        << customPeriod(QDate(2026, 10, 24), QDate(2026, 10, 25));
    QTest::newRow("some hours") << at(kBerlin, 2026, 10, 24, 9) << at(kBerlin, 2026, 10, 24, 12)
                                << ReportPeriod{PeriodKind::Moments,
                                                {},
                                                {},
                                                at(kBerlin, 2026, 10, 24, 9),
                                                at(kBerlin, 2026, 10, 24, 12)};
    QTest::newRow("a click is a quarter of an hour")
        << midnight + 60'000 << midnight + 60'000
        << ReportPeriod{PeriodKind::Moments, {}, {}, midnight, midnight + 900'000};
    QTest::newRow("an end within a quarter of an hour is that of the quarter")
        << midnight + 60'000 << midnight + 1'000'000
        << ReportPeriod{PeriodKind::Moments, {}, {}, midnight, midnight + 1'800'000};
}

void TestReportPeriod::zoomingGivesDaysOrQuartersOfAnHour()
{
    QFETCH(qint64, one);
    QFETCH(qint64, other);
    QFETCH(ReportPeriod, period);
    const ReportPeriod zoomed = zoomedPeriod(one, other, kBerlin);
    QVERIFY(zoomed == period);
    const TimeRange range = timeRange(zoomed, kBerlin);
    QVERIFY(*range.sinceMs <= std::min(one, other) && *range.untilMs >= std::max(one, other));
}

void TestReportPeriod::momentsStepByTheirLength()
{
    const qint64 nine = at(kBerlin, 2026, 11, 22, 9);
    const qint64 noon = at(kBerlin, 2026, 11, 22, 12);
    const ReportPeriod hours = zoomedPeriod(nine, noon, kBerlin);
    QCOMPARE(timeRange(shiftedPeriod(hours, 1, kToday), kBerlin),
             (TimeRange{noon, at(kBerlin, 2026, 11, 22, 15)}));
    QCOMPARE(*rangeBefore(hours, kBerlin, noon + 1), (TimeRange{at(kBerlin, 2026, 11, 22, 6), nine}));
    // An hour has passed: an hour of the three before is compared.
    QCOMPARE(*rangeBefore(hours, kBerlin, at(kBerlin, 2026, 11, 22, 10)),
             (TimeRange{at(kBerlin, 2026, 11, 22, 6), at(kBerlin, 2026, 11, 22, 7)}));
}

void TestReportPeriod::everyKindHasAName()
{
    for (const PeriodKind kind :
         {PeriodKind::Today, PeriodKind::ThisWeek, PeriodKind::Last7Days, PeriodKind::Last30Days,
          PeriodKind::Last90Days, PeriodKind::ThisMonth, PeriodKind::PreviousMonth, PeriodKind::All,
          PeriodKind::Custom, PeriodKind::Moments})
        QCOMPARE(periodKindFromName(periodKindName(kind)), std::optional(kind));
    QVERIFY(!periodKindFromName(u"yesterday"));
}

SWITCHYARD_TEST(TestReportPeriod)

#include "tst_reportperiod.moc"
