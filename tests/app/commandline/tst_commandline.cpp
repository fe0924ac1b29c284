#include "app/commandline/commandline.h"
#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace app;
using namespace core;
using test::words;

/// Command lines, as a shell hands them over.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoCommandLineIsRefused_data();
    void whatIsNoCommandLineIsRefused();
    void withoutACommandTheWindowOpens();
    void helpAndVersionAreTextWhereverTheyStand_data();
    void helpAndVersionAreTextWhereverTheyStand();
    void globalOptionsStandBeforeAndAfterTheCommand_data();
    void globalOptionsStandBeforeAndAfterTheCommand();
    void compareTakesAllItsOptions();
    void parametersKeepTheirTypes();
    void anAccountIsAddedWithOneSourceOfItsKey_data();
    void anAccountIsAddedWithOneSourceOfItsKey();
    void usageAndHistoryAreRead();
    void budgetsAreRead();
    void askTakesAllItsOptions();
    void everyVerbOfRulesIsRead_data();
    void everyVerbOfRulesIsRead();
    void rulesTakeTheirOptions();
    void theHelpNamesEveryCommandAndFormat();
};

namespace {

template <typename T>
T parsed(const QStringList &arguments)
{
    const Result<Invocation> invocation = parseCommandLine(arguments);
    if (!invocation)
        qFatal("%s", qPrintable(invocation.error().message));
    const T *command = std::get_if<T>(&invocation->command);
    if (!command)
        qFatal("another command was read");
    return *command;
}

} // namespace

