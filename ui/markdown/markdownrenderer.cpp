#include "ui/markdown/markdownrenderer.h"

#include <QFontMetricsF>
#include <QTextCursor>
#include <QTextTable>

namespace ui {

namespace {

using Kind = MarkdownLine::Kind;

// What Qt leaves between two tables with a spacer of one pixel between them; parts of one table close up.
constexpr qreal kPartGap = 4;

// Headings are told by weight and space more than by size: lanes are narrow.
qreal headingScale(int level)
{
    return level == 1 ? 1.15 : level == 2 ? 1.08 : 1.0;
}

void scaleFont(QFont &font, qreal scale)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
}

} // namespace

MarkdownRenderer::MarkdownRenderer(const MarkdownStyle &style)
{
    setStyle(style);
}

void MarkdownRenderer::setStyle(const MarkdownStyle &style)
{
    m_style = style;
    m_unit = qMax(2.0, QFontMetricsF(style.font).ascent() / 3.25);
}

qreal MarkdownRenderer::gap(const MarkdownLine &line, const MarkdownLine *previous) const
{
    const bool code = line.kind == Kind::Code;
    if (!previous)
        return code ? codeHeaderHeight() + codePadding() + m_unit : 0;
    if (code && !line.first)
        return 0;
    qreal gap = m_unit * 2;
    if (line.kind == Kind::Heading)
        gap = m_unit * 3.5;
    else if (line.listDepth > 0 && previous->listDepth > 0)
        gap = line.item ? m_unit * 0.75 : m_unit * 1.5;
    if (previous->kind == Kind::Code)
        gap = qMax(gap, m_unit * 2) + codePadding();
    return code ? gap + codeHeaderHeight() + codePadding() : gap;
}

/// Room left of an item's text for its marker.
qreal MarkdownRenderer::itemIndent(const MarkdownLine &line) const
{
    if (!line.item || line.runs.isEmpty())
        return m_unit * 5.5;
    const QString &marker = line.runs.front().text;
    return marker.size() <= 3
        ? m_unit * 5.5
        : QFontMetricsF(m_style.font).horizontalAdvance(marker.chopped(1)) + m_unit * 1.5;
}

QTextBlockFormat MarkdownRenderer::blockFormat(const MarkdownLine &line, const MarkdownLine *previous) const
{
    QTextBlockFormat format;
    format.setTopMargin(gap(line, previous));
    qreal left = line.quoteDepth * quoteIndent() + line.listDepth * m_unit * 5.5;
    if (line.item) {
        const qreal indent = itemIndent(line);
        format.setTextIndent(-indent);
        format.setTabPositions({QTextOption::Tab(indent, QTextOption::LeftTab)});
        left = qMax(left, indent);
    }
    if (line.kind == Kind::Code) {
        left += codePadding() + m_unit * 0.5;
        format.setRightMargin(codePadding());
        format.setProperty(CodeLineProperty, line.first ? 1 : 2);
        if (line.first)
            format.setProperty(LanguageProperty, line.language);
        if (line.broken)
            format.setProperty(BrokenProperty, true);
    }
    if (line.kind == Kind::Heading)
        format.setHeadingLevel(line.level);
    if (line.kind == Kind::Rule)
        format.setProperty(RuleProperty, true);
    if (line.quoteDepth > 0)
        format.setProperty(QuoteProperty, line.quoteDepth);
    format.setLeftMargin(left);
    return format;
}

QTextCharFormat MarkdownRenderer::lineFormat(const MarkdownLine &line) const
{
    QTextCharFormat format;
    QFont font = line.kind == Kind::Code || line.kind == Kind::Html ? m_style.codeFont : m_style.font;
    if (line.kind == Kind::Heading) {
        font.setWeight(QFont::DemiBold);
        scaleFont(font, headingScale(line.level));
    }
    format.setFont(font);
    format.setForeground(line.kind == Kind::Html                              ? m_style.secondary
                             : line.quoteDepth > 0 && line.kind != Kind::Code ? m_style.quote
                                                                              : m_style.ink);
    return format;
}

