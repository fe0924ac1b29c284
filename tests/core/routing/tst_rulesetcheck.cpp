#include "core/routing/implication.h"
#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetjson.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>

using namespace core;

namespace {

/// Four models of three accounts, one account that is off, and a budget.
class BookOfNames : public TargetBook
{
public:
    TargetFacts factsOf(const TargetName &target, const QString &) const override
    {
        TargetFacts facts;
        if (target.account == QLatin1StringView("off") || target.account == QLatin1StringView("gone")) {
            facts.available = false;
            if (target.account == QLatin1StringView("off"))
                facts.whyNot = QStringLiteral("The account off is switched off.");
            return facts;
        }
        facts.modelKnown = target.model != QLatin1StringView("unheard-of");
        facts.model.id = target.model;
        facts.model.vendor = target.model.section(u'-', 0, 0);
        facts.model.contextWindow = target.model.contains(QLatin1StringView("small")) ? 8'000 : 128'000;
        facts.model.takesImages = !target.model.contains(QLatin1StringView("blind"));
        facts.model.callsTools = !target.model.contains(QLatin1StringView("plain"));
        if (target.model.contains(QLatin1StringView("old"))) {
            facts.model.status = ModelStatus::Retired;
            facts.model.successor = QStringLiteral("gpt-new");
        }
        if (target.model.contains(QLatin1StringView("secret"))) {
            facts.model.contextWindow = std::nullopt;
            facts.model.takesImages = std::nullopt;
            facts.model.callsTools = std::nullopt;
        }
        return facts;
    }
    std::optional<double> budgetUsed(const QString &name) const override
    {
        return name == QLatin1StringView("team") ? std::optional(120.0) : std::nullopt;
    }
};

RuleSet setOf(const QByteArray &rules,
              const QByteArray &defaultChain = R"({"targets": [{"target": "a/gpt-x"}]})")
{
    const Result<RuleSet> read = readRuleSet(R"({"schema": 1, "name": "mine", "rules": )" + rules
                                             + R"(, "default": {"chain": )" + defaultChain + "}}");
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

/// One rule with this condition and a target that has no problem.
RuleSet when(const QByteArray &condition, const QByteArray &target = "a/gpt-x")
{
    return setOf(R"([{"name": "one", "when": )" + condition + R"(, "chain": {"targets": [{"target": ")"
                 + target + R"("}]}}])");
}

/// Two rules, the first of which may take all calls of the second.
RuleSet inOrder(const QByteArray &first, const QByteArray &second)
{
    const QByteArray chain = R"(, "chain": {"targets": [{"target": "a/gpt-x"}]}})";
    return setOf(R"([{"name": "one", "when": )" + first + chain + R"(, {"name": "two", "when": )" + second
                 + chain + "]");
}

RuleSet setWithChain(const QByteArray &chain, const QByteArray &condition = "{}")
{
    return setOf(R"([{"name": "one", "when": )" + condition + R"(, "chain": )" + chain + "}]");
}

RuleSet withTest(const Test &test)
{
    RuleSet rules = when("{}");
    rules.rules.first().when = testCondition(test);
    return rules;
}

const std::map<QString, RuleSet> &storedSets()
{
    static const std::map<QString, RuleSet> sets{
        {QStringLiteral("leaf"), setOf("[]")},
        {QStringLiteral("back"), setOf("[]", R"({"targets": [{"target": "a/gpt-x"}],
                                               "fallbacks": [{"target": "route/mine"}]})")},
        {QStringLiteral("far"),
         setOf(R"([{"name": "r", "chain": {"targets": [{"target": "route/back"}]}}])")},
        {QStringLiteral("loop"),
         setOf(R"([{"name": "r", "chain": {"targets": [{"target": "route/loop"}]}}])")},
        {QStringLiteral("asleep"),
         setOf(R"([{"name": "r", "on": false, "chain": {"targets": [{"target": "route/mine"}]}}])")},
    };
    return sets;
}

QList<RuleProblem> problemsOf(const RuleSet &rules)
{
    const BookOfNames book;
    return checkRuleSet(rules, book, [](const QString &name) -> const RuleSet * {
        const auto found = storedSets().find(name);
        return found == storedSets().end() ? nullptr : &found->second;
    });
}

QString shownProblems(const QList<RuleProblem> &problems)
{
    QStringList lines;
    for (const RuleProblem &problem : problems)
        lines.append(problem.path + QStringLiteral(": ") + problem.text);
    return lines.join(u'\n');
}

} // namespace

