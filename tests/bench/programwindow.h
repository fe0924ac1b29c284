#pragma once

#include "app/application.h"
#include "ui/mainwindow.h"

#include <QApplication>

#include <algorithm>

namespace bench {

/// The services over a folder, or the end of the bench.
inline std::unique_ptr<app::Services> openServices(const QString &folder)
{
    core::Result<std::unique_ptr<app::Services>> services = app::Services::open(folder);
    if (!services)
        qFatal("%s", qPrintable(services.error().message));
    return std::move(services).value();
}

/// The program's window over its services, as the program builds it.
class ProgramWindow
{
public:
    explicit ProgramWindow(std::unique_ptr<app::Services> services)
        : m_services(services.get())
        , m_application(std::make_unique<app::Application>(std::move(services), false))
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        const auto found = std::find_if(windows.cbegin(), windows.cend(), [](const QWidget *each) {
            return qobject_cast<const ui::MainWindow *>(each) != nullptr;
        });
        m_window = qobject_cast<ui::MainWindow *>(*found);
    }

    void show() { m_application->show(); }
    ui::MainWindow *widget() const { return m_window; }
    app::Services &services() const { return *m_services; }

private:
    app::Services *const m_services;
    const std::unique_ptr<app::Application> m_application;
    ui::MainWindow *m_window = nullptr;
};

} // namespace bench
