#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace core {

/// Asked now and then by what may take long, from its thread; true ends it.
using StopCheck = std::function<bool()>;

/// A piece of a text and what it is compared by. The pieces of a text follow one another without a gap: the
/// whitespace behind a piece belongs to it, that before the first piece to the first.
struct TextPiece
{
    qsizetype begin = 0;
    qsizetype length = 0;
    QString key;
    bool code = false; ///< inside a fence, or the fence itself

    qsizetype end() const { return begin + length; }
    bool operator==(const TextPiece &) const = default;
};

/// Words and punctuation marks after the rules of Unicode (UAX #29), so Chinese and kana but katakana by
/// character. Space does not count, but what a line of fenced code is indented by does.
QList<TextPiece> cutWords(const QString &text);

/// Lines; empty ones go with the line before. Space does not count beyond that there is some, except in code,
/// where only that at the end of a line does not.
QList<TextPiece> cutLines(const QString &text);

/// Paragraphs, headings and fenced code, each whole, compared as lines are.
QList<TextPiece> cutBlocks(const QString &text);

/// What opens a fence of Markdown or would close it: its character and how often it stands there. Zero when
/// `line` is neither. `bare`: nothing but the fence is on the line.
struct Fence
{
    QChar character;
    qsizetype length = 0;
    bool bare = false;
};
Fence fenceOn(QStringView line);

/// One line of a text with its line end.
struct TextLine
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool code = false; ///< inside a fence
    bool fence = false; ///< opens or closes one
};
QList<TextLine> linesOf(const QString &text);

/// Ranges between the word boundaries of Unicode, in order; `text` is one line or one sentence.
QList<QStringView> wordsOf(QStringView text);

} // namespace core
