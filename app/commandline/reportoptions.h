#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `report`, the command's word among them. Pure.
core::Result<Invocation> parseReport(const QStringList &arguments);

} // namespace app
