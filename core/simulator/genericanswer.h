#pragma once

#include "core/simulator/personality.h"
#include "core/simulator/simulatedask.h"

#include <QString>

namespace core {

/// What a simulated model says to a prompt that is no sample: it says that it is simulated, names the topic,
/// and has the shape that its personality would give an answer.
QString genericAnswer(const Personality &personality, const SimulatedAsk &ask);

/// What a reasoning model thinks before that.
QString genericReasoning(const SimulatedAsk &ask);

/// The first words of the prompt on one line, at most 80 characters.
QString topicOf(const QString &prompt);

} // namespace core