QTextCharFormat MarkdownRenderer::runFormat(const MarkdownLine &line, const MarkdownRun &run) const
{
    QTextCharFormat format = lineFormat(line);
    if (run.flags == 0)
        return format;
    if (run.flags & (CodeText | MathText)) {
        QFont font = m_style.codeFont;
        font.setWeight(format.font().weight());
        format.setFont(font);
    }
    if (run.flags & CodeText)
        format.setProperty(ChipProperty, true);
    if (run.flags & BoldText)
        format.setFontWeight(QFont::Bold);
    if (run.flags & ItalicText)
        format.setFontItalic(true);
    if (run.flags & StruckText)
        format.setFontStrikeOut(true);
    if (run.flags & MarkerText)
        format.setForeground(m_style.secondary);
    if ((run.flags & LinkText) && !run.href.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(run.href);
        format.setToolTip(run.href);
        format.setForeground(m_style.link);
        format.setFontUnderline(true);
    }
    return format;
}

QTextCharFormat MarkdownRenderer::sourceFormat() const
{
    QTextCharFormat format;
    format.setFont(m_style.codeFont);
    format.setForeground(m_style.ink);
    return format;
}

void MarkdownRenderer::insertRuns(QTextCursor &cursor, const MarkdownLine &line,
                                  const MarkdownRuns &runs) const
{
    for (const MarkdownRun &run : runs)
        cursor.insertText(run.text, runFormat(line, run));
}

void MarkdownRenderer::insertTable(QTextCursor &cursor, const MarkdownLine &line,
                                   const MarkdownLine *previous) const
{
    const int columns = static_cast<int>(line.alignments.size());
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderBrush(m_style.line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellSpacing(0);
    format.setCellPadding(m_unit * 1.25);
    format.setTopMargin(line.first ? gap(line, previous) : -kPartGap);
    format.setLeftMargin(line.quoteDepth * quoteIndent() + line.listDepth * m_unit * 5.5);
    if (!line.shares.isEmpty()) {
        QList<QTextLength> widths;
        for (const int share : line.shares)
            widths.append(QTextLength(QTextLength::PercentageLength, share));
        format.setColumnWidthConstraints(widths);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    }
    if (line.first)
        format.setHeaderRowCount(1);
    const QTextDocument &document = *cursor.document();
    setNeeds(format, needsOf(line, m_style, 2 * format.cellPadding()));
    format.setColumns(columns);
    fitTable(format, document, m_tablesShrink);
    QTextTable *const table = cursor.insertTable(static_cast<int>(line.rows.size()), columns, format);
    for (int row = 0; row < line.rows.size(); ++row)
        fillRow(table, row, line, line.first && row == 0);
    cursor.movePosition(QTextCursor::End);
    makeSpacer(cursor);
}

void MarkdownRenderer::makeSpacer(QTextCursor &cursor) const
{
    QTextBlockFormat format;
    format.setLineHeight(1, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(format);
    cursor.setBlockCharFormat(lineFormat(MarkdownLine()));
}

void MarkdownRenderer::fillRow(QTextTable *table, int row, const MarkdownLine &line, bool head) const
{
    MarkdownLine model;
    model.quoteDepth = line.quoteDepth;
    const QList<MarkdownRuns> &cells = line.rows.at(row);
    for (int column = 0; column < table->columns(); ++column) {
        QTextTableCell cell = table->cellAt(row, column);
        // The format of a cell is that of its first block's end as well: both are set at once.
        QTextTableCellFormat format;
        format.merge(lineFormat(model));
        if (head)
            format.setBackground(m_style.tableHead);
        cell.setFormat(format);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(line.alignments.at(column) | Qt::AlignAbsolute);
        cursor.setBlockFormat(block);
        if (column >= cells.size())
            continue;
        for (MarkdownRun run : cells.at(column)) {
            run.flags = static_cast<quint16>(run.flags | (head ? BoldText : 0));
            cursor.insertText(run.text, runFormat(model, run));
        }
    }
}

void MarkdownRenderer::colour(QTextCursor &cursor, int position, const QList<SyntaxToken> &tokens) const
{
    for (const SyntaxToken &token : tokens) {
        QTextCharFormat format;
        format.setForeground(m_style.syntaxColour(token.kind));
        cursor.setPosition(position + token.start);
        cursor.setPosition(position + token.start + token.length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

} // namespace ui
