#include "app/commandapplication.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

namespace app {

std::unique_ptr<QCoreApplication> makeCommandApplication(int &argc, char *argv[],
                                                         const core::Result<Invocation> &invocation)
{
    const auto *report = invocation ? std::get_if<ReportInvocation>(&invocation->command) : nullptr;
    if (!report || report->format != ReportInvocation::Format::Pdf)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The desktop's theme may want its display.
    qunsetenv("QT_QPA_PLATFORMTHEME");
    // Qt complains on standard error where there is none, as under cron.
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
        static const QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    }
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace app
