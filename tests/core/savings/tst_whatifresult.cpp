#include "core/savings/whatifresult.h"

#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetjson.h"
#include "tests/core/savings/savedtraffic.h"
#include "tests/support/markingtranslator.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace core;
using test::kBigTarget;
using test::kMiddleTarget;
using test::kNoonMs;
using test::kSmallTarget;
using test::targetNamed;

namespace {

/// A task of 10 calls that cost 8 USD and would have cost 2.
WhatIfRow savingRow(const QString &task, const QString &to, VoteEvidence::Verdict verdict)
{
    WhatIfRow row{.task = task, .from = targetNamed(kBigTarget), .to = targetNamed(to)};
    row.figures.calls = 10;
    row.figures.repriced = 10;
    row.figures.costBefore = *Money::fromDouble(8.0);
    row.figures.costAfter = *Money::fromDouble(2.0);
    row.figures.costAfterLow = row.figures.costAfter;
    row.figures.costAfterHigh = row.figures.costAfter;
    row.periodCost = row.figures.costBefore;
    row.votes = {.verdict = verdict, .votes = 68, .wins = 51, .ties = 10};
    row.counted = verdict == VoteEvidence::Verdict::Passed;
    return row;
}

WhatIfResult savedResult()
{
    WhatIfResult result;
    result.rows = {savingRow(QStringLiteral("summarize"), kSmallTarget, VoteEvidence::Verdict::Passed),
                   savingRow(QStringLiteral("extract"), kMiddleTarget, VoteEvidence::Verdict::TooFew)};
    result.total = result.rows.constFirst().figures;
    result.periodCost = *Money::fromDouble(24.0);
    result.mostAsked = targetNamed(kBigTarget);
    return result;
}

} // namespace

/// What is said of a what-if, its exports and the draft that is made of it.
class WhatIfResultTest : public QObject
{
    Q_OBJECT

private slots:
    void votesAreSaidInWords();
    void percentIsOfWhatWasSpent();
    void assumptionsNameWhatWasLeftOut();
    void whatWasPrunedIsToldByItsOwnDays();
    void csvHasExactMoney();
    void jsonHasExactMoney();
    void aDraftHasARuleForEachTaskThatPassed();
    void aDraftReachesCallsWithoutATask();
    void tasksThatNoRuleCanAskForMakeNone_data();
    void tasksThatNoRuleCanAskForMakeNone();
};

void WhatIfResultTest::votesAreSaidInWords()
{
    using Verdict = VoteEvidence::Verdict;
    QCOMPARE(votesInWords({}), QStringLiteral("no votes"));
    QCOMPARE(votesInWords({.verdict = Verdict::TooFew, .votes = 12, .wins = 9}),
             QStringLiteral("12 votes, too few"));
    QCOMPARE(votesInWords({.verdict = Verdict::TooFew, .votes = 1}), QStringLiteral("1 vote, too few"));
    QCOMPARE(votesInWords({.verdict = Verdict::Passed, .votes = 68, .wins = 51, .ties = 10}),
             QStringLiteral("61 of 68 votes win or tie"));
    QCOMPARE(votesInWords({.verdict = Verdict::Failed, .votes = 40, .wins = 5}),
             QStringLiteral("only 5 of 40 votes win or tie"));
}

void WhatIfResultTest::percentIsOfWhatWasSpent()
{
    QCOMPARE(percentOf(*Money::fromDouble(6.0), *Money::fromDouble(24.0)), std::optional(25.0));
    QVERIFY(!percentOf(*Money::fromDouble(6.0), Money()));
}

