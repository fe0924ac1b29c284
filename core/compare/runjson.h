#pragma once

#include "core/ledger/records.h"

#include <QJsonObject>

namespace core {

/// The public document of a run, as `compare --json` and `history show --json` print it. Money as the
/// shortest exact decimal string, times in milliseconds, unknown figures null.
QJsonObject runToJson(const RunRecord &run);

/// The lane object of that document.
QJsonObject laneToJson(const LaneRecord &lane);

/// The `error` object, or null.
QJsonValue errorToJson(const std::optional<Error> &error);

/// Known costs of all lanes, and how many lanes have none.
struct RunCost
{
    Money known;
    int unknownLanes = 0;
};

RunCost costOf(const RunRecord &run);

} // namespace core
