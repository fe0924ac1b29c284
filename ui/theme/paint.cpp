#include "ui/theme/paint.h"

#include <QPainter>
#include <QWidget>

namespace ui {

void drawBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasLine = line.isValid() && line.alpha() > 0;
    painter.setPen(hasLine ? QPen(line, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = hasLine ? 0.5 : 0.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRect &rect, const QColor &colour, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void drawDownArrow(QPainter &painter, const QRectF &rect, const QColor &colour, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = rect.center();
    const qreal half = width / 2;
    const QPointF points[] = {centre + QPointF(-half, -half / 2), centre + QPointF(0, half / 2),
                              centre + QPointF(half, -half / 2)};
    painter.drawPolyline(points, 3);
    painter.restore();
}

bool showsFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace ui
