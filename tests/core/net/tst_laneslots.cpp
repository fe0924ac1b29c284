#include "core/net/laneslots.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::LaneSlots;

class LaneSlotsTest : public QObject
{
    Q_OBJECT

private slots:
    void grantsAtOnceWithoutALimit();
    void keepsTheLimitAndTheOrder();
    void accountsDoNotWaitForOneAnother();
    void leavingTheQueueLetsTheNextOneIn();
    void releasingTwiceFreesOnlyOneSlot();
    void aGrantMayAcquireAndReleaseItself();
};

void LaneSlotsTest::grantsAtOnceWithoutALimit()
{
    LaneSlots laneSlots;
    int granted = 0;
    for (int index = 0; index < 64; ++index)
        laneSlots.acquire(1, 0, [&granted] { ++granted; });
    QCOMPARE(granted, 64);
    QCOMPARE(laneSlots.running(1), 64);
}

void LaneSlotsTest::keepsTheLimitAndTheOrder()
{
    LaneSlots laneSlots;
    QList<int> order;
    QList<qint64> tickets;
    for (int index = 0; index < 5; ++index)
        tickets.append(laneSlots.acquire(1, 2, [&order, index] { order.append(index); }));
    QCOMPARE(order, (QList<int>{0, 1}));
    QCOMPARE(laneSlots.waiting(1), 3);
    laneSlots.release(tickets[1]);
    QCOMPARE(order, (QList<int>{0, 1, 2}));
    laneSlots.release(tickets[0]);
    laneSlots.release(tickets[2]);
    QCOMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
}

void LaneSlotsTest::accountsDoNotWaitForOneAnother()
{
    LaneSlots laneSlots;
    bool granted = false;
    laneSlots.acquire(1, 1, [] {});
    laneSlots.acquire(1, 1, [] {});
    laneSlots.acquire(2, 1, [&granted] { granted = true; });
    QVERIFY(granted);
}

void LaneSlotsTest::leavingTheQueueLetsTheNextOneIn()
{
    LaneSlots laneSlots;
    bool second = false;
    bool third = false;
    const qint64 first = laneSlots.acquire(1, 1, [] {});
    const qint64 leaving = laneSlots.acquire(1, 1, [&second] { second = true; });
    laneSlots.acquire(1, 1, [&third] { third = true; });
    laneSlots.release(leaving);
    laneSlots.release(first);
    QVERIFY(!second);
    QVERIFY(third);
}

void LaneSlotsTest::releasingTwiceFreesOnlyOneSlot()
{
    LaneSlots laneSlots;
    int granted = 0;
    const qint64 first = laneSlots.acquire(1, 1, [&granted] { ++granted; });
    laneSlots.acquire(1, 1, [&granted] { ++granted; });
    laneSlots.acquire(1, 1, [&granted] { ++granted; });
    laneSlots.release(first);
    laneSlots.release(first);
    QCOMPARE(granted, 2);
}

void LaneSlotsTest::aGrantMayAcquireAndReleaseItself()
{
    LaneSlots laneSlots;
    bool inner = false;
    const qint64 first = laneSlots.acquire(1, 1, [] {});
    laneSlots.acquire(1, 1, [&] { laneSlots.acquire(1, 2, [&inner] { inner = true; }); });
    laneSlots.release(first);
    QVERIFY(inner);
}

SWITCHYARD_TEST(LaneSlotsTest)
#include "tst_laneslots.moc"
