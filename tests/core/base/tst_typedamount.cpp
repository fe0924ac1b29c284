#include "core/base/typedamount.h"

#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TypedAmountTest : public QObject
{
    Q_OBJECT

private slots:
    void anAmountIsReadAsPeopleTypeIt_data();
    void anAmountIsReadAsPeopleTypeIt();
    void itIsShownAsItsReaderWouldTypeIt();
};

void TypedAmountTest::anAmountIsReadAsPeopleTypeIt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<Money>>("amount");
    const std::optional<Money> half = Money::fromPicos(500'000'000'000);
    QTest::newRow("with a point") << QStringLiteral("0.50") << half;
    QTest::newRow("with a comma") << QStringLiteral("0,50") << half;
    QTest::newRow("between spaces") << QStringLiteral("  0.5 ") << half;
    QTest::newRow("with thousands set apart") << QStringLiteral("1,000.50") << std::optional<Money>();
    QTest::newRow("a word") << QStringLiteral("half") << std::optional<Money>();
    QTest::newRow("nothing") << QString() << std::optional<Money>();
}

void TypedAmountTest::anAmountIsReadAsPeopleTypeIt()
{
    QFETCH(QString, typed);
    QFETCH(std::optional<Money>, amount);
    QCOMPARE(typedAmount(typed), amount);
}

void TypedAmountTest::itIsShownAsItsReaderWouldTypeIt()
{
    QCOMPARE(amountToType(QStringLiteral("0.50"), QLocale(QLocale::German, QLocale::Germany)),
             QStringLiteral("0,50"));
    QCOMPARE(amountToType(QStringLiteral("0.50"), QLocale(QLocale::English)), QStringLiteral("0.50"));
    QCOMPARE(amountToType(QStringLiteral("12")), QStringLiteral("12"));
}

SWITCHYARD_TEST(TypedAmountTest)
#include "tst_typedamount.moc"
