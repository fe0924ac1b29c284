#include "core/compare/raceclock.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

constexpr qint64 kMs = 1'000'000;
constexpr qint64 kStart = 5'000 * kMs;

/// A lane of this process that waited `queued` ms from `kStart` on.
LaneState lane(const QString &model, double queued, LaneStatus status)
{
    LaneState lane;
    lane.target.name = {QStringLiteral("a"), model};
    lane.laneId = static_cast<qint64>(qHash(model) % 1000) + 1;
    lane.attempts = 1;
    lane.completion.status = status;
    lane.completion.timing.queued = queued;
    lane.queuedNs = kStart;
    lane.dispatchedNs = kStart + qRound64(queued * kMs);
    return lane;
}

QString phases(const RaceLane &bar)
{
    static const char letters[] = {'q', 'c', 'h', 'f', 'r', 't', 'p'};
    QString text;
    for (const RaceSegment &segment : bar.segments)
        text += QLatin1Char(letters[static_cast<int>(segment.phase)]);
    return text;
}

RaceLane only(const LaneState &lane, double nowMs = 10'000.0, const QList<AttemptRecording> &recorded = {})
{
    return raceLanes({lane}, recorded, kStart + qRound64(nowMs * kMs)).constFirst();
}

AttemptRecording attemptOf(const LaneState &lane, int number, double dispatchMs, const Recording &more)
{
    auto recording = std::make_shared<Recording>(more);
    recording->dispatchedNs = kStart + qRound64(dispatchMs * kMs);
    return {100 + number, lane.laneId, number, lane.target.name.account, lane.target.name.model, recording};
}

} // namespace

class RaceClockTest : public QObject
{
    Q_OBJECT

private slots:
    void aSettledLaneShowsEveryPhaseOnce();
    void segmentsFollowOneAnotherWithoutGaps();
    void aWarmConnectionHasNoConnecting();
    void aLaneThatHasNotBegunHasNoBar();
    void aRunningLaneReachesUntilNow_data();
    void aRunningLaneReachesUntilNow();
    void aFailureEndsWhereItsRecordingEnded();
    void earlierAttemptsStandBeforeTheLatest();
    void aLaneOfTheLedgerStartsAtZero();
    void aLaneBegunLaterHasItsOwnZero();
    void theReleaseSpreadLeavesWaitersOut();
};

void RaceClockTest::aSettledLaneShowsEveryPhaseOnce()
{
    LaneState state = lane(QStringLiteral("m"), 100.0, LaneStatus::Complete);
    state.completion.timing.connected = 20.0;
    state.completion.timing.headers = 200.0;
    state.completion.timing.firstReasoning = 250.0;
    state.completion.timing.firstText = 900.0;
    state.completion.timing.last = 1500.0;
    const RaceLane bar = only(state);
    QCOMPARE(phases(bar), QStringLiteral("qchfrt"));
    QCOMPARE(bar.segments.at(0), (RaceSegment{RacePhase::Queued, 0.0, 100.0}));
    QCOMPARE(bar.segments.at(1), (RaceSegment{RacePhase::Connecting, 100.0, 120.0}));
    QCOMPARE(bar.segments.at(5), (RaceSegment{RacePhase::Text, 1000.0, 1600.0}));
    QVERIFY(!bar.warm);
    QVERIFY(!bar.laterByMs);
}

void RaceClockTest::segmentsFollowOneAnotherWithoutGaps()
{
    LaneState state = lane(QStringLiteral("m"), 5.0, LaneStatus::Running);
    state.completion.timing.connected = 3.0;
    state.completion.timing.headers = 50.0;
    state.completion.timing.firstReasoning = 60.0;
    const RaceLane bar = only(state, 500.0);
    for (qsizetype i = 1; i < bar.segments.size(); ++i)
        QCOMPARE(bar.segments.at(i).fromMs, bar.segments.at(i - 1).toMs);
    QCOMPARE(bar.endMs(), 500.0);
}

void RaceClockTest::aWarmConnectionHasNoConnecting()
{
    LaneState state = lane(QStringLiteral("m"), 0.0, LaneStatus::Complete);
    state.completion.timing.headers = 80.0;
    state.completion.timing.firstText = 90.0;
    state.completion.timing.last = 95.0;
    QCOMPARE(phases(only(state)), QStringLiteral("hft"));
    QVERIFY(only(state).warm);
}

void RaceClockTest::aLaneThatHasNotBegunHasNoBar()
{
    LaneState lane;
    lane.target.name = {QStringLiteral("a"), QStringLiteral("m")};
    QVERIFY(only(lane).segments.isEmpty());
}

void RaceClockTest::aRunningLaneReachesUntilNow_data()
{
    QTest::addColumn<bool>("dispatched");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<bool>("headers");
    QTest::addColumn<bool>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("waiting for a slot") << false << false << false << false << "q";
    QTest::newRow("not sent yet") << true << false << false << false << "c";
    QTest::newRow("sent") << true << true << false << false << "h";
    QTest::newRow("headers came") << true << true << true << false << "hf";
    QTest::newRow("text comes") << true << true << true << true << "hft";
}

