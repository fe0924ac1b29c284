#include "ui/markdown/markdownflow.h"

#include <QRegularExpression>

namespace ui {

namespace {

using Kind = MarkdownLine::Kind;

constexpr qsizetype kRowsTogether = 8;
// Beyond this a table stays in parts: laying it out as one would take longer than a frame.
constexpr qsizetype kLongestTable = 150;
// They are parsed with each piece that has a bracket.
constexpr qsizetype kLongestDefinitions = 4096;

/// Column widths, in percent, from the text of the head and the first rows.
QList<int> sharesOf(const MarkdownLine &table)
{
    QList<int> lengths(table.alignments.size(), 3);
    for (qsizetype row = 0; row < qMin(kRowsTogether, table.rows.size()); ++row) {
        for (qsizetype column = 0; column < qMin(lengths.size(), table.rows.at(row).size()); ++column) {
            qsizetype length = 0;
            for (const MarkdownRun &run : table.rows.at(row).at(column))
                length += run.text.size();
            lengths[column] = qMax(lengths.at(column), static_cast<int>(qMin(length, qsizetype(40))));
        }
    }
    int sum = 0;
    for (const int length : lengths)
        sum += length;
    for (int &length : lengths)
        length = qMax(1, length * 100 / qMax(1, sum));
    return lengths;
}

/// Of the same rows, so that all parts agree.
QStringList wordsOf(const MarkdownLine &table)
{
    QStringList words(table.alignments.size());
    for (qsizetype row = 0; row < qMin(kRowsTogether, table.rows.size()); ++row) {
        for (qsizetype column = 0; column < qMin(words.size(), table.rows.at(row).size()); ++column) {
            const QString word = longestWord(table.rows.at(row).at(column));
            if (word.size() > words.at(column).size())
                words[column] = word;
        }
    }
    return words;
}

void appendParts(MarkdownLines &lines, const MarkdownLine &table)
{
    const bool several = table.rows.size() > kRowsTogether;
    const QList<int> shares = several ? sharesOf(table) : QList<int>();
    const QStringList words = several ? wordsOf(table) : QStringList();
    for (qsizetype row = 0; row < table.rows.size(); row += kRowsTogether) {
        MarkdownLine part = table;
        part.first = row == 0;
        part.rows = table.rows.mid(row, kRowsTogether);
        part.shares = shares;
        part.words = words;
        lines.append(part);
    }
}

} // namespace

void MarkdownFlow::clear()
{
    *this = MarkdownFlow();
}

bool MarkdownFlow::finish()
{
    m_blocks.finish();
    if (!m_definitions.isEmpty() || !m_blocks.text().contains(QLatin1StringView("]:")))
        return false;
    static const QRegularExpression definition(QStringLiteral(R"(^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$)"),
                                               QRegularExpression::MultilineOption);
    for (const MarkdownBlocks::Piece &piece : m_blocks.closed()) {
        if (piece.kind == MarkdownBlocks::Kind::Code || piece.kind == MarkdownBlocks::Kind::Html)
            continue;
        const QString text = m_blocks.text().mid(piece.begin, piece.end - piece.begin);
        for (auto match = definition.globalMatch(text); match.hasNext();)
            m_definitions += match.next().captured() % u'\n';
    }
    m_definitions.truncate(m_definitions.lastIndexOf(u'\n', kLongestDefinitions) + 1);
    if (!m_definitions.isEmpty())
        rewind();
    return !m_definitions.isEmpty();
}

void MarkdownFlow::rewind()
{
    m_next = 0;
    m_codeLines = 0;
    m_table = {};
}

MarkdownFlow::Frame MarkdownFlow::next(qsizetype pieces)
{
    Frame frame;
    const QList<MarkdownBlocks::Piece> &closed = m_blocks.closed();
    for (; m_next < closed.size() && pieces > 0; ++m_next, --pieces)
        settle(closed.at(m_next), frame);
    frame.settled = frame.lines.size();
    frame.more = m_next < closed.size();
    MarkdownLines open;
    if (!frame.more)
        open = flattenMarkdown(m_blocks.text(), m_blocks.tail(), m_codeLines);
    if (!m_table.rows.isEmpty()) {
        MarkdownLine table = m_table;
        if (!open.isEmpty() && open.front().kind == Kind::Table && !open.front().first)
            table.rows += open.takeFirst().rows;
        appendParts(frame.lines, table);
    }
    frame.lines += open;
    return frame;
}

void MarkdownFlow::settle(const MarkdownBlocks::Piece &piece, Frame &frame)
{
    MarkdownLines lines = flattenMarkdown(m_blocks.text(), piece, m_codeLines, m_definitions);
    m_codeLines = piece.fenced && !piece.last ? m_codeLines + lines.size() : 0;
    if (piece.kind != MarkdownBlocks::Kind::Table) {
        frame.lines += lines;
        return;
    }
    if (!piece.continues && !lines.isEmpty())
        m_table = lines.takeLast();
    else if (!lines.isEmpty())
        m_table.rows += lines.takeFirst().rows;
    frame.lines += lines;
    if (piece.last)
        settleTable(frame);
}

void MarkdownFlow::settleTable(Frame &frame)
{
    if (m_table.rows.isEmpty())
        return;
    if (m_table.rows.size() <= kLongestTable)
        frame.lines.append(m_table);
    else
        appendParts(frame.lines, m_table);
    m_table = {};
}

} // namespace ui
