#include "core/models/accountmodelstable.h"
#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace core;

namespace {

AccountModelRow modelRow(const QString &id)
{
    AccountModelRow made;
    made.info.id = id;
    made.info.status = ModelStatus::Active;
    return made;
}

PriceList prices(const QString &inputPerToken, const QString &outputPerToken)
{
    PriceList list;
    list.base.input = Money::fromDecimal(inputPerToken);
    list.base.output = Money::fromDecimal(outputPerToken);
    list.sourceText = QStringLiteral("OpenAI list price via TokenBay");
    list.version = QStringLiteral("2026-09-23");
    return list;
}

} // namespace

class TestAccountModelsTable : public QObject
{
    Q_OBJECT

private slots:
    void cellsSayWhatIsKnown_data();
    void cellsSayWhatIsKnown();
    void aPriceTellsItsSource();
    void whatIsUnknownIsNotZero();
    void columnsSortByTheirValues();
    void rowsAreFoundById();
};

void TestAccountModelsTable::cellsSayWhatIsKnown_data()
{
    QTest::addColumn<AccountModelRow>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");

    AccountModelRow full = modelRow(QStringLiteral("gpt-4o"));
    full.info.prices = prices(QStringLiteral("0.0000025"), QStringLiteral("0.0000006"));
    full.info.contextWindow = 128'000;
    full.info.takesImages = true;
    full.info.callsTools = true;
    full.info.reasons = false;
    QTest::newRow("the id") << full << int(AccountModelsTable::Model) << QStringLiteral("gpt-4o");
    QTest::newRow("the price of a million tokens in")
        << full << int(AccountModelsTable::Input) << QStringLiteral("$2.50");
    QTest::newRow("cents with two digits")
        << full << int(AccountModelsTable::Output) << QStringLiteral("$0.60");
    QTest::newRow("what it can") << full << int(AccountModelsTable::Abilities)
                                 << QStringLiteral("images, tools");
    QTest::newRow("nothing to say of an active model")
        << full << int(AccountModelsTable::Status) << QString();

    AccountModelRow retired = modelRow(QStringLiteral("gemini-1.5-flash"));
    retired.info.status = ModelStatus::Retired;
    retired.info.successor = QStringLiteral("gemini-2.5-flash");
    QTest::newRow("retired with its successor")
        << retired << int(AccountModelsTable::Status) << QStringLiteral("retired, use gemini-2.5-flash");
    AccountModelRow fading = modelRow(QStringLiteral("gpt-4"));
    fading.info.status = ModelStatus::Deprecated;
    QTest::newRow("soon retired") << fading << int(AccountModelsTable::Status)
                                  << QStringLiteral("will be retired");
    AccountModelRow typed = modelRow(QStringLiteral("my/model"));
    typed.typed = true;
    QTest::newRow("typed by hand") << typed << int(AccountModelsTable::Status)
                                   << QStringLiteral("typed by hand");
}

void TestAccountModelsTable::cellsSayWhatIsKnown()
{
    QFETCH(AccountModelRow, row);
    QFETCH(int, column);
    QFETCH(QString, text);
    AccountModelsTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows({row});
    QCOMPARE(table.index(0, column).data().toString(), text);
}

void TestAccountModelsTable::aPriceTellsItsSource()
{
    AccountModelRow priced = modelRow(QStringLiteral("gpt-4o"));
    priced.info.prices = prices(QStringLiteral("0.0000025"), QStringLiteral("0.00001"));
    QCOMPARE(priceSourceText(priced), QStringLiteral("OpenAI list price via TokenBay, 2026-09-23"));
    AccountModelsTable table;
    table.setRows({priced});
    const QString toolTip = table.index(0, AccountModelsTable::Input).data(Qt::ToolTipRole).toString();
    QVERIFY(toolTip.startsWith(QStringLiteral("$0.0000025 a token")));
    QVERIFY(toolTip.endsWith(QStringLiteral("2026-09-23")));
    AccountModelRow offered = modelRow(QStringLiteral("x"));
    offered.listPriceOffered = true;
    QVERIFY(priceSourceText(offered).contains(QStringLiteral("does not accept yet")));
}

void TestAccountModelsTable::whatIsUnknownIsNotZero()
{
    AccountModelsTable table;
    table.setRows({modelRow(QStringLiteral("x"))});
    for (const int column : {AccountModelsTable::Input, AccountModelsTable::Output,
                             AccountModelsTable::Context, AccountModelsTable::Abilities})
        QCOMPARE(table.index(0, column).data().toString(), QStringLiteral("-"));
    QCOMPARE(pricePerMillion(Money()), QStringLiteral("$0"));
    QVERIFY(priceSourceText(table.rowAt(0)).contains(QStringLiteral("No price is known")));
}

void TestAccountModelsTable::columnsSortByTheirValues()
{
    AccountModelRow cheap = modelRow(QStringLiteral("B"));
    cheap.info.prices = prices(QStringLiteral("0.0000009"), QStringLiteral("0.00001"));
    cheap.info.contextWindow = 9'000;
    AccountModelRow dear = modelRow(QStringLiteral("a"));
    dear.info.prices = prices(QStringLiteral("0.00001"), QStringLiteral("0.00001"));
    dear.info.contextWindow = 128'000;
    AccountModelsTable table;
    table.setRows({cheap, dear, modelRow(QStringLiteral("c"))});
    const auto value = [&table](int at, int column) {
        return table.index(at, column).data(AccountModelsTable::ValueRole);
    };
    QVERIFY(value(0, AccountModelsTable::Input).toLongLong()
            < value(1, AccountModelsTable::Input).toLongLong());
    QVERIFY(value(0, AccountModelsTable::Context).toLongLong()
            < value(1, AccountModelsTable::Context).toLongLong());
    QVERIFY(value(1, AccountModelsTable::Model).toString() < value(0, AccountModelsTable::Model).toString());
    QVERIFY(!value(2, AccountModelsTable::Input).isValid());
}

void TestAccountModelsTable::rowsAreFoundById()
{
    AccountModelsTable table;
    table.setRows({modelRow(QStringLiteral("a")), modelRow(QStringLiteral("b"))});
    QCOMPARE(table.rowOf(QStringLiteral("b")), 1);
    QCOMPARE(table.rowOf(QStringLiteral("z")), -1);
    QCOMPARE(table.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Model"));
    QCOMPARE(table.columnCount(), AccountModelsTable::kColumns);
}

SWITCHYARD_TEST(TestAccountModelsTable)
#include "tst_accountmodelstable.moc"
