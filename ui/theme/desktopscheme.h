#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace ui {

class PortalSettings;

/// Whether the desktop asks for dark or light, from the settings portal over D-Bus
/// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html).
/// Application owns it. Asks without blocking; says nothing when no portal answers.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                           QObject *parent = nullptr);

    /// True for dark, false for light; nothing while unknown or when the desktop has no preference.
    std::optional<bool> dark() const { return m_dark; }

signals:
    void changed();

private:
    void ask(const QString &method);
    void take(const QVariant &value);

    PortalSettings *m_portal = nullptr;
    std::optional<bool> m_dark;
};

} // namespace ui
