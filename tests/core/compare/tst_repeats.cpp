#include "core/compare/repeats.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

LaneState answeredLane(const char *text, double first = 100.0, double last = 1'000.0)
{
    LaneState state;
    state.completion.status = LaneStatus::Complete;
    state.completion.text = QString::fromUtf8(text);
    state.completion.timing.firstText = first;
    state.completion.timing.last = last;
    return state;
}

LaneState failure(ErrorKind kind, const char *message)
{
    LaneState state;
    state.completion.status = LaneStatus::Failed;
    state.completion.error = Error{kind, QString::fromUtf8(message)};
    return state;
}

LaneState running(const char *text)
{
    LaneState state = answeredLane(text);
    state.completion.status = LaneStatus::Running;
    return state;
}

LaneState costing(LaneState state, qint64 output, std::int64_t picos)
{
    state.completion.usage.output = output;
    state.cost.amount = Money::fromPicos(picos);
    return state;
}

LaneRecord asked(const char *account, const char *model, std::optional<double> temperature = {})
{
    LaneRecord record;
    record.latest.accountName = QString::fromUtf8(account);
    record.latest.model = QString::fromUtf8(model);
    record.parameters.temperature = temperature;
    return record;
}

using LaneGroups = QList<QList<int>>;

} // namespace

class RepeatsTest : public QObject
{
    Q_OBJECT

private slots:
    void equalOutcomesAreFoldedAndTheMostFrequentIsFirst();
    void outcomesAreTheSame_data();
    void outcomesAreTheSame();
    void whatRunsStandsAloneAndCountsForNothing();
    void figuresAreSpread();
    void theMiddleOfAnEvenNumberWasMeasured();
    void charactersStandInForUnknownTokens();
    void failuresHaveNoPartInTheFigures();
    void neighboursOfTheSameTargetAreRepeats();
    void nothingAskedIsNothing();
};

void RepeatsTest::equalOutcomesAreFoldedAndTheMostFrequentIsFirst()
{
    const RepeatSummary summary = summarizeRepeats(
        {answeredLane("a"), answeredLane("b"), answeredLane("c"), answeredLane("b"), answeredLane("b\n")});
    QCOMPARE(summary.outcomes, LaneGroups({{1, 3, 4}, {0}, {2}}));
    QCOMPARE(summary.asked, 5);
    QCOMPARE(summary.settled, 5);
}

void RepeatsTest::outcomesAreTheSame_data()
{
    QTest::addColumn<LaneState>("a");
    QTest::addColumn<LaneState>("b");
    QTest::addColumn<bool>("same");
    LaneState cut = answeredLane("yes");
    cut.completion.status = LaneStatus::Truncated;
    LaneState thought = answeredLane("yes");
    thought.completion.reasoning = QStringLiteral("hm");
    QTest::newRow("white space at the ends") << answeredLane(" yes\n") << answeredLane("yes") << true;
    QTest::newRow("kinds of line ends") << answeredLane("a\r\nb") << answeredLane("a\nb") << true;
    QTest::newRow("white space within") << answeredLane("a  b") << answeredLane("a b") << false;
    QTest::newRow("capitals") << answeredLane("Yes") << answeredLane("yes") << false;
    QTest::newRow("times do not matter") << answeredLane("yes", 1, 2) << answeredLane("yes", 3, 4) << true;
    QTest::newRow("reasoning does not matter") << thought << answeredLane("yes") << true;
    QTest::newRow("one was cut off") << cut << answeredLane("yes") << false;
    QTest::newRow("the same failure")
        << failure(ErrorKind::Server, "overloaded") << failure(ErrorKind::Server, "overloaded") << true;
    QTest::newRow("other words of a failure")
        << failure(ErrorKind::Server, "overloaded") << failure(ErrorKind::Server, "down") << false;
    QTest::newRow("a failure and an empty answer")
        << failure(ErrorKind::Server, "") << answeredLane("") << false;
}

