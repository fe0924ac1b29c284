#include "ui/actions.h"

#include <QAction>
#include <QWidget>

namespace ui {

namespace {

constexpr char kCategory[] = "switchyardCategory";

} // namespace

QAction *Actions::add(const ActionSpec &spec, QWidget *scope)
{
    delete find(spec.id);
    auto *const action = new QAction(spec.text, scope);
    action->setObjectName(spec.id);
    action->setProperty(kCategory, spec.category);
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(scope->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    scope->addAction(action);
    m_actions.append(action);
    connect(action, &QObject::destroyed, this, &Actions::forget);
    emit changed();
    return action;
}

QAction *Actions::find(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

QString Actions::categoryOf(const QAction *action)
{
    return action->property(kCategory).toString();
}

void Actions::forget(QObject *action)
{
    m_actions.removeIf([action](const QAction *known) { return known == action; });
    emit changed();
}

} // namespace ui
