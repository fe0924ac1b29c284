#pragma once

#include "core/report/monthlyreport.h"

#include <QJsonObject>

namespace core {

/// The document of `report --json`: money as exact decimals, null where it is not known; days as ISO 8601.
QJsonObject reportToJson(const MonthlyReport &report);

} // namespace core
