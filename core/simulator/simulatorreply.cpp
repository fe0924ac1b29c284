#include "core/simulator/simulatorreply.h"

#include <QJsonDocument>

namespace core {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

SimulatorReply jsonReply(int status, const QJsonObject &json)
{
    SimulatorReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.parts = {{QJsonDocument(json).toJson(QJsonDocument::Compact)}};
    return reply;
}

SimulatorReply errorReply(int status, const QString &message, const QString &type, const QString &code,
                          const QString &parameter)
{
    const QJsonObject error{{QStringLiteral("message"), message},
                            {QStringLiteral("type"), type},
                            {QStringLiteral("param"), orNull(parameter)},
                            {QStringLiteral("code"), orNull(code)}};
    return jsonReply(status, {{QStringLiteral("error"), error}});
}

QByteArray statusAndHeaders(int status, const QList<HttpHeader> &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const HttpHeader &header : headers)
        head += header.first + ": " + header.second + "\r\n";
    return head + "Server: switchyard-simulator\r\n\r\n";
}

} // namespace core
