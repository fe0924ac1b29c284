#include "core/compare/retrypolicy.h"

namespace core {

std::optional<std::chrono::milliseconds> retryAfter(const AttemptEnd &end, int attempts,
                                                    std::optional<std::chrono::milliseconds> left)
{
    if (end.completion.status != LaneStatus::Failed || !end.completion.error || attempts >= kAttemptsPerLane)
        return std::nullopt;
    if (end.lostWarmConnection)
        return std::chrono::milliseconds(0);
    const Error &error = *end.completion.error;
    if (error.kind != ErrorKind::RateLimited || !error.retryAfter)
        return std::nullopt;
    if (*error.retryAfter > kLongestWait || (left && *error.retryAfter >= *left))
        return std::nullopt;
    return error.retryAfter;
}

} // namespace core
