#pragma once

#include "core/net/chatjob.h"
#include "core/net/recording.h"
#include "core/net/transport.h"

namespace core {

/// Keeps what one attempt sends and gets, secrets masked before anything leaves it. Used by ChatExchange on
/// the I/O thread; one that is off does nothing.
class AttemptRecorder
{
public:
    /// Records when the job asks for it.
    explicit AttemptRecorder(const ChatJob &job);

    bool isOn() const { return m_on; }

    void noteRequest(const TransportRequest &request, const QList<Header> &headersSent);
    void noteSent(double atMs) { m_recording.own.sent = atMs; }
    void noteHead(const HttpHead &head);
    void noteBytes(const QByteArray &bytes, double atMs);
    void noteQueueDelay(double ms) { m_recording.own.queue = std::max(m_recording.own.queue, ms); }
    void noteDecodeDelay(double ms) { m_recording.own.decode = std::max(m_recording.own.decode, ms); }
    void noteEnd(ResponseEnd end, const std::optional<Error> &error, const Timing &timing);
    void noteEndTime(double atMs, qint64 utcMs);

    /// What there is by now; null when it is off. Ended recordings hold the response.
    std::shared_ptr<const Recording> recording() const;

private:
    bool m_on;
    QList<QByteArray> m_secrets;
    Recording m_recording;
};

} // namespace core
