#include "ui/theme/itemfocus.h"

#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace ui {

namespace {

constexpr int kItemRadius = 4;

bool selectsRows(const QAbstractItemView *view)
{
    return view && view->selectionBehavior() == QAbstractItemView::SelectRows;
}

bool isInFocus(const QStyleOptionViewItem &item, const QAbstractItemView *view)
{
    if (item.state.testFlag(QStyle::State_HasFocus))
        return true;
    if (!selectsRows(view) || !view->hasFocus())
        return false;
    const QModelIndex current = view->currentIndex();
    return current.isValid() && current.row() == item.index.row() && current.parent() == item.index.parent();
}

/// As far as it is inside the view.
QRect rowOf(const QModelIndex &index, const QAbstractItemView &view)
{
    QRect row;
    for (int column = 0; column < index.model()->columnCount(index.parent()); ++column)
        row |= view.visualRect(index.siblingAtColumn(column));
    row.setLeft(std::max(row.left(), 0));
    row.setRight(std::min(row.right(), view.viewport()->width() - 1));
    return row;
}

} // namespace

void drawItemFocus(QPainter &painter, const QStyleOptionViewItem &item, const QWidget *widget)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(widget);
    if (!isInFocus(item, view))
        return;
    const bool whole = selectsRows(view) && item.index.isValid();
    const QRect area = whole ? rowOf(item.index, *view) : item.rect;
    painter.save();
    if (whole)
        painter.setClipRect(view->visualRect(item.index), Qt::IntersectClip);
    // Above the line that ends a row.
    drawFocusRing(painter, area.adjusted(0, 0, 0, -1), item.palette.color(QPalette::Highlight), kItemRadius);
    painter.restore();
}

} // namespace ui
