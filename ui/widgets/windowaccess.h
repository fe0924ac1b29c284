#pragma once

#include <QAccessibleWidget>

namespace ui {

/// What assistive technology is told of a window: besides its widgets, the popups and menus that are open
/// over it, which Qt leaves out of every list of children. Owned by the cache of interfaces; main thread.
class WindowAccess : public QAccessibleWidget
{
public:
    /// From now on main windows, the program's dialogs and its popups are described so. May be called again.
    static void install();

    explicit WindowAccess(QWidget *window);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
};

} // namespace ui
