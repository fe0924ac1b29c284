#include "app/moneywiring.h"

#include "app/services.h"
#include "app/spendwatch.h"
#include "core/accounts/accountstore.h"
#include "core/catalog/exchangeratestore.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/repricing.h"
#include "core/settings/keys.h"
#include "tests/support/emptyledger.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/money/moneydesk.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/convertedlabel.h"
#include "ui/widgets/meter.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using test::await;

/// Budgets and prices as the window has them: the real services over a ledger in a temporary folder.
class MoneyWiringTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRateOfTheSettingsIsKept();
    void newCostsCountInBudgetsAtOnce();
    void theMonthIsShownInAFurtherCurrency();
    void aMissingRateIsAskedForInTheSettings();
    void whatAProgramThatDiedHadReceivedIsEstimatedAtTheNextStart();

private:
    core::PriceOverride priceOf(const QString &model) const;
    void open();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Services> m_services;
};

void MoneyWiringTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::provideLedger(m_folder->filePath(QStringLiteral("ledger.sqlite")));
    open();
}

void MoneyWiringTest::open()
{
    auto opened = app::Services::open(m_folder->path());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_services = std::move(opened).value();
}

void MoneyWiringTest::cleanup()
{
    m_services.reset();
    m_folder.reset();
}

void MoneyWiringTest::aRateOfTheSettingsIsKept()
{
    ui::Theme theme;
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    ui::SettingsPage page(theme);
    app::MoneyWiring wiring(*m_services, window, theme, actions);
    wiring.connectSettings(page);
    page.findChild<QComboBox *>(QStringLiteral("rateCurrency"))->setCurrentText(QStringLiteral("EUR"));
    page.findChild<QLineEdit *>(QStringLiteral("rateUsd"))->setText(QStringLiteral("1.08"));
    page.findChild<QAbstractButton *>(QStringLiteral("setRate"))->click();
    QTRY_COMPARE(m_services->exchangeRates().all().size(), 1);
    QCOMPARE(m_services->exchangeRates().find(u"EUR")->usdPerUnit, *core::Money::fromDecimal(u"1.08"));
    QTRY_VERIFY(page.findChild<QAbstractButton *>(QStringLiteral("removeRate")));
    page.findChild<QAbstractButton *>(QStringLiteral("removeRate"))->click();
    QTRY_VERIFY(m_services->exchangeRates().all().isEmpty());
}

/// $10 and $20 a million tokens.
core::PriceOverride MoneyWiringTest::priceOf(const QString &model) const
{
    core::PriceOverride own;
    own.model = model;
    own.prices.input = *core::Money::fromDecimal(u"0.00001");
    own.prices.output = *core::Money::fromDecimal(u"0.00002");
    return own;
}

/// 1000 tokens at $10 and 200 at $20 a million are $0.014.
void MoneyWiringTest::newCostsCountInBudgetsAtOnce()
{
    core::RunDraft draft;
    draft.prompt = QStringLiteral("A question");
    draft.lanes.append({1, QStringLiteral("tokenbay"), QStringLiteral("my-finetune"), {}, false});
    const auto ids = await(m_services->ledgerWriter().beginRun(draft));
    QVERIFY(ids);
    test::LedgerStory::Request request{QStringLiteral("tokenbay/my-finetune")};
    request.cost.reset();
    QVERIFY(await(
        m_services->ledgerWriter().settle(ids->attempts.constFirst(), test::LedgerStory::outcome(request))));
    core::Budget budget;
    budget.name = QStringLiteral("team");
    budget.amount = *core::Money::fromDecimal(u"1");
    budget.period.zone = QStringLiteral("UTC");
    QVERIFY(await(m_services->budgetStore().save(budget)));
    QTRY_COMPARE(m_services->budgets().states().size(), 1);
    QCOMPARE(m_services->budgets().states().constFirst().unpriced, 1);

    QVERIFY(await(m_services->priceOverrides().set(priceOf(QStringLiteral("my-finetune")))));
    const core::PriceSnapshot prices =
        m_services->prices().snapshot(m_services->accounts().accounts(), m_services->modelLists());
    QVERIFY(await(m_services->repricing().apply({}, prices)));
    QTRY_COMPARE(m_services->budgets().states().constFirst().spent, *core::Money::fromDecimal(u"0.014"));
    QCOMPARE(m_services->budgets().states().constFirst().unpriced, 0);
}

