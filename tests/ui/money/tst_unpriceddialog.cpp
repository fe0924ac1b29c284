#include "ui/money/unpriceddialog.h"

#include "core/base/formatting.h"
#include "tests/support/testunit.h"
#include "tests/ui/money/moneybench.h"
#include "ui/actions.h"
#include "ui/money/moneydesk.h"
#include "ui/money/pricedialog.h"
#include "ui/money/unpricedpane.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using test::MoneyBench;

/// The list of models without a price over a real ledger.
class UnpricedDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void modelsAreListedMostRequestsFirst();
    void onlyThePeriodCounts();
    void withoutAnyItSaysSo();
    void aLowPaneHasItsButtonsInSight();
    void aRowLeadsToItsPrice();
    void aRowLeadsToItsRate();
    void aRowWithItsRateIsToBePricedAgain();
    void whatHasAPriceByNowIsToBePricedAgain();
    void aNewCostTakesTheModelAway();
    void thePaletteOpensTheWindows();
    void aPageHasTheListAndTheBudgetsToo();

private:
    void askInEuros();
    void open(const core::RepricingScope &scope = {});
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QAbstractItemView *table() const { return child<QAbstractItemView>("unpriced.table"); }

    std::unique_ptr<MoneyBench> m_bench;
    std::unique_ptr<ui::UnpricedDialog> m_dialog;
};

void UnpricedDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<MoneyBench>();
}

void UnpricedDialogTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void UnpricedDialogTest::open(const core::RepricingScope &scope)
{
    m_bench->story.finish();
    m_dialog = std::make_unique<ui::UnpricedDialog>(m_bench->context(), nullptr);
    m_dialog->openFor(scope);
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void UnpricedDialogTest::modelsAreListedMostRequestsFirst()
{
    m_bench->askUnpriced(QStringLiteral("rare"), 7);
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 9);
    m_bench->ask(QStringLiteral("tokenbay/priced"), 9, MoneyBench::usd("0.1"));
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(test::cellText(table(), 0, 0), QStringLiteral("my-finetune"));
    QCOMPARE(test::cellText(table(), 0, 1), QStringLiteral("tokenbay"));
    QCOMPARE(test::cellText(table(), 0, 2), QStringLiteral("2"));
    // Two requests of 1000 and 200 tokens.
    QCOMPARE(test::cellText(table(), 0, 3), core::formatCount(2000));
    QCOMPARE(test::cellText(table(), 0, 4), QStringLiteral("400"));
    QCOMPARE(test::cellText(table(), 1, 0), QStringLiteral("rare"));
}

void UnpricedDialogTest::onlyThePeriodCounts()
{
    m_bench->askUnpriced(QStringLiteral("early"), 7);
    m_bench->askUnpriced(QStringLiteral("late"), 20);
    core::RepricingScope scope;
    scope.sinceMs = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    open(scope);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 0), QStringLiteral("late"));
}

void UnpricedDialogTest::withoutAnyItSaysSo()
{
    m_bench->ask(QStringLiteral("tokenbay/priced"), 9, MoneyBench::usd("0.1"));
    open();
    QTRY_VERIFY(child<ui::EmptyState>("unpriced.empty")->isVisible());
    QVERIFY(child<QAbstractButton>("unpriced.add")->isHidden());
    QVERIFY(!table()->isVisible());
}

void UnpricedDialogTest::aLowPaneHasItsButtonsInSight()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(!child<ui::EmptyState>("unpriced.empty")->isVisible());
    const int needed = m_dialog->pane().layout()->totalHeightForWidth(m_dialog->pane().width());
    QVERIFY2(needed <= m_bench->theme.px(140), qPrintable(QString::number(needed)));
}

void UnpricedDialogTest::aRowLeadsToItsPrice()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QSignalSpy wanted(&m_dialog->pane(), &ui::UnpricedPane::priceWanted);
    child<QAbstractButton>("unpriced.add")->click();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    for (const QList<QVariant> &each : std::as_const(wanted))
        QCOMPARE(each, (QList<QVariant>{QStringLiteral("tokenbay"), QStringLiteral("my-finetune")}));
}

/// A request of the day before, whose price is known in euros.
void UnpricedDialogTest::askInEuros()
{
    const qint64 now = m_bench->story.clock.utcMs();
    m_bench->story.clock.setUtcMs(now - 86'400'000);
    core::RunDraft draft;
    draft.prompt = QStringLiteral("A question");
    draft.lanes.append({1, QStringLiteral("tokenbay"), QStringLiteral("mistral-small"), {}, false});
    const auto ids = test::await(m_bench->story.writer.beginRun(draft));
    QVERIFY(ids);
    test::LedgerStory::Request request{QStringLiteral("tokenbay/mistral-small")};
    request.cost.reset();
    core::AttemptOutcome outcome = test::LedgerStory::outcome(request);
    outcome.cost.currency = QStringLiteral("EUR");
    outcome.cost.ownAmount = MoneyBench::usd("0.26");
    QVERIFY(test::await(m_bench->story.writer.settle(ids->attempts.constFirst(), outcome)));
    m_bench->story.clock.setUtcMs(now);
}

