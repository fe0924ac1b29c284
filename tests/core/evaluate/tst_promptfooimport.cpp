#include "core/accounts/presets.h"
#include "core/evaluate/promptfooimport.h"
#include "tests/support/testunit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Configurations of promptfoo as prompt sets, and what is lost on the way.
class TestPromptfooImport : public QObject
{
    Q_OBJECT

private slots:
    void promptsTestsAndChecksAreTakenOver();
    void providersBecomeTargetsOfAccounts();
    void severalPromptsAndValuesBecomeCases();
    void filesAreReadBesideIt();
    void assertionsBecomeChecks_data();
    void assertionsBecomeChecks();
    void whatIsUnknownIsListed();
    void noKeyIsTakenOver();
    void aBrokenFileIsRefused_data();
    void aBrokenFileIsRefused();
    void aLargeFileIsNamedWhateverItsName();

private:
    Result<PromptfooImport> import(const QByteArray &yaml, const QByteArray &name = "promptfooconfig.yaml");
    void write(const QByteArray &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    const Presets m_presets = Presets::load();
};

namespace {

QList<Account> someAccounts()
{
    Account openai;
    openai.name = QStringLiteral("work");
    openai.presetId = QStringLiteral("openai");
    openai.baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1"));
    Account local;
    local.name = QStringLiteral("lab");
    local.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9000/v1/"));
    return {openai, local};
}

QStringList checksOf(const QList<Check> &checks)
{
    QStringList texts;
    for (const Check &check : checks)
        texts.append(check.toString());
    return texts;
}

QStringList pathsOf(const QList<PromptfooLoss> &losses)
{
    QStringList paths;
    for (const PromptfooLoss &loss : losses)
        paths.append(loss.path);
    return paths;
}

} // namespace

void TestPromptfooImport::write(const QByteArray &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(QString::fromUtf8(name)));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(bytes);
}

Result<PromptfooImport> TestPromptfooImport::import(const QByteArray &yaml, const QByteArray &name)
{
    write(name, yaml);
    return importPromptfoo(m_folder.filePath(QString::fromUtf8(name)), someAccounts(), m_presets);
}

void TestPromptfooImport::promptsTestsAndChecksAreTakenOver()
{
    const Result<PromptfooImport> read = import(R"(
description: Capitals
prompts: "Capital of {{country}}, in {{language}}?"
providers: openai:gpt-4o-mini
defaultTest:
  vars: {language: English}
  assert:
    - type: latency
      threshold: 5000
tests:
  - vars: {country: France}
    assert:
      - type: contains
        value: Paris
  - vars: {country: Italien, language: German}
    assert:
      - type: equals
        value: Rom
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->losses, QList<PromptfooLoss>());
    QCOMPARE(read->draft.name, QStringLiteral("Capitals"));
    QCOMPARE(read->draft.prompt, QStringLiteral("Capital of {{country}}, in {{language}}?"));
    QCOMPARE(read->draft.table.columns, QStringList({QStringLiteral("country"), QStringLiteral("language")}));
    QCOMPARE(read->draft.table.cases.size(), 2);
    QCOMPARE(read->draft.table.cases.at(0).values,
             QStringList({QStringLiteral("France"), QStringLiteral("English")}));
    QCOMPARE(read->draft.table.cases.at(1).values,
             QStringList({QStringLiteral("Italien"), QStringLiteral("German")}));
    QCOMPARE(checksOf(read->draft.checks), QStringList(QStringLiteral("max-ms:5000")));
    QCOMPARE(checksOf(read->draft.table.cases.at(1).checks), QStringList(QStringLiteral("equals:Rom")));
    QVERIFY(validateDraft(read->draft));
}

void TestPromptfooImport::providersBecomeTargetsOfAccounts()
{
    const Result<PromptfooImport> read = import(R"(
prompts: [hello]
providers:
  - openai:chat:gpt-4o
  - id: openai:qwen2.5:7b
    config: {apiBaseUrl: "http://127.0.0.1:9000/v1", temperature: 0.2, max_tokens: 50, seed: 7}
  - "openai:gpt-4.1": {config: {top_p: 0.5}}
  - anthropic:messages:claude-sonnet
  - file://provider.py
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->targets.size(), 3);
    QCOMPARE(read->targets.at(0).name.toString(), QStringLiteral("work/gpt-4o"));
    QCOMPARE(read->targets.at(1).name.toString(), QStringLiteral("lab/qwen2.5:7b"));
    QCOMPARE(read->targets.at(1).parameters.temperature, std::optional(0.2));
    QCOMPARE(read->targets.at(1).parameters.maxTokens, std::optional<qint64>(50));
    QCOMPARE(read->targets.at(1).parameters.seed, std::optional<qint64>(7));
    QCOMPARE(read->targets.at(2).name.toString(), QStringLiteral("work/gpt-4.1"));
    QCOMPARE(read->targets.at(2).parameters.topP, std::optional(0.5));
    QCOMPARE(pathsOf(read->losses),
             QStringList({QStringLiteral("providers[3]"), QStringLiteral("providers[4]")}));
}

