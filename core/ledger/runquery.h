#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

/// A run as it was, also one that is still running or was cut off. Errors: not_found.
Result<RunRecord> readRun(Connection &connection, qint64 id);

} // namespace core
