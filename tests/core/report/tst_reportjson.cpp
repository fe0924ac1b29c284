#include "core/report/reportjob.h"
#include "core/report/reportjson.h"
#include "tests/core/report/reportfixture.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace core;

/// The document of a report for programs, and what becomes of savings on their way into it.
class TestReportJson : public QObject
{
    Q_OBJECT

private slots:
    void moneyIsExactText();
    void whatIsUnknownIsNull();
    void savingsOfASetComeBeforeItsRules();
};

void TestReportJson::moneyIsExactText()
{
    MonthlyReport report = test::wholeReport();
    report.total.cost = Money::fromPicos(1'234'500'000'001);
    const QJsonObject json = reportToJson(report);
    QCOMPARE(json.value(QStringLiteral("month")).toString(), QStringLiteral("2026-10"));
    const QJsonObject total = json.value(QStringLiteral("total")).toObject();
    QCOMPARE(total.value(QStringLiteral("cost_usd")).toString(), QStringLiteral("1.234500000001"));
    const QJsonObject change = json.value(QStringLiteral("change")).toObject();
    QCOMPARE(change.value(QStringLiteral("difference_usd")).toString(), QStringLiteral("-18.765499999999"));
    const QJsonObject mix = change.value(QStringLiteral("why")).toArray().at(1).toObject();
    QCOMPARE(mix.value(QStringLiteral("factor")).toString(), QStringLiteral("model_mix"));
    QCOMPARE(mix.value(QStringLiteral("amount_usd")).toString(), QStringLiteral("9"));
    QCOMPARE(json.value(QStringLiteral("days")).toArray().size(), 31);
    const QJsonObject model = json.value(QStringLiteral("models")).toArray().at(0).toObject();
    QCOMPARE(model.value(QStringLiteral("change_usd")).toString(), QStringLiteral("13"));
    const QJsonObject saving = json.value(QStringLiteral("savings")).toArray().at(0).toObject();
    QCOMPARE(saving.value(QStringLiteral("saved_low_usd")).toString(), QStringLiteral("4"));
}

void TestReportJson::whatIsUnknownIsNull()
{
    MonthlyReport report = test::wholeReport();
    report.before.reset();
    report.total.cost = {};
    report.total.unpricedAttempts = report.total.attempts;
    report.savings.first().saved.reset();
    report.budgets.first().worst.spent = {};
    report.budgets.first().worst.unpriced = 3;
    const QJsonObject json = reportToJson(report);
    QCOMPARE(json.value(QStringLiteral("failed_cost_usd")).toString(), QStringLiteral("1"));
    QVERIFY(json.value(QStringLiteral("change")).isNull());
    QVERIFY(json.value(QStringLiteral("total")).toObject().value(QStringLiteral("cost_usd")).isNull());
    const QJsonObject saving = json.value(QStringLiteral("savings")).toArray().at(0).toObject();
    QVERIFY(saving.value(QStringLiteral("saved_usd")).isNull());
    QVERIFY(!saving.contains(QStringLiteral("saved_low_usd")));
    const QJsonObject model = json.value(QStringLiteral("models")).toArray().at(0).toObject();
    QVERIFY(model.value(QStringLiteral("change_usd")).isNull());
    const QJsonObject budget = json.value(QStringLiteral("budgets")).toArray().at(0).toObject();
    QVERIFY(budget.value(QStringLiteral("spent_usd")).isNull());
    QCOMPARE(budget.value(QStringLiteral("unpriced_attempts")).toInt(), 3);
}

void TestReportJson::savingsOfASetComeBeforeItsRules()
{
    RuleSavings rule;
    rule.rule = QStringLiteral("short");
    rule.figures.calls = kCallsForSavings;
    rule.figures.costBefore = test::dollars(2);
    rule.figures.costAfter = test::dollars(7);
    rule.figures.costAfterLow = test::dollars(6);
    rule.figures.costAfterHigh = test::dollars(9);
    rule.spend = test::dollars(3);
    SetSavings set;
    set.activation.ruleSet = QStringLiteral("daily");
    set.activation.version = 4;
    set.rules = {rule};
    set.total = rule;
    set.total.rule.clear();
    // Of calls that nothing can be compared with the cost is known nevertheless.
    SetSavings without = set;
    without.problem = QStringLiteral("No version ran before.");
    without.total.figures = {};
    without.total.figures.calls = kCallsForSavings;
    without.total.figures.undecidable = kCallsForSavings;
    without.rules.clear();
    RouteSavingsResult result;
    result.sets = {set, without};
    const QList<ReportSaving> savings = reportSavings(result);
    QCOMPARE(savings.size(), 3);
    QVERIFY(savings.at(0).rule.isEmpty());
    QCOMPARE(savings.at(1).rule, QStringLiteral("short"));
    QCOMPARE(savings.at(1).spent, std::optional(test::dollars(3)));
    QCOMPARE(savings.at(1).saved, std::optional(test::dollars(5)));
    QCOMPARE(savings.at(1).savedLow, test::dollars(4));
    QCOMPARE(savings.at(1).savedHigh, test::dollars(7));
    QVERIFY(!savings.at(2).saved);
    QCOMPARE(savings.at(2).spent, std::optional(test::dollars(3)));
    QCOMPARE(savings.at(2).problem, QStringLiteral("No version ran before."));
}

SWITCHYARD_TEST(TestReportJson)

#include "tst_reportjson.moc"
