#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Reads the arguments of `rules`, the command's word among them. Pure.
core::Result<Invocation> parseRules(const QStringList &arguments);

} // namespace app
