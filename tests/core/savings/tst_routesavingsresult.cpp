#include "core/savings/routesavingsresult.h"

#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace core;

namespace {

/// 100 calls that cost 2 USD and would have cost `dollars`, or between `low` and `high`.
RuleSavings hundredCalls(double dollars, double low, double high)
{
    RuleSavings savings{.rule = QStringLiteral("summaries")};
    savings.figures.calls = 100;
    savings.figures.moved = 100;
    savings.figures.bounded = low < high ? 100 : 0;
    savings.figures.costBefore = *Money::fromDouble(2.0);
    savings.figures.costAfter = *Money::fromDouble(dollars);
    savings.figures.costAfterLow = *Money::fromDouble(low);
    savings.figures.costAfterHigh = *Money::fromDouble(high);
    savings.spend = savings.figures.costBefore;
    savings.bases.computed = 100;
    return savings;
}

} // namespace

/// What is said of savings, and the document of it.
class RouteSavingsResultTest : public QObject
{
    Q_OBJECT

private slots:
    void savingsAreSaidInWords();
    void basesAreSaidInWords();
    void theDocumentHasExactMoney();
    void whatIsUnknownIsNull();
};

void RouteSavingsResultTest::savingsAreSaidInWords()
{
    QCOMPARE(savingsInWords(hundredCalls(5.0, 5.0, 5.0)), QStringLiteral("saved $3.00"));
    QCOMPARE(savingsInWords(hundredCalls(5.0, 4.0, 6.5)), QStringLiteral("saved $3.00 ($2.00 to $4.50)"));
    QCOMPARE(savingsInWords(hundredCalls(1.0, 1.0, 1.0)), QStringLiteral("$1.00 more"));
    QCOMPARE(savingsInWords(hundredCalls(1.0, 0.5, 1.5)), QStringLiteral("$1.00 more ($0.50 to $1.50)"));
    RuleSavings same = hundredCalls(2.0, 2.0, 2.0);
    same.figures.moved = 0;
    QCOMPARE(savingsInWords(same), QStringLiteral("nothing changed"));
    RuleSavings few = hundredCalls(5.0, 5.0, 5.0);
    few.figures.calls = 19;
    QCOMPARE(savingsInWords(few), QStringLiteral("19 calls, too few"));
    few.figures.calls = 1;
    QCOMPARE(savingsInWords(few), QStringLiteral("1 call, too few"));
    RuleSavings unpriced = hundredCalls(5.0, 5.0, 5.0);
    unpriced.figures.unpriced = 90;
    QCOMPARE(savingsInWords(unpriced), QStringLiteral("unknown: only 10 of 100 calls can be compared"));
}

void RouteSavingsResultTest::basesAreSaidInWords()
{
    QCOMPARE(basesInWords({.reported = 1200, .estimated = 3}), QStringLiteral("1,200 reported, 3 estimated"));
    QCOMPARE(basesInWords({.computed = 2, .unknown = 1}), QStringLiteral("2 computed, 1 unpriced"));
    QCOMPARE(basesInWords({}), QString());
}

void RouteSavingsResultTest::theDocumentHasExactMoney()
{
    SetSavings set{
        .activation = {.atMs = 0, .ruleSet = QStringLiteral("mine"), .version = 2, .versionBefore = 1},
        .sinceMs = 1000};
    set.rules = {hundredCalls(5.0, 4.0, 6.5)};
    set.total = set.rules.constFirst();
    const QJsonObject json = routeSavingsToJson({.sets = {set}, .activations = {set.activation}});
    const QJsonObject shown = json.value(QLatin1StringView("sets")).toArray().at(0).toObject();
    QCOMPARE(shown.value(QLatin1StringView("rule_set")).toString(), QStringLiteral("mine"));
    QCOMPARE(shown.value(QLatin1StringView("version_before")).toInt(), 1);
    QCOMPARE(shown.value(QLatin1StringView("since")).toString(), QStringLiteral("1970-01-01T00:00:01.000Z"));
    QVERIFY(shown.value(QLatin1StringView("problem")).isNull());
    const QJsonObject rule = shown.value(QLatin1StringView("rules")).toArray().at(0).toObject();
    QCOMPARE(rule.value(QLatin1StringView("cost_usd")).toString(), QStringLiteral("2"));
    QCOMPARE(rule.value(QLatin1StringView("estimate_usd")).toString(), QStringLiteral("5"));
    QCOMPARE(rule.value(QLatin1StringView("saved_usd")).toString(), QStringLiteral("3"));
    QCOMPARE(rule.value(QLatin1StringView("saved_low_usd")).toString(), QStringLiteral("2"));
    QCOMPARE(rule.value(QLatin1StringView("saved_high_usd")).toString(), QStringLiteral("4.5"));
    QCOMPARE(rule.value(QLatin1StringView("basis")).toObject().value(QLatin1StringView("computed")).toInt(),
             100);
    QCOMPARE(json.value(QLatin1StringView("activations")).toArray().size(), 1);
}

void RouteSavingsResultTest::whatIsUnknownIsNull()
{
    RuleSavings rule{.rule = QStringLiteral("summaries")};
    rule.figures.calls = 5;
    rule.figures.unpriced = 5;
    rule.bases.unknown = 5;
    SetSavings set{.activation = {.ruleSet = QStringLiteral("mine"), .version = 1}};
    set.problem = QStringLiteral("No version ran before.");
    set.rules = {rule};
    const QJsonObject json = routeSavingsToJson({.sets = {set}});
    const QJsonObject shown = json.value(QLatin1StringView("sets")).toArray().at(0).toObject();
    QVERIFY(shown.value(QLatin1StringView("version_before")).isNull());
    QCOMPARE(shown.value(QLatin1StringView("problem")).toString(), set.problem);
    const QJsonObject written = shown.value(QLatin1StringView("rules")).toArray().at(0).toObject();
    for (const char *name : {"cost_usd", "estimate_usd", "saved_usd", "saved_low_usd", "saved_high_usd"})
        QVERIFY2(written.value(QLatin1StringView(name)).isNull(), name);
}

SWITCHYARD_TEST(RouteSavingsResultTest)

#include "tst_routesavingsresult.moc"
