#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QWidget;

namespace ui {

/// Radius of buttons and fields, and of cards, in pixels of the design.
inline constexpr int kControlRadius = 6;
inline constexpr int kCardRadius = 8;

/// A rounded box with a line of 1 px inside its edge; an invalid or transparent colour is not drawn.
void drawBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line, qreal radius);

/// The ring around what has the keyboard focus.
void drawFocusRing(QPainter &painter, const QRect &rect, const QColor &colour, qreal radius);

/// A small arrow that points down, in the middle of `rect`.
void drawDownArrow(QPainter &painter, const QRectF &rect, const QColor &colour, qreal width);

/// Whether `widget` has a focus that came from the keyboard, so that the ring should be seen.
bool showsFocus(const QWidget *widget);

} // namespace ui
