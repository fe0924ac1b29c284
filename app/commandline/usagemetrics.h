#pragma once

#include "core/usage/metricsreport.h"

#include <QJsonObject>

namespace app {

/// What `usage --metric` may name, in the order of its help.
QStringList usageMetricNames();
/// Those of times and rates, which the total alone has.
QStringList latencyMetricNames();

/// What these metrics need beside the sums of `usage`.
core::MetricsQuery metricsQuery(const core::UsageQuery &usage, const QStringList &metrics);

// What a row of the report, and its total, say of these metrics. Amounts are exact decimals, rates from 0 to
// 1, times milliseconds, output rates tokens a second; null is what nobody knows, or a percentile of fewer
// than 20 samples.
QJsonObject rowMetrics(const core::MetricsReport &report, const core::UsageRow &row,
                       const QStringList &metrics);
QJsonObject totalMetrics(const core::MetricsReport &report, const QStringList &metrics);

/// A metric's value for people; "-" for null, nothing for what is not there.
QString metricText(const QString &metric, const QJsonValue &value);

} // namespace app