/// What is said of rule sets that cannot run, or hardly as meant.
class TestRuleSetCheck : public QObject
{
    Q_OBJECT

private slots:
    void aGoodSetHasNoProblem();
    void aProblemIsNamed_data();
    void aProblemIsNamed();
    void whatIsFineIsNotNamed_data();
    void whatIsFineIsNotNamed();
    void aTestThatCannotBeAsked_data();
    void aTestThatCannotBeAsked();
    void anExpressionWithEndlessWorkIsAllowed();
    void aRuleThatIsNeverReached_data();
    void aRuleThatIsNeverReached();
    void whatDocumentsCannotSay();
    void aRuleThatIsOffStopsNothing();
    void problemsComeInTheOrderOfTheRules();
    void aHugeSetIsChecked();
    void impliedConditionsHoldForEveryCall();
};

void TestRuleSetCheck::aGoodSetHasNoProblem()
{
    const RuleSet rules = setOf(R"([
        {"name": "summaries", "when": {"all": [{"field": "task", "op": "is", "values": ["summarize", "tag"]},
            {"field": "prompt_tokens", "op": "less_than", "number": 60000}]},
         "chain": {"pick": "weighted", "targets": [{"target": "a/gpt-x", "weight": 0.8}, {"target": "b/qwen-y", "weight": 0.2}],
                   "fallbacks": [{"target": "c/claude-z"}]}},
        {"name": "pictures", "when": {"field": "has_image", "op": "present"},
         "chain": {"targets": [{"target": "route/leaf"}], "fallbacks": [{"target": "b/qwen-y"}]}}])");
    const QList<RuleProblem> problems = problemsOf(rules);
    QVERIFY2(problems.isEmpty(), qPrintable(shownProblems(problems)));
    QVERIFY(canRun(problems));
}

