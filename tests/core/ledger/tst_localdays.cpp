#include "core/ledger/localdays.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>

using namespace core;

class LocalDaysTest : public QObject
{
    Q_OBJECT

private slots:
    void daysAreAsLongAsTheClockSays_data();
    void daysAreAsLongAsTheClockSays();
    void daysFollowOneAnotherWithoutGap();
    void theEndsAreCut();
    void anEmptyIntervalHasNoDays();
};

void LocalDaysTest::daysAreAsLongAsTheClockSays_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("minutes");
    QTest::newRow("UTC") << QByteArray("UTC") << QDate(2026, 3, 29) << 24 * 60;
    QTest::newRow("Berlin, clocks go forward")
        << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 23 * 60;
    QTest::newRow("Berlin, clocks go back") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 25 * 60;
    QTest::newRow("Lord Howe moves by half an hour")
        << QByteArray("Australia/Lord_Howe") << QDate(2026, 10, 4) << 23 * 60 + 30;
    QTest::newRow("Cairo, where midnight does not exist")
        << QByteArray("Africa/Cairo") << QDate(2024, 4, 26) << 23 * 60;
    QTest::newRow("Nepal at +5:45") << QByteArray("Asia/Kathmandu") << QDate(2026, 6, 1) << 24 * 60;
}

void LocalDaysTest::daysAreAsLongAsTheClockSays()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, date);
    QFETCH(int, minutes);
    const LocalDay day = localDay(date, QTimeZone(zone));
    QCOMPARE(day.endMs - day.startMs, qint64(minutes) * 60'000);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(day.startMs, QTimeZone(zone)).date(), date);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(day.startMs - 1, QTimeZone(zone)).date(), date.addDays(-1));
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(day.endMs - 1, QTimeZone(zone)).date(), date);
}

void LocalDaysTest::daysFollowOneAnotherWithoutGap()
{
    const QTimeZone zone("America/New_York");
    const qint64 since = QDate(2026, 1, 1).startOfDay(zone).toMSecsSinceEpoch();
    const qint64 until = QDate(2027, 1, 1).startOfDay(zone).toMSecsSinceEpoch();
    const QList<LocalDay> days = localDays(since, until, zone);
    QCOMPARE(days.size(), 365);
    QCOMPARE(days.first().startMs, since);
    QCOMPARE(days.last().endMs, until);
    for (qsizetype at = 1; at < days.size(); ++at)
        QCOMPARE(days.at(at).startMs, days.at(at - 1).endMs);
}

void LocalDaysTest::theEndsAreCut()
{
    const qint64 midnight = QDate(2026, 5, 2).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
    const QList<LocalDay> days = localDays(midnight - 10, midnight + 5, QTimeZone::utc());
    QCOMPARE(days.size(), 2);
    QVERIFY((days.at(0) == LocalDay{QDate(2026, 5, 1), midnight - 10, midnight}));
    QVERIFY((days.at(1) == LocalDay{QDate(2026, 5, 2), midnight, midnight + 5}));
}

void LocalDaysTest::anEmptyIntervalHasNoDays()
{
    QVERIFY(localDays(5, 5, QTimeZone::utc()).isEmpty());
    QVERIFY(localDays(6, 5, QTimeZone::utc()).isEmpty());
}

SWITCHYARD_TEST(LocalDaysTest)
#include "tst_localdays.moc"
