#include "core/chat/ssedecoder.h"

#include <algorithm>

namespace core {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

SseDecoder::SseDecoder(qsizetype largestEvent) : m_largestEvent(largestEvent) { }

QList<SseEvent> SseDecoder::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    auto begin = bytes.begin();
    while (begin != bytes.end() && !m_overflowed) {
        // CR LF is one line end, also when the two come in different pieces.
        if (std::exchange(m_afterCarriageReturn, false) && *begin == '\n') {
            ++begin;
            continue;
        }
        const auto end = std::find_if(begin, bytes.end(), isLineEnd);
        const QByteArrayView part(begin, end - begin);
        if (end == bytes.end()) {
            hold(part);
            break;
        }
        if (m_line.isEmpty()) {
            readLine(part, &events);
        } else {
            hold(part);
            readLine(m_line, &events);
            m_line.resize(0);
        }
        m_afterCarriageReturn = *end == '\r';
        begin = end + 1;
    }
    return events;
}

std::optional<SseEvent> SseDecoder::finish()
{
    if (m_overflowed)
        return std::nullopt;
    QList<SseEvent> events;
    const QByteArray line = std::exchange(m_line, {});
    if (!line.isEmpty())
        readLine(line, &events);
    return m_overflowed ? std::nullopt : dispatch();
}

void SseDecoder::hold(QByteArrayView part)
{
    if (part.size() > m_largestEvent - m_line.size())
        m_overflowed = true;
    else
        m_line.append(part);
}

void SseDecoder::readLine(QByteArrayView line, QList<SseEvent> *events)
{
    if (m_overflowed || line.size() > m_largestEvent) {
        m_overflowed = true;
        return;
    }
    if (std::exchange(m_firstLine, false) && line.startsWith(kByteOrderMark))
        line = line.sliced(kByteOrderMark.size());
    if (line.isEmpty()) {
        if (std::optional<SseEvent> event = dispatch())
            events->append(*std::move(event));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return;
    if (colon < 0) {
        readField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    readField(line.first(colon), value);
}

void SseDecoder::readField(QByteArrayView name, QByteArrayView value)
{
    if (name == QByteArrayView("data")) {
        if (value.size() + 1 > m_largestEvent - m_data.size()) {
            m_overflowed = true;
            return;
        }
        if (std::exchange(m_hasData, true))
            m_data.append('\n');
        m_data.append(value);
    } else if (name == QByteArrayView("event")) {
        m_type = value.toByteArray();
    } else if (name == QByteArrayView("id") && !value.contains('\0')) {
        m_id = value.toByteArray();
    }
    // `retry` asks for a reconnection delay; a chat answer is never reconnected to.
}

std::optional<SseEvent> SseDecoder::dispatch()
{
    const bool hasData = std::exchange(m_hasData, false);
    SseEvent event{std::exchange(m_type, {}), std::exchange(m_data, {}), m_id};
    if (!hasData)
        return std::nullopt;
    return event;
}

} // namespace core
