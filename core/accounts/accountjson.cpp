#include "core/accounts/accountjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace core {

namespace {

struct ProxyModeName
{
    ProxyMode mode;
    QLatin1StringView name;
};

constexpr std::array<ProxyModeName, 4> kProxyModes{{
    {ProxyMode::System, QLatin1StringView("system")},
    {ProxyMode::None, QLatin1StringView("none")},
    {ProxyMode::Http, QLatin1StringView("http")},
    {ProxyMode::Socks5, QLatin1StringView("socks5")},
}};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::chrono::milliseconds duration(const QJsonObject &json, QStringView member,
                                   std::chrono::milliseconds fallback)
{
    return std::chrono::milliseconds(json.value(member).toInteger(fallback.count()));
}

} // namespace

QByteArray headersToJson(const QList<Header> &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers)
        array.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<Header> headersFromJson(const QByteArray &json)
{
    QList<Header> headers;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        headers += Header(value[0].toString().toUtf8(), value[1].toString().toUtf8());
    return headers;
}

QByteArray timeoutsToJson(const Timeouts &timeouts)
{
    return compact({{QStringLiteral("connect"), qint64(timeouts.connect.count())},
                    {QStringLiteral("first_token"), qint64(timeouts.firstToken.count())},
                    {QStringLiteral("idle"), qint64(timeouts.idle.count())},
                    {QStringLiteral("total"), qint64(timeouts.total.count())}});
}

Timeouts timeoutsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Timeouts timeouts;
    timeouts.connect = duration(object, u"connect", timeouts.connect);
    timeouts.firstToken = duration(object, u"first_token", timeouts.firstToken);
    timeouts.idle = duration(object, u"idle", timeouts.idle);
    timeouts.total = duration(object, u"total", timeouts.total);
    return timeouts;
}

QByteArray proxyToJson(const ProxySettings &proxy)
{
    QString mode;
    for (const ProxyModeName &entry : kProxyModes) {
        if (entry.mode == proxy.mode)
            mode = entry.name;
    }
    return compact({{QStringLiteral("mode"), mode},
                    {QStringLiteral("host"), proxy.host},
                    {QStringLiteral("port"), proxy.port},
                    {QStringLiteral("user"), proxy.user}});
}

ProxySettings proxyFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ProxySettings proxy;
    for (const ProxyModeName &entry : kProxyModes) {
        if (object.value(u"mode").toString() == entry.name)
            proxy.mode = entry.mode;
    }
    proxy.host = object.value(u"host").toString();
    proxy.port = static_cast<quint16>(object.value(u"port").toInt());
    proxy.user = object.value(u"user").toString();
    return proxy;
}

} // namespace core
