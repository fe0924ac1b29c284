#include "core/compare/lineage.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class LineageTest : public QObject
{
    Q_OBJECT

private slots:
    void aFirstTurnHasNoPast();
    void eachLaneFollowsItsOwnBranch();
    void allFollowTheWinnersBranch();
    void sharedLanesGetEveryAnswerUnderItsModelsName();
    void numberedAnswersTellNoModel();
    void aTurnWithoutAnAnswerIsLeftOut();
    void aLaneWithoutAPastBeginsAfresh();
    void aBranchOfASharedTurnKeepsWhatWasShared();
    void systemComesFirstAndPicturesStayWithTheirTurn();
    void fingerprintsTellContextsApart();

private:
    static LaneRecord lane(qint64 id, const QString &model, const QString &answer, qint64 parent = 0)
    {
        LaneRecord lane;
        lane.laneId = id;
        lane.parentLane = parent;
        lane.latest.model = model;
        lane.latest.completion.text = answer;
        return lane;
    }
    static RunRecord turn(qint64 id, const QString &prompt, const QList<LaneRecord> &lanes,
                          const TurnPlace &place = {})
    {
        RunRecord run;
        run.id = id;
        run.prompt = prompt;
        run.lanes = lanes;
        run.turn = place;
        return run;
    }
    /// Two turns; in the second both lanes continue their own branch.
    static QList<RunRecord> twoTurns()
    {
        return {turn(1, QStringLiteral("One?"),
                     {lane(11, QStringLiteral("a"), QStringLiteral("a1")),
                      lane(12, QStringLiteral("b"), QStringLiteral("b1"))}),
                turn(2, QStringLiteral("Two?"),
                     {lane(21, QStringLiteral("a"), QStringLiteral("a2"), 11),
                      lane(22, QStringLiteral("b"), QStringLiteral("b2"), 12)},
                     {1, 1, Lineage::Own})};
    }
    static QStringList words(const LaneContext &context)
    {
        QStringList words;
        for (const Message &message : context.messages)
            words.append((message.role == Role::User ? QStringLiteral("U ") : QStringLiteral("A "))
                         + message.text);
        return words;
    }
    static QStringList list(const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|')); }
};

void LineageTest::aFirstTurnHasNoPast()
{
    for (const Lineage lineage : {Lineage::Own, Lineage::Winner, Lineage::Shared})
        QCOMPARE(contextOf({}, lineage, 0, 0), LaneContext());
}

void LineageTest::eachLaneFollowsItsOwnBranch()
{
    const LaneContext first = contextOf(twoTurns(), Lineage::Own, 21, 0);
    QCOMPARE(words(first), list("U One?|A a1|U Two?|A a2"));
    QCOMPARE(first.parentLane, 21);
    QCOMPARE(words(contextOf(twoTurns(), Lineage::Own, 22, 21)), list("U One?|A b1|U Two?|A b2"));
}

void LineageTest::allFollowTheWinnersBranch()
{
    const LaneContext context = contextOf(twoTurns(), Lineage::Winner, 21, 22);
    QCOMPARE(words(context), list("U One?|A b1|U Two?|A b2"));
    QCOMPARE(context.parentLane, 22);
}

void LineageTest::sharedLanesGetEveryAnswerUnderItsModelsName()
{
    const LaneContext context = contextOf(twoTurns(), Lineage::Shared, 21, 0);
    QCOMPARE(words(context), list("U One?|A [a]\na1\n\n[b]\nb1|U Two?|A [a]\na2\n\n[b]\nb2"));
    QCOMPARE(context.parentLane, 0);
}

void LineageTest::numberedAnswersTellNoModel()
{
    QList<RunRecord> turns = twoTurns();
    QCOMPARE(words(sharedContext(turns, AnswerHeads::Numbers)),
             list("U One?|A [answer 1]\na1\n\n[answer 2]\nb1|U Two?|A [answer 1]\na2\n\n[answer 2]\nb2"));
    turns[1].turn.lineage = Lineage::Shared;
    turns[1].lanes[0].parentLane = 0;
    QCOMPARE(words(branchOf(turns, 21, AnswerHeads::Numbers)),
             list("U One?|A [answer 1]\na1\n\n[answer 2]\nb1|U Two?|A a2"));
}

void LineageTest::aTurnWithoutAnAnswerIsLeftOut()
{
    QList<RunRecord> turns = twoTurns();
    turns[0].lanes[0].latest.completion.text = QStringLiteral(" \n");
    const LaneContext context = contextOf(turns, Lineage::Own, 21, 0);
    QCOMPARE(words(context), list("U Two?|A a2"));
    QCOMPARE(context.leftOut, QList<int>{1});
    // One answer alone needs no name.
    QCOMPARE(words(contextOf(turns, Lineage::Shared, 0, 0)).first(2), list("U One?|A b1"));
}

void LineageTest::aLaneWithoutAPastBeginsAfresh()
{
    QCOMPARE(contextOf(twoTurns(), Lineage::Own, 0, 0), LaneContext());
    QCOMPARE(contextOf(twoTurns(), Lineage::Own, 99, 0), LaneContext());
}

void LineageTest::aBranchOfASharedTurnKeepsWhatWasShared()
{
    QList<RunRecord> turns = twoTurns();
    turns[1].turn.lineage = Lineage::Shared;
    turns[1].lanes[0].parentLane = 0;
    QCOMPARE(words(contextOf(turns, Lineage::Own, 21, 0)), list("U One?|A [a]\na1\n\n[b]\nb1|U Two?|A a2"));
}

void LineageTest::systemComesFirstAndPicturesStayWithTheirTurn()
{
    QList<RunRecord> turns = twoTurns();
    turns[0].images = {{QByteArray("png"), QStringLiteral("image/png")}};
    const QList<Message> messages = messagesOf(
        QStringLiteral("Be brief."), contextOf(turns, Lineage::Own, 21, 0), QStringLiteral("Three?"), {});
    QCOMPARE(messages.size(), 6);
    QCOMPARE(messages.first(), (Message{Role::System, QStringLiteral("Be brief.")}));
    QCOMPARE(messages.at(1).images, turns.first().images);
    QVERIFY(messages.at(3).images.isEmpty());
    QCOMPARE(messages.last(), (Message{Role::User, QStringLiteral("Three?")}));
}

void LineageTest::fingerprintsTellContextsApart()
{
    const QList<Message> one{{Role::User, QStringLiteral("ab")}, {Role::Assistant, QStringLiteral("c")}};
    const QList<Message> other{{Role::User, QStringLiteral("a")}, {Role::Assistant, QStringLiteral("bc")}};
    QCOMPARE(fingerprintOf(one).size(), 12);
    QCOMPARE(fingerprintOf(one), fingerprintOf(one));
    QVERIFY(fingerprintOf(one) != fingerprintOf(other));
}

SWITCHYARD_TEST(LineageTest)
#include "tst_lineage.moc"
