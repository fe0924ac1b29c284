#pragma once

#include <QList>
#include <QTextBlock>

class QTextDocument;
class QTextEdit;

namespace ui {

/// Where the blocks of a text begin, in pixels from its top: paragraphs, headings, items, tables and blocks
/// of code, each as a whole. Also lays the text out, so not for one that streams in many times a second.
QList<int> blockTops(const QTextDocument &document);

/// The top of one block, its margin included.
int blockTop(const QTextDocument &document, const QTextBlock &block);

/// Scrolls to the first of `tops`, which are in order, below the top of what is seen (`by` 1) or the last one
/// above it (`by` -1). False when there is none or the end is reached.
bool scrollToNext(QTextEdit &view, const QList<int> &tops, int by);

} // namespace ui
