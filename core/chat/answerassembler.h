#pragma once

#include "core/chat/chatresponsereader.h"
#include "core/chat/ssedecoder.h"

#include <functional>

namespace core {

/// How an answer ended, and the transport's or the document's error, if any.
struct AnswerEnd
{
    ResponseEnd end = ResponseEnd::Closed;
    std::optional<Error> error = {};
};

/// Puts one attempt's answer together from its HTTP status, headers and bytes, streamed or whole. What the
/// network and a replay share; a value without I/O.
class AnswerAssembler
{
public:
    using Take = std::function<void(const ChatDelta &)>;

    /// `host` is named in sentences about answers that are none.
    AnswerAssembler(const Dialect &dialect, const QString &host);

    void setHead(int status, const QList<std::pair<QByteArray, QByteArray>> &headers);

    /// Reads on and calls `take` for every event. Set once nothing more has to be read: at the end marker,
    /// or where the answer cannot be read any further.
    std::optional<AnswerEnd> feed(const QByteArray &bytes, const Take &take);

    /// There is no more: the body ended as HTTP says it should, or by `error`. `nowUtcMs` is for headers that
    /// name a date.
    AnswerEnd close(const std::optional<Error> &error, qint64 nowUtcMs, const Take &take);

    /// The settled answer, see ChatResponseReader::finish().
    Completion finish(const AnswerEnd &end) const { return m_reader.finish(end.end, end.error); }

    /// 0: no head came.
    int status() const { return m_status; }

private:
    QByteArray contentType() const;
    std::optional<AnswerEnd> takeEvents(const QList<SseEvent> &events, const Take &take);
    AnswerEnd readDocument(qint64 nowUtcMs, const Take &take);

    const Dialect m_dialect;
    const QString m_host;
    SseDecoder m_decoder;
    ChatResponseReader m_reader;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_document;
    int m_status = 0;
    bool m_streamed = false;
    bool m_gotBytes = false;
};

} // namespace core
