#pragma once

#include "app/commandline/commandline.h"
#include "app/commandline/reportcommand.h"

namespace app {

/// Whether the environment names a display, so that a window can be shown.
bool hasDisplay();

/// Runs a command to its end on the calling thread's event loop; a QCoreApplication exists. Returns the exit
/// code. Nothing of the widget stack is touched; the window is refused for want of a display. `printer` makes
/// PDF files, where the application can.
int runCommand(const core::Result<Invocation> &invocation, const ReportPrinter &printer = {});

} // namespace app
