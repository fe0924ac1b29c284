#include "tests/app/documents.h"
#include "tests/app/rulefiles.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace test;

/// `rules import`: what it makes of a file, and that it changes nothing when the file is not good.
class TestRulesImport : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentIsThePublicOne();
    void itSaysWhatItMade();
    void theSameNameAgainIsTheNextVersion();
    void aDraftDoesNotRunUntilItIsImportedForGood();
    void theNameIsTheOptionsElseTheFilesElseThatOfTheFile_data();
    void theNameIsTheOptionsElseTheFilesElseThatOfTheFile();
    void aVersionHasItsComment();
    void unknownFieldsAreKeptAndListed();
    void whatIsDoubtfulIsSaidAndImported();
    void aBadFileChangesNothing_data();
    void aBadFileChangesNothing();
    void rulesThatCannotRunAreOnlyKeptAsADraft();
    void aFailureOfTheLedgerIsAnErrorOfStorage();
};

namespace {

QJsonObject rulesNamed(const QString &name)
{
    return ruleSetOf(
        name,
        {ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {QStringLiteral("demo/thrifty")})},
        QStringLiteral("demo/swift"));
}

Outcome imported(const Program &program, const QJsonObject &rules, const QStringList &options = {})
{
    return program.run(words("rules import --demo --json") + options
                       + QStringList{writeRules(program, rules)});
}

int countOf(const Program &program, const char *table)
{
    return program.value(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table)).toInt();
}

} // namespace

void TestRulesImport::theDocumentIsThePublicOne()
{
    Program program;
    const Outcome outcome = imported(program, rulesNamed(QStringLiteral("mine")));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(problems(outcome.object(), ruleImportShape()), QStringList());
    const QJsonObject expected{{QStringLiteral("rule_set"), QStringLiteral("mine")},
                               {QStringLiteral("version"), 1},
                               {QStringLiteral("draft"), false},
                               {QStringLiteral("format"), QStringLiteral("json")},
                               {QStringLiteral("accounts_created"), QJsonArray()},
                               {QStringLiteral("losses"), QJsonArray()},
                               {QStringLiteral("unknown"), QJsonArray()},
                               {QStringLiteral("problems"), QJsonArray()}};
    QCOMPARE(outcome.object(), expected);
    QCOMPARE(outcome.err, QByteArray());
}

void TestRulesImport::itSaysWhatItMade()
{
    Program program;
    const QString file = writeRules(program, rulesNamed(QStringLiteral("mine")));
    const Outcome outcome = program.run(words("rules import --demo") << file);
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.contains("\"mine\" as version 1") && outcome.out.count('\n') == 1,
             outcome.out.constData());
    const Outcome draft = program.run(words("rules import --demo --draft") << file);
    QVERIFY2(draft.out.contains("draft of the rule set \"mine\""), draft.out.constData());
}

void TestRulesImport::theSameNameAgainIsTheNextVersion()
{
    Program program;
    const QJsonObject rules = rulesNamed(QStringLiteral("mine"));
    for (int version = 1; version <= 3; ++version)
        QCOMPARE(imported(program, rules).object().value(QLatin1StringView("version")).toInt(), version);
    QCOMPARE(program.value(QStringLiteral("SELECT active_version FROM rule_sets")).toInt(), 3);
    QCOMPARE(countOf(program, "rule_set_activations"), 3);
}

void TestRulesImport::aDraftDoesNotRunUntilItIsImportedForGood()
{
    Program program;
    const QJsonObject rules = rulesNamed(QStringLiteral("mine"));
    const Outcome draft = imported(program, rules, words("--draft"));
    QVERIFY2(draft.exitCode == 0, draft.text().constData());
    QCOMPARE(problems(draft.object(), ruleImportShape()), QStringList());
    QCOMPARE(draft.object().value(QLatin1StringView("version")).toInt(), 0);
    QCOMPARE(draft.object().value(QLatin1StringView("draft")), QJsonValue(true));
    QCOMPARE(program.run(words("ask --demo What?")).exitCode, 3);
    QCOMPARE(imported(program, rules).exitCode, 0);
    QCOMPARE(program.run(words("ask --demo What?")).exitCode, 0);
}

