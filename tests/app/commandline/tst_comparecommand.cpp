#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `compare` as a process: its documents, its exit codes, and what the ledger holds afterwards.
class TestCompareCommand : public QObject
{
    Q_OBJECT

private slots:
    void itPrintsOneDocumentOfTheDocumentedShape_data();
    void itPrintsOneDocumentOfTheDocumentedShape();
    void theLedgersViewsSayWhatTheDocumentSays();
    void thePricesOfAPresetMakeTheCostExact();
    void aFailedLaneIsInTheDocumentAndInTheExitCode_data();
    void aFailedLaneIsInTheDocumentAndInTheExitCode();
    void aRetriedLaneIsTheSameInTheLedgerAndInTheDocument();
    void aTruncatedAnswerIsNoFailure();
    void theSimulatorIsAsFastAsItIsTold();
    void pipedItPrintsMarkdownWithoutControlCharacters();
    void theTimeoutEndsALaneThatHangs_data();
    void theTimeoutEndsALaneThatHangs();
    void nothingIsSentBeyondTheLimitOfCost();
    void aLaneWithoutAPriceIsNamedWhenCostIsLimited();
    void aGermanDesktopDoesNotChangeTheDocument();
};

namespace {

QJsonObject errorOf(const QJsonObject &lane)
{
    return lane.value(QLatin1StringView("error")).toObject();
}

/// Whether what differs between two runs only by chance is all that differs.
QJsonObject withoutChance(QJsonObject lane)
{
    lane.remove(QStringLiteral("timing_ms"));
    lane.remove(QStringLiteral("tokens_per_second"));
    return lane;
}

} // namespace

void TestCompareCommand::itPrintsOneDocumentOfTheDocumentedShape_data()
{
    QTest::addColumn<QStringList>("targets");
    QTest::newRow("simulated") << words("--demo -m demo/swift -m demo/thinker -m demo/fault-no-usage");
    QTest::newRow("over a socket") << words("-m here/fake-model -m here/unknown");
}

void TestCompareCommand::itPrintsOneDocumentOfTheDocumentedShape()
{
    QFETCH(QStringList, targets);
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("fake-model"), {completion(words("one two three"))});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const Outcome outcome =
        program.run(QStringList{QStringLiteral("compare")} + targets + words("--json What?"));
    QVERIFY2(outcome.document().isObject(), outcome.text().constData());
    QCOMPARE(problems(outcome.object(), runShape()), QStringList());
    QCOMPARE(outcome.object().value(QLatin1StringView("prompt")).toString(), QStringLiteral("What?"));
    QCOMPARE(outcome.object().value(QLatin1StringView("lanes")).toArray().size(),
             targets.count(QStringLiteral("-m")));
    QCOMPARE(outcome.err, QByteArray());
}

void TestCompareCommand::theLedgersViewsSayWhatTheDocumentSays()
{
    Program program;
    const Outcome outcome =
        program.run(words("compare --demo -m demo/swift -m demo/thinker -m demo/scholar --json Why?"));
    QCOMPARE(outcome.exitCode, 0);
    const QList<QVariantList> rows = program.rows(QStringLiteral(
        "SELECT account, model, status, input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, "
        "cost_usd, cost_basis, price_version, run_id, simulated, source, number "
        "FROM v_attempts ORDER BY lane"));
    QCOMPARE(rows.size(), 3);
    for (int lane = 0; lane < 3; ++lane) {
        const QJsonObject json = outcome.lane(lane);
        const QJsonObject usage = json.value(QLatin1StringView("usage")).toObject();
        const QJsonObject cost = json.value(QLatin1StringView("cost")).toObject();
        const QVariantList &row = rows[lane];
        QCOMPARE(row[0].toString(), json.value(QLatin1StringView("account")).toString());
        QCOMPARE(row[1].toString(), json.value(QLatin1StringView("model")).toString());
        QCOMPARE(row[2].toString(), json.value(QLatin1StringView("status")).toString());
        QCOMPARE(row[3].toLongLong(), usage.value(QLatin1StringView("input")).toInteger(-1));
        QCOMPARE(row[4].toLongLong(), usage.value(QLatin1StringView("cached_input")).toInteger(-1));
        QCOMPARE(row[5].toLongLong(), usage.value(QLatin1StringView("output")).toInteger(-1));
        QCOMPARE(row[6].toLongLong(), usage.value(QLatin1StringView("reasoning")).toInteger(-1));
        QCOMPARE(row[7].toDouble(), cost.value(QLatin1StringView("usd")).toString().toDouble());
        QCOMPARE(row[8].toString(), cost.value(QLatin1StringView("basis")).toString());
        QCOMPARE(row[9].toString(), cost.value(QLatin1StringView("price_version")).toString());
        QCOMPARE(row[10].toLongLong(), outcome.object().value(QLatin1StringView("run_id")).toInteger());
        QCOMPARE(row[11].toInt(), 1);
        QCOMPARE(row[12].toString(), QStringLiteral("cli"));
        QCOMPARE(row[13].toInt(), 1);
    }
    const double sum = program.value(QStringLiteral("SELECT sum(cost_usd) FROM v_calls")).toDouble();
    const QJsonObject total = outcome.object().value(QLatin1StringView("cost")).toObject();
    QCOMPARE(total.value(QLatin1StringView("usd")).toString().toDouble(), sum);
}

