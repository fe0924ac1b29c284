#include "core/simulator/simulatorconnection.h"

#include "core/simulator/socketreset.h"

#include <QTcpSocket>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::chrono::seconds kPatience{60};
/// A provider sends its headers some time before the first token.
constexpr double kHeadShare = 0.6;
/// Parts written in one turn of the event loop, so that many streams without delay still take turns.
constexpr int kPartsPerTurn = 64;
/// A client that does not read is not written to beyond this.
constexpr qint64 kMostUnsent = 1024 * 1024;
constexpr qint64 kMostUnread = 1024 * 1024;
constexpr double kLongestTimerMs = 3'600'000.0;

QByteArray asChunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

SimulatorConnection::SimulatorConnection(QTcpSocket *socket, SimulatorHandler &handler,
                                         const SimulatorPace &pace, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(handler), m_pace(pace)
{
    socket->setParent(this);
    socket->setReadBufferSize(kMostUnread);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    m_patience.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &SimulatorConnection::play);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        refuse({408, QStringLiteral("The request did not arrive whole in time")});
    });
    connect(socket, &QTcpSocket::readyRead, this, &SimulatorConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        m_wake.stop();
        m_patience.stop();
        deleteLater();
    });
}

void SimulatorConnection::readMore()
{
    // While a reply is played, what the client sends ahead waits in the socket's bounded buffer.
    if (m_busy)
        return;
    m_reader.feed(m_socket->readAll());
    if (m_reader.takeExpectsContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    startNext();
}

void SimulatorConnection::startNext()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const std::optional<HttpRequest> request = m_reader.take();
    if (!request) {
        if (m_reader.failure())
            refuse(*m_reader.failure());
        else if (!m_reader.isInside())
            m_patience.stop();
        else if (!m_patience.isActive())
            m_patience.start(kPatience);
        return;
    }
    m_patience.stop();
    m_busy = true;
    m_headSent = false;
    m_nextPart = 0;
    m_tokensSent = 0;
    m_keepAlive = request->keepsAlive();
    m_headOnly = request->method == "HEAD";
    m_replySpeed = m_pace.speed();
    m_pauseFactor = m_pace.pauseFactor();
    m_sinceRequest.start();
    m_reply = m_handler.reply(*request, m_pace.moment());
    play();
}

void SimulatorConnection::refuse(const HttpRequestReader::Failure &failure)
{
    m_reply = errorReply(failure.status, failure.message + QLatin1Char('.'),
                         QStringLiteral("invalid_request_error"));
    m_busy = true;
    m_keepAlive = false;
    m_headOnly = false;
    sendWhole();
    m_socket->disconnectFromHost();
}

void SimulatorConnection::play()
{
    if (!m_busy)
        return;
    if (m_reply.status == 0)
        return finish();
    const double now = static_cast<double>(m_sinceRequest.nsecsElapsed()) / 1e6;
    if (!m_reply.streamed) {
        const double due = dueMs();
        if (due > now)
            return wakeIn(due - now);
        sendWhole();
        return finish();
    }
    if (!m_headSent) {
        const double due = m_replySpeed > 0.0 && !m_reply.headAtOnce
            ? kHeadShare * static_cast<double>(m_reply.firstToken.count()) / m_replySpeed
            : 0.0;
        if (due > now)
            return wakeIn(due - now);
        sendHead();
    }
    for (int sent = 0; m_nextPart < m_reply.parts.size(); ++sent) {
        const double due = dueMs();
        if (due > now)
            return wakeIn(due - now);
        if (sent == kPartsPerTurn || m_socket->bytesToWrite() > kMostUnsent)
            return wakeIn(m_socket->bytesToWrite() > kMostUnsent ? 10.0 : 0.0);
        const SimulatorReply::Part &part = m_reply.parts.at(m_nextPart++);
        m_socket->write(m_keepAlive ? asChunk(part.bytes) : part.bytes);
        m_tokensSent += part.tokens;
    }
    finish();
}

void SimulatorConnection::sendHead()
{
    QList<HttpHeader> headers = m_reply.headers;
    // Without chunks, which HTTP/1.0 does not know, the end of the connection ends the stream.
    headers.append(m_keepAlive ? HttpHeader{"Transfer-Encoding", "chunked"}
                               : HttpHeader{"Connection", "close"});
    m_socket->write(statusAndHeaders(m_reply.status, headers));
    m_headSent = true;
}

void SimulatorConnection::sendWhole()
{
    QByteArray body;
    for (const SimulatorReply::Part &part : std::as_const(m_reply.parts))
        body += part.bytes;
    QList<HttpHeader> headers = m_reply.headers;
    headers.append(HttpHeader{"Content-Length", QByteArray::number(body.size())});
    if (!m_keepAlive)
        headers.append(HttpHeader{"Connection", "close"});
    m_socket->write(statusAndHeaders(m_reply.status, headers));
    if (m_headOnly)
        return;
    const bool isWhole = m_reply.ending == SimulatorReply::Ending::Complete;
    m_socket->write(isWhole ? body : body.left(body.size() / 2));
}

void SimulatorConnection::finish()
{
    switch (m_reply.ending) {
    case SimulatorReply::Ending::Hang:
        return hang();
    case SimulatorReply::Ending::Reset:
        return resetConnection(*m_socket);
    case SimulatorReply::Ending::Cut:
        return m_socket->disconnectFromHost();
    case SimulatorReply::Ending::Complete:
        break;
    }
    if (m_reply.streamed && m_keepAlive)
        m_socket->write("0\r\n\r\n");
    m_busy = false;
    if (!m_keepAlive)
        return m_socket->disconnectFromHost();
    // Not at once: a client that sends many requests in one go must not nest their replies.
    QMetaObject::invokeMethod(this, &SimulatorConnection::readMore, Qt::QueuedConnection);
}

void SimulatorConnection::hang()
{
    // Stays busy: nothing more is answered on this connection.
    if (m_reply.hang.count() == 0)
        return;
    const double ms = std::ceil(static_cast<double>(m_reply.hang.count()) / m_pauseFactor);
    QTimer::singleShot(static_cast<int>(std::min(ms, kLongestTimerMs)), this,
                       [this] { m_socket->disconnectFromHost(); });
}

double SimulatorConnection::dueMs() const
{
    if (m_replySpeed <= 0.0)
        return 0.0;
    const double tokens = static_cast<double>(
        m_reply.streamed || m_reply.parts.isEmpty() ? m_tokensSent : m_reply.parts.constFirst().tokens);
    const double writing = m_reply.tokensPerSecond > 0.0 ? 1000.0 * tokens / m_reply.tokensPerSecond : 0.0;
    return (static_cast<double>(m_reply.firstToken.count()) + writing) / m_replySpeed;
}

void SimulatorConnection::wakeIn(double ms)
{
    m_wake.start(static_cast<int>(std::min(std::ceil(ms), kLongestTimerMs)));
}

} // namespace core
