#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace core {

/// What went wrong, in the words of the public JSON (`error.kind`).
enum class ErrorKind {
    Network,
    Timeout,
    Auth,
    RateLimited,
    Quota,
    InvalidRequest,
    ContextLength,
    ContentFilter,
    NotFound,
    Server,
    Protocol,
    Storage,
    Budget,
};

/// The name used in JSON and in the ledger, such as `rate_limited`.
QString errorKindName(ErrorKind kind);

/// The inverse of errorKindName(); nothing for an unknown name.
std::optional<ErrorKind> errorKindFromName(QStringView name);

/// A failure as a value. `message` is one sentence: the provider's own words where it said any, else plain
/// technical English naming what was wrong and where. It never holds a secret. Cancelling is not an error.
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString message;
    std::optional<int> httpStatus = {};
    std::optional<std::chrono::milliseconds> retryAfter = {};
    /// Machine-readable code of the provider, such as `insufficient_quota`; empty when there was none.
    QString code = {};

    bool operator==(const Error &) const = default;
};

} // namespace core
