#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// The words of `usage` with all its verbs.
core::Result<Invocation> parseUsage(const QStringList &arguments);

} // namespace app
