#include "tests/app/documents.h"
#include "tests/app/rulefiles.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace test;

/// `ask`: which model answers, what is said about it, and how it ends.
class TestAskCommand : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentIsThePublicOne();
    void theAnswerIsPrintedAndTheModelNamed();
    void theLedgerHasTheRuleAndEveryAttempt();
    void explainingTellsTheRulesTheOrderAndTheAttempts();
    void ruleChoosesByWhatIsGiven_data();
    void ruleChoosesByWhatIsGiven();
    void thePromptComesFromStandardInput();
    void theRulesLastActivatedAreAskedByDefault();
    void parametersReachTheModelUnderThoseOfTheRule();
    void withoutAnAnswerItFails_data();
    void withoutAnAnswerItFails();
    void anAnswerHeldBackUntilItIsWholeIsReplaced();
    void aCostThatIsALowerBoundSaysSo();
    void aBrokenAnswerIsPrintedAndIsAFailure();
    void whatStandsInTheWayIsOneSentence_data();
    void whatStandsInTheWayIsOneSentence();
    void rulesThatLeaveNobodyToAskAreExplained();
    void aSignalCancelsTheCall();
    void nothingIsSentThatTheLedgerRefuses();
};

namespace {

const QJsonObject kNoRetries{{QStringLiteral("retries"), 0}};

/// Summaries fail over from one target to another; everything else goes to `demo/thrifty`.
QJsonObject failover(const QString &name = QStringLiteral("safe"))
{
    return ruleSetOf(
        name,
        {ruleOf(QStringLiteral("background"), QStringLiteral("background"), {QStringLiteral("demo/thinker")}),
         ruleOf(QStringLiteral("summaries"), QStringLiteral("summarize"), {QStringLiteral("demo/fault-503")},
                {QStringLiteral("demo/swift")}, kNoRetries)},
        QStringLiteral("demo/thrifty"));
}

/// One rule for everything.
QJsonObject only(const QString &target, const QStringList &fallbacks = {},
                 const QJsonObject &limits = kNoRetries)
{
    return ruleSetOf(QStringLiteral("only"), {ruleOf(QStringLiteral("all"), {}, {target}, fallbacks, limits)},
                     QStringLiteral("demo/thrifty"));
}

QJsonArray list(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toArray();
}

} // namespace

