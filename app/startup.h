#pragma once

#include "app/services.h"

namespace app {

// What happens before there is a window; a QApplication exists; main thread.

/// Brings the ledger of an older version to the form of this one, and says so in a dialog when it takes
/// longer than a moment. When the user would rather quit: an error with the code `stopped`, and the ledger
/// can still be opened.
core::Result<void> updateLedger(const QString &filePath);

/// That, then Services::open().
core::Result<std::unique_ptr<Services>> openServices(const QString &dataDir);

/// Says in a dialog, until it is closed, and on standard error why the program cannot start; tells the exit
/// code. Nothing is said of what the user stopped.
int failToStart(const core::Error &error);

} // namespace app
