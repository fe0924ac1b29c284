#include "core/net/managerpool.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace std::chrono_literals;

namespace core {

namespace {

/// Qt drops an idle connection after some two minutes; a manager without one is not worth its thread.
constexpr qint64 kIdleLifeMs = 180'000;
constexpr auto kDropInterval = 30s;

class SystemProxyFactory final : public QNetworkProxyFactory
{
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

QByteArray poolKey(const Endpoint &endpoint)
{
    const ProxySettings &proxy = endpoint.proxy;
    return QByteArray::number(endpoint.accountId) + '|' + endpoint.baseUrl.scheme().toUtf8() + '|'
        + endpoint.baseUrl.authority().toUtf8() + '|' + QByteArray::number(int(proxy.mode)) + '|'
        + proxy.host.toUtf8() + ':' + QByteArray::number(proxy.port) + '|' + proxy.user.toUtf8() + '|'
        + QByteArray::number(qHash(proxy.password)) + '|' + endpoint.caFile.toUtf8();
}

void applyProxy(QNetworkAccessManager &manager, const Endpoint &endpoint)
{
    const ProxySettings &proxy = endpoint.proxy;
    if (isLoopback(endpoint.baseUrl) || proxy.mode == ProxyMode::None) {
        manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        return;
    }
    if (proxy.mode == ProxyMode::System) {
        manager.setProxyFactory(new SystemProxyFactory);
        return;
    }
    const auto type = proxy.mode == ProxyMode::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
    manager.setProxy(QNetworkProxy(type, proxy.host, proxy.port, proxy.user, proxy.password));
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1StringView("localhost") || host.endsWith(QLatin1StringView(".localhost"))
        || QHostAddress(host).isLoopback();
}

QSslConfiguration sslConfigurationOf(const Endpoint &endpoint)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!endpoint.caFile.isEmpty())
        configuration.addCaCertificates(endpoint.caFile);
    return configuration;
}

ManagerPool::ManagerPool(QObject *parent) : QObject(parent)
{
    m_dropTimer.setParent(this);
    m_dropTimer.setInterval(kDropInterval);
    connect(&m_dropTimer, &QTimer::timeout, this, &ManagerPool::dropOld);
}

ManagerPool::~ManagerPool() = default;

std::unique_ptr<QNetworkAccessManager> ManagerPool::take(const Endpoint &endpoint)
{
    const auto found = m_idle.find(poolKey(endpoint));
    if (found != m_idle.end() && !found->second.empty()) {
        std::unique_ptr<QNetworkAccessManager> manager = std::move(found->second.back().manager);
        found->second.pop_back();
        return manager;
    }
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    applyProxy(*manager, endpoint);
    return manager;
}

void ManagerPool::giveBack(const Endpoint &endpoint, std::unique_ptr<QNetworkAccessManager> manager)
{
    m_idle[poolKey(endpoint)].push_back({std::move(manager), QDateTime::currentMSecsSinceEpoch()});
    if (!m_dropTimer.isActive())
        m_dropTimer.start();
}

void ManagerPool::warm(const Endpoint &endpoint, int count, const std::function<void()> &done)
{
    // As QNetworkAccessManager::connectToHost() does it, which would keep the connection apart from ours
    // because it allows HTTP/2.
    QUrl url = endpoint.baseUrl;
    const bool tls = url.scheme() == QLatin1StringView("https");
    url.setPort(url.port(tls ? 443 : 80));
    url.setPath({});
    url.setScheme(tls ? QStringLiteral("preconnect-https") : QStringLiteral("preconnect-http"));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (tls)
        request.setSslConfiguration(sslConfigurationOf(endpoint));
    if (count <= 0)
        return done();
    const auto open = std::make_shared<int>(count);
    std::vector<std::unique_ptr<QNetworkAccessManager>> taken;
    for (int index = 0; index < count; ++index) {
        std::unique_ptr<QNetworkAccessManager> manager = take(endpoint);
        QNetworkReply *reply = manager->get(request);
        connect(reply, &QNetworkReply::finished, this, [reply, open, done] {
            reply->deleteLater();
            if (--*open == 0)
                done();
        });
        taken.push_back(std::move(manager));
    }
    for (std::unique_ptr<QNetworkAccessManager> &manager : taken)
        giveBack(endpoint, std::move(manager));
}

void ManagerPool::dropOld()
{
    const qint64 oldest = QDateTime::currentMSecsSinceEpoch() - kIdleLifeMs;
    for (auto entry = m_idle.begin(); entry != m_idle.end();) {
        std::erase_if(entry->second, [oldest](const Idle &idle) { return idle.sinceMs < oldest; });
        entry = entry->second.empty() ? m_idle.erase(entry) : std::next(entry);
    }
    if (m_idle.empty())
        m_dropTimer.stop();
}

} // namespace core