void RaceClockTest::aRunningLaneReachesUntilNow()
{
    QFETCH(bool, dispatched);
    QFETCH(bool, sent);
    QFETCH(bool, headers);
    QFETCH(bool, text);
    QFETCH(QString, expected);
    LaneState state = lane(QStringLiteral("m"), 0.0, dispatched ? LaneStatus::Running : LaneStatus::Queued);
    if (!dispatched)
        state.dispatchedNs = 0;
    state.sent = sent;
    if (headers)
        state.completion.timing.headers = 40.0;
    if (text) {
        state.completion.timing.firstText = 60.0;
        state.completion.timing.last = 70.0;
    }
    const RaceLane bar = only(state, 333.0);
    QCOMPARE(phases(bar), expected);
    QCOMPARE(bar.endMs(), 333.0);
}

void RaceClockTest::aFailureEndsWhereItsRecordingEnded()
{
    LaneState state = lane(QStringLiteral("m"), 0.0, LaneStatus::Failed);
    Recording recording;
    recording.ended = true;
    recording.endMs = 77.0;
    recording.own.sent = 2.0;
    const RaceLane bar = only(state, 10'000.0, {attemptOf(state, 1, 0.0, recording)});
    QCOMPARE(phases(bar), QStringLiteral("h"));
    QCOMPARE(bar.endMs(), 77.0);
    QVERIFY(bar.own);
    QCOMPARE(*bar.own->sent, 2.0);
    QCOMPARE(phases(only(state)), QString());
}

void RaceClockTest::earlierAttemptsStandBeforeTheLatest()
{
    LaneState state = lane(QStringLiteral("m"), 0.0, LaneStatus::Complete);
    state.attempts = 2;
    state.queuedNs = kStart + 600 * kMs;
    state.dispatchedNs = state.queuedNs;
    state.completion.timing.headers = 50.0;
    state.completion.timing.firstText = 60.0;
    state.completion.timing.last = 100.0;
    Recording refused;
    refused.ended = true;
    refused.timing.headers = 90.0;
    refused.endMs = 95.0;
    const RaceLane bar = only(state, 10'000.0, {attemptOf(state, 1, 0.0, refused)});
    QCOMPARE(phases(bar), QStringLiteral("hfphft"));
    QCOMPARE(bar.segments.at(2), (RaceSegment{RacePhase::Pause, 95.0, 600.0, 2}));
    QCOMPARE(bar.segments.at(0).attempt, 1);
    QCOMPARE(bar.endMs(), 700.0);
    // An earlier call of the lane is the past.
    LaneState again = state;
    again.attempts = 1;
    QCOMPARE(phases(only(again, 10'000.0, {attemptOf(state, 1, 0.0, refused)})), QStringLiteral("hft"));
}

void RaceClockTest::aLaneOfTheLedgerStartsAtZero()
{
    LaneState state;
    state.attempts = 1;
    state.completion.status = LaneStatus::Complete;
    state.completion.timing.queued = 10.0;
    state.completion.timing.headers = 20.0;
    state.completion.timing.firstText = 30.0;
    state.completion.timing.last = 50.0;
    const RaceLane bar = only(state);
    QCOMPARE(phases(bar), QStringLiteral("qhft"));
    QCOMPARE(bar.segments.at(0).fromMs, 0.0);
    QCOMPARE(bar.endMs(), 60.0);
}

void RaceClockTest::aLaneBegunLaterHasItsOwnZero()
{
    const LaneState first = lane(QStringLiteral("one"), 0.0, LaneStatus::Complete);
    LaneState later = lane(QStringLiteral("two"), 0.0, LaneStatus::Complete);
    later.queuedNs += 8'000 * kMs;
    later.dispatchedNs += 8'000 * kMs;
    later.completion.timing.headers = 30.0;
    later.completion.timing.firstText = 40.0;
    later.completion.timing.last = 90.0;
    const QList<RaceLane> bars = raceLanes({first, later}, {}, kStart + 20'000 * kMs);
    QVERIFY(!bars.at(0).laterByMs);
    QCOMPARE(bars.at(1).laterByMs, 8'000.0);
    QCOMPARE(bars.at(1).segments.constFirst().fromMs, 0.0);
    QCOMPARE(bars.at(1).endMs(), 90.0);
}

void RaceClockTest::theReleaseSpreadLeavesWaitersOut()
{
    LaneState one = lane(QStringLiteral("one"), 0.0, LaneStatus::Running);
    LaneState two = lane(QStringLiteral("two"), 0.5, LaneStatus::Running);
    const LaneState waited = lane(QStringLiteral("three"), 900.0, LaneStatus::Running);
    QCOMPARE(releaseSpreadMs({one, two, waited}), 0.5);
    QVERIFY(!releaseSpreadMs({one, waited}));
}

SWITCHYARD_TEST(RaceClockTest)
#include "tst_raceclock.moc"
