#pragma once

#include <QString>

namespace core {

/// The quirks of an "OpenAI-compatible" endpoint, as data from its preset and from what it rejected before.
struct Dialect
{
    /// `max_tokens` or `max_completion_tokens`.
    QString maxTokensField = QStringLiteral("max_tokens");
    /// Whether to send `stream_options.include_usage`.
    bool includeUsage = true;
    /// Whether the endpoint can stream at all.
    bool streaming = true;
    /// Anthropic's native convention: cache tokens are counted beside the prompt tokens, not inside.
    bool inputExcludesCache = false;
    /// xAI's convention: reasoning tokens are counted beside the completion tokens, not inside. Only used
    /// where the total does not decide it.
    bool outputExcludesReasoning = false;

    bool operator==(const Dialect &) const = default;
};

} // namespace core
