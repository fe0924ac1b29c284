#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Runs a command to its end on the calling thread's event loop; a QCoreApplication exists. Returns the exit
/// code. Nothing of the widget stack is touched.
int runCommand(const core::Result<Invocation> &invocation);

} // namespace app
