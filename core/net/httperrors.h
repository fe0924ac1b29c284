#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QUrl>

namespace core {

/// One sentence for a request that the network, not the server, ended; names the host and port. `proxy` is
/// the `host:port` of the account's own proxy, if the request goes through one: Qt reports a refusal by an
/// HTTP proxy as one by the host.
Error networkError(QNetworkReply::NetworkError code, const QString &detail, const QUrl &url,
                   const QString &proxy = {});

/// `host:port` as people read it.
QString hostAndPort(const QUrl &url);

/// Where chat completions are asked for below a base URL.
QUrl chatCompletionsUrl(const QUrl &baseUrl);

/// Whether both addresses have the same scheme, host and port.
bool sameOrigin(const QUrl &one, const QUrl &other);

} // namespace core
