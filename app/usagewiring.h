#pragma once

#include "ui/savings/savingscontext.h"

#include <QObject>

#include <functional>

namespace ui {
class MoneyDesk;
class UsagePage;
} // namespace ui

namespace app {

class RoutesWiring;
class Services;

/// The panes of the page Usage over the services: builds them and connects them with the page, with Routes
/// and with the windows for prices. Owned by Application; main thread.
class UsageWiring : public QObject
{
    Q_OBJECT

public:
    UsageWiring(Services &core, ui::UsagePage &page, const ui::Theme &theme);

    /// What a cost is made of and what it could be. `pick` shows the models to price calls at.
    void addInsights(decltype(ui::SavingsContext::pickTarget) pick, RoutesWiring &routes);
    /// What has no price, what others counted, and the budgets.
    void addMoney(ui::MoneyDesk &desk);

private:
    template <typename Pane>
    void follow(Pane *pane);
    /// For panes that read as soon as they are told.
    template <typename Pane>
    void followWhenVisible(Pane *pane);
    template <typename Pane>
    Pane *addReader(Pane *pane, const QString &title);
    void followActivations();
    void readActivations();

    Services &m_core;
    ui::UsagePage &m_page;
    const ui::Theme &m_theme;
};

} // namespace app
