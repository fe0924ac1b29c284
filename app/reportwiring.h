#pragma once

#include <QObject>

namespace ui {
class MainWindow;
class ModelColours;
class Theme;
} // namespace ui

namespace app {

class Services;

/// The monthly report of the window: its dialog, and the saved file in the program that the desktop has for
/// it. Application owns it; what it is given outlives it.
class ReportWiring : public QObject
{
    Q_OBJECT

public:
    ReportWiring(Services &services, ui::MainWindow &window, const ui::Theme &theme,
                 const ui::ModelColours &colours);

    /// Asks which month; begins with the last one that is over.
    void open();

private:
    void tellSaved(const QString &path);

    Services &m_services;
    ui::MainWindow &m_window;
    const ui::Theme &m_theme;
    const ui::ModelColours &m_colours;
};

} // namespace app
