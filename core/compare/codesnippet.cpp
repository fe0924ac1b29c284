#include "core/compare/codesnippet.h"

#include "core/accounts/dialectnotes.h"
#include "core/accounts/presets.h"
#include "core/chat/chatrequestencoder.h"
#include "core/compare/lineage.h"
#include "core/net/httperrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

/// Parameters of the Python SDK's `chat.completions.create`; others go into `extra_body`.
/// https://github.com/openai/openai-python#undocumented-params
const QStringList &pythonArguments()
{
    static const QStringList names{
        QStringLiteral("model"),          QStringLiteral("messages"),
        QStringLiteral("temperature"),    QStringLiteral("top_p"),
        QStringLiteral("max_tokens"),     QStringLiteral("max_completion_tokens"),
        QStringLiteral("seed"),           QStringLiteral("frequency_penalty"),
        QStringLiteral("stop"),           QStringLiteral("presence_penalty"),
        QStringLiteral("tools"),          QStringLiteral("reasoning_effort"),
        QStringLiteral("stream"),         QStringLiteral("response_format"),
        QStringLiteral("stream_options"),
    };
    return names;
}

QString spaces(int depth, int width)
{
    return QString(depth * width, QLatin1Char(' '));
}

QString compact(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

/// A double-quoted string that JSON, JavaScript and Python read alike. Characters that end a line in some
/// editors or turn the order of text around are written as escapes.
QString quoted(const QString &text)
{
    QString literal;
    for (const QChar c : compact(text)) {
        const char16_t code = c.unicode();
        const bool hidden = code == 0x85 || code == 0x7f || code == 0xfeff
            || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (hidden)
            literal += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            literal += c;
    }
    return literal;
}

/// How a language writes what JSON can hold.
struct Notation
{
    int indent = 2;
    const char *yes = "true";
    const char *no = "false";
    const char *nothing = "null";
    bool trailingComma = false;
    /// `"__proto__": x` in a JavaScript literal sets the prototype instead of a member.
    bool computedProto = false;
};

constexpr Notation kJson{2, "true", "false", "null", false, false};
constexpr Notation kJavaScript{2, "true", "false", "null", true, true};
constexpr Notation kPython{4, "True", "False", "None", true, false};

QStringList orderedKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    int front = 0;
    for (const char *first : {"model", "role", "type", "name", "messages"}) {
        const qsizetype at = keys.indexOf(QLatin1StringView(first));
        if (at >= 0)
            keys.move(at, front++);
    }
    return keys;
}

QString literal(const QJsonValue &value, const Notation &notation, int depth);

QString listed(const QStringList &items, const Notation &notation, int depth, QChar open, QChar close)
{
    if (items.isEmpty())
        return QString(open) + close;
    const QString inner = spaces(depth + 1, notation.indent);
    const QString comma = notation.trailingComma ? QStringLiteral(",") : QString();
    return open + QLatin1Char('\n') + inner + items.join(QStringLiteral(",\n") + inner) + comma
        + QLatin1Char('\n') + spaces(depth, notation.indent) + close;
}

QString literal(const QJsonObject &object, const Notation &notation, int depth)
{
    QStringList items;
    for (const QString &key : orderedKeys(object)) {
        QString name = quoted(key);
        if (notation.computedProto && key == QLatin1StringView("__proto__"))
            name = QLatin1Char('[') + name + QLatin1Char(']');
        items += name + QStringLiteral(": ") + literal(object.value(key), notation, depth + 1);
    }
    return listed(items, notation, depth, QLatin1Char('{'), QLatin1Char('}'));
}

QString literal(const QJsonValue &value, const Notation &notation, int depth)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return QString::fromLatin1(value.toBool() ? notation.yes : notation.no);
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Object:
        return literal(value.toObject(), notation, depth);
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items += literal(item, notation, depth + 1);
        return listed(items, notation, depth, QLatin1Char('['), QLatin1Char(']'));
    }
    case QJsonValue::Double:
        return compact(value);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QString::fromLatin1(notation.nothing);
}

