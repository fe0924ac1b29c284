#pragma once

class QPainter;
class QStyleOptionViewItem;
class QWidget;

namespace ui {

/// The part of the focus ring that is in one item of a view, drawn over it; nothing where the focus is
/// elsewhere. The ring is around the whole row where the view selects rows, around the item else. `widget` is
/// the view, or null.
void drawItemFocus(QPainter &painter, const QStyleOptionViewItem &item, const QWidget *widget);

} // namespace ui