void TestRuleSetCheck::aProblemIsNamed_data()
{
    QTest::addColumn<RuleSet>("rules");
    QTest::addColumn<bool>("runs");
    QTest::addColumn<qsizetype>("rule");
    QTest::addColumn<qsizetype>("target");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const RuleSet &rules, bool runs, qsizetype rule, qsizetype target,
                        const char *path, const char *text) {
        QTest::newRow(name) << rules << runs << rule << target << QString::fromUtf8(path)
                            << QString::fromUtf8(text);
    };
    constexpr bool stops = false;
    constexpr bool runs = true;
    row("a rule without a target", setWithChain(R"({"targets": []})"), stops, 0, -1, "rules[0].chain.targets",
        "The rule has no target.");
    row("no default target", setOf("[]", R"({"targets": []})"), stops, 0, -1, "default.chain.targets",
        "The default has no target");
    row("a name twice",
        setOf(
            R"([{"name": "r", "when": {"field": "has_code", "op": "present"}, "chain": {"targets": [{"target": "a/gpt-x"}]}},
                  {"name": "r", "chain": {"targets": [{"target": "a/gpt-x"}]}}])"),
        stops, 1, -1, "rules[1].name", "another rule “r”");
    row("the name of the default",
        setOf(R"([{"name": "default", "when": {"field": "has_code", "op": "present"},
                  "chain": {"targets": [{"target": "a/gpt-x"}]}}])"),
        stops, 1, -1, "default.name", "another rule “default”");
    row("a rule without a name", setOf(R"([{"name": " ", "chain": {"targets": [{"target": "a/gpt-x"}]}}])"),
        stops, 0, -1, "rules[0].name", "has no name");
    row("a target without an account", setWithChain(R"({"targets": [{"target": "/gpt-x"}]})"), stops, 0, 0,
        "rules[0].chain.targets[0].target", "No account");
    row("a fallback without a model",
        setWithChain(R"({"targets": [{"target": "b/x"}], "fallbacks": [{"target": "a/"}]})"), stops, 0, 1,
        "rules[0].chain.fallbacks[0].target", "No model");
    row("an account that is off", setWithChain(R"({"targets": [{"target": "off/gpt-x"}]})"), runs, 0, 0,
        "rules[0].chain.targets[0]", "The account off is switched off.");
    row("an account of which nothing is said", setWithChain(R"({"targets": [{"target": "gone/gpt-x"}]})"),
        runs, 0, 0, "rules[0].chain.targets[0]", "“gone” is unknown");
    row("an unknown model",
        setWithChain(R"({"targets": [{"target": "b/gpt-x"}, {"target": "a/unheard-of"}]})"), runs, 0, 1,
        "rules[0].chain.targets[1]", "the model unheard-of");
    row("a retired model in the default", setOf("[]", R"({"targets": [{"target": "a/gpt-old"}]})"), runs, 0,
        0, "default.chain.targets[0]", "gpt-new took its place");
    row("a weight of nothing",
        setWithChain(
            R"({"pick": "weighted", "targets": [{"target": "a/gpt-x", "weight": 0}, {"target": "b/qwen-y"}]})"),
        stops, 0, 0, "rules[0].chain.targets[0].weight", "not above 0");
    row("a negative weight",
        setWithChain(
            R"({"pick": "weighted", "targets": [{"target": "a/gpt-x"}, {"target": "b/qwen-y", "weight": -2}]})"),
        stops, 0, 1, "rules[0].chain.targets[1].weight", "not above 0");
    row("one weighted target", setWithChain(R"({"pick": "weighted", "targets": [{"target": "a/gpt-x"}]})"),
        runs, 0, 0, "rules[0].chain.pick", "only one target");
    row("a target twice",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}, {"target": "b/qwen-y"}], "fallbacks": [{"target": "a/gpt-x"}]})"),
        runs, 0, 2, "rules[0].chain.fallbacks[0]", "in this chain already");
    row("a route that is itself", setWithChain(R"({"targets": [{"target": "route/mine"}]})"), runs, 0, 0,
        "rules[0].chain.targets[0]", "route/mine leads back");
    row("a route that comes back by a fallback", setWithChain(R"({"targets": [{"target": "route/back"}]})"),
        runs, 0, 0, "rules[0].chain.targets[0]", "route/back leads back");
    row("a route that comes back by two others",
        setOf("[]", R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "route/far"}]})"), runs,
        0, 1, "default.chain.fallbacks[0]", "route/far leads back");
    row("a route to nothing", setWithChain(R"({"targets": [{"target": "route/nothing"}]})"), runs, 0, 0,
        "rules[0].chain.targets[0]", "no active rule set “nothing”");
    row("a fallback of the same account and vendor",
        setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "a/gpt-y"}]})"), runs,
        0, 1, "rules[0].chain.fallbacks[0]", "account “a” and the vendor");
    row("a fallback of the same account",
        setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "a/qwen-y"}]})"), runs,
        0, 1, "rules[0].chain.fallbacks[0]", "the account “a” of the target before it");
    row("a second fallback of the same account as the first",
        setWithChain(
            R"({"targets": [{"target": "b/x"}], "fallbacks": [{"target": "a/gpt-x"}, {"target": "a/gpt-y"}]})"),
        runs, 0, 2, "rules[0].chain.fallbacks[1]", "out of order together");
    row("pictures for a model that takes none",
        setWithChain(R"({"targets": [{"target": "a/gpt-blind"}]})",
                     R"({"field": "has_image", "op": "present"})"),
        runs, 0, 0, "rules[0].chain.targets[0]", "which a/gpt-blind does not take");
    row("tools for a model that calls none",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-plain"}]})",
            R"({"all": [{"field": "has_tools", "op": "present"}, {"field": "has_code", "op": "present"}]})"),
        runs, 0, 0, "rules[0].chain.targets[0]", "which a/gpt-plain does not call");
    row("prompts beyond the window",
        setWithChain(R"({"targets": [{"target": "a/gpt-small"}]})",
                     R"({"field": "prompt_tokens", "op": "more_than", "number": 8000})"),
        runs, 0, 0, "rules[0].chain.targets[0]",
        "at least 8,001 tokens; the window of a/gpt-small holds 8,000");
    row("a fallback for larger windows that is not larger",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "b/qwen-small", "only_larger_context": true}]})"),
        runs, 0, 1, "rules[0].chain.fallbacks[0]", "no target before it has a smaller window");
    row("a fallback for larger windows after another error",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-small"}], "fallbacks": [{"target": "b/qwen-y", "only_larger_context": true,
                                                                            "only_after": ["server"]}]})"),
        runs, 0, 1, "rules[0].chain.fallbacks[0]", "only looked for after context_length");
    row("a fallback after refusals that are the answer",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "b/qwen-y", "only_after": ["content_filter"]}]})"),
        runs, 0, 1, "rules[0].chain.fallbacks[0]", "a refusal is the answer");
    row("no attempt", setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "limits": {"attempts": 0}})"),
        stops, 0, -1, "rules[0].chain.limits.attempts", "at least one attempt");
    row("one attempt for two targets",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "b/qwen-y"}], "limits": {"attempts": 1}})"),
        runs, 0, -1, "rules[0].chain.limits.attempts", "only the first target");
    row("a silent target that takes all the time",
        setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "b/qwen-y"}],
                      "limits": {"budget_ms": 30000, "first_token_ms": 30000}})"),
        runs, 0, -1, "rules[0].chain.limits.first_token_ms", "takes all the time of the call, 30");
    row("taken for good after no token",
        setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "limits": {"commit": "tokens"}})"), stops, 0, -1,
        "rules[0].chain.limits.commit_tokens", "less than one token");
    row("a budget that is not there",
        when(R"({"field": "budget", "op": "at_least", "key": "marketing", "number": 80})"), runs, 0, -1,
        "rules[0].when.key", "no budget named “marketing”");
    row("an empty choice", when(R"({"any": []})"), runs, 0, -1, "rules[0].when", "No call can meet");
    row("a contradiction of labels",
        when(
            R"({"all": [{"field": "task", "op": "is", "values": ["a"]}, {"field": "task", "op": "is", "values": ["b", "c"]}]})"),
        runs, 0, -1, "rules[0].when", "No call can meet");
    row("a contradiction of numbers", when(R"({"all": [{"field": "turns", "op": "more_than", "number": 2},
                         {"all": [{"field": "turns", "op": "less_than", "number": 3}]}]})"),
        runs, 0, -1, "rules[0].when", "No call can meet");
}

