#pragma once

#include "core/base/clock.h"
#include "core/chat/answerassembler.h"
#include "core/net/attemptrecorder.h"
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
    /// At most 50 times a second, the first part at once; times without a part soon after they are known.
    void progressed(const core::ChatProgress &progress);
    void requestRecorded(const std::shared_ptr<const core::Recording> &recording);
    /// Exactly once, last.
    void finished(const core::AttemptEnd &end);

private:
    void noteHead(const HttpHead &head);
    void noteBytes(const QByteArray &bytes);
    void noteEnd(const std::optional<Error> &error);
    void takeDelta(const ChatDelta &delta);
    void probeQueue();
    void watch();
    void timeOut();
    void publish();
    void announce();
    void publishTimes();
    void settle(const AnswerEnd &end);
    double sinceDispatch() const;

    const Clock &m_clock;
    ChatJob m_job;
    std::unique_ptr<HttpExchange> m_exchange;
    AnswerAssembler m_assembler;
    AttemptRecorder m_recorder;
    ChatProgress m_pending;
    Timing m_timing;
    QTimer m_watchdog;
    QTimer m_publishTimer;
    QTimer m_timesTimer;
    bool m_announced = false;
    bool m_probing = false;
    bool m_gotToken = false;
    bool m_settled = false;
};

} // namespace core
