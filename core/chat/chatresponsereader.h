#pragma once

#include "core/chat/completion.h"
#include "core/chat/completionjudge.h"
#include "core/chat/dialect.h"
#include "core/chat/ssedecoder.h"
#include "core/chat/thinktagsplitter.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace core {

/// What one event added to the answer. `ended`: this event was the end marker.
struct ChatDelta
{
    QString text = {};
    QString reasoning = {};
    bool toolCall = false;
    bool ended = false;

    bool operator==(const ChatDelta &) const = default;
};

/// Assembles one attempt's answer from its events, and judges how it ended. A value without I/O, used by the
/// transport on the I/O thread; one an attempt.
class ChatResponseReader
{
public:
    explicit ChatResponseReader(const Dialect &dialect);

    /// Reads one event of a stream. Nothing after ended(); after failed() only usage is still read.
    ChatDelta feed(const SseEvent &event);

    /// Reads a whole answer that was not streamed, also one that came although streaming was asked for.
    ChatDelta feedDocument(const QByteArray &json);

    /// `[DONE]` or a whole document was read.
    bool ended() const { return m_ended; }

    /// The stream held an error object or an event that cannot be read.
    bool failed() const { return m_error.has_value(); }

    /// The answer so far. Its status and error are not set.
    const Completion &partial() const { return m_completion; }

    /// The settled answer: `complete`, `truncated`, `refused`, `interrupted` (something usable came, but not
    /// the end), `failed` (nothing usable) or `cancelled`. An answer whose end was seen stays whole however
    /// the transport ended. Usage is `reported` or `missing`, never 0 for unknown. Timing is the caller's.
    Completion finish(ResponseEnd end, const std::optional<Error> &transportError) const;

private:
    void readChunk(const QJsonObject &chunk, ChatDelta *delta);
    void readChoice(const QJsonObject &choice, ChatDelta *delta);
    void readMessage(const QJsonObject &message, ChatDelta *delta);
    void readContent(const QJsonValue &content, ChatDelta *delta);
    void readContentPart(const QJsonObject &part, ChatDelta *delta);
    void readToolCalls(const QJsonObject &message, ChatDelta *delta);
    void readToolCall(const QJsonObject &call, qint64 index);
    void addText(const QString &text, ChatDelta *delta);
    void addReasoning(const QString &reasoning, ChatDelta *delta);
    void readErrorOf(const QJsonObject &object);
    void fail(const Error &error);

    Dialect m_dialect;
    Completion m_completion;
    QString m_serviceTier;
    ThinkTagSplitter m_thinkTags;
    QHash<qint64, qsizetype> m_toolCallAt;
    std::optional<Error> m_error;
    bool m_ended = false;
};

} // namespace core
