#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// The columns of `usage_quarters`, `usage_days` and `usage_months` that are summed, in their order.
const QStringList &usageFigureColumns();

/// What `usage_series` and `usage_rows` split by, in the order of usage_changes.
const QStringList &usageDimensionColumns();

/// `sum(TABLE.column) AS column`, of every figure or of these.
QString usageSums(const QString &table, const QStringList &columns = usageFigureColumns());

/// Every column of the list as `TABLE.column`, with `sign` before each.
QString usageColumns(const QStringList &columns, const QString &table, const QString &sign = {});

/// Whether a row of `usage_series` is that of a row of `usage_rows`, as SQL with the names of both.
QString sameUsageSeries(const QString &series, const QString &row);

/// The column of `usage_series` that holds the group of a cut, from 1 to kUsageCuts; null for a series that a
/// cut leaves out.
QString usageCutColumn(int cut);

constexpr int kUsageCuts = 7;
/// All cuts for SQL, with commas between them.
QString usageCutList();

} // namespace core
