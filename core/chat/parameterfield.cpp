#include "core/chat/parameterfield.h"

#include "core/chat/parametersjson.h"

#include <QJsonDocument>

#include <cmath>

namespace core {

namespace {

using Kind = ParameterInput::Kind;
using Problem = ParameterProblem::Kind;

struct Range
{
    double low;
    double high;
};

/// As the OpenAI API documents them; other providers take less or, as raw JSON, more.
/// https://platform.openai.com/docs/api-reference/chat/create
Range rangeOf(ParameterField field)
{
    switch (field) {
    case ParameterField::Temperature:
        return {0.0, 2.0};
    case ParameterField::TopP:
        return {0.0, 1.0};
    case ParameterField::FrequencyPenalty:
    case ParameterField::PresencePenalty:
        return {-2.0, 2.0};
    case ParameterField::MaxTokens:
        return {1.0, 100'000'000.0};
    default:
        // What a JSON number holds exactly.
        return {-9'007'199'254'740'992.0, 9'007'199'254'740'992.0};
    }
}

ParameterProblem problem(Problem kind, const QString &words = {})
{
    ParameterProblem found;
    found.kind = kind;
    found.words = words;
    return found;
}

/// The JSON that `text` is; any kind of it, which QJsonDocument alone takes only within an array.
std::optional<ParameterProblem> parseJson(const QString &text, QJsonValue *value)
{
    const QByteArray wrapped = "[" + text.toUtf8() + "\n]";
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped, &error);
    if (error.error == QJsonParseError::NoError && document.array().size() == 1) {
        *value = document.array().first();
        return std::nullopt;
    }
    const qsizetype bytes = text.toUtf8().size();
    qsizetype at = std::clamp<qsizetype>(error.offset - 1, 0, bytes);
    if (error.error == QJsonParseError::NoError) { // none, or several with commas between them
        error.error = QJsonParseError::IllegalValue;
        at = bytes;
    }
    const QString before = QString::fromUtf8(text.toUtf8().first(at));
    ParameterProblem found = problem(Problem::NoJson, error.errorString());
    found.line = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
    found.column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1)) + 1;
    return found;
}

QString jsonText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

QString escaped(QString sequence)
{
    return sequence.replace(QLatin1Char('\\'), QLatin1StringView("\\\\"))
        .replace(QLatin1Char('\n'), QLatin1StringView("\\n"))
        .replace(QLatin1Char('\t'), QLatin1StringView("\\t"));
}

QString unescaped(const QString &line)
{
    QString sequence;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar next = i + 1 < line.size() ? line.at(i + 1) : QChar();
        if (line.at(i) != QLatin1Char('\\') || !QStringLiteral("nt\\").contains(next) || next.isNull()) {
            sequence += line.at(i);
            continue;
        }
        sequence += next == QLatin1Char('n') ? QLatin1Char('\n')
            : next == QLatin1Char('t')       ? QLatin1Char('\t')
                                             : QLatin1Char('\\');
        ++i;
    }
    return sequence;
}

std::optional<ParameterProblem> checkTools(const QJsonArray &tools)
{
    for (qsizetype i = 0; i < tools.size(); ++i) {
        if (!tools.at(i).toObject().value(QLatin1StringView("type")).isString())
            return problem(Problem::Lacks, QStringLiteral("tools[%1].type").arg(i));
    }
    return std::nullopt;
}

std::optional<ParameterProblem> checkFormat(const QJsonObject &format)
{
    const QString prefix = QStringLiteral("response_format.");
    const QJsonValue type = format.value(QLatin1StringView("type"));
    if (!type.isString())
        return problem(Problem::Lacks, prefix + QStringLiteral("type"));
    if (type.toString() != QLatin1StringView("json_schema"))
        return std::nullopt;
    const QJsonObject schema = format.value(QLatin1StringView("json_schema")).toObject();
    if (!schema.value(QLatin1StringView("name")).isString())
        return problem(Problem::Lacks, prefix + QStringLiteral("json_schema.name"));
    if (!schema.value(QLatin1StringView("schema")).isObject())
        return problem(Problem::Lacks, prefix + QStringLiteral("json_schema.schema"));
    return std::nullopt;
}

