#include "ui/compare/parametertexts.h"

#include "ui/compare/lanewords.h"

#include <QLocale>

namespace ui {

namespace {

using Field = core::ParameterField;
using Input = core::ParameterInput;
using Problem = core::ParameterProblem;

constexpr int kBrief = 40;

const char *const kSchema = R"({
    "type": "json_schema",
    "json_schema": {
        "name": "answer",
        "strict": true,
        "schema": {
            "type": "object",
            "properties": {"answer": {"type": "string"}},
            "required": ["answer"],
            "additionalProperties": false
        }
    }
})";

const char *const kTool = R"([
    {
        "type": "function",
        "function": {
            "name": "look_up",
            "description": "Looks something up",
            "parameters": {
                "type": "object",
                "properties": {"words": {"type": "string"}},
                "required": ["words"]
            }
        }
    }
])";

QString named(Field field)
{
    return LaneWords::tr("“%1”", "name of a parameter").arg(parameterLabel(field));
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 9);
}

QString formatName(const QJsonObject &format)
{
    const QString type = format.value(QLatin1StringView("type")).toString();
    if (type == QLatin1StringView("json_object"))
        return LaneWords::tr("JSON object");
    if (type == QLatin1StringView("json_schema"))
        return LaneWords::tr("JSON schema");
    return type == QLatin1StringView("text") ? LaneWords::tr("plain text") : type;
}

/// How a parameter of the line is written before its value.
QString shortName(Field field)
{
    switch (field) {
    case Field::Temperature:
        return LaneWords::tr("temp %1");
    case Field::TopP:
        return LaneWords::tr("top p %1");
    case Field::MaxTokens:
        return LaneWords::tr("max %1");
    case Field::FrequencyPenalty:
        return LaneWords::tr("frequency %1");
    case Field::PresencePenalty:
        return LaneWords::tr("presence %1");
    case Field::Seed:
        return LaneWords::tr("seed %1");
    case Field::ReasoningEffort:
        return LaneWords::tr("effort %1");
    case Field::Stop:
        return LaneWords::tr("stop %1");
    default:
        return QStringLiteral("%1");
    }
}

QString shortValue(const core::ChatParameters &parameters, Field field, const Input &input)
{
    if (field == Field::ResponseFormat && input.kind == Input::Kind::Value)
        return formatName(parameters.responseFormat);
    if (field == Field::Tools && input.kind == Input::Kind::Value)
        return parameters.tools.size() == 1
            ? LaneWords::tr("1 tool")
            : LaneWords::tr("%n tools", nullptr, static_cast<int>(parameters.tools.size()));
    if (field == Field::ResponseFormat || field == Field::Tools)
        return QStringLiteral("%1 %2").arg(core::parameterName(field), parameterBrief(input));
    return shortName(field).arg(parameterBrief(input));
}

} // namespace

QString parameterLabel(Field field)
{
    switch (field) {
    case Field::Temperature:
        return LaneWords::tr("Temperature");
    case Field::TopP:
        return LaneWords::tr("Top p");
    case Field::MaxTokens:
        return LaneWords::tr("Most output tokens");
    case Field::FrequencyPenalty:
        return LaneWords::tr("Frequency penalty");
    case Field::PresencePenalty:
        return LaneWords::tr("Presence penalty");
    case Field::Seed:
        return LaneWords::tr("Seed");
    case Field::ReasoningEffort:
        return LaneWords::tr("Reasoning effort");
    case Field::Stop:
        return LaneWords::tr("Stop sequences");
    case Field::ResponseFormat:
        return LaneWords::tr("Response format");
    case Field::Tools:
        return LaneWords::tr("Tools");
    case Field::Extra:
        break;
    }
    return LaneWords::tr("Further members");
}

