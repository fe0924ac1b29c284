#include "core/insight/replaycall.h"

#include "core/insight/backtesttally.h"
#include "core/insight/pastcalls.h"
#include "core/insight/rulereplay.h"

namespace core {

Result<void> replayCall(const PastCall &call, RuleReplay &rules, PastCalls &calls, BacktestTally &tally)
{
    const Replayed replayed = rules.replay(call.facts);
    if (replayed.place < 0) {
        tally.addUndecidable(call);
        return {};
    }
    const TargetName first = replayed.first.value_or(TargetName());
    bool moved = first != call.asked;
    if (moved && call.routed) {
        // A call that could not go where its rule wanted would not go elsewhere for that reason.
        const Result<std::optional<TargetName>> planned = calls.plannedFirst(call.id);
        if (!planned)
            return planned.error();
        moved = *planned != first;
    }
    if (moved)
        tally.addMoved(call, replayed.place, first);
    else
        tally.addUnmoved(call, replayed.place);
    return {};
}

} // namespace core
