#include "app/commandline/commandline.h"

#include <QTest>

using namespace app;
using namespace core;

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
};

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

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
    row("two output formats of usage", "usage --json --csv");
    row("history without a verb", "history");
    row("history of a run without a number", "history show last");
    row("history of two runs", "history show 1 2");
    row("a search for nothing", "history search");
    row("an export format that is none", "history export 1 --format pdf");
    row("a format of a command that has none", "history show 1 --format json");
    row("the JSON option where the format says it", "history export 1 --json");
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
    QVERIFY(usage.csv && !usage.json);
    QCOMPARE(parsed<UsageInvocation>(words("usage")).since, QStringLiteral("30d"));

    QCOMPARE(parsed<HistoryInvocation>(words("history search two words")).words, QStringLiteral("two words"));
    QCOMPARE(parsed<HistoryInvocation>(words("history show 12")).run, 12);
    const auto exported = parsed<HistoryInvocation>(words("history export 3 --format html"));
    QVERIFY(exported.verb == HistoryInvocation::Verb::Export);
    QCOMPARE(exported.format, QStringLiteral("html"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
