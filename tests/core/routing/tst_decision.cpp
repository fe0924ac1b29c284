#include "core/routing/decision.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

PlannedTarget plannedTarget(const QString &account, const QString &model)
{
    PlannedTarget target;
    target.name = {account, model};
    return target;
}

Decision everything()
{
    Decision decision;
    decision.ruleSet = QStringLiteral("three buckets");
    decision.version = 4;
    decision.rule = QStringLiteral("summaries");
    decision.place = 1;
    decision.trace = {
        {QStringLiteral("strong"), RuleVerdict::NotMatched, QStringLiteral("Does not hold: x.")},
        {QStringLiteral("off"), RuleVerdict::Off, QStringLiteral("Switched off.")},
        {QStringLiteral("slow"), RuleVerdict::Limit, QStringLiteral("Given up.")},
        {QStringLiteral("summaries"), RuleVerdict::Matched, QStringLiteral("Holds: y.")}};
    PlannedTarget first = plannedTarget(QStringLiteral("openai"), QStringLiteral("gpt-5-mini"));
    first.parameters.temperature = 0.2;
    first.parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
    first.contextWindow = 400'000;
    first.why = QStringLiteral("1 of 3 as listed");
    PlannedTarget same = plannedTarget(QStringLiteral("router"), QStringLiteral("qwen/qwen-plus:free"));
    same.parameters = first.parameters;
    PlannedTarget bare = plannedTarget(QStringLiteral("a"), QStringLiteral("b"));
    PlannedTarget last = plannedTarget(QStringLiteral("google"), QStringLiteral("gemini-2.5-flash"));
    last.isFallback = true;
    last.onlyLargerContext = true;
    last.onlyAfter = {ErrorKind::ContextLength, ErrorKind::RateLimited};
    decision.targets = {first, same, bare, last};
    decision.leftOut = {QStringLiteral("a/c: The account a is switched off.")};
    decision.limits.attempts = 7;
    decision.limits.retries = 0;
    decision.limits.budget = std::chrono::milliseconds(40'000);
    decision.limits.longestWait = std::chrono::milliseconds(5);
    decision.limits.connect = std::chrono::milliseconds(1);
    decision.limits.firstToken = std::chrono::milliseconds(2);
    decision.limits.idle = std::chrono::milliseconds(3);
    decision.limits.commit = Commit::Tokens;
    decision.limits.commitTokens = 30;
    decision.limits.fallbackOnRefusal = true;
    decision.draw = 0.123456789012345678;
    return decision;
}

/// As the ledger keeps it.
QJsonObject written(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void hasThePublicMembers();
    void longParametersAreWrittenOnce();
    void whatIsNotUnderstoodIsLeftAtItsDefault();
};

void TestDecision::comesBackAsItWas_data()
{
    QTest::addColumn<Decision>("decision");
    QTest::newRow("everything") << everything();
    QTest::newRow("nothing") << Decision();
    Decision undecidable;
    undecidable.ruleSet = QStringLiteral("a");
    undecidable.trace = {{QStringLiteral("r"), RuleVerdict::Undecidable, QStringLiteral("Not known.")}};
    QTest::newRow("undecidable") << undecidable;
    Decision reversed = everything();
    std::reverse(reversed.targets.begin(), reversed.targets.end());
    QTest::newRow("bare targets first") << reversed;
}

void TestDecision::comesBackAsItWas()
{
    QFETCH(Decision, decision);
    QCOMPARE(decisionFromJson(written(decisionToJson(decision))), decision);
}

void TestDecision::hasThePublicMembers()
{
    const QJsonObject json = written(decisionToJson(everything()));
    QCOMPARE(json.value(QStringLiteral("rule")).toString(), QStringLiteral("summaries"));
    QCOMPARE(json.value(QStringLiteral("targets")).toArray(),
             (QJsonArray{QStringLiteral("openai/gpt-5-mini"), QStringLiteral("router/qwen/qwen-plus:free"),
                         QStringLiteral("a/b"), QStringLiteral("google/gemini-2.5-flash")}));
    const QJsonArray trace = json.value(QStringLiteral("trace")).toArray();
    QCOMPARE(trace.size(), 4);
    const QJsonObject first = trace.first().toObject();
    QCOMPARE(first.value(QStringLiteral("rule")).toString(), QStringLiteral("strong"));
    QCOMPARE(first.value(QStringLiteral("matched")), QJsonValue(false));
    QCOMPARE(first.value(QStringLiteral("verdict")).toString(), QStringLiteral("not_matched"));
    QCOMPARE(first.value(QStringLiteral("why")).toString(), QStringLiteral("Does not hold: x."));
    QCOMPARE(trace.last().toObject().value(QStringLiteral("matched")), QJsonValue(true));
}

void TestDecision::longParametersAreWrittenOnce()
{
    const QByteArray text = QJsonDocument(decisionToJson(everything())).toJson();
    QCOMPARE(text.count("\"function\""), 1);
}

void TestDecision::whatIsNotUnderstoodIsLeftAtItsDefault()
{
    const QJsonObject json{
        {QStringLiteral("rule"), 17},
        {QStringLiteral("place"), QStringLiteral("first")},
        {QStringLiteral("trace"),
         QJsonArray{QStringLiteral("x"), QJsonObject{{QStringLiteral("verdict"), QStringLiteral("later")}}}},
        {QStringLiteral("plan"),
         QJsonArray{QJsonObject{{QStringLiteral("target"), QStringLiteral("nobody")}}, 3}},
        {QStringLiteral("limits"), QJsonObject{{QStringLiteral("commit"), QStringLiteral("never")}}},
        {QStringLiteral("later"), true}};
    const Decision decision = decisionFromJson(json);
    QVERIFY(decision.rule.isEmpty());
    QCOMPARE(decision.place, -1);
    QCOMPARE(decision.trace.size(), 2);
    QCOMPARE(decision.trace.last().verdict, RuleVerdict::NotMatched);
    QVERIFY(decision.targets.isEmpty());
    QCOMPARE(decision.limits, CallLimits());
}

SWITCHYARD_TEST(TestDecision)
#include "tst_decision.moc"
