#pragma once

#include <QList>

class QWidget;

namespace ui {

/// Lets the Tab key go through these widgets, one after the other, and within each as it did.
void chainTabStops(const QList<QWidget *> &widgets);

} // namespace ui
