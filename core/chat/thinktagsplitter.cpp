#include "core/chat/thinktagsplitter.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr QStringView kOpen = u"<think>";
constexpr QStringView kClose = u"</think>";
// More white space than this before the tag is an answer that happens to hold the tag.
constexpr qsizetype kMostLeadingSpace = 64;

qsizetype leadingSpace(QStringView text)
{
    const auto *end = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return end - text.begin();
}

/// How many characters at the end of `text` may be the beginning of the closing tag.
qsizetype openTail(QStringView text)
{
    for (qsizetype size = std::min(kClose.size() - 1, text.size()); size > 0; --size) {
        if (kClose.startsWith(text.last(size)))
            return size;
    }
    return 0;
}

} // namespace

ThinkTagSplitter::Split ThinkTagSplitter::feed(QStringView chunk)
{
    Split split;
    if (m_state == State::Text) {
        split.text = chunk.toString();
        return split;
    }
    m_held.append(chunk);
    if (m_state == State::Start) {
        const qsizetype space = leadingSpace(m_held);
        const QStringView start = QStringView(m_held).sliced(space);
        if (space <= kMostLeadingSpace && start.startsWith(kOpen)) {
            m_state = State::Thinking;
            m_held = start.sliced(kOpen.size()).toString();
        } else if (space > kMostLeadingSpace || !kOpen.startsWith(start)) {
            m_state = State::Text;
            split.text = std::exchange(m_held, {});
        }
    }
    if (m_state == State::Thinking) {
        const qsizetype close = m_held.indexOf(kClose);
        const qsizetype certain = close >= 0 ? close : m_held.size() - openTail(m_held);
        split.reasoning = m_held.first(certain);
        m_held.remove(0, close >= 0 ? close + kClose.size() : certain);
        if (close >= 0)
            m_state = State::AfterThinking;
    }
    if (m_state == State::AfterThinking) {
        m_held.remove(0, leadingSpace(m_held));
        if (!m_held.isEmpty()) {
            m_state = State::Text;
            split.text = std::exchange(m_held, {});
        }
    }
    return split;
}

ThinkTagSplitter::Split ThinkTagSplitter::finish()
{
    Split split;
    QString held = std::exchange(m_held, {});
    if (m_state == State::Thinking)
        split.reasoning = std::move(held);
    else
        split.text = std::move(held);
    m_state = State::Text;
    return split;
}

} // namespace core
