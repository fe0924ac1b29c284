#include "app/commandline/commandline.h"
#include "app/commandline/commandrunner.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    const core::Result<app::Invocation> invocation = app::parseCommandLine(arguments);
    QCoreApplication application(argc, argv);
    return app::runCommand(invocation);
}
