#include "ui/money/moneydesk.h"

#include "ui/actions.h"
#include "ui/money/budgetsdialog.h"
#include "ui/money/pricedialog.h"
#include "ui/money/refreshpricesdialog.h"
#include "ui/money/repricingdialog.h"
#include "ui/money/unpriceddialog.h"
#include "ui/money/unpricedpane.h"
#include "ui/widgets/flatbutton.h"

#include <QAction>
#include <QWidget>

namespace ui {

namespace {

core::Endpoint keyless(const QString &baseUrl)
{
    core::Endpoint endpoint;
    endpoint.baseUrl = QUrl(baseUrl);
    return endpoint;
}

} // namespace

QList<PriceFeed> publicPriceFeeds()
{
    return {{QStringLiteral("OpenRouter"), keyless(QStringLiteral("https://openrouter.ai/api/v1")),
             QStringLiteral("/models")},
            {QStringLiteral("genai-prices"),
             keyless(QStringLiteral("https://raw.githubusercontent.com/pydantic/genai-prices/main/prices")),
             QStringLiteral("/new_data/v2/data.json")}};
}

MoneyDesk::MoneyDesk(const MoneyContext &context, Actions &actions, QWidget &window)
    : m_context(context), m_window(window)
{
    addActions(actions);
}

void MoneyDesk::addActions(Actions &actions)
{
    const auto add = [&](const QString &id, const QString &text, auto open) {
        connect(actions.add({id, text, tr("Money"), {}}, &m_window), &QAction::triggered, this, open);
    };
    add(QStringLiteral("money.budgets"), tr("Show the budgets"), [this] { openBudgets(); });
    add(QStringLiteral("money.unpriced"), tr("Show requests without a price"), [this] { openUnpriced(); });
    add(QStringLiteral("money.prices"), tr("Set a price"), [this] { openPrices(); });
    add(QStringLiteral("money.refresh"), tr("Refresh the price lists"), [this] { openRefresh(); });
    add(QStringLiteral("money.reprice"), tr("Price requests again"), [this] { openRepricing(); });
}

FlatButton *MoneyDesk::makeBudgetsButton()
{
    auto *const button =
        new FlatButton(m_context.theme, tr("Budgets"), FlatButton::Look::Outlined, &m_window);
    button->setObjectName(QStringLiteral("money.budgetsButton"));
    connect(button, &QToolButton::clicked, this, &MoneyDesk::openBudgets);
    return button;
}

UnpricedPane *MoneyDesk::makeUnpricedPane()
{
    auto *const pane = new UnpricedPane(m_context, &m_window);
    follow(*pane);
    return pane;
}

void MoneyDesk::follow(const UnpricedPane &pane)
{
    connect(&pane, &UnpricedPane::priceWanted, this, &MoneyDesk::openPrices);
    connect(&pane, &UnpricedPane::rateWanted, this, &MoneyDesk::rateWanted);
    connect(&pane, &UnpricedPane::repricingWanted, this, &MoneyDesk::openRepricing);
}

void MoneyDesk::openBudgets()
{
    if (!m_budgets)
        m_budgets = new BudgetsDialog(m_context, &m_window);
    m_budgets->open();
}

void MoneyDesk::openUnpriced(const core::RepricingScope &scope)
{
    if (!m_unpriced) {
        m_unpriced = new UnpricedDialog(m_context, &m_window);
        follow(m_unpriced->pane());
    }
    m_unpriced->openFor(scope);
}

void MoneyDesk::openPrices(const QString &account, const QString &model)
{
    if (!m_prices)
        m_prices = new PriceDialog(m_context, &m_window);
    m_prices->openFor(account, model);
}

void MoneyDesk::openRepricing(const core::RepricingScope &scope)
{
    if (!m_repricing)
        m_repricing = new RepricingDialog(m_context, &m_window);
    m_repricing->openFor(scope);
}

void MoneyDesk::openRefresh()
{
    if (!m_refresh)
        m_refresh = new RefreshPricesDialog(m_context, &m_window);
    m_refresh->open();
}

} // namespace ui