void TestCompareCommand::thePricesOfAPresetMakeTheCostExact()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("gpt-4o-mini"),
                     {completion(words("a b c"), QStringLiteral("gpt-4o-mini"))});
    program.addAccount(QStringLiteral("openai"), provider.baseUrl(), words("--preset openai"));
    const Outcome outcome = program.run(words("compare -m openai/gpt-4o-mini --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject cost = outcome.lane().value(QLatin1StringView("cost")).toObject();
    // 10 tokens in at $0.15 and 3 out at $0.60 per million: https://platform.openai.com/docs/pricing
    QCOMPARE(cost.value(QLatin1StringView("usd")).toString(), QStringLiteral("0.0000033"));
    QCOMPARE(cost.value(QLatin1StringView("basis")).toString(), QStringLiteral("computed"));
    QCOMPARE(program.value(QStringLiteral("SELECT cost_picos FROM v_calls")).toLongLong(), 3'300'000);
}

void TestCompareCommand::aFailedLaneIsInTheDocumentAndInTheExitCode_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *model, const char *status, const char *kind) {
        QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(status)
                            << QString::fromLatin1(kind);
    };
    row("the key is refused", "fault-401", "failed", "auth");
    row("the model is unknown", "nothing-of-that-name", "failed", "not_found");
    row("the credit is used up", "fault-quota", "failed", "quota");
    row("the stream is cut", "fault-cut", "interrupted", "");
    row("the model refuses", "fault-refusal", "refused", "");
}

void TestCompareCommand::aFailedLaneIsInTheDocumentAndInTheExitCode()
{
    QFETCH(QString, model);
    QFETCH(QString, status);
    QFETCH(QString, kind);
    Program program;
    const Outcome outcome = program.run(words("compare --demo -m demo/swift --json --timeout 60 What? -m")
                                        << QStringLiteral("demo/") + model);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(problems(outcome.object(), runShape()), QStringList());
    QCOMPARE(outcome.lane(0).value(QLatin1StringView("status")).toString(), QStringLiteral("complete"));
    const QJsonObject lane = outcome.lane(1);
    QCOMPARE(lane.value(QLatin1StringView("status")).toString(), status);
    if (!kind.isEmpty()) {
        QCOMPARE(problems(lane.value(QLatin1StringView("error")),
                          R"({"kind": "string", "message": "string", "http_status": "number|null",
                              "retry_after_ms": "number|null"})"),
                 QStringList());
        QCOMPARE(errorOf(lane).value(QLatin1StringView("kind")).toString(), kind);
    }
    // What an HTTP error answered counts as nothing, here as in the sums of the ledger.
    const QJsonObject sums = program.run(words("usage --demo --json")).object();
    QCOMPARE(outcome.object().value(QLatin1StringView("cost"))[QLatin1StringView("unknown_lanes")],
             sums.value(QLatin1StringView("total"))[QLatin1StringView("unpriced_attempts")]);
}

