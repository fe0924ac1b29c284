#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

namespace ui {

/// The desktop portal's Settings interface. The signal has the name it has on the bus: an interface object
/// listens to what is connected by that name. Owned by DesktopScheme.
class PortalSettings : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    PortalSettings(const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"),
                                 QStringLiteral("/org/freedesktop/portal/desktop"),
                                 "org.freedesktop.portal.Settings", bus, parent)
    {
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace ui
