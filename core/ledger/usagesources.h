#pragma once

#include "core/ledger/usagecalendar.h"
#include "core/ledger/usageplan.h"
#include "core/ledger/usagequery.h"

#include <functional>

namespace core {

class BulkQuery;
class Statement;

/// What a UsageQuery asks for, taken apart: which sums can answer it and how they are grouped.
struct UsageShape
{
    using Unit = UsageUnit;

    /// Those of the query in their order, the time too.
    QStringList by = {};
    /// Where the time stands in `by`; -1 for Unit::None.
    qsizetype timeAt = -1;
    Unit unit = Unit::None;
    QList<UsageFilter> only = {};
    QList<QList<UsageFilter>> anyOf = {};
    /// Columns of the sums, in their order.
    QStringList figures = {};
    QTimeZone zone = QTimeZone::utc();
    UsageCalendar calendar = {};
    bool includeSimulated = false;
    /// The cut of `usage_groups` that has every dimension; 0 when none has.
    int cut = 0;
    /// The same of a cut that has months, which may know more dimensions.
    int monthCut = 0;
    /// The cut that has every dimension and sketches of latencies; 0 when none has.
    int sketchCut = 0;
};

/// Errors: invalid_request for an unknown dimension or figure.
Result<UsageShape> usageShape(const UsageQuery &query, const QList<QList<UsageFilter>> &anyOf = {});

using UsageRowSink = std::function<void(UsageRow &&row)>;

// Each reads one part of a plan; keys may come again in another part.
/// Settled attempts from their rows; milliseconds.
Result<void> readRows(Connection &connection, const UsageShape &shape, UsageSpan period,
                      const UsageRowSink &sink);
/// Attempts that are not settled yet; milliseconds.
Result<void> readOpen(Connection &connection, const UsageShape &shape, UsageSpan period,
                      const UsageRowSink &sink);

/// The dimension of a row of `table`, in SQL; a tag's key is bound under `placeholder`.
QString usageDimension(const QString &dimension, const QString &table, const QString &placeholder);
/// The shape's simulated rows and filters as conditions on the dimensions of `table`, to be bound by
/// bindUsageShape().
QStringList usageConditions(const UsageShape &shape, const QString &table);
void bindUsageShape(Statement &statement, const UsageShape &shape);
void bindUsageShape(BulkQuery &query, const UsageShape &shape);

} // namespace core
