#pragma once

#include "ui/markdown/markdownlines.h"
#include "ui/markdown/markdownstyle.h"

#include <QList>
#include <QTextTableFormat>

class QTextDocument;

namespace ui {

/// What the columns of a table need in pixels, padding and border included: so that no word is broken, and so
/// that nothing is wrapped at all.
struct TableNeeds
{
    QList<qreal> words;
    QList<qreal> texts;
};

/// Words that are longer than most, such as addresses, may be broken. `padding` stands around a text, left
/// and right together.
TableNeeds needsOf(const MarkdownLine &table, const MarkdownStyle &style, qreal padding);

/// The widths of columns that share `room`: what their texts need when there is room for all of it, else at
/// least their words and a share of the rest. Where there is not even room for the words, they are the
/// widths, or shrunk to the room with `shrinks`.
QList<qreal> columnWidths(const TableNeeds &needs, qreal room, bool shrinks);

/// Keeps the needs in the format, for fitTable().
void setNeeds(QTextTableFormat &format, const TableNeeds &needs);

/// Gives the columns their widths in a document of that text width and margin; without effect on a format
/// without needs. True when they are others now.
bool fitTable(QTextTableFormat &format, const QTextDocument &document, bool shrinks);

/// Fits every table of the document, when its text width is another. True when one is wider than the
/// document.
bool fitTables(QTextDocument &document, bool shrinks);

} // namespace ui
