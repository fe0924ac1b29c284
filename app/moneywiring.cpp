#include "app/moneywiring.h"

#include "app/services.h"
#include "app/spendwatch.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/catalog/exchangeratestore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/mainwindow.h"
#include "ui/money/moneydesk.h"
#include "ui/settings/currencychoice.h"
#include "ui/settings/ratescard.h"
#include "ui/settings/settingspage.h"
#include "ui/usage/usagepage.h"

#include <QDateTime>

using namespace core;

namespace app {

namespace {

ui::MoneyContext moneyContext(Services &core, const ui::Theme &theme)
{
    return {
        core.budgetStore(),    core.budgets(),       core.repricing(), core.prices(),   core.priceOverrides(),
        core.importedPrices(), core.exchangeRates(), core.catalog(),   core.accounts(), core.modelLists(),
        core.ledgerReader(),   core.client(),        core.settings(),  core.clock(),    theme};
}

} // namespace

MoneyWiring::MoneyWiring(Services &core, ui::MainWindow &window, const ui::Theme &theme, ui::Actions &actions)
    : m_core(core), m_window(window), m_desk(new ui::MoneyDesk(moneyContext(core, theme), actions, window))
{
    m_desk->setParent(this);
}

void MoneyWiring::connectSettings(ui::SettingsPage &page)
{
    ui::RatesCard *const card = &page.rates();
    ExchangeRateStore &rates = m_core.exchangeRates();
    const auto show = [this, card] {
        QStringList currencies;
        const QList<Account> accounts = m_core.accounts().accounts();
        for (const Account &account : accounts)
            currencies.append(account.currency);
        card->setCurrencies(currencies);
        card->setRates(m_core.exchangeRates().all());
    };
    connect(&rates, &ExchangeRateStore::changed, card, show);
    connect(&m_core.accounts(), &AccountStore::changed, card, show);
    card->setToday(QDateTime::fromMSecsSinceEpoch(m_core.clock().utcMs()).date());
    show();
    const auto tell = [card](const Result<void> &done) {
        if (!done)
            card->setProblem(done.error().message);
    };
    connect(card, &ui::RatesCard::rateChosen, this, [this, tell](const ExchangeRate &rate) {
        continued(m_core.exchangeRates().set(rate), this, tell);
    });
    connect(card, &ui::RatesCard::rateRemoved, this, [this, tell](const QString &currency) {
        continued(m_core.exchangeRates().remove(currency), this, tell);
    });
    connect(m_desk, &ui::MoneyDesk::rateWanted, this, [this, &page](const QString &currency) {
        m_window.showPage(QStringLiteral("settings"));
        page.askForRate(currency);
    });
}

void MoneyWiring::connectDisplayCurrency(ui::SettingsPage &page, ui::UsagePage &usage, SpendWatch &spend)
{
    ui::CurrencyChoice &choice = page.displayCurrency();
    const auto show = [this, &choice, &usage, &spend] {
        const QString currency = m_core.settings().get(settings::kDisplayCurrency);
        const std::optional<ExchangeRate> rate = m_core.exchangeRates().find(currency);
        choice.setChoice(m_core.exchangeRates().all(), currency);
        usage.setDisplayRate(rate);
        spend.setDisplayRate(rate);
    };
    connect(&m_core.exchangeRates(), &ExchangeRateStore::changed, this, show);
    connect(&m_core.settings(), &Settings::changed, this, [show](const QString &key) {
        if (key == settings::kDisplayCurrency.key)
            show();
    });
    connect(&choice, &ui::CurrencyChoice::currencyChosen, this,
            [this](const QString &currency) { m_core.settings().set(settings::kDisplayCurrency, currency); });
    show();
}

} // namespace app
