#include "ui/theme/desktopscheme.h"

#include "ui/theme/portalsettings.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace ui {

namespace {

const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

} // namespace

DesktopScheme::DesktopScheme(const QDBusConnection &bus, QObject *parent) : QObject(parent)
{
    if (!bus.isConnected())
        return;
    m_portal = new PortalSettings(bus, this);
    connect(m_portal, &PortalSettings::SettingChanged, this,
            [this](const QString &group, const QString &key, const QDBusVariant &value) {
                if (group == kGroup && key == kKey)
                    take(value.variant());
            });
    ask(QStringLiteral("ReadOne"));
}

void DesktopScheme::ask(const QString &method)
{
    auto *const watcher = new QDBusPendingCallWatcher(m_portal->asyncCall(method, kGroup, kKey), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, method](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            take(reply.value().variant());
        else if (method == QLatin1String("ReadOne")
                 && reply.error().type() == QDBusError::UnknownMethod) // portals before 1.17 only have Read
            ask(QStringLiteral("Read"));
    });
}

void DesktopScheme::take(const QVariant &value)
{
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>()) // Read wraps its answer twice
        plain = plain.value<QDBusVariant>().variant();
    const uint scheme = plain.toUInt();
    std::optional<bool> dark;
    if (scheme == 1)
        dark = true;
    else if (scheme == 2)
        dark = false;
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

} // namespace ui
