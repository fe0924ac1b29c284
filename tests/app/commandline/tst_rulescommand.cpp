#include "tests/app/documents.h"
#include "tests/app/rulefiles.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace test;

/// `rules list|show|validate|export|test|diff`.
class TestRulesCommand : public QObject
{
    Q_OBJECT

private slots:
    void withoutRuleSetsTheListSaysHowToMakeOne();
    void theListTellsWhatRunsAndWhatIsADraft();
    void aSetThatCannotBeReadIsListedWithItsError();
    void aSetIsShownInWordsAndAsItsDocument();
    void versionsAndDraftsAreNamed_data();
    void versionsAndDraftsAreNamed();
    void aFileIsValidated_data();
    void aFileIsValidated();
    void problemsAreNamedWithTheirPaths();
    void aSetThatReachesItselfIsDoubtful_data();
    void aSetThatReachesItselfIsDoubtful();
    void anUnknownFieldIsListedAndStillRuns();
    void validatingChangesNothing();
    void aTestTellsTheDecisionWithoutARequest();
    void aTestIsAboutWhatIsGiven_data();
    void aTestIsAboutWhatIsGiven();
    void aTestThatLeavesNobodyToAskFails();
    void twoVersionsAreCompared();
    void aSetIsComparedWithAFile();
    void anExportIsTheDocumentAgain();
    void anExportAsJsonHasItsText();
    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence();
    void outputThatCannotBeWrittenIsAFailure();
};

namespace {

const QString kName = QStringLiteral("two buckets");

/// Summaries go to `cheap`, everything else to `demo/scholar`.
QJsonObject buckets(const QString &cheap = QStringLiteral("demo/thrifty"))
{
    return ruleSetOf(kName, {ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {cheap})},
                     QStringLiteral("demo/scholar"));
}

/// Version 1 of the set.
void importBuckets(const Program &program)
{
    importRuleSet(program, buckets());
}

QStringList withName(const char *line, const QString &name)
{
    return words(line) << name;
}

} // namespace

void TestRulesCommand::withoutRuleSetsTheListSaysHowToMakeOne()
{
    Program program;
    const Outcome json = program.run(words("rules list --json"));
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.document().isArray() && json.array().isEmpty());
    const Outcome plain = program.run(words("rules list"));
    QCOMPARE(plain.exitCode, 0);
    QVERIFY(plain.out.contains("switchyard rules import FILE"));
}

void TestRulesCommand::theListTellsWhatRunsAndWhatIsADraft()
{
    Program program;
    importBuckets(program);
    importBuckets(program);
    const QString draft = writeRules(program, buckets(QStringLiteral("demo/swift")));
    QCOMPARE(program.run(words("rules import --demo --draft --name new") << draft).exitCode, 0);
    const Outcome json = program.run(words("rules list --json"));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.array(), ruleSetsShape()), QStringList());
    QCOMPARE(json.array().size(), 2);
    const QJsonObject fresh = json.array().at(0).toObject();
    QCOMPARE(member(fresh, "rule_set"), QStringLiteral("new"));
    QCOMPARE(fresh.value(QLatin1StringView("active_version")).toInt(), 0);
    QCOMPARE(fresh.value(QLatin1StringView("draft")), QJsonValue(true));
    QCOMPARE(fresh.value(QLatin1StringView("default")), QJsonValue(false));
    const QJsonObject running = json.array().at(1).toObject();
    QCOMPARE(member(running, "rule_set"), kName);
    QCOMPARE(running.value(QLatin1StringView("active_version")).toInt(), 2);
    QCOMPARE(running.value(QLatin1StringView("newest_version")).toInt(), 2);
    QCOMPARE(running.value(QLatin1StringView("rules")).toInt(), 1);
    QCOMPARE(running.value(QLatin1StringView("draft")), QJsonValue(false));
    QCOMPARE(running.value(QLatin1StringView("default")), QJsonValue(true));
    QVERIFY(running.value(QLatin1StringView("error")).isNull());
    const Outcome plain = program.run(words("rules list"));
    QVERIFY2(plain.out.contains("two buckets") && plain.out.contains("asked by default"),
             plain.out.constData());
}

