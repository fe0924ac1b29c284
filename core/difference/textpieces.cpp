#include "core/difference/textpieces.h"

#include <QTextBoundaryFinder>

namespace core {

namespace {

QStringView trimmedRight(QStringView text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && (line.at(indent) == u' ' || line.at(indent) == u'\t'))
        ++indent;
    return indent;
}

/// Lets every piece reach to the next one.
QList<TextPiece> closeGaps(QList<TextPiece> pieces, const QString &text)
{
    if (pieces.isEmpty()) {
        if (!text.isEmpty())
            pieces.append({0, text.size(), {}, false});
        return pieces;
    }
    pieces.first().begin = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const qsizetype end = i + 1 < pieces.size() ? pieces.at(i + 1).begin : text.size();
        pieces[i].length = end - pieces.at(i).begin;
    }
    return pieces;
}

QString lineKey(QStringView line, bool code)
{
    return code ? trimmedRight(line).toString() : line.toString().simplified();
}

bool isHeading(QStringView line)
{
    const QStringView text = line.trimmed();
    qsizetype marks = 0;
    while (marks < text.size() && text.at(marks) == u'#')
        ++marks;
    return marks > 0 && marks <= 6 && (marks == text.size() || text.at(marks).isSpace());
}

} // namespace

Fence fenceOn(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || (text.front() != u'`' && text.front() != u'~'))
        return {};
    Fence fence{text.front()};
    while (fence.length < text.size() && text.at(fence.length) == fence.character)
        ++fence.length;
    if (fence.length < 3 || (fence.character == u'`' && text.mid(fence.length).contains(u'`')))
        return {};
    fence.bare = fence.length == text.size();
    return fence;
}

QList<TextLine> linesOf(const QString &text)
{
    QList<TextLine> lines;
    Fence open;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf(u'\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        TextLine line{begin, end - begin, open.length > 0, false};
        const Fence fence = fenceOn(QStringView(text).mid(begin, end - begin));
        const bool closes =
            open.length > 0 && fence.bare && fence.character == open.character && fence.length >= open.length;
        line.fence = fence.length > 0 && (open.length == 0 || closes);
        line.code = line.code && !closes;
        if (closes)
            open = {};
        else if (line.fence)
            open = fence;
        lines.append(line);
        begin = end;
    }
    return lines;
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        if (end > begin)
            words.append(text.mid(begin, end - begin));
        begin = end;
    }
    return words;
}

QList<TextPiece> cutWords(const QString &text)
{
    QList<TextPiece> pieces;
    const QStringView whole(text);
    for (const TextLine &line : linesOf(text)) {
        const QStringView here = whole.mid(line.begin, line.length);
        const qsizetype indent = line.code && !here.trimmed().isEmpty() ? indentOf(here) : 0;
        if (indent > 0)
            pieces.append({line.begin, 0, here.left(indent).toString(), true});
        for (const QStringView word : wordsOf(here.mid(indent))) {
            if (!word.trimmed().isEmpty())
                pieces.append({word.data() - whole.data(), 0, word.toString(), line.code || line.fence});
        }
    }
    return closeGaps(pieces, text);
}

QList<TextPiece> cutLines(const QString &text)
{
    QList<TextPiece> pieces;
    for (const TextLine &line : linesOf(text)) {
        const QStringView here = QStringView(text).mid(line.begin, line.length);
        if (!here.trimmed().isEmpty())
            pieces.append({line.begin, 0, lineKey(here, line.code), line.code || line.fence});
    }
    return closeGaps(pieces, text);
}

QList<TextPiece> cutBlocks(const QString &text)
{
    QList<TextPiece> pieces;
    bool inBlock = false;
    bool inCode = false;
    for (const TextLine &line : linesOf(text)) {
        const QStringView here = QStringView(text).mid(line.begin, line.length);
        const bool opens = line.fence && !inCode;
        const bool heading = !line.code && !line.fence && isHeading(here);
        if (here.trimmed().isEmpty() && !inCode) {
            inBlock = false;
            continue;
        }
        if (!inBlock || opens || heading)
            pieces.append({line.begin, 0, lineKey(here, line.code), line.code || line.fence});
        else
            pieces.last().key += (inCode ? u'\n' : u' ') + lineKey(here, line.code);
        if (line.fence)
            inCode = opens;
        inBlock = !heading && (inCode || !line.fence);
    }
    return closeGaps(pieces, text);
}

} // namespace core
