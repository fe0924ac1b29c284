#pragma once

#include "core/simulator/fault.h"
#include "core/simulator/personality.h"
#include "core/simulator/simulatedask.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// What a simulated model says, in the pieces it is streamed and counted in. A value.
struct SimulatedAnswer
{
    QStringList reasoning = {};
    QStringList text = {};
    QStringList refusal = {};
    /// Whole tool calls as the API has them.
    QJsonArray toolCalls = {};
    qint64 toolCallTokens = 0;
    QString finishReason = {};

    qint64 outputTokens() const { return reasoning.size() + text.size() + refusal.size() + toolCallTokens; }
};

/// The answer of that personality, the same for the same ask: a sample's text or a generic one, JSON or a
/// tool call where they are asked for, cut by stop sequences, the token limit and faults of the answer
/// itself.
SimulatedAnswer writeAnswer(const Personality &personality, const SimulatedAsk &ask,
                            std::optional<Fault> fault);

} // namespace core
