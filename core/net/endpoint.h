#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

namespace core {

/// A header as sent; the name keeps its spelling.
using Header = std::pair<QByteArray, QByteArray>;

/// Limits of one attempt. Zero means none. `firstToken` runs from dispatch until the first text, reasoning or
/// tool call; `idle` between any two bytes after that; `total` over everything, retries included.
struct Timeouts
{
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds firstToken{120'000};
    std::chrono::milliseconds idle{60'000};
    std::chrono::milliseconds total{0};

    bool operator==(const Timeouts &) const = default;
};

enum class ProxyMode { System, None, Http, Socks5 };

/// How an account reaches its host. Loopback hosts never go through a proxy.
struct ProxySettings
{
    ProxyMode mode = ProxyMode::System;
    QString host = {};
    quint16 port = 0;
    QString user = {};
    /// Only ever in memory; kept in the keychain between sessions.
    QString password = {};

    bool operator==(const ProxySettings &) const = default;
};

/// All that is needed to talk to one account's host, secrets resolved. A value, handed to the I/O thread.
struct Endpoint
{
    /// Warm connections are kept apart by this id.
    qint64 accountId = 0;
    QUrl baseUrl;
    QString key = {};
    QList<Header> headers = {};
    Timeouts timeouts = {};
    ProxySettings proxy = {};
    QString caFile = {};

    bool operator==(const Endpoint &) const = default;
};

} // namespace core
