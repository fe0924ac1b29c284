#pragma once

#include <QObject>

namespace ui {
class Actions;
class MainWindow;
class MoneyDesk;
class SettingsPage;
class Theme;
} // namespace ui

namespace app {

class Services;

/// The windows for budgets and prices over the services, and the exchange rates of the settings. Owned by
/// Application; main thread.
class MoneyWiring : public QObject
{
    Q_OBJECT

public:
    MoneyWiring(Services &core, ui::MainWindow &window, const ui::Theme &theme, ui::Actions &actions);

    ui::MoneyDesk &desk() { return *m_desk; }
    /// Shows the rates there and keeps what is set.
    void connectSettings(ui::SettingsPage &page);

private:
    Services &m_core;
    ui::MoneyDesk *const m_desk;
};

} // namespace app
