#include "core/ledger/usageplan.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>

using namespace core;

/// Of which sums a period is put together: every moment of it once, and no other.
class UsagePlanTest : public QObject
{
    Q_OBJECT

private slots:
    void partsAreTheLargestThatFit_data();
    void partsAreTheLargestThatFit();
    void everyMomentIsInOnePart_data();
    void everyMomentIsInOnePart();

private:
    static qint64 at(const QString &time)
    {
        return QDateTime::fromString(time, Qt::ISODateWithMs).toMSecsSinceEpoch();
    }
    static QString drawn(const QList<UsageSpan> &spans, qint64 unit)
    {
        QStringList texts;
        for (const UsageSpan &span : spans)
            texts.append(QDateTime::fromMSecsSinceEpoch(span.from * unit, Qt::UTC).toString(Qt::ISODate)
                         + QStringLiteral("..")
                         + QDateTime::fromMSecsSinceEpoch(span.to * unit, Qt::UTC).toString(Qt::ISODate));
        return texts.join(u' ');
    }
};

void UsagePlanTest::partsAreTheLargestThatFit_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("parts");
    QTest::newRow("one UTC day") << QByteArray("UTC") << QStringLiteral("2026-03-01T00:00:00Z")
                                 << QStringLiteral("2026-03-02T00:00:00Z")
                                 << QStringLiteral("days 2026-03-01T00:00:00Z..2026-03-02T00:00:00Z");
    QTest::newRow("a day of Kathmandu, which begins at 18:15 UTC")
        << QByteArray("Asia/Kathmandu") << QStringLiteral("2026-02-28T18:15:00Z")
        << QStringLiteral("2026-03-01T18:15:00Z")
        << QStringLiteral("days 2026-03-01T00:00:00Z..2026-03-02T00:00:00Z");
    QTest::newRow("a UTC day in a ledger with days of Kathmandu")
        << QByteArray("Asia/Kathmandu") << QStringLiteral("2026-03-01T00:00:00Z")
        << QStringLiteral("2026-03-02T00:00:00Z")
        << QStringLiteral("quarters 2026-03-01T00:00:00Z..2026-03-02T00:00:00Z");
    QTest::newRow("part of a quarter") << QByteArray("UTC") << QStringLiteral("2026-03-01T10:01:00Z")
                                       << QStringLiteral("2026-03-01T10:09:00Z")
                                       << QStringLiteral("rows 2026-03-01T10:01:00Z..2026-03-01T10:09:00Z");
    QTest::newRow("from the middle of a quarter to the middle of a month")
        << QByteArray("UTC") << QStringLiteral("2026-01-30T22:40:00Z")
        << QStringLiteral("2026-04-02T06:20:00Z")
        << QStringLiteral("months 202602..202604 days 2026-01-31T00:00:00Z..2026-02-01T00:00:00Z "
                          "2026-04-01T00:00:00Z..2026-04-02T00:00:00Z quarters "
                          "2026-01-30T22:45:00Z..2026-01-31T00:00:00Z "
                          "2026-04-02T00:00:00Z..2026-04-02T06:15:00Z rows "
                          "2026-01-30T22:40:00Z..2026-01-30T22:45:00Z "
                          "2026-04-02T06:15:00Z..2026-04-02T06:20:00Z");
    QTest::newRow("over the end of a year")
        << QByteArray("UTC") << QStringLiteral("2025-11-01T00:00:00Z")
        << QStringLiteral("2026-02-01T00:00:00Z") << QStringLiteral("months 202511..202602");
}

void UsagePlanTest::partsAreTheLargestThatFit()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, since);
    QFETCH(QString, until);
    QFETCH(QString, parts);
    const UsagePlan plan = usagePlan({at(since), at(until)}, QTimeZone(zone), {.days = true, .months = true});
    QStringList drawnParts;
    if (!plan.months.isEmpty())
        drawnParts.append(QStringLiteral("months %1..%2").arg(plan.months.from).arg(plan.months.to));
    if (!plan.days.isEmpty())
        drawnParts.append(QStringLiteral("days ") + drawn(plan.days, kUsageDayMs));
    if (!plan.quarters.isEmpty())
        drawnParts.append(QStringLiteral("quarters ") + drawn(plan.quarters, kQuarterMs));
    if (!plan.rows.isEmpty())
        drawnParts.append(QStringLiteral("rows ") + drawn(plan.rows, 1));
    QCOMPARE(drawnParts.join(u' '), parts);
}

void UsagePlanTest::everyMomentIsInOnePart_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Asia/Kolkata", "America/New_York", "Asia/Kathmandu", "Pacific/Apia",
                             "Australia/Lord_Howe", "America/Havana"})
        QTest::newRow(zone) << QByteArray(zone);
}

void UsagePlanTest::everyMomentIsInOnePart()
{
    QFETCH(QByteArray, zone);
    const QTimeZone local(zone);
    const qint64 begin = at(QStringLiteral("2026-02-20T00:00:00Z"));
    for (qint64 step = 0; step < 400; ++step) {
        // Over both changes of the clocks of a year.
        const UsageSpan period{begin + step * 3'333'333, begin + step * 3'333'333 + step * 86'765'432};
        const UsagePlan plan = usagePlan(period, local, {.days = true});
        QVERIFY(plan.months.isEmpty());
        QList<UsageSpan> spans = plan.rows;
        for (const UsageSpan &span : plan.quarters)
            spans.append({span.from * kQuarterMs, span.to * kQuarterMs});
        for (const UsageSpan &span : plan.days)
            spans.append({dateOfDayNumber(span.from).startOfDay(local).toMSecsSinceEpoch(),
                          dateOfDayNumber(span.to).startOfDay(local).toMSecsSinceEpoch()});
        std::sort(spans.begin(), spans.end(),
                  [](const UsageSpan &one, const UsageSpan &other) { return one.from < other.from; });
        qint64 reached = period.from;
        for (const UsageSpan &span : std::as_const(spans)) {
            QCOMPARE(span.from, reached);
            QVERIFY(span.to > span.from);
            reached = span.to;
        }
        QCOMPARE(reached, period.to);
    }
}

SWITCHYARD_TEST(UsagePlanTest)
#include "tst_usageplan.moc"
