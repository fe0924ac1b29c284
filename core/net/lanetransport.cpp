#include "core/net/lanetransport.h"

#include "core/base/redaction.h"
#include "core/net/httperrors.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

namespace core {

namespace {

constexpr int kMostRedirects = 5;

/// A body that cannot be rewound: Qt would otherwise send a request again by itself when a connection closes
/// early, and a second request nobody sees is one nobody accounts for. (A QBuffer would not do: Qt takes the
/// bytes out of it.)
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(const QByteArray &bytes, QObject *parent) : QIODevice(parent), m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool reset() override { return false; }
    qint64 size() const override { return m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count > 0 || most == 0 ? count : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_at = 0;
};

/// `host:port` of the account's own proxy where the request goes through it.
QString proxyOf(const TransportRequest &request)
{
    const ProxySettings &proxy = request.endpoint.proxy;
    if (proxy.mode == ProxyMode::System || proxy.mode == ProxyMode::None || isLoopback(request.url))
        return {};
    return proxy.host + u':' + QString::number(proxy.port);
}

class LaneExchange final : public HttpExchange
{
public:
    LaneExchange(ManagerPool &pool, const TransportRequest &request);
    ~LaneExchange() override;

    bool isWarm() const override { return !m_startedConnecting; }
    QList<Header> requestHeaders() const override;

private:
    void send();
    QNetworkRequest networkRequest() const;
    void noteHead();
    void noteBytes();
    void noteFinished();
    void redirect(const QUrl &target);
    void fail(const Error &error);
    void release();

    QPointer<ManagerPool> m_pool;
    TransportRequest m_request;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connectTimer;
    QString m_sslDetail;
    int m_redirects = 0;
    bool m_startedConnecting = false;
    bool m_connected = false;
    bool m_headSeen = false;
    bool m_done = false;
};

LaneExchange::LaneExchange(ManagerPool &pool, const TransportRequest &request)
    : m_pool(&pool), m_request(request), m_manager(pool.take(request.endpoint))
{
    m_connectTimer.setParent(this);
    m_connectTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        fail({ErrorKind::Timeout,
              QStringLiteral("%1 did not accept a connection within %2 s.")
                  .arg(hostAndPort(m_request.url),
                       QString::number(double(m_request.endpoint.timeouts.connect.count()) / 1000.0))});
    });
    send();
}

LaneExchange::~LaneExchange()
{
    release();
}

QNetworkRequest LaneExchange::networkRequest() const
{
    const Endpoint &endpoint = m_request.endpoint;
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "Switchyard");
    if (m_request.url.scheme() == QLatin1StringView("https"))
        request.setSslConfiguration(sslConfigurationOf(endpoint));
    if (!m_request.body.isEmpty()) {
        request.setRawHeader("Content-Type", "application/json");
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    if (!endpoint.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + endpoint.key.toUtf8());
    for (const Header &header : endpoint.headers)
        request.setRawHeader(header.first, header.second);
    for (const Header &header : m_request.headers)
        request.setRawHeader(header.first, header.second);
    return request;
}

QList<Header> LaneExchange::requestHeaders() const
{
    const QNetworkRequest request = networkRequest();
    QList<Header> headers;
    for (const QByteArray &name : request.rawHeaderList())
        headers.append({name, request.rawHeader(name)});
    return headers;
}

void LaneExchange::send()
{
    m_headSeen = false;
    OneShotBody *body = m_request.body.isEmpty() ? nullptr : new OneShotBody(m_request.body, this);
    m_reply = m_manager->sendCustomRequest(networkRequest(), m_request.method, body);
    if (body)
        body->setParent(m_reply);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_startedConnecting = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_connectTimer.stop();
        if (m_startedConnecting && !m_connected) {
            m_connected = true;
            emit connected();
        }
        emit sent();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_sslDetail = errors.first().errorString();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &LaneExchange::noteHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &LaneExchange::noteBytes);
    connect(m_reply, &QNetworkReply::finished, this, &LaneExchange::noteFinished);
    if (m_request.endpoint.timeouts.connect.count() > 0)
        m_connectTimer.start(m_request.endpoint.timeouts.connect);
}

void LaneExchange::noteHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool redirects = status >= 300 && status < 400 && m_reply->hasRawHeader("Location");
    if (m_headSeen || m_done || status < 200 || redirects)
        return;
    m_headSeen = true;
    m_connectTimer.stop();
    HttpHead head{status, {}};
    for (const QNetworkReply::RawHeaderPair &pair : m_reply->rawHeaderPairs())
        head.headers.append(pair);
    emit headReceived(head);
}

void LaneExchange::noteBytes()
{
    noteHead();
    const QByteArray bytes = m_reply->readAll();
    if (m_headSeen && !bytes.isEmpty())
        emit bytesReceived(bytes);
}

void LaneExchange::noteFinished()
{
    if (m_done)
        return;
    const QPointer<LaneExchange> alive(this);
    noteBytes();
    if (!alive || m_done)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400 && m_reply->hasRawHeader("Location")) {
        redirect(m_request.url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location"))));
        return;
    }
    const QNetworkReply::NetworkError code = m_reply->error();
    // Codes from ContentAccessDenied on only repeat an HTTP status; below they are the network's own.
    const bool fromStatus =
        code >= QNetworkReply::ContentAccessDenied && code != QNetworkReply::ContentReSendError && m_headSeen;
    if (code != QNetworkReply::NoError && !fromStatus) {
        const QString detail = m_sslDetail.isEmpty() ? m_reply->errorString() : m_sslDetail;
        fail(networkError(code, redacted(detail, {m_request.endpoint.key}), m_request.url,
                          proxyOf(m_request)));
        return;
    }
    m_done = true;
    m_connectTimer.stop();
    release();
    emit finished(std::nullopt);
}

void LaneExchange::redirect(const QUrl &target)
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!sameOrigin(m_request.url, target)) {
        fail({ErrorKind::Protocol,
              QStringLiteral(
                  "%1 redirects to another host, %2. Nothing was sent there; if you trust it, make it the "
                  "account's base URL.")
                  .arg(hostAndPort(m_request.url),
                       target.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)),
              status});
        return;
    }
    const bool keepsMethod = status == 307 || status == 308 || m_request.method == "GET";
    if (!keepsMethod || ++m_redirects > kMostRedirects) {
        fail({ErrorKind::Protocol,
              QStringLiteral(
                  "%1 redirects this request to %2 in a way that loses it; check the account's base URL.")
                  .arg(hostAndPort(m_request.url), target.path()),
              status});
        return;
    }
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_request.url = target;
    send();
}

void LaneExchange::fail(const Error &error)
{
    if (m_done)
        return;
    m_done = true;
    m_connectTimer.stop();
    release();
    emit finished(error);
}

void LaneExchange::release()
{
    if (m_reply) {
        m_reply->disconnect(this);
        const bool clean = m_reply->isFinished();
        if (!clean)
            m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    if (m_manager && m_pool)
        m_pool->giveBack(m_request.endpoint, std::move(m_manager));
    m_manager.reset();
}

} // namespace

QByteArray HttpHead::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (name.compare(header.first, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

std::unique_ptr<HttpExchange> LaneTransport::start(const TransportRequest &request)
{
    return std::make_unique<LaneExchange>(m_pool, request);
}

void LaneTransport::warm(const Endpoint &endpoint, int count, const std::function<void()> &done)
{
    m_pool.warm(endpoint, count, done);
}

} // namespace core