void UnpricedDialogTest::aRowLeadsToItsRate()
{
    askInEuros();
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    auto *const button = child<QAbstractButton>("unpriced.add");
    QCOMPARE(button->text(), QStringLiteral("Set &rate …"));
    QCOMPARE(test::cellText(table(), 0, 6), QStringLiteral("a rate for EUR"));
    const QSignalSpy prices(&m_dialog->pane(), &ui::UnpricedPane::priceWanted);
    const QSignalSpy rates(&m_dialog->pane(), &ui::UnpricedPane::rateWanted);
    button->click();
    QVERIFY(prices.isEmpty());
    QCOMPARE(rates.size(), 1);
    QCOMPARE(rates.constFirst().constFirst().toString(), QStringLiteral("EUR"));
    QVERIFY2(m_dialog->isHidden(), "the settings are behind it");
}

void UnpricedDialogTest::aRowWithItsRateIsToBePricedAgain()
{
    askInEuros();
    const core::ExchangeRate rate{QStringLiteral("EUR"), MoneyBench::usd("1.5"), QDate(2026, 11, 20)};
    QVERIFY(test::await(m_bench->rates.set(rate)));
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 6), QStringLiteral("pricing again"));
    QVERIFY(child<QAbstractButton>("unpriced.reprice")->isHidden());
    const QSignalSpy repricing(&m_dialog->pane(), &ui::UnpricedPane::repricingWanted);
    child<QAbstractButton>("unpriced.add")->click();
    QCOMPARE(repricing.size(), 1);
    QVERIFY(m_dialog->isVisible());
}

void UnpricedDialogTest::whatHasAPriceByNowIsToBePricedAgain()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 6), QStringLiteral("a price"));
    core::PriceOverride own;
    own.model = QStringLiteral("my-finetune");
    own.prices.input = MoneyBench::usd("0.00001");
    own.prices.output = MoneyBench::usd("0.00002");
    QVERIFY(test::await(m_bench->overrides.set(own)));
    QTRY_COMPARE(test::cellText(table(), 0, 6), QStringLiteral("pricing again"));
    const QSignalSpy repricing(&m_dialog->pane(), &ui::UnpricedPane::repricingWanted);
    child<QAbstractButton>("unpriced.add")->click();
    QCOMPARE(repricing.size(), 1);
}

void UnpricedDialogTest::aNewCostTakesTheModelAway()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    core::PriceOverride own;
    own.model = QStringLiteral("my-finetune");
    own.prices.input = MoneyBench::usd("0.00001");
    own.prices.output = MoneyBench::usd("0.00002");
    QVERIFY(test::await(m_bench->overrides.set(own)));
    QVERIFY(test::await(m_bench->repricing.apply(
        {}, m_bench->prices.snapshot(m_bench->accounts.accounts(), m_bench->models))));
    QTRY_VERIFY(child<ui::EmptyState>("unpriced.empty")->isVisible());
}

void UnpricedDialogTest::thePaletteOpensTheWindows()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    m_bench->story.finish();
    QWidget window;
    window.show();
    ui::Actions actions;
    ui::MoneyDesk desk(m_bench->context(), actions, window);
    const auto dialog = [&window](const char *name) {
        return window.findChild<QDialog *>(QLatin1StringView(name));
    };
    for (const auto &[action, name] :
         {std::pair{"money.budgets", "budgets"}, std::pair{"money.unpriced", "unpriced"},
          std::pair{"money.prices", "prices"}, std::pair{"money.refresh", "refreshPrices"},
          std::pair{"money.reprice", "repricing"}}) {
        QVERIFY2(!dialog(name), name);
        actions.find(QString::fromLatin1(action))->trigger();
        QVERIFY2(dialog(name) && dialog(name)->isVisible(), name);
    }
    auto *const list = dialog("unpriced")->findChild<QAbstractItemView *>(QStringLiteral("unpriced.table"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    dialog("unpriced")->findChild<QAbstractButton *>(QStringLiteral("unpriced.add"))->click();
    QCOMPARE(dialog("prices")->findChild<QLineEdit *>(QStringLiteral("prices.model"))->text(),
             QStringLiteral("my-finetune"));
}

void UnpricedDialogTest::aPageHasTheListAndTheBudgetsToo()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    m_bench->story.finish();
    QWidget window;
    ui::Actions actions;
    ui::MoneyDesk desk(m_bench->context(), actions, window);
    auto *const column = new QVBoxLayout(&window);
    ui::UnpricedPane *const pane = desk.makeUnpricedPane();
    ui::FlatButton *const budgets = desk.makeBudgetsButton();
    column->addWidget(pane);
    column->addWidget(budgets);
    pane->openFor({});
    window.show();
    auto *const list = pane->findChild<QAbstractItemView *>(QStringLiteral("unpriced.table"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    pane->findChild<QAbstractButton *>(QStringLiteral("unpriced.reprice"))->click();
    QVERIFY(window.findChild<QDialog *>(QStringLiteral("repricing"))->isVisible());
    budgets->click();
    QVERIFY(window.findChild<QDialog *>(QStringLiteral("budgets"))->isVisible());
}

SWITCHYARD_TEST(UnpricedDialogTest)
#include "tst_unpriceddialog.moc"
