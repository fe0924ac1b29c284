#pragma once

#include "core/exports/attemptpages.h"

namespace core {

/// One attempt as a JSON object on a line of its own, with the attributes of OpenTelemetry's conventions for
/// generative AI where there is one (https://github.com/open-telemetry/semantic-conventions-genai, status
/// Development; times in seconds) and `switchyard.` before what is our own (times in milliseconds, money in
/// US dollars as an exact decimal). What nobody knows is left out, but an unknown cost is null.
QByteArray attemptsJsonLine(const ExportedAttempt &exported);

/// The well-known value of `gen_ai.provider.name` for an account's preset, else the preset's own name; empty
/// for an endpoint of one's own.
QString genAiProvider(const QString &preset);

} // namespace core
