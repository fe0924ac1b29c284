#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace core {

/// One dispatched event. `type` is empty where the stream named none; `id` is the last id seen so far.
struct SseEvent
{
    QByteArray type;
    QByteArray data;
    QByteArray id;

    bool operator==(const SseEvent &) const = default;
};

/// Turns the bytes of one event stream into events, whatever pieces they come in. A value without I/O; one a
/// response. Rules: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
class SseDecoder
{
public:
    static constexpr qsizetype kLargestEvent = 64 * 1024 * 1024;

    /// `largestEvent` bounds in bytes what one event (or one line) may hold.
    explicit SseDecoder(qsizetype largestEvent = kLargestEvent);

    /// The events that `bytes` complete, in order. Time is linear in the bytes, also for one very long line.
    /// Nothing once overflowed().
    QList<SseEvent> feed(QByteArrayView bytes);

    /// Call at the end of the stream: the event that no blank line followed. The standard drops it; some
    /// servers close the connection right after their last line, and what they said would be lost.
    std::optional<SseEvent> finish();

    /// An event was larger than allowed; the stream cannot be read any further.
    bool overflowed() const { return m_overflowed; }

private:
    void hold(QByteArrayView part);
    void readLine(QByteArrayView line, QList<SseEvent> *events);
    void readField(QByteArrayView name, QByteArrayView value);
    std::optional<SseEvent> dispatch();

    qsizetype m_largestEvent;
    QByteArray m_line;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_id;
    bool m_hasData = false;
    bool m_firstLine = true;
    bool m_afterCarriageReturn = false;
    bool m_overflowed = false;
};

} // namespace core
