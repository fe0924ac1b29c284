#include "ui/widgets/taborder.h"

#include <QWidget>

namespace ui {

namespace {

/// What may take the focus within a widget, itself among it, in the present order. Also what the Tab key
/// passes over now: of the segments of a control it stops at the chosen one alone.
QList<QWidget *> focusStops(QWidget *widget)
{
    QList<QWidget *> stops;
    if (widget->focusPolicy() != Qt::NoFocus)
        stops.append(widget);
    // All of the chain: what was added later to a part stands after other widgets.
    for (QWidget *part = widget->nextInFocusChain(); part != widget; part = part->nextInFocusChain()) {
        if (widget->isAncestorOf(part) && part->focusPolicy() != Qt::NoFocus)
            stops.append(part);
    }
    return stops;
}

} // namespace

void chainTabStops(const QList<QWidget *> &widgets)
{
    QWidget *before = nullptr;
    for (QWidget *const widget : widgets) {
        const QList<QWidget *> stops = focusStops(widget);
        for (QWidget *const stop : stops) {
            if (before != nullptr)
                QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
}

} // namespace ui
