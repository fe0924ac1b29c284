#include "app/commandline/usagecommand.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace app;
using namespace core;

/// What `--since` and `--until` take.
class TestMoment : public QObject
{
    Q_OBJECT

private slots:
    void momentsAreReadInTheZone_data();
    void momentsAreReadInTheZone();
    void whatIsNoMomentIsNamed_data();
    void whatIsNoMomentIsNamed();
};

void TestMoment::momentsAreReadInTheZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<bool>("endOfDay");
    QTest::addColumn<QString>("expectedUtc");
    const auto row = [](const char *name, const char *text, const char *zone, bool endOfDay,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << QByteArray(zone) << endOfDay
                            << QString::fromLatin1(expected);
    };
    // Now is 2026-11-02 12:00 UTC.
    row("days before now", "30d", "UTC", false, "2026-10-03T12:00:00Z");
    row("weeks before now", "2w", "UTC", false, "2026-10-19T12:00:00Z");
    row("hours before now", "36h", "UTC", false, "2026-11-01T00:00:00Z");
    row("a day across the end of summer time keeps the time of day", "30d", "Europe/Berlin", false,
        "2026-10-03T11:00:00Z");
    row("hours across the end of summer time are hours", "240h", "Europe/Berlin", false,
        "2026-10-23T12:00:00Z");
    row("a date begins with its day in the zone", "2026-11-01", "Asia/Kolkata", false,
        "2026-10-31T18:30:00Z");
    row("as an end a date has its whole day", "2026-11-01", "Asia/Kolkata", true, "2026-11-01T18:30:00Z");
    row("the day that has 25 hours", "2026-10-25", "Europe/Berlin", true, "2026-10-25T23:00:00Z");
    row("a time without a zone is in the zone", "2026-11-01T10:00", "Asia/Kolkata", false,
        "2026-11-01T04:30:00Z");
    row("a time with an offset is that moment", "2026-11-01T10:00:00+02:00", "Asia/Kolkata", true,
        "2026-11-01T08:00:00Z");
    row("a time in UTC", "2026-11-01T10:00:00Z", "Asia/Kolkata", false, "2026-11-01T10:00:00Z");
}

void TestMoment::momentsAreReadInTheZone()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, zone);
    QFETCH(bool, endOfDay);
    QFETCH(QString, expectedUtc);
    const qint64 now = QDateTime(QDate(2026, 11, 2), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    const Result<qint64> moment = parseMoment(text, QTimeZone(zone), now, endOfDay);
    QVERIFY(moment);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC).toString(Qt::ISODate), expectedUtc);
}

void TestMoment::whatIsNoMomentIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word") << QStringLiteral("yesterday");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a number without a unit") << QStringLiteral("30");
    QTest::newRow("a unit without a number") << QStringLiteral("d");
    QTest::newRow("a negative span") << QStringLiteral("-30d");
    QTest::newRow("a date that does not exist") << QStringLiteral("2026-02-30");
    QTest::newRow("another order of a date") << QStringLiteral("01.11.2026");
    QTest::newRow("a month") << QStringLiteral("2026-11");
}

void TestMoment::whatIsNoMomentIsNamed()
{
    QFETCH(QString, text);
    const Result<qint64> moment = parseMoment(text, QTimeZone::utc(), 0, false);
    QVERIFY(!moment);
    QVERIFY(moment.error().message.contains(u'"' + text + u'"'));
}

SWITCHYARD_TEST(TestMoment)
#include "tst_moment.moc"
