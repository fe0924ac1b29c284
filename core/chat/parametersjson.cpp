#include "core/chat/parametersjson.h"

namespace core {

namespace {

template <typename T>
void insertIfSet(QJsonObject &json, const QString &name, const std::optional<T> &value)
{
    if (value)
        json.insert(name, *value);
}

std::optional<double> numberIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> wholeIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

QJsonObject parametersToJson(const ChatParameters &parameters)
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
    return json;
}

ChatParameters parametersFromJson(const QJsonObject &json)
{
    ChatParameters parameters;
    parameters.temperature = numberIn(json, QStringLiteral("temperature"));
    parameters.topP = numberIn(json, QStringLiteral("top_p"));
    parameters.maxTokens = wholeIn(json, QStringLiteral("max_tokens"));
    parameters.frequencyPenalty = numberIn(json, QStringLiteral("frequency_penalty"));
    parameters.presencePenalty = numberIn(json, QStringLiteral("presence_penalty"));
    parameters.seed = wholeIn(json, QStringLiteral("seed"));
    parameters.reasoningEffort = json.value(QStringLiteral("reasoning_effort")).toString();
    for (const QJsonValue &stop : json.value(QStringLiteral("stop")).toArray())
        parameters.stop.append(stop.toString());
    parameters.responseFormat = json.value(QStringLiteral("response_format")).toObject();
    parameters.tools = json.value(QStringLiteral("tools")).toArray();
    parameters.extra = json.value(QStringLiteral("extra")).toObject();
    return parameters;
}

ChatParameters mergedParameters(const ChatParameters &base, const ChatParameters &over)
{
    QJsonObject merged = parametersToJson(base);
    QJsonObject extra = merged.value(QStringLiteral("extra")).toObject();
    const QJsonObject additions = parametersToJson(over);
    for (auto member = additions.begin(); member != additions.end(); ++member) {
        merged.insert(member.key(), member.value());
        extra.remove(member.key()); // a raw value of the same name would be sent in its place
    }
    for (auto member = over.extra.begin(); member != over.extra.end(); ++member) {
        merged.remove(member.key());
        extra.insert(member.key(), member.value());
    }
    for (const QString &name : extra.keys()) {
        if (extra.value(name).isNull()) {
            merged.remove(name);
            extra.remove(name);
        }
    }
    ChatParameters parameters = parametersFromJson(merged);
    parameters.extra = extra;
    return parameters;
}

} // namespace core
