#include "ui/widgets/windowaccess.h"

#include "ui/widgets/popup.h"

#include <QApplication>
#include <QDialog>
#include <QMainWindow>
#include <QMenu>

namespace ui {

namespace {

bool isLayer(const QWidget *widget)
{
    return widget->isWindow() && widget->windowType() == Qt::Popup;
}

/// The window below the popups and menus that `widget` is in; null: there is none.
QWidget *windowBelow(const QWidget *widget)
{
    QWidget *window = widget->window();
    while (window && isLayer(window))
        window = window->parentWidget() ? window->parentWidget()->window() : nullptr;
    return window;
}

/// The popups and menus that are open over the window, the lowest first. Submenus are in their menus.
QList<QWidget *> layersOver(const QWidget *window)
{
    QList<QWidget *> layers;
    for (QWidget *at = QApplication::activePopupWidget(); at; at = at->parentWidget()) {
        const bool isSubmenu = qobject_cast<QMenu *>(at) && qobject_cast<QMenu *>(at->parentWidget());
        const bool isOurs = qobject_cast<Popup *>(at) || (qobject_cast<QMenu *>(at) && !isSubmenu);
        if (isOurs && isLayer(at) && at->isVisible() && windowBelow(at) == window)
            layers.prepend(at);
    }
    return layers;
}

/// A popup says over which window it is.
class PopupAccess : public QAccessibleWidget
{
public:
    explicit PopupAccess(Popup *popup) : QAccessibleWidget(popup, QAccessible::Dialog) { }

    QAccessibleInterface *parent() const override
    {
        QWidget *const below = windowBelow(widget());
        return below ? QAccessible::queryAccessibleInterface(below) : QAccessibleWidget::parent();
    }
};

QAccessibleInterface *describeWindow(const QString &className, QObject *object)
{
    if (auto *const popup = qobject_cast<Popup *>(object))
        return new PopupAccess(popup);
    if (auto *const window = qobject_cast<QMainWindow *>(object))
        return new WindowAccess(window);
    auto *const dialog = qobject_cast<QDialog *>(object);
    return dialog && className.startsWith(QLatin1StringView("ui::")) ? new WindowAccess(dialog) : nullptr;
}

} // namespace

void WindowAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory(describeWindow);
        return true;
    }();
    Q_UNUSED(once)
}

WindowAccess::WindowAccess(QWidget *window)
    : QAccessibleWidget(window, qobject_cast<QDialog *>(window) ? QAccessible::Dialog : QAccessible::Window)
{
}

int WindowAccess::childCount() const
{
    return QAccessibleWidget::childCount() + static_cast<int>(layersOver(widget()).size());
}

QAccessibleInterface *WindowAccess::child(int index) const
{
    const int own = QAccessibleWidget::childCount();
    if (index < own)
        return QAccessibleWidget::child(index);
    QWidget *const layer = layersOver(widget()).value(index - own);
    return layer ? QAccessible::queryAccessibleInterface(layer) : nullptr;
}

int WindowAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<QWidget *> layers = layersOver(widget());
    const auto *const layer = child ? qobject_cast<QWidget *>(child->object()) : nullptr;
    for (int at = 0; layer && at < layers.size(); ++at) {
        if (layers.at(at) == layer)
            return QAccessibleWidget::childCount() + at;
    }
    return QAccessibleWidget::indexOfChild(child);
}

} // namespace ui
