#include "ui/history/runlist.h"

#include <QKeyEvent>

namespace ui {

RunList::RunList(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
}

void RunList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || !currentIndex().isValid()) {
        QListView::keyPressEvent(event);
        return;
    }
    selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle);
    event->accept();
}

} // namespace ui