QJsonObject bodyOf(const CodeRequest &request)
{
    return QJsonDocument::fromJson(encodeChatRequest(request.request, request.dialect)).object();
}

QJsonObject headersOf(const CodeRequest &request)
{
    QJsonObject headers;
    for (const Header &header : request.headers)
        headers.insert(QString::fromUtf8(header.first), QString::fromUtf8(header.second));
    return headers;
}

QString baseUrlOf(const CodeRequest &request)
{
    return QString::fromUtf8(request.baseUrl.toEncoded(QUrl::RemoveUserInfo));
}

bool isStreamed(const QJsonObject &body)
{
    return body.value(QLatin1StringView("stream")).toBool();
}

/// Without a key the SDK would take one from OPENAI_API_KEY, which may be another provider's.
QString javaScriptKey(const QString &variable)
{
    return QStringLiteral("const apiKey = process.env.%1;\n"
                          "if (!apiKey) {\n"
                          "  throw new Error(\"%1 is not set\");\n"
                          "}\n\n")
        .arg(variable);
}

QString javaScript(const CodeRequest &request)
{
    const QJsonObject body = bodyOf(request);
    QStringList options{QStringLiteral("baseURL: ") + quoted(baseUrlOf(request))};
    const bool keyless = request.keyVariable.isEmpty();
    options += keyless ? QStringLiteral("apiKey: \"none\"") : QStringLiteral("apiKey");
    if (!request.headers.isEmpty())
        options += QStringLiteral("defaultHeaders: ") + literal(headersOf(request), kJavaScript, 1);
    QString code = QStringLiteral("import OpenAI from \"openai\";\n\n");
    code += keyless ? QString() : javaScriptKey(request.keyVariable);
    code += QStringLiteral("const client = new OpenAI(");
    code += listed(options, kJavaScript, 0, QLatin1Char('{'), QLatin1Char('}')) + QStringLiteral(");\n\n");
    code += isStreamed(body) ? QStringLiteral("const stream") : QStringLiteral("const completion");
    code += QStringLiteral(" = await client.chat.completions.create(") + literal(body, kJavaScript, 0)
        + QStringLiteral(");\n");
    if (isStreamed(body)) {
        code += QStringLiteral("for await (const chunk of stream) {\n"
                               "  process.stdout.write(chunk.choices[0]?.delta?.content ?? \"\");\n"
                               "}\n"
                               "process.stdout.write(\"\\n\");\n");
    } else {
        code += QStringLiteral("console.log(completion.choices[0].message.content);\n");
    }
    return code;
}

QString python(const CodeRequest &request)
{
    const QJsonObject body = bodyOf(request);
    QStringList options{QStringLiteral("base_url=") + quoted(baseUrlOf(request))};
    options += request.keyVariable.isEmpty()
        ? QStringLiteral("api_key=\"none\"")
        : QStringLiteral("api_key=os.environ[%1]").arg(quoted(request.keyVariable));
    if (!request.headers.isEmpty())
        options += QStringLiteral("default_headers=") + literal(headersOf(request), kPython, 1);
    QStringList arguments;
    QJsonObject extra;
    for (const QString &key : orderedKeys(body)) {
        if (pythonArguments().contains(key))
            arguments += key + QLatin1Char('=') + literal(body.value(key), kPython, 1);
        else
            extra.insert(key, body.value(key));
    }
    if (!extra.isEmpty())
        arguments += QStringLiteral("extra_body=") + literal(extra, kPython, 1);
    QString code = request.keyVariable.isEmpty() ? QString() : QStringLiteral("import os\n\n");
    code += QStringLiteral("from openai import OpenAI\n\nclient = OpenAI")
        + listed(options, kPython, 0, QLatin1Char('('), QLatin1Char(')')) + QStringLiteral("\n\n");
    code += isStreamed(body) ? QStringLiteral("stream") : QStringLiteral("completion");
    code += QStringLiteral(" = client.chat.completions.create")
        + listed(arguments, kPython, 0, QLatin1Char('('), QLatin1Char(')')) + QLatin1Char('\n');
    if (isStreamed(body)) {
        code += QStringLiteral("for chunk in stream:\n"
                               "    if chunk.choices and chunk.choices[0].delta.content:\n"
                               "        print(chunk.choices[0].delta.content, end=\"\", flush=True)\n"
                               "print()\n");
    } else {
        code += QStringLiteral("print(completion.choices[0].message.content)\n");
    }
    return code;
}

