#pragma once

#include "core/net/chatjob.h"

#include <chrono>
#include <optional>

namespace core {

/// How often a lane may try by itself, resends for a dialect's quirk apart.
constexpr int kAttemptsPerLane = 3;
/// A longer pause than this is the user's to decide.
constexpr std::chrono::milliseconds kLongestWait{60'000};

/// How long to wait before the same target is tried again, or nothing to leave it at this end. A rate limit
/// that names when to come back is waited for; a warm connection that was gone before any byte of an answer
/// is tried once more at once. `attempts` were made; `left` is what the lane's total limit still allows, if
/// any.
std::optional<std::chrono::milliseconds> retryAfter(const AttemptEnd &end, int attempts,
                                                    std::optional<std::chrono::milliseconds> left);

} // namespace core
