#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `compare`, the command's word among them. Pure.
core::Result<Invocation> parseCompare(const QStringList &arguments);

} // namespace app
