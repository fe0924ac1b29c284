#pragma once

#include "core/judging/vote.h"

namespace test {

/// A ranking of `targets`; `winner` is an index among them, or -1.
inline core::Vote ranking(core::VoteKind kind, const QStringList &targets, int winner = -1, qint64 run = 1)
{
    core::Vote vote;
    vote.kind = kind;
    vote.runId = run;
    for (const QString &target : targets) {
        core::BallotLane lane;
        lane.target = core::parseTargetName(target).value_or(core::TargetName{});
        lane.shown = static_cast<int>(vote.lanes.size());
        lane.won = lane.shown == winner;
        vote.lanes.append(lane);
    }
    return vote;
}

inline core::Vote best(const QStringList &targets, int winner, qint64 run = 1)
{
    return ranking(core::VoteKind::Best, targets, winner, run);
}

inline core::Vote thumb(core::VoteKind kind, const QString &target, qint64 run = 1)
{
    return ranking(kind, {target}, 0, run);
}

} // namespace test
