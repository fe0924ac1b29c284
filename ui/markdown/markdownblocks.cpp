#include "ui/markdown/markdownblocks.h"

#include "ui/markdown/markdownmath.h"
#include "ui/markdown/markdowntree.h"

#include <cmark-gfm.h>

namespace ui {

namespace {

// Blocks beyond these sizes (characters) are split, so that hostile text cannot make the tail grow without
// bound: a paragraph is laid out as a whole with each change, other blocks only parsed.
constexpr qsizetype kLongestLine = 8192;
constexpr qsizetype kLongestParagraph = 8192;
constexpr qsizetype kLongestBlock = 32768;

MarkdownBlocks::Kind kindOf(cmark_node *node)
{
    using Block = MarkdownBlocks::Kind;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        return Block::Heading;
    case CMARK_NODE_LIST:
        return Block::List;
    case CMARK_NODE_CODE_BLOCK:
        return Block::Code;
    case CMARK_NODE_BLOCK_QUOTE:
        return Block::Quote;
    case CMARK_NODE_HTML_BLOCK:
        return Block::Html;
    case CMARK_NODE_THEMATIC_BREAK:
        return Block::Rule;
    default:
        return nodeType(node) == QLatin1StringView("table") ? Block::Table : Block::Paragraph;
    }
}

qsizetype longest(MarkdownBlocks::Kind kind)
{
    return kind == MarkdownBlocks::Kind::Paragraph ? kLongestParagraph : kLongestBlock;
}

/// U+FDD0 and U+FDD1 are noncharacters that QTextDocument keeps its frames with.
QChar cleaned(QChar character)
{
    if (character == u'\r')
        return u'\n';
    const bool forbidden = character.isNull() || character == QChar(0xFDD0) || character == QChar(0xFDD1);
    return forbidden ? QChar(QChar::ReplacementCharacter) : character;
}

QList<qsizetype> lineStarts(QStringView text)
{
    QList<qsizetype> starts{0};
    for (qsizetype newline = text.indexOf(u'\n'); newline >= 0; newline = text.indexOf(u'\n', newline + 1))
        starts.append(newline + 1);
    return starts;
}

} // namespace

void MarkdownBlocks::append(QStringView delta)
{
    if (m_finished)
        return;
    const qsizetype before = m_text.size();
    m_text.reserve(before + delta.size());
    for (const QChar character : delta) {
        const bool afterReturn = std::exchange(m_carriageReturn, character == u'\r');
        if (character == u'\n' && afterReturn)
            continue;
        m_text += cleaned(character);
    }
    const qsizetype line = m_text.lastIndexOf(u'\n') + 1;
    if (line > before || m_text.size() - line >= kLongestLine)
        advance(false);
}

void MarkdownBlocks::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    advance(true);
    if (m_open.kind == Kind::Table)
        commit(Kind::Table, m_tail);
}

void MarkdownBlocks::clear()
{
    *this = MarkdownBlocks();
}

MarkdownBlocks::Piece MarkdownBlocks::tail() const
{
    Piece piece = m_open;
    piece.begin = m_tail;
    piece.end = m_text.size();
    piece.last = true;
    if (piece.end > piece.begin && m_text.back().isHighSurrogate())
        --piece.end;
    if (m_fenceLength > 0) {
        const QStringView line = QStringView(m_text).mid(m_tail).trimmed();
        if (!line.isEmpty() && line.count(m_fenceCharacter) == line.size())
            piece.end = piece.begin;
    }
    return piece;
}

void MarkdownBlocks::advance(bool final)
{
    while (true) {
        if (m_fenceLength > 0) {
            if (!takeFence(final))
                return;
            continue;
        }
        const Limit limit = parseLimit(final);
        if (limit.end == m_tail) {
            if (!limit.forced || m_tail == m_text.size())
                return;
            takeOverlongLine();
        } else if (!takeNodes(limit, final)) {
            return;
        }
    }
}

