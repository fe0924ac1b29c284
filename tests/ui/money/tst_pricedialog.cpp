#include "ui/money/pricedialog.h"

#include "tests/support/testunit.h"
#include "tests/ui/money/moneybench.h"
#include "ui/money/repricingpane.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimeEdit>

using test::MoneyBench;

/// The prices of a model over a real ledger and price book.
class PriceDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPriceLeadsToTheCostOfRequestsSoFar();
    void allThatAPriceSaysIsKept();
    void aPriceForAllAccountsHasNone();
    void whatIsWrongIsToldAtItsField_data();
    void whatIsWrongIsToldAtItsField();
    void aLimitIsGivenOnce();
    void whatHoldsNowIsSaid();
    void aKnownPriceIsTakenIntoTheForm();
    void removedPricesComeBack();

private:
    void open(const QString &account, const QString &model);
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void write(const char *name, const char *text) const
    {
        child<QLineEdit>(name)->setText(QString::fromLatin1(text));
    }
    void press(const char *name) const { child<QAbstractButton>(name)->click(); }
    QStringList faults() const;

    std::unique_ptr<MoneyBench> m_bench;
    std::unique_ptr<ui::PriceDialog> m_dialog;
};

void PriceDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<MoneyBench>();
}

void PriceDialogTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void PriceDialogTest::open(const QString &account, const QString &model)
{
    m_bench->story.finish();
    m_dialog = std::make_unique<ui::PriceDialog>(m_bench->context(), nullptr);
    m_dialog->openFor(account, model);
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

QStringList PriceDialogTest::faults() const
{
    QStringList faults;
    const QList<ui::FieldRow *> fields = m_dialog->findChildren<ui::FieldRow *>();
    for (const ui::FieldRow *field : fields) {
        if (!field->fault().isEmpty())
            faults.append(field->fault());
    }
    const auto *const problem = child<QLabel>("priceForm.problem");
    if (!problem->isHidden())
        faults.append(problem->text());
    return faults;
}

/// 1000 tokens at $10 and 200 at $20 a million are $0.014; two such requests $0.028.
void PriceDialogTest::aPriceLeadsToTheCostOfRequestsSoFar()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 9);
    m_bench->askUnpriced(QStringLiteral("other"), 9);
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    QVERIFY(child<ui::RepricingPane>("repricingPane")->isHidden());
    write("price.input", "10");
    write("price.output", "20");
    press("prices.save");
    QTRY_VERIFY(child<ui::RepricingPane>("repricingPane")->isVisible());
    const auto *const table = child<QAbstractItemView>("repricing.table");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table, 0, 0), QStringLiteral("my-finetune"));
    QCOMPARE(test::cellText(table, 0, 2), QStringLiteral("2"));
    QCOMPARE(test::cellText(table, 0, 3), QStringLiteral("2 unpriced"));
    QCOMPARE(m_bench->spent(), core::Money());

    press("repricing.apply");
    QTRY_COMPARE(m_bench->spent(), MoneyBench::usd("0.028"));
    QTRY_VERIFY(child<QAbstractButton>("repricing.undo"));
    press("repricing.undo");
    QTRY_COMPARE(m_bench->spent(), core::Money());
}

