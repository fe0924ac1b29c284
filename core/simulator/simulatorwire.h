#pragma once

#include "core/simulator/answerwriter.h"
#include "core/simulator/simulatorreply.h"

namespace core {

/// The `usage` object: what the texts on both sides come to.
QJsonObject simulatedUsage(const SimulatedAsk &ask, const SimulatedAnswer &answer);

/// A stream of `chat.completion.chunk` events, one a token, with the faults that lie within a stream.
SimulatorReply streamedCompletion(const SimulatedAsk &ask, const SimulatedAnswer &answer,
                                  std::optional<Fault> fault);

/// One `chat.completion` object, with the same faults as far as they have a meaning there.
SimulatorReply wholeCompletion(const SimulatedAsk &ask, const SimulatedAnswer &answer,
                               std::optional<Fault> fault);

} // namespace core
