#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>
#include <utility>

namespace core {

using HttpHeader = std::pair<QByteArray, QByteArray>;

/// One HTTP/1.1 request as it was received.
struct HttpRequest
{
    QByteArray method;
    /// With its query.
    QByteArray target;
    /// `HTTP/1.1` has 1.
    int minorVersion = 1;
    /// Names keep their spelling.
    QList<HttpHeader> headers = {};
    QByteArray body = {};

    /// The value of the first header of that name in any case; empty when there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
    /// The target without its query.
    QByteArray path() const;
    /// The body as an object; an empty one when it is none.
    QJsonObject json() const;
    /// Whether the connection may serve another request afterwards.
    bool keepsAlive() const;
};

/// Bytes of a connection to requests (RFC 9112), without any I/O: several requests a connection, bodies by
/// Content-Length or chunked. After an error the reader takes nothing more and the connection must be closed.
class HttpRequestReader
{
public:
    static constexpr qsizetype kMaxHeadBytes = 64 * 1024;
    static constexpr qsizetype kMaxBodyBytes = 64 * 1024 * 1024;

    /// The status to answer with before closing, such as 400, 413 or 431.
    struct Failure
    {
        int status = 400;
        QString message;
    };

    void feed(QByteArrayView bytes);
    /// The next whole request, if one is there.
    std::optional<HttpRequest> take();
    const std::optional<Failure> &failure() const { return m_failure; }
    /// Whether the client waits for `100 Continue` before it sends the body; true once for each request.
    bool takeExpectsContinue();
    /// Whether a request has begun and is not whole.
    bool isInside() const { return m_state != State::Head || !m_buffer.isEmpty(); }

private:
    enum class State { Head, Length, ChunkSize, ChunkData, ChunkEnd, Trailer };

    bool advance();
    bool readHead();
    bool parseHead(const QByteArray &head);
    bool parseRequestLine(const QByteArray &line);
    bool chooseFraming();
    bool readLength();
    bool readChunkSize();
    bool readChunkData();
    bool readChunkEnd();
    bool readTrailer();
    bool refuse(int status, const QString &message);
    void finishRequest();
    /// The next line without its end, removed from the buffer.
    std::optional<QByteArray> takeLine(qsizetype limit);
    void consume(qsizetype count);

    QByteArray m_buffer;
    State m_state = State::Head;
    HttpRequest m_request;
    qsizetype m_missing = 0;
    qsizetype m_trailerBytes = 0;
    bool m_expectsContinue = false;
    QList<HttpRequest> m_ready;
    std::optional<Failure> m_failure;
};

} // namespace core