void TestAskCommand::theDocumentIsThePublicOne()
{
    Program program;
    importRuleSet(program, failover());
    const Outcome outcome = program.run(words("ask --demo --json --task summarize What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject document = outcome.object();
    QCOMPARE(problems(document, askShape()), QStringList());
    QCOMPARE(problems(part(document, "answer"), laneShape()), QStringList());
    QCOMPARE(member(document, "rule_set"), QStringLiteral("safe"));
    QCOMPARE(document.value(QLatin1StringView("version")).toInt(), 1);
    QCOMPARE(document.value(QLatin1StringView("call_id")).toInt(),
             program.value(QStringLiteral("SELECT call_id FROM v_calls")).toInt());

    const QJsonObject decision = part(document, "decision");
    QCOMPARE(member(decision, "rule"), QStringLiteral("summaries"));
    QCOMPARE(list(decision, "targets"),
             (QJsonArray{QStringLiteral("demo/fault-503"), QStringLiteral("demo/swift")}));
    const QJsonArray trace = list(decision, "trace");
    QCOMPARE(trace.size(), 2);
    QCOMPARE(member(trace[0].toObject(), "rule"), QStringLiteral("background"));
    QCOMPARE(trace[0].toObject().value(QLatin1StringView("matched")), QJsonValue(false));
    QVERIFY(!member(trace[0].toObject(), "why").isEmpty());
    QCOMPARE(trace[1].toObject().value(QLatin1StringView("matched")), QJsonValue(true));

    const QJsonArray attempts = list(document, "attempts");
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(member(attempts[0].toObject(), "model"), QStringLiteral("fault-503"));
    QCOMPARE(member(attempts[0].toObject(), "status"), QStringLiteral("failed"));
    QCOMPARE(member(part(attempts[0].toObject(), "error"), "kind"), QStringLiteral("server"));
    QCOMPARE(member(attempts[1].toObject(), "model"), QStringLiteral("swift"));
    QCOMPARE(member(attempts[1].toObject(), "status"), QStringLiteral("complete"));
    QVERIFY(!member(attempts[1].toObject(), "why").isEmpty());
    const QJsonObject answer = part(document, "answer");
    QCOMPARE(member(answer, "account"), QStringLiteral("demo"));
    QCOMPARE(member(answer, "model"), QStringLiteral("swift"));
    QCOMPARE(answer.value(QLatin1StringView("attempts")).toInt(), 2);
    QCOMPARE(member(answer, "text"), member(attempts[1].toObject(), "text"));
    QVERIFY(document.value(QLatin1StringView("why_stopped")).isNull());
    QVERIFY(!member(answer, "text").isEmpty());
}

void TestAskCommand::theAnswerIsPrintedAndTheModelNamed()
{
    Program program;
    importRuleSet(program, failover());
    const Outcome plain = program.run(words("ask --demo --task summarize What?"));
    QVERIFY2(plain.exitCode == 0, plain.text().constData());
    QCOMPARE(plain.err, QByteArray("Used model: demo/swift, rule summaries, attempt 2\n"));
    // The simulator says the same to the same prompt.
    const QJsonObject answer =
        part(program.run(words("ask --demo --json --task summarize What?")).object(), "answer");
    QCOMPARE(plain.out.trimmed(), member(answer, "text").trimmed().toUtf8());
    QVERIFY(plain.out.endsWith('\n'));

    const Outcome otherwise = program.run(words("ask --demo What?"));
    QCOMPARE(otherwise.exitCode, 0);
    QCOMPARE(otherwise.err, QByteArray("Used model: demo/thrifty, rule default, attempt 1\n"));
}

void TestAskCommand::theLedgerHasTheRuleAndEveryAttempt()
{
    Program program;
    importRuleSet(program, failover());
    QCOMPARE(program.run(words("ask --demo --task summarize --meta team=blue What?")).exitCode, 0);
    const QList<QVariantList> calls = program.rows(QStringLiteral(
        "SELECT rule_set, rule_set_version, rule, attempts, model, source, task FROM v_calls"));
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls.first(),
             (QVariantList{QStringLiteral("safe"), 1, QStringLiteral("summaries"), 2, QStringLiteral("swift"),
                           QStringLiteral("cli"), QStringLiteral("summarize")}));
    const QList<QVariantList> attempts =
        program.rows(QStringLiteral("SELECT number, model, status FROM v_attempts ORDER BY number"));
    QCOMPARE(attempts,
             (QList<QVariantList>{{1, QStringLiteral("fault-503"), QStringLiteral("failed")},
                                  {2, QStringLiteral("swift"), QStringLiteral("complete")}}));
    QCOMPARE(program.value(QStringLiteral("SELECT tags ->> 'team' FROM v_calls")).toString(),
             QStringLiteral("blue"));
}

void TestAskCommand::explainingTellsTheRulesTheOrderAndTheAttempts()
{
    Program program;
    importRuleSet(program, failover());
    const Outcome outcome = program.run(words("ask --demo --explain --task summarize What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    qsizetype last = -1;
    for (const char *expected : {"\"safe\" version 1", "background", "not matched", "summaries", "matched",
                                 "Targets of the rule summaries", "1. demo/fault-503",
                                 "2. demo/swift (fallback 1 of 1)", "4 attempts; commits at the first token",
                                 "Attempts:", "1. demo/fault-503: failed (server error), $0", "2. demo/swift",
                                 "complete", "asked because: ", "Used model: demo/swift"}) {
        const qsizetype at = outcome.err.indexOf(expected, last + 1);
        QVERIFY2(
            at > last,
            QByteArray(expected + QByteArray(" is missing or out of order in\n") + outcome.err).constData());
        last = at;
    }
    QVERIFY(!outcome.out.contains("Attempts"));
}

void TestAskCommand::ruleChoosesByWhatIsGiven_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("model");
    QTest::newRow("nothing") << words("What?") << QStringLiteral("thrifty");
    QTest::newRow("a tag") << words("What? --meta tier=gold") << QStringLiteral("scholar");
    QTest::newRow("another value of the tag") << words("What? --meta tier=lead") << QStringLiteral("thrifty");
    QTest::newRow("a parameter") << words("What? --param max_tokens=64") << QStringLiteral("swift");
    QTest::newRow("the text") << words("urgent!") << QStringLiteral("thinker");
}

void TestAskCommand::ruleChoosesByWhatIsGiven()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, model);
    const auto rule = [](const char *name, const char *condition, const char *target) {
        QJsonObject made = ruleOf(QString::fromLatin1(name), {}, {QString::fromLatin1(target)});
        made.insert(QStringLiteral("when"), QJsonDocument::fromJson(condition).object());
        return made;
    };
    Program program;
    importRuleSet(
        program,
        ruleSetOf(
            QStringLiteral("facts"),
            {rule("gold", R"({"field": "tag", "key": "tier", "op": "is", "values": ["gold"]})",
                  "demo/scholar"),
             rule("short", R"({"field": "max_tokens", "op": "at_most", "number": 100})", "demo/swift"),
             rule("urgent", R"({"field": "text", "op": "contains", "values": ["URGENT"]})", "demo/thinker")},
            QStringLiteral("demo/thrifty")));
    const Outcome outcome = program.run(words("ask --demo --json") + arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(member(part(outcome.object(), "answer"), "model"), model);
}

void TestAskCommand::thePromptComesFromStandardInput()
{
    Program program;
    importRuleSet(program, failover());
    const Outcome outcome = program.run(words("ask --demo --json -"), "What\nnow?");
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(program.value(QStringLiteral("SELECT prompt FROM runs")).toString(),
             QStringLiteral("What\nnow?"));
}

void TestAskCommand::theRulesLastActivatedAreAskedByDefault()
{
    Program program;
    importRuleSet(program, failover(QStringLiteral("first")));
    importRuleSet(program, failover(QStringLiteral("second one")));
    const auto asked = [&program](const QStringList &arguments) {
        return member(program.run(words("ask --demo --json What?") + arguments).object(), "rule_set");
    };
    QCOMPARE(asked({}), QStringLiteral("second one"));
    QCOMPARE(asked({QStringLiteral("--rules"), QStringLiteral("first")}), QStringLiteral("first"));
    importRuleSet(program, failover(QStringLiteral("first")));
    QCOMPARE(asked({}), QStringLiteral("first"));
}

void TestAskCommand::parametersReachTheModelUnderThoseOfTheRule()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("m"), {completion(words("an answer"))});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    QJsonObject rules = only(QStringLiteral("here/m"));
    QJsonArray all = rules.value(QLatin1StringView("rules")).toArray();
    QJsonObject rule = all.first().toObject();
    rule.insert(
        QStringLiteral("chain"),
        QJsonDocument::fromJson(R"({"targets": [{"target": "here/m", "parameters": {"temperature": 0.2}}]})")
            .object());
    all[0] = rule;
    rules.insert(QStringLiteral("rules"), all);
    importRuleSet(program, rules);
    const Outcome outcome =
        program.run(words("ask --system brief --param temperature=0.9 --param seed=7 --json What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject sent = provider.lastRequest().json();
    QCOMPARE(sent.value(QLatin1StringView("temperature")).toDouble(), 0.2);
    QCOMPARE(sent.value(QLatin1StringView("seed")).toInt(), 7);
    QCOMPARE(member(sent, "model"), QStringLiteral("m"));
    QCOMPARE(sent.value(QLatin1StringView("messages")).toArray().size(), 2);
}

void TestAskCommand::withoutAnAnswerItFails_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("the credit is used up")
        << QStringLiteral("demo/fault-quota") << QStringLiteral("failed") << QByteArray("There is no answer");
    QTest::newRow("the key is rejected")
        << QStringLiteral("demo/fault-401") << QStringLiteral("failed") << QByteArray("There is no answer");
    QTest::newRow("the model declines") << QStringLiteral("demo/fault-refusal") << QStringLiteral("refused")
                                        << QByteArray("declined to answer");
}

