#include "core/net/managerpool.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

using namespace std::chrono_literals;

namespace core {

namespace {

/// What one manager runs to one host at a time.
constexpr int kRequestsPerManager = 6;
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

QNetworkAccessManager *ManagerPool::take(const Endpoint &endpoint)
{
    std::vector<Shared> &managers = m_managers[poolKey(endpoint)];
    auto found = std::find_if(managers.begin(), managers.end(),
                              [](const Shared &shared) { return shared.requests < kRequestsPerManager; });
    if (found == managers.end()) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
        applyProxy(*manager, endpoint);
        managers.push_back({std::move(manager)});
        found = std::prev(managers.end());
    }
    ++found->requests;
    return found->manager.get();
}

void ManagerPool::giveBack(const Endpoint &endpoint, const QNetworkAccessManager *manager)
{
    std::vector<Shared> &managers = m_managers[poolKey(endpoint)];
    const auto found = std::find_if(managers.begin(), managers.end(), [manager](const Shared &shared) {
        return shared.manager.get() == manager;
    });
    Q_ASSERT(found != managers.end() && found->requests > 0);
    --found->requests;
    found->idleSinceMs = QDateTime::currentMSecsSinceEpoch();
    if (!m_dropTimer.isActive())
        m_dropTimer.start();
}

void ManagerPool::warm(const Endpoint &endpoint, int count)
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
    // Given back at once: a request that comes before the connection is open waits for it and takes it.
    std::vector<const QNetworkAccessManager *> taken;
    for (int index = 0; index < count; ++index) {
        QNetworkAccessManager *const manager = take(endpoint);
        const QNetworkReply *const reply = manager->get(request);
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        taken.push_back(manager);
    }
    for (const QNetworkAccessManager *manager : taken)
        giveBack(endpoint, manager);
}

void ManagerPool::dropOld()
{
    const qint64 oldest = QDateTime::currentMSecsSinceEpoch() - kIdleLifeMs;
    for (auto entry = m_managers.begin(); entry != m_managers.end();) {
        std::erase_if(entry->second, [oldest](const Shared &shared) {
            return shared.requests == 0 && shared.idleSinceMs < oldest;
        });
        entry = entry->second.empty() ? m_managers.erase(entry) : std::next(entry);
    }
    if (m_managers.empty())
        m_dropTimer.stop();
}

} // namespace core
