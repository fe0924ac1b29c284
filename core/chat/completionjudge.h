#pragma once

#include "core/chat/completion.h"

#include <optional>

namespace core {

/// How the transport ended: the server closed after a whole body, the connection broke (or no HTTP answer
/// came at all), nothing came for the idle limit, the first-token or total limit passed, or the user stopped
/// it.
enum class ResponseEnd { Closed, Dropped, Stalled, TimedOut, Cancelled };

/// What is known of an answer's end beside the answer itself.
struct EndFacts
{
    ResponseEnd end = ResponseEnd::Closed;
    /// `[DONE]` or a whole document was read.
    bool markerSeen = false;
    /// Read in the answer: an error object, or an event that cannot be read.
    std::optional<Error> answerError = {};
    std::optional<Error> transportError = {};
};

/// Whether anything of use came: text, reasoning, a refusal or a tool call.
bool hasContent(const Completion &completion);

/// Sets status and error of a settled answer by its content, its finish reason and how it ended. Never shows
/// a cut answer as whole.
void judgeCompletion(Completion *completion, const EndFacts &facts);

} // namespace core
