#include "app/commandapplication.h"

#include <QGuiApplication>

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
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace app
