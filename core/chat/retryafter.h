#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>

namespace core {

/// A wait as Go writes it (`6m0s`, `12ms`, `1h2m3.5s`); nothing for other text or a negative one.
/// https://pkg.go.dev/time#ParseDuration
std::optional<std::chrono::milliseconds> parseGoDuration(QByteArrayView text);

/// The wait a server asks for by name: `retry-after-ms`, then `Retry-After` as seconds or as an HTTP date.
/// At most a week; a date gone by is 0.
std::optional<std::chrono::milliseconds>
readRetryAfter(const QList<std::pair<QByteArray, QByteArray>> &headers, qint64 nowUtcMs);

/// When the exhausted limit resets, by `x-ratelimit-reset-*` (durations, seconds or an epoch time): the
/// longest among the limits with nothing remaining, else among all.
std::optional<std::chrono::milliseconds>
readRateLimitReset(const QList<std::pair<QByteArray, QByteArray>> &headers, qint64 nowUtcMs);

} // namespace core