/// Between single quotes a shell reads everything as it is but the quote itself.
QString shellQuoted(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("'\\''"))
        + QLatin1Char('\'');
}

QString curl(const CodeRequest &request)
{
    const QString url =
        QString::fromUtf8(chatCompletionsUrl(request.baseUrl).toEncoded(QUrl::RemoveUserInfo));
    QStringList parts{QStringLiteral("curl --globoff --no-buffer --silent --show-error --fail-with-body ")
                      + shellQuoted(url)};
    parts += QStringLiteral("--header 'Content-Type: application/json'");
    if (!request.keyVariable.isEmpty())
        parts += QStringLiteral("--header \"Authorization: Bearer ${%1:?}\"").arg(request.keyVariable);
    for (const Header &header : request.headers)
        parts += QStringLiteral("--header ")
            + shellQuoted(QString::fromUtf8(header.first) + QStringLiteral(": ")
                          + QString::fromUtf8(header.second));
    // No line of JSON consists of a bare word, so nothing in it can end the document early.
    parts += QStringLiteral("--data-binary @- <<'JSON'\n");
    return parts.join(QStringLiteral(" \\\n  ")) + literal(bodyOf(request), kJson, 0)
        + QStringLiteral("\nJSON\n");
}

} // namespace

CodeRequest codeRequestFor(const CompareServices &services, const Account &account, const Target &target,
                           const QList<Message> &messages)
{
    const Preset *const preset = services.presets.find(account.presetId);
    CodeRequest request;
    request.baseUrl = account.baseUrl;
    request.keyVariable = keyVariableFor(account, preset);
    request.headers = account.headers;
    request.request = {target.name.model, messages, target.parameters};
    request.dialect =
        services.notes.apply(preset ? dialectOf(*preset) : Dialect{}, account.id, target.name.model);
    return request;
}

QList<Message> messagesSentBy(const QList<RunRecord> &turns, qint64 lane)
{
    if (turns.isEmpty())
        return {};
    const RunRecord &run = turns.constLast();
    const auto asked = std::find_if(run.lanes.cbegin(), run.lanes.cend(),
                                    [lane](const LaneRecord &record) { return record.laneId == lane; });
    if (asked == run.lanes.cend())
        return {};
    const QList<RunRecord> before = turns.first(turns.size() - 1);
    const LaneContext context = run.turn.lineage == Lineage::Shared ? sharedContext(before)
        : asked->parentLane != 0                                    ? branchOf(before, asked->parentLane)
                                                                    : LaneContext{};
    return messagesOf(run.system, context, run.prompt, run.images);
}

QString codeFor(CodeLanguage language, const CodeRequest &request)
{
    switch (language) {
    case CodeLanguage::JavaScript:
        return javaScript(request);
    case CodeLanguage::Python:
        return python(request);
    case CodeLanguage::Curl:
        break;
    }
    return curl(request);
}

QString keyVariableFor(const Account &account, const Preset *preset)
{
    if (account.keyStore == KeyStore::None)
        return {};
    if (account.keyStore == KeyStore::Environment && !account.keyVariable.isEmpty())
        return account.keyVariable;
    if (preset && !preset->variables.isEmpty())
        return preset->variables.constFirst();
    QString name;
    for (const QChar c : account.name.toUpper()) {
        const bool usable = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        name += usable ? c : QLatin1Char('_');
    }
    if (name.isEmpty() || name.at(0).isDigit())
        name.prepend(QLatin1Char('_'));
    return name + QStringLiteral("_API_KEY");
}

} // namespace core
