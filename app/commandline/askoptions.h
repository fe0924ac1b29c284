#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `ask`, the command's word among them. Pure.
core::Result<Invocation> parseAsk(const QStringList &arguments);

} // namespace app