void TestRulesCommand::aSetThatCannotBeReadIsListedWithItsError()
{
    Program program;
    importBuckets(program);
    program.change(QStringLiteral("UPDATE rule_set_versions SET document = '{\"schema\": 99}'"));
    const Outcome outcome = program.run(words("rules list --json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(problems(outcome.array(), ruleSetsShape()), QStringList());
    const QJsonObject entry = outcome.array().first().toObject();
    QVERIFY(member(entry, "error").contains(kName));
    QVERIFY(entry.value(QLatin1StringView("rules")).isNull());
    QVERIFY(outcome.err.contains("two buckets"));
    const Outcome shown = program.run(withName("rules show --json", kName));
    QVERIFY2(shown.exitCode == 3, shown.text().constData());
    QVERIFY2(shown.isOneSentence(), shown.text().constData());
    QCOMPARE(program.value(QStringLiteral("SELECT document FROM rule_set_versions")).toString(),
             QStringLiteral("{\"schema\": 99}"));
}

void TestRulesCommand::aSetIsShownInWordsAndAsItsDocument()
{
    Program program;
    importBuckets(program);
    const Outcome json = program.run(withName("rules show --demo --json", kName));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.object(), shownRulesShape()), QStringList());
    QCOMPARE(member(json.object(), "rule_set"), kName);
    QCOMPARE(json.object().value(QLatin1StringView("version")).toInt(), 1);
    QCOMPARE(part(json.object(), "document")
                 .value(QLatin1StringView("rules"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QLatin1StringView("when")),
             QJsonValue(buckets()
                            .value(QLatin1StringView("rules"))
                            .toArray()
                            .first()
                            .toObject()
                            .value(QLatin1StringView("when"))));
    const Outcome plain = program.run(withName("rules show --demo", kName));
    QCOMPARE(plain.exitCode, 0);
    for (const char *expected : {"version 1", "active", "summaries: ", "summarize", "1. demo/thrifty",
                                 "default: everything else", "1. demo/scholar", "4 attempts"})
        QVERIFY2(plain.out.contains(expected), QByteArray(expected + plain.text()).constData());
    // Without the simulator its account is unknown, which is said.
    const Outcome without = program.run(withName("rules show", kName));
    QCOMPARE(without.exitCode, 0);
    QVERIFY2(without.err.contains("rules[0].chain.targets[0]"), without.err.constData());
}

void TestRulesCommand::versionsAndDraftsAreNamed_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("target");
    QTest::newRow("the active version") << QStringLiteral("two buckets") << 2 << QStringLiteral("demo/swift");
    QTest::newRow("an earlier version")
        << QStringLiteral("two buckets@1") << 1 << QStringLiteral("demo/thrifty");
    QTest::newRow("the draft") << QStringLiteral("two buckets@draft") << 0 << QStringLiteral("demo/thinker");
    QTest::newRow("only a draft") << QStringLiteral("new") << 0 << QStringLiteral("demo/flaky");
}

void TestRulesCommand::versionsAndDraftsAreNamed()
{
    QFETCH(QString, reference);
    QFETCH(int, version);
    QFETCH(QString, target);
    Program program;
    importBuckets(program);
    importRuleSet(program, buckets(QStringLiteral("demo/swift")));
    const auto importDraft = [&program](const QString &model, const QString &name) {
        const QString file = writeRules(program, buckets(model));
        return program.run(words("rules import --demo --draft --name") << name << file).exitCode;
    };
    QCOMPARE(importDraft(QStringLiteral("demo/thinker"), kName), 0);
    QCOMPARE(importDraft(QStringLiteral("demo/flaky"), QStringLiteral("new")), 0);
    const Outcome shown = program.run(withName("rules show --demo --json", reference));
    QVERIFY2(shown.exitCode == 0, shown.text().constData());
    QCOMPARE(shown.object().value(QLatin1StringView("version")).toInt(), version);
    const Outcome tested = program.run(withName("rules test --demo --json --task summarize", reference)
                                       << QStringLiteral("What?"));
    QVERIFY2(tested.exitCode == 0, tested.text().constData());
    QCOMPARE(tested.object().value(QLatin1StringView("version")).toInt(), version);
    QCOMPARE(
        part(tested.object(), "decision").value(QLatin1StringView("targets")).toArray().first().toString(),
        target);
}

void TestRulesCommand::aFileIsValidated_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *text, int exitCode, const char *path) {
        QTest::newRow(name) << QByteArray(text) << exitCode << QString::fromLatin1(path);
    };
    row("good rules",
        R"({"schema": 1, "name": "a", "rules": [], "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})",
        0, "");
    row("an operator that is none",
        R"({"schema": 1, "name": "a", "rules": [{"name": "r", "when": {"field": "task", "op": "resembles"},
            "chain": {"targets": [{"target": "demo/swift"}]}}],
            "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})",
        1, "rules[0].when.op");
    row("no default", R"({"schema": 1, "name": "a", "rules": []})", 1, "default");
    row("no target", R"({"schema": 1, "name": "a", "rules": [], "default": {"chain": {"targets": []}}})", 1,
        "default.chain");
    row("of a newer program", R"({"schema": 9, "name": "a"})", 1, "schema");
    row("cut off", R"({"schema": 1, "rules": [)", 1, "");
    row("another kind of file", "Dear reader,\n", 1, "");
    row("an empty file", "", 1, "");
}

