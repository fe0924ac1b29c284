#pragma once

#include "core/ledger/usagesources.h"

namespace core {

/// Reads the sums of these quarters of an hour, in order. A week by hour and model has 90,000 of them in a
/// ledger of ten million attempts: they are read in the order they are kept in and added up here, which takes
/// a third of the time of grouping them in SQL.
Result<void> readQuarters(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &spans,
                          const UsageRowSink &sink);

} // namespace core
