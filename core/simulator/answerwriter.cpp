#include "core/simulator/answerwriter.h"

#include "core/simulator/genericanswer.h"
#include "core/simulator/samples.h"
#include "core/simulator/schemasample.h"
#include "core/simulator/tokens.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 kFaultLength = 60;
constexpr qint64 kFilteredAfter = 12;
/// A fault within the answer needs an answer this long.
constexpr qint64 kLeastFaultyTokens = 100;

/// The sample's answer of that model; the models without one of their own say what `swift` says.
QString sampleText(const Sample &sample, const QString &model)
{
    return sample.answers.value(model, sample.answers.value(QStringLiteral("swift")));
}

/// The first fenced block of a text if it is a JSON object, else nothing.
QJsonObject fencedObject(const QString &text)
{
    static const QRegularExpression fence(QStringLiteral("```json\\n(.*?)\\n```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    return QJsonDocument::fromJson(fence.match(text).captured(1).toUtf8()).object();
}

QString compact(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
}

QString jsonText(const Personality &personality, const SimulatedAsk &ask, const QString &plain)
{
    const QJsonObject schema =
        ask.responseFormat.value(QLatin1String("json_schema"))[QLatin1String("schema")].toObject();
    if (!schema.isEmpty())
        return compact(sampleForSchema(schema, QString()));
    if (const QJsonObject object = fencedObject(plain); !object.isEmpty())
        return compact(object);
    QJsonObject object{{QStringLiteral("simulated"), true},
                       {QStringLiteral("model"), personality.id},
                       {QStringLiteral("topic"), topicOf(ask.prompt)},
                       {QStringLiteral("words"), ask.prompt.simplified().count(QLatin1Char(' ')) + 1}};
    if (personality.manner == Manner::Thorough)
        object.insert(QStringLiteral("answer"), plain);
    return compact(object);
}

bool wantsJson(const SimulatedAsk &ask)
{
    const QString type = ask.responseFormat.value(QLatin1String("type")).toString();
    return type == QLatin1String("json_object") || type == QLatin1String("json_schema");
}

/// The function to call, or an empty object where text is the answer.
QJsonObject functionToCall(const SimulatedAsk &ask)
{
    if (ask.toolChoice == QLatin1String("auto") || ask.toolChoice == QLatin1String("none"))
        return {};
    for (const QJsonValue tool : ask.tools) {
        const QJsonObject function = tool[QLatin1String("function")].toObject();
        if (ask.toolChoice == QLatin1String("required")
            || function.value(QLatin1String("name")).toString() == ask.toolChoice) {
            return function;
        }
    }
    return {};
}

SimulatedAnswer toolCallAnswer(const SimulatedAsk &ask, const QJsonObject &function)
{
    const QString arguments =
        compact(sampleForSchema(function.value(QLatin1String("parameters")).toObject(), QString()));
    const QString name = function.value(QLatin1String("name")).toString();
    SimulatedAnswer answer;
    answer.toolCalls.append(QJsonObject{
        {QStringLiteral("id"), QStringLiteral("call_sim%1").arg(ask.hash(), 8, 16, QLatin1Char('0'))},
        {QStringLiteral("type"), QStringLiteral("function")},
        {QStringLiteral("function"),
         QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("arguments"), arguments}}}});
    answer.toolCallTokens = countTokens(name) + countTokens(arguments);
    answer.finishReason = QStringLiteral("tool_calls");
    return answer;
}

QString plainText(const Personality &personality, const SimulatedAsk &ask,
                  const std::optional<Sample> &sample)
{
    QString text;
    if (!ask.system.isEmpty())
        text += QStringLiteral("*Keeping to the system prompt: “%1”.*\n\n").arg(topicOf(ask.system));
    if (ask.turns > 1)
        text += QStringLiteral("*This is turn %1 of our conversation.*\n\n").arg(ask.turns);
    const bool describesImages = !ask.images.isEmpty() && personality.takesImages;
    if (sample && !describesImages)
        return text + sampleText(*sample, personality.id);
    return text + genericAnswer(personality, ask);
}

QString lengthened(QString text)
{
    while (countTokens(text) < kLeastFaultyTokens)
        text +=
            QStringLiteral(" This sentence only lengthens the answer, so that the fault falls within it.");
    return text;
}

QString upToStop(QString text, const QStringList &stops)
{
    for (const QString &stop : stops) {
        if (const qsizetype at = text.indexOf(stop); at >= 0)
            text.truncate(at);
    }
    return text;
}

/// Keeps `limit` tokens, of the reasoning first, as a provider's limit does.
void limitTo(qint64 limit, const QString &finishReason, SimulatedAnswer &answer)
{
    if (answer.reasoning.size() + answer.text.size() <= limit)
        return;
    const qsizetype thought = std::min<qsizetype>(answer.reasoning.size(), limit);
    answer.reasoning = answer.reasoning.mid(0, thought);
    answer.text = answer.text.mid(0, limit - thought);
    answer.finishReason = finishReason;
}

} // namespace

SimulatedAnswer writeAnswer(const Personality &personality, const SimulatedAsk &ask,
                            std::optional<Fault> fault)
{
    SimulatedAnswer answer;
    answer.finishReason = QStringLiteral("stop");
    if (fault == Fault::Refusal) {
        answer.refusal =
            splitTokens(QStringLiteral("I'm sorry, but I can't help with that. (A simulated refusal.)"));
        return answer;
    }
    if (const QJsonObject function = functionToCall(ask); !function.isEmpty())
        return toolCallAnswer(ask, function);
    const std::optional<Sample> sample = sampleFor(ask.prompt);
    QString text = plainText(personality, ask, sample);
    if (wantsJson(ask))
        text = jsonText(personality, ask, text);
    else if (fault && personality.manner != Manner::Erratic)
        text = lengthened(text);
    answer.text = splitTokens(upToStop(text, ask.stop));
    if (personality.reasons) {
        const QString written =
            sample ? sample->answers.value(personality.id + QStringLiteral(".reasoning")) : QString();
        answer.reasoning = splitTokens(written.isEmpty() ? genericReasoning(ask) : written);
    }
    limitTo(std::min(ask.maxTokens.value_or(personality.maxOutputTokens), personality.maxOutputTokens),
            QStringLiteral("length"), answer);
    if (fault == Fault::CutAtForty)
        limitTo(kFaultLength, answer.finishReason, answer);
    if (fault == Fault::Length)
        limitTo(kFaultLength, QStringLiteral("length"), answer);
    if (fault == Fault::ContentFilter)
        limitTo(kFilteredAfter, QStringLiteral("content_filter"), answer);
    return answer;
}

} // namespace core