void TestPromptfooImport::severalPromptsAndValuesBecomeCases()
{
    const Result<PromptfooImport> read = import(R"(
prompts: ["Say {{word}}", {raw: "Shout {{word}}", label: loud}]
tests:
  - vars: {word: [yes, "no"], tone: calm}
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QStringList prompts;
    for (const PromptCase &each : read->draft.table.cases)
        prompts.append(each.values.last());
    QCOMPARE(read->draft.prompt, QString());
    QCOMPARE(read->draft.table.columns.last(), QStringLiteral("prompt"));
    QCOMPARE(prompts,
             QStringList({QStringLiteral("Say yes"), QStringLiteral("Shout yes"), QStringLiteral("Say no"),
                          QStringLiteral("Shout no")}));
}

void TestPromptfooImport::filesAreReadBesideIt()
{
    write("chat.json",
          R"([{"role": "system", "content": "Be brief."}, {"role": "user", "content": "About {{topic}}"}])");
    write("cases.csv", "topic;size\r\nrain;1\r\nsun;2\r\n");
    const Result<PromptfooImport> read = import("prompts: file://chat.json\ntests: file://cases.csv\n");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->draft.system, QStringLiteral("Be brief."));
    QCOMPARE(read->draft.prompt, QStringLiteral("About {{topic}}"));
    QCOMPARE(read->draft.table.cases.size(), 2);
    write("two.txt", "One {{topic}}\n---\nTwo {{topic}}\n");
    write("long.txt", "all the words");
    const Result<PromptfooImport> several =
        import("prompts: [file://two.txt]\ntests: [{vars: {topic: file://long.txt}}]\n");
    QVERIFY2(several, qPrintable(several ? QString() : several.error().message));
    QCOMPARE(several->draft.table.cases.size(), 2);
    QCOMPARE(several->draft.table.cases.at(1).values.last(), QStringLiteral("Two all the words"));
}

void TestPromptfooImport::assertionsBecomeChecks_data()
{
    QTest::addColumn<QByteArray>("assertion");
    QTest::addColumn<QStringList>("checks");
    QTest::newRow("contains") << QByteArray("{type: contains, value: 4}")
                              << QStringList{QStringLiteral("contains:4")};
    QTest::newRow("not-contains") << QByteArray("{type: not-contains, value: '{{x}}'}")
                                  << QStringList{QStringLiteral("not-contains:{{x}}")};
    QTest::newRow("icontains") << QByteArray("{type: icontains, value: a.b}")
                               << QStringList{QStringLiteral("regex:(?i)\\Qa.b\\E")};
    QTest::newRow("regex") << QByteArray("{type: regex, value: '^a+$'}")
                           << QStringList{QStringLiteral("regex:^a+$")};
    QTest::newRow("contains-all") << QByteArray("{type: contains-all, value: [a, b]}")
                                  << QStringList{QStringLiteral("contains:a"), QStringLiteral("contains:b")};
    QTest::newRow("contains-any") << QByteArray("{type: contains-any, value: [a, b]}")
                                  << QStringList{QStringLiteral("regex:\\Qa\\E|\\Qb\\E")};
    QTest::newRow("cost") << QByteArray("{type: cost, threshold: 0.002}")
                          << QStringList{QStringLiteral("max-usd:0.002")};
    QTest::newRow("latency") << QByteArray("{type: latency, threshold: 900}")
                             << QStringList{QStringLiteral("max-ms:900")};
    QTest::newRow("is-json") << QByteArray("{type: is-json, value: {type: object}}")
                             << QStringList{QStringLiteral("json-schema:tests[0].assert[0]")};
    QTest::newRow("llm-rubric") << QByteArray("{type: llm-rubric, value: Is polite}")
                                << QStringList{QStringLiteral("judge:tests[0].assert[0]")};
    QTest::newRow("a broken pattern is lost") << QByteArray("{type: regex, value: '('}") << QStringList();
    QTest::newRow("a program is lost")
        << QByteArray("{type: javascript, value: 'output.length > 3'}") << QStringList();
    QTest::newRow("an embedding is lost")
        << QByteArray("{type: similar, value: x, threshold: 0.8}") << QStringList();
}

