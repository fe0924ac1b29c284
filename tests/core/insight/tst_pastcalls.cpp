#include "core/insight/pastcalls.h"

#include "tests/core/insight/traffic.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::PastIds;
using test::PastStory;

namespace {

Rule ruleAsking(Field field)
{
    return {.name = QStringLiteral("r"), .when = testCondition({.field = field})};
}

RuleSet setOf(const Rule &rule)
{
    return {.name = QStringLiteral("mine"), .rules = {rule}};
}

} // namespace

Q_DECLARE_METATYPE(core::PastNeeds)

class PastCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void rulesSayWhatHasToBeRead_data();
    void rulesSayWhatHasToBeRead();
    void partsOfConditionsCountToo();
    void rulesThatAreOffNeedNothing();
    void factsAreThoseOfTheCall();
    void factsThatAreNotNeededAreNotRead();
    void aTextThatIsNotKeptIsNotKnown();
    void aFollowUpIsAsLongAsItWasCharged();
    void aLaneWithoutPastIsAFirstTurn();
    void onlyCallsOfOtherProgramsNamedAModel();
    void usageIsThatOfTheLastAttempt();
    void aStoredChanceComesBack();
    void chancesAreSpreadAndAlwaysTheSame();
    void partsMeetWithoutOverlap();

private:
    QList<PastCall> read(const PastNeeds &needs, const BacktestOptions &options = {}, qint64 after = 0,
                         qint64 upTo = 1'000);
    PastCall readOne(const PastStory &story, const PastNeeds &needs);

    std::unique_ptr<test::TemporaryLedger> m_ledger;
};

void PastCallsTest::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
}

QList<PastCall> PastCallsTest::read(const PastNeeds &needs, const BacktestOptions &options, qint64 after,
                                    qint64 upTo)
{
    const Result<QList<PastCall>> calls = test::await(m_ledger->database().read(
        [needs, options, after, upTo](Connection &connection) -> Result<QList<PastCall>> {
            QList<PastCall> all;
            const Result<void> done =
                PastCalls(connection, options, needs).read(after, upTo, [&all](const PastCall &call) {
                    all.append(call);
                });
            if (!done)
                return done.error();
            return all;
        }));
    if (!calls)
        qFatal("%s", qPrintable(calls.error().message));
    return *calls;
}

PastCall PastCallsTest::readOne(const PastStory &story, const PastNeeds &needs)
{
    const PastIds ids = test::tell(m_ledger->database(), story);
    const QList<PastCall> calls = read(needs, {}, ids.call - 1, ids.call);
    if (calls.size() != 1)
        qFatal("%d calls instead of one", static_cast<int>(calls.size()));
    return calls.constFirst();
}

void PastCallsTest::rulesSayWhatHasToBeRead_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<PastNeeds>("needs");
    QTest::newRow("the task") << Field::Task << PastNeeds{};
    QTest::newRow("the time") << Field::TimeOfDay << PastNeeds{};
    QTest::newRow("words of the text") << Field::Text << PastNeeds{.text = true};
    QTest::newRow("its language") << Field::Language << PastNeeds{.text = true};
    QTest::newRow("its estimated tokens") << Field::PromptTokens << PastNeeds{.text = true};
    QTest::newRow("pictures") << Field::HasImage << PastNeeds{.text = true};
    QTest::newRow("a parameter") << Field::MaxTokens << PastNeeds{.parameters = true};
    QTest::newRow("tools") << Field::HasTools << PastNeeds{.parameters = true};
    QTest::newRow("a tag") << Field::Tag << PastNeeds{.tags = true};
    QTest::newRow("the number of turns") << Field::Turns << PastNeeds{.turns = true};
    QTest::newRow("the health of a target") << Field::ErrorRate << PastNeeds{.health = true};
    QTest::newRow("the use of a budget") << Field::Budget << PastNeeds{.health = true};
}

void PastCallsTest::rulesSayWhatHasToBeRead()
{
    QFETCH(const Field, field);
    QFETCH(const PastNeeds, needs);
    QVERIFY(needsOf({setOf(ruleAsking(field))}) == needs);
}

void PastCallsTest::partsOfConditionsCountToo()
{
    Rule rule{.name = QStringLiteral("r"),
              .when = allOf({notOf(testCondition({.field = Field::Text})),
                             anyOf({testCondition({.field = Field::Tag})})})};
    QVERIFY(needsOf({setOf(rule)}) == (PastNeeds{.text = true, .tags = true}));

    Rule weighted;
    weighted.chain.pick = PickOrder::Weighted;
    weighted.chain.stickyTag = QStringLiteral("user");
    QVERIFY(needsOf({setOf(weighted)}) == (PastNeeds{.tags = true, .draw = true}));
    // Of a further set, in its default rule.
    RuleSet other;
    other.otherwise.chain.pick = PickOrder::Cheapest;
    QVERIFY(needsOf({RuleSet(), other}) == PastNeeds{.parameters = true});
}

void PastCallsTest::rulesThatAreOffNeedNothing()
{
    Rule rule = ruleAsking(Field::Text);
    rule.on = false;
    QVERIFY(needsOf({setOf(rule)}) == PastNeeds{});
}

