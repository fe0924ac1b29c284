#include "core/ledger/usagecalendar.h"
#include "core/ledger/usagestate.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>

using namespace core;

namespace {

qint64 calendarMs(const QTimeZone &zone, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), zone).toMSecsSinceEpoch();
}

} // namespace

class TestUsageCalendar : public QObject
{
    Q_OBJECT

private slots:
    void partsAreNamedAndMeet_data();
    void partsAreNamedAndMeet();
    void hoursOfAHalfHourZoneAreLocal();
    void partsOfDaysAreThoseOfTheirWeeksAndMonths();
    void namesAreThoseOfDimensions();
};

void TestUsageCalendar::partsAreNamedAndMeet_data()
{
    QTest::addColumn<UsageUnit>("unit");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("fromDay");
    QTest::addColumn<int>("toDay");
    QTest::addColumn<QStringList>("labels");
    const QByteArray york("America/New_York");
    // Whole days from 30 October on; the clocks of New York go back on 1 November.
    QTest::newRow("days") << UsageUnit::Day << york << 0 << 3
                          << QStringList{QStringLiteral("2026-10-30"), QStringLiteral("2026-10-31"),
                                         QStringLiteral("2026-11-01")};
    QTest::newRow("weeks from Monday on")
        << UsageUnit::Week << york << 0 << 10
        << QStringList{QStringLiteral("2026-10-26"), QStringLiteral("2026-11-02")};
    QTest::newRow("months") << UsageUnit::Month << york << 0 << 40
                            << QStringList{QStringLiteral("2026-10"), QStringLiteral("2026-11"),
                                           QStringLiteral("2026-12")};
    QTest::newRow("no time, no parts") << UsageUnit::Week << york << 0 << 0 << QStringList();
}

void TestUsageCalendar::partsAreNamedAndMeet()
{
    QFETCH(UsageUnit, unit);
    QFETCH(QByteArray, zone);
    QFETCH(int, fromDay);
    QFETCH(int, toDay);
    QFETCH(QStringList, labels);
    const QTimeZone local(zone);
    const UsageCalendar calendar(unit, local, Qt::Monday);
    const QDate begin(2026, 10, 30);
    const qint64 from = begin.addDays(fromDay).startOfDay(local).toMSecsSinceEpoch();
    const qint64 to = begin.addDays(toDay).startOfDay(local).toMSecsSinceEpoch();
    const QList<UsagePart> parts = calendar.parts(from, to);
    QStringList names;
    qint64 at = from;
    for (const UsagePart &part : parts) {
        names.append(calendar.label(part.number));
        QCOMPARE(part.from, at);
        QCOMPARE(calendar.numberOf(part.from), part.number);
        QCOMPARE(calendar.numberOf(part.to - 1), part.number);
        at = part.to;
    }
    QCOMPARE(names, labels);
    QCOMPARE(at, to);
}

void TestUsageCalendar::hoursOfAHalfHourZoneAreLocal()
{
    const QTimeZone kathmandu("Asia/Kathmandu");
    const UsageCalendar calendar(UsageUnit::Hour, kathmandu, Qt::Monday);
    const QList<UsagePart> parts =
        calendar.parts(calendarMs(kathmandu, 11, 2, 9, 30), calendarMs(kathmandu, 11, 2, 11));
    QCOMPARE(parts.size(), 2);
    QCOMPARE(calendar.label(parts.at(0).number), QStringLiteral("2026-11-02T09:00:00+05:45"));
    QCOMPARE(parts.at(0).to, calendarMs(kathmandu, 11, 2, 10));
    QCOMPARE(parts.at(1).to, calendarMs(kathmandu, 11, 2, 11));
    QCOMPARE(calendar.firstDay(parts.at(1).number), QDate(2026, 11, 2));
}

void TestUsageCalendar::partsOfDaysAreThoseOfTheirWeeksAndMonths()
{
    const qint64 first = dayNumber(calendarMs(QTimeZone::utc(), 10, 30), QTimeZone::utc());
    const UsageCalendar weeks(UsageUnit::Week, QTimeZone::utc(), Qt::Sunday);
    // 30 October is a Friday: two days of its week, then three of the next.
    QCOMPARE(weeks.partsOfDays(first, first + 5),
             (QList<UsagePart>{{first - 5, first, first + 2}, {first + 2, first + 2, first + 5}}));
    const UsageCalendar months(UsageUnit::Month, QTimeZone::utc(), Qt::Monday);
    QCOMPARE(months.partsOfDays(first, first + 5),
             (QList<UsagePart>{{202610, first, first + 2}, {202611, first + 2, first + 5}}));
}

void TestUsageCalendar::namesAreThoseOfDimensions()
{
    QCOMPARE(usageUnitFromName(QStringLiteral("week")), UsageUnit::Week);
    QCOMPARE(usageUnitFromName(QStringLiteral("model")), UsageUnit::None);
}

SWITCHYARD_TEST(TestUsageCalendar)

#include "tst_usagecalendar.moc"