/// How far the tail may be parsed: whole lines only, not past a line too long nor past display math still
/// open.
MarkdownBlocks::Limit MarkdownBlocks::parseLimit(bool final) const
{
    const qsizetype complete = final ? m_text.size() : qMax(m_tail, m_text.lastIndexOf(u'\n') + 1);
    for (qsizetype line = m_tail; line < m_text.size();) {
        const qsizetype newline = m_text.indexOf(u'\n', line);
        const qsizetype stop = newline < 0 ? m_text.size() : newline;
        if (stop - line >= kLongestLine)
            return {line, true};
        if (line >= complete)
            break;
        const qsizetype math = displayMathEnd(m_text, line, complete);
        if (math < 0 && !final)
            return {line, false};
        const qsizetype after = math > 0 ? m_text.indexOf(u'\n', math) : stop;
        line = after < 0 ? m_text.size() : after + 1;
    }
    return {complete, final};
}

/// The top-level blocks between the start of the tail and `end`; a paragraph that a table's head grew out of
/// counts as part of the table (cmark-gfm gives such paragraphs the line 0).
QList<MarkdownBlocks::Node> MarkdownBlocks::parseNodes(qsizetype end) const
{
    const QString source = m_open.head + m_text.mid(m_tail, end - m_tail);
    const QList<qsizetype> starts = lineStarts(source);
    const auto offset = [&](cmark_node *node) {
        const qsizetype line =
            qBound(qsizetype(0), qsizetype(cmark_node_get_start_line(node)) - 1, starts.size() - 1);
        return qMax(m_tail, m_tail + starts.at(line) - m_open.head.size());
    };
    const MarkdownTree tree = parseMarkdown(maskMath(source).text);
    QList<Node> nodes;
    for (cmark_node *block = cmark_node_first_child(tree.get()); block; block = cmark_node_next(block)) {
        if (cmark_node_get_start_line(block) == 0)
            continue;
        Node node;
        node.kind = kindOf(block);
        node.begin = nodes.isEmpty() ? m_tail : offset(block);
        node.end = end;
        if (!nodes.isEmpty())
            nodes.back().end = node.begin;
        if (node.kind == Kind::Code) {
            int length = 0;
            int indent = 0;
            char character = 0;
            node.fenced = cmark_node_get_fenced(block, &length, &indent, &character) != 0;
            node.info = QString::fromUtf8(cmark_node_get_fence_info(block));
            // Blank lines before a fence belong to no block; the fence itself must be found again.
            if (node.fenced)
                node.begin = offset(block);
        } else if (node.kind == Kind::List || node.kind == Kind::Table) {
            node.ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
            node.start = cmark_node_get_list_start(block);
            for (cmark_node *part = cmark_node_first_child(block); part; part = cmark_node_next(part))
                node.parts.append(offset(part));
        }
        nodes.append(node);
    }
    return nodes;
}

/// Commits what can be committed up to the limit. True when there may be more to take.
bool MarkdownBlocks::takeNodes(const Limit &limit, bool final)
{
    const QList<Node> nodes = parseNodes(limit.end);
    for (const Node &node : nodes) {
        if (node.fenced) {
            openFence(node);
            if (!takeFence(final))
                return false;
            if (m_tail > node.end || !isBlank(QStringView(m_text).mid(m_tail, node.end - m_tail)))
                return true;
            continue;
        }
        if (takeOversized(node))
            return true;
        if (isClosed(node, limit))
            commit(node.kind, node.end);
        else if (node.kind == Kind::List)
            takeOpenList(node);
        else if (node.kind == Kind::Table)
            takeOpenTable(node);
    }
    // Nothing to show: blank lines or definitions of links.
    if (nodes.isEmpty() && limit.forced)
        commit(Kind::Paragraph, limit.end);
    return limit.forced && m_tail < m_text.size();
}

bool MarkdownBlocks::isClosed(const Node &node, const Limit &limit) const
{
    if (node.end < limit.end || limit.forced || node.kind == Kind::Heading || node.kind == Kind::Rule)
        return true;
    if (node.kind != Kind::Paragraph && node.kind != Kind::Table)
        return false;
    const qsizetype lastLine = m_text.lastIndexOf(u'\n', node.end - 2) + 1;
    return lastLine >= m_tail && isBlank(QStringView(m_text).mid(lastLine, node.end - lastLine));
}

/// Splits a block (or a list item) beyond its limit after the line that reaches it, so that the place does
/// not depend on how the text arrived.
bool MarkdownBlocks::takeOversized(const Node &node)
{
    if (node.kind == Kind::Table)
        return false;
    const qsizetype limit = longest(node.kind);
    const QList<qsizetype> parts = node.kind == Kind::List ? node.parts : QList<qsizetype>{node.begin};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype end = i + 1 < parts.size() ? parts.at(i + 1) : node.end;
        if (end - parts.at(i) < limit)
            continue;
        const qsizetype newline = m_text.indexOf(u'\n', parts.at(i) + limit - 1);
        if (newline < 0 || newline + 1 > end)
            return false;
        commit(node.kind, newline + 1);
        return true;
    }
    return false;
}

