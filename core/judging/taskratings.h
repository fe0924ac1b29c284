#pragma once

#include "core/storage/connection.h"

#include <QHash>

namespace core {

/// The chance of being preferred, 0 to 1, of each target that has votes enough, by task ('' is "no task") and
/// `account/model`: what rules pick the best rated by. The person's own votes only, those on the simulator
/// too.
Result<QHash<QString, QHash<QString, double>>> ratingsByTask(Connection &connection);

} // namespace core
