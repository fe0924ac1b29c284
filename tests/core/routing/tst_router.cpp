#include "core/routing/outcomes.h"
#include "core/routing/router.h"
#include "core/routing/rulepattern.h"
#include "tests/core/routing/fakebook.h"
#include "tests/core/routing/referencerules.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <limits>
#include <map>
#include <set>

using namespace core;

namespace {

/// A Wednesday, 21:30 in UTC.
constexpr qint64 kWednesday = 1'705'527'000'000;

Test testOf(Field field, Operator op, const QStringList &values = {}, const QString &key = {})
{
    Test made;
    made.field = field;
    made.op = op;
    made.values = values;
    made.key = key;
    return made;
}

Test testOf(Field field, Operator op, double number, const QString &key = {})
{
    Test made = testOf(field, op, QStringList(), key);
    made.number = number;
    return made;
}

Test zoned(Test test, const QString &zone)
{
    test.zone = zone;
    return test;
}

ChainTarget target(const QString &name, double weight = 1.0)
{
    ChainTarget made;
    made.name = parseTargetName(name).value();
    made.weight = weight;
    return made;
}

Rule rule(const QString &name, const Condition &when, const QStringList &targets)
{
    Rule made{.name = name};
    made.when = when;
    for (const QString &each : targets)
        made.chain.targets.append(target(each));
    return made;
}

/// One rule with that condition and a default.
RuleSet oneRule(const Condition &when)
{
    RuleSet rules;
    rules.name = QStringLiteral("one");
    rules.rules = {rule(QStringLiteral("asked"), when, {QStringLiteral("a/one")})};
    rules.otherwise.chain.targets = {target(QStringLiteral("a/other"))};
    return rules;
}

/// A set whose default has that chain.
RuleSet onlyDefault(const QString &name, const Chain &chain)
{
    RuleSet rules;
    rules.name = name;
    rules.otherwise.chain = chain;
    return rules;
}

Chain chainOf(const QStringList &targets)
{
    Chain chain;
    for (const QString &each : targets)
        chain.targets.append(target(each));
    return chain;
}

QStringList namesOf(const Decision &decision)
{
    QStringList names;
    for (const PlannedTarget &each : decision.targets)
        names.append(each.name.toString());
    return names;
}

/// Sets by name, as the store gives them.
struct Sets
{
    std::map<QString, RuleSet> sets = {};

    void add(const QString &name, const Chain &chain) { sets[name] = onlyDefault(name, chain); }
    Router::Lookup lookup() const
    {
        return [this](const QString &name) {
            const auto found = sets.find(name);
            return found == sets.end() ? nullptr : &found->second;
        };
    }
};

/// Conditions and calls from a small world, so that they meet.
class RandomWorld
{
public:
    explicit RandomWorld(quint32 seed) : m_random(seed) { }

    int below(int end) { return static_cast<int>(m_random.bounded(end)); }
    bool chance(int of = 2) { return below(of) == 0; }

    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

    QString word()
    {
        return oneOf<QString>({QStringLiteral("Invoice"), QStringLiteral("straße"), QStringLiteral("總結"),
                               QStringLiteral("ΣΟΦΟΣ"), QStringLiteral("x"), QStringLiteral("the"),
                               QStringLiteral("for the"), QStringLiteral("𐐀b"), QString()});
    }

    Test anyTest()
    {
        Test made;
        made.field = static_cast<Field>(below(static_cast<int>(Field::Budget) + 1));
        made.op = chance(12) ? static_cast<Operator>(below(static_cast<int>(Operator::Present) + 1))
                             : oneOf(operatorsOf(made.field));
        made.key = isHealth(made.field)
            ? oneOf<QString>({QStringLiteral("a/one"), QStringLiteral("a/two"), QString()})
            : oneOf<QString>({QStringLiteral("tier"), QStringLiteral("user")});
        made.values = valuesOf(made);
        if (!chance(10))
            made.number = numberOf(made.field);
        made.zone = oneOf<QString>({QString(), QStringLiteral("Europe/Berlin"), QStringLiteral("Asia/Tokyo"),
                                    QStringLiteral("America/New_York"), QStringLiteral("No/Where")});
        return made;
    }

    Condition condition(int depth)
    {
        if (depth == 0 || chance(3))
            return testCondition(anyTest());
        if (chance(4))
            return notOf(condition(depth - 1));
        QList<Condition> parts;
        for (int left = below(4); left > 0; --left)
            parts.append(condition(depth - 1));
        return chance() ? allOf(parts) : anyOf(parts);
    }

    RuleSet rules()
    {
        RuleSet set;
        set.name = QStringLiteral("random");
        for (int left = below(6); left > 0; --left) {
            Rule made = rule(QStringLiteral("rule %1").arg(left), condition(2), {QStringLiteral("a/one")});
            made.on = !chance(6);
            set.rules.append(made);
        }
        set.otherwise.chain.targets = {target(QStringLiteral("a/other"))};
        return set;
    }

    PromptFacts facts()
    {
        PromptFacts made;
        made.task = taskName();
        made.textKnown = !chance(3);
        for (int left = below(4); left > 0; --left)
            made.text += word() + oneOf<QString>({QStringLiteral(" "), QString(), QStringLiteral("\n")});
        if (!chance(5))
            made.tokens = below(10);
        made.turns = 1 + below(4);
        made.hasImages = chance();
        made.hasAttachments = chance();
        if (chance())
            made.parameters.maxTokens = below(10);
        if (chance())
            made.parameters.temperature = below(10);
        if (chance())
            made.parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
        if (chance())
            made.parameters.responseFormat = {
                {QStringLiteral("type"),
                 oneOf<QString>({QStringLiteral("json_object"), QStringLiteral("text")})}};
        if (chance())
            made.tags.insert(QStringLiteral("tier"), taskName());
        if (chance())
            made.tags.insert(QStringLiteral("user"), word());
        made.requestedModel = taskName();
        made.source = oneOf<CallSource>({CallSource::Window, CallSource::Cli, CallSource::Gateway});
        made.atMs = kWednesday + qint64(below(14 * 24 * 60)) * 60'000;
        made.draw = m_random.generateDouble();
        made.past = chance();
        return made;
    }

    FakeBook book()
    {
        FakeBook made;
        TargetFacts &facts = made.at(QStringLiteral("a/one"));
        if (chance())
            facts.errorRate = below(10);
        if (chance())
            facts.firstTokenP95 = below(10);
        facts.coolingUntilMs = kWednesday + qint64(below(14 * 24 * 60)) * 60'000;
        if (chance())
            made.budgets.insert(QStringLiteral("user"), below(10));
        return made;
    }

private:
    QString taskName()
    {
        return oneOf<QString>({QString(), QStringLiteral("summarize"), QStringLiteral("Summarize"),
                               QStringLiteral("STRASSE"), QStringLiteral("Straße"), QStringLiteral("σοφος")});
    }