void TestRulesCommand::aFileIsValidated()
{
    QFETCH(QByteArray, text);
    QFETCH(int, exitCode);
    QFETCH(QString, path);
    Program program;
    const QString file = writeRulesText(program, text, QStringLiteral("rules.json"));
    const Outcome json = program.run(withName("rules validate --demo --json", file));
    QVERIFY2(json.exitCode == exitCode, json.text().constData());
    QCOMPARE(problems(json.object(), validationShape()), QStringList());
    QCOMPARE(json.object().value(QLatin1StringView("valid")), QJsonValue(exitCode == 0));
    const QJsonArray found = json.object().value(QLatin1StringView("problems")).toArray();
    QCOMPARE(found.isEmpty(), exitCode == 0);
    if (!path.isEmpty()) {
        const QString named = member(found.first().toObject(), "path");
        QVERIFY2(named.startsWith(path), qPrintable(named));
    }
    const Outcome plain = program.run(withName("rules validate --demo", file));
    QCOMPARE(plain.exitCode, exitCode);
    const QByteArray said = plain.out + plain.err;
    QVERIFY2(said.contains(path.toUtf8()) && said.contains("rules.json"), said.constData());
}

void TestRulesCommand::problemsAreNamedWithTheirPaths()
{
    Program program;
    const QJsonObject twice =
        ruleSetOf(kName,
                  {ruleOf(QStringLiteral("same"), QStringLiteral("a"), {QStringLiteral("demo/swift")}),
                   ruleOf(QStringLiteral("same"), QStringLiteral("b"), {QStringLiteral("gone/model")})},
                  QStringLiteral("demo/swift"));
    const Outcome outcome = program.run(withName("rules validate --demo", writeRules(program, twice)));
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QVERIFY2(outcome.out.contains("invalid  rules[1]"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("doubtful  rules[1].chain.targets[0]"), outcome.out.constData());
    QVERIFY(outcome.out.contains("cannot run"));
}

void TestRulesCommand::aSetThatReachesItselfIsDoubtful_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("at once") << QStringLiteral("route/two buckets");
    QTest::newRow("through another set") << QStringLiteral("route/other");
}

/// It runs all the same: whoever is left answers.
void TestRulesCommand::aSetThatReachesItselfIsDoubtful()
{
    QFETCH(QString, target);
    Program program;
    importBuckets(program);
    importRuleSet(program, ruleSetOf(QStringLiteral("other"), {}, QStringLiteral("route/two buckets")));
    const QStringList validate = withName("rules validate --demo", writeRules(program, buckets(target)));
    const Outcome json = program.run(validate + words("--json"));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.object(), validationShape()), QStringList());
    QCOMPARE(json.object().value(QLatin1StringView("valid")), QJsonValue(true));
    const QJsonArray found = json.object().value(QLatin1StringView("problems")).toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(member(found.first().toObject(), "kind"), QStringLiteral("doubtful"));
    QCOMPARE(member(found.first().toObject(), "path"), QStringLiteral("rules[0].chain.targets[0]"));
    QCOMPARE(member(found.first().toObject(), "text"),
             target + QStringLiteral(" leads back to this rule set."));
    const Outcome plain = program.run(validate);
    QCOMPARE(plain.exitCode, 0);
    QVERIFY2(plain.out.contains("leads back") && plain.out.contains("can run"), plain.out.constData());
}

void TestRulesCommand::anUnknownFieldIsListedAndStillRuns()
{
    Program program;
    QJsonObject rules = buckets();
    rules.insert(QStringLiteral("colour"), QStringLiteral("green"));
    const Outcome outcome = program.run(withName("rules validate --demo --json", writeRules(program, rules)));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(outcome.object().value(QLatin1StringView("unknown")).toArray(),
             QJsonArray{QStringLiteral("colour")});
}

void TestRulesCommand::validatingChangesNothing()
{
    Program program;
    QCOMPARE(program.run(withName("rules validate --demo", writeRules(program, buckets()))).exitCode, 0);
    QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM rule_sets")).toInt(), 0);
    QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM accounts")).toInt(), 0);
}

