#pragma once

#include "app/desktopnotifier.h"

#include <QObject>

namespace core {
class BudgetGuard;
class Settings;
} // namespace core

namespace app {

/// Tells the alerts of budgets in the window, and on the desktop where the user wants that. Owned by
/// Application; main thread.
class BudgetNotices : public QObject
{
    Q_OBJECT

public:
    BudgetNotices(core::BudgetGuard &budgets, core::Settings &settings,
                  const QDBusConnection &bus = QDBusConnection::sessionBus());

signals:
    /// For the window.
    void noticed(const QString &sentence);

private:
    DesktopNotifier m_desktop;
};

} // namespace app
