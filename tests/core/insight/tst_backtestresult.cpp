#include "core/insight/backtesttally.h"

#include "tests/core/insight/traffic.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace core;
using test::targetNamed;

namespace {

constexpr qint64 kPicosPerCent = 10'000'000'000;

/// Two moves: calls 4 and 2 of `first` to A, call 3 of `second` to B.
BacktestResult twoMoves()
{
    BacktestResult result{.ruleSet = QStringLiteral("mine"), .version = 3};
    result.moves = {
        {.rule = QStringLiteral("first"),
         .task = QStringLiteral("extract"),
         .from = targetNamed(QStringLiteral("x/old")),
         .to = targetNamed(QStringLiteral("x/a")),
         .figures = {.calls = 2, .moved = 2}},
        {.rule = QStringLiteral("second"),
         .from = targetNamed(QStringLiteral("x/old")),
         .to = targetNamed(QStringLiteral("x/b")),
         .figures = {.calls = 1, .moved = 1}},
    };
    result.movedCalls = {{.callId = 4, .move = 0}, {.callId = 3, .move = 1}, {.callId = 2, .move = 0}};
    return result;
}

QList<qint64> idsOf(const QList<MovedCall> &calls)
{
    QList<qint64> ids;
    for (const MovedCall &call : calls)
        ids.append(call.callId);
    return ids;
}

TargetSamples samplesOf(int outputs, double mean, double variance)
{
    return {.outputs = outputs, .meanOutput = mean, .outputVariance = variance};
}

} // namespace

class BacktestResultTest : public QObject
{
    Q_OBJECT

private slots:
    void movedCallsComePageByPage();
    void movedCallsCanBeNarrowed();
    void delaysAreWeightedWhenAdded();
    void versionsAreComparedByTheNamesOfTheirRules();
    void theDocumentHasTheNamedMembers();
    void whatIsNotKnownIsNull();
    void theRatioOfLengthsHasAnInterval();
    void fewAnswersHaveNoRatio_data();
    void fewAnswersHaveNoRatio();
    void partsAddUpToTheWhole();
};

void BacktestResultTest::movedCallsComePageByPage()
{
    const BacktestResult result = twoMoves();
    QCOMPARE(idsOf(movedPage(result, {}, 0, 2)), (QList<qint64>{4, 3}));
    QCOMPARE(idsOf(movedPage(result, {}, 2, 2)), (QList<qint64>{2}));
    QCOMPARE(idsOf(movedPage(result, {}, 3, 2)), QList<qint64>());
    QCOMPARE(movedCount(result, {}), 3);
}

void BacktestResultTest::movedCallsCanBeNarrowed()
{
    const BacktestResult result = twoMoves();
    const MovedFilter first{.rule = QStringLiteral("first")};
    QCOMPARE(idsOf(movedPage(result, first, 0, 10)), (QList<qint64>{4, 2}));
    QCOMPARE(idsOf(movedPage(result, first, 1, 10)), (QList<qint64>{2}));
    QCOMPARE(movedCount(result, first), 2);
    QCOMPARE(idsOf(movedPage(result, {.task = QString()}, 0, 10)), (QList<qint64>{3}));
    QCOMPARE(idsOf(movedPage(result, {.to = targetNamed(QStringLiteral("x/a"))}, 0, 1)), (QList<qint64>{4}));
}

void BacktestResultTest::delaysAreWeightedWhenAdded()
{
    BacktestFigures sum{.timed = 1, .firstTokenBefore = 400.0, .firstTokenAfter = 100.0};
    sum += BacktestFigures{.timed = 3, .firstTokenBefore = 800.0, .firstTokenAfter = 200.0};
    sum += BacktestFigures{.calls = 5};
    QCOMPARE(sum.timed, 4);
    QCOMPARE(sum.firstTokenBefore, 700.0);
    QCOMPARE(sum.firstTokenAfter, 175.0);
}

void BacktestResultTest::versionsAreComparedByTheNamesOfTheirRules()
{
    BacktestResult one;
    one.byRule = {{QStringLiteral("gone"), 0, {.calls = 1}}, {QStringLiteral("default"), 1, {.calls = 9}}};
    BacktestResult other;
    other.byRule = {{QStringLiteral("new"), 0, {.calls = 4}}, {QStringLiteral("default"), 1, {.calls = 6}}};
    const QList<BacktestDifference> differences = compareBacktests(one, other);
    QCOMPARE(differences.size(), 3);
    QCOMPARE(differences.at(0).rule, QStringLiteral("new"));
    QVERIFY(!differences.at(0).one);
    QCOMPARE(differences.at(1).one->calls, 9);
    QCOMPARE(differences.at(1).other->calls, 6);
    QCOMPARE(differences.at(2).rule, QStringLiteral("gone"));
    QVERIFY(!differences.at(2).other);
}

