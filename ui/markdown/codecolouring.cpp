#include "ui/markdown/codecolouring.h"

namespace ui {

namespace {

// Answers come in portions of this size, so that a long block is coloured over several frames.
constexpr qsizetype kLinesTogether = 64;

} // namespace

CodeColouring::CodeColouring(SyntaxHighlighter &highlighter) : m_highlighter(highlighter) { }

CodeColouring::~CodeColouring()
{
    clear();
}

void CodeColouring::add(const QList<CodeLine> &lines)
{
    QStringList texts;
    for (const CodeLine &line : lines) {
        if (line.first) {
            feed(texts);
            m_highlighter.end(m_session);
            m_session = m_highlighter.begin(line.language);
        }
        if (m_session == 0)
            continue;
        texts.append(line.text);
        m_positions[m_session].append(line.position);
        if (texts.size() == kLinesTogether)
            feed(texts);
    }
    feed(texts);
}

void CodeColouring::feed(QStringList &lines)
{
    if (!lines.isEmpty())
        m_highlighter.feed(m_session, std::exchange(lines, {}));
}

bool CodeColouring::receive(quint64 session, int firstLine, const QList<QList<SyntaxToken>> &lines)
{
    const auto positions = m_positions.constFind(session);
    if (positions == m_positions.constEnd())
        return false;
    for (qsizetype i = 0; i < lines.size() && firstLine + i < positions->size(); ++i) {
        if (!lines.at(i).isEmpty())
            m_pending.append({positions->at(firstLine + i), lines.at(i)});
    }
    return isPending();
}

void CodeColouring::clear()
{
    m_highlighter.end(m_session);
    m_session = 0;
    m_positions.clear();
    m_pending.clear();
}

CodeColouring::Colours CodeColouring::take(qsizetype most)
{
    const Colours taken = m_pending.first(qMin(most, m_pending.size()));
    m_pending.remove(0, taken.size());
    return taken;
}

} // namespace ui
