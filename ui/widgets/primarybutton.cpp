#include "ui/widgets/primarybutton.h"

#include "ui/theme/paint.h"

#include <QPainter>

namespace ui {

namespace {

/// As high as the flat buttons beside it.
constexpr int kButtonHeight = 28;

} // namespace

PrimaryButton::PrimaryButton(const Theme &theme, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize PrimaryButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + m_theme.px(26),
            std::max(metrics.height() + m_theme.px(11), m_theme.px(kButtonHeight))};
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int radius = m_theme.px(kControlRadius);
    const bool live = isEnabled();
    QColor fill = m_theme.colour(live ? Theme::Token::Accent : Theme::Token::Panel2);
    if (live && isDown())
        fill = m_theme.isDark() ? fill.lighter(112) : fill.darker(122);
    else if (live && underMouse())
        fill = m_theme.isDark() ? fill.lighter(106) : fill.darker(110);
    drawBox(painter, rect(), fill, live ? QColor() : m_theme.colour(Theme::Token::Line), radius);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_theme.colour(live ? Theme::Token::OnAccent : Theme::Token::Ink3));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, text());
    if (showsFocus(this))
        drawFocusRing(painter, rect().adjusted(2, 2, -2, -2), m_theme.colour(Theme::Token::OnAccent),
                      radius - 2);
}

} // namespace ui
