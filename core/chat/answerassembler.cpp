#include "core/chat/answerassembler.h"

#include "core/chat/errorreader.h"

namespace core {

namespace {

/// An error page or a whole answer larger than this is not one.
constexpr qsizetype kLargestDocument = 64 * 1024 * 1024;

} // namespace

AnswerAssembler::AnswerAssembler(const Dialect &dialect, const QString &host)
    : m_dialect(dialect), m_host(host), m_reader(dialect)
{
}

QByteArray AnswerAssembler::contentType() const
{
    for (const auto &header : m_headers) {
        if (header.first.compare("content-type", Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

void AnswerAssembler::setHead(int status, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    m_status = status;
    m_headers = headers;
    m_streamed = status < 300 && contentType().toLower().contains("event-stream");
}

std::optional<AnswerEnd> AnswerAssembler::feed(const QByteArray &bytes, const Take &take)
{
    if (!m_gotBytes) {
        m_gotBytes = true;
        // Some servers stream without saying so in the content type.
        if (!m_streamed && m_status < 300 && m_dialect.streaming) {
            const QByteArray start = bytes.left(16).trimmed();
            m_streamed = start.startsWith("data:") || start.startsWith("event:") || start.startsWith(':');
        }
    }
    if (m_streamed)
        return takeEvents(m_decoder.feed(bytes), take);
    m_document += bytes;
    if (m_document.size() > kLargestDocument)
        return AnswerEnd{
            ResponseEnd::Dropped,
            Error{ErrorKind::Protocol, QStringLiteral("The answer is larger than 64 MiB."), m_status}};
    return std::nullopt;
}

std::optional<AnswerEnd> AnswerAssembler::takeEvents(const QList<SseEvent> &events, const Take &take)
{
    for (const SseEvent &event : events) {
        take(m_reader.feed(event));
        if (m_reader.ended() || m_reader.failed())
            break;
    }
    if (m_reader.ended() || m_reader.failed())
        return AnswerEnd{};
    if (m_decoder.overflowed())
        return AnswerEnd{
            ResponseEnd::Dropped,
            Error{ErrorKind::Protocol, QStringLiteral("The stream has an event larger than 64 MiB.")}};
    return std::nullopt;
}

AnswerEnd AnswerAssembler::close(const std::optional<Error> &error, qint64 nowUtcMs, const Take &take)
{
    if (error && m_status < 300)
        return {error->kind == ErrorKind::Timeout ? ResponseEnd::TimedOut : ResponseEnd::Dropped, error};
    if (!m_streamed)
        return readDocument(nowUtcMs, take);
    if (const std::optional<SseEvent> last = m_decoder.finish())
        return takeEvents({*last}, take).value_or(AnswerEnd{});
    return {};
}

AnswerEnd AnswerAssembler::readDocument(qint64 nowUtcMs, const Take &take)
{
    if (m_status >= 300)
        return {ResponseEnd::Dropped,
                readErrorResponse(m_status, contentType(), m_document, m_headers, nowUtcMs)};
    if (contentType().toLower().contains("html")) {
        Error error = readErrorResponse(m_status, contentType(), m_document, m_headers, nowUtcMs);
        error.kind = ErrorKind::Protocol;
        error.message =
            QStringLiteral("%1 answered with a web page instead of an API answer; check the base URL.")
                .arg(m_host);
        return {ResponseEnd::Dropped, error};
    }
    take(m_reader.feedDocument(m_document));
    return {};
}

} // namespace core
