#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace core {

/// How a simulated model writes.
enum class Manner { Brisk, Terse, Thorough, Reasoning, Erratic, Seeing, Judging };

/// One simulated model: how it writes, how fast and for what price. A value.
struct Personality
{
    /// The model id.
    QString id;
    QString displayName;
    /// One translated sentence for people.
    QString description;
    Manner manner = Manner::Brisk;
    std::chrono::milliseconds firstToken{0};
    double tokensPerSecond = 0.0;
    /// USD per token as decimals, as the `pricing` of `/models` has them.
    QString inputPrice;
    QString outputPrice;
    qint64 contextLength = 0;
    qint64 maxOutputTokens = 0;
    bool takesImages = false;
    bool reasons = false;
};

/// The models that answer, in the order `/models` lists them.
QList<Personality> simulatorPersonalities();

/// The personality of that id; the fault models write as `swift` does. Nothing for an unknown id.
std::optional<Personality> simulatorPersonality(const QString &modelId);

} // namespace core
