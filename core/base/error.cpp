#include "core/base/error.h"

#include <array>

namespace core {

namespace {

struct KindName
{
    ErrorKind kind;
    QLatin1StringView name;
};

constexpr std::array kKindNames{
    KindName{ErrorKind::Network, QLatin1StringView("network")},
    KindName{ErrorKind::Timeout, QLatin1StringView("timeout")},
    KindName{ErrorKind::Auth, QLatin1StringView("auth")},
    KindName{ErrorKind::RateLimited, QLatin1StringView("rate_limited")},
    KindName{ErrorKind::Quota, QLatin1StringView("quota")},
    KindName{ErrorKind::InvalidRequest, QLatin1StringView("invalid_request")},
    KindName{ErrorKind::ContextLength, QLatin1StringView("context_length")},
    KindName{ErrorKind::ContentFilter, QLatin1StringView("content_filter")},
    KindName{ErrorKind::NotFound, QLatin1StringView("not_found")},
    KindName{ErrorKind::Server, QLatin1StringView("server")},
    KindName{ErrorKind::Protocol, QLatin1StringView("protocol")},
    KindName{ErrorKind::Storage, QLatin1StringView("storage")},
    KindName{ErrorKind::Budget, QLatin1StringView("budget")},
};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const KindName &entry : kKindNames) {
        if (entry.kind == kind)
            return entry.name;
    }
    return QStringLiteral("protocol");
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (const KindName &entry : kKindNames) {
        if (entry.name == name)
            return entry.kind;
    }
    return std::nullopt;
}

} // namespace core