void BacktestResultTest::theDocumentHasTheNamedMembers()
{
    BacktestResult result = twoMoves();
    result.total = {.calls = 3,
                    .moved = 3,
                    .unpriced = 1,
                    .costBefore = Money::fromPicos(3 * kPicosPerCent),
                    .costAfter = Money::fromPicos(kPicosPerCent)};
    result.byRule = {{QStringLiteral("first"), 0, result.total}};
    const QJsonObject json = backtestToJson(result);
    QCOMPARE(json.value(QStringLiteral("calls")).toInt(), 3);
    QCOMPARE(json.value(QStringLiteral("moved")).toInt(), 3);
    QCOMPARE(json.value(QStringLiteral("cost_before_usd")).toString(), QStringLiteral("0.03"));
    QCOMPARE(json.value(QStringLiteral("cost_after_usd")).toString(), QStringLiteral("0.01"));
    QCOMPARE(json.value(QStringLiteral("unpriced")).toInt(), 1);
    const QJsonObject rule = json.value(QStringLiteral("by_rule")).toArray().at(0).toObject();
    QCOMPARE(rule.value(QStringLiteral("rule")).toString(), QStringLiteral("first"));
    QCOMPARE(rule.value(QStringLiteral("moved")).toInt(), 3);
    const QJsonObject move = json.value(QStringLiteral("moves")).toArray().at(1).toObject();
    QCOMPARE(move.value(QStringLiteral("to")).toString(), QStringLiteral("x/b"));
}

void BacktestResultTest::whatIsNotKnownIsNull()
{
    BacktestResult result;
    result.total = {.calls = 2, .moved = 1, .undecidable = 1, .unpriced = 1};
    const QJsonObject json = backtestToJson(result);
    QVERIFY(json.value(QStringLiteral("cost_before_usd")).isNull());
    QVERIFY(json.value(QStringLiteral("cost_after_usd")).isNull());
    QVERIFY(json.value(QStringLiteral("cost_after_low_usd")).isNull());
    QVERIFY(json.value(QStringLiteral("first_token_after_ms")).isNull());
}

void BacktestResultTest::theRatioOfLengthsHasAnInterval()
{
    // Means 100 and 150, standard errors of 5 % and 12 %: 13 % together. exp(1.959964 x 0.13) = 1.2902.
    const TargetSamples before = samplesOf(25, 100.0, 625.0);
    const TargetSamples after = samplesOf(25, 150.0, 8'100.0);
    const std::optional<OutputRatio> longer = outputRatio(before, after);
    QVERIFY(longer);
    QCOMPARE(longer->low, 1.0);
    QVERIFY(std::abs(longer->high - 1.5 * 1.2902) < 1e-4);

    const std::optional<OutputRatio> shorter = outputRatio(after, before);
    QVERIFY(shorter);
    QVERIFY(std::abs(shorter->low - 1.0 / (1.5 * 1.2902)) < 1e-4);
    QCOMPARE(shorter->high, 1.0);
}

void BacktestResultTest::fewAnswersHaveNoRatio_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<double>("mean");
    QTest::addColumn<bool>("known");
    QTest::newRow("ten of each") << 10 << 10 << 50.0 << true;
    QTest::newRow("nine of the old target") << 9 << 100 << 50.0 << false;
    QTest::newRow("nine of the new target") << 100 << 9 << 50.0 << false;
    QTest::newRow("answers without any token") << 100 << 100 << 0.0 << false;
}

void BacktestResultTest::fewAnswersHaveNoRatio()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const double, mean);
    const bool known = outputRatio(samplesOf(before, 50.0, 1.0), samplesOf(after, mean, 1.0)).has_value();
    QTEST(known, "known");
}

void BacktestResultTest::partsAddUpToTheWhole()
{
    test::PricedBook book;
    book.price(QStringLiteral("x/a"), 1, 1);
    book.price(QStringLiteral("x/b"), 2, 2);
    RuleSet rules{.name = QStringLiteral("mine")};
    rules.otherwise.chain = test::chainOf({QStringLiteral("x/a")});
    const auto call = [](qint64 id, const QString &task) {
        PastCall past{.id = id, .asked = targetNamed(QStringLiteral("x/old")), .cost = Money::fromPicos(100)};
        past.facts.task = task;
        past.usage = {.input = 10, .output = 5, .basis = UsageBasis::Reported};
        return past;
    };
    const auto add = [&call](BacktestTally &tally, qint64 id) {
        const QString task = id % 2 == 0 ? QStringLiteral("even") : QString();
        if (id % 5 == 0)
            tally.addUndecidable(call(id, task));
        else if (id % 3 == 0)
            tally.addUnmoved(call(id, task), 0);
        else
            tally.addMoved(call(id, task), 0,
                           targetNamed(id % 4 == 0 ? QStringLiteral("x/b") : QStringLiteral("x/a")));
    };
    BacktestTally whole(book);
    BacktestTally parts(book);
    for (qint64 first : {1, 11, 21}) {
        BacktestTally part(book);
        for (qint64 id = first; id < first + 10; ++id) {
            add(whole, id);
            add(part, id);
        }
        parts.append(part);
    }
    const auto filled = [&rules](const BacktestTally &tally) {
        BacktestResult result;
        tally.fill(result, rules, [](const TargetName &, const QString &) { return TargetSamples(); });
        return result;
    };
    QCOMPARE(filled(parts), filled(whole));
    // 30 calls: 6 undecidable, 8 that stay, 16 that go, 4 of them to B (4, 8, 16 and 28).
    const BacktestFigures total = filled(whole).total;
    QCOMPARE(total.calls, 30);
    QCOMPARE(total.undecidable, 6);
    QCOMPARE(total.moved, 16);
    QCOMPARE(total.costBefore, Money::fromPicos(24 * 100));
    QCOMPARE(total.costAfter, Money::fromPicos(8 * 100 + 12 * 15 + 4 * 30));
}

SWITCHYARD_TEST(BacktestResultTest)
#include "tst_backtestresult.moc"
