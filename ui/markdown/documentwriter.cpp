#include "ui/markdown/documentwriter.h"

#include <QTextBlock>
#include <QTextCursor>

namespace ui {

namespace {

using Kind = MarkdownLine::Kind;

QString plainText(const MarkdownRuns &runs)
{
    QString text;
    for (const MarkdownRun &run : runs)
        text += run.text;
    return text;
}

/// True when `now` is `before` with more text at its end.
bool continues(const MarkdownRuns &before, const MarkdownRuns &now)
{
    if (before.isEmpty())
        return true;
    const qsizetype last = before.size() - 1;
    if (now.size() < before.size() || !std::equal(before.begin(), before.begin() + last, now.begin()))
        return false;
    const MarkdownRun &old = before.at(last);
    const MarkdownRun &run = now.at(last);
    return run.flags == old.flags && run.href == old.href && run.text.startsWith(old.text);
}

/// One edit of a document: laid out once, when it ends.
class Edit
{
public:
    explicit Edit(QTextDocument *document) : m_cursor(document) { m_cursor.beginEditBlock(); }
    ~Edit() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Edit)

    QTextCursor &cursor() { return m_cursor; }

private:
    QTextCursor m_cursor;
};

} // namespace

DocumentWriter::DocumentWriter(QTextDocument *document, const MarkdownRenderer &renderer)
    : m_document(document), m_renderer(renderer)
{
}

void DocumentWriter::clear()
{
    m_document->clear();
    m_open.clear();
    m_previous.reset();
    m_code.clear();
    m_tables = true;
    m_spare = true;
}

void DocumentWriter::show(const MarkdownFlow::Frame &frame)
{
    qsizetype same = 0;
    while (same < m_open.size() && same < frame.lines.size() && m_open.at(same).line == frame.lines.at(same))
        ++same;
    const Edit edit(m_document);
    if (same < m_open.size()) {
        const bool extended =
            same + 1 == m_open.size() && same < frame.lines.size() && extend(frame.lines.at(same));
        if (extended)
            ++same;
        else
            truncate(same);
    }
    for (qsizetype i = same; i < frame.lines.size(); ++i)
        add(frame.lines.at(i));
    for (qsizetype i = 0; i < frame.settled; ++i) {
        const Shown &shown = m_open.at(i);
        if (shown.line.kind == Kind::Code)
            m_code.append({shown.line.first, shown.line.language, plainText(shown.line.runs), shown.text});
    }
    if (frame.settled > 0) {
        m_previous = m_open.at(frame.settled - 1).line;
        m_open.remove(0, frame.settled);
    }
}

/// Takes the open lines from `keep` on out of the document again.
void DocumentWriter::truncate(qsizetype keep)
{
    const Shown &first = m_open.at(keep);
    QTextCursor cursor(m_document);
    cursor.setPosition(first.position);
    const QTextBlockFormat format = cursor.blockFormat();
    const QTextCharFormat characters = cursor.blockCharFormat();
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    if (cursor.blockFormat() != format)
        cursor.setBlockFormat(format);
    if (cursor.blockCharFormat() != characters)
        cursor.setBlockCharFormat(characters);
    m_spare = first.spare;
    m_open.remove(keep, m_open.size() - keep);
}

/// Adds the text that the last open line has grown by. False when it changed in another way.
bool DocumentWriter::extend(const MarkdownLine &line)
{
    MarkdownLine &old = m_open.back().line;
    if (line.kind == Kind::Table || !continues(old.runs, line.runs))
        return false;
    MarkdownLine bare = line;
    bare.runs = old.runs;
    if (bare != old)
        return false;
    const qsizetype known = old.runs.size();
    MarkdownRuns more = line.runs.mid(qMax(known - 1, qsizetype(0)));
    if (known > 0)
        more.front().text.remove(0, old.runs.back().text.size());
    QTextCursor cursor(m_document);
    cursor.movePosition(QTextCursor::End);
    m_renderer.insertRuns(cursor, line, more);
    old = line;
    return true;
}

void DocumentWriter::add(const MarkdownLine &line)
{
    const MarkdownLine *const previous = !m_open.isEmpty() ? &m_open.back().line
        : m_previous                                       ? &*m_previous
                                                           : nullptr;
    QTextCursor cursor(m_document);
    cursor.movePosition(QTextCursor::End);
    Shown shown{line, end(), end(), m_spare};
    if (line.kind == Kind::Table) {
        m_renderer.insertTable(cursor, line, previous);
        m_tables = true;
        m_spare = true;
    } else {
        const QTextBlockFormat format = m_renderer.blockFormat(line, previous);
        const QTextCharFormat characters = m_renderer.lineFormat(line);
        const bool needsSpacer = previous || line.kind == Kind::Code;
        if (m_spare && !needsSpacer) {
            cursor.setBlockFormat(format);
            cursor.setBlockCharFormat(characters);
        } else {
            if (m_spare)
                m_renderer.makeSpacer(cursor);
            cursor.insertBlock(format, characters);
            ++shown.text;
        }
        m_renderer.insertRuns(cursor, line, line.runs);
        m_spare = false;
    }
    m_open.append(shown);
}

void DocumentWriter::appendSource(const QString &text)
{
    Edit edit(m_document);
    edit.cursor().movePosition(QTextCursor::End);
    edit.cursor().insertText(text, m_renderer.sourceFormat());
}

void DocumentWriter::colour(const QList<std::pair<int, QList<SyntaxToken>>> &lines)
{
    Edit edit(m_document);
    for (const auto &[position, tokens] : lines)
        m_renderer.colour(edit.cursor(), position, tokens);
}

} // namespace ui
