#include "core/spending/callselection.h"

namespace core {

AttemptFilter attemptsOfSelection(const CallSelection &selection, const QTimeZone &zone,
                                  bool includeSimulated)
{
    AttemptFilter filter;
    filter.sinceMs = selection.range.sinceMs;
    filter.untilMs = selection.range.untilMs;
    filter.zone = zone;
    filter.includeSimulated = includeSimulated;
    for (const UsageFilter &only : selection.only) {
        if (only.dimension == QLatin1StringView("model"))
            filter.model = only.value;
        else if (only.dimension == QLatin1StringView("account"))
            filter.account = only.value;
        else if (only.dimension == QLatin1StringView("vendor"))
            filter.vendor = only.value;
        else if (only.dimension == QLatin1StringView("task"))
            filter.task = only.value;
        else if (only.dimension == QLatin1StringView("rule"))
            filter.rule = only.value;
        else if (only.dimension == QLatin1StringView("source"))
            filter.source = only.value;
        else if (only.dimension == QLatin1StringView("status"))
            filter.status = only.value;
    }
    return filter;
}

} // namespace core
