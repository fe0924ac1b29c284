#include "tests/support/testunit.h"
#include "ui/compare/blindtexts.h"

#include <QTest>

using namespace core;
using namespace ui;

namespace {

LaneFacts blindFacts()
{
    LaneFacts facts;
    facts.state.target = {{QStringLiteral("openai"), QStringLiteral("gpt-5-mini")}};
    facts.state.vendor = QStringLiteral("OpenAI");
    facts.state.attempts = 2;
    facts.state.completion.status = LaneStatus::Complete;
    facts.state.completion.text = QStringLiteral("Yes.");
    facts.state.completion.reasoning = QStringLiteral("Hm.");
    facts.state.completion.finishReason = QStringLiteral("stop");
    facts.state.completion.timing.firstText = 412.0;
    facts.state.completion.timing.last = 2'204.0;
    facts.state.completion.usage.input = 1'204;
    facts.state.completion.usage.output = 640;
    facts.state.completion.usage.basis = UsageBasis::Reported;
    facts.state.cost.amount = Money::fromPicos(1'600'000'000);
    facts.state.cost.basis = CostBasis::Computed;
    facts.verdict = {true, true, false, true, false};
    return facts;
}

/// Every text of a lane, one a line.
QString all(const LaneTexts &texts)
{
    QStringList lines{texts.model,     texts.account,       texts.state,       texts.firstToken,
                      texts.rate,      texts.timingDetails, texts.tokens,      texts.tokenDetails,
                      texts.cost,      texts.costNote,      texts.costDetails, texts.ending,
                      texts.reasoning, texts.verdict,       texts.spoken};
    for (const LaneNotice &notice : texts.notices)
        lines += {notice.title, notice.words, notice.next};
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestBlindTexts : public QObject
{
    Q_OBJECT

private slots:
    void nothingTellsTheModel();
    void theStateAndTheVoteStay();
    void nothingTellsWhoHasEndedBeforeTheOthers();
    void problemsLoseTheirWords();
    void onlyHarmlessActionsStay();
    void votesAreActionsOfALane();
    void aliasesAreLetters();
};

void TestBlindTexts::nothingTellsTheModel()
{
    LaneFacts blind = blindFacts();
    blind.alias = QStringLiteral("Answer B");
    const QString open = all(laneTexts(blindFacts()));
    const QString hidden = all(laneTexts(blind));
    for (const char *telling : {"gpt-5-mini", "openai", "412", "640", "1,204", "0.0016", "attempt"}) {
        QVERIFY2(open.contains(QLatin1String(telling)), telling);
        QVERIFY2(!hidden.contains(QLatin1String(telling)), telling);
    }
    QVERIFY(laneTexts(blind).anonymous);
    QVERIFY(!laneTexts(blindFacts()).anonymous);
}

void TestBlindTexts::theStateAndTheVoteStay()
{
    LaneFacts blind = blindFacts();
    blind.alias = QStringLiteral("Answer B");
    const LaneTexts texts = laneTexts(blind);
    QCOMPARE(texts.model, QStringLiteral("Answer B"));
    QCOMPARE(texts.state, QStringLiteral("complete"));
    QCOMPARE(texts.spoken, QStringLiteral("Answer B, complete"));
    QCOMPARE(texts.verdict, QStringLiteral("good"));
    QCOMPARE(texts.reasoning, QStringLiteral("Reasoning"));
    QVERIFY(texts.chosen.contains(LaneAction::ThumbUp));
}

void TestBlindTexts::nothingTellsWhoHasEndedBeforeTheOthers()
{
    LaneFacts ended = blindFacts();
    LaneFacts thinking = blindFacts();
    LaneFacts failed = blindFacts();
    thinking.state.completion.status = LaneStatus::Running;
    thinking.state.completion.text.clear();
    failed.state.completion.status = LaneStatus::Failed;
    failed.state.completion.error = Error{ErrorKind::Server, QStringLiteral("overloaded"), 503};
    for (LaneFacts *lane : {&ended, &thinking, &failed}) {
        lane->alias = QStringLiteral("Answer A");
        lane->withheld = true;
    }
    QCOMPARE(laneTexts(ended), laneTexts(thinking));
    QCOMPARE(laneTexts(ended), laneTexts(failed));
    QCOMPARE(laneTexts(ended).spoken, QStringLiteral("Answer A, answering"));
    QVERIFY(!laneTexts(ended).actions.contains(LaneAction::Best));
}

void TestBlindTexts::problemsLoseTheirWords()
{
    LaneFacts failed = blindFacts();
    failed.state.completion.status = LaneStatus::Failed;
    failed.state.completion.text.clear();
    failed.state.completion.error =
        Error{ErrorKind::RateLimited, QStringLiteral("OpenAI: Rate limit reached for gpt-5-mini"), 429};
    QVERIFY(all(laneTexts(failed)).contains(QStringLiteral("Rate limit")));
    failed.alias = QStringLiteral("Answer A");
    const LaneTexts texts = laneTexts(failed);
    QCOMPARE(texts.notices.size(), 1);
    QVERIFY(!all(texts).contains(QStringLiteral("limit")));
    QVERIFY(texts.notices.constFirst().actions.isEmpty());
    QVERIFY(laneTexts(blindFacts()).notices.isEmpty());
}

void TestBlindTexts::onlyHarmlessActionsStay()
{
    LaneFacts blind = blindFacts();
    blind.alias = QStringLiteral("Answer A");
    const QList<LaneAction> actions = laneTexts(blind).actions;
    for (const LaneAction action :
         {LaneAction::Copy, LaneAction::Diff, LaneAction::Best, LaneAction::ThumbDown, LaneAction::Maximise})
        QVERIFY(actions.contains(action));
    for (const LaneAction action :
         {LaneAction::Retry, LaneAction::Swap, LaneAction::Remove, LaneAction::MoveLeft,
          LaneAction::UseSuccessor, LaneAction::ContinueOnNext, LaneAction::OpenAccounts}) {
        QVERIFY(!actions.contains(action));
        QVERIFY(!isAllowedBlind(action));
    }
}

void TestBlindTexts::votesAreActionsOfALane()
{
    LaneFacts lane = blindFacts();
    lane.verdict = {};
    QVERIFY(!laneTexts(lane).actions.contains(LaneAction::Best));
    QVERIFY(!laneTexts(lane).actions.contains(LaneAction::ThumbUp));
    lane.verdict.canVote = true;
    QVERIFY(!laneTexts(lane).actions.contains(LaneAction::Best));
    QVERIFY(laneTexts(lane).actions.contains(LaneAction::ThumbUp));
    lane.verdict.canWin = true;
    lane.verdict.best = true;
    const LaneTexts best = laneTexts(lane);
    QVERIFY(best.actions.contains(LaneAction::Best));
    QCOMPARE(best.verdict, QStringLiteral("best"));
    QCOMPARE(best.chosen, QList<LaneAction>{LaneAction::Best});
}

void TestBlindTexts::aliasesAreLetters()
{
    QCOMPARE(blindAlias(0), QStringLiteral("Answer A"));
    QCOMPARE(blindAlias(3), QStringLiteral("Answer D"));
}

SWITCHYARD_TEST(TestBlindTexts)
#include "tst_blindtexts.moc"
