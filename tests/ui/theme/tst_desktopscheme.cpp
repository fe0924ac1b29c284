#include "ui/theme/desktopscheme.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using ui::DesktopScheme;
using ui::Theme;

namespace {

/// A desktop portal on the private bus that answers as the real one does.
class FakePortal : public QDBusVirtualObject
{
public:
    explicit FakePortal(const QDBusConnection &bus) : m_bus(bus) { }

    uint scheme = 0;
    bool old = false; ///< knows only Read, which wraps its answer twice

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QDBusVariant once{QVariant(scheme)};
        if (message.member() == QLatin1String("ReadOne") && !old)
            return connection.send(message.createReply(QVariant::fromValue(once)));
        if (message.member() == QLatin1String("Read"))
            return connection.send(
                message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(once)))));
        return connection.send(message.createErrorReply(QDBusError::UnknownMethod, QStringLiteral("No.")));
    }

    void say(const QString &group, const QString &key, uint value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                         QStringLiteral("org.freedesktop.portal.Settings"),
                                                         QStringLiteral("SettingChanged"));
        signal << group << key << QVariant::fromValue(QDBusVariant(QVariant(value)));
        m_bus.send(signal);
    }

private:
    QDBusConnection m_bus;
};

const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

} // namespace

class DesktopSchemeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void theDesktopsAnswerIsUnderstood_data();
    void theDesktopsAnswerIsUnderstood();
    void aChangeOfTheDesktopIsFollowedLive();
    void otherSettingsAreNotMistakenForIt();
    void aForcedSchemeIgnoresTheDesktop();
    void withoutABusNothingIsKnown();

private:
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakePortal> m_portal;
};

void DesktopSchemeTest::initTestCase()
{
    m_daemon.start(
        QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForReadyRead(10'000));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("server"));
    QVERIFY(server.isConnected());
    QVERIFY(server.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    QVERIFY(QDBusConnection::connectToBus(m_address, QStringLiteral("client")).isConnected());
}

void DesktopSchemeTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("server"));
    QDBusConnection::disconnectFromBus(QStringLiteral("client"));
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void DesktopSchemeTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    QDBusConnection server(QStringLiteral("server"));
    m_portal = std::make_unique<FakePortal>(server);
    QVERIFY(server.registerVirtualObject(QStringLiteral("/org/freedesktop/portal/desktop"), m_portal.get()));
}

void DesktopSchemeTest::cleanup()
{
    QDBusConnection(QStringLiteral("server"))
        .unregisterObject(QStringLiteral("/org/freedesktop/portal/desktop"));
    m_portal.reset();
}

void DesktopSchemeTest::theDesktopsAnswerIsUnderstood_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<bool>("old");
    QTest::addColumn<bool>("dark");
    QTest::newRow("1 is dark") << 1U << false << true;
    QTest::newRow("2 is light") << 2U << false << false;
    QTest::newRow("dark from a portal that only knows Read") << 1U << true << true;
    QTest::newRow("light from a portal that only knows Read") << 2U << true << false;
}

void DesktopSchemeTest::theDesktopsAnswerIsUnderstood()
{
    QFETCH(uint, scheme);
    QFETCH(bool, old);
    QFETCH(bool, dark);
    m_portal->scheme = scheme;
    m_portal->old = old;
    const DesktopScheme desktop{QDBusConnection(QStringLiteral("client"))};
    QTRY_VERIFY(desktop.dark().has_value());
    QCOMPARE(*desktop.dark(), dark);
}

void DesktopSchemeTest::aChangeOfTheDesktopIsFollowedLive()
{
    m_portal->scheme = 2;
    DesktopScheme desktop{QDBusConnection(QStringLiteral("client"))};
    const Theme theme(&desktop);
    QTRY_COMPARE(desktop.dark(), std::optional<bool>(false));
    const QSignalSpy changed(&theme, &Theme::changed);
    m_portal->say(kAppearance, kKey, 1);
    QTRY_VERIFY(theme.isDark());
    QCOMPARE(changed.size(), 1);
    m_portal->say(kAppearance, kKey, 2);
    QTRY_VERIFY(!theme.isDark());
}

void DesktopSchemeTest::otherSettingsAreNotMistakenForIt()
{
    m_portal->scheme = 2;
    DesktopScheme desktop{QDBusConnection(QStringLiteral("client"))};
    QTRY_COMPARE(desktop.dark(), std::optional<bool>(false));
    QSignalSpy changed(&desktop, &DesktopScheme::changed);
    m_portal->say(kAppearance, QStringLiteral("contrast"), 1);
    m_portal->say(QStringLiteral("org.gnome.desktop.interface"), kKey, 1);
    m_portal->say(kAppearance, kKey, 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desktop.dark(), std::nullopt);
}

void DesktopSchemeTest::aForcedSchemeIgnoresTheDesktop()
{
    m_portal->scheme = 1;
    DesktopScheme desktop{QDBusConnection(QStringLiteral("client"))};
    Theme theme(&desktop);
    QTRY_VERIFY(theme.isDark());
    theme.setScheme(Theme::Scheme::Light);
    QVERIFY(!theme.isDark());
    theme.setScheme(Theme::Scheme::System);
    QVERIFY(theme.isDark());
}

void DesktopSchemeTest::withoutABusNothingIsKnown()
{
    const DesktopScheme desktop{QDBusConnection(QStringLiteral("no such connection"))};
    QCOMPARE(desktop.dark(), std::nullopt);
}

SWITCHYARD_TEST(DesktopSchemeTest)
#include "tst_desktopscheme.moc"
