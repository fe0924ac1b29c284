#include "core/simulator/tokens.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kLongestPiece = 6;

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() && character.unicode() < 0x2E80;
}

/// Where the piece that begins at `from` ends.
qsizetype pieceEnd(const QString &text, qsizetype from)
{
    qsizetype at = from;
    const QChar first = text.at(at);
    if (first == QLatin1Char(' ') && at + 1 < text.size() && isWordCharacter(text.at(at + 1)))
        ++at;
    if (isWordCharacter(text.at(at))) {
        const qsizetype limit = std::min(text.size(), at + kLongestPiece);
        while (at < limit && isWordCharacter(text.at(at)))
            ++at;
        return at;
    }
    if (first.isSpace()) {
        while (at < text.size() && text.at(at) == first)
            ++at;
        return at;
    }
    return first.isHighSurrogate() && at + 1 < text.size() ? at + 2 : at + 1;
}

} // namespace

QStringList splitTokens(const QString &text)
{
    QStringList pieces;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = pieceEnd(text, at);
        pieces.append(text.mid(at, end - at));
        at = end;
    }
    return pieces;
}

qint64 countTokens(const QString &text)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < text.size(); ++count)
        at = pieceEnd(text, at);
    return count;
}

} // namespace core
