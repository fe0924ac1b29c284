#include "tests/support/testunit.h"
#include "ui/compare/errortexts.h"
#include "ui/compare/lanebadges.h"
#include "ui/compare/lanepresenter.h"

#include <QTest>

using namespace core;
using namespace ui;

Q_DECLARE_METATYPE(ui::LaneFacts)
Q_DECLARE_METATYPE(core::ErrorKind)
Q_DECLARE_METATYPE(QList<core::LaneState>)

namespace {

LaneFacts facts(LaneStatus status)
{
    LaneFacts facts;
    facts.state.target.name = {QStringLiteral("openai"), QStringLiteral("gpt-4o")};
    facts.state.completion.status = status;
    facts.state.attempts = 1;
    facts.info.status = ModelStatus::Active;
    return facts;
}

LaneFacts answered()
{
    LaneFacts shown = facts(LaneStatus::Complete);
    Completion &completion = shown.state.completion;
    completion.text = QStringLiteral("Yes.");
    completion.finishReason = QStringLiteral("stop");
    completion.timing = {.queued = 12, .headers = 300, .firstText = 412, .last = 7683};
    completion.usage.input = 1204;
    completion.usage.cachedInput = 1000;
    completion.usage.output = 640;
    completion.usage.basis = UsageBasis::Reported;
    shown.state.cost.amount = Money::fromDecimal(u"0.0016404");
    shown.state.cost.basis = CostBasis::Computed;
    shown.state.cost.priceSource = QStringLiteral("OpenAI list price");
    shown.state.cost.priceVersion = QStringLiteral("2026-09-23");
    return shown;
}

LaneState finished(const char *model, double last, const char *usd, LaneStatus status = LaneStatus::Complete)
{
    LaneState state;
    state.target.name = {QStringLiteral("a"), QString::fromUtf8(model)};
    state.completion.status = status;
    state.completion.timing.last = last;
    state.cost.amount = Money::fromDecimal(QString::fromUtf8(usd));
    return state;
}

} // namespace

class TestLanePresenter : public QObject
{
    Q_OBJECT

private slots:
    void theStateIsAWord_data();
    void theStateIsAWord();
    void figuresOfAnAnswer();
    void figuresWhileItStreams();
    void aMonthOfCallsInsteadOfOne();
    void whatIsUnknownIsSaid();
    void anIdleLaneHasNoFigures();
    void reasoningHasAHeadline();
    void noticesSayWhatHappened_data();
    void noticesSayWhatHappened();
    void anErrorQuotesTheProvider();
    void everyErrorKindHasItsSentence_data();
    void everyErrorKindHasItsSentence();
    void actionsFitTheState();
    void aRuleSetsLaneNamesRuleAndModel();
    void whyARuleWentNoFurtherIsSaid();
    void badgesNameFastestAndCheapest_data();
    void badgesNameFastestAndCheapest();
    void modelFactsLeaveOutTheUnknown();
    void aRecordShowsAsItWas();
};

