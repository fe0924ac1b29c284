#include "ui/markdown/markdownmath.h"

#include "ui/markdown/markdownblocks.h"

namespace ui {

namespace {

qsizetype lineEnd(QStringView text, qsizetype from, qsizetype end)
{
    const qsizetype newline = text.indexOf(u'\n', from);
    return newline < 0 || newline > end ? end : newline;
}

qsizetype skipBlanks(QStringView text, qsizetype from)
{
    while (from < text.size() && (text[from] == u' ' || text[from] == u'\t'))
        ++from;
    return from;
}

/// Closing mark for the display math opening at `at`, or null.
const char16_t *displayCloser(QStringView text, qsizetype at)
{
    const QStringView rest = text.mid(at);
    if (rest.startsWith(u"$$"))
        return u"$$";
    return rest.startsWith(u"\\[") ? u"\\]" : nullptr;
}

/// End of the inline math that begins at `at` within one line, or 0.
qsizetype inlineEnd(QStringView line, qsizetype at)
{
    const QStringView rest = line.mid(at);
    for (const auto &[open, close] :
         {std::pair(u"$$", u"$$"), std::pair(u"\\(", u"\\)"), std::pair(u"\\[", u"\\]")}) {
        if (rest.startsWith(open)) {
            const qsizetype found = line.indexOf(close, at + 2);
            return found > at + 2 ? found + 2 : 0;
        }
    }
    if (line[at] != u'$' || at + 1 >= line.size() || line[at + 1].isSpace())
        return 0;
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (line[i] == u'$') {
            const bool closes =
                i > at + 1 && !line[i - 1].isSpace() && (i + 1 == line.size() || !line[i + 1].isDigit());
            return closes ? i + 1 : 0;
        }
    }
    return 0;
}

/// Past the code span that begins at `at`, or past its backticks when it is not closed on this line.
qsizetype codeEnd(QStringView line, qsizetype at)
{
    qsizetype ticks = at;
    while (ticks < line.size() && line[ticks] == u'`')
        ++ticks;
    const qsizetype count = ticks - at;
    for (qsizetype i = ticks; i < line.size();) {
        if (line[i] != u'`') {
            ++i;
            continue;
        }
        qsizetype run = i;
        while (run < line.size() && line[run] == u'`')
            ++run;
        if (run - i == count)
            return run;
        i = run;
    }
    return ticks;
}

class Masker
{
public:
    explicit Masker(const QString &text) : m_result{text, {}} { }

    void hide(qsizetype from, qsizetype to)
    {
        if (from >= to || m_result.spans.size() >= MaskedMath::kMaxSpans)
            return;
        const auto index = static_cast<char16_t>(MaskedMath::kMarker + m_result.spans.size());
        m_result.spans.append(m_result.text.mid(from, to - from));
        m_result.text[from] = QChar(index);
        for (qsizetype i = from + 1; i < to; ++i)
            m_result.text[i] = QChar(MaskedMath::kFiller);
    }

    MaskedMath take() { return std::move(m_result); }

private:
    MaskedMath m_result;
};

void maskLine(Masker &masker, QStringView line, qsizetype offset)
{
    for (qsizetype i = 0; i < line.size();) {
        const QChar character = line[i];
        if (character == u'`') {
            i = codeEnd(line, i);
            continue;
        }
        if (character == u'$' || character == u'\\') {
            if (const qsizetype end = inlineEnd(line, i)) {
                masker.hide(offset + i, offset + end);
                i = end;
                continue;
            }
            i += character == u'\\' || line.mid(i).startsWith(u"$$") ? 2 : 1;
            continue;
        }
        ++i;
    }
}

} // namespace

qsizetype displayMathEnd(QStringView text, qsizetype line, qsizetype end)
{
    const qsizetype open = skipBlanks(text, line);
    const char16_t *const closer = open < end ? displayCloser(text, open) : nullptr;
    if (!closer)
        return 0;
    qsizetype stop = lineEnd(text, open, end);
    if (text.mid(open + 2, stop - open - 2).contains(QStringView(closer)))
        return 0;
    while (stop < end) {
        const qsizetype next = stop + 1;
        stop = lineEnd(text, next, end);
        const QStringView current = text.mid(next, stop - next);
        if (next >= end)
            break;
        if (isBlank(current))
            return 0;
        if (const qsizetype found = current.indexOf(QStringView(closer)); found >= 0)
            return next + found + 2;
    }
    return -1;
}

MaskedMath maskMath(const QString &text)
{
    Masker masker(text);
    if (!text.contains(u'$') && !text.contains(QLatin1StringView("\\("))
        && !text.contains(QLatin1StringView("\\[")))
        return masker.take();
    for (const QChar character : text) {
        if (character.unicode() >= MaskedMath::kFiller
            && character.unicode() < MaskedMath::kMarker + MaskedMath::kMaxSpans)
            return masker.take();
    }
    const QStringView view(text);
    for (qsizetype line = 0; line < text.size();) {
        const qsizetype stop = lineEnd(view, line, text.size());
        const qsizetype display = displayMathEnd(view, line, text.size());
        if (display <= 0) {
            maskLine(masker, view.mid(line, stop - line), line);
            line = stop + 1;
            continue;
        }
        while (line < display) {
            const qsizetype lineStop = qMin(lineEnd(view, line, text.size()), display);
            masker.hide(skipBlanks(view, line), lineStop);
            line = lineStop + 1;
        }
        line = lineEnd(view, display, text.size()) + 1;
    }
    return masker.take();
}

bool MaskedMath::isMarker(QChar character) const
{
    return character.unicode() >= kMarker && character.unicode() < kMarker + spans.size();
}

QString MaskedMath::restore(const QString &masked) const
{
    if (spans.isEmpty())
        return masked;
    QString plain;
    for (const QChar character : masked) {
        if (isMarker(character))
            plain += span(character);
        else if (character != QChar(kFiller))
            plain += character;
    }
    return plain;
}

} // namespace ui
