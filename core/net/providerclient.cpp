#include "core/net/providerclient.h"

#include "core/net/chatexchange.h"
#include "core/net/httperrors.h"
#include "core/net/lanetransport.h"

#include <QPromise>

namespace core {

namespace {

constexpr qsizetype kLargestAnswer = 32 * 1024 * 1024;

/// One plain request on the I/O thread; deletes itself when it has kept its promise.
class PlainExchange : public QObject
{
public:
    PlainExchange(const Clock &clock, QPromise<Result<HttpAnswer>> promise)
        : m_clock(clock), m_promise(std::move(promise))
    {
        m_limit.setParent(this);
        m_limit.setSingleShot(true);
    }

    ~PlainExchange() override
    {
        keep(Error{ErrorKind::Network,
                   QStringLiteral("The request was given up because the program is closing.")});
    }

    void start(Transport &transport, const TransportRequest &request)
    {
        m_startedNs = m_clock.monotonicNs();
        m_exchange = transport.start(request);
        connect(m_exchange.get(), &HttpExchange::headReceived, this, [this](const HttpHead &head) {
            m_answer.status = head.status;
            m_answer.headers = head.headers;
            m_answer.contentType = head.header("content-type");
        });
        connect(m_exchange.get(), &HttpExchange::bytesReceived, this, [this](const QByteArray &bytes) {
            m_answer.body += bytes;
            if (m_answer.body.size() > kLargestAnswer)
                end(Error{ErrorKind::Protocol, QStringLiteral("The answer is larger than 32 MiB.")});
        });
        connect(m_exchange.get(), &HttpExchange::finished, this, &PlainExchange::end);
        const auto limit = request.endpoint.timeouts.firstToken;
        const QUrl url = request.url;
        connect(&m_limit, &QTimer::timeout, this, [this, url, limit] {
            end(Error{ErrorKind::Timeout,
                      QStringLiteral("%1 did not answer within %2 s.")
                          .arg(hostAndPort(url), QString::number(double(limit.count()) / 1000.0))});
        });
        if (limit.count() > 0)
            m_limit.start(limit);
    }

private:
    void end(const std::optional<Error> &error)
    {
        if (m_kept)
            return;
        m_answer.elapsedMs = static_cast<double>(m_clock.monotonicNs() - m_startedNs) / 1e6;
        if (error)
            keep(*error);
        else
            keep(m_answer);
        m_exchange->disconnect(this);
        m_exchange.release()->deleteLater();
        deleteLater();
    }

    void keep(const Result<HttpAnswer> &result)
    {
        if (std::exchange(m_kept, true))
            return;
        m_promise.addResult(result);
        m_promise.finish();
    }

    const Clock &m_clock;
    QPromise<Result<HttpAnswer>> m_promise;
    std::unique_ptr<HttpExchange> m_exchange;
    HttpAnswer m_answer;
    QTimer m_limit;
    qint64 m_startedNs = 0;
    bool m_kept = false;
};

} // namespace

/// What lives on the I/O thread: the transport, and whatever is under way as children.
class IoContext : public QObject
{
public:
    Transport &transport()
    {
        if (!m_transport)
            m_transport = std::make_unique<LaneTransport>();
        return *m_transport;
    }

    ~IoContext() override
    {
        // Exchanges give their managers back to the transport, so they go first.
        const QObjectList underWay = children();
        qDeleteAll(underWay);
    }

private:
    std::unique_ptr<Transport> m_transport;
};

ProviderClient::ProviderClient(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_io(new IoContext)
{
    qRegisterMetaType<ChatProgress>();
    qRegisterMetaType<AttemptEnd>();
    qRegisterMetaType<std::shared_ptr<const Recording>>();
    m_thread.setObjectName(QStringLiteral("switchyard-io"));
    m_io->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_io, &QObject::deleteLater);
    m_thread.start();
}

ProviderClient::~ProviderClient()
{
    m_thread.quit();
    m_thread.wait();
}

std::unique_ptr<ChatStream> ProviderClient::send(const ChatJob &job)
{
    auto *exchange = new ChatExchange(m_clock, job);
    exchange->moveToThread(&m_thread);
    std::unique_ptr<ChatStream> stream(new ChatStream(exchange));
    IoContext *io = m_io;
    QMetaObject::invokeMethod(exchange, [exchange, io] { exchange->start(io->transport()); });
    return stream;
}

QFuture<Result<HttpAnswer>> ProviderClient::get(const Endpoint &endpoint, const QString &path)
{
    QPromise<Result<HttpAnswer>> promise;
    QFuture<Result<HttpAnswer>> future = promise.future();
    promise.start();
    TransportRequest request;
    request.url = endpoint.baseUrl;
    QString base = request.url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + path);
    request.headers = {{"Accept", "application/json"}};
    request.endpoint = endpoint;
    auto *exchange = new PlainExchange(m_clock, std::move(promise));
    exchange->moveToThread(&m_thread);
    IoContext *io = m_io;
    QMetaObject::invokeMethod(exchange, [exchange, io, request] {
        exchange->setParent(io);
        exchange->start(io->transport(), request);
    });
    return future;
}

QFuture<Result<void>> ProviderClient::warm(const Endpoint &endpoint, int count)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    IoContext *io = m_io;
    QMetaObject::invokeMethod(io, [io, endpoint, count, promise] {
        io->transport().warm(endpoint, count, [promise] {
            promise->addResult(Result<void>());
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace core