void PastCallsTest::factsAreThoseOfTheCall()
{
    const PastCall call = readOne({.prompt = QStringLiteral("Eight ch"),
                                   .system = QStringLiteral("Four"),
                                   .task = QStringLiteral("extract"),
                                   .tags = QStringLiteral(R"({"tier": "gold"})"),
                                   .parameters = QStringLiteral(R"({"max_tokens": 77})")},
                                  {.text = true, .parameters = true, .tags = true});
    QVERIFY(call.routed);
    QCOMPARE(call.asked, test::targetNamed(QStringLiteral("openai/big")));
    QCOMPARE(call.cost, Money::fromPicos(2'000'000));
    const PromptFacts &facts = call.facts;
    QVERIFY(facts.textKnown);
    QCOMPARE(facts.text, QStringLiteral("Eight ch"));
    // A quarter token a character.
    QCOMPARE(facts.tokens, 3);
    QCOMPARE(facts.turns, 1);
    QCOMPARE(facts.task, QStringLiteral("extract"));
    QCOMPARE(facts.tags.value(QStringLiteral("tier")), QStringLiteral("gold"));
    QCOMPARE(facts.parameters.maxTokens, 77);
    QCOMPARE(facts.source, CallSource::Cli);
    QCOMPARE(facts.atMs, test::kNoonMs);
    QVERIFY(!facts.hasImages);
}

void PastCallsTest::factsThatAreNotNeededAreNotRead()
{
    const PastCall call = readOne({.tags = QStringLiteral(R"({"tier": "gold"})")}, {});
    QVERIFY(call.facts.text.isEmpty());
    QVERIFY(call.facts.tags.isEmpty());
    QCOMPARE(call.facts.tokens, 1000);
}

void PastCallsTest::aTextThatIsNotKeptIsNotKnown()
{
    const PastCall call = readOne({.textsKept = false}, {.text = true});
    QVERIFY(!call.facts.textKnown);
    QCOMPARE(call.facts.tokens, 1000);
}

void PastCallsTest::aFollowUpIsAsLongAsItWasCharged()
{
    const PastIds first = test::tell(m_ledger->database(), PastStory{});
    const PastIds second =
        test::tell(m_ledger->database(), PastStory{.parentRun = first.run, .parentLane = first.lane});
    const PastCall third =
        readOne({.parentRun = second.run, .parentLane = second.lane}, {.text = true, .turns = true});
    QCOMPARE(third.facts.turns, 3);
    QCOMPARE(third.facts.tokens, 1000);
    QVERIFY(third.facts.textKnown);
}

void PastCallsTest::aLaneWithoutPastIsAFirstTurn()
{
    const PastIds first = test::tell(m_ledger->database(), PastStory{});
    const PastCall second =
        readOne({.prompt = QStringLiteral("Four"), .parentRun = first.run}, {.text = true});
    QCOMPARE(second.facts.turns, 1);
    QCOMPARE(second.facts.tokens, 1);
}

void PastCallsTest::onlyCallsOfOtherProgramsNamedAModel()
{
    QCOMPARE(readOne({.source = QStringLiteral("import"), .ruleSet = {}}, {}).facts.requestedModel,
             QStringLiteral("big"));
    QCOMPARE(readOne({}, {}).facts.requestedModel, QString());
}

void PastCallsTest::usageIsThatOfTheLastAttempt()
{
    PastStory story;
    story.attempts = {{.input = {}, .output = {}, .costPicos = 3, .status = QStringLiteral("failed")},
                      {.target = QStringLiteral("google/small"), .input = 10, .output = 4, .costPicos = 5}};
    const PastCall call = readOne(story, {});
    QCOMPARE(call.asked, test::targetNamed(QStringLiteral("openai/big")));
    QCOMPARE(call.usage.input, 10);
    QCOMPARE(call.usage.output, 4);
    QCOMPARE(call.cost, Money::fromPicos(8));

    story.attempts.first().status = QStringLiteral("interrupted");
    story.attempts.first().costPicos.reset();
    QCOMPARE(readOne(story, {}).cost, std::nullopt);
}

void PastCallsTest::aStoredChanceComesBack()
{
    const PastCall call =
        readOne({.decision = QStringLiteral(R"({"draw": 0.625, "targets": []})")}, {.draw = true});
    QCOMPARE(call.facts.draw, 0.625);
}

void PastCallsTest::chancesAreSpreadAndAlwaysTheSame()
{
    QCOMPARE(drawOf(7), drawOf(7));
    QList<int> tenths(10);
    for (qint64 call = 1; call <= 10'000; ++call) {
        const double draw = drawOf(call);
        QVERIFY(draw >= 0.0 && draw < 1.0);
        ++tenths[static_cast<int>(draw * 10)];
    }
    // Five standard deviations around 1,000.
    for (const int count : tenths)
        QVERIFY2(count > 850 && count < 1'150, qPrintable(QString::number(count)));
}

void PastCallsTest::partsMeetWithoutOverlap()
{
    test::tell(m_ledger->database(), QList<PastStory>(5));
    QCOMPARE(read({}, {}, 0, 2).size(), 2);
    QCOMPARE(read({}, {}, 2, 5).size(), 3);
    QCOMPARE(read({}, {}, 2, 5).constFirst().id, 3);
}

SWITCHYARD_TEST(PastCallsTest)
#include "tst_pastcalls.moc"