void TestCommandLine::whatIsNoCommandLineIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << words(line); };
    row("an unknown command", "frobnicate");
    row("a lone dash is no command", "-");
    row("words after the end of the options", "-- compare");
    row("an unknown option without a command", "--frobnicate");
    row("an unknown option of a command", "usage --frobnicate");
    row("a data folder without a name", "accounts list --data-dir");
    row("an account verb that is none", "accounts rename a");
    row("accounts without a verb", "accounts");
    row("accounts list with a name", "accounts list a");
    row("accounts test without a name", "accounts test");
    row("accounts add with two names", "accounts add a b --no-key");
    row("an option of add at another verb", "accounts test a --no-key");
    row("compare without a target", "compare hello");
    row("compare without a prompt", "compare -m a/b");
    row("compare with two prompts", "compare -m a/b hello world");
    row("two output formats of compare", "compare -m a/b --json --markdown hello");
    row("a repeat of zero", "compare -m a/b --repeat 0 hello");
    row("a repeat beyond all use", "compare -m a/b --repeat 101 hello");
    row("a repeat that is no number", "compare -m a/b --repeat two hello");
    row("a timeout of zero", "compare -m a/b --timeout 0 hello");
    row("a timeout that is not a number", "compare -m a/b --timeout nan hello");
    row("an endless timeout", "compare -m a/b --timeout inf hello");
    row("a negative limit of cost", "compare -m a/b --max-cost -1 hello");
    row("a limit of cost in words", "compare -m a/b --max-cost cheap hello");
    row("a parameter without a value", "compare -m a/b --param temperature hello");
    row("a parameter without a name", "compare -m a/b --param =1 hello");
    row("a temperature in words", "compare -m a/b --param temperature=warm hello");
    row("a temperature that is not a number", "compare -m a/b --param temperature=nan hello");
    row("no tokens at most", "compare -m a/b --param max_tokens=0 hello");
    row("a fraction of a token", "compare -m a/b --param max_tokens=1.5 hello");
    row("a model as a parameter", "compare -m a/b --param model=c hello");
    row("messages as a parameter", "compare -m a/b --param messages=[] hello");
    row("a tag without a value", "compare -m a/b --meta team hello");
    row("usage with a word", "usage today");
    row("a zone that does not exist", "usage --zone Mars/Olympus");
    QTest::newRow("a zone of a script that is not set")
        << QStringList{QStringLiteral("usage"), QStringLiteral("--zone"), QString()};
    row("two output formats of usage", "usage --json --csv");
    row("a metric that does not exist", "usage --metric cost,happiness");
    row("an empty metric", "usage --metric cost,");
    row("a metric twice", "usage --metric cost,cost");
    row("a metric twice in two options", "usage --metric cost --metric tokens,cost");
    row("a dimension twice", "usage --by model,model");
    row("a dimension without a name", "usage --by day,,model");
    QTest::newRow("no dimension at all")
        << QStringList{QStringLiteral("usage"), QStringLiteral("--by"), QString()};
    row("two begins", "usage --since 30d --since 7d");
    row("two begins of an export", "usage export --format csv --since 30d --since 7d");
    row("two data folders", "usage --data-dir a --data-dir b");
    row("two tasks of one run", "compare -m a/b --task one --task two hello");
    row("two formats", "history export 1 --format json --format html");
    row("a tag with an empty value", "compare -m a/b --meta team= hello");
    row("a tag of ask with an empty value", "ask --meta team= hello");
    row("a change as CSV", "usage --change --csv");
    row("savings as a table for programs", "usage --savings --csv");
    row("a what-if without a model", "usage --what-if openai");
    row("budgets without a verb", "budgets");
    row("a verb of budgets that is none", "budgets show team");
    row("budgets list with a name", "budgets list team");
    row("budgets remove without a name", "budgets remove");
    row("a budget without a name", "budgets set --amount 1 --period month");
    row("a budget with two names", "budgets set a b --amount 1 --period month");
    row("a budget without an amount", "budgets set a --period month");
    row("an amount in words", "budgets set a --amount much --period month");
    row("a budget without a period", "budgets set a --amount 1");
    row("a period that is none", "budgets set a --amount 1 --period year");
    row("a start day of a day", "budgets set a --amount 1 --period day --start-day 2");
    row("a start day in words", "budgets set a --amount 1 --period week --start-day monday");
    row("a scope that is none", "budgets set a --amount 1 --period month --scope mood=good");
    row("a warning in words", "budgets set a --amount 1 --period month --soft half");
    row("a zone of a budget that does not exist",
        "budgets set a --amount 1 --period month --zone Mars/Olympus");
    row("a policy that is none", "budgets set a --amount 1 --period month --unpriced maybe");
    row("an amount of a budget to be removed", "budgets remove a --amount 1");
    row("history without a verb", "history");
    row("history of a run without a number", "history show last");
    row("history of two runs", "history show 1 2");
    row("a search for nothing", "history search");
    row("an export format that is none", "history export 1 --format pdf");
    row("a format of a command that has none", "history show 1 --format json");
    row("the JSON option where the format says it", "history export 1 --json");
    row("ask without a prompt", "ask");
    row("ask with two prompts", "ask hello world");
    row("a target of ask", "ask -m a/b hello");
    row("a parameter of ask without a value", "ask --param temperature hello");
    row("a tag of ask without a value", "ask --meta team hello");
    row("rules without a verb", "rules");
    row("a verb of rules that is none", "rules activate a");
    row("rules list with a name", "rules list a");
    row("rules show without a name", "rules show");
    row("rules show with two names", "rules show a b");
    row("rules validate without a file", "rules validate");
    row("rules import of two files", "rules import a b");
    row("rules test without a prompt", "rules test a");
    row("rules test with two prompts", "rules test a hello world");
    row("rules diff with one side", "rules diff a");
    row("a format that is none", "rules export a --format pdf");
    row("a comment of a draft", "rules import a --draft --comment why");
    row("a version in words", "rules backtest a --against newest");
    row("a version below the first", "rules backtest a --against 0");
    row("a task of another verb", "rules show a --task summarize");
    row("a period of another verb", "rules test a hello --since 7d");
    row("a format of another verb", "rules show a --format json");
    QTest::newRow("ask of a rule set with an empty name")
        << QStringList{QStringLiteral("ask"), QStringLiteral("hello"), QStringLiteral("--rules"), {}};
    QTest::newRow("an import under an empty name") << QStringList{
        QStringLiteral("rules"), QStringLiteral("import"), QStringLiteral("a"), QStringLiteral("--name"), {}};
    QTest::newRow("a rule set with an empty name")
        << QStringList{QStringLiteral("rules"), QStringLiteral("show"), {}};
    QTest::newRow("an empty end of a back-test") << QStringList{QStringLiteral("rules"),
                                                                QStringLiteral("backtest"),
                                                                QStringLiteral("a"),
                                                                QStringLiteral("--until"),
                                                                {}};
    QTest::newRow("an empty command") << QStringList{QString()};
    QTest::newRow("a data folder with an empty name")
        << QStringList{QStringLiteral("accounts"), QStringLiteral("list"), QStringLiteral("--data-dir"), {}};
    QTest::newRow("an empty end of the period")
        << QStringList{QStringLiteral("usage"), QStringLiteral("--until"), {}};
}

void TestCommandLine::whatIsNoCommandLineIsRefused()
{
    QFETCH(QStringList, arguments);
    const Result<Invocation> invocation = parseCommandLine(arguments);
    QVERIFY(!invocation);
    QVERIFY(invocation.error().kind == ErrorKind::InvalidRequest);
    QVERIFY(!invocation.error().message.isEmpty());
}