QString parameterHint(Field field)
{
    switch (field) {
    case Field::Temperature:
        return LaneWords::tr("From 0, which is nearly always the same answer, to 2.");
    case Field::TopP:
        return LaneWords::tr("From 0 to 1: only the likeliest tokens that together have this share.");
    case Field::MaxTokens:
        return LaneWords::tr("Where an answer is cut off; reasoning counts. The estimate knows it.");
    case Field::FrequencyPenalty:
    case Field::PresencePenalty:
        return LaneWords::tr("From -2 to 2; more makes the model repeat itself less.");
    case Field::Seed:
        return LaneWords::tr("A whole number; the same one asks for the same answer again.");
    case Field::ReasoningEffort:
        return LaneWords::tr("How long a reasoning model may think: low, medium, high or what it knows.");
    case Field::Stop:
        return LaneWords::tr("Where the answer ends; one in a line. \\n stands for the end of a line.");
    case Field::ResponseFormat:
        return LaneWords::tr("text, json_object, or a JSON object with a schema.");
    case Field::Tools:
        return LaneWords::tr("A JSON array of tools that the model may ask for.");
    case Field::Extra:
        break;
    }
    return LaneWords::tr("A JSON object; its members are added to the request as they are.");
}

QString parameterProblemText(Field field, const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::NoNumber:
        return LaneWords::tr("%1 must be a number.").arg(named(field));
    case Problem::Kind::NoWholeNumber:
        return LaneWords::tr("%1 must be a whole number.").arg(named(field));
    case Problem::Kind::OutOfRange:
        return LaneWords::tr("%1 must be between %2 and %3; raw JSON takes any value.")
            .arg(named(field), number(problem.low), number(problem.high));
    case Problem::Kind::NoJson:
        return LaneWords::tr("%1 is no JSON: line %2, column %3: %4.")
            .arg(named(field), QString::number(problem.line), QString::number(problem.column), problem.words);
    case Problem::Kind::NoObject:
        return LaneWords::tr("%1 must be a JSON object.").arg(named(field));
    case Problem::Kind::NoArray:
        return LaneWords::tr("%1 must be a JSON array.").arg(named(field));
    case Problem::Kind::Lacks:
        return LaneWords::tr("%1 lacks %2, or it is of the wrong type.").arg(named(field), problem.words);
    case Problem::Kind::OwnRow:
        break;
    }
    const bool hasRow = problem.words != QLatin1StringView("model")
        && problem.words != QLatin1StringView("messages") && problem.words != QLatin1StringView("extra");
    return hasRow
        ? LaneWords::tr("%1 cannot hold %2, which has a row of its own.").arg(named(field), problem.words)
        : LaneWords::tr("%1 cannot hold %2, which the application sends.").arg(named(field), problem.words);
}

QString parameterLine(const core::ChatParameters &parameters)
{
    if (parameters == core::ChatParameters())
        return {};
    QStringList parts;
    for (const Field field : core::parameterFields()) {
        if (field == Field::Extra)
            continue;
        const Input input = core::parameterInput(parameters, field);
        if (input.kind == Input::Kind::Omitted)
            parts += LaneWords::tr("no %1", "a parameter that is not sent").arg(core::parameterName(field));
        else if (input.kind != Input::Kind::Unset)
            parts += shortValue(parameters, field, input);
    }
    for (auto member = parameters.extra.begin(); member != parameters.extra.end(); ++member) {
        const QList<Field> fields = core::parameterFields();
        const bool isNamed = std::any_of(fields.cbegin(), fields.cend(), [&member](Field field) {
            return core::parameterName(field) == member.key();
        });
        if (!isNamed)
            parts += member.key();
    }
    return parts.join(QStringLiteral(" · "));
}

QString parameterBrief(const Input &input)
{
    QString text = input.text.simplified();
    if (text.size() > kBrief)
        text = text.left(kBrief - 1) + QStringLiteral("…");
    return text;
}

QList<ParameterChoice> parameterChoices(Field field)
{
    if (field == Field::ReasoningEffort) {
        QList<ParameterChoice> choices;
        for (const char *effort : {"none", "minimal", "low", "medium", "high"})
            choices.append({QString::fromUtf8(effort), QString::fromUtf8(effort)});
        return choices;
    }
    if (field == Field::ResponseFormat)
        return {{LaneWords::tr("Plain text"), QStringLiteral("text")},
                {LaneWords::tr("Any JSON object"), QStringLiteral("json_object")},
                {LaneWords::tr("A JSON schema"), QString::fromUtf8(kSchema)}};
    if (field == Field::Tools)
        return {{LaneWords::tr("An example"), QString::fromUtf8(kTool)}};
    return {};
}

} // namespace ui
