#include "core/models/displaycurrency.h"

#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TestDisplayCurrency : public QObject
{
    Q_OBJECT

private slots:
    void dollarsAreConvertedExactly_data();
    void dollarsAreConvertedExactly();
    void convertedAmountsAreReadLikeOthers_data();
    void convertedAmountsAreReadLikeOthers();
    void theRateIsNamedWithItsDay();

private:
    static ExchangeRate rate(qint64 picos)
    {
        return {QStringLiteral("EUR"), Money::fromPicos(picos), QDate(2026, 11, 20)};
    }
};

void TestDisplayCurrency::dollarsAreConvertedExactly_data()
{
    QTest::addColumn<qint64>("usdPicos");
    QTest::addColumn<qint64>("ratePicos");
    QTest::addColumn<std::optional<qint64>>("units");
    const auto row = [](const char *name, qint64 usd, qint64 rate, std::optional<qint64> units) {
        QTest::newRow(name) << usd << rate << units;
    };
    row("$1.08 at $1.08 are one", 1'080'000'000'000, 1'080'000'000'000, 1'000'000'000'000);
    row("nothing stays nothing", 0, 1'080'000'000'000, 0);
    row("$1 at $3 are a third, rounded down", 1'000'000'000'000, 3'000'000'000'000, 333'333'333'333);
    row("$2 at $3 are two thirds, rounded up", 2'000'000'000'000, 3'000'000'000'000, 666'666'666'667);
    row("half of the smallest part is rounded up", 1, 2'000'000'000'000, 1);
    row("of a credit it is rounded away from zero, too", -1, 2'000'000'000'000, -1);
    row("a third of the smallest part is nothing", 1, 3'000'000'000'000, 0);
    row("more units than can be held", 1'000'000'000'000'000'000, 39'000'000, std::nullopt);
    row("more units owed than can be held", -1'000'000'000'000'000'000, 39'000'000, std::nullopt);
    row("a rate of nothing", 1'000'000'000'000, 0, std::nullopt);
    row("a rate below nothing", 1'000'000'000'000, -1, std::nullopt);
}

void TestDisplayCurrency::dollarsAreConvertedExactly()
{
    QFETCH(const qint64, usdPicos);
    QFETCH(const qint64, ratePicos);
    QFETCH(const std::optional<qint64>, units);
    const std::optional<Money> converted =
        DisplayCurrency::converted(Money::fromPicos(usdPicos), rate(ratePicos));
    QCOMPARE(converted.has_value(), units.has_value());
    if (units)
        QCOMPARE(qint64(converted->picos()), *units);
}

void TestDisplayCurrency::convertedAmountsAreReadLikeOthers_data()
{
    QTest::addColumn<QString>("usd");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *usd, const char *rate, const QString &text) {
        QTest::newRow(name) << QString::fromLatin1(usd) << QString::fromLatin1(rate) << text;
    };
    // 37.9 / 1.08 = 35.0926, 0.758 / 1.25 = 0.6064
    row("above one unit", "37.9", "1.08", QStringLiteral("\u2248 35.09\u202fEUR"));
    row("below one unit", "0.758", "1.25", QStringLiteral("\u2248 0.606\u202fEUR"));
    row("nothing", "0", "1.25", QStringLiteral("\u2248 0\u202fEUR"));
    row("a credit", "-37.9", "1.08", QStringLiteral("\u2248 \u221235.09\u202fEUR"));
    // 1000000 / 0.000039 = 25641025641.03
    row("too many for exact parts", "1000000", "0.000039", QStringLiteral("\u2248 25,641,025,641\u202fEUR"));
    row("a credit of too many", "-1000000", "0.000039",
        QStringLiteral("\u2248 \u221225,641,025,641\u202fEUR"));
    row("no rate", "37.9", "0", QString());
}

void TestDisplayCurrency::convertedAmountsAreReadLikeOthers()
{
    QFETCH(const QString, usd);
    QFETCH(const QString, rate);
    const ExchangeRate by{QStringLiteral("EUR"), *Money::fromDecimal(rate), QDate(2026, 11, 20)};
    QTEST(
        DisplayCurrency::text(*Money::fromDecimal(usd), by, QLocale(QLocale::English, QLocale::UnitedStates)),
        "text");
}

void TestDisplayCurrency::theRateIsNamedWithItsDay()
{
    QCOMPARE(DisplayCurrency::rateText(rate(1'080'000'000'000), QLocale::c()),
             QStringLiteral("1 EUR = US$ 1.08, your rate of 20 Nov 2026"));
    QCOMPARE(DisplayCurrency::rateText(rate(1'080'000'000'000), QLocale(QLocale::German, QLocale::Germany)),
             QStringLiteral("1 EUR = US$ 1,08, your rate of 20.11.26"));
}

SWITCHYARD_TEST(TestDisplayCurrency)
#include "tst_displaycurrency.moc"
