#include "tests/ui/gallery/gallery.h"

#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/desktopscheme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTimer>
#include <QVBoxLayout>

#include <functional>

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
    window.setSpend({.run = core::Money::fromDecimal(u"0.0186"),
                     .today = *core::Money::fromDecimal(u"1.42"),
                     .month = *core::Money::fromDecimal(u"37.9"),
                     .monthUnpriced = 2,
                     .monthName = QStringLiteral("November")});
    window.setActivity(QStringLiteral("4 lanes, 2 streaming"));
    window.setLedgerState(QStringLiteral("Ledger ok"));
}

/// What to set up for one picture, and its name.
struct Picture
{
    QString name;
    std::function<void()> prepare;
};

QList<Picture> pictures(ui::MainWindow &window, ui::Theme &theme, ui::Actions &actions)
{
    QList<Picture> result;
    for (const bool dark : {false, true}) {
        const QString suffix = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        const auto scheme = dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light;
        for (const char *const name : {"gallery", "empty", "settings"}) {
            const QString page = QString::fromLatin1(name);
            result.append({page + suffix, [&window, &theme, page, scheme] {
                               theme.setScheme(scheme);
                               window.showPage(page);
                           }});
        }
        result.append({QStringLiteral("palette") + suffix, [&window, &actions] {
                           window.showPage(QStringLiteral("empty"));
                           window.toasts().showMessage(QStringLiteral("Run deleted."),
                                                       QStringLiteral("Undo"));
                           actions.find(QStringLiteral("window.palette"))->trigger();
                       }});
        result.append({QStringLiteral("focus") + suffix, [&window, &actions] {
                           actions.find(QStringLiteral("window.palette"))->trigger();
                           window.toasts().hide();
                           window.showPage(QStringLiteral("gallery"));
                           window.setAttribute(Qt::WA_KeyboardFocusChange);
                           if (auto *const button =
                                   window.findChild<ui::Gallery *>()->findChild<ui::PrimaryButton *>())
                               button->setFocus(Qt::TabFocusReason);
                       }});
    }
    return result;
}

/// Takes the pictures one after another, each after the event loop has laid out and painted it.
void grab(QList<Picture> left, ui::MainWindow &window, const QDir &folder)
{
    if (left.isEmpty())
        return QApplication::quit();
    const Picture picture = left.takeFirst();
    picture.prepare();
    QTimer::singleShot(150, &window, [left, picture, &window, folder] {
        window.grab().save(folder.filePath(picture.name));
        grab(left, window, folder);
    });
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
            QDir().mkpath(options.value(folder));
            grab(pictures(window, theme, actions), window, QDir(options.value(folder)));
        });
    }
    return QApplication::exec();
}
