#include "ui/compare/blocksteps.h"

#include "ui/markdown/markdownrenderer.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextTable>

#include <algorithm>

namespace ui {

int blockTop(const QTextDocument &document, const QTextBlock &block)
{
    const QAbstractTextDocumentLayout *const layout = document.documentLayout();
    if (QTextTable *const table = QTextCursor(block).currentTable())
        return static_cast<int>(layout->frameBoundingRect(table).top());
    // The head of a block of code is painted into the margin above its first line.
    const QTextBlock above = block.previous();
    if (!above.isValid())
        return 0;
    return static_cast<int>(
        std::min(layout->blockBoundingRect(block).top(), layout->blockBoundingRect(above).bottom()));
}

QList<int> blockTops(const QTextDocument &document)
{
    QList<int> tops;
    const QTextTable *inTable = nullptr;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextTable *const table = QTextCursor(block).currentTable();
        const bool sameTable = table && table == inTable;
        inTable = table;
        const bool codeGoesOn = block.blockFormat().intProperty(CodeLineProperty) == 2;
        if (sameTable || codeGoesOn || (!table && block.text().trimmed().isEmpty()))
            continue;
        tops.append(blockTop(document, block));
    }
    return tops;
}

bool scrollToNext(QTextEdit &view, const QList<int> &tops, int by)
{
    QScrollBar &bar = *view.verticalScrollBar();
    const int now = bar.value();
    // A pixel more or less comes from rounding.
    const auto next = by > 0
        ? std::find_if(tops.cbegin(), tops.cend(), [now](int top) { return top > now + 1; })
        : std::find_if(tops.crbegin(), tops.crend(), [now](int top) { return top < now - 1; }).base();
    if (by > 0 ? next == tops.cend() : next == tops.cbegin())
        return false;
    bar.setValue(by > 0 ? *next : *(next - 1));
    return bar.value() != now;
}

} // namespace ui
