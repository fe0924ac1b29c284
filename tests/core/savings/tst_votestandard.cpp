#include "core/savings/votestandard.h"

#include "tests/core/savings/savedtraffic.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::kBigTarget;
using test::kMiddleTarget;
using test::kSmallTarget;
using test::targetNamed;

Q_DECLARE_METATYPE(core::VoteEvidence::Verdict)

/// When votes let a cheaper target pass.
class VoteStandardTest : public QObject
{
    Q_OBJECT

private slots:
    void aTargetPassesByVotesAndLowerBound_data();
    void aTargetPassesByVotesAndLowerBound();
    void votesCountForTheirTaskAndPairOnly();
    void thumbsAndVotesWithoutTaskTellNothing();
};

void VoteStandardTest::aTargetPassesByVotesAndLowerBound_data()
{
    QTest::addColumn<int>("wins");
    QTest::addColumn<int>("losses");
    QTest::addColumn<int>("ties");
    QTest::addColumn<VoteEvidence::Verdict>("verdict");
    using Verdict = VoteEvidence::Verdict;
    QTest::newRow("no votes") << 0 << 0 << 0 << Verdict::None;
    QTest::newRow("19 wins of 19 are too few") << 19 << 0 << 0 << Verdict::TooFew;
    QTest::newRow("20 ties of 20: half is not worse than half, but the interval is too wide")
        << 0 << 0 << 20 << Verdict::Failed;
    // Wilson's interval of a half of 100 is 0.404 to 0.596, of 68 it is 0.384 to 0.616.
    QTest::newRow("50 wins of 100 pass") << 50 << 50 << 0 << Verdict::Passed;
    QTest::newRow("34 wins of 68 do not") << 34 << 34 << 0 << Verdict::Failed;
    QTest::newRow("20 wins of 20 pass") << 20 << 0 << 0 << Verdict::Passed;
    QTest::newRow("none of 40 fails") << 0 << 40 << 0 << Verdict::Failed;
}

void VoteStandardTest::aTargetPassesByVotesAndLowerBound()
{
    QFETCH(int, wins);
    QFETCH(int, losses);
    QFETCH(int, ties);
    const QString task = QStringLiteral("summarize");
    const VoteTable table(test::meetings(task, {kSmallTarget, kBigTarget}, wins, losses, ties));
    const VoteEvidence evidence =
        table.evidence(task, targetNamed(kSmallTarget), targetNamed(kBigTarget), VoteStandard());
    QTEST(evidence.verdict, "verdict");
    QCOMPARE(evidence.votes, wins + losses + ties);
    QCOMPARE(evidence.wins, wins);
    QCOMPARE(evidence.ties, ties);
    // Seen from the other side a win is a loss.
    const VoteEvidence other =
        table.evidence(task, targetNamed(kBigTarget), targetNamed(kSmallTarget), VoteStandard());
    QCOMPARE(other.wins, losses);
    QCOMPARE(other.votes, evidence.votes);
}

void VoteStandardTest::votesCountForTheirTaskAndPairOnly()
{
    const QString task = QStringLiteral("summarize");
    QList<Vote> votes = test::meetings(task, {kSmallTarget, kBigTarget}, 3, 1);
    votes += test::meetings(task, {kMiddleTarget, kBigTarget}, 5, 0);
    votes += test::meetings(QStringLiteral("extract"), {kSmallTarget, kBigTarget}, 7, 0);
    const VoteTable table(votes);
    QCOMPARE(table.evidence(task, targetNamed(kSmallTarget), targetNamed(kBigTarget), VoteStandard()).votes,
             4);
    QCOMPARE(
        table.evidence(task, targetNamed(kSmallTarget), targetNamed(kMiddleTarget), VoteStandard()).votes, 0);
    const QList<TargetName> ofTask{targetNamed(kSmallTarget), targetNamed(kBigTarget),
                                   targetNamed(kMiddleTarget)};
    QCOMPARE(table.targetsOf(task), ofTask);
    QVERIFY(table.targetsOf(QStringLiteral("reasoning")).isEmpty());
}

void VoteStandardTest::thumbsAndVotesWithoutTaskTellNothing()
{
    QList<Vote> votes = test::meetings({}, {kSmallTarget, kBigTarget}, 30, 0);
    Vote thumb = test::thumb(VoteKind::Up, kSmallTarget);
    thumb.task = QStringLiteral("summarize");
    votes.append(thumb);
    const VoteTable table(votes);
    QVERIFY(table.targetsOf({}).isEmpty());
    QVERIFY(table.targetsOf(QStringLiteral("summarize")).isEmpty());
}

SWITCHYARD_TEST(VoteStandardTest)

#include "tst_votestandard.moc"
