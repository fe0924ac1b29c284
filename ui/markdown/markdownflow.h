#pragma once

#include "ui/markdown/markdownlines.h"

namespace ui {

/// The lines of growing Markdown, frame by frame. What has settled is told once; what is open is told anew
/// each time. While a table grows it is told as several short ones, so that a row costs the same however many
/// came before; it becomes one when it ends. A plain value.
class MarkdownFlow
{
public:
    struct Frame
    {
        MarkdownLines lines; ///< to be shown in place of the open lines of the frame before
        qsizetype settled = 0; ///< how many of them will not change any more
        bool more = false; ///< there was more than `pieces`: the open lines are not among these
    };

    void append(QStringView delta) { m_blocks.append(delta); }
    /// True when everything has to be told again (next() begins anew): the text defines links, "[name]:
    /// address", that until now stood as plain text wherever the definition came in another piece.
    bool finish();
    void clear();
    /// Tells everything again from the start.
    void rewind();

    /// At most `pieces` settled pieces of the text.
    Frame next(qsizetype pieces);
    const MarkdownBlocks &blocks() const { return m_blocks; }

private:
    void settle(const MarkdownBlocks::Piece &piece, Frame &frame);
    void settleTable(Frame &frame);

    MarkdownBlocks m_blocks;
    QString m_definitions; ///< of links, known at the end
    qsizetype m_next = 0; ///< first closed piece not told yet
    qsizetype m_codeLines = 0; ///< settled of the open block of code
    MarkdownLine m_table; ///< rows settled of the open table
};

} // namespace ui
