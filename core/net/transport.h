#pragma once

#include "core/base/error.h"
#include "core/net/endpoint.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace core {

/// One HTTP request. Secrets are in `endpoint` and `headers`; nothing of it is ever logged.
struct TransportRequest
{
    QByteArray method = "GET";
    QUrl url;
    /// Beyond the endpoint's own headers and its credential.
    QList<Header> headers = {};
    QByteArray body = {};
    Endpoint endpoint = {};
};

struct HttpHead
{
    int status = 0;
    QList<Header> headers = {};

    /// The value of the first header of that name, in any spelling; empty when there is none.
    QByteArray header(QByteArrayView name) const;
};

/// A request under way. Lives on its transport's thread; destroying it aborts silently.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether the request went out over a connection that was open before.
    virtual bool isWarm() const = 0;
    /// What was set on the request, the credential included.
    virtual QList<Header> requestHeaders() const = 0;

signals:
    /// A fresh connection is ready (TLS included); not on a warm one.
    void connected();
    /// The request is on its way.
    void sent();
    void headReceived(const core::HttpHead &head);
    void bytesReceived(const QByteArray &bytes);
    /// Exactly once, last: without an error when the body ended as HTTP says it should.
    void finished(const std::optional<core::Error> &error);
};

/// Where requests go out. Belongs to the I/O thread.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual std::unique_ptr<HttpExchange> start(const TransportRequest &request) = 0;
    /// Opens connections to the endpoint's host until `count` are there; `done` is called once each of them
    /// is open or has failed.
    virtual void warm(const Endpoint &endpoint, int count, const std::function<void()> &done) = 0;
};

} // namespace core
