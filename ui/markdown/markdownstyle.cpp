#include "ui/markdown/markdownstyle.h"

#include <QFontDatabase>

namespace ui {

namespace {

QColor color(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

} // namespace

MarkdownStyle MarkdownStyle::fromPalette(const QPalette &palette, const QFont &font)
{
    MarkdownStyle style;
    style.font = font;
    style.codeFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        style.codeFont.setPointSizeF(font.pointSizeF() * 0.92);
    else
        style.codeFont.setPixelSize(qMax(1, font.pixelSize() - 1));
    style.ink = palette.color(QPalette::Text);
    style.link = palette.color(QPalette::Link);
    if (palette.color(QPalette::Base).lightness() < 128) {
        style.secondary = style.quote = color(0xa4adbb);
        style.line = color(0x323944);
        style.codeBackground = color(0x14171c);
        style.tableHead = color(0x23282f);
        style.syntax = {style.ink,       color(0x7aa5ff), color(0x8fd0f5), color(0x7fcf9c),
                        color(0xf0b057), color(0x8c96a6), color(0xd987c4), color(0xe0a545)};
    } else {
        style.secondary = style.quote = color(0x566072);
        style.line = color(0xdfe3e8);
        style.codeBackground = color(0xf6f7f9);
        style.tableHead = color(0xf1f3f6);
        style.syntax = {style.ink,       color(0x2b62d9), color(0x12678f), color(0x1a7348),
                        color(0x9a5b00), color(0x646d7d), color(0x98327f), color(0x8a5200)};
    }
    return style;
}

} // namespace ui
