#pragma once

#include "ui/markdown/markdownblocks.h"

#include <QList>
#include <QString>

namespace ui {

/// How a run of text is set; a set of flags.
enum MarkdownTextFlag : quint16 {
    BoldText = 1,
    ItalicText = 2,
    StruckText = 4,
    CodeText = 8,
    LinkText = 16,
    MathText = 32,
    MarkerText = 64, ///< bullet or number of a list item
};

struct MarkdownRun
{
    QString text;
    quint16 flags = 0;
    QString href;

    bool operator==(const MarkdownRun &) const = default;
};

using MarkdownRuns = QList<MarkdownRun>;

/// A longest word of them, by its characters: what no line break may stand in.
QString longestWord(const MarkdownRuns &runs);

/// One line of the flattened document: a text block, or a table with its rows. Knows no fonts and no colours,
/// so that two renderings can be compared cheaply.
struct MarkdownLine
{
    enum class Kind { Paragraph, Heading, Code, Html, Rule, Table };

    Kind kind = Kind::Paragraph;
    int level = 0; ///< of a heading, 1 to 6
    int quoteDepth = 0;
    int listDepth = 0;
    bool item = false; ///< begins a list item: the runs begin with its marker and a tab
    bool first = false; ///< first line of a block of code or of a table
    bool broken = false; ///< an overlong code line goes on in the next one
    QString language; ///< of the first line of a block of code
    MarkdownRuns runs;
    QList<QList<MarkdownRuns>> rows; ///< of a table; the first is the head when `first`
    QList<Qt::Alignment> alignments; ///< of a table, one a column
    QList<int> shares; ///< of the width in percent, one a column; empty: as the text needs
    QStringList words; ///< with `shares`: a longest word of each column

    bool operator==(const MarkdownLine &) const = default;
};

using MarkdownLines = QList<MarkdownLine>;

/// Flattens one piece of `text`. `codeLines` counts the lines already shown of the block of code it
/// continues. `definitions` are those of links ("[name]: address") found elsewhere in the text. Images become
/// links with their alternative text, raw HTML stays text, line breaks stay line breaks.
MarkdownLines flattenMarkdown(const QString &text, const MarkdownBlocks::Piece &piece,
                              qsizetype codeLines = 0, const QString &definitions = {});

} // namespace ui
