#include "core/compare/callplan.h"
#include "core/ruleformats/exportcontext.h"
#include "core/simulator/failoverbench.h"
#include "core/simulator/fault.h"
#include "core/simulator/simulator.h"
#include "tests/core/ruleformats/formatsamples.h"
#include "tests/support/slowness.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace core;
using namespace samples;
using namespace std::chrono_literals;

namespace {

const QString kFirst = QStringLiteral("first");
const QString kSecond = QStringLiteral("second");
const QString kVariable = QStringLiteral("ROUTES_TEST_KEY");
constexpr int kSpeed = 100;
/// Longer than any machine's own work, shorter than forever.
constexpr auto kSilence = 4s * test::kSlowness;
/// Half of it is as long as that; curl, which takes an average of five seconds, needs more.
constexpr auto kSharedTime = 2 * kSilence;
constexpr auto kSharedTimeOfCurl = 24s * test::kSlowness;
/// A Sunday in UTC and a Monday in Berlin, where summer time has begun that day.
constexpr qint64 kLateSunday = 1'774'823'400'000;
constexpr qint64 kNoon = 1'774'440'000'000;

struct ProgramCase
{
    QString name;
    QList<Message> messages;
    QString task = {};
    QHash<QString, QString> tags = {};
    ChatParameters parameters = {};
    QString model = {};
    double draw = 0.5;
    qint64 atMs = kNoon;
    /// Nothing of it is left to show once its model is chosen, and the choice needs neither a hash nor
    /// another time than the others: the shell, where each step is a process, chooses for all of these at
    /// once.
    bool chooses = false;
};

ProgramCase asking(const QString &text, const QString &task = {})
{
    return {text, {{Role::User, text}}, task};
}

Test number(Field field, Operator op, double value)
{
    Test test{field, op};
    test.number = value;
    return test;
}

Rule ruleFor(const char *account, const Condition &when)
{
    Rule rule;
    rule.name = QString::fromLatin1(account);
    rule.when = when;
    rule.chain.targets = {ChainTarget{{QString::fromLatin1(account), QStringLiteral("swift")}}};
    return rule;
}

Rule weightedRule()
{
    Rule rule = ruleFor("weighted", is(Field::Task, {QStringLiteral("weighted")}));
    rule.chain.pick = PickOrder::Weighted;
    rule.chain.stickyTag = QStringLiteral("user");
    rule.chain.targets = {model("urgent/swift", 3.0), model("long/swift", 1.0), model("short/swift", 0.5)};
    return rule;
}

/// What can be asked of a call, each with an account of its own; `when` is false for all other prompts.
QList<Rule> choices()
{
    Test zone{Field::TimeOfDay, Operator::Between, {}, {QStringLiteral("00:00"), QStringLiteral("01:00")}};
    zone.zone = QStringLiteral("Europe/Berlin");
    Test monday{Field::Weekday, Operator::Is, {}, {QStringLiteral("mon")}};
    monday.zone = zone.zone;
    const Condition gold =
        is(Field::Tag, {QStringLiteral("gold"), QStringLiteral("it's")}, QStringLiteral("tier"));
    const Condition europe = is(Field::Tag, {QStringLiteral("eu")}, QStringLiteral("region"));
    return {
        weightedRule(),
        ruleFor(
            "urgent",
            testCondition(
                {Field::Text, Operator::Contains, {}, {QStringLiteral("URGENT"), QStringLiteral("Äpfel")}})),
        ruleFor("invoice",
                testCondition(
                    {Field::Text, Operator::Matches, {}, {QStringLiteral("(?i)\\binvoice\\s+\\d{3,}$")}})),
        ruleFor("night", allOf({testCondition(zone), testCondition(monday)})),
        ruleFor("gold", allOf({gold, notOf(europe)})),
        ruleFor("tiny", testCondition(number(Field::MaxTokens, Operator::AtMost, 20))),
        ruleFor("hot", testCondition(number(Field::Temperature, Operator::MoreThan, 1))),
        ruleFor("alias", is(Field::RequestedModel, {QStringLiteral("Best")})),
        ruleFor("turns", testCondition(number(Field::Turns, Operator::AtLeast, 3))),
        ruleFor("long",
                anyOf({testCondition(number(Field::PromptTokens, Operator::MoreThan, 100)),
                       testCondition({Field::HasAttachment, Operator::Present})})),
        ruleFor("short",
                allOf({testCondition(number(Field::PromptLength, Operator::LessThan, 5)),
                       testCondition(number(Field::Turns, Operator::LessThan, 2))})),
    };
}

QStringList accountNames()
{
    return {kFirst,
            kSecond,
            QStringLiteral("urgent"),
            QStringLiteral("invoice"),
            QStringLiteral("night"),
            QStringLiteral("gold"),
            QStringLiteral("tiny"),
            QStringLiteral("hot"),
            QStringLiteral("alias"),
            QStringLiteral("turns"),
            QStringLiteral("long"),
            QStringLiteral("short")};
}

Rule faultRule(const QString &fault, const QString &fallback)
{
    Rule rule;
    rule.name = fault;
    rule.when = is(Field::Task, {fault});
    rule.chain.targets = {ChainTarget{{kFirst, fault}}};
    rule.chain.fallbacks = {Fallback{ChainTarget{{kSecond, fallback}}}};
    rule.chain.limits.firstToken = kSilence;
    rule.chain.limits.idle = kSilence;
    rule.chain.limits.commit = Commit::Complete;
    // Whether an outage is over by the second attempt is a matter of moments.
    rule.chain.limits.retries = fault == QLatin1StringView("fault-outage-60s") ? 0 : 1;
    return rule;
}

RuleSet allRules(std::chrono::milliseconds sharedTime = kSharedTime)
{
    RuleSet rules;
    rules.name = QStringLiteral("programs");
    QStringList faults;
    for (const BenchFault &bench : failoverBench()) {
        if (!faults.contains(bench.model))
            rules.rules.append(faultRule(bench.model, bench.fallback));
        faults.append(bench.model);
    }
    for (const FaultInfo &fault : simulatorFaults()) {
        if (!faults.contains(fault.id))
            rules.rules.append(faultRule(fault.id, QStringLiteral("scholar")));
    }
    Rule refused = faultRule(QStringLiteral("fault-refusal"), QStringLiteral("scholar"));
    refused.name = QStringLiteral("refused");
    refused.when = is(Field::Task, {refused.name});
    refused.chain.limits.fallbackOnRefusal = true;
    Rule onlyAfter = faultRule(QStringLiteral("fault-404"), QStringLiteral("scholar"));
    onlyAfter.name = QStringLiteral("only after");
    onlyAfter.when = is(Field::Task, {onlyAfter.name});
    onlyAfter.chain.fallbacks.first().onlyAfter = {ErrorKind::RateLimited};
    Rule sameAccount = faultRule(QStringLiteral("fault-401"), QStringLiteral("scholar"));
    sameAccount.name = QStringLiteral("same account");
    sameAccount.when = is(Field::Task, {sameAccount.name});
    sameAccount.chain.fallbacks.first().target.name.account = kFirst;
    // Nobody says how long to wait for a first token: half of the time of the call.
    Rule shared = faultRule(QStringLiteral("fault-silent"), QStringLiteral("scholar"));
    shared.name = QStringLiteral("shared time");
    shared.when = is(Field::Task, {shared.name});
    shared.chain.limits.firstToken = 0s;
    shared.chain.limits.budget = sharedTime;
    rules.rules += {refused, onlyAfter, sameAccount, shared};
    rules.rules += choices();
    rules.otherwise.chain.targets = {ChainTarget{{kSecond, QStringLiteral("swift")}}};
    return rules;
}

QList<ProgramCase> faultCases()
{
    QStringList tasks{QStringLiteral("refused"), QStringLiteral("only after"), QStringLiteral("same account"),
                      QStringLiteral("shared time")};
    for (const FaultInfo &fault : simulatorFaults())
        tasks.append(fault.id);
    QList<ProgramCase> cases;
    for (const QString &task : std::as_const(tasks)) {
        cases.append(asking(QStringLiteral("Which birds sleep while they fly?"), task));
        cases.last().name = task;
    }
    return cases;
}

QList<ProgramCase> choiceCases()
{
    QList<ProgramCase> cases;
    for (const char *text : {"this is urgent", "Drei Äpfel und Birnen", "see Invoice 2041", "see invoice 20",
                             "invoices 2041", "hi", "ok!!", "An ordinary question?", "see invoice\t77777\n"})
        cases.append(asking(QString::fromUtf8(text)));
    cases.append(asking(QString(400, u'a')));
    cases.append(asking(QString(401, u'a')));
    cases.append(asking(QString(80, QChar(0x4F60))));
    cases.append(asking(QString(81, QChar(0x4F60))));
    cases.append(asking(QString::fromUtf8("🙂🙂")));
    cases.append(asking(QString::fromUtf8("🙂🙂🙂")));
    cases.append(asking(QString(200, QChar(0x0434))));
    cases.append(asking(QStringLiteral("Read this:\n`a.txt`:\n\n```\ntext\n```")));
    for (const char *tier : {"gold", "GOLD", "it's", "lead"}) {
        cases.append(asking(QStringLiteral("What about my plan?")));
        cases.last().tags = {{QStringLiteral("tier"), QString::fromLatin1(tier)}};
    }
    cases.append(cases.last());
    cases.last().tags = {{QStringLiteral("tier"), QStringLiteral("gold")},
                         {QStringLiteral("region"), QStringLiteral("eu")}};
    for (const qint64 limit : {20, 21}) {
        cases.append(asking(QStringLiteral("Say something short.")));
        cases.last().parameters.maxTokens = limit;
    }
    cases.append(asking(QStringLiteral("Say something odd.")));
    cases.last().parameters.temperature = 1.5;
    cases.append(asking(QStringLiteral("Ask for the alias.")));
    cases.last().model = QStringLiteral("best");
    cases.append(asking(QStringLiteral("Late on Sunday.")));
    cases.last().atMs = kLateSunday;
    cases.append(asking(QStringLiteral("And so on?")));
    cases.last().messages = {{Role::User, QStringLiteral("One")},
                             {Role::Assistant, QStringLiteral("1")},
                             {Role::User, QStringLiteral("Two")},
                             {Role::Assistant, QStringLiteral("2")},
                             {Role::User, QStringLiteral("And so on?")}};
    for (const double draw : {0.0, 0.3, 0.66, 0.67, 0.88, 0.89, 0.95, 0.999}) {
        cases.append(asking(QStringLiteral("By chance."), QStringLiteral("weighted")));
        cases.last().draw = draw;
    }
    for (const char *user : {"anna", "bernd", "Çelik", "dora"}) {
        cases.append(asking(QStringLiteral("By the user."), QStringLiteral("weighted")));
        cases.last().tags = {{QStringLiteral("user"), QString::fromUtf8(user)}};
    }
    for (ProgramCase &each : cases)
        each.chooses = each.atMs == kNoon && !each.tags.contains(QStringLiteral("user"));
    return cases;
}

QJsonObject caseJson(const ProgramCase &each)
{
    QJsonArray messages;
    for (const Message &message : each.messages)
        messages.append(
            QJsonObject{{QStringLiteral("role"),
                         message.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant")},
                        {QStringLiteral("content"), message.text}});
    QJsonObject tags;
    for (auto tag = each.tags.begin(); tag != each.tags.end(); ++tag)
        tags.insert(tag.key(), tag.value());
    QJsonObject parameters;
    if (each.parameters.maxTokens)
        parameters.insert(QStringLiteral("max_tokens"), *each.parameters.maxTokens);
    if (each.parameters.temperature)
        parameters.insert(QStringLiteral("temperature"), *each.parameters.temperature);
    return {{QStringLiteral("messages"), messages},   {QStringLiteral("task"), each.task},
            {QStringLiteral("tags"), tags},           {QStringLiteral("parameters"), parameters},
            {QStringLiteral("model"), each.model},    {QStringLiteral("draw"), each.draw},
            {QStringLiteral("at"), each.atMs},        {QStringLiteral("selects"), false},
            {QStringLiteral("chooses"), each.chooses}};
}

/// A program on its way through all cases, with a simulator of its own.
struct ProgramRun
{
    Simulator simulator;
    QProcess process;
};

} // namespace

/// Exported programs are run and choose and fall back as the app's own lanes do. Those that mostly wait run
/// beside the lanes and one another.
class ProgramsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void programsChooseAndFallBackAsLanesDo_data();
    void programsChooseAndFallBackAsLanesDo();
    void noProgramHoldsAKey_data();
    void noProgramHoldsAKey();

private:
    Decision decide(const ProgramCase &each) const;
    QStringList askedByLanes(const QList<ProgramCase> &cases);
    void start(RuleFormat format);
    QByteArray outputOf(RuleFormat format);
    static void languages();

