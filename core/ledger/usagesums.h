#pragma once

#include "core/ledger/usagesources.h"

namespace core {

// The sums that the ledger keeps, read in the order they are kept in and added up here: a week by hour and
// model are 90,000 quarters in a ledger of ten million attempts, which SQL takes three times as long to
// group. Keys may come again in another span.

/// Whether months can answer the shape.
bool hasMonths(const UsageShape &shape);

/// Months as 202611.
Result<void> readMonths(Connection &connection, const UsageShape &shape, const UsageSpan &months,
                        const UsageRowSink &sink);
/// Days from 1970-01-01 on.
Result<void> readDays(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &days,
                      const UsageRowSink &sink);
/// Quarters of an hour from 1970-01-01 UTC on.
Result<void> readQuarters(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &quarters,
                          const UsageRowSink &sink);

} // namespace core