void MarkdownBlocks::takeOpenList(const Node &node)
{
    if (node.parts.size() < 2)
        return;
    const int first = m_open.ordinal >= 0 ? m_open.ordinal : node.start;
    commit(Kind::List, node.parts.back(), false);
    m_open.kind = Kind::List;
    m_open.continues = true;
    m_open.ordinal = node.ordered ? first + static_cast<int>(node.parts.size()) - 1 : -1;
}

void MarkdownBlocks::takeOpenTable(const Node &node)
{
    if (node.parts.size() < 2)
        return;
    QString head = m_open.head;
    if (head.isEmpty()) {
        // Two lines before the first row: the table's own start line may be that of a paragraph above it.
        const qsizetype delimiter = m_text.lastIndexOf(u'\n', node.parts.at(1) - 2) + 1;
        const qsizetype header = delimiter < 2 ? 0 : m_text.lastIndexOf(u'\n', delimiter - 2) + 1;
        head = m_text.mid(header, node.parts.at(1) - header);
    }
    commit(Kind::Table, node.end, false);
    m_open.kind = Kind::Table;
    m_open.continues = true;
    m_open.head = head;
}

void MarkdownBlocks::takeOverlongLine()
{
    qsizetype cut = m_text.lastIndexOf(u' ', m_tail + kLongestLine - 1) + 1;
    if (cut < m_tail + kLongestLine / 2)
        cut = m_tail + kLongestLine;
    if (m_text.at(cut - 1).isHighSurrogate())
        --cut;
    commit(Kind::Paragraph, cut);
}

void MarkdownBlocks::openFence(const Node &node)
{
    qsizetype fence = node.begin;
    while (m_text.at(fence) == u' ')
        ++fence;
    m_fenceCharacter = m_text.at(fence);
    while (fence + m_fenceLength < m_text.size() && m_text.at(fence + m_fenceLength) == m_fenceCharacter)
        ++m_fenceLength;
    m_open = {};
    m_open.kind = Kind::Code;
    m_open.fenced = true;
    m_open.fenceIndent = static_cast<int>(fence - node.begin);
    m_open.language = node.info.section(u' ', 0, 0, QString::SectionSkipEmpty);
    const qsizetype newline = m_text.indexOf(u'\n', fence);
    m_tail = newline < 0 ? m_text.size() : newline + 1;
}

bool MarkdownBlocks::isFenceEnd(QStringView line) const
{
    qsizetype from = 0;
    while (from < line.size() && line[from] == u' ')
        ++from;
    const QStringView rest = line.mid(from).trimmed();
    return from < 4 && rest.size() >= m_fenceLength && rest.count(m_fenceCharacter) == rest.size();
}

/// Commits the whole lines of the open code. True when its end was found.
bool MarkdownBlocks::takeFence(bool final)
{
    qsizetype line = m_tail;
    while (line < m_text.size()) {
        const qsizetype newline = m_text.indexOf(u'\n', line);
        if (newline < 0 && !final)
            break;
        const qsizetype stop = newline < 0 ? m_text.size() : newline;
        const qsizetype next = newline < 0 ? stop : stop + 1;
        if (isFenceEnd(QStringView(m_text).mid(line, stop - line))) {
            commit(Kind::Code, line);
            m_tail = next;
            m_fenceLength = 0;
            m_open = {};
            return true;
        }
        line = next;
    }
    if (final) {
        commit(Kind::Code, m_text.size());
        m_fenceLength = 0;
    } else if (line > m_tail) {
        const Piece context = m_open;
        commit(Kind::Code, line, false);
        m_open = context;
        m_open.continues = true;
    }
    return false;
}

void MarkdownBlocks::commit(Kind kind, qsizetype end, bool last)
{
    Piece piece = std::exchange(m_open, {});
    piece.kind = kind;
    piece.begin = m_tail;
    piece.end = end;
    piece.last = last;
    m_closed.append(piece);
    m_tail = end;
}

} // namespace ui
