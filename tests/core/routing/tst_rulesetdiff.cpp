#include "core/routing/rulesetdiff.h"
#include "core/routing/rulesetjson.h"
#include "tests/core/routing/randomrules.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// What changed from one version of a rule set to another.
class TestRuleSetDiff : public QObject
{
    Q_OBJECT

private slots:
    void equalSetsHaveNoDifference();
    void setsThatDifferHaveADifference();
    void rulesComeGoAndMove_data();
    void rulesComeGoAndMove();
    void aChangeIsSaid_data();
    void aChangeIsSaid();
    void theDefaultIsCompared();
    void theSetItselfIsCompared();
    void aRuleThatMovedAndChangedIsNamedTwice();
    void rulesOfOneNameArePaired();
};

namespace {

RuleSet ofNames(const QString &names)
{
    RuleSet rules;
    for (const QChar name : names) {
        Rule rule;
        rule.name = QString(name);
        rules.rules.append(rule);
    }
    return rules;
}

RuleSet ofRule(const QByteArray &members)
{
    const Result<RuleSet> read = readRuleSet(R"({"schema": 1, "name": "x", "rules": [{"name": "r", )"
                                             + members + R"(}], "default": {"chain": {}}})");
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

QString shownChanges(const QList<RuleChange> &changes)
{
    static const QString kinds = QStringLiteral("+->*");
    QStringList lines;
    for (const RuleChange &change : changes)
        lines.append(kinds.at(static_cast<int>(change.kind)) + change.rule);
    return lines.join(u' ');
}

} // namespace

void TestRuleSetDiff::equalSetsHaveNoDifference()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const RuleSet rules = RandomRules(seed).ruleSet();
        QCOMPARE(shownChanges(diffRuleSets(rules, rules)), QString());
    }
}

void TestRuleSetDiff::setsThatDifferHaveADifference()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const RuleSet one = RandomRules(seed).ruleSet();
        RuleSet other = one;
        // Rules that differ in some part, under the same name.
        RandomRules random(seed + 10'000);
        if (other.rules.isEmpty())
            other.otherwise.chain = random.chain();
        else
            other.rules.first() = random.rule(one.rules.first().name);
        QCOMPARE(diffRuleSets(one, other).isEmpty(), one == other);
    }
}

void TestRuleSetDiff::rulesComeGoAndMove_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *name, const char *before, const char *after, const char *changes) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(changes);
    };
    row("nothing", "abc", "abc", "");
    row("one more at the end", "ab", "abc", "+c");
    row("one more at the beginning moves none", "ab", "cab", "+c");
    row("one less", "abc", "ac", "-b");
    row("from the end to the beginning", "abcd", "dabc", ">d");
    row("from the beginning to the end", "abcd", "bcda", ">a");
    row("two change places", "abcd", "acbd", ">c");
    row("the other way round", "abc", "cba", ">c >b");
    row("all at once", "abcd", "edab", "+e >d -c");
    row("all new", "ab", "cd", "+c +d -a -b");
}

void TestRuleSetDiff::rulesComeGoAndMove()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(shownChanges(diffRuleSets(ofNames(before), ofNames(after))), "changes");
}