void TestAskCommand::withoutAnAnswerItFails()
{
    QFETCH(QString, target);
    QFETCH(QString, status);
    QFETCH(QByteArray, sentence);
    Program program;
    importRuleSet(program, only(target));
    const Outcome json = program.run(words("ask --demo --json What?"));
    QVERIFY2(json.exitCode == 1, json.text().constData());
    QCOMPARE(problems(json.object(), askShape()), QStringList());
    QVERIFY(json.object().value(QLatin1StringView("answer")).isNull());
    QVERIFY(!member(json.object(), "why_stopped").isEmpty());
    QCOMPARE(list(json.object(), "attempts").size(), 1);
    QCOMPARE(member(list(json.object(), "attempts").first().toObject(), "status"), status);
    const Outcome plain = program.run(words("ask --demo What?"));
    QVERIFY2(plain.exitCode == 1, plain.text().constData());
    QVERIFY2(plain.isOneSentence(), plain.text().constData());
    QVERIFY2(plain.err.contains(sentence) && plain.err.contains(target.toUtf8()), plain.err.constData());
}

void TestAskCommand::anAnswerHeldBackUntilItIsWholeIsReplaced()
{
    Program program;
    importRuleSet(
        program,
        only(QStringLiteral("demo/fault-cut"), {QStringLiteral("demo/swift")},
             {{QStringLiteral("retries"), 0}, {QStringLiteral("commit"), QStringLiteral("complete")}}));
    const Outcome json = program.run(words("ask --demo --json What?"));
    QVERIFY2(json.exitCode == 0, json.text().constData());
    QCOMPARE(member(list(json.object(), "attempts").first().toObject(), "status"),
             QStringLiteral("interrupted"));
    const QString broken = member(list(json.object(), "attempts").first().toObject(), "text");
    const QString whole = member(part(json.object(), "answer"), "text");
    QVERIFY(!broken.isEmpty());
    QVERIFY(!whole.startsWith(broken));
    const Outcome plain = program.run(words("ask --demo What?"));
    QCOMPARE(plain.out.trimmed(), whole.trimmed().toUtf8());
    QCOMPARE(plain.err, QByteArray("Used model: demo/swift, rule all, attempt 2\n"));
}

