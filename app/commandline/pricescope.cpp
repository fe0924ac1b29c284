#include "app/commandline/pricescope.h"

#include "app/commandline/usagecommand.h"
#include "app/services.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QTimeZone>

using namespace core;

namespace app {

Result<RepricingScope> repricingScope(const PricesInvocation &invocation, bool demo, Services &services)
{
    const QTimeZone zone = services.reportingZone();
    const qint64 now = services.clock().utcMs();
    RepricingScope scope;
    scope.account = invocation.account;
    scope.model = invocation.model;
    scope.computed = invocation.computed;
    scope.reported = invocation.reported;
    scope.includeSimulated = demo || services.settings().get(settings::kIncludeSimulated);
    if (!invocation.since.isEmpty()) {
        const Result<qint64> since = parseMoment(invocation.since, zone, now, false);
        if (!since)
            return since.error();
        scope.sinceMs = *since;
    }
    if (!invocation.until.isEmpty()) {
        const Result<qint64> until = parseMoment(invocation.until, zone, now, true);
        if (!until)
            return until.error();
        scope.untilMs = *until;
    }
    return scope;
}

} // namespace app
