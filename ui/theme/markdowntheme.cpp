#include "ui/theme/markdowntheme.h"

#include "ui/theme/theme.h"

namespace ui {

MarkdownStyle markdownStyle(const Theme &theme)
{
    MarkdownStyle style = MarkdownStyle::fromPalette(theme.palette(), theme.font());
    style.ink = theme.colour(Theme::Token::Ink);
    style.secondary = theme.colour(Theme::Token::Ink2);
    style.quote = theme.colour(Theme::Token::Ink2);
    style.link = theme.colour(Theme::Token::Accent);
    style.line = theme.colour(Theme::Token::Line);
    style.codeBackground = theme.colour(Theme::Token::Background);
    style.tableHead = theme.colour(Theme::Token::Panel2);
    return style;
}

} // namespace ui
