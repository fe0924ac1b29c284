#include "core/chat/chatrequestencoder.h"

#include <QJsonDocument>

namespace core {

namespace {

QString roleName(Role role)
{
    switch (role) {
    case Role::System:
        return QStringLiteral("system");
    case Role::Assistant:
        return QStringLiteral("assistant");
    case Role::User:
        break;
    }
    return QStringLiteral("user");
}

QJsonObject imagePart(const ImagePart &image)
{
    const QString url = QStringLiteral("data:") + image.mimeType + QStringLiteral(";base64,")
        + QString::fromLatin1(image.data.toBase64());
    return {{QStringLiteral("type"), QStringLiteral("image_url")},
            {QStringLiteral("image_url"), QJsonObject{{QStringLiteral("url"), url}}}};
}

QJsonValue messageContent(const Message &message)
{
    if (message.images.isEmpty())
        return message.text;
    QJsonArray parts;
    if (!message.text.isEmpty()) {
        parts.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("text")},
                                 {QStringLiteral("text"), message.text}});
    }
    for (const ImagePart &image : message.images)
        parts.append(imagePart(image));
    return parts;
}

template <typename T>
void insertIfSet(QJsonObject *body, const QString &name, const std::optional<T> &value)
{
    if (value)
        body->insert(name, *value);
}

void insertParameters(QJsonObject *body, const ChatParameters &parameters, const Dialect &dialect)
{
    insertIfSet(body, QStringLiteral("temperature"), parameters.temperature);
    insertIfSet(body, QStringLiteral("top_p"), parameters.topP);
    insertIfSet(body, dialect.maxTokensField, parameters.maxTokens);
    insertIfSet(body, QStringLiteral("frequency_penalty"), parameters.frequencyPenalty);
    insertIfSet(body, QStringLiteral("presence_penalty"), parameters.presencePenalty);
    insertIfSet(body, QStringLiteral("seed"), parameters.seed);
    if (!parameters.reasoningEffort.isEmpty())
        body->insert(QStringLiteral("reasoning_effort"), parameters.reasoningEffort);
    if (!parameters.stop.isEmpty())
        body->insert(QStringLiteral("stop"), QJsonArray::fromStringList(parameters.stop));
    if (!parameters.responseFormat.isEmpty())
        body->insert(QStringLiteral("response_format"), parameters.responseFormat);
    if (!parameters.tools.isEmpty())
        body->insert(QStringLiteral("tools"), parameters.tools);
}

} // namespace

QByteArray encodeChatRequest(const ChatRequest &request, const Dialect &dialect)
{
    QJsonArray messages;
    for (const Message &message : request.messages) {
        messages.append(QJsonObject{{QStringLiteral("role"), roleName(message.role)},
                                    {QStringLiteral("content"), messageContent(message)}});
    }
    const QString streamKey = QStringLiteral("stream");
    QJsonObject body{{QStringLiteral("model"), request.model}, {QStringLiteral("messages"), messages}};
    insertParameters(&body, request.parameters, dialect);
    if (dialect.streaming)
        body.insert(streamKey, true);

    const QJsonObject &extra = request.parameters.extra;
    const bool streamed = extra.contains(streamKey) ? extra.value(streamKey).toBool() : dialect.streaming;
    if (streamed && dialect.includeUsage) {
        body.insert(QStringLiteral("stream_options"), QJsonObject{{QStringLiteral("include_usage"), true}});
    }
    for (auto member = extra.begin(); member != extra.end(); ++member) {
        body.remove(member.key());
        if (!member.value().isNull())
            body.insert(member.key(), member.value());
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace core
