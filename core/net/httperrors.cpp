#include "core/net/httperrors.h"

namespace core {

namespace {

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
}

} // namespace

QString hostAndPort(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? QString(u'[' + url.host() + u']') : url.host();
    return host + u':' + QString::number(effectivePort(url));
}

QUrl chatCompletionsUrl(const QUrl &baseUrl)
{
    QUrl url = baseUrl;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/chat/completions"));
    return url;
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host()
        && effectivePort(one) == effectivePort(other);
}

Error networkError(QNetworkReply::NetworkError code, const QString &detail, const QUrl &url,
                   const QString &proxy)
{
    const QString host = hostAndPort(url);
    if (code == QNetworkReply::ConnectionRefusedError && !proxy.isEmpty())
        return {ErrorKind::Network, QStringLiteral("The proxy %1 refused the connection.").arg(proxy)};
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorKind::Network, QStringLiteral("The host name %1 was not found (DNS).").arg(url.host())};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::Network,
                QStringLiteral("%1 refused the connection: nothing listens there.").arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Network, QStringLiteral("TLS with %1 failed: %2").arg(host, detail)};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {ErrorKind::Network,
                QStringLiteral("%1 closed the connection before the answer was whole.").arg(host)};
    case QNetworkReply::TimeoutError:
        return {ErrorKind::Timeout, QStringLiteral("%1 did not answer in time.").arg(host)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorKind::Network,
                QStringLiteral("The proxy on the way to %1 failed: %2").arg(host, detail)};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {ErrorKind::Auth,
                QStringLiteral("The proxy on the way to %1 wants a user name and password.").arg(host)};
    default:
        return {ErrorKind::Network, QStringLiteral("The request to %1 failed: %2").arg(host, detail)};
    }
}

} // namespace core