void TestRulesImport::theNameIsTheOptionsElseTheFilesElseThatOfTheFile_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const QStringList &options, const char *inside,
                        const char *fileName, const char *name) {
        QTest::newRow(title) << options << QString::fromUtf8(inside) << QString::fromUtf8(fileName)
                             << QString::fromUtf8(name);
    };
    row("that of the file's content", {}, "mine", "other.json", "mine");
    row("that of the command line", words("--name yours"), "mine", "other.json", "yours");
    row("that of the file without one inside", {}, "", "my rules.v2.json", "my rules.v2");
    row("what is left of the file's name", {}, "", "rules (1)+.json", "rules 1");
}

void TestRulesImport::theNameIsTheOptionsElseTheFilesElseThatOfTheFile()
{
    QFETCH(QStringList, options);
    QFETCH(QString, inside);
    QFETCH(QString, fileName);
    QFETCH(QString, name);
    Program program;
    QJsonObject rules = rulesNamed(inside);
    if (inside.isEmpty())
        rules.remove(QStringLiteral("name"));
    const QString file = writeRules(program, rules, fileName);
    const Outcome outcome = program.run(words("rules import --demo --json") + options + QStringList{file});
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(member(outcome.object(), "rule_set"), name);
    QCOMPARE(program.value(QStringLiteral("SELECT name FROM rule_sets")).toString(), name);
}

void TestRulesImport::aVersionHasItsComment()
{
    Program program;
    const QJsonObject rules = rulesNamed(QStringLiteral("mine"));
    QCOMPARE(imported(program, rules).exitCode, 0);
    QCOMPARE(imported(program, rules, {QStringLiteral("--comment"), QStringLiteral("cheaper")}).exitCode, 0);
    const QList<QVariantList> comments =
        program.rows(QStringLiteral("SELECT comment FROM rule_set_versions ORDER BY number"));
    QCOMPARE(comments.size(), 2);
    QVERIFY(comments[0].first().toString().contains(QStringLiteral("rules.json")));
    QCOMPARE(comments[1].first().toString(), QStringLiteral("cheaper"));
}

