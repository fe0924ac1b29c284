#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `budgets`, the command's word among them. Pure.
core::Result<Invocation> parseBudgets(const QStringList &arguments);

} // namespace app
