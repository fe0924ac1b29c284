#include "core/reconcile/usagevalues.h"

#include "core/reconcile/tableusage.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class UsageValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void countsAreWholeNumbers_data();
    void countsAreWholeNumbers();
    void amountsAreExact_data();
    void amountsAreExact();
    void whatIsNoFigureSaysWhy_data();
    void whatIsNoFigureSaysWhy();
    void momentsAreUtc_data();
    void momentsAreUtc();
    void keysAreNeverShownWhole_data();
    void keysAreNeverShownWhole();
    void columnsAreGuessedByTheirUsualNames();
    void aMappingIsCheckedBeforeItIsUsed_data();
    void aMappingIsCheckedBeforeItIsUsed();
};

void UsageValuesTest::countsAreWholeNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("count");
    QTest::newRow("digits") << QStringLiteral("1204") << qint64(1204);
    QTest::newRow("a number that a program wrote with a fraction") << QStringLiteral("3.0") << qint64(3);
    QTest::newRow("zeros that are no group of thousands") << QStringLiteral("12.00") << qint64(12);
    QTest::newRow("a thousand to some, one to others") << QStringLiteral("1.000") << qint64(-1);
    QTest::newRow("seconds with milliseconds") << QStringLiteral("1793613600.000") << qint64(1793613600);
    QTest::newRow("half a token is none") << QStringLiteral("3.5") << qint64(-1);
    QTest::newRow("a negative count is none") << QStringLiteral("-3") << qint64(-1);
    QTest::newRow("a word is none") << QStringLiteral("many") << qint64(-1);
}

void UsageValuesTest::countsAreWholeNumbers()
{
    QFETCH(QString, text);
    QFETCH(qint64, count);
    QCOMPARE(usageCount(QStringView(text)).value_or(-1), count);
}

void UsageValuesTest::amountsAreExact_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("picos");
    QTest::newRow("a long decimal") << QStringLiteral("0.003835980000000000000000000000")
                                    << qint64(3'835'980'000);
    QTest::newRow("with a dollar sign") << QStringLiteral("$1.25") << qint64(1'250'000'000'000);
    QTest::newRow("with thousands") << QStringLiteral("$1,204.50") << qint64(1'204'500'000'000'000);
    QTest::newRow("with several thousands")
        << QStringLiteral("1,204,500") << qint64(1'204'500'000'000'000'000);
    QTest::newRow("thousands to some, a decimal to others") << QStringLiteral("1,234") << qint64(-1);
    QTest::newRow("the same in dollars") << QStringLiteral("$1,234") << qint64(-1);
    QTest::newRow("a decimal comma before three digits") << QStringLiteral("0,123") << qint64(-1);
    QTest::newRow("no group starts with a zero") << QStringLiteral("0,123.45") << qint64(-1);
    QTest::newRow("no group is short") << QStringLiteral("1,23,456") << qint64(-1);
    QTest::newRow("an exponent") << QStringLiteral("1.5e-7") << qint64(150'000);
    QTest::newRow("a decimal comma is no amount") << QStringLiteral("1,25") << qint64(-1);
}

void UsageValuesTest::amountsAreExact()
{
    QFETCH(QString, text);
    QFETCH(qint64, picos);
    QCOMPARE(usageMoney(QStringView(text)).value_or(Money::fromPicos(-1)).picos(), picos);
}

void UsageValuesTest::whatIsNoFigureSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ofCount");
    QTest::addColumn<QString>("ofMoney");
    const QString unclear = QStringLiteral("write plain numbers with a point, as in 1234.5.");
    QTest::newRow("a decimal comma") << QStringLiteral("0,123") << unclear << unclear;
    QTest::newRow("either") << QStringLiteral("$1,234") << QStringLiteral("no whole number") << unclear;
    QTest::newRow("both") << QStringLiteral("1.234,56") << unclear << unclear;
    QTest::newRow("two points") << QStringLiteral("1.234.567") << unclear << unclear;
    QTest::newRow("a word") << QStringLiteral("many") << QStringLiteral("\"many\" in x is no whole number.")
                            << QStringLiteral("\"many\" in x is no amount.");
    QTest::newRow("too much") << QStringLiteral("99,999,999.50") << unclear
                              << QStringLiteral("larger than 9.2 million US dollars");
}

void UsageValuesTest::whatIsNoFigureSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, ofCount);
    QFETCH(QString, ofMoney);
    QVERIFY(!usageCount(QStringView(text)));
    QVERIFY(!usageMoney(QStringView(text)));
    const QString count = notUsageCount(text, QStringLiteral("x"));
    QVERIFY2(count.contains(ofCount), qPrintable(count));
    const QString money = notUsageMoney(text, QStringLiteral("x"));
    QVERIFY2(money.contains(ofMoney), qPrintable(money));
}

