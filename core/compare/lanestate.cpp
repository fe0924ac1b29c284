#include "core/compare/lanestate.h"

namespace core {

QList<AttemptNote> attemptsOf(const LaneState &state)
{
    QList<AttemptNote> attempts = state.earlier;
    if (state.attempts > 0)
        attempts.append({state.target.name, state.completion, state.attemptCost, state.simulated,
                         state.waitedMs, state.why});
    return attempts;
}

QString laneTitle(const LaneRecord &lane)
{
    const QString answered = TargetName{lane.latest.accountName, lane.latest.model}.toString();
    return lane.requested.isEmpty() ? answered : QStringLiteral("%1 → %2").arg(lane.requested, answered);
}

} // namespace core
