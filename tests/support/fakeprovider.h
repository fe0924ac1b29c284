#pragma once

#include "core/simulator/httprequestreader.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace test {

/// One thing that the provider does while it answers. Made by the functions below.
struct Step
{
    enum class Kind { Head, Raw, Body, End, Delay, Hang, Reset, Close };
    Kind kind = Kind::Raw;
    QByteArray bytes = {};
    std::chrono::milliseconds wait{0};
    bool chunked = false;
    bool hasLength = false;
};

/// What one request gets, in order. After the last step the connection is kept for the next request.
using Script = QList<Step>;
using HeaderList = QList<core::HttpHeader>;

/// Status line and headers. `Transfer-Encoding: chunked` among them frames what body() sends afterwards.
Step head(int status, const HeaderList &headers = {});
/// Bytes exactly as given, without any framing.
Step raw(const QByteArray &bytes);
/// A part of the body in the framing of the head before it; one TCP write of its own.
Step body(const QByteArray &bytes);
/// One HTTP chunk whatever the head said.
Step chunk(const QByteArray &bytes);
/// The event `data: {json}` and an empty line, as a part of the body.
Step sseEvent(const QJsonObject &data);
/// The same of any text: `data: text`.
Step sseEvent(const QByteArray &data);
/// `data: [DONE]`.
Step sseDone();
/// Ends the body: the last chunk of a chunked one; closes where only the closing ends it.
Step end();
Step delay(std::chrono::milliseconds wait);
/// Nothing more, with the connection left open until the client closes it.
Step hang();
/// Aborts the connection so that the client sees a reset.
Step reset();
/// Closes the connection in order, without ending the body.
Step close();

/// A whole answer with Content-Length.
Script respond(int status, const HeaderList &headers, const QByteArray &bytes);
Script respondJson(int status, const QJsonObject &json, const HeaderList &headers = {});
/// The same with the body gzipped and `Content-Encoding: gzip`.
Script respondGzip(int status, const HeaderList &headers, const QByteArray &bytes);
/// 200, text/event-stream, chunked: the steps, then the last chunk.
Script chunkedSse(const Script &steps);
/// The same without the last chunk, for scripts that end in hang(), reset() or close().
Script openSse(const Script &steps);
/// An event stream that only the closing of the connection ends.
Script closeDelimitedSse(const Script &steps);
/// An event stream, gzipped as one and sent in parts of `partSize` bytes.
Script gzippedSse(const QByteArray &stream, qsizetype partSize);
/// `bytes` as body parts of `size` bytes with 1 ms between them, so that the client reads them apart.
Script split(const QByteArray &bytes, qsizetype size);
/// The usual answer: `pieces` as content deltas, finish_reason `stop`, a usage chunk, [DONE].
Script completion(const QStringList &pieces, const QString &model = QStringLiteral("fake-model"));

QByteArray gzip(const QByteArray &bytes);

class FakeProviderServer;

/// A scriptable HTTP/1.1 provider on 127.0.0.1 with a thread of its own. Every function may be called from
/// the test's thread at any time; a request is recorded before anything of its answer is sent.
class FakeProvider : public QObject
{
    Q_OBJECT

public:
    enum class Security { Plain, SelfSigned };
    using Handler = std::function<Script(const core::HttpRequest &)>;

    /// Listens at once; the port is ephemeral.
    explicit FakeProvider(Security security = Security::Plain, QObject *parent = nullptr);
    ~FakeProvider() override;

    /// `http://127.0.0.1:PORT` or `https://...`, with `path` behind it.
    QUrl url(const QString &path = {}) const;
    /// `url("/v1")`.
    QUrl baseUrl() const { return url(QStringLiteral("/v1")); }
    /// PEM file of the certificate that Security::SelfSigned shows; valid for 127.0.0.1 and localhost.
    static QString certificateFile();

    // What a request gets: next() first, else the route of its `model`, else that of its path, else 404.
    // Of several scripts the n-th request gets the n-th and the last one repeats.
    void next(const Script &script);
    void onModel(const QString &model, const QList<Script> &scripts);
    void onPath(const QString &path, const QList<Script> &scripts);
    /// Asked on the provider's thread.
    void onModel(const QString &model, const Handler &handler);
    void onPath(const QString &path, const Handler &handler);

    QList<core::HttpRequest> requests() const;
    /// The request received last; an empty one when there was none.
    core::HttpRequest lastRequest() const;
    int requestCount() const;
    int connectionsAccepted() const;
    int openConnections() const;
    /// Most connections open, and most requests being answered, at the same time.
    int peakConnections() const;
    int peakRequests() const;
    /// Closes the listening socket and every connection: from now on connecting is refused.
    void shutDown();

signals:
    void requestReceived(int count);
    void connectionClosed(int openConnections);

private:
    friend class FakeProviderServer;
    struct Figures
    {
        int accepted = 0;
        int open = 0;
        int peakOpen = 0;
        int answering = 0;
        int peakAnswering = 0;
    };

    Script scriptFor(const core::HttpRequest &request);
    void connectionOpened();
    void connectionGone();
    void answering(int change);
    Figures figures() const;

    const Security m_security;
    mutable QMutex m_mutex;
    QList<Script> m_next;
    QHash<QString, Handler> m_byModel;
    QHash<QString, Handler> m_byPath;
    QList<core::HttpRequest> m_requests;
    Figures m_figures;
    quint16 m_port = 0;
    QThread m_thread;
    FakeProviderServer *m_server = nullptr;
};

} // namespace test
