#include "core/simulator/simulatedask.h"

#include "core/simulator/tokens.h"

#include <QJsonDocument>

namespace core {

namespace {

// What OpenAI's chat format adds, by https://github.com/openai/openai-cookbook (How to count tokens).
constexpr qint64 kTokensPerMessage = 4;
constexpr qint64 kTokensPerReply = 3;
constexpr qint64 kTokensPerImage = 258;

Error wrong(const QString &parameter, const QString &message)
{
    Error error{ErrorKind::InvalidRequest, message};
    error.code = parameter;
    return error;
}

/// The text of a message's content, a string or a list of parts; its pictures are appended to `images`.
QString readContent(const QJsonValue &content, QStringList &images)
{
    if (content.isString())
        return content.toString();
    QStringList texts;
    const QJsonArray parts = content.toArray();
    for (const QJsonValue part : parts) {
        const QJsonObject object = part.toObject();
        const QString type = object.value(QLatin1String("type")).toString();
        if (type == QLatin1String("text"))
            texts.append(object.value(QLatin1String("text")).toString());
        else if (type == QLatin1String("image_url"))
            images.append(object.value(QLatin1String("image_url"))[QLatin1String("url")].toString());
    }
    return texts.join(QLatin1Char('\n'));
}

std::optional<Error> readMessages(const QJsonArray &messages, SimulatedAsk &ask)
{
    ask.inputTokens = kTokensPerReply;
    for (const QJsonValue value : messages) {
        const QJsonObject message = value.toObject();
        const QString role = message.value(QLatin1String("role")).toString();
        if (role.isEmpty())
            return wrong(QStringLiteral("messages"), QStringLiteral("Every message needs a 'role'."));
        ask.endsWithAssistant = role == QLatin1String("assistant");
        QStringList images;
        const QString text = readContent(message.value(QLatin1String("content")), images);
        ask.inputTokens += kTokensPerMessage + countTokens(text) + kTokensPerImage * images.size();
        if (role == QLatin1String("system") || role == QLatin1String("developer")) {
            ask.system = ask.system.isEmpty() ? text : ask.system + QLatin1Char('\n') + text;
        } else if (role == QLatin1String("user")) {
            ask.prompt = text;
            ask.images = images;
            ++ask.turns;
        }
    }
    return std::nullopt;
}

QString readToolChoice(const QJsonValue &choice)
{
    if (choice.isObject())
        return choice[QLatin1String("function")][QLatin1String("name")].toString();
    return choice.toString(QStringLiteral("auto"));
}

std::optional<Error> readLimits(const QJsonObject &body, SimulatedAsk &ask)
{
    for (const QString &name : {QStringLiteral("max_completion_tokens"), QStringLiteral("max_tokens")}) {
        const QJsonValue limit = body.value(name);
        if (limit.isUndefined() || limit.isNull())
            continue;
        if (!limit.isDouble() || limit.toInteger() < 1)
            return wrong(name, QStringLiteral("'%1' has to be a whole number of at least 1.").arg(name));
        ask.maxTokens = limit.toInteger();
        break;
    }
    const QJsonValue stop = body.value(QLatin1String("stop"));
    if (stop.isString())
        ask.stop.append(stop.toString());
    const QJsonArray stops = stop.toArray();
    for (const QJsonValue one : stops)
        ask.stop.append(one.toString());
    ask.stop.removeAll(QString());
    if (body.value(QLatin1String("n")).toInteger(1) != 1)
        return wrong(QStringLiteral("n"), QStringLiteral("Only n = 1 is supported."));
    return std::nullopt;
}

} // namespace

quint32 SimulatedAsk::hash() const
{
    // FNV-1a: qHash() may differ between machines, and the answers must not.
    quint32 hash = 2'166'136'261U;
    const QByteArray bytes = (model + QChar(0) + system + QChar(0) + prompt).toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 16'777'619U;
    return hash ^ (hash >> 15);
}

Result<SimulatedAsk> readAsk(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (!document.isObject()) {
        return wrong(QString(),
                     QStringLiteral("The body of the request is not a JSON object (%1).")
                         .arg(parseError.errorString()));
    }
    const QJsonObject object = document.object();
    SimulatedAsk ask;
    ask.model = object.value(QLatin1String("model")).toString();
    if (ask.model.isEmpty())
        return wrong(QStringLiteral("model"), QStringLiteral("You must provide a model parameter."));
    const QJsonArray messages = object.value(QLatin1String("messages")).toArray();
    if (messages.isEmpty())
        return wrong(QStringLiteral("messages"),
                     QStringLiteral("'messages' has to be a list that is not empty."));
    if (std::optional<Error> error = readMessages(messages, ask))
        return *std::move(error);
    if (std::optional<Error> error = readLimits(object, ask))
        return *std::move(error);
    ask.stream = object.value(QLatin1String("stream")).toBool();
    ask.includeUsage = object.value(QLatin1String("stream_options"))[QLatin1String("include_usage")].toBool();
    ask.responseFormat = object.value(QLatin1String("response_format")).toObject();
    ask.tools = object.value(QLatin1String("tools")).toArray();
    ask.toolChoice = readToolChoice(object.value(QLatin1String("tool_choice")));
    return ask;
}

} // namespace core
