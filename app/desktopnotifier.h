#pragma once

#include <QDBusConnection>
#include <QObject>

namespace app {

/// Shows notifications of the desktop (org.freedesktop.Notifications). Without a bus, or a desktop that shows
/// any, nothing happens. Main thread.
/// https://specifications.freedesktop.org/notification-spec/latest/protocol.html
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                             QObject *parent = nullptr);

    /// Both plain text.
    void notify(const QString &summary, const QString &body);

private:
    QDBusConnection m_bus;
};

} // namespace app
