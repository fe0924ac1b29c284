#pragma once

#include "core/base/clock.h"
#include "core/chat/chatresponsereader.h"
#include "core/chat/ssedecoder.h"
#include "core/net/chatjob.h"
#include "core/net/transport.h"

#include <QTimer>

namespace core {

/// One chat attempt on the I/O thread: sends the request, decodes and time-stamps what comes, watches the
/// limits. Created, used and destroyed there by ChatStream.
class ChatExchange : public QObject
{
    Q_OBJECT

public:
    ChatExchange(const Clock &clock, ChatJob job);

    void start(Transport &transport);
    void cancel();

signals:
    /// At most 50 times a second, the first part at once.
    void progressed(const core::ChatProgress &progress);
    /// Exactly once, last.
    void finished(const core::AttemptEnd &end);

private:
    void noteHead(const HttpHead &head);
    void noteBytes(const QByteArray &bytes);
    void noteEnd(const std::optional<Error> &error);
    void takeEvents(const QList<SseEvent> &events);
    void takeDelta(const ChatDelta &delta);
    void passDocument();
    void watch();
    void timeOut();
    void publish();
    void settle(ResponseEnd end, const std::optional<Error> &error);
    double sinceDispatch() const;

    const Clock &m_clock;
    ChatJob m_job;
    std::unique_ptr<HttpExchange> m_exchange;
    SseDecoder m_decoder;
    ChatResponseReader m_reader;
    HttpHead m_head;
    QByteArray m_document;
    ChatProgress m_pending;
    Timing m_timing;
    QTimer m_watchdog;
    QTimer m_publishTimer;
    bool m_streamed = false;
    bool m_gotBytes = false;
    bool m_gotToken = false;
    bool m_settled = false;
};

} // namespace core
