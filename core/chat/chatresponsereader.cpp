#include "core/chat/chatresponsereader.h"

#include "core/chat/errorreader.h"
#include "core/chat/usagereader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Error unreadable(const QString &what)
{
    return {ErrorKind::Protocol, what};
}

/// `{}`, "" and false beside an answer mean that there is no error.
bool isError(const QJsonValue &value)
{
    return (value.isString() && !value.toString().isEmpty())
        || (value.isObject() && !value.toObject().isEmpty())
        || (value.isArray() && !value.toArray().isEmpty());
}

/// The text of a typed part, which Mistral nests once more: `{"thinking": [{"text": ...}]}`.
QString nestedText(const QJsonValue &value)
{
    QString text = value.toString();
    for (const QJsonValue &part : value.toArray())
        text +=
            part.isString() ? part.toString() : part.toObject().value(QLatin1StringView("text")).toString();
    return text;
}

QString firstText(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = nestedText(object.value(QLatin1StringView(name)));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// Reasoning by the field names in use; several may carry the same text, so the first one counts. Details are
/// OpenRouter's: https://openrouter.ai/docs/use-cases/reasoning-tokens
QString reasoningOf(const QJsonObject &message)
{
    QString reasoning = firstText(message, {"reasoning_content", "reasoning", "reasoning_text"});
    if (reasoning.isEmpty()) {
        for (const QJsonValue &detail : message.value(QLatin1StringView("reasoning_details")).toArray())
            reasoning += firstText(detail.toObject(), {"text", "summary"});
    }
    return reasoning;
}

} // namespace

ChatResponseReader::ChatResponseReader(const Dialect &dialect) : m_dialect(dialect) { }

ChatDelta ChatResponseReader::feed(const SseEvent &event)
{
    ChatDelta delta;
    const QByteArray data = event.data.trimmed();
    if (m_ended || data.isEmpty())
        return delta;
    if (data == "[DONE]") {
        m_ended = true;
        delta.ended = true;
        return delta;
    }
    const bool isErrorEvent = event.type == "error";
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (document.isObject()) {
        const QJsonObject chunk = document.object();
        if (isErrorEvent && !isError(chunk.value(QLatin1StringView("error"))))
            fail(readErrorObject(chunk));
        readChunk(chunk, &delta);
    } else if (document.isArray() && document.array().first().isObject()) {
        readChunk(document.array().first().toObject(), &delta); // Google wraps errors in an array
    } else if (isErrorEvent) {
        fail(readErrorObject(QString::fromUtf8(data)));
    } else if (event.type.isEmpty() || event.type == "message") {
        fail(unreadable(QStringLiteral("The stream held an event that is not JSON.")));
    }
    return delta;
}

ChatDelta ChatResponseReader::feedDocument(const QByteArray &json)
{
    ChatDelta delta;
    if (m_ended || m_error)
        return delta;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.isArray() ? document.array().first().toObject() : document.object();
    const bool hasChoices = object.value(QLatin1StringView("choices")).isArray();
    readChunk(object, &delta);
    if (!hasChoices && !m_error) {
        const bool saysWhy = object.value(QLatin1StringView("object")) == QLatin1StringView("error")
            || object.contains(QLatin1StringView("detail"));
        fail(saysWhy ? readErrorObject(object)
                     : unreadable(QStringLiteral("The answer is not a chat completion.")));
    }
    m_ended = true;
    delta.ended = true;
    const ThinkTagSplitter::Split rest = m_thinkTags.finish();
    m_completion.text += rest.text;
    m_completion.reasoning += rest.reasoning;
    delta.text += rest.text;
    delta.reasoning += rest.reasoning;
    return delta;
}

Completion ChatResponseReader::finish(ResponseEnd end, const std::optional<Error> &transportError) const
{
    Completion completion = m_completion;
    ThinkTagSplitter tags = m_thinkTags;
    const ThinkTagSplitter::Split rest = tags.finish();
    completion.text += rest.text;
    completion.reasoning += rest.reasoning;
    if (completion.usage.serviceTier.isEmpty())
        completion.usage.serviceTier = m_serviceTier;
    judgeCompletion(&completion, {end, m_ended, m_error, transportError});
    return completion;
}

void ChatResponseReader::readChunk(const QJsonObject &chunk, ChatDelta *delta)
{
    // The last counts win: servers that report on every chunk report what it came to so far.
    const Usage usage = readUsage(findUsage(chunk), m_dialect);
    if (usage.basis == UsageBasis::Reported || usage.reportedCost)
        m_completion.usage = usage;
    if (m_error)
        return;

    const QString model = chunk.value(QLatin1StringView("model")).toString();
    if (!model.isEmpty())
        m_completion.modelAnswered = model;
    // OpenAI and Groq say beside the usage in which tier they served the request.
    const QString serviceTier = chunk.value(QLatin1StringView("service_tier")).toString();
    if (!serviceTier.isEmpty())
        m_serviceTier = serviceTier;
    const QString fingerprint = chunk.value(QLatin1StringView("system_fingerprint")).toString();
    if (!fingerprint.isEmpty())
        m_completion.systemFingerprint = fingerprint;
    for (const QJsonValue &choice : chunk.value(QLatin1StringView("choices")).toArray()) {
        if (choice.toObject().value(QLatin1StringView("index")).toInteger(0) == 0)
            readChoice(choice.toObject(), delta);
    }
    readErrorOf(chunk);
}