void TestRuleSetCheck::aProblemIsNamed()
{
    QFETCH(RuleSet, rules);
    QFETCH(bool, runs);
    QFETCH(QString, text);
    const QList<RuleProblem> problems = problemsOf(rules);
    QVERIFY2(problems.size() == 1, qPrintable(shownProblems(problems)));
    const RuleProblem &problem = problems.first();
    QCOMPARE(problem.kind == RuleProblem::Kind::Doubtful, runs);
    QTEST(problem.rule, "rule");
    QTEST(problem.target, "target");
    QTEST(problem.path, "path");
    QVERIFY2(problem.text.contains(text), qPrintable(problem.text));
    QVERIFY(problem.text.endsWith(u'.'));
    QCOMPARE(canRun(problems), runs);
}

void TestRuleSetCheck::whatIsFineIsNotNamed_data()
{
    QTest::addColumn<RuleSet>("rules");
    const auto row = [](const char *name, const RuleSet &rules) { QTest::newRow(name) << rules; };
    row("weights that no order asks for",
        setWithChain(R"({"targets": [{"target": "a/gpt-x", "weight": 0}, {"target": "b/qwen-y"}]})"));
    row("weights that do not sum to one",
        setWithChain(
            R"({"pick": "weighted", "targets": [{"target": "a/gpt-x", "weight": 70}, {"target": "b/qwen-y", "weight": 1}]})"));
    row("a route that goes round elsewhere", setWithChain(R"({"targets": [{"target": "route/loop"}]})"));
    row("a route whose way back is off", setWithChain(R"({"targets": [{"target": "route/asleep"}]})"));
    row("a fallback of the account of one of two targets",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}, {"target": "b/qwen-y"}], "fallbacks": [{"target": "a/gpt-y"}]})"));
    row("a larger window of the same account",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-small"}], "fallbacks": [{"target": "a/gpt-x", "only_larger_context": true}]})"));
    row("the same account after errors that it does not share",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-x"}], "fallbacks": [{"target": "a/gpt-y", "only_after": ["context_length", "not_found"]}]})"));
    row("refusals that are fallen back from",
        setWithChain(R"({"targets": [{"target": "a/gpt-x"}], "limits": {"fallback_on_refusal": true},
                      "fallbacks": [{"target": "b/qwen-y", "only_after": ["content_filter"]}]})"));
    row("the same model with other parameters",
        setWithChain(
            R"({"targets": [{"target": "b/qwen-y"}, {"target": "a/gpt-x"}, {"target": "b/qwen-y", "parameters": {"temperature": 0}}]})"));
    row("an ability that is not known",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-secret"}]})",
            R"({"all": [{"field": "has_image", "op": "present"}, {"field": "has_tools", "op": "present"},
                              {"field": "prompt_tokens", "op": "at_least", "number": 1000000}]})"));
    row("pictures that only some calls have",
        setWithChain(
            R"({"targets": [{"target": "a/gpt-blind"}]})",
            R"({"any": [{"field": "has_image", "op": "present"}, {"field": "has_code", "op": "present"}]})"));
    row("calls without pictures",
        setWithChain(R"({"targets": [{"target": "a/gpt-blind"}]})",
                     R"({"not": {"field": "has_image", "op": "present"}})"));
    row("a window that just holds them",
        setWithChain(R"({"targets": [{"target": "a/gpt-small"}]})",
                     R"({"field": "prompt_tokens", "op": "at_least", "number": 8000})"));
    row("a time over midnight until its end",
        when(
            R"({"any": [{"field": "time_of_day", "op": "between", "values": ["22:00", "06:00"], "zone": "Europe/Berlin"},
                         {"field": "time_of_day", "op": "between", "values": ["18:00", "24:00"]}]})"));
    row("health of a model",
        when(R"({"field": "error_rate", "key": "a/gpt-x", "op": "more_than", "number": 0.2})"));
}

void TestRuleSetCheck::whatIsFineIsNotNamed()
{
    QFETCH(RuleSet, rules);
    const QList<RuleProblem> problems = problemsOf(rules);
    QVERIFY2(problems.isEmpty(), qPrintable(shownProblems(problems)));
}

