#pragma once

#include "ui/routes/routescontext.h"

#include <QObject>
#include <QTimer>

namespace core {
struct RuleSet;
}

namespace ui {
class MainWindow;
class RoutesPage;
class RouteTools;
} // namespace ui

namespace app {

class Services;

/// The page Routes over the services: builds it and connects what it says with the rest of the window. Owned
/// by Application; main thread.
class RoutesWiring : public QObject
{
    Q_OBJECT

public:
    RoutesWiring(Services &core, ui::MainWindow &window, ui::Theme &theme, ui::ModelColours &colours,
                 ui::Actions &actions, const ui::TargetPicking &pick);

    static const QString kPage;
    /// Adds the page to the window, which takes it over, behind those it has.
    void addPage();
    ui::RoutesPage &page() { return *m_page; }
    ui::RouteTools &tools() { return *m_tools; }
    /// Puts rules that were made elsewhere in the program on the page, as a new set, and shows it.
    void openDraft(const core::RuleSet &rules);

private:
    void wire();

    Services &m_core;
    ui::MainWindow &m_window;
    ui::RoutesPage *const m_page;
    ui::RouteTools *const m_tools;
    QTimer m_health;
};

} // namespace app