void TestAskCommand::aCostThatIsALowerBoundSaysSo()
{
    const auto costOf = [](const QJsonObject &rules) {
        Program program;
        importRuleSet(program, rules);
        const QJsonObject document = program.run(words("ask --demo --json What?")).object();
        const QJsonObject total = part(document, "cost");
        const QJsonObject ofAnswer = part(part(document, "answer"), "cost");
        return std::pair(total, ofAnswer);
    };
    // A server's error costs nothing; what a silent target made before it was given up nobody knows.
    const auto [exact, exactAnswer] =
        costOf(only(QStringLiteral("demo/fault-503"), {QStringLiteral("demo/swift")}));
    QVERIFY(exact.value(QLatin1StringView("usd")).isString());
    QCOMPARE(exact.value(QLatin1StringView("usd")), exactAnswer.value(QLatin1StringView("usd")));
    QCOMPARE(exact.value(QLatin1StringView("unknown_attempts")).toInt(-1), 0);
    QVERIFY(!exactAnswer.contains(QLatin1StringView("unknown_attempts")));
    const auto [bound, boundAnswer] =
        costOf(only(QStringLiteral("demo/fault-silent"), {QStringLiteral("demo/swift")},
                    {{QStringLiteral("first_token_ms"), 1500}}));
    QVERIFY(bound.value(QLatin1StringView("usd")).isString());
    QCOMPARE(bound.value(QLatin1StringView("unknown_attempts")).toInt(-1), 1);
    QCOMPARE(boundAnswer.value(QLatin1StringView("unknown_attempts")).toInt(-1), 1);
    // Nothing is known, and nothing is not 0.
    const auto [unknown, none] =
        costOf(only(QStringLiteral("demo/fault-silent"), {}, {{QStringLiteral("first_token_ms"), 500}}));
    QVERIFY(unknown.value(QLatin1StringView("usd")).isNull());
    QCOMPARE(unknown.value(QLatin1StringView("unknown_attempts")).toInt(-1), 1);
    QVERIFY(none.isEmpty());
}

void TestAskCommand::aBrokenAnswerIsPrintedAndIsAFailure()
{
    Program program;
    importRuleSet(program, only(QStringLiteral("demo/fault-cut"), {QStringLiteral("demo/swift")}));
    const Outcome outcome = program.run(words("ask --demo What?"));
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QVERIFY(!outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains("broke off") && outcome.err.count('\n') == 1, outcome.err.constData());
    QVERIFY(!outcome.err.contains("Used model"));
    QCOMPARE(program.value(QStringLiteral("SELECT attempts FROM v_calls")).toInt(), 1);
}

void TestAskCommand::whatStandsInTheWayIsOneSentence_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *state, const QStringList &arguments, int exitCode,
                        const char *says) {
        QTest::newRow(name) << QString::fromLatin1(state) << arguments << exitCode << QByteArray(says);
    };
    const QStringList ask = words("ask --demo --json What?");
    row("no rule set at all", "nothing", ask, 3, "switchyard rules import FILE");
    row("no rule set of that name", "active", ask + words("--rules nobody"), 2, "\"nobody\"");
    row("no rule set of that name and none at all", "nothing", ask + words("--rules nobody"), 2,
        "\"nobody\"");
    row("only a draft", "draft", ask, 3, "No rule set is active");
    row("only a draft of that name", "draft", ask + words("--rules safe"), 3, "\"safe\"");
    row("a version that cannot be read", "unreadable", ask, 3, "safe");
    row("an empty prompt", "active", words("ask --demo --json") + QStringList{QString()}, 2,
        "prompt is empty");
    row("a prompt of spaces", "active", words("ask --demo") + QStringList{QStringLiteral("  ")}, 2,
        "prompt is empty");
    row("no prompt", "active", words("ask --demo"), 2, "wants a prompt");
    row("two prompts", "active", words("ask --demo What now?"), 2, "put it in quotes");
    row("an option of compare", "active", words("ask --demo --repeat 2 What?"), 2, "repeat");
}