void ChatResponseReader::readChoice(const QJsonObject &choice, ChatDelta *delta)
{
    const QJsonValue part = choice.value(QLatin1StringView("delta"));
    readMessage((part.isObject() ? part : choice.value(QLatin1StringView("message"))).toObject(), delta);
    addText(choice.value(QLatin1StringView("text")).toString(), delta);
    const QString finishReason = choice.value(QLatin1StringView("finish_reason")).toString();
    if (!finishReason.isEmpty())
        m_completion.finishReason = finishReason;
    readErrorOf(choice);
}

void ChatResponseReader::readMessage(const QJsonObject &message, ChatDelta *delta)
{
    addReasoning(reasoningOf(message), delta);
    readContent(message.value(QLatin1StringView("content")), delta);
    m_completion.refusal += message.value(QLatin1StringView("refusal")).toString();
    readToolCalls(message, delta);
}

void ChatResponseReader::readContent(const QJsonValue &content, ChatDelta *delta)
{
    if (content.isString())
        addText(content.toString(), delta);
    else if (content.isObject())
        readContentPart(content.toObject(), delta);
    for (const QJsonValue &part : content.toArray()) {
        if (part.isString())
            addText(part.toString(), delta);
        else
            readContentPart(part.toObject(), delta);
    }
}

void ChatResponseReader::readContentPart(const QJsonObject &part, ChatDelta *delta)
{
    const QString type = part.value(QLatin1StringView("type")).toString();
    if (type.startsWith(QLatin1StringView("thinking")) || type.startsWith(QLatin1StringView("reasoning")))
        addReasoning(firstText(part, {"thinking", "reasoning", "text", "summary"}), delta);
    else if (type == QLatin1StringView("refusal"))
        m_completion.refusal += part.value(QLatin1StringView("refusal")).toString();
    else
        addText(part.value(QLatin1StringView("text")).toString(), delta);
}

void ChatResponseReader::readToolCalls(const QJsonObject &message, ChatDelta *delta)
{
    qint64 position = 0;
    for (const QJsonValue &call : message.value(QLatin1StringView("tool_calls")).toArray()) {
        const QJsonObject object = call.toObject();
        readToolCall(object, object.value(QLatin1StringView("index")).toInteger(position++));
        delta->toolCall = true;
    }
    const QJsonValue legacy = message.value(QLatin1StringView("function_call"));
    if (legacy.isObject()) {
        readToolCall({{QStringLiteral("function"), legacy}}, -1);
        delta->toolCall = true;
    }
}

void ChatResponseReader::readToolCall(const QJsonObject &call, qint64 index)
{
    const QString id = call.value(QLatin1StringView("id")).toString();
    const QJsonObject function = call.value(QLatin1StringView("function")).toObject();
    const QString name = function.value(QLatin1StringView("name")).toString();
    const auto known = m_toolCallAt.constFind(index);
    qsizetype at = known == m_toolCallAt.constEnd() ? -1 : *known;
    // Some servers give every call of an answer the same index; a new id with a name is a new call.
    const bool isAnother =
        at >= 0 && !id.isEmpty() && !name.isEmpty() && m_completion.toolCalls.at(at).id != id;
    if (at < 0 || isAnother) {
        at = m_completion.toolCalls.size();
        m_completion.toolCalls.append(ToolCall{});
        m_toolCallAt.insert(index, at);
    }
    ToolCall &target = m_completion.toolCalls[at];
    if (target.id.isEmpty())
        target.id = id;
    if (target.name != name) // repeated in every piece by some, cut into pieces by none
        target.name += name;
    const QJsonValue arguments = function.value(QLatin1StringView("arguments"));
    target.arguments += arguments.isObject() ? compactJson(arguments.toObject()) : arguments.toString();
}

void ChatResponseReader::addText(const QString &text, ChatDelta *delta)
{
    if (text.isEmpty())
        return;
    const ThinkTagSplitter::Split split = m_thinkTags.feed(text);
    m_completion.text += split.text;
    delta->text += split.text;
    addReasoning(split.reasoning, delta);
}

void ChatResponseReader::addReasoning(const QString &reasoning, ChatDelta *delta)
{
    m_completion.reasoning += reasoning;
    delta->reasoning += reasoning;
}

void ChatResponseReader::readErrorOf(const QJsonObject &object)
{
    const QJsonValue error = object.value(QLatin1StringView("error"));
    if (isError(error))
        fail(readErrorObject(error));
}

void ChatResponseReader::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

} // namespace core