void TestCommandLine::withoutACommandTheWindowOpens()
{
    const Result<Invocation> invocation = parseCommandLine(words("--demo --data-dir /tmp/x"));
    QVERIFY(invocation);
    QVERIFY(std::holds_alternative<WindowInvocation>(invocation->command));
    QVERIFY(invocation->demo);
    QCOMPARE(invocation->dataDir, QStringLiteral("/tmp/x"));
}

void TestCommandLine::helpAndVersionAreTextWhereverTheyStand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("begin");
    QTest::newRow("help alone") << words("--help") << QStringLiteral("Usage: switchyard");
    QTest::newRow("help of a command") << words("compare --help") << QStringLiteral("Usage: switchyard");
    QTest::newRow("version") << words("--version") << QStringLiteral("switchyard ");
}

void TestCommandLine::helpAndVersionAreTextWhereverTheyStand()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, begin);
    QVERIFY(parsed<TextInvocation>(arguments).text.startsWith(begin));
}

void TestCommandLine::globalOptionsStandBeforeAndAfterTheCommand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("before") << words("--data-dir accounts --demo accounts list --json");
    QTest::newRow("after") << words("accounts list --json --demo --data-dir accounts");
    QTest::newRow("joined with its value") << words("--data-dir=accounts --demo accounts --json list");
}

void TestCommandLine::globalOptionsStandBeforeAndAfterTheCommand()
{
    QFETCH(QStringList, arguments);
    const Result<Invocation> invocation = parseCommandLine(arguments);
    QVERIFY2(invocation, qPrintable(invocation ? QString() : invocation.error().message));
    QCOMPARE(invocation->dataDir, QStringLiteral("accounts"));
    QVERIFY(invocation->demo);
    QVERIFY(std::get<AccountsInvocation>(invocation->command).json);
}

void TestCommandLine::compareTakesAllItsOptions()
{
    const QStringList arguments =
        words("compare -m a/b -m a/b --model hub/org/model:free --line-up daily --task summarize --repeat 3 "
              "--timeout 1.5 --max-cost 0.05 --meta team=blue --meta note=a=b --json --system")
        + QStringList{QStringLiteral("-be brief"), QStringLiteral("--"), QStringLiteral("--json")};
    const auto compare = parsed<CompareInvocation>(arguments);
    QCOMPARE(compare.targets, words("a/b a/b hub/org/model:free"));
    QCOMPARE(compare.lineUp, QStringLiteral("daily"));
    QCOMPARE(compare.task, QStringLiteral("summarize"));
    QCOMPARE(compare.system, QStringLiteral("-be brief"));
    QCOMPARE(compare.repeat, 3);
    QCOMPARE(compare.timeout, 1.5);
    QVERIFY(compare.maxCost == Money::fromDecimal(QStringLiteral("0.05")));
    QCOMPARE(compare.tags.value(QStringLiteral("team")), QStringLiteral("blue"));
    QCOMPARE(compare.tags.value(QStringLiteral("note")), QStringLiteral("a=b"));
    QVERIFY(compare.json);
    QCOMPARE(compare.prompt, QStringLiteral("--json"));
}

void TestCommandLine::parametersKeepTheirTypes()
{
    const auto compare = parsed<CompareInvocation>(
        words("compare -m a/b --param temperature=0.2 --param top_p=1 --param max_tokens=64 --param seed=-7 "
              "--param reasoning_effort=low --param stop=END --param stop=; --param logprobs=true "
              "--param user=me --param logit_bias={\"50256\":-100} --param empty= hi"));
    const ChatParameters &parameters = compare.parameters;
    QCOMPARE(parameters.temperature.value_or(-1.0), 0.2);
    QCOMPARE(parameters.topP.value_or(-1.0), 1.0);
    QCOMPARE(parameters.maxTokens.value_or(-1), 64);
    QCOMPARE(parameters.seed.value_or(0), -7);
    QCOMPARE(parameters.reasoningEffort, QStringLiteral("low"));
    QCOMPARE(parameters.stop, words("END ;"));
    const QJsonObject extra{{QStringLiteral("logprobs"), true},
                            {QStringLiteral("user"), QStringLiteral("me")},
                            {QStringLiteral("logit_bias"), QJsonObject{{QStringLiteral("50256"), -100}}},
                            {QStringLiteral("empty"), QString()}};
    QCOMPARE(parameters.extra, extra);
}

