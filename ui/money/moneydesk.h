#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"

#include <QObject>

class QWidget;

namespace ui {

class Actions;
class BudgetsDialog;
class FlatButton;
class PriceDialog;
class RefreshPricesDialog;
class RepricingDialog;
class UnpricedDialog;
class UnpricedPane;

/// Opens the windows for budgets and prices, each of them once, and gives the palette their actions. Owned by
/// Application, which outlives `window`; main thread.
class MoneyDesk : public QObject
{
    Q_OBJECT

public:
    MoneyDesk(const MoneyContext &context, Actions &actions, QWidget &window);

    /// Opens the budgets; for the bar of a page, which takes it.
    FlatButton *makeBudgetsButton();
    /// The models without a price, for a page, which takes it and says of what time.
    UnpricedPane *makeUnpricedPane();

    void openBudgets();
    /// The models without a known price in that time.
    void openUnpriced(const core::RepricingScope &scope = {});
    /// The prices of a model on an account; both may be empty.
    void openPrices(const QString &account = {}, const QString &model = {});
    void openRepricing(const core::RepricingScope &scope = {});
    void openRefresh();

signals:
    /// A rate of the currency is to be set; it belongs to the settings.
    void rateWanted(const QString &currency);

private:
    void addActions(Actions &actions);
    void follow(const UnpricedPane &pane);

    const MoneyContext m_context;
    QWidget &m_window;
    BudgetsDialog *m_budgets = nullptr;
    UnpricedDialog *m_unpriced = nullptr;
    PriceDialog *m_prices = nullptr;
    RepricingDialog *m_repricing = nullptr;
    RefreshPricesDialog *m_refresh = nullptr;
};

} // namespace ui
