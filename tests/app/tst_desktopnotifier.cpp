#include "app/desktopnotifier.h"
#include "tests/support/testunit.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using app::DesktopNotifier;

namespace {

const QString kNotifyService = QStringLiteral("org.freedesktop.Notifications");
const QString kNotifyPath = QStringLiteral("/org/freedesktop/Notifications");

/// The desktop's service on the private bus: takes notifications down.
class FakeDesktop : public QDBusVirtualObject
{
public:
    QList<QDBusMessage> shown = {};

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() != kNotifyService || message.member() != QLatin1StringView("Notify"))
            return false;
        shown.append(message);
        return connection.send(message.createReply(uint(7)));
    }
};

} // namespace

/// Notifications on a bus of its own.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aNotificationIsShownAsPlainText();
    void aDesktopThatShowsNoneIsNoTrouble();
    void withoutABusNothingHappens();

private:
    QProcess m_daemon;
};

void DesktopNotifierTest::initTestCase()
{
    m_daemon.start(
        QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForReadyRead(10'000));
    const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("server")).isConnected());
    QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("client")).isConnected());
}

void DesktopNotifierTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("server"));
    QDBusConnection::disconnectFromBus(QStringLiteral("client"));
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void DesktopNotifierTest::aNotificationIsShownAsPlainText()
{
    QDBusConnection server(QStringLiteral("server"));
    FakeDesktop desktop;
    QVERIFY(server.registerVirtualObject(kNotifyPath, &desktop));
    QVERIFY(server.registerService(kNotifyService));
    DesktopNotifier notifier(QDBusConnection(QStringLiteral("client")));
    notifier.notify(QStringLiteral("Budget <team>"), QStringLiteral("a/m made <b>71 %</b> & more"));
    QTRY_COMPARE(desktop.shown.size(), 1);
    const QDBusMessage message = desktop.shown.first();
    QCOMPARE(message.signature(), QStringLiteral("susssasa{sv}i"));
    QCOMPARE(message.arguments().at(0).toString(), QStringLiteral("Switchyard"));
    QCOMPARE(message.arguments().at(3).toString(), QStringLiteral("Budget <team>"));
    QCOMPARE(message.arguments().at(4).toString(),
             QStringLiteral("a/m made &lt;b&gt;71 %&lt;/b&gt; &amp; more"));
    QVERIFY(server.unregisterService(kNotifyService));
    server.unregisterObject(kNotifyPath);
}

void DesktopNotifierTest::aDesktopThatShowsNoneIsNoTrouble()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    DesktopNotifier notifier(QDBusConnection(QStringLiteral("client")));
    notifier.notify(QStringLiteral("one"), QStringLiteral("two"));
    // The bus has answered, and there is nobody there, when it answers the next question.
    QVERIFY(
        QDBusConnection(QStringLiteral("client")).interface()->isServiceRegistered(kNotifyService).isValid());
}

void DesktopNotifierTest::withoutABusNothingHappens()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    DesktopNotifier notifier(QDBusConnection(QStringLiteral("nowhere")));
    notifier.notify(QStringLiteral("one"), QStringLiteral("two"));
    QVERIFY(!QDBusConnection(QStringLiteral("nowhere")).isConnected());
}

SWITCHYARD_TEST(DesktopNotifierTest)
#include "tst_desktopnotifier.moc"