    double numberOf(Field field) { return field == Field::PromptLength ? below(30) : below(10); }

    QStringList valuesOf(const Test &made)
    {
        if (made.op == Operator::Between)
            return {
                oneOf<QString>({QStringLiteral("22:00"), QStringLiteral("09:30"), QStringLiteral("00:00")}),
                oneOf<QString>({QStringLiteral("06:00"), QStringLiteral("17:15"), QStringLiteral("9"),
                                QStringLiteral("22:00")})};
        if (made.op == Operator::Matches)
            return {oneOf<QString>({QStringLiteral("^the\\b"), QStringLiteral("\\w{6,}"), QStringLiteral("S"),
                                    QStringLiteral("(?i)INVOICE$"), QStringLiteral("("), QString()})};
        QStringList values;
        for (int left = below(4); left > 0; --left)
            values.append(valueOf(made.field));
        return values;
    }

    QString valueOf(Field field)
    {
        switch (field) {
        case Field::Weekday:
            return oneOf<QString>({QStringLiteral("mon"), QStringLiteral("Wed"), QStringLiteral("sun")});
        case Field::Source:
            return oneOf<QString>({QStringLiteral("cli"), QStringLiteral("WINDOW"), QStringLiteral("other")});
        case Field::Language:
            return oneOf<QString>({QStringLiteral("zh"), QStringLiteral("EN"), QStringLiteral("el")});
        case Field::Text:
            return word();
        default:
            return chance() ? taskName() : word();
        }
    }

