#include "core/base/money.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <limits>

using core::Money;

class MoneyTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesTheShortestExactDecimal_data();
    void readsAndWritesTheShortestExactDecimal();
    void refusesWhatIsNoAmount_data();
    void refusesWhatIsNoAmount();
    void roundsBeyondTheUnitHalfAwayFromZero();
    void tellsWhyADecimalIsNoExactAmount();
    void saturatesInsteadOfWrapping();
    void scalesExactly();
    void doublesFromJsonKeepTheirDecimal();
};

void MoneyTest::readsAndWritesTheShortestExactDecimal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("picos");
    QTest::addColumn<QString>("shortest");
    QTest::newRow("zero") << QStringLiteral("0") << qint64(0) << QStringLiteral("0");
    QTest::newRow("a whole amount") << QStringLiteral("12.000") << qint64(12'000'000'000'000)
                                    << QStringLiteral("12");
    QTest::newRow("a lane's cost") << QStringLiteral("0.0005646") << qint64(564'600'000)
                                   << QStringLiteral("0.0005646");
    QTest::newRow("a token's price") << QStringLiteral("1.5e-7") << qint64(150'000)
                                     << QStringLiteral("0.00000015");
    QTest::newRow("negative") << QStringLiteral("-0.5") << qint64(-500'000'000'000) << QStringLiteral("-0.5");
    QTest::newRow("the smallest unit")
        << QStringLiteral("1e-12") << qint64(1) << QStringLiteral("0.000000000001");
}

void MoneyTest::readsAndWritesTheShortestExactDecimal()
{
    QFETCH(QString, text);
    QFETCH(qint64, picos);
    QFETCH(QString, shortest);
    const std::optional<Money> money = Money::fromDecimal(text);
    QVERIFY(money.has_value());
    QCOMPARE(money->picos(), picos);
    QCOMPARE(money->toDecimal(), shortest);
    QCOMPARE(Money::fromDecimal(shortest), money);
}

void MoneyTest::refusesWhatIsNoAmount_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", ".", "-", "1,5", "one", "1e", "1e99", "0x10", "1.2.3", "99999999999", "1 2"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void MoneyTest::refusesWhatIsNoAmount()
{
    QFETCH(QString, text);
    QVERIFY(!Money::fromDecimal(text).has_value());
}

void MoneyTest::roundsBeyondTheUnitHalfAwayFromZero()
{
    QCOMPARE(Money::fromDecimal(u"0.0000000000014")->picos(), 1);
    QCOMPARE(Money::fromDecimal(u"0.0000000000015")->picos(), 2);
    QCOMPARE(Money::fromDecimal(u"-0.0000000000015")->picos(), -2);
    QCOMPARE(Money::fromDecimal(u"0.0000000000005")->picos(), 1);
    QCOMPARE(Money::fromDecimal(u"0.00000000000009")->picos(), 0);
}

void MoneyTest::tellsWhyADecimalIsNoExactAmount()
{
    for (const char *text : {"99999999999", "9223373", "1e30", "9223372.04"})
        QCOMPARE(Money::isTooLarge(QString::fromLatin1(text)),
                 !Money::fromDecimal(QString::fromLatin1(text)));
    QVERIFY(Money::isTooLarge(u"9223373"));
    for (const char *text : {"9223372", "0", "-99999999999", "many", ""})
        QVERIFY2(!Money::isTooLarge(QString::fromLatin1(text)), text);
    for (const char *text : {"0.0000000000014", "1e-13", "5.55e-12", "1.0000000000001"})
        QVERIFY2(Money::isFinerThanUnit(QString::fromLatin1(text)), text);
    for (const char *text :
         {"0.000000000001", "1e-12", "1.50000000000000000", "0e-40", "99999999999", "many", "12"})
        QVERIFY2(!Money::isFinerThanUnit(QString::fromLatin1(text)), text);
}

void MoneyTest::saturatesInsteadOfWrapping()
{
    const Money most = Money::fromPicos(std::numeric_limits<std::int64_t>::max());
    const Money least = Money::fromPicos(std::numeric_limits<std::int64_t>::min());
    QCOMPARE(most + most, most);
    QCOMPARE(least - most, least);
    QCOMPARE(most * 2, most);
    QCOMPARE(least.toDecimal(), QStringLiteral("-9223372.036854775808"));
}

void MoneyTest::scalesExactly()
{
    QCOMPARE(Money::fromPicos(3).scaled(1, 2).picos(), 2);
    QCOMPARE(Money::fromPicos(-3).scaled(1, 2).picos(), -2);
    QCOMPARE(Money::fromPicos(150'000).scaled(1'200'000, 1'000'000).picos(), 180'000);
}

void MoneyTest::doublesFromJsonKeepTheirDecimal()
{
    QCOMPARE(Money::fromDouble(0.0005646)->toDecimal(), QStringLiteral("0.0005646"));
    QCOMPARE(Money::fromDouble(0.1 + 0.2)->toDecimal(), QStringLiteral("0.3"));
    QVERIFY(!Money::fromDouble(std::numeric_limits<double>::infinity()).has_value());
}

SWITCHYARD_TEST(MoneyTest)
#include "tst_money.moc"
