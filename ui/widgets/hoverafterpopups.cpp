#include "ui/widgets/hoverafterpopups.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QPointer>

namespace ui {

namespace {

bool isPopupWindow(const QObject *object)
{
    const auto *const widget = qobject_cast<const QWidget *>(object);
    return widget && widget->isWindow() && widget->windowType() == Qt::Popup;
}

/// Those that take the pointer to be over them, which it is not.
QList<QPointer<QAbstractButton>> leftButtons()
{
    const QPoint pointer = QCursor::pos();
    QList<QPointer<QAbstractButton>> left;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *const widget : widgets) {
        auto *const button = widget->underMouse() ? qobject_cast<QAbstractButton *>(widget) : nullptr;
        if (button && !button->rect().contains(button->mapFromGlobal(pointer)))
            left.append(button);
    }
    return left;
}

} // namespace

void HoverAfterPopups::install()
{
    static QPointer<HoverAfterPopups> watch;
    if (watch)
        return;
    watch = new HoverAfterPopups(qApp);
    qApp->installEventFilter(watch);
}

bool HoverAfterPopups::eventFilter(QObject *object, QEvent *event)
{
    // Once it is closed: until then all belongs to it.
    if (event->type() == QEvent::Hide && isPopupWindow(object))
        QMetaObject::invokeMethod(this, &HoverAfterPopups::leaveButtons, Qt::QueuedConnection);
    return QObject::eventFilter(object, event);
}

void HoverAfterPopups::leaveButtons()
{
    // Another popup below it will be closed as well.
    if (QApplication::activePopupWidget())
        return;
    const QList<QPointer<QAbstractButton>> left = leftButtons();
    for (const QPointer<QAbstractButton> &button : left) {
        QEvent leave(QEvent::Leave);
        if (button)
            QCoreApplication::sendEvent(button, &leave);
        if (button)
            button->update();
    }
}

} // namespace ui
