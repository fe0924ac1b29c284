#pragma once

#include "core/spending/changesplit.h"
#include "core/spending/forecast.h"

#include <QJsonObject>

namespace app {

/// What `usage --change` and `usage --forecast` add to the sums; each is set when it was asked for.
struct UsageExtras
{
    std::optional<core::CostChange> change = {};
    std::optional<core::MonthForecast> forecast = {};
};

/// The document with the keys `change` and `forecast` as far as they were asked for. Amounts are exact
/// decimals.
QJsonObject withUsageExtras(QJsonObject document, const UsageExtras &extras, const QTimeZone &zone);

/// The same for people; empty when nothing was asked for.
QString usageExtrasText(const UsageExtras &extras);

/// The query's period against the one of the same length before it, in local days when it is made of these.
core::ChangeQuery changeQuery(const core::UsageQuery &query);

} // namespace app
