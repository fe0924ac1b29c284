#include "app/reportservices.h"

#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/catalog/pricebook.h"
#include "core/catalog/pricesnapshot.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/spending/listweights.h"

using namespace core;

namespace app {

ReportServices reportServices(Services &services)
{
    return {services.database(), services.targetBook(), services.ruleSets().lookup(),
            [&services] {
                const QList<Account> accounts = services.accounts().accounts();
                return weightsOf(services.prices().snapshot(accounts, services.modelLists()), accounts,
                                 services.clock().utcMs());
            },
            [&services] { return services.settings().get(settings::kModelColours); }};
}

MonthlyQuery reportQuery(Services &services, QDate month)
{
    MonthlyQuery query;
    query.month = month;
    query.zone = services.reportingZone();
    query.includeSimulated = services.settings().get(settings::kIncludeSimulated);
    query.nowMs = services.clock().utcMs();
    return query;
}

} // namespace app
