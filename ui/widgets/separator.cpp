#include "ui/widgets/separator.h"

#include <QPainter>

namespace ui {

Separator::Separator(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.colour(Theme::Token::Line));
}

} // namespace ui