    QTemporaryDir m_folder;
    QList<ProgramCase> m_cases;
    QStringList m_expected;
    std::map<RuleFormat, std::unique_ptr<ProgramRun>> m_runs;
    QByteArray m_errors;
};

void ProgramsTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    // Node looks for packages beside the program.
    QVERIFY2(QFile::exists(QStringLiteral(SWITCHYARD_NODE_MODULES "/typescript/package.json")),
             "npm did not install the package typescript; see the test node_packages");
    QVERIFY(QFile::link(QStringLiteral(SWITCHYARD_NODE_MODULES),
                        m_folder.filePath(QStringLiteral("node_modules"))));
    QVERIFY(QFile::copy(QStringLiteral(SWITCHYARD_DRIVERS "/run.mjs"),
                        m_folder.filePath(QStringLiteral("run.mjs"))));
    m_cases = faultCases() + choiceCases();
    QVERIFY(m_cases.size() >= 50);
    m_expected = askedByLanes(m_cases);
    QCOMPARE(m_expected.size(), m_cases.size());
    // The lanes had the machine for themselves, as each of them watches its seconds too.
    for (const RuleFormat format : {RuleFormat::JavaScript, RuleFormat::TypeScript, RuleFormat::Python}) {
        start(format);
        if (QTest::currentTestFailed())
            return;
    }
}

