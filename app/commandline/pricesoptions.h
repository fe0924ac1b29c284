#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// `prices ...` after the program's name.
core::Result<Invocation> parsePrices(const QStringList &arguments);

/// Its part of `--help`, without a last line end.
QString pricesHelp();

} // namespace app
