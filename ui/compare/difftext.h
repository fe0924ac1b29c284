#pragma once

#include "core/difference/textdiff.h"
#include "ui/theme/theme.h"

class QTextCharFormat;
class QTextDocument;

namespace ui {

/// A colour between two tokens, for grounds: `share` of `token` over the panel.
QColor softened(const Theme &theme, Theme::Token token, double share);

/// Two texts and how they differ.
struct DiffTexts
{
    QString before;
    QString after;
    core::TextDiff diff;
};

/// Writes how a text differs into an empty document: what is removed struck through behind a minus sign,
/// what is added underlined behind a plus sign, so that it needs no colour to be read.
void writeDiff(QTextDocument &document, const DiffTexts &texts, const Theme &theme);

/// The same in two columns with a head each, what both texts have on the same height.
void writeDiffSideBySide(QTextDocument &document, const DiffTexts &texts, const Theme &theme,
                         const QString &beforeHead, const QString &afterHead);

/// Whether characters of this format are removed or added ones.
bool isChanged(const QTextCharFormat &format);

} // namespace ui
