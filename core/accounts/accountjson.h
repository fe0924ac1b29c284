#pragma once

#include "core/accounts/account.h"

#include <QByteArray>

namespace core {

// The JSON columns of the table `accounts`. A member that is not there keeps its default; a proxy's password
// is never part of it.

QByteArray headersToJson(const QList<Header> &headers);
QList<Header> headersFromJson(const QByteArray &json);

/// Milliseconds: `{"connect": 15000, "first_token": ..., "idle": ..., "total": ...}`.
QByteArray timeoutsToJson(const Timeouts &timeouts);
Timeouts timeoutsFromJson(const QByteArray &json);

/// `{"mode": "system|none|http|socks5", "host", "port", "user"}`.
QByteArray proxyToJson(const ProxySettings &proxy);
ProxySettings proxyFromJson(const QByteArray &json);

} // namespace core
