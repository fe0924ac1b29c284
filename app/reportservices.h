#pragma once

#include "core/report/reportjob.h"

namespace app {

class Services;

/// What a report is made from; `services` outlives its users.
core::ReportServices reportServices(Services &services);

/// A question for that month in the reporting zone, as of now; simulated requests as the settings say.
core::MonthlyQuery reportQuery(Services &services, QDate month);

} // namespace app
