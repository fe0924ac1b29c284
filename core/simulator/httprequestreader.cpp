#include "core/simulator/httprequestreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kMaxLineBytes = 8 * 1024;

bool isTokenByte(char byte)
{
    // RFC 9110, 5.6.2.
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(byte);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isTokenByte);
}

/// A length in `base` made of digits alone, without the signs and blanks that toULongLong() would take.
std::optional<qsizetype> readSize(const QByteArray &text, int base)
{
    const bool digits = std::all_of(text.cbegin(), text.cend(), [base](char byte) {
        return (byte >= '0' && byte <= '9')
            || (base == 16 && ((byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F')));
    });
    bool ok = false;
    const qlonglong size = text.toLongLong(&ok, base);
    if (!digits || !ok)
        return std::nullopt;
    return static_cast<qsizetype>(size);
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const HttpHeader &entry : headers) {
        if (QByteArrayView(entry.first).compare(name, Qt::CaseInsensitive) == 0)
            return entry.second;
    }
    return {};
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const HttpHeader &entry) {
        return QByteArrayView(entry.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray HttpRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QJsonObject HttpRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

bool HttpRequest::keepsAlive() const
{
    const QByteArray connection = header("connection").toLower();
    return minorVersion >= 1 ? !connection.contains("close") : connection.contains("keep-alive");
}

void HttpRequestReader::feed(QByteArrayView bytes)
{
    if (m_failure)
        return;
    m_buffer.append(bytes);
    while (!m_failure && advance()) { }
}

std::optional<HttpRequest> HttpRequestReader::take()
{
    if (m_ready.isEmpty())
        return std::nullopt;
    return m_ready.takeFirst();
}

bool HttpRequestReader::takeExpectsContinue()
{
    return std::exchange(m_expectsContinue, false);
}

bool HttpRequestReader::advance()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Length:
        return readLength();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readChunkData();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    }
    return false;
}

bool HttpRequestReader::readHead()
{
    // Empty lines before a request line are tolerated (RFC 9112, 2.2).
    while (m_buffer.startsWith("\r\n"))
        consume(2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if ((end < 0 ? m_buffer.size() : end) > kMaxHeadBytes)
        return refuse(431, QStringLiteral("The request's headers are too long"));
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.left(end);
    consume(end + 4);
    m_request = {};
    return parseHead(head) && chooseFraming();
}

bool HttpRequestReader::parseHead(const QByteArray &head)
{
    qsizetype from = 0;
    bool first = true;
    while (from <= head.size()) {
        qsizetype to = head.indexOf("\r\n", from);
        if (to < 0)
            to = head.size();
        const QByteArray line = head.mid(from, to - from);
        from = to + 2;
        if (first) {
            first = false;
            if (!parseRequestLine(line))
                return false;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.left(colon)) || line.contains('\0') || line.contains('\n')
            || line.contains('\r')) {
            return refuse(400, QStringLiteral("A header line is malformed"));
        }
        m_request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return true;
}

bool HttpRequestReader::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words[0]) || words[1].isEmpty() || line.contains('\0'))
        return refuse(400, QStringLiteral("The request line is malformed"));
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0")
        return refuse(505, QStringLiteral("Only HTTP/1.1 and HTTP/1.0 are spoken here"));
    m_request.method = words[0];
    m_request.target = words[1];
    m_request.minorVersion = words[2].endsWith('1') ? 1 : 0;
    return true;
}

bool HttpRequestReader::chooseFraming()
{
    m_expectsContinue = m_request.header("expect").toLower() == "100-continue";
    const bool hasCoding = m_request.hasHeader("transfer-encoding");
    const bool hasLength = m_request.hasHeader("content-length");
    // Both together are how requests get smuggled (RFC 9112, 6.1).
    if (hasCoding && hasLength)
        return refuse(400, QStringLiteral("Content-Length and Transfer-Encoding exclude each other"));
    if (hasCoding) {
        if (m_request.header("transfer-encoding").toLower() != "chunked")
            return refuse(501, QStringLiteral("Only the chunked transfer coding is known"));
        m_state = State::ChunkSize;
        return true;
    }
    if (!hasLength) {
        finishRequest();
        return true;
    }
    const std::optional<qsizetype> length = readSize(m_request.header("content-length"), 10);
    if (!length)
        return refuse(400, QStringLiteral("Content-Length is no number"));
    if (*length > kMaxBodyBytes)
        return refuse(413, QStringLiteral("The request's body is too large"));
    m_missing = *length;
    m_state = State::Length;
    return true;
}

bool HttpRequestReader::readLength()
{
    if (m_buffer.size() < m_missing)
        return false;
    m_request.body = m_buffer.left(m_missing);
    consume(m_missing);
    finishRequest();
    return true;
}

bool HttpRequestReader::readChunkSize()
{
    const std::optional<QByteArray> line = takeLine(kMaxLineBytes);
    if (!line)
        return false;
    const std::optional<qsizetype> size = readSize(line->split(';').constFirst().trimmed(), 16);
    if (!size)
        return refuse(400, QStringLiteral("A chunk's size is no number"));
    if (*size > kMaxBodyBytes - m_request.body.size())
        return refuse(413, QStringLiteral("The request's body is too large"));
    m_missing = *size;
    m_trailerBytes = 0;
    m_state = *size == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool HttpRequestReader::readChunkData()
{
    const qsizetype part = std::min(m_missing, m_buffer.size());
    m_request.body.append(m_buffer.left(part));
    consume(part);
    m_missing -= part;
    if (m_missing > 0)
        return false;
    m_state = State::ChunkEnd;
    return true;
}

bool HttpRequestReader::readChunkEnd()
{
    if (m_buffer.size() < 2)
        return false;
    if (!m_buffer.startsWith("\r\n"))
        return refuse(400, QStringLiteral("A chunk is longer than it said"));
    consume(2);
    m_state = State::ChunkSize;
    return true;
}

bool HttpRequestReader::readTrailer()
{
    const std::optional<QByteArray> line = takeLine(kMaxLineBytes);
    if (!line)
        return false;
    m_trailerBytes += line->size();
    if (m_trailerBytes > kMaxHeadBytes)
        return refuse(431, QStringLiteral("The request's trailer is too long"));
    if (line->isEmpty())
        finishRequest();
    return true;
}

bool HttpRequestReader::refuse(int status, const QString &message)
{
    m_failure = Failure{status, message};
    m_buffer.clear();
    return false;
}

void HttpRequestReader::finishRequest()
{
    m_ready.append(std::exchange(m_request, {}));
    m_state = State::Head;
    m_missing = 0;
}

std::optional<QByteArray> HttpRequestReader::takeLine(qsizetype limit)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if ((end < 0 ? m_buffer.size() : end) > limit) {
        refuse(400, QStringLiteral("A line of the chunked body is too long"));
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_buffer.left(end);
    consume(end + 2);
    return line;
}

void HttpRequestReader::consume(qsizetype count)
{
    m_buffer.remove(0, count);
}

} // namespace core
