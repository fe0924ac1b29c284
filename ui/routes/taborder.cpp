#include "ui/routes/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace ui {

namespace {

void collectTabStops(QWidget *widget, QList<QWidget *> &stops);

void collectTabStops(const QLayout *layout, QList<QWidget *> &stops)
{
    for (int at = 0; layout && at < layout->count(); ++at) {
        QLayoutItem *const item = layout->itemAt(at);
        if (QWidget *const widget = item->widget())
            collectTabStops(widget, stops);
        else
            collectTabStops(item->layout(), stops);
    }
}

void collectTabStops(QWidget *widget, QList<QWidget *> &stops)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        stops.append(widget);
    if (const auto *const area = qobject_cast<QScrollArea *>(widget))
        collectTabStops(area->widget(), stops);
    else
        collectTabStops(widget->layout(), stops);
}

} // namespace

void orderTabs(QWidget *root)
{
    QList<QWidget *> stops;
    collectTabStops(root->layout(), stops);
    for (qsizetype at = 1; at < stops.size(); ++at)
        QWidget::setTabOrder(stops.at(at - 1), stops.at(at));
}

} // namespace ui