void TestRuleSetCheck::aTestThatCannotBeAsked_data()
{
    QTest::addColumn<Test>("test");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Test &test, const char *path, const char *text) {
        QTest::newRow(name) << test << QString(QStringLiteral("rules[0].when.") + QLatin1StringView(path))
                            << QString::fromUtf8(text);
    };
    const auto values = [](Field field, Operator op, const QStringList &list) {
        return Test{.field = field, .op = op, .values = list};
    };
    const QString zone = QStringLiteral("Mars/Olympus");
    row("an operator of another field", values(Field::Text, Operator::LessThan, {}), "op", "cannot be asked");
    row("no value", values(Field::Task, Operator::Is, {}), "values", "missing");
    row("an empty value", values(Field::Text, Operator::Contains, {QStringLiteral("a"), QString()}),
        "values[1]", "empty");
    row("a weekday that is none", values(Field::Weekday, Operator::Is, {QStringLiteral("Monday")}),
        "values[0]", "“Monday” is no weekday; there are mon, tue");
    row("a source that is none", values(Field::Source, Operator::IsNot, {QStringLiteral("web")}), "values[0]",
        "“web” is no source");
    row("a language in words", values(Field::Language, Operator::Is, {QStringLiteral("german")}), "values[0]",
        "language code");
    row("no regular expression", values(Field::Text, Operator::Matches, {}), "values",
        "One regular expression");
    row("two regular expressions",
        values(Field::Text, Operator::Matches, {QStringLiteral("a"), QStringLiteral("b")}), "values",
        "One regular expression");
    row("a regular expression for no tag", values(Field::Tag, Operator::Matches, {QStringLiteral("a")}),
        "key", "key of the tag");
    row("no number", values(Field::Turns, Operator::AtLeast, {}), "number", "missing");
    row("a negative number", Test{.field = Field::PromptTokens, .op = Operator::LessThan, .number = -1.0},
        "number", "below 0");
    row("an infinite number",
        Test{.field = Field::Temperature,
             .op = Operator::LessThan,
             .number = std::numeric_limits<double>::infinity()},
        "number", "missing");
    row("a rate in percent",
        Test{.field = Field::ErrorRate,
             .op = Operator::MoreThan,
             .key = QStringLiteral("a/gpt-x"),
             .number = 20.0},
        "number", "from 0 to 1");
    row("a tag without a key", Test{.field = Field::Tag, .op = Operator::Present}, "key", "key of the tag");
    row("health of nobody", Test{.field = Field::CoolingDown, .op = Operator::Present}, "key", "missing");
    row("a budget without a name", Test{.field = Field::Budget, .op = Operator::AtLeast, .number = 80.0},
        "key", "name of the budget");
    row("a budget without a number",
        Test{.field = Field::Budget, .op = Operator::AtLeast, .key = QStringLiteral("team")}, "number",
        "missing");
    row("one time", values(Field::TimeOfDay, Operator::Between, {QStringLiteral("09:00")}), "values",
        "beginning and an end");
    row("a time that is none",
        values(Field::TimeOfDay, Operator::Between, {QStringLiteral("9:00"), QStringLiteral("17:00")}),
        "values[0]", "“9:00” is no time");
    row("an hour that is none",
        values(Field::TimeOfDay, Operator::Between, {QStringLiteral("09:00"), QStringLiteral("25:00")}),
        "values[1]", "“25:00” is no time");
    row("a beginning at the end of the day",
        values(Field::TimeOfDay, Operator::Between, {QStringLiteral("24:00"), QStringLiteral("08:00")}),
        "values[0]", "“24:00” is no time");
    row("a time of no length",
        values(Field::TimeOfDay, Operator::Between, {QStringLiteral("09:00"), QStringLiteral("09:00")}),
        "values", "same minute");
    row("a zone that is none",
        Test{.field = Field::Weekday, .op = Operator::Is, .values = {QStringLiteral("mon")}, .zone = zone},
        "zone", "no time zone “Mars/Olympus”");
}

void TestRuleSetCheck::aTestThatCannotBeAsked()
{
    QFETCH(Test, test);
    QFETCH(QString, text);
    const QList<RuleProblem> problems = problemsOf(withTest(test));
    QVERIFY(!problems.isEmpty());
    QTEST(problems.first().path, "path");
    QVERIFY2(problems.first().text.contains(text), qPrintable(problems.first().text));
    QVERIFY(!canRun(problems));
}

