#include "app/reportwiring.h"

#include "app/reportservices.h"
#include "app/services.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/mainwindow.h"
#include "ui/report/reportdialog.h"
#include "ui/theme/modelcolours.h"
#include "ui/widgets/toastarea.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace app {

ReportWiring::ReportWiring(Services &services, ui::MainWindow &window, const ui::Theme &theme,
                           const ui::ModelColours &colours)
    : m_services(services), m_window(window), m_theme(theme), m_colours(colours)
{
}

void ReportWiring::open()
{
    // A model has the colour in the report that it has on the pages.
    m_services.settings().set(core::settings::kModelColours, m_colours.order());
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(m_services.clock().utcMs(), m_services.reportingZone()).date();
    auto *const dialog = new ui::ReportDialog(m_theme, reportServices(m_services),
                                              reportQuery(m_services, today.addMonths(-1)), &m_window);
    connect(dialog, &ui::ReportDialog::saved, this, &ReportWiring::tellSaved);
    dialog->open();
}

void ReportWiring::tellSaved(const QString &path)
{
    m_window.toasts().showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), tr("Open"),
                                  [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

} // namespace app