void WhatIfResultTest::assumptionsNameWhatWasLeftOut()
{
    WhatIfResult result = savedResult();
    const QString plain = whatIfAssumptions(result).join(u'\n');
    QVERIFY2(plain.contains(QStringLiteral("tokenizers")), qPrintable(plain));
    QVERIFY2(plain.contains(QStringLiteral("at least 20 votes")), qPrintable(plain));
    QVERIFY2(plain.contains(QStringLiteral("not below 40 %")), qPrintable(plain));
    QVERIFY2(!plain.contains(QStringLiteral("left out")), qPrintable(plain));

    result.target = targetNamed(kSmallTarget);
    WhatIfFigures &figures = result.rows.first().figures;
    figures.doesNotFit = 3;
    figures.unpriced = 4;
    figures.withoutTokens = 5;
    figures.withoutCachePrice = 6;
    const QStringList sentences = whatIfAssumptions(result);
    QVERIFY(!sentences.join(u'\n').contains(QStringLiteral("votes")));
    QCOMPARE(sentences.size(), 7);
    for (const char *end : {"left out: 3.", "left out: 4.", "left out: 5.", "for them: 6 calls."})
        QCOMPARE(sentences.filter(QString::fromLatin1(end)).size(), 1);
}

/// The midnight of Berlin is still the day before in UTC.
void WhatIfResultTest::whatWasPrunedIsToldByItsOwnDays()
{
    const QTimeZone berlin("Europe/Berlin");
    WhatIfResult result = savedResult();
    result.prunedBeforeMs = QDate(2026, 11, 1).startOfDay(berlin).toMSecsSinceEpoch();
    result.prunedZone = berlin;
    const QString sentence = QStringLiteral("Calls before %1 were pruned")
                                 .arg(QLocale().toString(QDate(2026, 11, 1), QLocale::ShortFormat));
    QCOMPARE(whatIfAssumptions(result).filter(sentence).size(), 1);
}

void WhatIfResultTest::csvHasExactMoney()
{
    const QStringList lines = whatIfToCsv(savedResult()).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("task,from,to,counted,calls,")));
    QCOMPARE(lines.at(1),
             QStringLiteral("summarize,openai/big,google/small,yes,10,10,0,0,0,0,0,8,2,2,2,6,25.00,68,51,10,"
                            "passed"));
    QCOMPARE(lines.at(3), QStringLiteral("total,,,,10,10,0,0,0,0,0,8,2,2,2,6,25.00,,,,"));
    QVERIFY(lines.at(4).isEmpty());

    // What costs more is a number below zero, the name of a task no formula.
    WhatIfResult dearer;
    dearer.rows = {savingRow(QStringLiteral("=1+1"), kSmallTarget, VoteEvidence::Verdict::Passed)};
    std::swap(dearer.rows.first().figures.costBefore, dearer.rows.first().figures.costAfter);
    const QString line = whatIfToCsv(dearer).split(QStringLiteral("\r\n")).at(1);
    QVERIFY2(line.startsWith(QStringLiteral("'=1+1,")), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral(",2,8,2,2,-6,")), qPrintable(line));
}

void WhatIfResultTest::jsonHasExactMoney()
{
    const QJsonObject json = whatIfToJson(savedResult());
    QVERIFY(json.value(QLatin1StringView("target")).isNull());
    QCOMPARE(json.value(QLatin1StringView("period_cost_usd")).toString(), QStringLiteral("24"));
    const QJsonArray rows = json.value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    const QJsonObject row = rows.at(0).toObject();
    QCOMPARE(row.value(QLatin1StringView("saved_usd")).toString(), QStringLiteral("6"));
    QCOMPARE(row.value(QLatin1StringView("saved_percent_of_period")).toDouble(), 25.0);
    QCOMPARE(row.value(QLatin1StringView("votes")).toObject().value(QLatin1StringView("ties")).toInt(), 10);
    QCOMPARE(rows.at(1).toObject().value(QLatin1StringView("counted")).toBool(true), false);

    WhatIfResult unknown;
    unknown.rows = {{.task = QStringLiteral("reasoning")}};
    unknown.rows.first().periodUnpriced = 2;
    const QJsonObject none =
        whatIfToJson(unknown).value(QLatin1StringView("rows")).toArray().at(0).toObject();
    QVERIFY(none.value(QLatin1StringView("to")).isNull());
    QVERIFY(none.value(QLatin1StringView("cost_after_usd")).isNull());
    QVERIFY(none.value(QLatin1StringView("period_cost_usd")).isNull());
    QCOMPARE(none.value(QLatin1StringView("period_unpriced")).toInt(), 2);
}