void TestRuleSetCheck::anExpressionWithEndlessWorkIsAllowed()
{
    Test test{.field = Field::Text, .op = Operator::Matches, .values = {QStringLiteral("^(a+)+$")}};
    QVERIFY(problemsOf(withTest(test)).isEmpty());
    test.values = QStringList{QStringLiteral("ab(c")};
    const QList<RuleProblem> problems = problemsOf(withTest(test));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().path, QStringLiteral("rules[0].when.values[0]"));
    // The bracket is missing where the expression ends.
    QVERIFY2(problems.first().text.contains(QStringLiteral("at character 4")),
             qPrintable(problems.first().text));
    QVERIFY(!canRun(problems));
}

void TestRuleSetCheck::aRuleThatIsNeverReached_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("reached");
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second, bool reached) {
        QTest::newRow(name) << first << second << reached;
    };
    const auto all = [](const QByteArray &parts) -> QByteArray { return R"({"all": [)" + parts + "]}"; };
    const auto any = [](const QByteArray &parts) -> QByteArray { return R"({"any": [)" + parts + "]}"; };
    const auto no = [](const QByteArray &part) -> QByteArray { return R"({"not": )" + part + "}"; };
    const auto task = [](const QByteArray &values, const QByteArray &op = "is") -> QByteArray {
        return R"({"field": "task", "op": ")" + op + R"(", "values": )" + values + "}";
    };
    const auto tokens = [](const QByteArray &op, const QByteArray &number) -> QByteArray {
        return R"({"field": "prompt_tokens", "op": ")" + op + R"(", "number": )" + number + "}";
    };
    const auto text = [](const QByteArray &op, const QByteArray &values) -> QByteArray {
        return R"({"field": "text", "op": ")" + op + R"(", "values": )" + values + "}";
    };
    const auto times = [](const QByteArray &values) -> QByteArray {
        return R"({"field": "time_of_day", "op": "between", "values": )" + values + "}";
    };
    const QByteArray code = R"({"field": "has_code", "op": "present"})";
    row("after one that is always true", "{}", code, false);
    row("after one that is always true in a roundabout way", any(code + "," + no(any(""))), code, false);
    row("the same condition", code, code, false);
    row("the same condition of several parts", all(code + "," + text("matches", R"(["a+"])")),
        all(text("matches", R"(["a+"])") + "," + code), false);
    row("another condition", code, R"({"field": "has_image", "op": "present"})", true);
    row("fewer values", task(R"(["a", "b"])"), task(R"(["b"])"), false);
    row("values in another case", task(R"(["Summarize"])"), task(R"(["summarize"])"), false);
    row("a further value", task(R"(["a", "b"])"), task(R"(["b", "c"])"), true);
    row("more exceptions", task(R"(["a"])", "is_not"), task(R"(["a", "b"])", "is_not"), false);
    row("fewer exceptions", task(R"(["a", "b"])", "is_not"), task(R"(["a"])", "is_not"), true);
    row("a value that is no exception", task(R"(["a"])", "is_not"), task(R"(["b"])"), false);
    row("a value that is an exception", task(R"(["a"])", "is_not"), task(R"(["a", "b"])"), true);
    row("a negated choice is an exception", no(task(R"(["a"])")), task(R"(["b"])"), false);
    row("any value, then one", R"({"field": "task", "op": "present"})", task(R"(["a"])"), false);
    row("tags of two keys", R"({"field": "tag", "key": "x", "op": "present"})",
        R"({"field": "tag", "key": "y", "op": "present"})", true);
    row("a narrower range", tokens("less_than", "4000"), tokens("less_than", "1000"), false);
    row("a wider range", tokens("less_than", "1000"), tokens("less_than", "4000"), true);
    row("the same range in other words", tokens("less_than", "4000"), tokens("at_most", "3999"), false);
    row("a range that reaches one further", tokens("less_than", "4000"), tokens("at_most", "4000"), true);
    row("fractions are not whole", R"({"field": "temperature", "op": "less_than", "number": 1})",
        R"({"field": "temperature", "op": "at_most", "number": 0.9})", false);
    row("a temperature that is just reached", R"({"field": "temperature", "op": "less_than", "number": 1})",
        R"({"field": "temperature", "op": "at_most", "number": 1})", true);
    row("a range of two ends within another",
        all(tokens("at_least", "10") + "," + tokens("less_than", "100")),
        all(tokens("more_than", "20") + "," + tokens("at_most", "30")), false);
    row("a range of two ends beyond another",
        all(tokens("at_least", "10") + "," + tokens("less_than", "100")),
        all(tokens("more_than", "20") + "," + tokens("at_most", "100")), true);
    row("a further condition", code, all(code + "," + task(R"(["a"])")), false);
    row("a condition less", all(code + "," + task(R"(["a"])")), code, true);
    row("one of several", any(code + "," + task(R"(["a"])")), task(R"(["a"])"), false);
    row("each of several", task(R"(["a", "b"])"), any(task(R"(["a"])") + "," + task(R"(["b"])")), false);
    row("not each of several", task(R"(["a", "b"])"), any(task(R"(["a"])") + "," + task(R"(["c"])")), true);
    row("a longer word", text("contains", R"(["bill"])"), text("contains", R"(["billing", "BILLED"])"),
        false);
    row("a shorter word", text("contains", R"(["billing"])"), text("contains", R"(["bill"])"), true);
    row("another regular expression", text("matches", R"(["a+"])"), text("matches", R"(["aa+"])"), true);
    row("a part of the day", times(R"(["08:00", "18:00"])"), times(R"(["09:00", "18:00"])"), false);
    row("a part of the night", times(R"(["22:00", "06:00"])"), times(R"(["00:00", "05:00"])"), false);
    row("until the end of the day", times(R"(["18:00", "00:00"])"), times(R"(["20:00", "24:00"])"), false);
    row("a time that begins earlier", times(R"(["08:00", "18:00"])"), times(R"(["07:59", "18:00"])"), true);
    row("the same time elsewhere", times(R"(["08:00", "18:00"])"),
        R"({"field": "time_of_day", "op": "between", "values": ["08:00", "18:00"], "zone": "Asia/Tokyo"})",
        true);
    row("the opposite", code, no(code), true);
    row("the same negation of more", no(all(code + "," + task(R"(["a"])"))), no(code), false);
    row("the same negation of less", no(code), no(all(code + "," + task(R"(["a"])"))), true);
}