void RepeatsTest::outcomesAreTheSame()
{
    QFETCH(LaneState, a);
    QFETCH(LaneState, b);
    QFETCH(bool, same);
    QCOMPARE(summarizeRepeats({a, b}).outcomes.size(), same ? 1 : 2);
}

void RepeatsTest::whatRunsStandsAloneAndCountsForNothing()
{
    const RepeatSummary summary =
        summarizeRepeats({running("a"), answeredLane("a", 50), running("a"), LaneState{}});
    QCOMPARE(summary.outcomes, LaneGroups({{1}, {0}, {2}, {3}}));
    QCOMPARE(summary.settled, 1);
    QCOMPARE(summary.firstToken, (Spread<double>{50, 50, 50, 1}));
}

void RepeatsTest::figuresAreSpread()
{
    LaneState thought = costing(answeredLane("a", 900, 1'200), 30, 7);
    thought.completion.timing.firstReasoning = 90;
    const RepeatSummary summary =
        summarizeRepeats({costing(answeredLane("b", 300, 800), 10, 9), thought,
                          costing(answeredLane("c", 200, 3'000), 20, 1), answeredLane("d", 400, 900)});
    QCOMPARE(summary.firstToken, (Spread<double>{90, 200, 400, 4}));
    QCOMPARE(summary.total, (Spread<double>{800, 900, 3'000, 4}));
    QCOMPARE(summary.cost, (Spread<Money>{Money::fromPicos(1), Money::fromPicos(7), Money::fromPicos(9), 3}));
    QCOMPARE(summary.unpriced, 1);
}

void RepeatsTest::theMiddleOfAnEvenNumberWasMeasured()
{
    const RepeatSummary summary = summarizeRepeats({answeredLane("a", 10), answeredLane("b", 40)});
    QCOMPARE(summary.firstToken, (Spread<double>{10, 10, 40, 2}));
}

void RepeatsTest::charactersStandInForUnknownTokens()
{
    const LaneState counted = costing(answeredLane("four"), 1, 1);
    const RepeatSummary all = summarizeRepeats({counted, costing(answeredLane("four"), 9, 1)});
    QVERIFY(all.lengthInTokens);
    QCOMPARE(all.length, (Spread<qint64>{1, 1, 9, 2}));
    const RepeatSummary some = summarizeRepeats({counted, answeredLane("eleven more")});
    QVERIFY(!some.lengthInTokens);
    QCOMPARE(some.length, (Spread<qint64>{4, 4, 11, 2}));
}

void RepeatsTest::failuresHaveNoPartInTheFigures()
{
    LaneState failed = failure(ErrorKind::Server, "overloaded");
    failed.completion.timing.last = 5;
    LaneState broken = answeredLane("half", 20, 60);
    broken.completion.status = LaneStatus::Interrupted;
    const RepeatSummary summary = summarizeRepeats({failed, broken});
    QCOMPARE(summary.settled, 2);
    QCOMPARE(summary.total, (Spread<double>{60, 60, 60, 1}));
    QCOMPARE(summary.unpriced, 1);
}

void RepeatsTest::neighboursOfTheSameTargetAreRepeats()
{
    QCOMPARE(repeatsIn({}), QList<int>());
    QCOMPARE(repeatsIn({asked("a", "m"), asked("a", "m"), asked("a", "n"), asked("b", "n"), asked("a", "m")}),
             QList<int>({2, 1, 1, 1}));
    QCOMPARE(repeatsIn({asked("a", "m", 0.2), asked("a", "m", 0.2), asked("a", "m", 0.9)}),
             QList<int>({2, 1}));
}

void RepeatsTest::nothingAskedIsNothing()
{
    const RepeatSummary summary = summarizeRepeats({});
    QCOMPARE(summary, RepeatSummary{});
}

SWITCHYARD_TEST(RepeatsTest)
#include "tst_repeats.moc"
