#include "ui/widgets/themedlabel.h"

namespace ui {

ThemedLabel::ThemedLabel(const Theme &theme, const QString &text, Theme::Token ink, QWidget *parent)
    : QLabel(text, parent), m_theme(theme), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &ThemedLabel::applyTheme);
    applyTheme();
}

void ThemedLabel::setInk(Theme::Token ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    applyTheme();
}

void ThemedLabel::setType(double scale, QFont::Weight weight)
{
    m_scale = scale;
    m_weight = weight;
    applyTheme();
}

void ThemedLabel::applyTheme()
{
    QPalette colours = palette();
    colours.setColor(foregroundRole(), m_theme.colour(m_ink));
    setPalette(colours);
    setFont(m_theme.font(m_scale, m_weight));
}

} // namespace ui
