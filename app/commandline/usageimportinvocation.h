#pragma once

#include "core/reconcile/usageexport.h"

namespace app {

/// `usage import` and `usage reconcile`.
struct UsageImportInvocation
{
    enum class Verb { Import, Undo, Log, Reconcile };
    Verb verb = Verb::Import;
    QString file = {};
    core::UsageReadOptions read = {};
    /// Empty: the one that the format suggests.
    QString account = {};
    /// With Undo.
    qint64 import = 0;
    bool dryRun = false;
    bool json = false;
    bool csv = false;
};

} // namespace app
