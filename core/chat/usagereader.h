#pragma once

#include "core/chat/dialect.h"
#include "core/chat/usage.h"

#include <QJsonObject>

namespace core {

/// The usage object of a chunk or of a whole answer: `usage`, else `choices[0].usage` (Moonshot), else
/// `x_groq.usage`, else `usageMetadata` (Gemini). Empty when there is none.
QJsonObject findUsage(const QJsonObject &chunk);

/// Reads a provider's usage object into our one convention. Understands OpenAI chat and responses, Anthropic
/// native, Gemini native and compatible, xAI, DeepSeek, Moonshot, OpenRouter and what proxies make of them.
/// Which counts lie inside which is decided by the provider's total where it has one, else by names and
/// dialect; a total that fits no reading marks the result `inconsistent`. Counts that are negative, not whole
/// or beyond any model are treated as absent.
Usage readUsage(const QJsonObject &usage, const Dialect &dialect);

} // namespace core
