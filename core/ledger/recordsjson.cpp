#include "core/ledger/recordsjson.h"

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

template <typename T>
void insertIfSet(QJsonObject &object, const QString &key, const std::optional<T> &value)
{
    if (value)
        object.insert(key, *value);
}

std::optional<double> optionalDouble(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> optionalInteger(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

QByteArray parametersToJson(const ChatParameters &parameters)
{
    QJsonObject json;
    insertIfSet(json, QStringLiteral("temperature"), parameters.temperature);
    insertIfSet(json, QStringLiteral("top_p"), parameters.topP);
    insertIfSet(json, QStringLiteral("max_tokens"), parameters.maxTokens);
    insertIfSet(json, QStringLiteral("frequency_penalty"), parameters.frequencyPenalty);
    insertIfSet(json, QStringLiteral("presence_penalty"), parameters.presencePenalty);
    insertIfSet(json, QStringLiteral("seed"), parameters.seed);
    if (!parameters.reasoningEffort.isEmpty())
        json.insert(QStringLiteral("reasoning_effort"), parameters.reasoningEffort);
    if (!parameters.stop.isEmpty())
        json.insert(QStringLiteral("stop"), QJsonArray::fromStringList(parameters.stop));
    if (!parameters.responseFormat.isEmpty())
        json.insert(QStringLiteral("response_format"), parameters.responseFormat);
    if (!parameters.tools.isEmpty())
        json.insert(QStringLiteral("tools"), parameters.tools);
    if (!parameters.extra.isEmpty())
        json.insert(QStringLiteral("extra"), parameters.extra);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ChatParameters parametersFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ChatParameters parameters;
    parameters.temperature = optionalDouble(object, QStringLiteral("temperature"));
    parameters.topP = optionalDouble(object, QStringLiteral("top_p"));
    parameters.maxTokens = optionalInteger(object, QStringLiteral("max_tokens"));
    parameters.frequencyPenalty = optionalDouble(object, QStringLiteral("frequency_penalty"));
    parameters.presencePenalty = optionalDouble(object, QStringLiteral("presence_penalty"));
    parameters.seed = optionalInteger(object, QStringLiteral("seed"));
    parameters.reasoningEffort = object.value(QStringLiteral("reasoning_effort")).toString();
    const QJsonArray stop = object.value(QStringLiteral("stop")).toArray();
    for (const QJsonValue &word : stop)
        parameters.stop.append(word.toString());
    parameters.responseFormat = object.value(QStringLiteral("response_format")).toObject();
    parameters.tools = object.value(QStringLiteral("tools")).toArray();
    parameters.extra = object.value(QStringLiteral("extra")).toObject();
    return parameters;
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
