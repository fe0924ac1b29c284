#pragma once

#include "core/compare/lanestate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core {

/// The public document of a run, as `compare --json` and `history show --json` print it. Money as the
/// shortest exact decimal string, times in milliseconds, unknown figures null.
QJsonObject runToJson(const RunRecord &run);

/// The lane object of that document; `route` is in it exactly when a rule set was asked.
QJsonObject laneToJson(const LaneRecord &lane);

/// Every attempt of a lane's call as `ask --json` lists them: the lane object of what came of it, with
/// `waited_ms` and `why`.
QJsonArray attemptsToJson(const LaneState &lane);

/// The `error` object, or null.
QJsonValue errorToJson(const std::optional<Error> &error);

/// Known costs of all lanes, and how many lanes have an unknown one, see isCostUnknown().
struct RunCost
{
    Money known;
    int unknownLanes = 0;
};

RunCost costOf(const RunRecord &run);

} // namespace core
