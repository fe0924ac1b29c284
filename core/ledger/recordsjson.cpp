#include "core/ledger/recordsjson.h"

#include "core/chat/parametersjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

const QString kType = QStringLiteral("type");
const QString kData = QStringLiteral("data");
const QString kId = QStringLiteral("id");
const QString kName = QStringLiteral("name");
const QString kArguments = QStringLiteral("arguments");

} // namespace

QByteArray parametersText(const ChatParameters &parameters)
{
    return QJsonDocument(parametersToJson(parameters)).toJson(QJsonDocument::Compact);
}

ChatParameters parametersFromText(const QByteArray &text)
{
    return parametersFromJson(QJsonDocument::fromJson(text).object());
}

QByteArray tagsToJson(const QHash<QString, QString> &tags)
{
    QJsonObject json;
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        json.insert(tag.key(), tag.value());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QHash<QString, QString> tagsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QHash<QString, QString> tags;
    for (auto tag = object.begin(); tag != object.end(); ++tag)
        tags.insert(tag.key(), tag.value().toString());
    return tags;
}

QByteArray imagesToJson(const QList<ImagePart> &images)
{
    QJsonArray json;
    for (const ImagePart &image : images)
        json.append(
            QJsonObject{{kType, image.mimeType}, {kData, QString::fromLatin1(image.data.toBase64())}});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QList<ImagePart> imagesFromJson(const QByteArray &json)
{
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    QList<ImagePart> images;
    for (const QJsonValue &image : array)
        images.append({QByteArray::fromBase64(image[kData].toString().toLatin1()), image[kType].toString()});
    return images;
}

QByteArray toolCallsToJson(const QList<ToolCall> &calls)
{
    QJsonArray json;
    for (const ToolCall &call : calls)
        json.append(QJsonObject{{kId, call.id}, {kName, call.name}, {kArguments, call.arguments}});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QList<ToolCall> toolCallsFromJson(const QByteArray &json)
{
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    QList<ToolCall> calls;
    for (const QJsonValue &call : array)
        calls.append({call[kId].toString(), call[kName].toString(), call[kArguments].toString()});
    return calls;
}

} // namespace core
