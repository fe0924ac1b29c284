#pragma once

#include "core/net/endpoint.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

class QNetworkAccessManager;
class QSslConfiguration;

namespace core {

/// Network managers, kept warm per account. A manager runs at most six requests to one HTTP/1.1 host
/// (QTBUG-44677) and has a thread of its own, so six requests share one: none ever waits for another, and 64 lanes
/// start 11 threads. Owns the managers. Lives on the I/O thread.
class ManagerPool : public QObject
{
    Q_OBJECT

public:
    explicit ManagerPool(QObject *parent = nullptr);
    ~ManagerPool() override;

    /// A manager for this endpoint's host, proxy and certificates with room for one request more. To be given
    /// back after that request, and only then.
    QNetworkAccessManager *take(const Endpoint &endpoint);
    void giveBack(const Endpoint &endpoint, const QNetworkAccessManager *manager);

    /// Opens connections on idle managers until `count` of them are warm.
    void warm(const Endpoint &endpoint, int count);

private:
    struct Shared
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int requests = 0;
        qint64 idleSinceMs = 0;
    };

    void dropOld();

    std::unordered_map<QByteArray, std::vector<Shared>> m_managers;
    QTimer m_dropTimer;
};

/// TLS settings of an endpoint: the system's authorities and those of its extra CA file.
QSslConfiguration sslConfigurationOf(const Endpoint &endpoint);

/// `localhost`, 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

} // namespace core
