#pragma once

#include "app/commandline/commandline.h"

namespace app {

/// Whether `usage` is followed by a verb of its own: `import` or `reconcile`.
bool isUsageImport(const QStringList &arguments);

/// Reads the arguments of these, the command's word among them. Pure.
core::Result<Invocation> parseUsageImport(const QStringList &arguments);

/// Their lines of the help.
QString usageImportHelp();

} // namespace app
