#pragma once

#include "app/commandline/usageaddition.h"

#include "core/ledger/usagequery.h"

class QObject;

namespace app {

class Console;
class Services;

/// The word that stands for "for each task the cheapest that passed the votes".
inline constexpr QLatin1StringView kCheapestTarget{"cheapest"};

/// Whether `usage --what-if` can mean it: `cheapest` or `account/model`. The error is one sentence.
core::Result<void> checkWhatIfTarget(const QString &target);

/// Prices the calls of a period at `target`, with the progress on a terminal. Errors: not_found for an
/// account that there is none of, storage. What it returns stops it early, with what was looked at so far.
std::function<void()> runUsageWhatIf(const QString &target, const core::UsageQuery &query, bool showsProgress,
                                     Services &services, Console &console, QObject *context,
                                     UsageAdditionTaker done);

} // namespace app