void TestRuleSetDiff::aChangeIsSaid_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("details");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const QStringList &details) { QTest::newRow(name) << before << after << details; };
    const QByteArray chain = R"("chain": {})";
    row("switched off", chain, R"("on": false, )" + chain, {QStringLiteral("Switched off")});
    row("a note", chain, R"("note": "n", )" + chain, {QStringLiteral("The note is another")});
    row("evidence", chain, R"("evidence": {"n": 1}, )" + chain, {QStringLiteral("The evidence is another")});
    row("an unknown member", chain, R"("owner": 1, )" + chain,
        {QStringLiteral("Members that this version does not know are others")});
    row("a condition", chain, R"("when": {"field": "has_code", "op": "present"}, )" + chain,
        {QStringLiteral("Condition: the text has code instead of everything")});
    row("a target more", R"("chain": {"targets": [{"target": "a/b"}]})",
        R"("chain": {"targets": [{"target": "a/b"}, {"target": "c/d"}]})",
        {QStringLiteral("Targets: a/b, c/d instead of a/b")});
    row("targets in another order", R"("chain": {"targets": [{"target": "a/b"}, {"target": "c/d"}]})",
        R"("chain": {"targets": [{"target": "c/d"}, {"target": "a/b"}]})",
        {QStringLiteral("Targets: c/d, a/b instead of a/b, c/d")});
    row("no target any more", R"("chain": {"targets": [{"target": "a/b"}]})", chain,
        {QStringLiteral("Targets: none instead of a/b")});
    row("a weight and an order", R"("chain": {"targets": [{"target": "a/b"}]})",
        R"("chain": {"pick": "weighted", "targets": [{"target": "a/b", "weight": 0.25}]})",
        {QStringLiteral("Weight of a/b: 0.25 instead of 1"),
         QStringLiteral("Order: by weight instead of as listed")});
    row("parameters of the same target in another place",
        R"("chain": {"targets": [{"target": "a/b"}, {"target": "c/d"}]})",
        R"("chain": {"targets": [{"target": "c/d", "parameters": {"temperature": 0.5}}, {"target": "a/b"}]})",
        {QStringLiteral("Targets: c/d, a/b instead of a/b, c/d"),
         QStringLiteral("Parameters of c/d: {\"temperature\":0.5} instead of {}")});
    row("a ceiling and a sticky tag", chain,
        R"("chain": {"price_ceiling_usd": "0.01", "sticky_tag": "user"})",
        {QStringLiteral("Price ceiling: $0.01 instead of none"),
         QStringLiteral("Tag that keeps the order: user instead of none")});
    row("conditions of a fallback", R"("chain": {"fallbacks": [{"target": "a/b"}]})",
        R"("chain": {"fallbacks": [{"target": "a/b", "only_larger_context": true, "only_after": ["server", "quota"]}]})",
        {QStringLiteral("a/b only for a larger window: yes instead of no"),
         QStringLiteral("a/b only after: server, quota instead of any")});
    row("limits", chain,
        R"("chain": {"limits": {"attempts": 2, "budget_ms": 40000, "commit": "complete", "fallback_on_refusal": true}})",
        {QStringLiteral("Attempts: 2 instead of 4"),
         QStringLiteral("Time of the whole call: 40\u202fs instead of none"),
         QStringLiteral("Answer: commits when the answer is complete instead of commits at the first token"),
         QStringLiteral("A refusal goes on to the next target: yes instead of no")});
    row("names that look like places", R"("chain": {"targets": [{"target": "%1/%2"}]})",
        R"("chain": {"targets": [{"target": "%3/%1"}]})",
        {QStringLiteral("Targets: %3/%1 instead of %1/%2")});
}

void TestRuleSetDiff::aChangeIsSaid()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<RuleChange> changes = diffRuleSets(ofRule(before), ofRule(after));
    QCOMPARE(shownChanges(changes), QStringLiteral("*r"));
    QTEST(changes.first().details, "details");
}

void TestRuleSetDiff::theDefaultIsCompared()
{
    const RuleSet before;
    RuleSet after;
    after.otherwise.name = QStringLiteral("others");
    after.otherwise.chain.targets = {ChainTarget{{QStringLiteral("a"), QStringLiteral("b")}, {}, 1.0}};
    const QList<RuleChange> changes = diffRuleSets(before, after);
    QCOMPARE(shownChanges(changes), QStringLiteral("*others"));
    QCOMPARE(changes.first().details,
             (QStringList{QStringLiteral("Name: others instead of default"),
                          QStringLiteral("Targets: a/b instead of none")}));
}

void TestRuleSetDiff::theSetItselfIsCompared()
{
    RuleSet before = ofNames(QStringLiteral("ab"));
    RuleSet after = ofNames(QStringLiteral("ba"));
    before.name = QStringLiteral("old");
    after.name = QStringLiteral("new");
    after.note = QStringLiteral("why");
    const QList<RuleChange> changes = diffRuleSets(before, after);
    QCOMPARE(shownChanges(changes), QStringLiteral("* >b"));
    QCOMPARE(
        changes.first().details,
        (QStringList{QStringLiteral("Name: new instead of old"), QStringLiteral("The note is another")}));
}

void TestRuleSetDiff::aRuleThatMovedAndChangedIsNamedTwice()
{
    const RuleSet before = ofNames(QStringLiteral("abc"));
    RuleSet after = ofNames(QStringLiteral("cab"));
    after.rules.first().on = false;
    const QList<RuleChange> changes = diffRuleSets(before, after);
    QCOMPARE(shownChanges(changes), QStringLiteral(">c *c"));
    QCOMPARE(changes.first().details, QStringList{QStringLiteral("From place 3 to place 1")});
    QCOMPARE(changes.last().details, QStringList{QStringLiteral("Switched off")});
}

void TestRuleSetDiff::rulesOfOneNameArePaired()
{
    RuleSet before = ofNames(QStringLiteral("aab"));
    before.rules[1].note = QStringLiteral("second");
    QCOMPARE(shownChanges(diffRuleSets(before, before)), QString());
    RuleSet after = before;
    after.rules.removeAt(1);
    QCOMPARE(shownChanges(diffRuleSets(before, after)), QStringLiteral("-a"));
}

SWITCHYARD_TEST(TestRuleSetDiff)
#include "tst_rulesetdiff.moc"
