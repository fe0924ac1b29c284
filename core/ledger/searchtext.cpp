#include "core/ledger/searchtext.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct CodeRange
{
    char32_t first;
    char32_t last;
};

// Scripts written without spaces between words, by block: https://www.unicode.org/Public/UNIDATA/Blocks.txt
constexpr std::array kSpacedBlocks{
    CodeRange{0x0E00, 0x0EFF}, // Thai, Lao
    CodeRange{0x1100, 0x11FF}, // Hangul Jamo
    CodeRange{0x2E80, 0x2FDF}, // CJK radicals
    CodeRange{0x3005, 0x3007}, // iteration marks, zero
    CodeRange{0x3040, 0x30FF}, // Hiragana, Katakana
    CodeRange{0x3100, 0x31FF}, // Bopomofo and extensions
    CodeRange{0x3400, 0x4DBF}, // extension A
    CodeRange{0x4E00, 0x9FFF}, // unified ideographs
    CodeRange{0xAC00, 0xD7A3}, // Hangul syllables
    CodeRange{0xF900, 0xFAFF}, // compatibility ideographs
    CodeRange{0xFF66, 0xFF9F}, // half-width Katakana
    CodeRange{0x20000, 0x323AF}, // extensions B to H
};

bool standsAlone(char32_t code)
{
    return std::any_of(kSpacedBlocks.begin(), kSpacedBlocks.end(),
                       [code](const CodeRange &range) { return code >= range.first && code <= range.last; })
        && !QChar::isMark(code);
}

/// Calls `each(code point, its text)` along `text`; a lone surrogate comes as it is.
template <typename Each>
void forEachCharacter(QStringView text, Each each)
{
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t code = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        const qsizetype length = pair ? 2 : 1;
        each(code, text.sliced(at, length));
        at += length;
    }
}

/// A term's words in one FTS5 string; empty when there are none.
QString quotedPhrase(QStringView term)
{
    QString words;
    forEachCharacter(term, [&words](char32_t code, QStringView character) {
        const bool word = QChar::isLetterOrNumber(code) || QChar::isMark(code);
        words += word ? character : QStringView(u" ");
    });
    const QString phrase = spacedForIndex(words).simplified();
    return phrase.isEmpty() ? QString() : QString(QLatin1Char('"') + phrase + QLatin1Char('"'));
}

} // namespace

QString spacedForIndex(const QString &text)
{
    QString spaced;
    spaced.reserve(text.size() + text.size() / 8);
    bool afterAlone = false;
    forEachCharacter(text, [&](char32_t code, QStringView character) {
        const bool alone = standsAlone(code);
        if ((alone || afterAlone) && !spaced.isEmpty() && !spaced.back().isSpace() && !QChar::isSpace(code)
            && !QChar::isMark(code))
            spaced += u' ';
        spaced += character;
        if (!QChar::isMark(code))
            afterAlone = alone;
    });
    return spaced;
}

QString joinedForReading(const QString &spaced)
{
    QString joined;
    joined.reserve(spaced.size());
    const QList<uint> codes = spaced.toUcs4();
    for (qsizetype at = 0; at < codes.size(); ++at) {
        const bool between = codes.at(at) == u' ' && at > 0 && at + 1 < codes.size();
        if (between && (standsAlone(codes.at(at - 1)) || standsAlone(codes.at(at + 1))))
            continue;
        joined += QStringView(QChar::fromUcs4(codes.at(at)));
    }
    return joined;
}

QString ftsQuery(const QString &input)
{
    QStringList terms;
    const auto add = [&terms](QStringView term, bool prefix) {
        const QString phrase = quotedPhrase(term);
        if (!phrase.isEmpty())
            terms.append(prefix ? QString(phrase + QStringLiteral(" *")) : phrase);
    };
    bool quoted = false;
    const QList<QStringView> parts = QStringView(input).split(u'"');
    for (const QStringView part : parts) {
        if (quoted) {
            add(part, false);
        } else {
            const QStringList words = part.toString().simplified().split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : words)
                add(word, word.endsWith(u'*'));
        }
        quoted = !quoted;
    }
    return terms.join(u' ');
}

} // namespace core
