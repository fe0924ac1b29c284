#include "core/spending/forecast.h"
#include "core/spending/spendingreader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

/// Days from one to another that cost the same.
void addDays(QMap<QDate, DaySpend> &days, QDate first, QDate last, const char *usd)
{
    for (QDate day = first; day <= last; day = day.addDays(1))
        days.insert(day, {*Money::fromDecimal(QString::fromLatin1(usd)), 1, 0});
}

using DayMap = QMap<QDate, DaySpend>;

QDate november(int day)
{
    return QDate(2026, 11, day);
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void theBandIsOfBothWays_data();
    void theBandIsOfBothWays();
    void twoActiveDaysAreTooFew();
    void nothingIsForecastOfWhatNobodyKnows();
    void theLedgersMonthIsForecast();
};

void TestForecast::theBandIsOfBothWays_data()
{
    QTest::addColumn<DayMap>("days");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("linear");
    QTest::addColumn<QString>("weighted");
    const QDateTime half(november(16), QTime(0, 0), Qt::UTC);

    DayMap days;
    addDays(days, november(1), november(15), "1");
    QTest::newRow("half of a month of equal days") << days << half << "30"
                                                   << "30";

    addDays(days, november(9), november(15), "2");
    QTest::newRow("a dearer last week, 22 so far and 2 a day for 15 days") << days << half << "44"
                                                                           << "52";

    addDays(days, november(1), november(14), "0");
    addDays(days, november(15), november(15), "28");
    // 7 * 28 / 28 = 7 a day.
    QTest::newRow("yesterday weighs seven of 28") << days << half << "56"
                                                  << "133";

    days.clear();
    addDays(days, november(13), november(15), "1");
    QTest::newRow("days before the ledger began are not free") << days << half << "6"
                                                               << "18";

    days.clear();
    addDays(days, QDate(2026, 10, 28), QDate(2026, 10, 31), "4");
    addDays(days, november(1), november(3), "1");
    // (18 * 1 + 10 * 4) / 28 = 2.071428571429 a day, for 27 days.
    QTest::newRow("the week reaches into the month before")
        << days << QDateTime(november(4), QTime(0, 0), Qt::UTC) << "30"
        << "58.928571428583";

    days.clear();
    addDays(days, QDate(2026, 10, 1), QDate(2026, 10, 1), "5.76");
    addDays(days, QDate(2026, 10, 2), QDate(2026, 10, 24), "0");
    // 576 of 745 hours have passed.
    QTest::newRow("a month of an hour more")
        << days << QDateTime(QDate(2026, 10, 25), QTime(0, 0), QTimeZone("Europe/Berlin")) << "7.45"
        << "5.76";
}

void TestForecast::theBandIsOfBothWays()
{
    QFETCH(DayMap, days);
    QFETCH(QDateTime, now);
    QFETCH(QString, linear);
    QFETCH(QString, weighted);
    const MonthForecast forecast = forecastMonth(days, now.toMSecsSinceEpoch(), now.timeZone());
    QVERIFY(forecast.band);
    QCOMPARE(forecast.band->linear.toDecimal(), linear);
    QCOMPARE(forecast.band->weighted.toDecimal(), weighted);
    QVERIFY(forecast.soFar <= forecast.band->low());
    QVERIFY(forecast.band->low() <= forecast.band->high());
}

void TestForecast::twoActiveDaysAreTooFew()
{
    QMap<QDate, DaySpend> days;
    addDays(days, QDate(2026, 10, 20), QDate(2026, 10, 31), "1");
    addDays(days, november(1), november(2), "1");
    const qint64 now = QDateTime(november(16), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const MonthForecast forecast = forecastMonth(days, now, QTimeZone::utc());
    QCOMPARE(forecast.activeDays, 2);
    QCOMPARE(forecast.soFar.toDecimal(), QStringLiteral("2"));
    QVERIFY(!forecast.band);
    addDays(days, november(5), november(5), "1");
    QVERIFY(forecastMonth(days, now, QTimeZone::utc()).band);
}

void TestForecast::nothingIsForecastOfWhatNobodyKnows()
{
    QMap<QDate, DaySpend> days;
    for (int day = 1; day <= 5; ++day)
        days.insert(november(day), {Money(), 2, 2});
    const qint64 now = QDateTime(november(16), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const MonthForecast unknown = forecastMonth(days, now, QTimeZone::utc());
    QCOMPARE(unknown.unpriced, 10);
    QVERIFY(!unknown.isKnown());
    QVERIFY(!unknown.band);
    // A free month is one that is known.
    for (DaySpend &day : days)
        day.unpriced = 0;
    const MonthForecast free = forecastMonth(days, now, QTimeZone::utc());
    QVERIFY(free.isKnown());
    QVERIFY(free.band && free.band->high().isZero());
}

void TestForecast::theLedgersMonthIsForecast()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    const SpendingReader reader(story.ledger.database(), story.clock);
    const auto nothing = await(reader.forecast(QTimeZone::utc(), false));
    QVERIFY(nothing);
    QCOMPARE(nothing->month, november(1));
    QVERIFY(!nothing->band);

    for (const int day : {1, 2, 3})
        story.tell(QDateTime(november(day), QTime(9, 0), Qt::UTC), {QStringLiteral("openai/gpt-5-mini")});
    story.tell(QDateTime(QDate(2026, 10, 31), QTime(23, 0), Qt::UTC), {QStringLiteral("openai/gpt-5-mini")});
    story.tell(QDateTime(november(3), QTime(10, 0), Qt::UTC),
               {QStringLiteral("bay/finetune"), 10, 20, std::nullopt});
    story.finish();
    const auto forecast = await(reader.forecast(QTimeZone::utc(), false));
    QVERIFY(forecast);
    QCOMPARE(forecast->soFar.picos(), 6'000'000'000);
    QCOMPARE(forecast->activeDays, 3);
    QCOMPARE(forecast->unpriced, 1);
    // 21.5 of 30 days have passed, of which the last seven cost nothing.
    QCOMPARE(forecast->band,
             std::optional(ForecastBand{Money::fromPicos(8'372'093'023), Money::fromPicos(6'000'000'000)}));
}

SWITCHYARD_TEST(TestForecast)
#include "tst_forecast.moc"
