#pragma once

#include "ui/markdown/markdownlines.h"
#include "ui/markdown/markdownstyle.h"
#include "ui/markdown/syntaxhighlighter.h"
#include "ui/markdown/tablefit.h"

#include <QHash>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextFormat>

class QTextCursor;
class QTextTable;

namespace ui {

/// What the painter of decorations reads from blocks and characters.
enum MarkdownProperty {
    CodeLineProperty =
        QTextFormat::UserProperty + 1, ///< of a block: int, 1 the first line of its code, 2 another
    LanguageProperty, ///< of a first line of code: QString
    BrokenProperty, ///< of a code line: goes on in the next block
    QuoteProperty, ///< of a block: depth
    RuleProperty, ///< of a block
    ChipProperty, ///< of characters: inline code
    TableWordsProperty, ///< of a table: what its columns need, see TableNeeds
    TableTextsProperty,
};

/// Turns lines into text blocks and tables of a document in one style: margins, fonts, colours. Main thread.
class MarkdownRenderer
{
public:
    explicit MarkdownRenderer(const MarkdownStyle &style);

    const MarkdownStyle &style() const { return m_style; }
    void setStyle(const MarkdownStyle &style);
    /// Tables never become wider than the document: where there is no room for a word, it is broken.
    void setTablesShrink(bool shrink) { m_tablesShrink = shrink; }
    bool doTablesShrink() const { return m_tablesShrink; }

    /// All distance between lines is in their top margins, so that a line never changes when another follows.
    QTextBlockFormat blockFormat(const MarkdownLine &line, const MarkdownLine *previous) const;
    QTextCharFormat lineFormat(const MarkdownLine &line) const;
    QTextCharFormat runFormat(const MarkdownLine &line, const MarkdownRun &run) const;
    /// Formats of text shown as its source.
    QTextCharFormat sourceFormat() const;

    void insertRuns(QTextCursor &cursor, const MarkdownLine &line, const MarkdownRuns &runs) const;
    /// Inserts a table at the cursor, with a spacer behind it.
    void insertTable(QTextCursor &cursor, const MarkdownLine &line, const MarkdownLine *previous) const;
    /// Makes the empty block at the cursor next to invisible. One stands behind each table and before code
    /// that begins the document: Qt ignores the top margin of a block with no block before it.
    void makeSpacer(QTextCursor &cursor) const;
    /// Colours the text of one line that begins at `position`.
    void colour(QTextCursor &cursor, int position, const QList<SyntaxToken> &tokens) const;

    // Pixels at the size of the style's font.
    qreal codeHeaderHeight() const { return m_unit * 6.5; }
    qreal codePadding() const { return m_unit * 2; }
    qreal quoteIndent() const { return m_unit * 3.5; }
    qreal unit() const { return m_unit; }

private:
    qreal gap(const MarkdownLine &line, const MarkdownLine *previous) const;
    qreal itemIndent(const MarkdownLine &line) const;
    void fillRow(QTextTable *table, int row, const MarkdownLine &line, bool head) const;

    MarkdownStyle m_style;
    bool m_tablesShrink = false;
    qreal m_unit = 4; ///< a quarter of the text's em height: 4 px at the design's 13 px text
};

} // namespace ui
