#pragma once

#include <QObject>

namespace ui {
class Actions;
class MainWindow;
class SettingsPage;
class Theme;
} // namespace ui

namespace app {

class Services;

/// What the window has for the ledger as a file: its card on the settings page, the export of all attempts,
/// and the way into the desktop's file manager. Owned by Application; main thread.
class DataWiring : public QObject
{
    Q_OBJECT

public:
    DataWiring(Services &services, ui::MainWindow &window, ui::SettingsPage &settings, const ui::Theme &theme,
               ui::Actions &actions);

    void exportUsage();

private:
    void showInFiles(const QString &filePath);

    Services &m_services;
    ui::MainWindow &m_window;
    const ui::Theme &m_theme;
};

} // namespace app
