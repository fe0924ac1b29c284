#include "core/simulator/simulatorlisting.h"

#include "core/simulator/fault.h"
#include "core/simulator/personality.h"

#include <QJsonArray>

namespace core {

namespace {

// 2026-01-01 00:00 UTC; the models have to be of some age.
constexpr qint64 kCreated = 1'767'225'600;

QJsonArray modalities(bool images)
{
    return images ? QJsonArray{QStringLiteral("text"), QStringLiteral("image")}
                  : QJsonArray{QStringLiteral("text")};
}

QJsonArray supportedParameters(const Personality &personality)
{
    QJsonArray names{QStringLiteral("max_tokens"),      QStringLiteral("stop"),
                     QStringLiteral("response_format"), QStringLiteral("structured_outputs"),
                     QStringLiteral("tools"),           QStringLiteral("tool_choice")};
    if (personality.reasons)
        names.append(QStringLiteral("include_reasoning"));
    return names;
}

QJsonObject entryOf(const Personality &personality)
{
    const QString modality =
        personality.takesImages ? QStringLiteral("text+image->text") : QStringLiteral("text->text");
    const QString zero = QStringLiteral("0");
    return {{QStringLiteral("id"), personality.id},
            {QStringLiteral("object"), QStringLiteral("model")},
            {QStringLiteral("created"), kCreated},
            {QStringLiteral("owned_by"), QStringLiteral("simulator")},
            {QStringLiteral("name"), personality.displayName},
            {QStringLiteral("description"), personality.description},
            {QStringLiteral("context_length"), personality.contextLength},
            {QStringLiteral("architecture"),
             QJsonObject{{QStringLiteral("modality"), modality},
                         {QStringLiteral("input_modalities"), modalities(personality.takesImages)},
                         {QStringLiteral("output_modalities"), modalities(false)}}},
            {QStringLiteral("pricing"),
             QJsonObject{{QStringLiteral("prompt"), personality.inputPrice},
                         {QStringLiteral("completion"), personality.outputPrice},
                         {QStringLiteral("request"), zero},
                         {QStringLiteral("image"), zero}}},
            {QStringLiteral("top_provider"),
             QJsonObject{{QStringLiteral("context_length"), personality.contextLength},
                         {QStringLiteral("max_completion_tokens"), personality.maxOutputTokens}}},
            {QStringLiteral("supported_parameters"), supportedParameters(personality)}};
}

} // namespace

QJsonObject simulatorModelList()
{
    QJsonArray entries;
    const QList<Personality> personalities = simulatorPersonalities();
    for (const Personality &personality : personalities)
        entries.append(entryOf(personality));
    const QList<FaultInfo> faults = simulatorFaults();
    for (const FaultInfo &fault : faults) {
        if (const std::optional<Personality> personality = simulatorPersonality(fault.id))
            entries.append(entryOf(*personality));
    }
    return {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), entries}};
}

std::optional<QJsonObject> simulatorModelEntry(const QString &modelId)
{
    const std::optional<Personality> personality = simulatorPersonality(modelId);
    return personality ? std::optional(entryOf(*personality)) : std::nullopt;
}

} // namespace core
