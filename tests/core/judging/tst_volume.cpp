#include "core/judging/volumewatch.h"

#include "core/settings/keys.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::LedgerStory;

class TestVolume : public QObject
{
    Q_OBJECT

private slots:
    void callsAMonth_data();
    void callsAMonth();
    void aMonthCostsThatManyCalls();
    void ownTrafficIsCountedByTask();
    void aFixedNumberHoldsForEveryTask();
    void theSettingsAreRemembered();
    void aNewCallCountsSoon();
};

void TestVolume::callsAMonth_data()
{
    QTest::addColumn<Volume>("volume");
    QTest::addColumn<QString>("task");
    QTest::addColumn<qint64>("calls");
    const QHash<QString, qint64> own{{QStringLiteral("extract"), 120}, {QString(), 7}};
    QTest::newRow("per call") << Volume{false, 3000, own} << QStringLiteral("extract") << qint64(-1);
    QTest::newRow("own traffic") << Volume{true, 0, own} << QStringLiteral("extract") << qint64(120);
    QTest::newRow("no task has traffic too") << Volume{true, 0, own} << QString() << qint64(7);
    QTest::newRow("no own traffic: per call")
        << Volume{true, 0, own} << QStringLiteral("summarize") << qint64(-1);
    QTest::newRow("a number of one's own")
        << Volume{true, 3000, own} << QStringLiteral("extract") << qint64(3000);
}

void TestVolume::callsAMonth()
{
    QFETCH(Volume, volume);
    QFETCH(QString, task);
    QTEST(volume.callsOf(task).value_or(-1), "calls");
}

void TestVolume::aMonthCostsThatManyCalls()
{
    QCOMPARE(monthlyCost(*Money::fromDecimal(u"0.0413"), 3000).toDecimal(), QStringLiteral("123.9"));
    QCOMPARE(monthlyCost(*Money::fromDecimal(u"0.000000000001"), 3).picos(), 3);
}

void TestVolume::ownTrafficIsCountedByTask()
{
    LedgerStory story;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(story.clock.utcMs(), Qt::UTC);
    const LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
    LedgerStory::Request simulated{QStringLiteral("demo/swift")};
    simulated.simulated = true;
    story.tell(now.addDays(-2), QStringLiteral("one"), {request, request}, QStringLiteral("extract"));
    story.tell(now.addDays(-29), QStringLiteral("two"), {request, simulated}, QStringLiteral("extract"));
    story.tell(now.addDays(-31), QStringLiteral("long ago"), {request}, QStringLiteral("extract"));
    story.tell(now.addDays(-1), QStringLiteral("free"), {request});
    story.finish();
    VolumeWatch watch(story.settings, story.reader, story.writer, story.clock);
    watch.setPerMonth(true);
    QTRY_COMPARE(watch.volume().callsOf(QStringLiteral("extract")).value_or(0), 3);
    QCOMPARE(watch.volume().callsOf({}).value_or(0), 1);
    QVERIFY(!watch.volume().callsOf(QStringLiteral("summarize")));
    story.settings.set(settings::kIncludeSimulated, true);
    QTRY_COMPARE(watch.volume().callsOf(QStringLiteral("extract")).value_or(0), 4);
}

void TestVolume::aFixedNumberHoldsForEveryTask()
{
    LedgerStory story;
    VolumeWatch watch(story.settings, story.reader, story.writer, story.clock);
    QSignalSpy changed(&watch, &VolumeWatch::changed);
    watch.setFixedCalls(5000);
    QVERIFY(!watch.volume().callsOf(QStringLiteral("extract")));
    watch.setPerMonth(true);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(watch.volume().callsOf(QStringLiteral("extract")).value_or(0), 5000);
}

void TestVolume::theSettingsAreRemembered()
{
    LedgerStory story;
    {
        VolumeWatch watch(story.settings, story.reader, story.writer, story.clock);
        watch.setPerMonth(true);
        watch.setFixedCalls(250);
    }
    const VolumeWatch next(story.settings, story.reader, story.writer, story.clock);
    QVERIFY(next.volume().perMonth);
    QCOMPARE(next.volume().fixedCalls, 250);
}

void TestVolume::aNewCallCountsSoon()
{
    LedgerStory story;
    VolumeWatch watch(story.settings, story.reader, story.writer, story.clock);
    watch.setPerMonth(true);
    story.tell(QDateTime::fromMSecsSinceEpoch(story.clock.utcMs(), Qt::UTC), QStringLiteral("now"),
               {{QStringLiteral("openai/gpt-5-mini")}}, QStringLiteral("reasoning"));
    QTRY_COMPARE(watch.volume().callsOf(QStringLiteral("reasoning")).value_or(0), 1);
}

SWITCHYARD_TEST(TestVolume)
#include "tst_volume.moc"