void WhatIfResultTest::aDraftHasARuleForEachTaskThatPassed()
{
    const RuleSet rules = draftRules(savedResult(), kNoonMs);
    QCOMPARE(rules.rules.size(), 1);
    const Rule &rule = rules.rules.constFirst();
    QCOMPARE(rule.when, test::taskIs({QStringLiteral("summarize")}));
    QCOMPARE(rule.chain.targets.constFirst().name, targetNamed(kSmallTarget));
    QCOMPARE(rule.chain.fallbacks.constFirst().target.name, targetNamed(kBigTarget));
    QCOMPARE(rule.evidence.value(QLatin1StringView("wins")).toInt(), 51);
    QCOMPARE(rule.evidence.value(QLatin1StringView("claim")).toString(),
             QStringLiteral("10 calls on summarize would have cost $2.00 at google/small instead of $8.00; "
                            "61 of 68 votes win or tie."));
    QCOMPARE(rules.otherwise.chain.targets.constFirst().name, targetNamed(kBigTarget));
    test::PricedBook book;
    QVERIFY(canRun(checkRuleSet(rules, book, {})));
    const Result<RuleSet> again = readRuleSet(writeRuleSet(rules));
    QVERIFY(again);
    QCOMPARE(*again, rules);
    const test::MarkingTranslator language;
    const RuleSet translated = draftRules(savedResult(), kNoonMs);
    for (const QString &name :
         {translated.name, translated.rules.constFirst().name, translated.otherwise.name})
        QVERIFY2(name.startsWith(u'['), qPrintable(name));
}

void WhatIfResultTest::aDraftReachesCallsWithoutATask()
{
    WhatIfResult result = savedResult();
    result.rows.append(savingRow(QString(), kMiddleTarget, VoteEvidence::Verdict::Passed));
    const RuleSet rules = draftRules(result, kNoonMs);
    QCOMPARE(rules.rules.size(), 2);
    const Rule &rule = rules.rules.constLast();
    QCOMPARE(rule.when, notOf(testCondition({.field = Field::Task, .op = Operator::Present})));
    QCOMPARE(rule.chain.targets.constFirst().name, targetNamed(kMiddleTarget));
    QCOMPARE(rule.chain.fallbacks.constFirst().target.name, targetNamed(kBigTarget));
    QCOMPARE(rule.evidence.value(QLatin1StringView("claim")).toString(),
             QStringLiteral("10 calls without a task would have cost $2.00 at qwen/middle instead of "
                            "$8.00; 61 of 68 votes win or tie."));
    test::PricedBook book;
    QVERIFY(canRun(checkRuleSet(rules, book, {})));
    const Result<RuleSet> again = readRuleSet(writeRuleSet(rules));
    QVERIFY(again);
    QCOMPARE(*again, rules);
}

void WhatIfResultTest::tasksThatNoRuleCanAskForMakeNone_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("to");
    QTest::newRow("the calls of a judge") << QStringLiteral("judge") << kSmallTarget;
    QTest::newRow("the model that is asked already") << QStringLiteral("summarize") << kBigTarget;
}

void WhatIfResultTest::tasksThatNoRuleCanAskForMakeNone()
{
    QFETCH(QString, task);
    QFETCH(QString, to);
    WhatIfResult result;
    result.rows = {savingRow(task, to, VoteEvidence::Verdict::Passed)};
    QVERIFY(draftRules(result, kNoonMs).rules.isEmpty());
}

SWITCHYARD_TEST(WhatIfResultTest)

#include "tst_whatifresult.moc"
