#include "gallery.h"

#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/desktopscheme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTimer>
#include <QVBoxLayout>

namespace {

class EmptyPage : public ui::Page
{
public:
    explicit EmptyPage(const ui::Theme &theme)
    {
        auto *const state = new ui::EmptyState(
            theme, ui::Icon::History, QStringLiteral("No runs yet"),
            QStringLiteral(
                "Each prompt you send is kept here with its answers, tokens and costs, to be searched "
                "and opened again."),
            this);
        state->setAction(QStringLiteral("Compare models"));
        auto *const column = new QVBoxLayout(this);
        column->addWidget(state);
    }
};

void fill(ui::MainWindow &window, ui::Theme &theme)
{
    auto *const settings = new ui::SettingsPage(theme);
    settings->setKeepTexts(true);
    settings->setRunCostLimit(QStringLiteral("0.50"));
    settings->setDataFolder(QStringLiteral("/home/someone/.local/share/switchyard"));
    settings->setVersions({{QStringLiteral("Switchyard"), QStringLiteral("0.1.0")},
                           {QStringLiteral("Qt"), QString::fromLatin1(qVersion())}});
    window.addPage(QStringLiteral("gallery"), QStringLiteral("Gallery"), ui::Icon::Compare,
                   new ui::Gallery(theme));
    window.addPage(QStringLiteral("empty"), QStringLiteral("History"), ui::Icon::History,
                   new EmptyPage(theme));
    window.addPage(QStringLiteral("usage"), QStringLiteral("Usage"), ui::Icon::Usage, new EmptyPage(theme));
    window.setSettingsPage(settings);
    window.setSpend({core::Money::fromDecimal(u"0.0186"), false, *core::Money::fromDecimal(u"1.42"),
                     *core::Money::fromDecimal(u"37.9"), QStringLiteral("November")});
    window.setActivity(QStringLiteral("4 lanes, 2 streaming"));
    window.setLedgerState(QStringLiteral("Ledger ok"));
}

void grab(ui::MainWindow &window, ui::Theme &theme, ui::Actions &actions, const QDir &folder)
{
    folder.mkpath(QStringLiteral("."));
    for (const bool dark : {false, true}) {
        theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        const QString suffix = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        const QStringList pages{QStringLiteral("gallery"), QStringLiteral("empty"),
                                QStringLiteral("settings")};
        for (const QString &page : pages) {
            window.showPage(page);
            window.grab().save(folder.filePath(page + suffix));
        }
        window.showPage(QStringLiteral("empty"));
        window.toasts().showMessage(QStringLiteral("Run deleted."), QStringLiteral("Undo"));
        actions.find(QStringLiteral("window.palette"))->trigger();
        window.grab().save(folder.filePath(QStringLiteral("palette") + suffix));
        actions.find(QStringLiteral("window.palette"))->trigger();
        window.toasts().hide();
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption folder(QStringLiteral("grab"), QStringLiteral("Saves pictures and ends."),
                                    QStringLiteral("DIR"));
    const QCommandLineOption zoom(QStringLiteral("zoom"), QStringLiteral("Zoom factor."),
                                  QStringLiteral("FACTOR"), QStringLiteral("1"));
    options.addOptions({folder, zoom});
    options.process(app);

    ui::DesktopScheme desktop;
    ui::Theme theme(&desktop);
    theme.setZoom(options.value(zoom).toDouble());
    theme.install();
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    fill(window, theme);
    window.resize(1440, 900);
    window.show();
    if (options.isSet(folder)) {
        QTimer::singleShot(200, &app, [&] {
            grab(window, theme, actions, QDir(options.value(folder)));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
