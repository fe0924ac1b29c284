#include "ui/widgets/buttonaccess.h"

#include <QMenu>
#include <QToolButton>

namespace ui {

namespace {

/// "&Look for &servers" is read as "Look for servers".
QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain += text.at(i);
    }
    return plain;
}

QAccessibleInterface *describe(const QString &, QObject *object)
{
    auto *const button = qobject_cast<QToolButton *>(object);
    return button ? new ButtonAccess(button) : nullptr;
}

} // namespace

void ButtonAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory(describe);
        return true;
    }();
    Q_UNUSED(once)
}

ButtonAccess::ButtonAccess(QAbstractButton *button) : QAccessibleWidget(button, QAccessible::PushButton) { }

QAbstractButton &ButtonAccess::button() const
{
    return *static_cast<QAbstractButton *>(object());
}

bool ButtonAccess::hasMenu() const
{
    const auto *const tool = qobject_cast<const QToolButton *>(object());
    return tool && tool->menu();
}

QAccessible::Role ButtonAccess::role() const
{
    if (hasMenu())
        return QAccessible::ButtonMenu;
    return button().isCheckable() ? QAccessible::CheckBox : QAccessible::PushButton;
}

QAccessible::State ButtonAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.pressed = button().isDown();
    state.checkable = button().isCheckable();
    state.checked = button().isChecked();
    state.hasPopup = hasMenu();
    return state;
}

QString ButtonAccess::text(QAccessible::Text kind) const
{
    const QString own = QAccessibleWidget::text(kind);
    if (kind != QAccessible::Name || !own.isEmpty())
        return own;
    const QString label = withoutMnemonic(button().text());
    return label.isEmpty() ? button().toolTip() : label;
}

QStringList ButtonAccess::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (button().isEnabled())
        names.prepend(hasMenu() ? showMenuAction() : button().isCheckable() ? toggleAction() : pressAction());
    return names;
}

void ButtonAccess::doAction(const QString &name)
{
    if (!button().isEnabled())
        return;
    if (name == showMenuAction() && hasMenu())
        QMetaObject::invokeMethod(static_cast<QToolButton *>(object()), &QToolButton::showMenu,
                                  Qt::QueuedConnection);
    else if (name == pressAction() || name == toggleAction())
        button().animateClick();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace ui