Decision ProgramsTest::decide(const ProgramCase &each) const
{
    class Book : public TargetBook
    {
        TargetFacts factsOf(const TargetName &, const QString &) const override { return {}; }
    };
    PromptFacts facts = factsOf(each.messages, each.parameters);
    facts.task = each.task;
    facts.tags = each.tags;
    facts.requestedModel = each.model;
    facts.source = CallSource::Cli;
    facts.atMs = each.atMs;
    facts.draw = each.draw;
    return Router(allRules()).decide(facts, Book());
}

/// Each case as a run of its own, whose targets have no past.
QStringList ProgramsTest::askedByLanes(const QList<ProgramCase> &cases)
{
    Simulator simulator;
    simulator.setSpeed(kSpeed);
    const Result<QUrl> url = simulator.start();
    if (!url)
        qFatal("%s", qPrintable(url.error().message));
    test::Workbench bench;
    for (const QString &name : accountNames())
        bench.addAccount(name, *url, false);
    bench.activate(allRules());
    std::vector<std::unique_ptr<TargetHealth>> healths;
    std::vector<std::unique_ptr<Comparison>> runs;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    for (const ProgramCase &each : cases) {
        healths.push_back(std::make_unique<TargetHealth>(bench.clock));
        const CompareServices services{bench.accounts, bench.presets,       bench.directory, bench.prices,
                                       bench.notes,    bench.resolver,      bench.client,    bench.laneSlots,
                                       bench.writer,   bench.clock,         nullptr,         &bench.ruleSets,
                                       nullptr,        healths.back().get()};
        CompareRequest request;
        request.prompt = each.messages.last().text;
        request.task = each.task;
        request.targets = {{{kRouteAccountName, allRules().name}, each.parameters}};
        request.decisions = {{0, decide(each)}};
        Result<std::unique_ptr<Comparison>> made = Comparison::create(services, request);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        runs.push_back(std::move(made).value());
        ends.push_back(std::make_unique<QSignalSpy>(runs.back().get(), &Comparison::finished));
        runs.back()->start();
    }
    QStringList asked;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (ends[at]->isEmpty() && !ends[at]->wait(60'000))
            qFatal("a lane hangs");
        const LaneState state = runs[at]->lane(0).state();
        asked.append(isSuccess(state.status()) ? state.target.name.toString() : QStringLiteral("nobody"));
    }
    return asked;
}

void ProgramsTest::languages()
{
    QTest::addColumn<RuleFormat>("format");
    QTest::newRow("JavaScript") << RuleFormat::JavaScript;
    QTest::newRow("TypeScript") << RuleFormat::TypeScript;
    QTest::newRow("Python") << RuleFormat::Python;
    QTest::newRow("curl") << RuleFormat::Curl;
}

void ProgramsTest::start(RuleFormat format)
{
    auto run = std::make_unique<ProgramRun>();
    run->simulator.setSpeed(kSpeed);
    const Result<QUrl> url = run->simulator.start();
    QVERIFY(url);
    ExportContext context;
    context.account = [&url](const QString &name) {
        return std::optional(ExportAccount{name, QStringLiteral("custom"), *url, kVariable});
    };
    const bool isShell = format == RuleFormat::Curl;
    const Result<RuleExport> program =
        exportRules(allRules(isShell ? kSharedTimeOfCurl : kSharedTime), format, context);
    QVERIFY2(program, program ? "" : qPrintable(program.error().message));
    QFile file(m_folder.filePath(QStringLiteral("routes.") + program->suffix));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(program->text);
    file.close();
    QJsonArray cases;
    for (const ProgramCase &each : std::as_const(m_cases))
        cases.append(caseJson(each));
    // And the function that only selects, by task alone.
    QJsonObject selecting = caseJson(asking({}, QStringLiteral("fault-404")));
    selecting.insert(QStringLiteral("selects"), true);
    cases.append(selecting);

    QProcess &process = run->process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(kVariable, QStringLiteral("a-key-of-the-test"));
    environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(SWITCHYARD_PYTHON_STUB));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    const QString drivers = QStringLiteral(SWITCHYARD_DRIVERS "/");
    if (isShell)
        process.start(QStringLiteral("sh"), {drivers + QStringLiteral("run.sh"), file.fileName()});
    else if (format == RuleFormat::Python)
        process.start(QStringLiteral("python3"), {drivers + QStringLiteral("run.py"), file.fileName()});
    else
        process.start(QStringLiteral("node"),
                      {m_folder.filePath(QStringLiteral("run.mjs")), file.fileName()});
    process.write(QJsonDocument(cases).toJson(QJsonDocument::Compact));
    process.closeWriteChannel();
    m_runs[format] = std::move(run);
}

