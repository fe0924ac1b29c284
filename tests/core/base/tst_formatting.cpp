#include "core/base/formatting.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class FormattingTest : public QObject
{
    Q_OBJECT

private slots:
    void moneyHasThreeFiguresAndItsCurrency_data();
    void moneyHasThreeFiguresAndItsCurrency();
    void amountsNameTheirCurrency();
    void countsAreGrouped_data();
    void countsAreGrouped();
    void compactCountsFitAMeter();
    void durationsChangeTheirUnit_data();
    void durationsChangeTheirUnit();
    void germanUsesItsOwnSeparators();
};

void FormattingTest::moneyHasThreeFiguresAndItsCurrency_data()
{
    QTest::addColumn<QString>("usd");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QStringLiteral("0") << QStringLiteral("$0");
    QTest::newRow("a lane") << QStringLiteral("0.0016") << QStringLiteral("$0.0016");
    QTest::newRow("a tiny lane") << QStringLiteral("0.00000014999") << QStringLiteral("$0.00000015");
    QTest::newRow("rounded to three figures") << QStringLiteral("0.0005646") << QStringLiteral("$0.000565");
    QTest::newRow("cents are whole") << QStringLiteral("37.9") << QStringLiteral("$37.90");
    QTest::newRow("thousands are grouped") << QStringLiteral("1204.4") << QStringLiteral("$1,204");
    QTest::newRow("a saving") << QStringLiteral("-0.5") << QStringLiteral("\u2212$0.50");
    QTest::newRow("tenths") << QStringLiteral("0.6") << QStringLiteral("$0.60");
}

void FormattingTest::moneyHasThreeFiguresAndItsCurrency()
{
    QFETCH(QString, usd);
    QFETCH(QString, shown);
    QCOMPARE(formatMoney(*Money::fromDecimal(usd)), shown);
}

void FormattingTest::amountsNameTheirCurrency()
{
    QCOMPARE(formatAmount(*Money::fromDecimal(u"0.26"), u"USD"), QStringLiteral("$0.26"));
    QCOMPARE(formatAmount(*Money::fromDecimal(u"0.26"), u"EUR"), QStringLiteral("0.26\u202fEUR"));
    QCOMPARE(formatAmount(Money(), u"CNY"), QStringLiteral("0\u202fCNY"));
}

void FormattingTest::countsAreGrouped_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0");
    QTest::newRow("below a thousand") << qint64(640) << QStringLiteral("640");
    QTest::newRow("thousands") << qint64(1204) << QStringLiteral("1,204");
    QTest::newRow("millions") << qint64(1234567) << QStringLiteral("1,234,567");
    QTest::newRow("negative") << qint64(-1204) << QStringLiteral("-1,204");
}

void FormattingTest::countsAreGrouped()
{
    QFETCH(qint64, count);
    QFETCH(QString, shown);
    QCOMPARE(formatCount(count), shown);
}

void FormattingTest::compactCountsFitAMeter()
{
    QCOMPARE(formatCompactCount(9'999), QStringLiteral("9,999"));
    QCOMPARE(formatCompactCount(14'230), QStringLiteral("14.2\u202fk"));
    QCOMPARE(formatCompactCount(9'100'000), QStringLiteral("9.1\u202fM"));
}

void FormattingTest::durationsChangeTheirUnit_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("shown");
    QTest::newRow("milliseconds") << 412.4 << QStringLiteral("412\u202fms");
    QTest::newRow("just below a second") << 999.7 << QStringLiteral("1\u202fs");
    QTest::newRow("seconds") << 1310.0 << QStringLiteral("1.31\u202fs");
    QTest::newRow("just below a minute") << 59'990.0 << QStringLiteral("1\u202fmin");
    QTest::newRow("whole minutes") << 120'000.0 << QStringLiteral("2\u202fmin");
    QTest::newRow("minutes") << 125'000.0 << QStringLiteral("2\u202fmin 5\u202fs");
}

void FormattingTest::durationsChangeTheirUnit()
{
    QFETCH(double, ms);
    QFETCH(QString, shown);
    QCOMPARE(formatDuration(ms), shown);
}

void FormattingTest::germanUsesItsOwnSeparators()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(formatCount(1204, german), QStringLiteral("1.204"));
    QCOMPARE(formatMoney(*Money::fromDecimal(u"0.0016"), german), QStringLiteral("$0,0016"));
}

SWITCHYARD_TEST(FormattingTest)
#include "tst_formatting.moc"
