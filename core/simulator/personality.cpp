#include "core/simulator/personality.h"

#include "core/simulator/fault.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Simulator", text);
}

Personality swift()
{
    return {QStringLiteral("swift"),
            QStringLiteral("Swift (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator", "Answers at once and briefly; small and cheap.")),
            Manner::Brisk,
            std::chrono::milliseconds(180),
            160.0,
            QStringLiteral("0.00000015"),
            QStringLiteral("0.0000006"),
            128'000,
            16'384};
}

Personality thrifty()
{
    return {QStringLiteral("thrifty"),
            QStringLiteral("Thrifty (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator", "The cheapest; says as little as it can.")),
            Manner::Terse,
            std::chrono::milliseconds(420),
            70.0,
            QStringLiteral("0.00000004"),
            QStringLiteral("0.00000016"),
            32'768,
            4'096};
}

Personality scholar()
{
    return {QStringLiteral("scholar"),
            QStringLiteral("Scholar (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator",
                                       "Thorough, with headings, tables and code; slower and dearer.")),
            Manner::Thorough,
            std::chrono::milliseconds(650),
            85.0,
            QStringLiteral("0.0000025"),
            QStringLiteral("0.00001"),
            200'000,
            32'768};
}

Personality thinker()
{
    return {QStringLiteral("thinker"),
            QStringLiteral("Thinker (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator",
                                       "Thinks aloud before it answers; its thinking is paid for too.")),
            Manner::Reasoning,
            std::chrono::milliseconds(500),
            110.0,
            QStringLiteral("0.0000011"),
            QStringLiteral("0.0000044"),
            128'000,
            65'536,
            false,
            true};
}

Personality flaky()
{
    return {QStringLiteral("flaky"),
            QStringLiteral("Flaky (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator",
                                       "Unreliable: some prompts are refused, fail or break off half-way.")),
            Manner::Erratic,
            std::chrono::milliseconds(300),
            95.0,
            QStringLiteral("0.0000002"),
            QStringLiteral("0.0000008"),
            64'000,
            8'192};
}

Personality vision()
{
    return {QStringLiteral("vision"),
            QStringLiteral("Vision (simulated)"),
            sentence(QT_TRANSLATE_NOOP("Simulator",
                                       "Takes pictures and tells what their files say of themselves.")),
            Manner::Seeing,
            std::chrono::milliseconds(700),
            75.0,
            QStringLiteral("0.0000008"),
            QStringLiteral("0.0000032"),
            128'000,
            8'192,
            true};
}

Personality judge()
{
    return {QStringLiteral("judge"),
            QStringLiteral("Judge (simulated)"),
            sentence(QT_TRANSLATE_NOOP(
                "Simulator", "Judges the answers of others by a plain rule: the longest is the best.")),
            Manner::Judging,
            std::chrono::milliseconds(250),
            140.0,
            QStringLiteral("0.0000003"),
            QStringLiteral("0.0000012"),
            200'000,
            4'096};
}

} // namespace

QList<Personality> simulatorPersonalities()
{
    return {swift(), thrifty(), scholar(), thinker(), flaky(), vision(), judge()};
}

std::optional<Personality> simulatorPersonality(const QString &modelId)
{
    const QList<Personality> all = simulatorPersonalities();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&modelId](const Personality &personality) {
        return personality.id == modelId;
    });
    if (found != all.cend())
        return *found;
    const QList<FaultInfo> faults = simulatorFaults();
    const auto fault = std::find_if(faults.cbegin(), faults.cend(),
                                    [&modelId](const FaultInfo &info) { return info.id == modelId; });
    if (fault == faults.cend())
        return std::nullopt;
    Personality personality = swift();
    personality.id = fault->id;
    personality.displayName = fault->id;
    personality.description = fault->description;
    if (fault->fault == Fault::SlowFirstToken)
        personality.firstToken = std::chrono::seconds(8);
    else if (fault->fault == Fault::FirstTokenAfterTwenty)
        personality.firstToken = std::chrono::seconds(20);
    return personality;
}

} // namespace core
