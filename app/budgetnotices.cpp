#include "app/budgetnotices.h"

#include "core/ledger/budgetguard.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

using namespace core;

namespace app {

BudgetNotices::BudgetNotices(BudgetGuard &budgets, Settings &settings, const QDBusConnection &bus)
    : m_desktop(bus)
{
    connect(&budgets, &BudgetGuard::alerted, this, [this, &settings](const BudgetAlert &alert) {
        const QString title = budgetAlertTitle(alert);
        const QString text = budgetAlertText(alert);
        if (settings.get(settings::kBudgetNotifications))
            m_desktop.notify(title, text);
        emit noticed(QStringLiteral("%1. %2").arg(title, text));
    });
    budgets.watch();
}

} // namespace app
