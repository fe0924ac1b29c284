#include "ui/routes/fieldguard.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QWheelEvent>

namespace ui {

FieldGuard::FieldGuard(QWidget *root) : QObject(root)
{
    watch(root);
}

void FieldGuard::watch(QObject *object)
{
    if (!object->isWidgetType())
        return;
    object->installEventFilter(this);
    for (QObject *child : object->children())
        watch(child);
}

bool FieldGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ChildAdded:
        watch(static_cast<QChildEvent *>(event)->child());
        emit grown();
        break;
    case QEvent::ShortcutOverride: {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        // A button moves the focus by arrows, whatever is held with them.
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool upOrDown = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (upOrDown && key->modifiers() == Qt::AltModifier && qobject_cast<QAbstractButton *>(watched)) {
            event->ignore();
            return true;
        }
        break;
    }
    case QEvent::Wheel: {
        const auto *const widget = qobject_cast<QWidget *>(watched);
        const bool turns = qobject_cast<QAbstractSpinBox *>(watched) || qobject_cast<QComboBox *>(watched);
        if (turns && !widget->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