void TestLanePresenter::theStateIsAWord_data()
{
    QTest::addColumn<LaneFacts>("shown");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("ink");
    const auto row = [](const char *name, const LaneFacts &shown, const char *state, Theme::Token ink) {
        QTest::newRow(name) << shown << QString::fromUtf8(state) << static_cast<int>(ink);
    };
    LaneFacts idle = facts(LaneStatus::Queued);
    idle.idle = true;
    row("an idle lane has none", idle, "", Theme::Token::Warn);
    idle.info.status = ModelStatus::Retired;
    row("but says that its model is retired", idle, "retired", Theme::Token::Warn);
    row("waiting for a slot", facts(LaneStatus::Queued), "queued", Theme::Token::Ink2);
    LaneFacts running = facts(LaneStatus::Running);
    row("nothing has come", running, "sent", Theme::Token::Accent);
    running.state.completion.reasoning = QStringLiteral("Hm");
    row("only reasoning has come", running, "thinking", Theme::Token::Accent);
    running.state.completion.text = QStringLiteral("So");
    row("text comes", running, "streaming", Theme::Token::Accent);
    LaneFacts waiting = facts(LaneStatus::Running);
    waiting.state.waiting = RetryWait{{ErrorKind::RateLimited, {}}, 10'000};
    waiting.nowMs = 6'200;
    row("seconds count down, rounded up", waiting, "waiting 4 s", Theme::Token::Warn);
    waiting.nowMs = 11'000;
    row("never below zero", waiting, "waiting 0 s", Theme::Token::Warn);
    row("whole", facts(LaneStatus::Complete), "complete", Theme::Token::Good);
    row("cut at the limit", facts(LaneStatus::Truncated), "truncated", Theme::Token::Warn);
    row("broken off", facts(LaneStatus::Interrupted), "interrupted", Theme::Token::Bad);
    row("stopped by the user", facts(LaneStatus::Cancelled), "stopped", Theme::Token::Ink2);
    row("declined", facts(LaneStatus::Refused), "refused", Theme::Token::Warn);
    row("failed", facts(LaneStatus::Failed), "failed", Theme::Token::Bad);
}

void TestLanePresenter::theStateIsAWord()
{
    QFETCH(LaneFacts, shown);
    const LaneTexts texts = laneTexts(shown);
    QTEST(texts.state, "state");
    QTEST(static_cast<int>(texts.stateInk), "ink");
    QCOMPARE(texts.spoken.endsWith(texts.state), true);
    QVERIFY(texts.spoken.startsWith(QStringLiteral("gpt-4o of openai")));
}

void TestLanePresenter::figuresOfAnAnswer()
{
    const LaneTexts texts = laneTexts(answered());
    QCOMPARE(texts.firstToken, QStringLiteral("412\u202fms"));
    QCOMPARE(texts.rate, QStringLiteral("88 tok/s"));
    QCOMPARE(texts.tokens, QStringLiteral("1,204 in   640 out"));
    QCOMPARE(texts.cost, QStringLiteral("$0.00164"));
    QCOMPARE(texts.costNote, QStringLiteral("computed"));
    QVERIFY(texts.costDetails.startsWith(QStringLiteral("$0.0016404\n"))); // the exact amount
    QVERIFY(texts.costDetails.contains(QStringLiteral("OpenAI list price")));
    QVERIFY(texts.costDetails.contains(QStringLiteral("2026-09-23")));
    QVERIFY(texts.tokenDetails.contains(QStringLiteral("of it read from cache: 1,000")));
    QVERIFY(texts.timingDetails.contains(QStringLiteral("first text: 412.0 ms")));
    QCOMPARE(texts.ending, QString()); // as every complete answer ends
    LaneFacts second = answered();
    second.state.attempts = 2;
    QCOMPARE(laneTexts(second).ending, QStringLiteral("attempt 2"));
    second.state.completion.finishReason = QStringLiteral("length");
    QCOMPARE(laneTexts(second).ending, QStringLiteral("finish: length · attempt 2"));
}

void TestLanePresenter::figuresWhileItStreams()
{
    LaneFacts running = facts(LaneStatus::Running);
    QCOMPARE(laneTexts(running).tokens, QString());
    running.state.completion.text = QStringLiteral("So far");
    running.outputSoFar = 1'702;
    running.costSoFar = Money::fromDecimal(u"0.0095");
    const LaneTexts texts = laneTexts(running);
    QCOMPARE(texts.tokens, QStringLiteral("~1,702 out"));
    QCOMPARE(texts.cost, QStringLiteral("$0.0095"));
    QCOMPARE(texts.costNote, QStringLiteral("so far"));
    QCOMPARE(texts.rate, QStringLiteral("–"));
    running.state.completion.timing = {.firstText = 500, .last = 10'500};
    QCOMPARE(laneTexts(running).rate, QStringLiteral("~170 tok/s"));
}

void TestLanePresenter::aMonthOfCallsInsteadOfOne()
{
    LaneFacts monthly = answered();
    monthly.callsPerMonth = 3000;
    const LaneTexts texts = laneTexts(monthly);
    QCOMPARE(texts.cost, QStringLiteral("$4.92 / month"));
    QCOMPARE(texts.costNote, QStringLiteral("at 3,000 calls"));
    // What this one cost stays at hand.
    QVERIFY(texts.costDetails.startsWith(QStringLiteral("$0.0016404\n")));
    monthly.state.cost = {};
    QCOMPARE(laneTexts(monthly).cost, QString());
}

void TestLanePresenter::whatIsUnknownIsSaid()
{
    LaneFacts unpriced = answered();
    unpriced.state.cost = {};
    QCOMPARE(laneTexts(unpriced).cost, QString());
    QCOMPARE(laneTexts(unpriced).costNote, QStringLiteral("cost unknown"));
    LaneFacts estimated = answered();
    estimated.state.completion.usage.basis = UsageBasis::Estimated;
    estimated.state.cost.basis = CostBasis::Estimated;
    estimated.state.cost.lower = Money::fromDecimal(u"0.001");
    estimated.state.cost.upper = Money::fromDecimal(u"0.02");
    QCOMPARE(laneTexts(estimated).tokens, QStringLiteral("~1,204 in   ~640 out"));
    QCOMPARE(laneTexts(estimated).costNote, QStringLiteral("estimated"));
    QVERIFY(laneTexts(estimated).costDetails.contains(QStringLiteral("between $0.001 and $0.02")));
    LaneFacts brief = answered();
    brief.state.completion.usage.output = 3; // too little to measure a rate
    QCOMPARE(laneTexts(brief).rate, QStringLiteral("–"));
    QCOMPARE(laneTexts(facts(LaneStatus::Failed)).firstToken, QStringLiteral("–"));
}

void TestLanePresenter::anIdleLaneHasNoFigures()
{
    LaneFacts idle = facts(LaneStatus::Queued);
    idle.idle = true;
    const LaneTexts texts = laneTexts(idle);
    QCOMPARE(texts.tokens + texts.cost + texts.costNote + texts.ending + texts.reasoning, QString());
    QVERIFY(!texts.actions.contains(LaneAction::Retry));
    QVERIFY(!texts.actions.contains(LaneAction::Copy));
    QVERIFY(texts.actions.contains(LaneAction::Swap));
}

void TestLanePresenter::reasoningHasAHeadline()
{
    LaneFacts thought = answered();
    thought.state.completion.reasoning = QStringLiteral("Let me see.");
    thought.state.completion.timing.firstReasoning = 500;
    thought.state.completion.timing.firstText = 6'600;
    thought.state.completion.usage.reasoning = 412;
    QCOMPARE(laneTexts(thought).reasoning, QStringLiteral("Thought for 6.1\u202fs, 412 tokens"));
    thought.state.completion.usage.reasoning.reset();
    QCOMPARE(laneTexts(thought).reasoning, QStringLiteral("Thought for 6.1\u202fs, about 3 tokens"));
    // Some providers count reasoning without showing it.
    thought.state.completion.reasoning.clear();
    thought.state.completion.timing.firstReasoning.reset();
    thought.state.completion.usage.reasoning = 90;
    QCOMPARE(laneTexts(thought).reasoning, QStringLiteral("Thought, 90 tokens"));
    LaneFacts running = facts(LaneStatus::Running);
    running.state.completion.reasoning = QStringLiteral("Hm");
    QCOMPARE(laneTexts(running).reasoning, QStringLiteral("Thinking …"));
    QCOMPARE(laneTexts(answered()).reasoning, QString());
}

void TestLanePresenter::noticesSayWhatHappened_data()
{
    QTest::addColumn<LaneFacts>("shown");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("action");
    const auto row = [](const char *name, const LaneFacts &shown, const char *title, const char *action) {
        QTest::newRow(name) << shown << QString::fromUtf8(title) << QString::fromUtf8(action);
    };
    LaneFacts waiting = facts(LaneStatus::Running);
    waiting.state.waiting = RetryWait{{ErrorKind::RateLimited, QStringLiteral("slow down")}, 4'000};
    row("a wait", waiting, "The provider is limiting requests", "Try now");
    LaneFacts failed = facts(LaneStatus::Failed);
    failed.state.completion.error = Error{ErrorKind::Auth, QStringLiteral("bad key"), 401};
    row("a wrong key", failed, "The key was not accepted", "Open accounts");
    failed.state.completion.error = Error{ErrorKind::Server, QStringLiteral("oops"), 500};
    row("a fault of the provider", failed, "The provider has a fault of its own", "Retry");
    row("a stream that broke off", facts(LaneStatus::Interrupted), "The answer broke off", "Retry");
    row("an answer cut at the limit", facts(LaneStatus::Truncated), "The answer was cut at the output limit",
        "");
    LaneFacts refused = facts(LaneStatus::Refused);
    refused.state.completion.refusal = QStringLiteral("No.");
    row("a refusal", refused, "The model declined to answer", "Retry");
    LaneFacts retired = facts(LaneStatus::Queued);
    retired.idle = true;
    retired.info.status = ModelStatus::Retired;
    retired.info.successor = QStringLiteral("gpt-5");
    row("a retired model", retired, "gpt-4o is retired", "Use gpt-5");
    retired.info.status = ModelStatus::Deprecated;
    row("a model that will be retired", retired, "gpt-4o will be retired", "Use gpt-5");
    LaneFacts other = answered();
    other.state.otherModelAnswered = true;
    other.state.completion.modelAnswered = QStringLiteral("gpt-3.5");
    row("another model answered", other, "Answered by gpt-3.5, not the requested gpt-4o", "");
    LaneFacts tool = answered();
    tool.state.completion.toolCalls = {
        {QStringLiteral("1"), QStringLiteral("weather"), QStringLiteral("{}")}};
    row("a tool is asked for", tool, "The model asks for the tool weather", "");
    row("nothing to say of a whole answer", answered(), "", "");
    row("nor of a lane that was stopped", facts(LaneStatus::Cancelled), "", "");
}

void TestLanePresenter::noticesSayWhatHappened()
{
    QFETCH(LaneFacts, shown);
    QFETCH(QString, title);
    QFETCH(QString, action);
    const QList<LaneNotice> notices = laneTexts(shown).notices;
    QCOMPARE(notices.size(), title.isEmpty() ? 0 : 1);
    if (notices.isEmpty())
        return;
    QCOMPARE(notices.constFirst().title, title);
    QStringList offered;
    for (const LaneAction each : notices.constFirst().actions)
        offered += laneActionText(each, shown.info.successor);
    QVERIFY2(action.isEmpty() ? offered.isEmpty() : offered.contains(action), qPrintable(offered.join(u',')));
}

void TestLanePresenter::anErrorQuotesTheProvider()
{
    const Error limited{ErrorKind::RateLimited, QStringLiteral("Requests rate limit exceeded"), 429};
    const ErrorTexts quoted = errorTexts(limited, QStringLiteral("dashscope"));
    QCOMPARE(quoted.words, QStringLiteral("dashscope: \"Requests rate limit exceeded\" (HTTP 429)"));
    const ErrorTexts own =
        errorTexts({ErrorKind::Network, QStringLiteral("Host not found")}, QStringLiteral("x"));
    QCOMPARE(own.words, QStringLiteral("Host not found"));
    LaneFacts failed = facts(LaneStatus::Failed);
    failed.state.completion.error = limited;
    failed.state.completion.error->retryAfter = std::chrono::milliseconds(61'500);
    QVERIFY(laneTexts(failed).notices.constFirst().next.contains(QStringLiteral("62 s")));
    failed.live = false; // a run of the history cannot be retried in its place
    QVERIFY(!laneTexts(failed).notices.constFirst().actions.contains(LaneAction::Retry));
}

void TestLanePresenter::everyErrorKindHasItsSentence_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Budget); ++kind)
        QTest::newRow(qPrintable(errorKindName(static_cast<ErrorKind>(kind))))
            << static_cast<ErrorKind>(kind);
}

void TestLanePresenter::everyErrorKindHasItsSentence()
{
    static QSet<QString> titles;
    QFETCH(ErrorKind, kind);
    const ErrorTexts texts = errorTexts({kind, QStringLiteral("x")}, QStringLiteral("a"));
    QVERIFY(!texts.title.isEmpty());
    QVERIFY(!texts.next.isEmpty());
    QVERIFY2(!titles.contains(texts.title), qPrintable(texts.title));
    titles.insert(texts.title);
}

void TestLanePresenter::actionsFitTheState()
{
    const QList<LaneAction> running = laneTexts(facts(LaneStatus::Running)).actions;
    QVERIFY(running.contains(LaneAction::Stop) && !running.contains(LaneAction::Retry));
    const QList<LaneAction> done = laneTexts(answered()).actions;
    QVERIFY(!done.contains(LaneAction::Stop) && done.contains(LaneAction::Retry));
    QVERIFY(done.contains(LaneAction::Copy) && done.contains(LaneAction::CopyPlain));
    QVERIFY(done.contains(LaneAction::Diff) && done.contains(LaneAction::UseAsBase));
    QVERIFY(!running.contains(LaneAction::Diff) && !running.contains(LaneAction::UseAsBase));
    LaneFacts old = answered();
    old.live = false;
    QVERIFY(!laneTexts(old).actions.contains(LaneAction::Retry));
}

void TestLanePresenter::aRuleSetsLaneNamesRuleAndModel()
{
    LaneFacts routed = answered();
    routed.state.requested.name = {kRouteAccountName, QStringLiteral("three buckets")};
    routed.state.route = RouteState{QStringLiteral("three buckets"), 2, QStringLiteral("summaries")};
    const LaneTexts texts = laneTexts(routed);
    QCOMPARE(texts.model, QStringLiteral("route/three buckets"));
    QCOMPARE(texts.account, QStringLiteral("→ openai/gpt-4o, rule summaries"));
    QCOMPARE(texts.spoken,
             QStringLiteral("route/three buckets, answered by openai/gpt-4o, rule summaries, complete"));
    routed.state.unpricedAttempts = 1;
    QCOMPARE(laneTexts(routed).costNote, QStringLiteral("at least"));
    LaneFacts held = facts(LaneStatus::Running);
    held.state.heldBack = 12;
    QCOMPARE(laneTexts(held).state, QStringLiteral("held back"));
    routed.alias = QStringLiteral("Answer A");
    QVERIFY(!laneTexts(routed).account.contains(QStringLiteral("gpt-4o")));
}

void TestLanePresenter::whyARuleWentNoFurtherIsSaid()
{
    LaneFacts broken = facts(LaneStatus::Interrupted);
    broken.state.route = RouteState{QStringLiteral("three buckets"), 2, QStringLiteral("summaries")};
    broken.state.whyStopped = QStringLiteral("It was shown already.");
    broken.state.nextTarget = TargetName{QStringLiteral("google"), QStringLiteral("flash")};
    const LaneNotice notice = laneTexts(broken).notices.constFirst();
    QCOMPARE(notice.next, QStringLiteral("It was shown already."));
    QCOMPARE(notice.actions.constFirst(), LaneAction::ContinueOnNext);
    QCOMPARE(laneActionText(LaneAction::ContinueOnNext, broken), QStringLiteral("Ask google/flash"));
    broken.live = false; // of the history
    QVERIFY(!laneTexts(broken).actions.contains(LaneAction::ContinueOnNext));
}

void TestLanePresenter::badgesNameFastestAndCheapest_data()
{
    QTest::addColumn<QList<LaneState>>("lanes");
    QTest::addColumn<QStringList>("badges");
    using Lanes = QList<LaneState>;
    const QString fastest = QStringLiteral("fastest");
    QTest::newRow("one lane competes with nobody")
        << Lanes{finished("a", 100, "0.1")} << QStringList{QString()};
    QTest::newRow("the quick one and the cheap one")
        << Lanes{finished("a", 100, "0.0046"), finished("b", 900, "0.001")}
        << QStringList{fastest, QStringLiteral("4.6× cheaper")};
    QTest::newRow("one lane may be both") << Lanes{finished("a", 100, "0.001"), finished("b", 900, "0.012")}
                                          << QStringList{fastest + QStringLiteral("|12× cheaper"), QString()};
    QTest::newRow("compared with the dearest, not the next")
        << Lanes{finished("a", 100, "0.01"), finished("b", 100, "0.001"), finished("c", 100, "0.002")}
        << QStringList{QString(), QStringLiteral("10× cheaper"), QString()};
    QTest::newRow("a tie names nobody") << Lanes{finished("a", 100, "0.001"), finished("b", 102, "0.00102")}
                                        << QStringList{QString(), QString()};
    QTest::newRow("free") << Lanes{finished("a", 100, "0"), finished("b", 100, "0.001")}
                          << QStringList{QStringLiteral("free"), QString()};
    QTest::newRow("an unknown cost is not cheap")
        << Lanes{finished("a", 100, "0.002"), finished("b", 100, ""), finished("c", 100, "0.001")}
        << QStringList{QString(), QString(), QStringLiteral("2.0× cheaper")};
    QTest::newRow("failed and truncated lanes do not compete")
        << Lanes{finished("a", 10, "0.0001", LaneStatus::Failed),
                 finished("b", 20, "0.0001", LaneStatus::Truncated), finished("c", 500, "0.1")}
        << QStringList{QString(), QString(), QString()};
    QTest::newRow("nobody wins before all are settled")
        << Lanes{finished("a", 100, "0.001"), finished("b", 900, "0.012"),
                 finished("c", 1, "1", LaneStatus::Running)}
        << QStringList{QString(), QString(), QString()};
}

void TestLanePresenter::badgesNameFastestAndCheapest()
{
    QFETCH(QList<LaneState>, lanes);
    QStringList found;
    for (const QList<LaneBadge> &badges : laneBadges(lanes)) {
        QStringList texts;
        for (const LaneBadge &badge : badges) {
            texts += badge.text;
            QVERIFY(!badge.details.isEmpty());
        }
        found += texts.join(u'|');
    }
    QTEST(found, "badges");
}

void TestLanePresenter::modelFactsLeaveOutTheUnknown()
{
    ModelInfo info;
    QCOMPARE(modelFacts(info), QStringList{QStringLiteral("price unknown")});
    info.prices = PriceList{};
    info.prices->base.input = Money::fromDecimal(u"0.00000015");
    info.prices->base.output = Money::fromDecimal(u"0.0000006");
    info.contextWindow = 128'000;
    info.takesImages = true;
    info.callsTools = false;
    QCOMPARE(modelFacts(info),
             QStringList({QStringLiteral("$0.15 in, $0.60 out per million tokens"),
                          QStringLiteral("128\u202fk tokens of context"), QStringLiteral("images")}));
    info.prices->base.output.reset();
    QVERIFY(modelFacts(info).constFirst().contains(QStringLiteral("? out")));
}

void TestLanePresenter::aRecordShowsAsItWas()
{
    LaneRecord record;
    record.attempts = 2;
    record.laneId = 5;
    record.latest.accountName = QStringLiteral("openai");
    record.latest.model = QStringLiteral("gpt-4o");
    record.latest.completion = answered().state.completion;
    record.latest.completion.modelAnswered = QStringLiteral("gpt-4o-2024-08-06");
    record.latest.cost = answered().state.cost;
    LaneFacts shown;
    shown.state = stateOfRecord(record);
    shown.live = false;
    QVERIFY(!shown.state.otherModelAnswered); // a dated alias
    const LaneTexts texts = laneTexts(shown);
    QCOMPARE(texts.cost, QStringLiteral("$0.00164"));
    QCOMPARE(texts.ending, QStringLiteral("attempt 2"));
    record.latest.completion.modelAnswered = QStringLiteral("gpt-4o-mini");
    QVERIFY(stateOfRecord(record).otherModelAnswered);
}

SWITCHYARD_TEST(TestLanePresenter)

#include "tst_lanepresenter.moc"