/// $2.16 at $1.08 a euro are two euros.
void MoneyWiringTest::theMonthIsShownInAFurtherCurrency()
{
    core::RunDraft draft;
    draft.prompt = QStringLiteral("A question");
    draft.lanes.append({1, QStringLiteral("openai"), QStringLiteral("gpt-5-mini"), {}, false});
    const auto ids = await(m_services->ledgerWriter().beginRun(draft));
    QVERIFY(ids);
    test::LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
    request.cost = core::Money::fromDecimal(u"2.16");
    QVERIFY(await(
        m_services->ledgerWriter().settle(ids->attempts.constFirst(), test::LedgerStory::outcome(request))));

    ui::Theme theme;
    ui::Actions actions;
    ui::ModelColours colours;
    ui::MainWindow window(theme, actions);
    ui::SettingsPage page(theme);
    ui::UsagePage usage(m_services->ledgerReader(), m_services->usageReader(), m_services->ledgerWriter(),
                        m_services->settings(), m_services->clock(), theme, colours, actions);
    app::SpendWatch spend(m_services->ledgerReader(), m_services->ledgerWriter(), m_services->settings(),
                          m_services->budgets(), m_services->clock(), window);
    app::MoneyWiring wiring(*m_services, window, theme, actions);
    wiring.connectDisplayCurrency(page, usage, spend);
    // This run, today, this month.
    const ui::Meter *const month = window.findChildren<ui::Meter *>().at(2);
    QTRY_COMPARE(month->value(), QStringLiteral("$2.16"));
    const auto converted = [month] {
        const auto *const label = month->findChild<ui::ConvertedLabel *>();
        return label ? label->fullText() : QString();
    };
    QCOMPARE(converted(), QString());

    const core::ExchangeRate rate{QStringLiteral("EUR"), *core::Money::fromDecimal(u"1.08"),
                                  QDate(2026, 11, 20)};
    QVERIFY(await(m_services->exchangeRates().set(rate)));
    auto *const currency = page.findChild<QComboBox *>(QStringLiteral("displayCurrency"));
    QTRY_COMPARE(currency->count(), 2);
    QCOMPARE(currency->currentIndex(), 0);
    emit currency->activated(1);
    QCOMPARE(m_services->settings().get(core::settings::kDisplayCurrency), QStringLiteral("EUR"));
    QCOMPARE(currency->currentText(), QStringLiteral("EUR"));
    QTRY_COMPARE(converted(), QStringLiteral("\u2248 2.00\u202fEUR"));
    QCOMPARE(month->value(), QStringLiteral("$2.16"));

    QVERIFY(await(m_services->exchangeRates().remove(QStringLiteral("EUR"))));
    QTRY_COMPARE(converted(), QString());
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("displayCurrencyHint"))
                ->text()
                .contains(QLatin1String("no rate of EUR")));
}

void MoneyWiringTest::aMissingRateIsAskedForInTheSettings()
{
    ui::Theme theme;
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    auto *const page = new ui::SettingsPage(theme);
    window.setSettingsPage(page);
    app::MoneyWiring wiring(*m_services, window, theme, actions);
    wiring.connectSettings(*page);
    emit wiring.desk().rateWanted(QStringLiteral("CHF"));
    QCOMPARE(window.currentPage(), QStringLiteral("settings"));
    QCOMPARE(page->findChild<QComboBox *>(QStringLiteral("rateCurrency"))->currentText(),
             QStringLiteral("CHF"));
}

/// 100 tokens at $10 and 50 at $20 a million are $0.002.
void MoneyWiringTest::whatAProgramThatDiedHadReceivedIsEstimatedAtTheNextStart()
{
    QVERIFY(await(m_services->priceOverrides().set(priceOf(QStringLiteral("my-finetune")))));
    core::RunDraft draft;
    draft.prompt = QString(400, u'q');
    draft.lanes.append({1, QStringLiteral("tokenbay"), QStringLiteral("my-finetune"), {}, false});
    const auto ids = await(m_services->ledgerWriter().beginRun(draft));
    QVERIFY(ids);
    m_services->ledgerWriter().journal(ids->attempts.constFirst(), QString(200, u'x'), {});
    m_services.reset();
    open();
    QVERIFY(m_services);
    // Whatever is written after the start comes after it.
    QVERIFY(await(m_services->database().write([](core::Connection &) { return core::Result<void>(); })));
    const auto run = await(m_services->ledgerReader().run(ids->run));
    QVERIFY(run);
    const core::AttemptRecord attempt = run->lanes.constFirst().latest;
    QCOMPARE(attempt.completion.status, core::LaneStatus::Interrupted);
    QCOMPARE(attempt.completion.usage.output, std::optional<qint64>(50));
    QCOMPARE(attempt.cost.basis, core::CostBasis::Estimated);
    QCOMPARE(attempt.cost.amount, core::Money::fromDecimal(u"0.002"));
}

SWITCHYARD_TEST(MoneyWiringTest)
#include "tst_moneywiring.moc"