QByteArray ProgramsTest::outputOf(RuleFormat format)
{
    QProcess &process = m_runs.at(format)->process;
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 180'000))
        process.kill();
    m_errors = process.readAllStandardError();
    return process.readAllStandardOutput();
}

void ProgramsTest::programsChooseAndFallBackAsLanesDo_data()
{
    languages();
}

void ProgramsTest::programsChooseAndFallBackAsLanesDo()
{
    QFETCH(const RuleFormat, format);
    if (m_runs.count(format) == 0)
        start(format);
    if (QTest::currentTestFailed())
        return;
    const QByteArray output = outputOf(format);
    const QJsonArray asked = QJsonDocument::fromJson(output).array();
    QVERIFY2(asked.size() == m_cases.size() + 1, m_errors.right(2000).constData());
    for (qsizetype at = 0; at < m_cases.size(); ++at) {
        const QString told = m_cases.at(at).name + QStringLiteral(": ") + asked.at(at).toString()
            + QStringLiteral(" instead of ") + m_expected.at(at);
        QVERIFY2(asked.at(at).toString() == m_expected.at(at), qPrintable(told));
    }
    QCOMPARE(asked.last().toString(), QStringLiteral("first/fault-404"));
    QVERIFY(m_errors.contains("first/fault-404 failed: "));
    QVERIFY(!m_errors.contains("a-key-of-the-test"));
}

void ProgramsTest::noProgramHoldsAKey_data()
{
    languages();
}

void ProgramsTest::noProgramHoldsAKey()
{
    QFETCH(const RuleFormat, format);
    ExportContext context;
    context.account = [](const QString &name) {
        return std::optional(ExportAccount{name, QStringLiteral("custom"),
                                           QUrl(QStringLiteral("https://user:hidden-word@example.org/v1/")),
                                           kVariable});
    };
    const Result<RuleExport> program = exportRules(allRules(), format, context);
    QVERIFY(program);
    QVERIFY(!program->text.contains("hidden-word"));
    QVERIFY(program->text.contains("https://example.org/v1\""));
    QVERIFY(program->text.contains(kVariable.toUtf8()));
}

SWITCHYARD_TEST(ProgramsTest)
#include "tst_programs.moc"
