#include "ui/usage/kpiaccess.h"

#include "ui/usage/kpibox.h"

namespace ui {

namespace {

QAccessibleInterface *describeKpiBox(const QString &, QObject *object)
{
    auto *const box = qobject_cast<KpiBox *>(object);
    return box ? new KpiAccess(box) : nullptr;
}

} // namespace

void KpiAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory(describeKpiBox);
        return true;
    }();
    Q_UNUSED(once)
}

KpiAccess::KpiAccess(KpiBox *box) : QAccessibleWidget(box, QAccessible::PushButton) { }

KpiBox &KpiAccess::box() const
{
    return *static_cast<KpiBox *>(object());
}

bool KpiAccess::canBePressed() const
{
    return box().leads() && box().isEnabled();
}

QAccessible::Role KpiAccess::role() const
{
    return box().leads() ? QAccessible::PushButton : QAccessible::Grouping;
}

QStringList KpiAccess::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (canBePressed())
        names.prepend(pressAction());
    return names;
}

void KpiAccess::doAction(const QString &name)
{
    if (name != pressAction())
        QAccessibleWidget::doAction(name);
    else if (canBePressed())
        QMetaObject::invokeMethod(&box(), &KpiBox::clicked, Qt::QueuedConnection);
}

} // namespace ui
