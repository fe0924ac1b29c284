#pragma once

#include "core/spending/changesplit.h"
#include "core/spending/forecast.h"

#include <QFuture>
#include <QJsonObject>

namespace app {

class Services;
struct UsageInvocation;

/// What `usage --change` and `usage --forecast` add to the sums; each is set when it was asked for.
struct UsageExtras
{
    std::optional<core::CostChange> change = {};
    std::optional<core::MonthForecast> forecast = {};
};

bool wantsUsageExtras(const UsageInvocation &invocation);

/// The change is that of the query's period against the one of the same length before it, in local days when
/// it is made of these; the forecast that of the present month.
QFuture<core::Result<UsageExtras>> readUsageExtras(const UsageInvocation &invocation,
                                                   const core::UsageQuery &query, Services &services);

/// The document with the keys `change` and `forecast` as far as they were asked for. Amounts are exact
/// decimals.
QJsonObject withUsageExtras(QJsonObject document, const UsageExtras &extras, const QTimeZone &zone);

/// The same for people; empty when nothing was asked for.
QString usageExtrasText(const UsageExtras &extras);

/// The period of the same length before [sinceMs, untilMs).
core::TimeRange equalRangeBefore(qint64 sinceMs, qint64 untilMs, const QTimeZone &zone);

} // namespace app
