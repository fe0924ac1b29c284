#pragma once

#include "core/simulator/simulatedask.h"

#include <QString>

namespace core {

/// What the simulated judge says. Of several `<answer>` elements the one with most characters is the best,
/// equals are a tie, and nothing but blank ones are all bad; a single one passes a `<rubric>` when it has
/// every phrase that the rubric quotes. To anything else it says what it is for.
QString judgeAnswer(const SimulatedAsk &ask);

} // namespace core
