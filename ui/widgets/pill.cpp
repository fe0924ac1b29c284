#include "ui/widgets/pill.h"

#include "ui/theme/paint.h"

#include <QPainter>

namespace ui {

Pill::Pill(const Theme &theme, const QString &text, Theme::Token ink, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Pill::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

void Pill::setInk(Theme::Token ink)
{
    m_ink = ink;
    update();
}

QFont Pill::smallFont() const
{
    return m_theme.font(0.86);
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(smallFont());
    return {metrics.horizontalAdvance(m_text) + m_theme.px(17), metrics.height() + m_theme.px(5)};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), m_theme.colour(Theme::Token::Panel2), m_theme.colour(Theme::Token::Line),
            height() / 2.0);
    painter.setFont(smallFont());
    painter.setPen(m_theme.colour(m_ink));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace ui
