#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QUrl>

namespace core {

/// One sentence for a request that the network, not the server, ended; names the host and port.
Error networkError(QNetworkReply::NetworkError code, const QString &detail, const QUrl &url);

/// `host:port` as people read it.
QString hostAndPort(const QUrl &url);

/// Whether both addresses have the same scheme, host and port.
bool sameOrigin(const QUrl &one, const QUrl &other);

} // namespace core