/// Names among the further members that would be overlooked, or would undo what the application does.
bool hasOwnRow(const QString &name)
{
    const QStringList own{QStringLiteral("model"), QStringLiteral("messages"), QStringLiteral("extra")};
    const QList<ParameterField> fields = parameterFields();
    return own.contains(name) || std::any_of(fields.cbegin(), fields.cend(), [&name](ParameterField field) {
               return parameterName(field) == name;
           });
}

/// The members of `extra` that are no raw value of a named parameter.
QJsonObject furtherMembers(const ChatParameters &parameters)
{
    QJsonObject further = parameters.extra;
    for (const ParameterField field : parameterFields())
        further.remove(parameterName(field));
    return further;
}

std::optional<ParameterProblem> setNumber(ChatParameters &parameters, ParameterField field,
                                          const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return problem(Problem::NoNumber);
    const bool whole = field == ParameterField::MaxTokens || field == ParameterField::Seed;
    if (whole && value != std::floor(value))
        return problem(Problem::NoWholeNumber);
    if (const Range range = rangeOf(field); value < range.low || value > range.high) {
        ParameterProblem found = problem(Problem::OutOfRange);
        found.low = range.low;
        found.high = range.high;
        return found;
    }
    if (field == ParameterField::Temperature)
        parameters.temperature = value;
    else if (field == ParameterField::TopP)
        parameters.topP = value;
    else if (field == ParameterField::FrequencyPenalty)
        parameters.frequencyPenalty = value;
    else if (field == ParameterField::PresencePenalty)
        parameters.presencePenalty = value;
    else if (field == ParameterField::MaxTokens)
        parameters.maxTokens = static_cast<qint64>(value);
    else
        parameters.seed = static_cast<qint64>(value);
    return std::nullopt;
}

std::optional<ParameterProblem> setFormat(ChatParameters &parameters, const QString &text)
{
    if (text == QLatin1StringView("text") || text == QLatin1StringView("json_object")) {
        parameters.responseFormat = {{QStringLiteral("type"), text}};
        return std::nullopt;
    }
    QJsonValue value;
    if (const auto found = parseJson(text, &value))
        return found;
    if (!value.isObject())
        return problem(Problem::NoObject);
    if (const auto found = checkFormat(value.toObject()))
        return found;
    parameters.responseFormat = value.toObject();
    return std::nullopt;
}

std::optional<ParameterProblem> setTools(ChatParameters &parameters, const QString &text)
{
    QJsonValue value;
    if (const auto found = parseJson(text, &value))
        return found;
    if (!value.isArray())
        return problem(Problem::NoArray);
    if (const auto found = checkTools(value.toArray()))
        return found;
    parameters.tools = value.toArray();
    return std::nullopt;
}

std::optional<ParameterProblem> setFurther(ChatParameters &parameters, const QString &text)
{
    QJsonValue value;
    if (const auto found = parseJson(text, &value))
        return found;
    if (!value.isObject())
        return problem(Problem::NoObject);
    const QJsonObject further = value.toObject();
    for (const QString &name : further.keys()) {
        if (hasOwnRow(name))
            return problem(Problem::OwnRow, name);
    }
    for (auto member = further.begin(); member != further.end(); ++member)
        parameters.extra.insert(member.key(), member.value());
    return std::nullopt;
}

std::optional<ParameterProblem> setValue(ChatParameters &parameters, ParameterField field,
                                         const QString &text)
{
    switch (field) {
    case ParameterField::ReasoningEffort:
        parameters.reasoningEffort = text;
        return std::nullopt;
    case ParameterField::Stop:
        for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            parameters.stop.append(unescaped(line));
        return std::nullopt;
    case ParameterField::ResponseFormat:
        return setFormat(parameters, text);
    case ParameterField::Tools:
        return setTools(parameters, text);
    case ParameterField::Extra:
        return setFurther(parameters, text);
    default:
        return setNumber(parameters, field, text);
    }
}

void unset(ChatParameters &parameters, ParameterField field)
{
    if (field == ParameterField::Extra) {
        for (const QString &name : furtherMembers(parameters).keys())
            parameters.extra.remove(name);
        return;
    }
    QJsonObject json = parametersToJson(parameters);
    json.remove(parameterName(field));
    QJsonObject extra = parameters.extra;
    extra.remove(parameterName(field));
    parameters = parametersFromJson(json);
    parameters.extra = extra;
}

} // namespace

