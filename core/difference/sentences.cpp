#include "core/difference/sentences.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace core {

namespace {

TextRange trimmed(const QString &text, TextRange range)
{
    while (range.length > 0 && text.at(range.begin).isSpace()) {
        ++range.begin;
        --range.length;
    }
    while (range.length > 0 && text.at(range.end() - 1).isSpace())
        --range.length;
    return range;
}

bool hasWord(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

BlockedText blocksOfMarkdown(const QString &markdown)
{
    static const QRegularExpression marks(QStringLiteral(R"(^\s*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)\s+|\|)+)"));
    BlockedText result{markdown, {}};
    bool wraps = false;
    for (const TextLine &line : linesOf(markdown)) {
        const QString text = markdown.mid(line.begin, line.length);
        const TextRange whole = trimmed(markdown, {line.begin, line.length, line.code});
        if (line.fence || line.code || whole.length == 0) {
            if (line.code && whole.length > 0)
                result.blocks.append(whole);
            wraps = false;
            continue;
        }
        const qsizetype signs = marks.match(text).capturedLength();
        if (wraps && signs == 0) {
            result.blocks.last().length = whole.end() - result.blocks.constLast().begin;
        } else {
            const TextRange words = trimmed(markdown, {line.begin + signs, line.length - signs, false});
            if (words.length > 0)
                result.blocks.append(words);
        }
        wraps = !text.trimmed().startsWith(u'#') && !result.blocks.isEmpty();
    }
    return result;
}

QList<TextRange> sentencesOf(const BlockedText &text)
{
    QList<TextRange> sentences;
    const auto add = [&](const TextRange &range) {
        const TextRange sentence = trimmed(text.text, range);
        if (hasWord(QStringView(text.text).mid(sentence.begin, sentence.length)))
            sentences.append(sentence);
    };
    for (const TextRange &block : text.blocks) {
        if (block.code) {
            add(block);
            continue;
        }
        // A line end inside a wrapped paragraph would end the sentence.
        QString words = text.text.mid(block.begin, block.length);
        words.replace(u'\n', u' ');
        QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, words);
        qsizetype begin = 0;
        for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
            add({block.begin + begin, end - begin, false});
            begin = end;
        }
    }
    return sentences;
}

} // namespace core
