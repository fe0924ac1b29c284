#include "app/reportwiring.h"

#include "app/reportservices.h"
#include "app/services.h"
#include "ui/mainwindow.h"
#include "ui/report/reportdialog.h"
#include "ui/widgets/toastarea.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace app {

ReportWiring::ReportWiring(Services &services, ui::MainWindow &window, const ui::Theme &theme)
    : m_services(services), m_window(window), m_theme(theme)
{
}

void ReportWiring::open()
{
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
