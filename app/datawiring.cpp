#include "app/datawiring.h"

#include "app/services.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/data/datapane.h"
#include "ui/data/exportdialog.h"
#include "ui/data/showinfiles.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingspage.h"

#include <QAction>

using namespace core;

namespace app {

DataWiring::DataWiring(Services &services, ui::MainWindow &window, ui::SettingsPage &settings,
                       const ui::Theme &theme, ui::Actions &actions)
    : m_services(services), m_window(window), m_theme(theme)
{
    auto *const pane =
        new ui::DataPane(services.ledgerKeeper(), services.settings(), services.clock(), theme, &settings);
    settings.addToData(pane);
    const QAction *const action =
        actions.add({QStringLiteral("data.export"), tr("Export usage …"), tr("Data"), {}}, &window);
    connect(action, &QAction::triggered, this, &DataWiring::exportUsage);
    connect(pane, &ui::DataPane::exportRequested, this, &DataWiring::exportUsage);
    connect(pane, &ui::DataPane::showInFilesRequested, this, &DataWiring::showInFiles);
    connect(&settings, &ui::SettingsPage::openFolderRequested, this,
            [this] { showInFiles(m_services.ledgerFile()); });
}

void DataWiring::exportUsage()
{
    const ui::ExportSource source{m_services.ledgerFile(), m_services.reportingZone(),
                                  m_services.settings().get(settings::kIncludeSimulated)};
    auto *const dialog = new ui::ExportDialog(source, m_services.clock(), m_theme, &m_window);
    connect(dialog, &ui::ExportDialog::showInFilesRequested, this, &DataWiring::showInFiles);
    dialog->open();
}

void DataWiring::showInFiles(const QString &filePath)
{
    ui::showInFileManager(filePath, this);
}

} // namespace app