    QRandomGenerator m_random;
};

/// The place that all ways of the unknown lead to, -1 when they differ; nothing when there are too many.
std::optional<qsizetype> referencePlace(const RuleSet &rules, const PromptFacts &facts,
                                        const TargetBook &book)
{
    constexpr int kMostUnknowns = 7;
    ReferenceRules first(facts, book, 0);
    std::set<qsizetype> places{first.place(rules)};
    if (first.unknowns() > kMostUnknowns)
        return std::nullopt;
    for (quint32 assumptions = 1; assumptions < 1U << first.unknowns(); ++assumptions)
        places.insert(ReferenceRules(facts, book, assumptions).place(rules));
    return places.size() == 1 ? *places.begin() : -1;
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void everyField_data();
    void everyField();
    void whatIsNotKnownIsNeitherMetNorNotMet_data();
    void whatIsNotKnownIsNeitherMetNorNotMet();
    void theFirstRuleThatHoldsIsFound();
    void rulesThatAreOffArePassedOver();
    void theTraceTellsOfEveryRuleUpToTheOneThatMatched();
    void theTraceSaysWhyOfThisCall();
    void outcomesJoinAsEachOfThemDoes();
    void anUndecidableRuleEndsTheDecision();
    void aRuleChosenByHandIsTaken();
    void agreesWithTheReferenceOnRandomRules();
    void equalInputsGiveEqualDecisions();

    void aRunawayExpressionIsNotAMatch();
    void anExpressionCannotRaiseItsLimit_data();
    void anExpressionCannotRaiseItsLimit();
    void ofALongTextTheEndsAreSearched_data();
    void ofALongTextTheEndsAreSearched();
    void verbsOfAPatternStillWork();
    void halfOfASurrogatePairIsNoReasonToGiveUp();

    void parametersOfTheChainGoOverThoseOfTheCall();
    void unavailableTargetsAreLeftOut();
    void targetsThatCoolDownStay();
    void theSameTargetIsPlannedOnce();
    void fallbacksKeepTheirConditions();
    void limitsAreThoseOfTheRule();

    void aRouteStandsForTheTargetsOfItsSet();
    void aChangedRouteIsReadAnew();
    void theParametersOfARouteGoUnderThoseOfItsTargets();
    void aRouteThatReachesItselfIsLeftOut();
    void routesNestOnlySoDeep();
    void manyRoutesToOneAnotherEnd();
    void chancesOfNestedSetsAreIndependent();
    void anUndecidableRouteInFrontLeavesTheDecisionOpen();
};

void TestRouter::everyField_data()
{
    QTest::addColumn<Test>("asked");
    QTest::addColumn<bool>("met");
    const auto row = [](const char *name, const Test &asked, bool met) {
        QTest::newRow(name) << asked << met;
    };
    using F = Field;
    using O = Operator;
    const QString berlin = QStringLiteral("Europe/Berlin");
    const QString target = QStringLiteral("a/one");
    row("task, in another case", testOf(F::Task, O::Is, {QStringLiteral("x"), QStringLiteral("SUMMARIZE")}),
        true);
    row("task, another", testOf(F::Task, O::Is, {QStringLiteral("extract")}), false);
    row("task is not", testOf(F::Task, O::IsNot, {QStringLiteral("extract")}), true);
    row("there is a task", testOf(F::Task, O::Present), true);
    row("tokens, less", testOf(F::PromptTokens, O::LessThan, 4001), true);
    row("tokens, not less than as many", testOf(F::PromptTokens, O::LessThan, 4000), false);
    row("tokens, at most as many", testOf(F::PromptTokens, O::AtMost, 4000), true);
    row("tokens, more", testOf(F::PromptTokens, O::MoreThan, 4000), false);
    row("tokens, at least as many", testOf(F::PromptTokens, O::AtLeast, 4000), true);
    row("a number without a number", testOf(F::PromptTokens, O::AtLeast), false);
    row("length in characters", testOf(F::PromptLength, O::AtMost, 43), true);
    row("length, one less", testOf(F::PromptLength, O::AtMost, 42), false);
    row("turns", testOf(F::Turns, O::MoreThan, 2), true);
    row("a word of the text, in another case", testOf(F::Text, O::Contains, {QStringLiteral("INVOICE")}),
        true);
    row("one of two words", testOf(F::Text, O::Contains, {QStringLiteral("zzz"), QStringLiteral("pay")}),
        true);
    row("no such word", testOf(F::Text, O::Contains, {QStringLiteral("invoices")}), false);
    row("an empty word is in no text", testOf(F::Text, O::Contains, {QString()}), false);
    row("an expression", testOf(F::Text, O::Matches, {QStringLiteral("\\bpay\\b")}), true);
    row("an expression minds the case", testOf(F::Text, O::Matches, {QStringLiteral("\\bPAY\\b")}), false);
    row("an expression that is wrong", testOf(F::Text, O::Matches, {QStringLiteral("(")}), false);
    row("an operator that makes no sense", testOf(F::Text, O::Is, {QStringLiteral("pay")}), false);
    row("language", testOf(F::Language, O::Is, {QStringLiteral("de"), QStringLiteral("en")}), true);
    row("code", testOf(F::HasCode, O::Present), false);
    row("a picture", testOf(F::HasImage, O::Present), true);
    row("an attachment", testOf(F::HasAttachment, O::Present), true);
    row("a limit of tokens", testOf(F::MaxTokens, O::AtMost, 500), true);
    row("tools", testOf(F::HasTools, O::Present), false);
    row("JSON", testOf(F::JsonMode, O::Present), true);
    row("no temperature is below none", testOf(F::Temperature, O::LessThan, 2), false);
    row("no temperature", testOf(F::Temperature, O::Present), false);
    row("a tag", testOf(F::Tag, O::Is, {QStringLiteral("Gold")}, QStringLiteral("tier")), true);
    row("a tag's part", testOf(F::Tag, O::Contains, {QStringLiteral("OL")}, QStringLiteral("tier")), true);
    row("a tag by expression", testOf(F::Tag, O::Matches, {QStringLiteral("^g")}, QStringLiteral("tier")),
        true);
    row("a tag that is not there", testOf(F::Tag, O::Present, QStringList(), QStringLiteral("Tier")), false);
    row("no tag is not gold", testOf(F::Tag, O::IsNot, {QStringLiteral("gold")}, QStringLiteral("team")),
        true);
    row("requested model", testOf(F::RequestedModel, O::Is, {QStringLiteral("gpt-5-MINI")}), true);
    row("source", testOf(F::Source, O::Is, {QStringLiteral("gateway")}), true);
    row("at night in UTC",
        zoned(testOf(F::TimeOfDay, O::Between, {QStringLiteral("21:30"), QStringLiteral("06:00")}),
              QStringLiteral("UTC")),
        true);
    row("its end is not part of it",
        zoned(testOf(F::TimeOfDay, O::Between, {QStringLiteral("20:00"), QStringLiteral("21:30")}),
              QStringLiteral("UTC")),
        false);
    row("an hour later in Berlin",
        zoned(testOf(F::TimeOfDay, O::Between, {QStringLiteral("22:30"), QStringLiteral("24:00")}), berlin),
        true);
    row("a zone that is not",
        zoned(testOf(F::TimeOfDay, O::Between, {QStringLiteral("00:00"), QStringLiteral("24:00")}),
              QStringLiteral("No/Where")),
        false);
    row("Wednesday in Berlin", zoned(testOf(F::Weekday, O::Is, {QStringLiteral("wed")}), berlin), true);
    row("Thursday in Tokyo",
        zoned(testOf(F::Weekday, O::Is, {QStringLiteral("thu")}), QStringLiteral("Asia/Tokyo")), true);
    row("error rate", testOf(F::ErrorRate, O::AtLeast, 0.25, target), true);
    row("a figure that is not there", testOf(F::FirstTokenP95, O::LessThan, 1e9, target), false);
    row("cooling down", testOf(F::CoolingDown, O::Present, QStringList(), target), true);
    row("another target does not", testOf(F::CoolingDown, O::Present, QStringList(), QStringLiteral("a/two")),
        false);
    row("no target", testOf(F::CoolingDown, O::Present, QStringList(), QStringLiteral("one")), false);
    const QString team = QStringLiteral("team");
    row("a budget of which so much is used", testOf(F::Budget, O::AtLeast, 81.5, team), true);
    row("a budget of which less is used", testOf(F::Budget, O::MoreThan, 81.5, team), false);
    row("a budget that is not there is not below anything",
        testOf(F::Budget, O::LessThan, 1e9, QStringLiteral("nobody's")), false);
    row("a budget without a number", testOf(F::Budget, O::AtLeast, QStringList(), team), false);
}

void TestRouter::everyField()
{
    QFETCH(Test, asked);
    PromptFacts facts;
    facts.task = QStringLiteral("Summarize");
    facts.text = QStringLiteral("Please pay the invoice that is in the mail.");
    facts.tokens = 4000;
    facts.turns = 3;
    facts.hasImages = true;
    facts.hasAttachments = true;
    facts.parameters.maxTokens = 500;
    facts.parameters.responseFormat = {{QStringLiteral("type"), QStringLiteral("json_schema")}};
    facts.tags = {{QStringLiteral("tier"), QStringLiteral("gold")}};
    facts.requestedModel = QStringLiteral("GPT-5-mini");
    facts.source = CallSource::Gateway;
    facts.atMs = kWednesday;
    FakeBook book;
    book.at(QStringLiteral("a/one")).errorRate = 0.25;
    book.at(QStringLiteral("a/one")).coolingUntilMs = kWednesday + 1;
    book.budgets.insert(QStringLiteral("team"), 81.5);

    QTEST(Router(oneRule(testCondition(asked))).match(facts, book) == 0, "met");
    // And the other way round.
    QTEST(Router(oneRule(notOf(testCondition(asked)))).match(facts, book) == 1, "met");
}

void TestRouter::whatIsNotKnownIsNeitherMetNorNotMet_data()
{
    QTest::addColumn<Condition>("when");
    QTest::addColumn<qsizetype>("place");
    const Condition unknown = testCondition(testOf(Field::Text, Operator::Contains, {QStringLiteral("x")}));
    const Condition yes = testCondition(testOf(Field::Task, Operator::Is, {QStringLiteral("extract")}));
    const Condition no = notOf(yes);
    QTest::newRow("the text") << unknown << qsizetype(-1);
    QTest::newRow("an expression") << testCondition(
        testOf(Field::Text, Operator::Matches, {QStringLiteral("x")}))
                                   << qsizetype(-1);
    QTest::newRow("its language") << testCondition(
        testOf(Field::Language, Operator::IsNot, {QStringLiteral("de")}))
                                  << qsizetype(-1);
    QTest::newRow("its length") << testCondition(testOf(Field::PromptLength, Operator::LessThan, 10))
                                << qsizetype(-1);
    QTest::newRow("its code") << testCondition(testOf(Field::HasCode, Operator::Present)) << qsizetype(-1);
    QTest::newRow("its pictures") << testCondition(testOf(Field::HasImage, Operator::Present))
                                  << qsizetype(-1);
    QTest::newRow("the tokens") << testCondition(testOf(Field::PromptTokens, Operator::LessThan, 10))
                                << qsizetype(-1);
    QTest::newRow("the health of then")
        << testCondition(testOf(Field::ErrorRate, Operator::LessThan, 0.5, QStringLiteral("a/one")))
        << qsizetype(-1);
    QTest::newRow("what was used of a budget then")
        << testCondition(testOf(Field::Budget, Operator::LessThan, 50, QStringLiteral("team")))
        << qsizetype(-1);
    QTest::newRow("not the unknown") << notOf(unknown) << qsizetype(-1);
    QTest::newRow("unknown and yes") << allOf({unknown, yes}) << qsizetype(-1);
    QTest::newRow("unknown and no") << allOf({unknown, no}) << qsizetype(1);
    QTest::newRow("unknown or yes") << anyOf({unknown, yes}) << qsizetype(0);
    QTest::newRow("unknown or no") << anyOf({unknown, no}) << qsizetype(-1);
    QTest::newRow("not: unknown and no") << notOf(allOf({unknown, no})) << qsizetype(0);
    QTest::newRow("neither nor") << notOf(anyOf({unknown, yes})) << qsizetype(1);
}

void TestRouter::whatIsNotKnownIsNeitherMetNorNotMet()
{
    QFETCH(Condition, when);
    PromptFacts facts;
    facts.task = QStringLiteral("extract");
    facts.textKnown = false;
    facts.past = true;
    const FakeBook book;
    const Router router(oneRule(when));
    QTEST(router.match(facts, book), "place");
    QTEST(router.decide(facts, book).place, "place");
}

void TestRouter::theFirstRuleThatHoldsIsFound()
{
    const Condition always;
    const Condition never = anyOf({});
    RuleSet rules = oneRule(never);
    rules.rules.append(rule(QStringLiteral("second"), always, {QStringLiteral("a/second")}));
    rules.rules.append(rule(QStringLiteral("third"), always, {QStringLiteral("a/third")}));
    const Decision decision = Router(rules, 7).decide({}, FakeBook());
    QCOMPARE(decision.ruleSet, QStringLiteral("one"));
    QCOMPARE(decision.version, 7);
    QCOMPARE(decision.place, 1);
    QCOMPARE(decision.rule, QStringLiteral("second"));
    QCOMPARE(namesOf(decision), QStringList{QStringLiteral("a/second")});

    const Decision otherwise = Router(oneRule(never)).decide({}, FakeBook());
    QCOMPARE(otherwise.place, 1);
    QCOMPARE(otherwise.rule, QStringLiteral("default"));
    QCOMPARE(namesOf(otherwise), QStringList{QStringLiteral("a/other")});
}

void TestRouter::rulesThatAreOffArePassedOver()
{
    RuleSet rules = oneRule({});
    rules.rules[0].on = false;
    const Decision decision = Router(rules).decide({}, FakeBook());
    QCOMPARE(decision.place, 1);
    QCOMPARE(decision.trace.size(), 2);
    QCOMPARE(decision.trace.first().verdict, RuleVerdict::Off);
    QVERIFY(!decision.trace.first().why.isEmpty());
}

void TestRouter::theTraceTellsOfEveryRuleUpToTheOneThatMatched()
{
    const auto task = [](const char *name) {
        return testCondition(testOf(Field::Task, Operator::Is, {QString::fromLatin1(name)}));
    };
    RuleSet rules;
    rules.rules = {rule(QStringLiteral("first"), allOf({task("extract"), task("reasoning")}), {}),
                   rule(QStringLiteral("second"), notOf(task("extract")), {}),
                   rule(QStringLiteral("third"), anyOf({task("background"), task("extract")}), {}),
                   rule(QStringLiteral("fourth"), {}, {})};
    PromptFacts facts;
    facts.task = QStringLiteral("extract");
    const Decision decision = Router(rules).decide(facts, FakeBook());
    QCOMPARE(decision.rule, QStringLiteral("third"));
    QCOMPARE(decision.trace.size(), 3);
    QCOMPARE(decision.trace.at(0).rule, QStringLiteral("first"));
    QCOMPARE(decision.trace.at(0).verdict, RuleVerdict::NotMatched);
    QCOMPARE(decision.trace.at(1).verdict, RuleVerdict::NotMatched);
    QVERIFY(decision.trace.at(2).matched());
    // The part that decided is named, not the others.
    QVERIFY(decision.trace.at(0).why.contains(QStringLiteral("reasoning")));
    QVERIFY(!decision.trace.at(0).why.contains(QStringLiteral("extract")));
    QVERIFY(decision.trace.at(1).why.contains(QStringLiteral("extract")));
    QVERIFY(!decision.trace.at(2).why.contains(QStringLiteral("background")));
}

void TestRouter::theTraceSaysWhyOfThisCall()
{
    RuleSet rules =
        oneRule(allOf({testCondition(testOf(Field::Task, Operator::Is, {QStringLiteral("extract")})),
                       testCondition(testOf(Field::Text, Operator::Contains, {QStringLiteral("invoice")}))}));
    const Router router(rules);
    const FakeBook book;
    PromptFacts otherTask;
    otherTask.text = QStringLiteral("the invoice");
    PromptFacts otherText;
    otherText.task = QStringLiteral("extract");
    PromptFacts both = otherTask;
    both.task = otherText.task;
    const Decision first = router.decide(otherTask, book);
    QVERIFY(first.trace.first().why.contains(QStringLiteral("extract")));
    QVERIFY(!first.trace.first().why.contains(QStringLiteral("invoice")));
    const Decision second = router.decide(otherText, book);
    QVERIFY(second.trace.first().why.contains(QStringLiteral("invoice")));
    QVERIFY(!second.trace.first().why.contains(QStringLiteral("extract")));
    QVERIFY(router.decide(both, book).trace.first().matched());
    // What was decided before stays as it was.
    QVERIFY(first.trace.first().why.contains(QStringLiteral("extract")));
    QCOMPARE(router.decide(otherTask, book), first);
    QCOMPARE(router.decide(otherText, book), second);
    QCOMPARE(router.decide(otherTask, book), Router(rules).decide(otherTask, book));
}

void TestRouter::outcomesJoinAsEachOfThemDoes()
{
    const std::array<Outcomes, 3> each{Outcomes::yes(), Outcomes::no(), Outcomes::limit()};
    const auto both = [](Outcomes one, Outcomes other) {
        if (one.isNo() || other.isNo())
            return Outcomes::no();
        return one.isYes() && other.isYes() ? Outcomes::yes() : Outcomes::limit();
    };
    const std::array<Outcomes, 4> all{Outcomes::yes(), Outcomes::no(), Outcomes::limit(),
                                      Outcomes::unknown()};
    const auto holds = [](Outcomes outcomes, Outcomes one) {
        return one.isYes() ? outcomes.mayBeYes()
            : one.isNo()   ? outcomes.negated().mayBeYes()
                           : outcomes.mayBeLimit();
    };
    for (const Outcomes one : all) {
        for (const Outcomes other : all) {
            const Outcomes joined = one & other;
            for (const Outcomes expected : each) {
                bool mayBe = false;
                for (const Outcomes left : each) {
                    for (const Outcomes right : each)
                        mayBe = mayBe
                            || (holds(one, left) && holds(other, right) && both(left, right) == expected);
                }
                QCOMPARE(holds(joined, expected), mayBe);
                QCOMPARE(holds(other & one, expected), mayBe);
                QCOMPARE(holds((one.negated() | other.negated()).negated(), expected), mayBe);
            }
        }
    }
}

void TestRouter::anUndecidableRuleEndsTheDecision()
{
    RuleSet rules = oneRule(testCondition(testOf(Field::Text, Operator::Contains, {QStringLiteral("x")})));
    rules.rules.append(rule(QStringLiteral("all"), {}, {QStringLiteral("a/all")}));
    PromptFacts facts;
    facts.textKnown = false;
    const Decision decision = Router(rules).decide(facts, FakeBook());
    QCOMPARE(decision.place, -1);
    QVERIFY(decision.rule.isEmpty());
    QVERIFY(decision.targets.isEmpty());
    QCOMPARE(decision.trace.size(), 1);
    QCOMPARE(decision.trace.last().verdict, RuleVerdict::Undecidable);
    QVERIFY(!decision.trace.last().why.isEmpty());
}

void TestRouter::aRuleChosenByHandIsTaken()
{
    RuleSet rules = oneRule({});
    rules.rules.append(rule(QStringLiteral("second"), anyOf({}), {QStringLiteral("a/second")}));
    const Router router(rules);
    const FakeBook book;
    const Decision second = router.decideAt(1, {}, book);
    QCOMPARE(second.rule, QStringLiteral("second"));
    QCOMPARE(namesOf(second), QStringList{QStringLiteral("a/second")});
    QCOMPARE(second.trace.size(), 2);
    QCOMPARE(second.trace.first().verdict, RuleVerdict::NotMatched);
    QVERIFY(second.trace.last().matched());
    QCOMPARE(router.decideAt(2, {}, book).rule, QStringLiteral("default"));
    // The rule that matches anyway is nothing special.
    QCOMPARE(router.decideAt(0, {}, book), router.decide({}, book));
}

void TestRouter::agreesWithTheReferenceOnRandomRules()
{
    RandomWorld world(20'261'126);
    int decided = 0;
    int undecidable = 0;
    for (int set = 0; set < 600; ++set) {
        const RuleSet rules = world.rules();
        const Router router(rules);
        for (int call = 0; call < 10; ++call) {
            const PromptFacts facts = world.facts();
            const FakeBook book = world.book();
            const std::optional<qsizetype> expected = referencePlace(rules, facts, book);
            if (!expected)
                continue;
            ++(*expected < 0 ? undecidable : decided);
            const QByteArray where = QByteArray::number(set) + ", call " + QByteArray::number(call);
            QVERIFY2(router.match(facts, book) == *expected, where.constData());
            const Decision decision = router.decide(facts, book);
            QVERIFY2(decision.place == *expected, where.constData());
            const qsizetype steps = *expected < 0 ? decision.trace.size() : *expected + 1;
            QCOMPARE(decision.trace.size(), steps);
            for (qsizetype at = 0; at < steps; ++at) {
                const TraceStep &step = decision.trace.at(at);
                QCOMPARE(step.rule, ruleAt(rules, at).name);
                QVERIFY(!step.why.isEmpty());
                QCOMPARE(step.matched(), at == *expected);
                QCOMPARE(step.verdict == RuleVerdict::Off, !ruleAt(rules, at).on);
                QCOMPARE(step.verdict == RuleVerdict::Undecidable, *expected < 0 && at == steps - 1);
            }
            if (*expected >= 0)
                QCOMPARE(router.decideAt(*expected, facts, book), decision);
        }
    }
    QVERIFY2(decided > 1'500, QByteArray::number(decided).constData());
    QVERIFY2(undecidable > 150, QByteArray::number(undecidable).constData());
}

void TestRouter::equalInputsGiveEqualDecisions()
{
    RandomWorld world(11);
    for (int set = 0; set < 100; ++set) {
        RuleSet rules = world.rules();
        rules.otherwise.chain.pick = static_cast<PickOrder>(set % 5);
        rules.otherwise.chain.targets = {target(QStringLiteral("a/one"), 3),
                                         target(QStringLiteral("a/two"), 2),
                                         target(QStringLiteral("a/three"), 1)};
        const Router router(rules);
        const PromptFacts facts = world.facts();
        const FakeBook book = world.book();
        const Decision first = router.decide(facts, book);
        // Calls between them leave nothing behind.
        router.decide(world.facts(), world.book());
        QCOMPARE(router.decide(facts, book), first);
        QCOMPARE(Router(rules).decide(facts, book), first);
        QCOMPARE(first.draw, facts.draw);
    }
}

void TestRouter::aRunawayExpressionIsNotAMatch()
{
    const Condition evil = testCondition(testOf(Field::Text, Operator::Matches, {QStringLiteral("(a+)+$")}));
    const Condition yes = testCondition(testOf(Field::Turns, Operator::AtLeast, 1));
    PromptFacts facts;
    facts.text = QString(40, u'a') + u'!';
    const FakeBook book;
    const Condition given[] = {evil, notOf(evil), allOf({yes, evil}), notOf(allOf({yes, evil})),
                               anyOf({evil, notOf(yes)})};
    for (const Condition &when : given) {
        const Decision decision = Router(oneRule(when)).decide(facts, book);
        QCOMPARE(decision.place, 1);
        QCOMPARE(decision.trace.first().verdict, RuleVerdict::Limit);
        QVERIFY(!decision.trace.first().why.isEmpty());
    }
    // Where it does not matter, the rest decides.
    QCOMPARE(Router(oneRule(anyOf({evil, yes}))).match(facts, book), 0);
    QCOMPARE(Router(oneRule(allOf({evil, notOf(yes)}))).decide(facts, book).trace.first().verdict,
             RuleVerdict::NotMatched);
    facts.text = QString(40, u'a');
    QCOMPARE(Router(oneRule(evil)).match(facts, book), 0);
}

void TestRouter::anExpressionCannotRaiseItsLimit_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("letters");
    QTest::addColumn<bool>("limited");
    // 2^18 ways to part 18 letters are more than the limit, and fewer than 4,000,000.
    QTest::newRow("few ways") << QStringLiteral("(a+)+$") << 8 << false;
    QTest::newRow("too many ways") << QStringLiteral("(a+)+$") << 18 << true;
    QTest::newRow("raised") << QStringLiteral("(*LIMIT_MATCH=4000000)(a+)+$") << 18 << true;
    QTest::newRow("raised behind another verb")
        << QStringLiteral("(*UCP)(*LIMIT_MATCH=4000000)(a+)+$") << 18 << true;
    QTest::newRow("raised twice") << QStringLiteral("(*LIMIT_MATCH=5)(*LIMIT_MATCH=4000000)(a+)+$") << 18
                                  << true;
    QTest::newRow("lowered") << QStringLiteral("(*LIMIT_MATCH=10)(a+)+$") << 8 << true;
}

void TestRouter::anExpressionCannotRaiseItsLimit()
{
    QFETCH(QString, pattern);
    QFETCH(int, letters);
    QFETCH(bool, limited);
    PromptFacts facts;
    facts.text = QString(letters, u'a') + u'!';
    const Decision decision =
        Router(oneRule(testCondition(testOf(Field::Text, Operator::Matches, {pattern}))))
            .decide(facts, FakeBook());
    QCOMPARE(decision.trace.first().verdict, limited ? RuleVerdict::Limit : RuleVerdict::NotMatched);
}

void TestRouter::ofALongTextTheEndsAreSearched_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<RuleVerdict>("verdict");
    const QString words = QStringLiteral("word ").repeated(40'000); // 200,000 characters
    const QString found = QStringLiteral("\\bpay\\b");
    QTest::newRow("at its beginning")
        << QString(QStringLiteral("pay ") + words) << found << RuleVerdict::Matched;
    QTest::newRow("at its end") << QString(words + QStringLiteral("pay")) << found << RuleVerdict::Matched;
    QTest::newRow("the end itself") << QString(words + QStringLiteral("now")) << QStringLiteral("now\\z")
                                    << RuleVerdict::Matched;
    QTest::newRow("the beginning is not where the end begins")
        << words << QStringLiteral("\\A(?!word word)") << RuleVerdict::Limit;
    QTest::newRow("the end is not where the beginning ends")
        << words << QStringLiteral("\\A[a-z ]*\\z") << RuleVerdict::Limit;
    QTest::newRow("in its middle, where nobody looks")
        << QString(words + QStringLiteral("pay ") + words) << found << RuleVerdict::Limit;
    QTest::newRow("nowhere") << words << found << RuleVerdict::Limit;
    QTest::newRow("nowhere in a text that is searched whole")
        << QStringLiteral("word ").repeated(6'000) << found << RuleVerdict::NotMatched;
    QTest::newRow("one loop over a text that is searched whole")
        << QStringLiteral("word ").repeated(6'000) << QStringLiteral("(?s)\\Aword.*\\d")
        << RuleVerdict::NotMatched;
    // The cuts fall into pairs in one of the two.
    const QString smiles = QStringLiteral("\U0001F600").repeated(50'000);
    QTest::newRow("pairs of surrogates") << smiles << found << RuleVerdict::Limit;
    QTest::newRow("pairs of surrogates at odd places")
        << QString(u'x' + smiles + u'x') << found << RuleVerdict::Limit;
}

void TestRouter::ofALongTextTheEndsAreSearched()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(RuleVerdict, verdict);
    PromptFacts facts;
    facts.text = text;
    const Decision decision =
        Router(oneRule(testCondition(testOf(Field::Text, Operator::Matches, {pattern}))))
            .decide(facts, FakeBook());
    QCOMPARE(decision.trace.first().verdict, verdict);
}

void TestRouter::verbsOfAPatternStillWork()
{
    const auto found = [](const char *pattern, const QString &text) {
        const QRegularExpression expression = rulePattern(QString::fromLatin1(pattern));
        return expression.isValid() && expression.match(text).hasMatch();
    };
    // A line ends at a line feed unless a verb says otherwise.
    QVERIFY(found("(*CR)(?m)a$", QStringLiteral("a\rb")));
    QVERIFY(!found("(?m)a$", QStringLiteral("a\rb")));
    QVERIFY(found("(*LIMIT_MATCH=1000000)(*CR)(?m)a$", QStringLiteral("a\rb")));
    QVERIFY(found("(*CR)(*LIMIT_DEPTH=99999999)(?m)a$", QStringLiteral("a\rb")));
    QVERIFY(!rulePattern(QStringLiteral("(*NONSENSE)a")).isValid());
    QVERIFY(!rulePattern(QStringLiteral("(")).isValid());
    // Words beyond ASCII are words.
    QVERIFY(found("^\\w+$", QStringLiteral("Größe")));
}

void TestRouter::halfOfASurrogatePairIsNoReasonToGiveUp()
{
    PromptFacts facts;
    facts.text = QStringLiteral("pay ") + QChar(0xD800) + QStringLiteral(" now");
    const FakeBook book;
    QCOMPARE(Router(oneRule(testCondition(testOf(Field::Text, Operator::Matches, {QStringLiteral("now$")}))))
                 .match(facts, book),
             0);
    QCOMPARE(Router(oneRule(testCondition(testOf(Field::Text, Operator::Contains, {QStringLiteral("NOW")}))))
                 .match(facts, book),
             0);
}

void TestRouter::parametersOfTheChainGoOverThoseOfTheCall()
{
    Chain chain = chainOf({QStringLiteral("a/one"), QStringLiteral("a/two")});
    chain.targets[0].parameters.temperature = 0.2;
    chain.targets[0].parameters.extra = {{QStringLiteral("max_tokens"), QJsonValue()}};
    PromptFacts facts;
    facts.parameters.temperature = 0.9;
    facts.parameters.maxTokens = 100;
    facts.parameters.topP = 0.5;
    const Decision decision = Router(onlyDefault(QStringLiteral("one"), chain)).decide(facts, FakeBook());
    QCOMPARE(decision.targets.size(), 2);
    const ChatParameters &changed = decision.targets.at(0).parameters;
    QCOMPARE(changed.temperature, 0.2);
    QVERIFY(!changed.maxTokens);
    QCOMPARE(changed.topP, 0.5);
    QCOMPARE(decision.targets.at(1).parameters, facts.parameters);
}

void TestRouter::unavailableTargetsAreLeftOut()
{
    FakeBook book;
    book.at(QStringLiteral("a/one")).available = false;
    book.at(QStringLiteral("a/one")).whyNot = QStringLiteral("The account a is switched off.");
    book.at(QStringLiteral("b/three")).available = false;
    Chain chain = chainOf({QStringLiteral("a/one"), QStringLiteral("b/two")});
    Fallback fallback;
    fallback.target = target(QStringLiteral("b/three"));
    chain.fallbacks = {fallback};
    const Decision decision = Router(onlyDefault(QStringLiteral("one"), chain)).decide({}, book);
    QCOMPARE(namesOf(decision), QStringList{QStringLiteral("b/two")});
    QCOMPARE(decision.leftOut.size(), 2);
    QVERIFY(decision.leftOut.at(0).contains(QStringLiteral("a/one")));
    QVERIFY(decision.leftOut.at(0).contains(QStringLiteral("The account a is switched off.")));
    QVERIFY(decision.leftOut.at(1).contains(QStringLiteral("b/three")));

    const Decision none =
        Router(onlyDefault(QStringLiteral("one"), chainOf({QStringLiteral("a/one")}))).decide({}, book);
    QCOMPARE(none.place, 0);
    QVERIFY(none.targets.isEmpty());
    QCOMPARE(none.leftOut.size(), 1);
}

void TestRouter::targetsThatCoolDownStay()
{
    FakeBook book;
    book.at(QStringLiteral("a/one")).coolingUntilMs = std::numeric_limits<qint64>::max();
    const QStringList names{QStringLiteral("a/one"), QStringLiteral("a/two")};
    QCOMPARE(namesOf(Router(onlyDefault(QStringLiteral("one"), chainOf(names))).decide({}, book)), names);
}

void TestRouter::theSameTargetIsPlannedOnce()
{
    Chain chain = chainOf({QStringLiteral("a/one"), QStringLiteral("a/two"), QStringLiteral("a/one")});
    Fallback again;
    again.target = target(QStringLiteral("a/two"));
    again.onlyAfter = {ErrorKind::Server};
    Fallback restricted;
    restricted.target = target(QStringLiteral("a/three"));
    restricted.onlyLargerContext = true;
    Fallback unrestricted;
    unrestricted.target = target(QStringLiteral("a/three"));
    Fallback other;
    other.target = target(QStringLiteral("a/one"));
    other.target.parameters.reasoningEffort = QStringLiteral("low");
    chain.fallbacks = {again, restricted, restricted, unrestricted, unrestricted, other};
    const Decision decision = Router(onlyDefault(QStringLiteral("one"), chain)).decide({}, FakeBook());
    // What may be asked after less is another chance; so is a call with other parameters.
    QCOMPARE(namesOf(decision),
             (QStringList{QStringLiteral("a/one"), QStringLiteral("a/two"), QStringLiteral("a/three"),
                          QStringLiteral("a/three"), QStringLiteral("a/one")}));
    QVERIFY(decision.targets.at(2).onlyLargerContext);
    QVERIFY(!decision.targets.at(3).onlyLargerContext);
}

void TestRouter::fallbacksKeepTheirConditions()
{
    FakeBook book;
    book.at(QStringLiteral("b/large")).model.contextWindow = 1'000'000;
    Chain chain = chainOf({QStringLiteral("a/one")});
    Fallback larger;
    larger.target = target(QStringLiteral("b/large"));
    larger.onlyLargerContext = true;
    larger.onlyAfter = {ErrorKind::ContextLength, ErrorKind::Server};
    chain.fallbacks = {larger};
    const Decision decision = Router(onlyDefault(QStringLiteral("one"), chain)).decide({}, book);
    QCOMPARE(decision.targets.size(), 2);
    QVERIFY(!decision.targets.at(0).isFallback);
    QVERIFY(!decision.targets.at(0).contextWindow);
    const PlannedTarget &fallback = decision.targets.at(1);
    QVERIFY(fallback.isFallback);
    QVERIFY(fallback.onlyLargerContext);
    QCOMPARE(fallback.onlyAfter, (QList<ErrorKind>{ErrorKind::ContextLength, ErrorKind::Server}));
    QCOMPARE(fallback.contextWindow, 1'000'000);
    for (const PlannedTarget &each : decision.targets)
        QVERIFY(!each.why.isEmpty());
}

void TestRouter::limitsAreThoseOfTheRule()
{
    Chain chain = chainOf({QStringLiteral("route/inner")});
    chain.limits.attempts = 9;
    chain.limits.commit = Commit::Complete;
    Chain inner = chainOf({QStringLiteral("a/one")});
    inner.limits.attempts = 2;
    Sets sets;
    sets.add(QStringLiteral("inner"), inner);
    const Decision decision =
        Router(onlyDefault(QStringLiteral("one"), chain)).decide({}, FakeBook(), sets.lookup());
    QCOMPARE(decision.limits, chain.limits);
}

void TestRouter::aRouteStandsForTheTargetsOfItsSet()
{
    Sets sets;
    sets.sets[QStringLiteral("inner")] =
        oneRule(testCondition(testOf(Field::Task, Operator::Is, {QStringLiteral("extract")})));
    Chain chain = chainOf({QStringLiteral("a/first"), QStringLiteral("route/inner")});
    Fallback last;
    last.target = target(QStringLiteral("route/inner"));
    last.onlyAfter = {ErrorKind::Server};
    last.target.parameters.seed = 1;
    chain.fallbacks = {last};
    const Router router(onlyDefault(QStringLiteral("outer"), chain));
    PromptFacts facts;
    facts.task = QStringLiteral("extract");
    const Decision extract = router.decide(facts, FakeBook(), sets.lookup());
    QCOMPARE(namesOf(extract),
             (QStringList{QStringLiteral("a/first"), QStringLiteral("a/one"), QStringLiteral("a/one")}));
    QVERIFY(!extract.targets.at(1).isFallback);
    QVERIFY(extract.targets.at(1).why.contains(QStringLiteral("route/inner")));
    QVERIFY(extract.targets.at(1).why.contains(QStringLiteral("asked")));
    QVERIFY(extract.targets.at(2).isFallback);
    QCOMPARE(extract.targets.at(2).onlyAfter, QList<ErrorKind>{ErrorKind::Server});
    const Decision other = router.decide({}, FakeBook(), sets.lookup());
    QCOMPARE(namesOf(other),
             (QStringList{QStringLiteral("a/first"), QStringLiteral("a/other"), QStringLiteral("a/other")}));

    const Decision unknown = router.decide(facts, FakeBook());
    QCOMPARE(namesOf(unknown), QStringList{QStringLiteral("a/first")});
    QCOMPARE(unknown.leftOut.size(), 1);
    QVERIFY(unknown.leftOut.first().contains(QStringLiteral("route/inner")));
}

void TestRouter::aChangedRouteIsReadAnew()
{
    Sets sets;
    sets.add(QStringLiteral("inner"), chainOf({QStringLiteral("a/one")}));
    const Router router(onlyDefault(QStringLiteral("outer"), chainOf({QStringLiteral("route/inner")})));
    QCOMPARE(namesOf(router.decide({}, FakeBook(), sets.lookup())), QStringList{QStringLiteral("a/one")});
    sets.add(QStringLiteral("inner"), chainOf({QStringLiteral("a/two")}));
    QCOMPARE(namesOf(router.decide({}, FakeBook(), sets.lookup())), QStringList{QStringLiteral("a/two")});
}

void TestRouter::theParametersOfARouteGoUnderThoseOfItsTargets()
{
    Chain inner = chainOf({QStringLiteral("a/one")});
    inner.targets[0].parameters.temperature = 0.1;
    Sets sets;
    sets.add(QStringLiteral("inner"), inner);
    Chain chain = chainOf({QStringLiteral("route/inner")});
    chain.targets[0].parameters.temperature = 0.5;
    chain.targets[0].parameters.seed = 42;
    PromptFacts facts;
    facts.parameters.seed = 1;
    facts.parameters.topP = 0.3;
    const Decision decision =
        Router(onlyDefault(QStringLiteral("outer"), chain)).decide(facts, FakeBook(), sets.lookup());
    QCOMPARE(decision.targets.size(), 1);
    const ChatParameters &parameters = decision.targets.first().parameters;
    QCOMPARE(parameters.temperature, 0.1);
    QCOMPARE(parameters.seed, 42);
    QCOMPARE(parameters.topP, 0.3);
}

void TestRouter::aRouteThatReachesItselfIsLeftOut()
{
    Sets sets;
    sets.add(QStringLiteral("one"), chainOf({QStringLiteral("route/two"), QStringLiteral("a/one")}));
    sets.add(QStringLiteral("two"), chainOf({QStringLiteral("route/one"), QStringLiteral("a/two")}));
    const Decision decision =
        Router(sets.sets.at(QStringLiteral("one"))).decide({}, FakeBook(), sets.lookup());
    QCOMPARE(namesOf(decision), (QStringList{QStringLiteral("a/two"), QStringLiteral("a/one")}));
    QCOMPARE(decision.leftOut.size(), 1);
    QVERIFY(decision.leftOut.first().startsWith(QStringLiteral("route/one")));
}

void TestRouter::routesNestOnlySoDeep()
{
    Sets sets;
    const auto name = [](int level) { return QStringLiteral("level %1").arg(level); };
    for (int level = 0; level <= kDeepestRoute + 1; ++level)
        sets.add(name(level),
                 chainOf({QStringLiteral("route/") + name(level + 1), QStringLiteral("a/%1").arg(level)}));
    const auto namesFrom = [&](int level) {
        return namesOf(Router(sets.sets.at(name(level))).decide({}, FakeBook(), sets.lookup()));
    };
    // The deepest that may be reached is so many sets below the one that is asked.
    QVERIFY(namesFrom(0).contains(QStringLiteral("a/%1").arg(kDeepestRoute)));
    QVERIFY(!namesFrom(0).contains(QStringLiteral("a/%1").arg(kDeepestRoute + 1)));
    QVERIFY(namesFrom(1).contains(QStringLiteral("a/%1").arg(kDeepestRoute + 1)));
}

void TestRouter::manyRoutesToOneAnotherEnd()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 20; ++round) {
        Sets sets;
        for (int set = 0; set < 10; ++set) {
            Chain chain;
            for (int at = 0; at < 10; ++at)
                chain.targets.append(target(random.bounded(5) == 0
                                                ? QStringLiteral("a/%1").arg(at)
                                                : QStringLiteral("route/set %1").arg(random.bounded(11))));
            sets.add(QStringLiteral("set %1").arg(set), chain);
        }
        const Decision decision =
            Router(sets.sets.at(QStringLiteral("set 0"))).decide({}, FakeBook(), sets.lookup());
        QCOMPARE(decision.place, 0);
        const QStringList names = namesOf(decision);
        const std::set<QString> different(names.begin(), names.end());
        QCOMPARE(names.size(), static_cast<qsizetype>(different.size()));
        for (const PlannedTarget &each : decision.targets)
            QCOMPARE(each.name.account, QStringLiteral("a"));
    }
}

void TestRouter::chancesOfNestedSetsAreIndependent()
{
    const auto half = [](const QString &one, const QString &other) {
        Chain chain = chainOf({one, other});
        chain.pick = PickOrder::Weighted;
        return chain;
    };
    Sets sets;
    sets.add(QStringLiteral("inner"), half(QStringLiteral("a/one"), QStringLiteral("a/two")));
    const Router router(
        onlyDefault(QStringLiteral("outer"), half(QStringLiteral("route/inner"), QStringLiteral("a/three"))));
    QRandomGenerator random(3);
    std::map<QString, int> first;
    PromptFacts facts;
    for (int call = 0; call < 4'000; ++call) {
        facts.draw = random.generateDouble();
        ++first[namesOf(router.decide(facts, FakeBook(), sets.lookup())).first()];
    }
    // A quarter, a quarter, a half; four standard deviations of 1,000 are 110, of 2,000 they are 126.
    QVERIFY(std::abs(first[QStringLiteral("a/one")] - 1'000) < 110);
    QVERIFY(std::abs(first[QStringLiteral("a/two")] - 1'000) < 110);
    QVERIFY(std::abs(first[QStringLiteral("a/three")] - 2'000) < 126);
}

void TestRouter::anUndecidableRouteInFrontLeavesTheDecisionOpen()
{
    Sets sets;
    sets.sets[QStringLiteral("inner")] =
        oneRule(testCondition(testOf(Field::Text, Operator::Contains, {QStringLiteral("x")})));
    PromptFacts facts;
    facts.textKnown = false;
    const auto decide = [&](PickOrder pick, const QStringList &targets) {
        Chain chain = chainOf(targets);
        chain.pick = pick;
        return Router(onlyDefault(QStringLiteral("outer"), chain)).decide(facts, FakeBook(), sets.lookup());
    };
    const QString inner = QStringLiteral("route/inner");
    const QString one = QStringLiteral("a/first");
    const Decision open = decide(PickOrder::Listed, {inner, one});
    QCOMPARE(open.place, -1);
    QVERIFY(open.rule.isEmpty());
    QVERIFY(open.targets.isEmpty());
    QCOMPARE(open.trace.last().verdict, RuleVerdict::Undecidable);
    // Behind another the first target is known all the same.
    const Decision known = decide(PickOrder::Listed, {one, inner});
    QCOMPARE(known.place, 0);
    QCOMPARE(namesOf(known), QStringList{one});
    QCOMPARE(known.leftOut.size(), 1);
    // By price it is not known which comes first.
    QCOMPARE(decide(PickOrder::Cheapest, {one, inner}).place, -1);
}

SWITCHYARD_TEST(TestRouter)
#include "tst_router.moc"
