#include "ui/widgets/surface.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QScrollArea>

namespace ui {

Surface::Surface(const Theme &theme, Theme::Token fill, Sides lines, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_fill(fill), m_lines(lines)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Surface::setFill(Theme::Token fill)
{
    m_fill = fill;
    update();
}

void Surface::setLines(Sides lines, Theme::Token colour)
{
    m_lines = lines;
    m_line = colour;
    update();
}

void Surface::setRadius(int radius)
{
    m_radius = radius;
    update();
}

void Surface::setInset(const QMargins &inset)
{
    m_inset = inset;
    update();
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor fill = m_theme.colour(m_fill);
    const QColor line = m_theme.colour(m_line);
    if (m_radius > 0)
        return drawBox(painter, rect().marginsRemoved(m_inset), fill, m_lines == NoSide ? QColor() : line,
                       m_theme.px(m_radius));
    painter.fillRect(rect(), fill);
    if (m_lines.testFlag(Top))
        painter.fillRect(0, 0, width(), 1, line);
    if (m_lines.testFlag(Bottom))
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines.testFlag(Left))
        painter.fillRect(0, 0, 1, height(), line);
    if (m_lines.testFlag(Right))
        painter.fillRect(width() - 1, 0, 1, height(), line);
}

void showThrough(QScrollArea &area)
{
    area.viewport()->setAutoFillBackground(false);
    area.widget()->setAutoFillBackground(false);
}

} // namespace ui