void TestPromptfooImport::assertionsBecomeChecks()
{
    QFETCH(QByteArray, assertion);
    QFETCH(QStringList, checks);
    const Result<PromptfooImport> read =
        import("prompts: ['{{x}}']\ntests:\n  - vars: {x: '1'}\n    assert: [" + assertion + "]\n");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(checksOf(read->draft.table.cases.first().checks), checks);
    QCOMPARE(read->losses.isEmpty(), !checks.isEmpty());
    for (const Check &check : read->draft.table.cases.first().checks)
        QCOMPARE(check.files.size(), wantsFile(check.kind) ? 1 : 0);
}

void TestPromptfooImport::whatIsUnknownIsListed()
{
    const Result<PromptfooImport> read = import(R"(
prompts: ["{{ x | upper }}{{x}}"]
sharing: true
scenarios: []
defaultTest: {transform: output.trim(), options: {provider: openai:gpt-4o, prefix: Hi}}
tests:
  - vars: {x: "1"}
    threshold: 0.5
    assert: [{type: contains, value: "1", weight: 2}]
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    const QStringList paths = pathsOf(read->losses);
    for (const char *path : {"sharing", "scenarios", "defaultTest.transform", "defaultTest.options.prefix",
                             "tests[0].threshold", "tests[0].assert[0].weight", "prompts[0]"})
        QVERIFY2(paths.contains(QString::fromLatin1(path)), path);
}

void TestPromptfooImport::noKeyIsTakenOver()
{
    const Result<PromptfooImport> read = import(R"(
prompts: [hello]
providers: [{id: openai:gpt-4o, config: {apiKey: sk-secret-of-a-file, headers: {Authorization: sk-secret-of-a-file}}}]
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->losses.size(), 2);
    QVERIFY(read->targets.first().parameters == ChatParameters());
    for (const PromptfooLoss &loss : read->losses)
        QVERIFY(!loss.what.contains(QStringLiteral("sk-secret")));
}

void TestPromptfooImport::aBrokenFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &yaml, const char *part) {
        QTest::newRow(name) << yaml << QString::fromLatin1(part);
    };
    row("no YAML", "prompts: [a\ntests: {", "this is no YAML");
    row("no mapping", "- a\n- b\n", "mapping");
    row("no prompt", "tests: []\n", "no prompt");
    row("a missing file", "prompts: [file://nowhere.txt]\n", "nowhere.txt");
    row("a missing table", "prompts: ['{{x}}']\ntests: file://nowhere.csv\n", "nowhere.csv");
    row("a variable without a value", "prompts: ['{{x}}', '{{y}}']\ntests: [{vars: {x: '1'}}]\n", "{{y}}");
    QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 9; ++level) {
        const QByteArray name = "*a" + QByteArray::number(level - 1);
        bomb += "a" + QByteArray::number(level) + ": &a" + QByteArray::number(level) + " [" + name;
        for (int count = 0; count < 9; ++count)
            bomb += ", " + name;
        bomb += "]\n";
    }
    QByteArray values = "[0";
    for (int value = 1; value < 1'000; ++value)
        values += ", " + QByteArray::number(value);
    values += "]";
    row("variables that multiply",
        "prompts: ['{{a}}{{b}}{{c}}']\ntests:\n  - vars:\n      a: " + values + "\n      b: " + values
            + "\n      c: " + values + "\n",
        "more than 100000 tests");
    row("anchors that explode", bomb + "prompts: [a]\n", "too large");
}

void TestPromptfooImport::aBrokenFileIsRefused()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, part);
    const Result<PromptfooImport> read = import(yaml);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void TestPromptfooImport::aLargeFileIsNamedWhateverItsName()
{
    const QString path = m_folder.filePath(QStringLiteral("100%1 of %2.yaml"));
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.resize(5 * 1024 * 1024));
    file.close();
    const Result<PromptfooImport> refused = importPromptfoo(path, {}, m_presets);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, QString(u"The file " + path + u" is larger than 4 MiB."));
}

SWITCHYARD_TEST(TestPromptfooImport)
#include "tst_promptfooimport.moc"
