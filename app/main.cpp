#include "app/application.h"
#include "app/commandapplication.h"
#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/commandrunner.h"
#include "app/startup.h"
#include "ui/report/reportpdf.h"

#include <QApplication>

namespace {

int runWindow(int argc, char *argv[], const app::Invocation &invocation)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("switchyard"));
    QApplication::setApplicationDisplayName(QStringLiteral("Switchyard"));
    QApplication::setDesktopFileName(QStringLiteral("org.switchyard.Switchyard"));
    app::installTranslations(application);
    app::Startup startup(invocation.dataDir, invocation.demo);
    startup.begin();
    return QApplication::exec();
}

int runCommandLine(int argc, char *argv[], const QStringList &arguments,
                   const core::Result<app::Invocation> &invocation)
{
    const auto application = app::makeCommandApplication(argc, argv, invocation);
    app::installTranslations(*application);
    // Figures of a command are read by other programs too.
    QLocale::setDefault(QLocale::c());
    // Again, now that what it says can be translated.
    return app::runCommand(app::parseCommandLine(arguments), ui::reportPdf);
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    const core::Result<app::Invocation> invocation = app::parseCommandLine(arguments);
    if (app::hasDisplay() && invocation && std::holds_alternative<app::WindowInvocation>(invocation->command))
        return runWindow(argc, argv, *invocation);
    return runCommandLine(argc, argv, arguments, invocation);
}