void TestAskCommand::whatStandsInTheWayIsOneSentence()
{
    QFETCH(QString, state);
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    Program program;
    if (state == QLatin1StringView("draft"))
        QCOMPARE(
            program.run(words("rules import --demo --draft") << writeRules(program, failover())).exitCode, 0);
    else if (state != QLatin1StringView("nothing"))
        importRuleSet(program, failover());
    if (state == QLatin1StringView("unreadable"))
        program.change(QStringLiteral("UPDATE rule_set_versions SET document = '{'"));
    const Outcome outcome = program.run(arguments);
    QVERIFY2(outcome.exitCode == exitCode, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    if (state != QLatin1StringView("nothing"))
        QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM runs")).toInt(), 0);
}

void TestAskCommand::rulesThatLeaveNobodyToAskAreExplained()
{
    Program program;
    importRuleSet(program, only(QStringLiteral("gone/model")));
    const Outcome plain = program.run(words("ask --demo What?"));
    QVERIFY2(plain.exitCode == 1, plain.text().constData());
    QVERIFY2(plain.isOneSentence(), plain.text().constData());
    QVERIFY2(plain.err.contains("gone"), plain.err.constData());
    const Outcome json = program.run(words("ask --demo --json What?"));
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(problems(json.object(), askShape()), QStringList());
    QVERIFY(json.object().value(QLatin1StringView("call_id")).isNull());
    QCOMPARE(member(part(json.object(), "decision"), "rule"), QStringLiteral("all"));
    QVERIFY(list(json.object(), "attempts").isEmpty());
    QVERIFY(member(json.object(), "why_stopped").contains(QStringLiteral("gone")));
    QCOMPARE(json.err, plain.err);
    const Outcome explained = program.run(words("ask --demo --explain What?"));
    QCOMPARE(explained.exitCode, 1);
    QCOMPARE(explained.out, QByteArray());
    QVERIFY2(explained.err.contains("Left out:") && explained.err.contains("\"only\" version 1"),
             explained.err.constData());
    QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM runs")).toInt(), 0);
}

void TestAskCommand::aSignalCancelsTheCall()
{
    Program program;
    FakeProvider provider;
    provider.onModel(
        QStringLiteral("slow"),
        {openSse(Script{sseEvent(R"({"choices":[{"index":0,"delta":{"content":"so far"}}]})"), hang()})});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    importRuleSet(program, only(QStringLiteral("here/slow"), {QStringLiteral("demo/swift")}));
    const std::unique_ptr<QProcess> process = program.start(words("ask --json What?"));
    QTRY_VERIFY_WITH_TIMEOUT(
        program.value(QStringLiteral("SELECT count(*) FROM answers WHERE text = 'so far'")).toInt() == 1,
        60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const Outcome outcome = Program::finish(*process);
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QCOMPARE(problems(outcome.object(), askShape()), QStringList());
    QVERIFY(outcome.object().value(QLatin1StringView("answer")).isNull());
    const QJsonArray attempts = list(outcome.object(), "attempts");
    QCOMPARE(attempts.size(), 1);
    QCOMPARE(member(attempts.first().toObject(), "status"), QStringLiteral("cancelled"));
    QCOMPARE(member(attempts.first().toObject(), "text"), QStringLiteral("so far"));
    QCOMPARE(provider.requestCount(), 1);
}

void TestAskCommand::nothingIsSentThatTheLedgerRefuses()
{
    Program program;
    FakeProvider provider;
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    importRuleSet(program, only(QStringLiteral("here/m")));
    program.change(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON runs "
                                  "BEGIN SELECT raise(ABORT, 'the disk is full'); END"));
    const Outcome outcome = program.run(words("ask --json What?"));
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(outcome.err.contains("the disk is full"));
    QCOMPARE(provider.requestCount(), 0);
}

SWITCHYARD_TEST(TestAskCommand)
#include "tst_askcommand.moc"
