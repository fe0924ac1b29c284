#pragma once

#include "app/commandline/usageaddition.h"

#include "core/ledger/usagequery.h"

class QObject;

namespace app {

class Console;
class Services;

/// Works out what the active rule sets saved in a period, with the progress on a terminal. Errors: storage.
/// What it returns stops it early, with what was looked at so far.
std::function<void()> runUsageSavings(const core::UsageQuery &query, bool showsProgress, Services &services,
                                      Console &console, QObject *context, UsageAdditionTaker done);

} // namespace app