void TestRulesCommand::aTestTellsTheDecisionWithoutARequest()
{
    Program program;
    importBuckets(program);
    const QStringList test = withName("rules test --demo --task summarize", kName) << QStringLiteral("What?");
    const Outcome json = program.run(test + words("--json"));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.object(), ruleTestShape()), QStringList());
    QCOMPARE(member(json.object(), "rule_set"), kName);
    QCOMPARE(json.object().value(QLatin1StringView("version")).toInt(), 1);
    const QJsonObject decision = part(json.object(), "decision");
    QCOMPARE(member(decision, "rule"), QStringLiteral("summaries"));
    QCOMPARE(decision.value(QLatin1StringView("targets")).toArray(),
             QJsonArray{QStringLiteral("demo/thrifty")});
    const Outcome plain = program.run(test);
    QCOMPARE(plain.exitCode, 0);
    QVERIFY2(plain.out.contains("summaries") && plain.out.contains("1. demo/thrifty"), plain.out.constData());
    QCOMPARE(plain.err, QByteArray());
    QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM runs")).toInt(), 0);
}

void TestRulesCommand::aTestIsAboutWhatIsGiven_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("rule");
    QTest::newRow("nothing") << words("What?") << QStringLiteral("default");
    QTest::newRow("the task") << words("What? --task summarize") << QStringLiteral("summaries");
    QTest::newRow("a tag") << words("What? --meta tier=gold") << QStringLiteral("gold");
    QTest::newRow("a parameter") << words("What? --param temperature=1.5") << QStringLiteral("wild");
    QTest::newRow("the source") << words("cli") << QStringLiteral("default");
    QTest::newRow("standard input") << words("-") << QStringLiteral("long");
}

void TestRulesCommand::aTestIsAboutWhatIsGiven()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, rule);
    const auto ruleWhen = [](const char *name, const char *condition) {
        QJsonObject made = ruleOf(QString::fromLatin1(name), {}, {QStringLiteral("demo/swift")});
        made.insert(QStringLiteral("when"), QJsonDocument::fromJson(condition).object());
        return made;
    };
    Program program;
    importRuleSet(
        program,
        ruleSetOf(
            kName,
            {ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {QStringLiteral("demo/swift")}),
             ruleWhen("gold", R"({"field": "tag", "key": "tier", "op": "present"})"),
             ruleWhen("wild", R"({"field": "temperature", "op": "more_than", "number": 1})"),
             ruleWhen("window", R"({"field": "source", "op": "is_not", "values": ["cli"]})"),
             ruleWhen("long", R"({"field": "prompt_length", "op": "at_least", "number": 1000})")},
            QStringLiteral("demo/swift")));
    const Outcome outcome =
        program.run(withName("rules test --demo --json", kName) + arguments, QByteArray(1000, 'x'));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(member(part(outcome.object(), "decision"), "rule"), rule);
}

void TestRulesCommand::aTestThatLeavesNobodyToAskFails()
{
    Program program;
    importBuckets(program);
    // Without --demo there is no account of that name.
    const Outcome outcome = program.run(withName("rules test --json", kName) << QStringLiteral("What?"));
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QCOMPARE(problems(outcome.object(), ruleTestShape()), QStringList());
    QVERIFY(part(outcome.object(), "decision").value(QLatin1StringView("targets")).toArray().isEmpty());
    QVERIFY2(outcome.err.contains("default") && outcome.err.count('\n') == 1, outcome.err.constData());
}

void TestRulesCommand::twoVersionsAreCompared()
{
    Program program;
    importBuckets(program);
    QJsonObject changed = buckets(QStringLiteral("demo/swift"));
    QJsonArray rules = changed.value(QLatin1StringView("rules")).toArray();
    rules.append(
        ruleOf(QStringLiteral("extracts"), QStringLiteral("extract"), {QStringLiteral("demo/swift")}));
    changed.insert(QStringLiteral("rules"), rules);
    importRuleSet(program, changed);
    const QStringList diff = words("rules diff --demo") + QStringList{kName + QStringLiteral("@1"), kName};
    const Outcome json = program.run(diff + words("--json"));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.object(), ruleDiffShape()), QStringList());
    QCOMPARE(part(json.object(), "before").value(QLatin1StringView("version")).toInt(), 1);
    QCOMPARE(part(json.object(), "after").value(QLatin1StringView("version")).toInt(), 2);
    QHash<QString, QString> kinds;
    for (const QJsonValue &change : json.object().value(QLatin1StringView("changes")).toArray())
        kinds.insert(member(change.toObject(), "rule"), member(change.toObject(), "kind"));
    const QHash<QString, QString> expected{{QStringLiteral("summaries"), QStringLiteral("changed")},
                                           {QStringLiteral("extracts"), QStringLiteral("added")}};
    QCOMPARE(kinds, expected);
    const Outcome plain = program.run(diff);
    QVERIFY2(plain.out.contains("changed  summaries") && plain.out.contains("added  extracts"),
             plain.out.constData());
    const Outcome same = program.run(words("rules diff --demo") + QStringList{kName, kName});
    QCOMPARE(same.exitCode, 0);
    QVERIFY(same.out.contains("the same"));
}