void TestCompareCommand::aRetriedLaneIsTheSameInTheLedgerAndInTheDocument()
{
    Program program;
    const Outcome outcome = program.run(words("compare --demo -m demo/fault-429-then-ok --json What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonObject lane = outcome.lane();
    QCOMPARE(lane.value(QLatin1StringView("attempts")).toInt(), 2);
    QCOMPARE(program.value(QStringLiteral("SELECT attempts FROM v_calls")).toInt(), 2);
    QCOMPARE(program.value(QStringLiteral("SELECT count(*) FROM v_attempts WHERE http_status = 429")).toInt(),
             1);
    const Outcome shown = program.run(words("history show 1 --json"));
    QCOMPARE(withoutChance(shown.lane()), withoutChance(lane));
}

void TestCompareCommand::aTruncatedAnswerIsNoFailure()
{
    Program program;
    const Outcome outcome = program.run(words("compare --demo -m demo/fault-length --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.lane().value(QLatin1StringView("status")).toString(), QStringLiteral("truncated"));
    QCOMPARE(outcome.lane().value(QLatin1StringView("finish_reason")).toString(), QStringLiteral("length"));
}

void TestCompareCommand::theSimulatorIsAsFastAsItIsTold()
{
    // Its first token comes after twenty seconds, unless it is hurried.
    Program program;
    const Outcome outcome =
        program.run(words("compare --demo -m demo/fault-slow-20s --timeout 15 --json What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
}

void TestCompareCommand::pipedItPrintsMarkdownWithoutControlCharacters()
{
    Program program;
    const Outcome outcome = program.run(words("compare --demo -m demo/swift What?"));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.startsWith("# Run 1\n"));
    QVERIFY(outcome.out.contains("> What?"));
    QVERIFY(outcome.out.contains("| demo/swift | complete |"));
    QVERIFY(outcome.out.contains("\n## demo/swift\n"));
    QVERIFY(!outcome.out.contains('\x1b'));
    QCOMPARE(outcome.err, QByteArray());
}

void TestCompareCommand::theTimeoutEndsALaneThatHangs_data()
{
    QTest::addColumn<QList<Step>>("script");
    QTest::addColumn<QString>("status");
    QTest::newRow("before its answer begins") << Script{hang()} << QStringLiteral("failed");
    QTest::newRow("in the middle of its answer")
        << openSse(Script{sseEvent(R"({"choices":[{"index":0,"delta":{"content":"so far"}}]})"), hang()})
        << QStringLiteral("interrupted");
}

void TestCompareCommand::theTimeoutEndsALaneThatHangs()
{
    QFETCH(QList<Step>, script);
    QFETCH(QString, status);
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("slow"), {script});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const Outcome outcome = program.run(words("compare -m here/slow --timeout 0.8 --json What?"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.lane().value(QLatin1StringView("status")).toString(), status);
    QCOMPARE(errorOf(outcome.lane()).value(QLatin1StringView("kind")).toString(), QStringLiteral("timeout"));
    QCOMPARE(program.value(QStringLiteral("SELECT status FROM v_attempts")).toString(), status);
}

void TestCompareCommand::nothingIsSentBeyondTheLimitOfCost()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("gpt-4o"), {completion(words("a"))});
    program.addAccount(QStringLiteral("openai"), provider.baseUrl(), words("--preset openai"));
    const Outcome outcome =
        program.run(words("compare -m openai/gpt-4o -m openai/gpt-4o --max-cost 0.000001 --json What?"));
    QCOMPARE(outcome.exitCode, 1);
    for (int lane = 0; lane < 2; ++lane) {
        QCOMPARE(outcome.lane(lane).value(QLatin1StringView("status")).toString(), QStringLiteral("failed"));
        QCOMPARE(errorOf(outcome.lane(lane)).value(QLatin1StringView("kind")).toString(),
                 QStringLiteral("budget"));
    }
    QCOMPARE(provider.requestCount(), 0);
    QCOMPARE(program.value(QStringLiteral("SELECT sum(unpriced_attempts) FROM v_calls")).toInt(), 0);

    QCOMPARE(program.run(words("compare -m openai/gpt-4o --max-cost 5 --json What?")).exitCode, 0);
    QCOMPARE(provider.requestCount(), 1);
}

void TestCompareCommand::aLaneWithoutAPriceIsNamedWhenCostIsLimited()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("fake-model"), {completion(words("a"))});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const Outcome outcome = program.run(words("compare -m here/fake-model --max-cost 1 --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.document().isObject());
    QVERIFY2(outcome.err.contains("no known price"), outcome.err.constData());
    const QJsonObject cost = outcome.lane().value(QLatin1StringView("cost")).toObject();
    QVERIFY(cost.value(QLatin1StringView("usd")).isNull());
    QCOMPARE(cost.value(QLatin1StringView("basis")).toString(), QStringLiteral("unknown"));
}

void TestCompareCommand::aGermanDesktopDoesNotChangeTheDocument()
{
    Program program;
    const QJsonObject plain =
        program.run(words("compare --demo -m demo/thrifty --json --param temperature=0.5 Why?")).lane();
    program.setVariable(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    program.setVariable(QStringLiteral("LANGUAGE"), QStringLiteral("de"));
    const Outcome german =
        program.run(words("compare --demo -m demo/thrifty --json --param temperature=0.5 Why?"));
    QVERIFY2(german.exitCode == 0, german.text().constData());
    QCOMPARE(withoutChance(german.lane()), withoutChance(plain));
}

SWITCHYARD_TEST(TestCompareCommand)
#include "tst_comparecommand.moc"
