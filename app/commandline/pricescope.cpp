#include "app/commandline/pricescope.h"

#include "app/commandline/options.h"
#include "app/commandline/usagecommand.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
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
    if (scope.sinceMs && *scope.sinceMs >= scope.untilMs.value_or(now + 1))
        return usageError(QCoreApplication::translate(
            "CommandLine", "--since must be before --until, and not in the future."));
    return scope;
}

bool isKnownAccount(const QString &name, Services &services)
{
    return name.isEmpty() || services.accounts().find(name);
}

Error noSuchAccount(const QString &name)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("CommandLine", "There is no account named \"%1\".").arg(name)};
}

} // namespace app
