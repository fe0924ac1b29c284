#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Whether the arguments of `usage` are those of `usage export`.
bool isUsageExport(const QStringList &arguments);

/// Reads the arguments of `usage export`, both words among them. Pure.
core::Result<Invocation> parseUsageExport(const QStringList &arguments);

} // namespace app
