#include "app/desktopnotifier.h"

#include "core/base/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace app {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
/// The desktop decides for how long it shows.
constexpr int kDesktopsOwnTime = -1;

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus) { }

void DesktopNotifier::notify(const QString &summary, const QString &body)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage message =
        QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    // A body may be read as markup, a summary never is.
    message << QStringLiteral("Switchyard") << uint(0) << QStringLiteral("switchyard") << summary
            << body.toHtmlEscaped() << QStringList() << QVariantMap() << kDesktopsOwnTime;
    auto *const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<uint> reply = *call;
        if (reply.isError())
            qCInfo(core::logLedger) << "the desktop shows no notification:" << reply.error().message();
    });
}

} // namespace app