void TestRulesImport::unknownFieldsAreKeptAndListed()
{
    Program program;
    QJsonObject rules = rulesNamed(QStringLiteral("mine"));
    rules.insert(QStringLiteral("colour"), QStringLiteral("green"));
    QJsonArray list = rules.value(QLatin1StringView("rules")).toArray();
    QJsonObject rule = list.first().toObject();
    rule.insert(QStringLiteral("owner"), QJsonObject{{QStringLiteral("team"), QStringLiteral("blue")}});
    list[0] = rule;
    rules.insert(QStringLiteral("rules"), list);
    const Outcome outcome = imported(program, rules);
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QStringList unknown;
    for (const QJsonValue &path : outcome.object().value(QLatin1StringView("unknown")).toArray())
        unknown.append(path.toString());
    unknown.sort();
    QCOMPARE(unknown, (QStringList{QStringLiteral("colour"), QStringLiteral("rules[0].owner")}));
    const QJsonObject exported = program.run(words("rules export --demo mine")).object();
    QCOMPARE(member(exported, "colour"), QStringLiteral("green"));
    QCOMPARE(exported.value(QLatin1StringView("rules"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QLatin1StringView("owner")),
             rule.value(QLatin1StringView("owner")));
    const Outcome plain = program.run(words("rules import --demo") << writeRules(program, rules));
    QVERIFY2(plain.err.contains("colour") && plain.err.contains("rules[0].owner"), plain.err.constData());
}

void TestRulesImport::whatIsDoubtfulIsSaidAndImported()
{
    Program program;
    const QJsonObject rules = ruleSetOf(QStringLiteral("mine"), {}, QStringLiteral("gone/model"));
    const Outcome outcome = imported(program, rules);
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject problem =
        outcome.object().value(QLatin1StringView("problems")).toArray().first().toObject();
    QCOMPARE(member(problem, "kind"), QStringLiteral("doubtful"));
    QCOMPARE(member(problem, "path"), QStringLiteral("default.chain.targets[0]"));
    QVERIFY(member(problem, "text").contains(QStringLiteral("gone")));
}

void TestRulesImport::aBadFileChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("an operator that is none") << QByteArray(
        R"({"schema": 1, "name": "mine", "rules": [{"name": "a", "when": {"field": "task", "op": "is",
            "values": ["b"]}, "chain": {"targets": [{"target": "demo/swift"}]}}, {"name": "c",
            "when": {"any": [{"field": "task", "op": "resembles"}]}, "chain": {"targets": []}}],
            "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})")
                                              << QByteArray("rules[1].when.any[0].op");
    QTest::newRow("cut off") << QByteArray("{\"schema\": 1,\n \"rules\": [") << QByteArray("rules.json");
    QTest::newRow("of a newer program")
        << QByteArray(R"({"schema": 2, "name": "mine"})") << QByteArray("schema");
    QTest::newRow("no rules at all") << QByteArray("[1, 2, 3]") << QByteArray("no known format");
    QTest::newRow("a name that cannot be") << QByteArray(R"({"schema": 1, "name": "a/b", "rules": [],
            "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})")
                                           << QByteArray("name");
    QTest::newRow("a reserved name") << QByteArray(R"({"schema": 1, "name": "route", "rules": [],
            "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})")
                                     << QByteArray("reserved");
    QTest::newRow("the name of another set in other letters")
        << QByteArray(R"({"schema": 1, "name": "Before", "rules": [],
            "default": {"chain": {"targets": [{"target": "demo/swift"}]}}})")
        << QByteArray("\"before\"");
}

void TestRulesImport::aBadFileChangesNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    Program program;
    QCOMPARE(imported(program, rulesNamed(QStringLiteral("before"))).exitCode, 0);
    const QString file = writeRulesText(program, text, QStringLiteral("rules.json"));
    const Outcome outcome = program.run(words("rules import --demo --json") << file);
    QVERIFY2(outcome.exitCode == 2, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(countOf(program, "rule_sets"), 1);
    QCOMPARE(countOf(program, "rule_set_versions"), 1);
    QCOMPARE(countOf(program, "accounts"), 0);
}

void TestRulesImport::rulesThatCannotRunAreOnlyKeptAsADraft()
{
    Program program;
    QJsonObject rules = rulesNamed(QStringLiteral("mine"));
    rules.insert(QStringLiteral("default"),
                 QJsonDocument::fromJson(R"({"name": "default", "chain": {"targets": []}})").object());
    const Outcome refused = imported(program, rules);
    QVERIFY2(refused.exitCode == 1, refused.text().constData());
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.err.contains("default.chain") && refused.err.contains("--draft"),
             refused.err.constData());
    QCOMPARE(countOf(program, "rule_sets"), 0);
    const Outcome draft = imported(program, rules, words("--draft"));
    QVERIFY2(draft.exitCode == 0, draft.text().constData());
    QCOMPARE(member(draft.object().value(QLatin1StringView("problems")).toArray().first().toObject(), "kind"),
             QStringLiteral("invalid"));
    QCOMPARE(countOf(program, "rule_sets"), 1);
}

void TestRulesImport::aFailureOfTheLedgerIsAnErrorOfStorage()
{
    Program program;
    QCOMPARE(program.run(words("rules list")).exitCode, 0);
    program.change(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON rule_set_versions "
                                  "BEGIN SELECT raise(ABORT, 'the disk is full'); END"));
    const Outcome outcome = imported(program, rulesNamed(QStringLiteral("mine")));
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(outcome.err.contains("the disk is full"));
    QCOMPARE(countOf(program, "rule_sets"), 0);
}

SWITCHYARD_TEST(TestRulesImport)
#include "tst_rulesimport.moc"
