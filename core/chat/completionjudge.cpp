#include "core/chat/completionjudge.h"

#include <array>

namespace core {

namespace {

/// What finish reasons come to; OpenAI's, and those that other families leak through compatible endpoints.
enum class Finish { None, Whole, Length, Refused, Broken };

struct FinishName
{
    QLatin1StringView name;
    Finish finish;
};

constexpr std::array kFinishNames{
    FinishName{QLatin1StringView("length"), Finish::Length},
    FinishName{QLatin1StringView("max_tokens"), Finish::Length},
    FinishName{QLatin1StringView("model_length"), Finish::Length}, // Mistral
    FinishName{QLatin1StringView("model_context_window_exceeded"), Finish::Length}, // Anthropic
    FinishName{QLatin1StringView("content_filter"), Finish::Refused},
    FinishName{QLatin1StringView("refusal"), Finish::Refused}, // Anthropic
    FinishName{QLatin1StringView("safety"), Finish::Refused}, // Gemini
    FinishName{QLatin1StringView("recitation"), Finish::Refused},
    FinishName{QLatin1StringView("prohibited_content"), Finish::Refused},
    FinishName{QLatin1StringView("sensitive"), Finish::Refused}, // Z.ai
    FinishName{QLatin1StringView("error"), Finish::Broken}, // OpenRouter
    FinishName{QLatin1StringView("network_error"), Finish::Broken}, // Z.ai
    FinishName{QLatin1StringView("insufficient_system_resource"), Finish::Broken}, // DeepSeek
};

Finish finishOf(const QString &reason)
{
    if (reason.isEmpty())
        return Finish::None;
    for (const FinishName &entry : kFinishNames) {
        if (reason.compare(entry.name, Qt::CaseInsensitive) == 0)
            return entry.finish;
    }
    return Finish::Whole;
}

Error endError(const EndFacts &facts)
{
    if (facts.transportError)
        return *facts.transportError;
    switch (facts.end) {
    case ResponseEnd::Stalled:
        return {ErrorKind::Timeout, QStringLiteral("The server sent nothing more within the idle limit.")};
    case ResponseEnd::TimedOut:
        return {ErrorKind::Timeout, QStringLiteral("The time limit of the request passed.")};
    case ResponseEnd::Dropped:
        return {ErrorKind::Network, QStringLiteral("The connection broke before the answer ended.")};
    case ResponseEnd::Closed:
    case ResponseEnd::Cancelled:
        break;
    }
    return {ErrorKind::Protocol, QStringLiteral("The stream ended without an end marker.")};
}

void settle(Completion *completion, LaneStatus status, std::optional<Error> error = std::nullopt)
{
    completion->status = status;
    completion->error = std::move(error);
}

void settleBroken(Completion *completion, const Error &error)
{
    settle(completion, hasContent(*completion) ? LaneStatus::Interrupted : LaneStatus::Failed, error);
}

} // namespace

bool hasContent(const Completion &completion)
{
    return !completion.text.isEmpty() || !completion.reasoning.isEmpty() || !completion.refusal.isEmpty()
        || !completion.toolCalls.isEmpty();
}

void judgeCompletion(Completion *completion, const EndFacts &facts)
{
    if (facts.answerError) {
        settleBroken(completion, *facts.answerError);
        return;
    }
    const Finish finish = finishOf(completion->finishReason);
    const bool endSeen = facts.markerSeen || finish != Finish::None;
    if (!endSeen && facts.end == ResponseEnd::Cancelled) {
        settle(completion, LaneStatus::Cancelled);
    } else if (!endSeen) {
        settleBroken(completion, endError(facts));
    } else if (finish == Finish::Broken) {
        const QString sentence = QStringLiteral("The provider ended the answer with finish reason %1.");
        settleBroken(completion, {ErrorKind::Server, sentence.arg(completion->finishReason.left(100))});
    } else if (finish == Finish::Refused) {
        const QString sentence = QStringLiteral("The provider stopped the answer with finish reason %1.");
        settle(completion, LaneStatus::Refused,
               Error{ErrorKind::ContentFilter, sentence.arg(completion->finishReason.left(100))});
    } else if (!completion->refusal.isEmpty()) {
        settle(completion, LaneStatus::Refused);
    } else if (finish == Finish::Length) {
        settle(completion, LaneStatus::Truncated);
    } else if (finish == Finish::None && !hasContent(*completion)) {
        settle(completion, LaneStatus::Failed,
               Error{ErrorKind::Protocol, QStringLiteral("The stream ended without an answer.")});
    } else {
        settle(completion, LaneStatus::Complete);
    }
}

} // namespace core