void TestRuleSetCheck::aRuleThatIsNeverReached()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, reached);
    RuleSet rules = inOrder(first, second);
    const QList<RuleProblem> problems = problemsOf(rules);
    QCOMPARE(problems.isEmpty(), reached);
    if (!reached) {
        QVERIFY2(problems.size() == 1, qPrintable(shownProblems(problems)));
        QCOMPARE(problems.first().rule, 1);
        QCOMPARE(problems.first().path, QStringLiteral("rules[1].when"));
        QVERIFY(problems.first().kind == RuleProblem::Kind::Doubtful);
        QVERIFY2(problems.first().text.contains(QStringLiteral("“one”")), qPrintable(problems.first().text));
    }
    // A rule that is off takes no call.
    rules.rules.first().on = false;
    QVERIFY(problemsOf(rules).isEmpty());
}

void TestRuleSetCheck::whatDocumentsCannotSay()
{
    const auto paths = [](const RuleSet &rules) {
        QStringList found;
        const QList<RuleProblem> problems = problemsOf(rules);
        for (const RuleProblem &problem : problems) {
            if (problem.kind == RuleProblem::Kind::Invalid)
                found.append(problem.path);
        }
        return found.join(u' ');
    };
    RuleSet rules = when("{}");
    rules.name = QStringLiteral("a/b");
    rules.otherwise.on = false;
    rules.otherwise.when = testCondition({.field = Field::HasCode, .op = Operator::Present});
    QCOMPARE(paths(rules), QStringLiteral("name default.on default.when"));

    rules = when("{}");
    Condition broken;
    broken.kind = Condition::Kind::Not;
    rules.rules.first().when = allOf({broken});
    QCOMPARE(paths(rules), QStringLiteral("rules[0].when.all[0]"));

    Condition deep = testCondition({.field = Field::HasCode, .op = Operator::Present});
    for (int level = 1; level < kDeepestCondition; ++level)
        deep = notOf(deep);
    rules.rules.first().when = deep;
    QCOMPARE(paths(rules), QString());
    rules.rules.first().when = notOf(deep);
    QCOMPARE(paths(rules),
             QStringLiteral("rules[0].when") + QStringLiteral(".not").repeated(kDeepestCondition));

    rules = when("{}");
    rules.rules.first().chain.limits.retries = -1;
    rules.rules.first().chain.limits.idle = std::chrono::milliseconds(-5);
    rules.rules.first().chain.priceCeiling = Money::fromPicos(-1);
    QCOMPARE(paths(rules),
             QStringLiteral("rules[0].chain.price_ceiling_usd rules[0].chain.limits.retries "
                            "rules[0].chain.limits"));
}

void TestRuleSetCheck::aRuleThatIsOffStopsNothing()
{
    RuleSet rules = setWithChain(R"({"targets": [], "limits": {"attempts": 0}})");
    QVERIFY(!canRun(problemsOf(rules)));
    rules.rules.first().on = false;
    const QList<RuleProblem> problems = problemsOf(rules);
    QCOMPARE(problems.size(), 2);
    QVERIFY(canRun(problems));
}

