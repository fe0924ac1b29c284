#pragma once

#include "core/difference/textpieces.h"

namespace core {

/// A range of a text.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool code = false;

    qsizetype end() const { return begin + length; }
    bool operator==(const TextRange &) const = default;
};

/// A text and the paragraphs and lines of code that it is made of, in order.
struct BlockedText
{
    QString text;
    QList<TextRange> blocks;

    bool operator==(const BlockedText &) const = default;
};

/// Blocks of Markdown: paragraphs with the lines they are wrapped in, headings, items of lists, rows of
/// tables, and each line of fenced code. Signs before the words (`#`, `-`, `1.`, `>`) are left out.
BlockedText blocksOfMarkdown(const QString &markdown);

/// The sentences of all blocks after the rules of Unicode (UAX #29), without the space around them, and the
/// lines of code as they are; nothing crosses a block. What has neither letter nor figure is left out.
QList<TextRange> sentencesOf(const BlockedText &text);

} // namespace core
