#include "tests/support/fakeprovider.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace test {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

HeaderList with(HeaderList headers, const core::HttpHeader &header)
{
    headers.append(header);
    return headers;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~quint32(0);
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

void appendLittleEndian(QByteArray &to, quint32 value)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        to.append(static_cast<char>((value >> shift) & 0xFFU));
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

HeaderList sseHeaders()
{
    return {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}};
}

QJsonObject deltaChunk(const QString &model, const QJsonObject &delta, const QJsonValue &finishReason)
{
    return {{QStringLiteral("id"), QStringLiteral("chatcmpl-fake")},
            {QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
            {QStringLiteral("model"), model},
            {QStringLiteral("choices"),
             QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                    {QStringLiteral("delta"), delta},
                                    {QStringLiteral("finish_reason"), finishReason}}}}};
}

} // namespace

Step head(int status, const HeaderList &headers)
{
    Step step{Step::Kind::Head};
    step.bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const core::HttpHeader &header : headers) {
        step.bytes += header.first + ": " + header.second + "\r\n";
        const QByteArray name = header.first.toLower();
        step.chunked |= name == "transfer-encoding" && header.second.toLower() == "chunked";
        step.hasLength |= name == "content-length";
    }
    step.bytes += "\r\n";
    return step;
}

Step raw(const QByteArray &bytes)
{
    return {Step::Kind::Raw, bytes};
}

Step body(const QByteArray &bytes)
{
    return {Step::Kind::Body, bytes};
}

Step chunk(const QByteArray &bytes)
{
    return raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

Step sseEvent(const QJsonObject &data)
{
    return sseEvent(compact(data));
}

Step sseEvent(const QByteArray &data)
{
    return body("data: " + data + "\n\n");
}

Step sseDone()
{
    return sseEvent(QByteArray("[DONE]"));
}

Step end()
{
    return {Step::Kind::End};
}

Step delay(std::chrono::milliseconds wait)
{
    return {Step::Kind::Delay, {}, wait};
}

Step hang()
{
    return {Step::Kind::Hang};
}

Step reset()
{
    return {Step::Kind::Reset};
}

Step close()
{
    return {Step::Kind::Close};
}

Script respond(int status, const HeaderList &headers, const QByteArray &bytes)
{
    return {head(status, with(headers, {"Content-Length", QByteArray::number(bytes.size())})), body(bytes)};
}

Script respondJson(int status, const QJsonObject &json, const HeaderList &headers)
{
    return respond(status, with(headers, {"Content-Type", "application/json"}), compact(json));
}

Script respondGzip(int status, const HeaderList &headers, const QByteArray &bytes)
{
    return respond(status, with(headers, {"Content-Encoding", "gzip"}), gzip(bytes));
}

Script chunkedSse(const Script &steps)
{
    return openSse(steps) << end();
}

Script openSse(const Script &steps)
{
    return Script{head(200, with(sseHeaders(), {"Transfer-Encoding", "chunked"}))} + steps;
}

Script closeDelimitedSse(const Script &steps)
{
    return Script{head(200, with(sseHeaders(), {"Connection", "close"}))} + steps << end();
}

Script gzippedSse(const QByteArray &stream, qsizetype partSize)
{
    const HeaderList headers =
        with(with(sseHeaders(), {"Content-Encoding", "gzip"}), {"Transfer-Encoding", "chunked"});
    return Script{head(200, headers)} + split(gzip(stream), partSize) << end();
}

Script split(const QByteArray &bytes, qsizetype size)
{
    Script script;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        script << body(bytes.mid(at, size)) << delay(std::chrono::milliseconds(1));
    return script;
}

Script completion(const QStringList &pieces, const QString &model)
{
    Script steps;
    for (const QString &piece : pieces) {
        steps << sseEvent(
            deltaChunk(model, QJsonObject{{QStringLiteral("content"), piece}}, QJsonValue::Null));
    }
    steps << sseEvent(deltaChunk(model, QJsonObject(), QStringLiteral("stop")));
    const auto output = static_cast<int>(pieces.size());
    steps << sseEvent(QJsonObject{{QStringLiteral("id"), QStringLiteral("chatcmpl-fake")},
                                  {QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
                                  {QStringLiteral("model"), model},
                                  {QStringLiteral("choices"), QJsonArray()},
                                  {QStringLiteral("usage"),
                                   QJsonObject{{QStringLiteral("prompt_tokens"), 10},
                                               {QStringLiteral("completion_tokens"), output},
                                               {QStringLiteral("total_tokens"), 10 + output}}}});
    return chunkedSse(steps << sseDone());
}

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress() gives four bytes of length, a zlib stream with a two-byte head and a four-byte checksum;
    // the deflate data between them is the same in a gzip member (RFC 1952).
    const QByteArray zlib = qCompress(bytes);
    QByteArray member("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    member += zlib.mid(6, zlib.size() - 10);
    appendLittleEndian(member, crc32(bytes));
    appendLittleEndian(member, static_cast<quint32>(bytes.size()));
    return member;
}

} // namespace test