void UsageValuesTest::momentsAreUtc_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    // 2 November 2026, 10:00 UTC is 1793613600 s after 1970.
    QTest::newRow("seconds") << QStringLiteral("1793613600") << qint64(1793613600000);
    QTest::newRow("milliseconds") << QStringLiteral("1793613600713") << qint64(1793613600713);
    QTest::newRow("a blank between, no zone")
        << QStringLiteral("2026-11-02 10:00:00.713") << qint64(1793613600713);
    QTest::newRow("with its zone") << QStringLiteral("2026-11-02T11:00:00+01:00") << qint64(1793613600000);
    QTest::newRow("UTC by name") << QStringLiteral("2026-11-02 10:00:00 UTC") << qint64(1793613600000);
    QTest::newRow("a day starts at midnight UTC") << QStringLiteral("2026-11-02") << qint64(1793577600000);
    QTest::newRow("a day without dashes is no number of seconds")
        << QStringLiteral("20261102") << qint64(1793577600000);
    QTest::newRow("no time") << QStringLiteral("yesterday") << qint64(-1);
}

void UsageValuesTest::momentsAreUtc()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(usageMoment(QStringView(text)).value_or(-1), ms);
}

void UsageValuesTest::keysAreNeverShownWhole_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name stays") << QStringLiteral("Notes app") << QStringLiteral("Notes app");
    QTest::newRow("a long name without digits stays")
        << QStringLiteral("production-backend-service") << QStringLiteral("production-backend-service");
    QTest::newRow("an id stays") << QStringLiteral("key_abcDEF0123456789xyzz")
                                 << QStringLiteral("key_abcDEF0123456789xyzz");
    QTest::newRow("a key") << QStringLiteral("sk-or-v1-0123456789abcdef0123456789abcdef")
                           << QStringLiteral("...cdef");
    QTest::newRow("a short key") << QStringLiteral("sk-12345678") << QStringLiteral("...5678");
    QTest::newRow("a hash") << QStringLiteral("88dc28d0f030c55ed4ab77ed8faf098196cb1c05")
                            << QStringLiteral("...1c05");
}

void UsageValuesTest::keysAreNeverShownWhole()
{
    QFETCH(QString, key);
    QFETCH(QString, shown);
    QCOMPARE(shownKey(key), shown);
}

void UsageValuesTest::columnsAreGuessedByTheirUsualNames()
{
    const ColumnMap map =
        guessColumns({QStringLiteral("Date"), QStringLiteral("Model Name"), QStringLiteral("Prompt-Tokens"),
                      QStringLiteral("spend"), QStringLiteral("colour")});
    QCOMPARE(map,
             (ColumnMap{{QStringLiteral("day"), QStringLiteral("Date")},
                        {QStringLiteral("model"), QStringLiteral("Model Name")},
                        {QStringLiteral("input"), QStringLiteral("Prompt-Tokens")},
                        {QStringLiteral("cost"), QStringLiteral("spend")}}));
}

void UsageValuesTest::aMappingIsCheckedBeforeItIsUsed_data()
{
    QTest::addColumn<QString>("map");
    QTest::addColumn<QString>("problem");
    QTest::newRow("good") << QStringLiteral("day=Date,cost=USD") << QString();
    QTest::newRow("a column that is not there")
        << QStringLiteral("day=When,cost=USD") << QStringLiteral("no column \"When\"");
    QTest::newRow("no day") << QStringLiteral("cost=USD")
                            << QStringLiteral("the day or the time, such as day, date, day_utc, time, "
                                              "timestamp, created_at; columns are Date, USD.");
    QTest::newRow("no figures") << QStringLiteral("day=Date")
                                << QStringLiteral("tokens or the cost, such as input, input_tokens, ");
    QTest::newRow("a field that does not exist")
        << QStringLiteral("colour=Date") << QStringLiteral("\"colour\"");
    QTest::newRow("no column named") << QStringLiteral("day") << QStringLiteral("names no column");
}

void UsageValuesTest::aMappingIsCheckedBeforeItIsUsed()
{
    QFETCH(QString, map);
    QFETCH(QString, problem);
    const Result<ColumnMap> parsed = parseColumnMap(map);
    const Result<void> checked = parsed
        ? checkColumns(*parsed, {QStringLiteral("Date"), QStringLiteral("USD")})
        : Result<void>(parsed.error());
    QCOMPARE(checked.hasValue(), problem.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(problem), qPrintable(checked.error().message));
}

SWITCHYARD_TEST(UsageValuesTest)
#include "tst_usagevalues.moc"
