#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>
#include <cstddef>

namespace ui {

/// What a stretch of code is; the index of a colour in MarkdownStyle::syntax.
enum class SyntaxKind { Plain, Keyword, Type, String, Number, Comment, Function, Preprocessor };
inline constexpr std::size_t kSyntaxKinds = 8;

/// Fonts and colours of rendered Markdown. The theme makes one; a view keeps a copy.
struct MarkdownStyle
{
    QFont font;
    QFont codeFont;
    QColor ink;
    QColor secondary; ///< headers of code blocks, list markers, raw HTML
    QColor quote;
    QColor link;
    QColor line;
    QColor codeBackground;
    QColor tableHead;
    std::array<QColor, kSyntaxKinds> syntax;

    /// A light or dark style after the lightness of the palette's base, for use without a theme.
    static MarkdownStyle fromPalette(const QPalette &palette, const QFont &font);

    const QColor &syntaxColour(SyntaxKind kind) const { return syntax[static_cast<std::size_t>(kind)]; }
    bool operator==(const MarkdownStyle &) const = default;
};

} // namespace ui
