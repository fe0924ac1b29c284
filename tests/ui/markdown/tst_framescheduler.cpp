#include "tests/support/testunit.h"
#include "ui/markdown/framescheduler.h"

#include <QTest>

#include <functional>

using namespace ui;

namespace {

class Client : public FrameClient
{
public:
    explicit Client(QList<Client *> *log) : m_log(log) { }

    bool renderFrame() override
    {
        m_log->append(this);
        if (during)
            during();
        return --left > 0;
    }

    int left = 1;
    std::function<void()> during;

private:
    QList<Client *> *m_log;
};

} // namespace

class TestFrameScheduler : public QObject
{
    Q_OBJECT

private slots:
    void requestsBecomeOneFrame();
    void clientsTakeTurns();
    void oneClientATurnOfTheEventLoop();
    void removedClientsAreLeftAlone();
    void clientsMayLeaveDuringAFrame();
};

void TestFrameScheduler::requestsBecomeOneFrame()
{
    QList<Client *> log;
    FrameScheduler scheduler;
    Client client(&log);
    Client later(&log);
    scheduler.request(&client);
    scheduler.request(&client);
    scheduler.request(&later);
    QVERIFY(scheduler.isPending(&client));
    QVERIFY(log.isEmpty());
    QTRY_VERIFY(log.contains(&later));
    QCOMPARE(log.count(&client), 1);
    QVERIFY(!scheduler.isPending(&client));
}

void TestFrameScheduler::clientsTakeTurns()
{
    QList<Client *> log;
    FrameScheduler scheduler;
    Client a(&log);
    Client b(&log);
    Client c(&log);
    const QList<Client *> all{&a, &b, &c};
    for (Client *client : all) {
        client->left = 3;
        scheduler.request(client);
    }
    QTRY_COMPARE(log.size(), 9);
    QCOMPARE(log, all + all + all);
}

void TestFrameScheduler::oneClientATurnOfTheEventLoop()
{
    QList<Client *> log;
    QList<qsizetype> seen;
    FrameScheduler scheduler;
    Client a(&log);
    Client b(&log);
    // What is posted during a frame is handled before the next client's frame.
    a.during = b.during = [&] {
        QMetaObject::invokeMethod(
            this, [&] { seen.append(log.size()); }, Qt::QueuedConnection);
    };
    scheduler.request(&a);
    scheduler.request(&b);
    QTRY_COMPARE(seen.size(), 2);
    QCOMPARE(seen, QList<qsizetype>({1, 2}));
}

void TestFrameScheduler::removedClientsAreLeftAlone()
{
    QList<Client *> log;
    FrameScheduler scheduler;
    Client last(&log);
    {
        Client gone(&log);
        scheduler.request(&gone);
        scheduler.remove(&gone);
        QVERIFY(!scheduler.isPending(&gone));
    }
    scheduler.request(&last);
    QTRY_COMPARE(log, QList<Client *>({&last}));
}

void TestFrameScheduler::clientsMayLeaveDuringAFrame()
{
    QList<Client *> log;
    FrameScheduler scheduler;
    Client a(&log);
    Client b(&log);
    a.left = 5;
    a.during = [&] { scheduler.remove(&a); };
    scheduler.request(&a);
    scheduler.request(&b);
    QTRY_VERIFY(log.contains(&b));
    QCOMPARE(log.count(&a), 1);
}

SWITCHYARD_TEST(TestFrameScheduler)

#include "tst_framescheduler.moc"
