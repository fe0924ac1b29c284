#pragma once

#include <QObject>

namespace ui {
class Actions;
class MainWindow;
class MoneyDesk;
class SettingsPage;
class Theme;
class UsagePage;
} // namespace ui

namespace app {

class Services;
class SpendWatch;

/// The windows for budgets and prices over the services, and the exchange rates and the currency of the
/// settings. Owned by
/// Application; main thread.
class MoneyWiring : public QObject
{
    Q_OBJECT

public:
    MoneyWiring(Services &core, ui::MainWindow &window, const ui::Theme &theme, ui::Actions &actions);

    ui::MoneyDesk &desk() { return *m_desk; }
    /// Shows the rates there and keeps what is set.
    void connectSettings(ui::SettingsPage &page);
    /// Lets the settings choose in which currency amounts are also shown, and shows them so there.
    void connectDisplayCurrency(ui::SettingsPage &page, ui::UsagePage &usage, SpendWatch &spend);

private:
    Services &m_core;
    ui::MainWindow &m_window;
    ui::MoneyDesk *const m_desk;
};

} // namespace app