QList<ParameterField> parameterFields()
{
    QList<ParameterField> fields;
    for (int i = 0; i < kParameterFields; ++i)
        fields.append(static_cast<ParameterField>(i));
    return fields;
}

QString parameterName(ParameterField field)
{
    static const QStringList names{
        QStringLiteral("temperature"),      QStringLiteral("top_p"),
        QStringLiteral("max_tokens"),       QStringLiteral("frequency_penalty"),
        QStringLiteral("presence_penalty"), QStringLiteral("seed"),
        QStringLiteral("reasoning_effort"), QStringLiteral("stop"),
        QStringLiteral("response_format"),  QStringLiteral("tools"),
    };
    return names.value(static_cast<int>(field));
}

bool isJsonParameter(ParameterField field)
{
    return field == ParameterField::ResponseFormat || field == ParameterField::Tools
        || field == ParameterField::Extra;
}

ParameterInput parameterInput(const ChatParameters &parameters, ParameterField field)
{
    if (field == ParameterField::Extra) {
        const QJsonObject further = furtherMembers(parameters);
        return further.isEmpty() ? ParameterInput{} : ParameterInput{Kind::Value, jsonText(further)};
    }
    const QString name = parameterName(field);
    if (parameters.extra.contains(name)) {
        const QJsonValue raw = parameters.extra.value(name);
        return raw.isNull() ? ParameterInput{Kind::Omitted} : ParameterInput{Kind::Raw, jsonText(raw)};
    }
    const QJsonValue value = parametersToJson(parameters).value(name);
    if (value.isUndefined())
        return {};
    if (field == ParameterField::Stop) {
        QStringList lines;
        for (const QString &sequence : parameters.stop)
            lines += escaped(sequence);
        return {Kind::Value, lines.join(QLatin1Char('\n'))};
    }
    const QJsonObject &format = parameters.responseFormat;
    const QString type = format.value(QLatin1StringView("type")).toString();
    if (field == ParameterField::ResponseFormat && format.size() == 1
        && (type == QLatin1StringView("text") || type == QLatin1StringView("json_object")))
        return {Kind::Value, type};
    return {Kind::Value, value.isString() ? value.toString() : jsonText(value)};
}

std::optional<ParameterProblem> setParameter(ChatParameters &parameters, ParameterField field,
                                             const ParameterInput &input)
{
    ChatParameters changed = parameters;
    unset(changed, field);
    const QString text = input.text.trimmed();
    std::optional<ParameterProblem> found;
    if (input.kind == Kind::Omitted && field != ParameterField::Extra) {
        changed.extra.insert(parameterName(field), QJsonValue::Null);
    } else if (input.kind == Kind::Raw && field != ParameterField::Extra) {
        QJsonValue raw;
        found = parseJson(text, &raw);
        changed.extra.insert(parameterName(field), raw);
    } else if (input.kind == Kind::Value && !text.isEmpty()) {
        found = setValue(changed, field, field == ParameterField::Stop ? input.text : text);
    }
    if (!found)
        parameters = changed;
    return found;
}

QString rawJsonOf(ParameterField field, const ParameterInput &input)
{
    if (input.kind == Kind::Raw)
        return input.text;
    ChatParameters parameters;
    if (input.kind != Kind::Value || setParameter(parameters, field, input))
        return {};
    const QJsonValue value = parametersToJson(parameters).value(parameterName(field));
    return value.isUndefined() ? QString() : jsonText(value);
}

int countParameters(const ChatParameters &parameters)
{
    QJsonObject set = parametersToJson(parameters);
    set.remove(QStringLiteral("extra"));
    for (const QString &name : parameters.extra.keys())
        set.insert(name, true);
    return static_cast<int>(set.size());
}

std::optional<qint64> outputLimit(const ChatParameters &parameters)
{
    for (const QString &name : {QStringLiteral("max_tokens"), QStringLiteral("max_completion_tokens")}) {
        const QJsonValue raw = parameters.extra.value(name);
        if (raw.isDouble() && raw.toDouble() >= 1.0)
            return raw.toInteger();
    }
    return parameters.maxTokens;
}

} // namespace core
