#pragma once

#include "core/base/result.h"

namespace core {

class BacktestTally;
class PastCalls;
class RuleReplay;
struct PastCall;

/// Decides one call again by the rules and counts in `tally` what that changes; `calls` is what it was read
/// with. Errors: storage.
Result<void> replayCall(const PastCall &call, RuleReplay &rules, PastCalls &calls, BacktestTally &tally);

} // namespace core