void TestRulesCommand::aSetIsComparedWithAFile()
{
    Program program;
    importBuckets(program);
    const QString file =
        writeRules(program, buckets(QStringLiteral("demo/swift")), QStringLiteral("other.json"));
    const Outcome outcome = program.run(words("rules diff --demo --json") + QStringList{file, kName});
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(member(part(outcome.object(), "before"), "file"), file);
    QCOMPARE(outcome.object().value(QLatin1StringView("changes")).toArray().size(), 1);
}

void TestRulesCommand::anExportIsTheDocumentAgain()
{
    Program program;
    QJsonObject rules = buckets();
    rules.insert(QStringLiteral("note"), QStringLiteral("Cheap things cheaply."));
    importRuleSet(program, rules);
    const Outcome outcome = program.run(withName("rules export --demo --format json", kName));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(outcome.err, QByteArray());
    const QString again = writeRulesText(program, outcome.out, QStringLiteral("again.json"));
    const Outcome difference = program.run(words("rules diff --demo --json") + QStringList{kName, again});
    QVERIFY2(difference.object().value(QLatin1StringView("changes")).toArray().isEmpty(),
             difference.text().constData());
    QCOMPARE(member(outcome.object(), "note"), QStringLiteral("Cheap things cheaply."));
    QCOMPARE(program.run(words("rules import --demo --name copy") << again).exitCode, 0);
    QJsonObject copied = program.run(words("rules export --demo copy")).object();
    QCOMPARE(member(copied, "name"), QStringLiteral("copy"));
    copied.insert(QStringLiteral("name"), kName);
    QCOMPARE(copied, outcome.object());
}

void TestRulesCommand::anExportAsJsonHasItsText()
{
    Program program;
    importBuckets(program);
    const Outcome plain = program.run(withName("rules export --demo", kName));
    const Outcome json = program.run(withName("rules export --demo --json", kName));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(problems(json.object(), ruleExportShape()), QStringList());
    QCOMPARE(member(json.object(), "format"), QStringLiteral("json"));
    QCOMPARE(member(json.object(), "text").toUtf8(), plain.out);
}

void TestRulesCommand::wrongUsageIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("no verb", words("rules"));
    row("a verb that is none", words("rules frobnicate"));
    row("no such rule set to show", words("rules show nobody --json"));
    row("no such rule set to test", words("rules test nobody What? --json"));
    row("no such rule set to export", words("rules export nobody"));
    row("no such version", words("rules show") << QStringLiteral("two buckets@7"));
    row("no draft", words("rules show") << QStringLiteral("two buckets@draft"));
    row("a reference that is none", words("rules show") << QStringLiteral("two buckets@newest"));
    row("no such file to validate", words("rules validate missing.json --json"));
    row("no such file to import", words("rules import missing.json --json"));
    row("neither a set nor a file to compare", words("rules diff missing.json nobody"));
    row("an export format that is none", words("rules export nobody --format pdf"));
    row("a name of two words without quotes", words("rules show two buckets"));
    row("a test without a prompt", words("rules test") << kName);
    row("an option of another verb", words("rules list --draft"));
}

void TestRulesCommand::wrongUsageIsOneSentence()
{
    QFETCH(QStringList, arguments);
    Program program;
    importBuckets(program);
    const Outcome outcome = program.run(arguments);
    QVERIFY2(outcome.exitCode == 2, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

void TestRulesCommand::outputThatCannotBeWrittenIsAFailure()
{
    Program program;
    importBuckets(program);
    const std::unique_ptr<QProcess> full = program.prepared(withName("rules export --demo", kName));
    full->setStandardOutputFile(QStringLiteral("/dev/full"));
    full->start();
    const Outcome outcome = Program::finish(*full);
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

SWITCHYARD_TEST(TestRulesCommand)
#include "tst_rulescommand.moc"