void TestCommandLine::anAccountIsAddedWithOneSourceOfItsKey_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("none named") << words("") << false;
    QTest::newRow("a variable") << words("--key-env KEY") << true;
    QTest::newRow("standard input") << words("--key-stdin") << true;
    QTest::newRow("no key") << words("--no-key") << true;
    QTest::newRow("two of them") << words("--key-stdin --no-key") << false;
    QTest::newRow("a key as an argument") << words("--key sk-1") << false;
}

void TestCommandLine::anAccountIsAddedWithOneSourceOfItsKey()
{
    QFETCH(QStringList, options);
    QFETCH(bool, accepted);
    const Result<Invocation> invocation =
        parseCommandLine(words("accounts add here --base-url http://x/v1") + options);
    QCOMPARE(bool(invocation), accepted);
}

void TestCommandLine::usageAndHistoryAreRead()
{
    const auto usage = parsed<UsageInvocation>(
        words("usage --since 7d --until 2026-11-01 --by day,tag:team --zone UTC --csv"));
    QCOMPARE(usage.since, QStringLiteral("7d"));
    QCOMPARE(usage.until, QStringLiteral("2026-11-01"));
    QCOMPARE(usage.by, words("day tag:team"));
    QCOMPARE(parsed<UsageInvocation>(words("usage --by day,model --by task")).by, words("day model task"));
    QVERIFY(usage.csv && !usage.json);
    QVERIFY(!usage.change && !usage.forecast);
    const auto change = parsed<UsageInvocation>(words("usage --change --forecast --json"));
    QVERIFY(change.change && change.forecast && change.json);
    QVERIFY(!usage.savings && usage.whatIf.isEmpty());
    const auto more = parsed<UsageInvocation>(words("usage --savings --what-if openai/gpt-4o --json"));
    QVERIFY(more.savings && more.json);
    QCOMPARE(more.whatIf, QStringLiteral("openai/gpt-4o"));
    QCOMPARE(parsed<UsageInvocation>(words("usage --what-if cheapest")).whatIf, QStringLiteral("cheapest"));
    QCOMPARE(parsed<UsageInvocation>(words("usage")).since, QStringLiteral("30d"));
    QVERIFY(parsed<UsageInvocation>(words("usage")).metrics.isEmpty());
    QVERIFY(usage.sinceGiven && !more.sinceGiven);
    QCOMPARE(parsed<UsageInvocation>(words("usage --metric error_rate,cost --metric tokens")).metrics,
             words("error_rate cost tokens"));

    QCOMPARE(parsed<HistoryInvocation>(words("history search two words")).words, QStringLiteral("two words"));
    QCOMPARE(parsed<HistoryInvocation>(words("history show 12")).run, 12);
    const auto exported = parsed<HistoryInvocation>(words("history export 3 --format html"));
    QVERIFY(exported.verb == HistoryInvocation::Verb::Export);
    QCOMPARE(exported.format, QStringLiteral("html"));
}

void TestCommandLine::budgetsAreRead()
{
    const auto set = parsed<BudgetsInvocation>(
        words("budgets set team --amount 12.5 --period week --scope tag:team=blue --soft 60 --hard --zone "
              "Asia/Kathmandu --start-day 7 --unpriced allow --off --json"));
    QVERIFY(set.verb == BudgetsInvocation::Verb::Set && set.json);
    const Budget expected{.name = QStringLiteral("team"),
                          .scope = {BudgetScope::Kind::Tag, QStringLiteral("team"), QStringLiteral("blue")},
                          .period = {BudgetCycle::Week, 7, QStringLiteral("Asia/Kathmandu")},
                          .amount = Money::fromDecimal(u"12.5").value(),
                          .softPercent = 60,
                          .hard = true,
                          .allowsUnpriced = true,
                          .enabled = false};
    QVERIFY(set.budget == expected);
    const Budget usual =
        parsed<BudgetsInvocation>(words("budgets set team --amount 1 --period month")).budget;
    QVERIFY(usual.scope == BudgetScope());
    QVERIFY(usual.enabled && !usual.hard && !usual.allowsUnpriced && usual.period.zone.isEmpty());
    QVERIFY(parsed<BudgetsInvocation>(words("budgets list")).verb == BudgetsInvocation::Verb::List);
    const auto removal = parsed<BudgetsInvocation>(words("budgets remove team"));
    QVERIFY(removal.verb == BudgetsInvocation::Verb::Remove);
    QCOMPARE(removal.budget.name, QStringLiteral("team"));
}

