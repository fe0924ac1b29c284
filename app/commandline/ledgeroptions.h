#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `ledger`, the command's word among them. Pure.
core::Result<Invocation> parseLedger(const QStringList &arguments);

} // namespace app