void TestRuleSetCheck::problemsComeInTheOrderOfTheRules()
{
    RuleSet rules = setOf(R"([{"name": "a", "when": {"any": []}, "chain": {"targets": []}},
                              {"name": "b", "when": {"field": "task", "op": "is"}, "chain": {"targets": [{"target": "gone/x"}]}}])",
                          R"({"targets": []})");
    QStringList paths;
    const QList<RuleProblem> problems = problemsOf(rules);
    for (const RuleProblem &problem : problems)
        paths.append(problem.path);
    QCOMPARE(
        paths.join(u' '),
        QStringLiteral("rules[0].when rules[0].chain.targets rules[1].when.values rules[1].chain.targets[0] "
                       "default.chain.targets"));
    QVERIFY(checkRuleSet(rules, BookOfNames(), {}) == problems);
}

void TestRuleSetCheck::aHugeSetIsChecked()
{
    RuleSet rules;
    Rule rule;
    rule.chain.targets = {ChainTarget{{QStringLiteral("a"), QStringLiteral("gpt-x")}, {}, 1.0}};
    for (int at = 0; at < 10'000; ++at) {
        rule.name = QString::number(at);
        rule.when = testCondition({.field = Field::Task, .op = Operator::Is, .values = {rule.name}});
        rules.rules.append(rule);
    }
    // The same condition again is found in a set of any size.
    rules.rules.last().when = rules.rules.at(5'000).when;
    rules.otherwise.chain = rule.chain;
    // Comparing each with each would be 50 million comparisons, for which the time of a test is too short.
    const QList<RuleProblem> problems = problemsOf(rules);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().rule, 9'999);
    QVERIFY(problems.first().text.contains(QStringLiteral("“5000”")));
}

namespace {

/// A call as far as these conditions ask for it.
struct SmallCall
{
    QString task;
    double tokens = 0;
    bool code = false;
};

bool meets(const SmallCall &call, const Condition &condition)
{
    const QList<Condition> &parts = condition.parts;
    const auto met = [&call](const Condition &part) { return meets(call, part); };
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::all_of(parts.begin(), parts.end(), met);
    case Condition::Kind::Any:
        return std::any_of(parts.begin(), parts.end(), met);
    case Condition::Kind::Not:
        return !met(parts.first());
    case Condition::Kind::Test:
        break;
    }
    const Test &test = condition.test;
    switch (test.op) {
    case Operator::Is:
        return test.values.contains(call.task);
    case Operator::IsNot:
        return !test.values.contains(call.task);
    case Operator::LessThan:
        return call.tokens < *test.number;
    case Operator::AtMost:
        return call.tokens <= *test.number;
    case Operator::MoreThan:
        return call.tokens > *test.number;
    case Operator::AtLeast:
        return call.tokens >= *test.number;
    default:
        return test.field == Field::HasCode ? call.code : !call.task.isEmpty();
    }
}

Condition someCondition(QRandomGenerator &random, int depth)
{
    const QStringList tasks{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    const int kind = random.bounded(depth > 0 ? 6 : 3);
    if (kind >= 3) {
        QList<Condition> parts;
        for (int left = random.bounded(3); left > 0; --left)
            parts.append(someCondition(random, depth - 1));
        return kind == 3 ? allOf(parts) : kind == 4 ? anyOf(parts) : notOf(someCondition(random, depth - 1));
    }
    Test test{.field = Field::HasCode, .op = Operator::Present};
    if (kind == 0) {
        test.field = Field::Task;
        test.op = operatorsOf(Field::Task).at(random.bounded(3));
        test.values = {tasks.at(random.bounded(3)), tasks.at(random.bounded(3))};
    } else if (kind == 1) {
        test.field = Field::PromptTokens;
        test.op = operatorsOf(Field::PromptTokens).at(random.bounded(4));
        test.number = random.bounded(7) * 0.5;
    }
    return testCondition(test);
}

} // namespace

void TestRuleSetCheck::impliedConditionsHoldForEveryCall()
{
    QList<SmallCall> calls;
    for (const QString &task :
         {QString(), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}) {
        for (int tokens = 0; tokens < 6; ++tokens) {
            calls.append({task, double(tokens), false});
            calls.append({task, double(tokens), true});
        }
    }
    int implied = 0;
    QRandomGenerator random(11);
    for (int round = 0; round < 5'000; ++round) {
        const Condition narrow = someCondition(random, 2);
        const Condition wide = someCondition(random, 2);
        const bool saysImplied = Implication(10'000).implies(narrow, wide);
        implied += saysImplied ? 1 : 0;
        for (const SmallCall &call : std::as_const(calls)) {
            const bool met = meets(call, narrow);
            QVERIFY(!saysImplied || !met || meets(call, wide));
            QVERIFY(!isAlwaysTrue(narrow) || met);
            QVERIFY(!isNeverTrue(narrow) || !met);
        }
    }
    QVERIFY(implied > 100);
}

SWITCHYARD_TEST(TestRuleSetCheck)
#include "tst_rulesetcheck.moc"