void TestCommandLine::askTakesAllItsOptions()
{
    const auto ask = parsed<AskInvocation>(
        words("ask --task summarize --param temperature=0.2 --meta team=blue --explain --json --system brief "
              "--rules")
        + QStringList{QStringLiteral("three buckets"), QStringLiteral("--"), QStringLiteral("--json")});
    QCOMPARE(ask.rules, QStringLiteral("three buckets"));
    QCOMPARE(ask.task, QStringLiteral("summarize"));
    QCOMPARE(ask.system, QStringLiteral("brief"));
    QCOMPARE(ask.parameters.temperature.value_or(-1.0), 0.2);
    QCOMPARE(ask.tags.value(QStringLiteral("team")), QStringLiteral("blue"));
    QVERIFY(ask.explain && ask.json);
    QCOMPARE(ask.prompt, QStringLiteral("--json"));
    QCOMPARE(parsed<AskInvocation>(words("ask -")).prompt, QStringLiteral("-"));
    QVERIFY(parsed<AskInvocation>(words("ask hello")).rules.isEmpty());
}

void TestCommandLine::everyVerbOfRulesIsRead_data()
{
    using Verb = RulesInvocation::Verb;
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("subject");
    const auto row = [](const char *line, Verb verb, const char *subject) {
        QTest::newRow(line) << words(line) << static_cast<int>(verb) << QString::fromLatin1(subject);
    };
    row("rules list", Verb::List, "");
    row("rules show cheap@2", Verb::Show, "cheap@2");
    row("rules validate rules.yaml", Verb::Validate, "rules.yaml");
    row("rules import rules.json", Verb::Import, "rules.json");
    row("rules export cheap", Verb::Export, "cheap");
    row("rules test cheap hello", Verb::Test, "cheap");
    row("rules diff cheap@1 cheap@draft", Verb::Diff, "cheap@1");
    row("rules backtest cheap", Verb::Backtest, "cheap");
}

void TestCommandLine::everyVerbOfRulesIsRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, verb);
    QFETCH(QString, subject);
    const auto rules = parsed<RulesInvocation>(arguments + words("--json"));
    QCOMPARE(static_cast<int>(rules.verb), verb);
    QCOMPARE(rules.subject, subject);
    QVERIFY(rules.json);
    QVERIFY(!parsed<RulesInvocation>(arguments).json);
}

void TestCommandLine::rulesTakeTheirOptions()
{
    const auto imported = parsed<RulesInvocation>(words("rules import a.json --name cheap --comment why"));
    QCOMPARE(imported.name, QStringLiteral("cheap"));
    QCOMPARE(imported.comment, QStringLiteral("why"));
    QVERIFY(!imported.draft);
    QVERIFY(parsed<RulesInvocation>(words("rules import a.json --draft")).draft);

    const auto tested =
        parsed<RulesInvocation>(words("rules test cheap hello --task t --meta a=b --param max_tokens=5"));
    QCOMPARE(tested.prompt, QStringLiteral("hello"));
    QCOMPARE(tested.task, QStringLiteral("t"));
    QCOMPARE(tested.tags.value(QStringLiteral("a")), QStringLiteral("b"));
    QCOMPARE(tested.parameters.maxTokens.value_or(0), 5);

    QCOMPARE(parsed<RulesInvocation>(words("rules diff a b")).other, QStringLiteral("b"));
    QVERIFY(parsed<RulesInvocation>(words("rules export a")).format == RuleFormat::Json);
    QVERIFY(parsed<RulesInvocation>(words("rules export a --format json")).format == RuleFormat::Json);

    const auto backtest = parsed<RulesInvocation>(
        words("rules backtest a --since 7d --until 2026-11-01 --against 3 --include-compare"));
    QCOMPARE(backtest.since, QStringLiteral("7d"));
    QCOMPARE(backtest.until, QStringLiteral("2026-11-01"));
    QCOMPARE(backtest.against, 3);
    QVERIFY(backtest.includeCompare);
    const auto plain = parsed<RulesInvocation>(words("rules backtest a"));
    QCOMPARE(plain.since, QStringLiteral("30d"));
    QCOMPARE(plain.against, 0);
    QVERIFY(!plain.includeCompare);
}

void TestCommandLine::theHelpNamesEveryCommandAndFormat()
{
    const QString help = parsed<TextInvocation>(words("--help")).text;
    for (const char *command :
         {"accounts add", "compare -m", "ask ", "rules   list", "rules   import", "rules   backtest",
          "usage ", "budgets set", "report  --month", "history search"})
        QVERIFY2(help.contains(QLatin1StringView(command)), command);
    for (const QString &format : exportRuleFormatNames())
        QVERIFY2(help.contains(format), qPrintable(format));
}

SWITCHYARD_TEST(TestCommandLine)
#include "tst_commandline.moc"
