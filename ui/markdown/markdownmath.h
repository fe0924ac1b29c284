#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// Math ($..$, $$..$$, \(..\), \[..\]) is not Markdown: nothing inside may become emphasis or a list. It is
/// hidden from the parser behind private-use characters, with the same length and the same lines, and put
/// back afterwards.
struct MaskedMath
{
    static constexpr char16_t kFiller = 0xE000;
    static constexpr char16_t kMarker = 0xE100; ///< plus the index in `spans`
    static constexpr qsizetype kMaxSpans = 0xF00;

    QString text;
    QStringList spans;

    /// `text` with everything hidden put back.
    QString restore(const QString &masked) const;
    bool isMarker(QChar character) const;
    const QString &span(QChar marker) const { return spans.at(marker.unicode() - kMarker); }
};

/// A dollar opens before and closes after a character that is no space, and does not close before a digit
/// ("$5 and $10" are prices); only display math at the start of a line may span lines. Text with characters
/// of the private range is left alone.
MaskedMath maskMath(const QString &text);

/// End of the display math that begins at `line` (start of a line): past its last character; 0 when none
/// begins here or it ends on this very line, -1 when it is neither closed nor given up (by an empty line)
/// before `end`.
qsizetype displayMathEnd(QStringView text, qsizetype line, qsizetype end);

} // namespace ui