void PriceDialogTest::allThatAPriceSaysIsKept()
{
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    write("price.input", "2.5");
    write("price.cacheWrite1h", "5");
    write("price.audioOutput", "80");
    // With the comma of other languages.
    write("priceForm.perRequest", "0,005");
    write("priceForm.perTool", "0.01");
    child<QComboBox>("priceForm.currency")->setCurrentText(QStringLiteral("eur"));
    child<QComboBox>("priceForm.service")->setCurrentText(QStringLiteral("flex"));
    child<QComboBox>("priceForm.match")->setCurrentIndex(2);
    write("priceForm.from", "2026-11-01");
    write("priceForm.to", "2027-01-01");
    press("priceForm.addTier");
    write("tier.above", "200000");
    child<QComboBox>("tier.how")->setCurrentIndex(1);
    write("tier.input", "5,0");
    child<QCheckBox>("priceForm.day1")->setChecked(true);
    child<QTimeEdit>("priceForm.start")->setTime(QTime(1, 0));
    child<QTimeEdit>("priceForm.end")->setTime(QTime(4, 30));
    press("prices.save");
    QTRY_COMPARE(m_bench->overrides.all().size(), 1);

    const core::PriceOverride kept = m_bench->overrides.all().constFirst();
    core::PriceOverride expected;
    expected.id = kept.id;
    expected.accountId = m_bench->accounts.find(QStringLiteral("tokenbay"))->id;
    expected.setAtMs = m_bench->story.clock.utcMs();
    expected.sourceDate = QDate(2026, 11, 22);
    expected.model = QStringLiteral("my-finetune");
    expected.match = core::PriceMatch::Prefix;
    expected.currency = QStringLiteral("EUR");
    expected.serviceTier = QStringLiteral("flex");
    expected.prices.input = MoneyBench::usd("0.0000025");
    expected.prices.cacheWrite1h = MoneyBench::usd("0.000005");
    expected.prices.audioOutput = MoneyBench::usd("0.00008");
    expected.perRequest = MoneyBench::usd("0.005");
    expected.perToolCall = MoneyBench::usd("0.01");
    core::PriceTier tier{200'000, true, {}};
    tier.prices.input = MoneyBench::usd("0.000005");
    expected.tiers = {tier};
    expected.validFromMs = QDate(2026, 11, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    expected.validToMs = QDate(2027, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    expected.windows = {{{Qt::Monday}, QTime(1, 0), QTime(4, 30)}};
    QCOMPARE(kept, expected);
}

void PriceDialogTest::aPriceForAllAccountsHasNone()
{
    open({}, {});
    press("prices.save");
    QVERIFY2(faults().contains(QStringLiteral("Write which model the price is for.")),
             qPrintable(faults().join(u'|')));
    write("prices.model", "my-finetune");
    write("price.input", "1");
    press("prices.save");
    QTRY_COMPARE(m_bench->overrides.all().size(), 1);
    QCOMPARE(m_bench->overrides.all().constFirst().accountId, std::nullopt);
}

void PriceDialogTest::whatIsWrongIsToldAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *title, const char *field, const char *text, const char *part) {
        QTest::newRow(title) << QString::fromLatin1(field) << QString::fromLatin1(text)
                             << QString::fromLatin1(part);
    };
    row("a price in words", "price.output", "cheap", "2.50");
    row("a price below zero", "price.output", "-1", "2.50");
    row("a price beyond any model's", "price.output", "20000", "beyond");
    row("a price too fine to be counted", "price.output", "0.1234567", "six decimals");
    row("a long-context price too fine to be counted", "tier.input", "0.0000001", "six decimals");
    row("a fee in words", "priceForm.perRequest", "free", "2.50");
    row("a day that is none", "priceForm.from", "2026-13-01", "2026-11-01");
    row("an end before the beginning", "priceForm.to", "2026-10-01", "before it begins");
    row("a tier without tokens", "tier.above", "many", "200000");
}

void PriceDialogTest::whatIsWrongIsToldAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, part);
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    write("price.input", "1");
    write("priceForm.from", "2026-11-01");
    press("priceForm.addTier");
    write("tier.above", "200000");
    write("tier.input", "2");
    m_dialog->findChild<QLineEdit *>(field)->setText(text);
    press("prices.save");
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().constFirst().contains(part), qPrintable(faults().constFirst()));
    QVERIFY(m_bench->overrides.all().isEmpty());
}

void PriceDialogTest::aLimitIsGivenOnce()
{
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    write("price.input", "1");
    for (const char *price : {"2", "3"}) {
        press("priceForm.addTier");
        m_dialog->findChildren<QLineEdit *>(QStringLiteral("tier.above"))
            .constLast()
            ->setText(QStringLiteral("500"));
        m_dialog->findChildren<QLineEdit *>(QStringLiteral("tier.input"))
            .constLast()
            ->setText(QString::fromLatin1(price));
    }
    press("prices.save");
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().constFirst().contains(QLatin1String("limit of 500 input tokens")),
             qPrintable(faults().constFirst()));
    QVERIFY(m_bench->overrides.all().isEmpty());
}

void PriceDialogTest::whatHoldsNowIsSaid()
{
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    const auto *const now = child<QLabel>("prices.now");
    QVERIFY2(now->text().contains(QLatin1String("unknown")), qPrintable(now->text()));
    write("price.input", "10");
    write("price.output", "20");
    press("prices.save");
    QTRY_VERIFY2(now->text().contains(QLatin1String("Your own price")), qPrintable(now->text()));
}

void PriceDialogTest::aKnownPriceIsTakenIntoTheForm()
{
    core::PriceOverride own;
    own.model = QStringLiteral("my-finetune");
    own.prices.input = MoneyBench::usd("0.000003");
    QVERIFY(test::await(m_bench->overrides.set(own)));
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    QVERIFY2(child<QLineEdit>("price.input")->text().isEmpty(), "the account has none of its own");
    auto *const table = child<QAbstractItemView>("prices.known");
    QCOMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(child<QLineEdit>("price.input")->text(), QStringLiteral("3"));
}

void PriceDialogTest::removedPricesComeBack()
{
    core::PriceOverride own;
    own.accountId = m_bench->accounts.find(QStringLiteral("tokenbay"))->id;
    own.model = QStringLiteral("my-finetune");
    own.prices.input = MoneyBench::usd("0.000003");
    QVERIFY(test::await(m_bench->overrides.set(own)));
    open(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
    QCOMPARE(child<QLineEdit>("price.input")->text(), QStringLiteral("3"));
    press("prices.remove");
    QTRY_VERIFY(m_bench->overrides.all().isEmpty());
    QTRY_VERIFY(child<QLineEdit>("price.input")->text().isEmpty());
    test::pressUndo(*m_dialog);
    QTRY_COMPARE(m_bench->overrides.all().size(), 1);
    QCOMPARE(m_bench->overrides.all().constFirst().prices, own.prices);
}

SWITCHYARD_TEST(PriceDialogTest)
#include "tst_pricedialog.moc"
