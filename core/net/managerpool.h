#pragma once

#include "core/net/endpoint.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class QNetworkAccessManager;
class QSslConfiguration;

namespace core {

/// Network managers, one for each request at a time and kept warm per account: a single manager runs at most
/// six requests to one HTTP/1.1 host (QTBUG-44677). Lives on the I/O thread.
class ManagerPool : public QObject
{
    Q_OBJECT

public:
    explicit ManagerPool(QObject *parent = nullptr);
    ~ManagerPool() override;

    /// The most recently used idle manager for this endpoint's host, proxy and certificates, else a new one.
    std::unique_ptr<QNetworkAccessManager> take(const Endpoint &endpoint);
    void giveBack(const Endpoint &endpoint, std::unique_ptr<QNetworkAccessManager> manager);

    /// Opens connections on idle managers until `count` of them are warm; `done` is called once each of these
    /// connections is open or has failed.
    void warm(const Endpoint &endpoint, int count, const std::function<void()> &done);

private:
    struct Idle
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        qint64 sinceMs = 0;
    };

    void dropOld();

    std::unordered_map<QByteArray, std::vector<Idle>> m_idle;
    QTimer m_dropTimer;
};

/// TLS settings of an endpoint: the system's authorities and those of its extra CA file.
QSslConfiguration sslConfigurationOf(const Endpoint &endpoint);

/// `localhost`, 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

} // namespace core
