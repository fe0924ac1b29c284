#pragma once

#include "app/commandline/commandline.h"

#include <QCoreApplication>

#include <memory>

namespace app {

/// The application object that a command runs under: without the window system, and for one that paints a
/// file with the fonts of the machine, but without a display. `argc` and `argv` outlive it.
std::unique_ptr<QCoreApplication> makeCommandApplication(int &argc, char *argv[],
                                                         const core::Result<Invocation> &invocation);

} // namespace app
