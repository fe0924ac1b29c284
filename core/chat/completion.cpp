#include "core/chat/completion.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr qint64 kFewestTokensForRate = 5;
constexpr double kShortestMsForRate = 50.0;

struct StatusName
{
    LaneStatus status;
    QLatin1StringView name;
};

constexpr std::array kStatusNames{
    StatusName{LaneStatus::Queued, QLatin1StringView("queued")},
    StatusName{LaneStatus::Running, QLatin1StringView("running")},
    StatusName{LaneStatus::Complete, QLatin1StringView("complete")},
    StatusName{LaneStatus::Truncated, QLatin1StringView("truncated")},
    StatusName{LaneStatus::Interrupted, QLatin1StringView("interrupted")},
    StatusName{LaneStatus::Cancelled, QLatin1StringView("cancelled")},
    StatusName{LaneStatus::Refused, QLatin1StringView("refused")},
    StatusName{LaneStatus::Failed, QLatin1StringView("failed")},
};

} // namespace

QString laneStatusName(LaneStatus status)
{
    const auto *entry = std::find_if(kStatusNames.begin(), kStatusNames.end(),
                                     [status](const StatusName &name) { return name.status == status; });
    return entry->name;
}

std::optional<LaneStatus> laneStatusFromName(QStringView name)
{
    for (const StatusName &entry : kStatusNames) {
        if (entry.name == name)
            return entry.status;
    }
    return std::nullopt;
}

bool isSettled(LaneStatus status)
{
    return status != LaneStatus::Queued && status != LaneStatus::Running;
}

bool isSuccess(LaneStatus status)
{
    return status == LaneStatus::Complete || status == LaneStatus::Truncated;
}

std::optional<double> firstTokenMs(const Timing &timing)
{
    if (timing.firstReasoning && timing.firstText)
        return std::min(*timing.firstReasoning, *timing.firstText);
    return timing.firstText ? timing.firstText : timing.firstReasoning;
}

std::optional<double> tokensPerSecond(const Completion &completion)
{
    const Timing &timing = completion.timing;
    const std::optional<double> first = firstTokenMs(timing);
    if (!first || !timing.last || !completion.usage.output)
        return std::nullopt;
    const double span = *timing.last - *first;
    if (*completion.usage.output < kFewestTokensForRate || span < kShortestMsForRate)
        return std::nullopt;
    return static_cast<double>(*completion.usage.output - 1) * 1000.0 / span;
}

} // namespace core
