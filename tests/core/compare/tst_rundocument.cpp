#include "core/compare/rundocument.h"

#include "core/compare/runexport.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

const QByteArray kPicture = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

/// A settled run of two lanes with a picture, a tag and parameters.
RunRecord writeRun(LedgerFixture &ledger, const TurnPlace &turn = {}, qint64 parentLane = 0)
{
    RunDraft draft;
    draft.prompt = QStringLiteral("What is this? 你好");
    draft.system = QStringLiteral("Be brief.");
    draft.images = {{kPicture, QStringLiteral("image/png")}};
    draft.task = QStringLiteral("extract");
    draft.taskOrigin = TaskOrigin::Suggested;
    draft.tags = {{QStringLiteral("ticket"), QStringLiteral("7")}};
    draft.turn = turn;
    draft.lanes = {LedgerFixture::lane(QStringLiteral("openai/gpt")),
                   LedgerFixture::lane(QStringLiteral("x/y/z"))};
    draft.lanes[0].vendor = QStringLiteral("openai");
    draft.lanes[0].parameters.temperature = 0.2;
    draft.lanes[0].parentLane = parentLane;
    const RunIds ids = ledger.begin(draft);
    AttemptOutcome outcome =
        LedgerFixture::answer(QStringLiteral("A **dot**."), Money::fromDecimal(u"0.0005646"));
    outcome.completion.reasoning = QStringLiteral("Hm.");
    outcome.completion.timing = {1.25, {}, 210.4, 300.123, 412.9, 2204.0};
    outcome.completion.toolCalls = {{QStringLiteral("c1"), QStringLiteral("look"), QStringLiteral("{}")}};
    outcome.cost.priceVersion = QStringLiteral("2026-08-21");
    ledger.settle(ids.attempts.at(0), outcome);
    AttemptOutcome failed = LedgerFixture::failure(LaneStatus::Failed, ErrorKind::RateLimited);
    failed.completion.error->httpStatus = 429;
    ledger.settle(ids.attempts.at(1), failed);
    return await(ledger.reader->run(ids.run)).value();
}

QByteArray document(const QByteArray &change, const QByteArray &into)
{
    QByteArray json =
        R"({"run_id": 5, "prompt": "p", "lanes": [{"account": "a", "model": "m", "status": "complete",
        "text": "t", "usage": {"input": 3, "output": 2, "basis": "reported"},
        "cost": {"usd": "0.5", "basis": "computed"}, "timing_ms": {"queued": 0, "last": 12.5}}]})";
    return json.replace(change, into);
}

} // namespace

class RunDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void anExportedRunIsReadWhole();
    void anImportedRunKeepsItsFigures();
    void aRoutedLaneKeepsItsRuleAndDecision();
    void theSameDocumentIsNeverCountedTwice();
    void aDocumentOfTheSameLedgerIsKnown();
    void anImportIsInNoTotal();
    void aConversationKeepsItsTurns();
    void lanesWithoutIdsAreNoParents();
    void withoutTextsFiguresAreImported();
    void unknownFieldsAreListed();
    void whatStillRanIsInterrupted();
    void badDocumentsAreNamed_data();
    void badDocumentsAreNamed();
};

void RunDocumentTest::anExportedRunIsReadWhole()
{
    LedgerFixture ledger;
    const RunRecord run = writeRun(ledger);
    const Result<RunDocument> read = readRunDocument(exportRuns({run}, ExportFormat::Json), kNow);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->unknown, QStringList());
    QCOMPARE(read->runs.size(), 1);
    const RunRecord &again = read->runs.constFirst();
    QCOMPARE(again.id, run.id);
    QCOMPARE(again.createdAtMs, run.createdAtMs);
    QCOMPARE(again.prompt, run.prompt);
    QCOMPARE(again.system, run.system);
    QCOMPARE(again.task, run.task);
    QCOMPARE(again.taskOrigin, run.taskOrigin);
    QCOMPARE(again.tags, run.tags);
    QCOMPARE(again.images, run.images);
    QCOMPARE(again.lanes.size(), 2);
    const LaneRecord &lane = again.lanes.constFirst();
    QCOMPARE(lane.parameters, run.lanes.constFirst().parameters);
    QCOMPARE(lane.latest.completion, run.lanes.constFirst().latest.completion);
    QCOMPARE(lane.latest.cost, run.lanes.constFirst().latest.cost);
    QCOMPARE(again.lanes.at(1).latest.completion, run.lanes.at(1).latest.completion);
    QCOMPARE(contentHash(again), contentHash(run));
}

void RunDocumentTest::anImportedRunKeepsItsFigures()
{
    LedgerFixture origin;
    const RunRecord run = writeRun(origin);
    const QByteArray json = exportRuns({run}, ExportFormat::Json);
    LedgerFixture target;
    target.ask(QStringLiteral("own"), QStringLiteral("a/b"), QStringLiteral("own answer"));
    const RunDocument read = readRunDocument(json, kNow).value();
    const Result<ImportOutcome> imported = await(target.writer->importRuns(read.runs));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(imported->runs.size(), 1);
    const RunRecord here = await(target.reader->run(imported->runs.constFirst())).value();
    QCOMPARE(here.source, QStringLiteral("import"));
    QCOMPARE(here.createdAtMs, run.createdAtMs);
    QCOMPARE(here.prompt, run.prompt);
    QCOMPARE(here.images, run.images);
    QCOMPARE(here.tags, run.tags);
    for (qsizetype at = 0; at < run.lanes.size(); ++at) {
        QCOMPARE(here.lanes.at(at).latest.completion, run.lanes.at(at).latest.completion);
        QCOMPARE(here.lanes.at(at).latest.cost, run.lanes.at(at).latest.cost);
        QCOMPARE(here.lanes.at(at).parameters, run.lanes.at(at).parameters);
        QCOMPARE(here.lanes.at(at).attempts, 1);
    }
    QCOMPARE(here.lanes.constFirst().latest.vendor, QStringLiteral("openai"));
    // It is found by its words.
    RunFilter filter;
    filter.words = QStringLiteral("dot");
    QCOMPARE(await(target.reader->searchRuns(filter)).value().size(), 1);
}

void RunDocumentTest::aRoutedLaneKeepsItsRuleAndDecision()
{
    LedgerFixture origin;
    RunDraft draft;
    draft.prompt = QStringLiteral("Which birds sleep while they fly?");
    draft.lanes = {LedgerFixture::lane(QStringLiteral("openai/gpt")),
                   LedgerFixture::lane(QStringLiteral("x/y/z"))};
    LaneDraft &routed = draft.lanes.first();
    routed.requested = QStringLiteral("route/three buckets");
    routed.route = {
        QStringLiteral("three buckets"),
        4,
        QStringLiteral("summaries"),
        {{QStringLiteral("rule"), QStringLiteral("summaries")},
         {QStringLiteral("trace"),
          QJsonArray{QJsonObject{{QStringLiteral("rule"), QStringLiteral("summaries")},
                                 {QStringLiteral("matched"), true},
                                 {QStringLiteral("why"), QStringLiteral("task is summarize.")}}}}}};
    const CallRoute route = routed.route;
    const RunIds ids = origin.begin(draft);
    for (const qint64 attempt : ids.attempts)
        origin.settle(attempt, LedgerFixture::answer(QStringLiteral("Swifts."), Money::fromDecimal(u"0.1")));
    const RunRecord run = await(origin.reader->run(ids.run)).value();
    QCOMPARE(run.lanes.constFirst().latest.route, route);

    const RunDocument read = readRunDocument(exportRuns({run}, ExportFormat::Json), kNow).value();
    QCOMPARE(read.unknown, QStringList());
    LedgerFixture target;
    target.ask(QStringLiteral("own"), QStringLiteral("a/b"), QStringLiteral("own answer"));
    const ImportOutcome imported = await(target.writer->importRuns(read.runs)).value();
    const RunRecord here = await(target.reader->run(imported.runs.constFirst())).value();
    const LaneRecord &lane = here.lanes.constFirst();
    QCOMPARE(lane.requested, QStringLiteral("route/three buckets"));
    QCOMPARE(await(target.reader->routeOfCall(lane.callId)).value(), std::optional(route));
    QVERIFY(here.lanes.at(1).requested.isEmpty());
    QVERIFY(here.lanes.at(1).latest.route.ruleSet.isEmpty());
    // And what is written of it again says the same.
    const RunDocument again = readRunDocument(exportRuns({here}, ExportFormat::Json), kNow).value();
    QCOMPARE(again.runs.constFirst().lanes.constFirst().latest.route, route);
}

void RunDocumentTest::theSameDocumentIsNeverCountedTwice()
{
    LedgerFixture origin;
    const QByteArray json = exportRuns({writeRun(origin)}, ExportFormat::Json);
    LedgerFixture target;
    target.ask(QStringLiteral("own"), QStringLiteral("a/b"), QStringLiteral("x"));
    const RunDocument read = readRunDocument(json, kNow).value();
    const ImportOutcome first = await(target.writer->importRuns(read.runs)).value();
    const Spend spent = await(target.reader->spend(0)).value();
    const ImportOutcome second = await(target.writer->importRuns(read.runs)).value();
    QVERIFY(second.runs.isEmpty());
    QCOMPARE(second.known, first.runs);
    QCOMPARE(await(target.reader->spend(0)).value(), spent);
    QCOMPARE(target.number(QStringLiteral("SELECT count(*) FROM attempts")), 3);
    // Written otherwise, it says the same.
    const QByteArray compact = QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
    QCOMPARE(await(target.writer->importRuns(readRunDocument(compact, kNow).value().runs)).value().known,
             first.runs);
}

void RunDocumentTest::aDocumentOfTheSameLedgerIsKnown()
{
    LedgerFixture ledger;
    const RunRecord run = writeRun(ledger);
    const RunDocument read = readRunDocument(exportRuns({run}, ExportFormat::Json), kNow).value();
    const ImportOutcome outcome = await(ledger.writer->importRuns(read.runs)).value();
    QCOMPARE(outcome, (ImportOutcome{{}, {run.id}}));
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM runs")), 1);
}

void RunDocumentTest::anImportIsInNoTotal()
{
    LedgerFixture origin;
    const RunDocument read =
        readRunDocument(exportRuns({writeRun(origin)}, ExportFormat::Json), kNow).value();
    LedgerFixture target;
    target.ask(QStringLiteral("own"), QStringLiteral("a/b"), QStringLiteral("x"));
    const Spend spent = await(target.reader->spend(0)).value();
    const ImportOutcome first = await(target.writer->importRuns(read.runs)).value();
    QCOMPARE(await(target.reader->spend(0)).value(), spent);
    // Deleted, nothing of it is left, so it can come again.
    QVERIFY(await(target.writer->removeRun(first.runs.constFirst())));
    QCOMPARE(target.number(QStringLiteral("SELECT count(*) FROM attempts")), 1);
    QCOMPARE(target.number(QStringLiteral("SELECT count(*) FROM imports")), 0);
    QCOMPARE(await(target.writer->importRuns(read.runs)).value().runs.size(), 1);
}

void RunDocumentTest::aConversationKeepsItsTurns()
{
    LedgerFixture origin;
    const RunRecord first = writeRun(origin);
    const RunRecord second =
        writeRun(origin, {first.id, first.id, Lineage::Winner}, first.lanes.at(0).laneId);
    const RunRecord third = writeRun(origin, {second.id, first.id, Lineage::Own}, second.lanes.at(0).laneId);
    const QByteArray json = exportRuns({first, second, third}, ExportFormat::Json);
    LedgerFixture target;
    target.ask(QStringLiteral("own"), QStringLiteral("a/b"), QStringLiteral("x"));
    const ImportOutcome outcome =
        await(target.writer->importRuns(readRunDocument(json, kNow).value().runs)).value();
    QCOMPARE(outcome.runs.size(), 3);
    const QList<RunRecord> turns = await(target.reader->conversation(outcome.runs.last())).value();
    QCOMPARE(turns.size(), 3);
    QCOMPARE(turns.at(1).turn, (TurnPlace{outcome.runs.at(0), outcome.runs.at(0), Lineage::Winner}));
    QCOMPARE(turns.at(2).turn, (TurnPlace{outcome.runs.at(1), outcome.runs.at(0), Lineage::Own}));
    QCOMPARE(turns.at(2).lanes.at(0).parentLane, turns.at(1).lanes.at(0).laneId);
    // A longer export of the same conversation adds what is new to what is there.
    const RunRecord fourth = writeRun(origin, {third.id, first.id, Lineage::Own}, third.lanes.at(0).laneId);
    const QByteArray longer = exportRuns({first, second, third, fourth}, ExportFormat::Json);
    const ImportOutcome more =
        await(target.writer->importRuns(readRunDocument(longer, kNow).value().runs)).value();
    QCOMPARE(more.known, outcome.runs);
    QCOMPARE(await(target.reader->conversation(more.runs.constFirst())).value().size(), 4);
}

void RunDocumentTest::lanesWithoutIdsAreNoParents()
{
    LedgerFixture target;
    const QByteArray first = document("", "");
    QVERIFY(await(target.writer->importRuns(readRunDocument(first, kNow).value().runs)));
    const QByteArray both = '[' + first + ',' + document("\"run_id\": 5", "\"run_id\": 6") + ']';
    const ImportOutcome outcome =
        await(target.writer->importRuns(readRunDocument(both, kNow).value().runs)).value();
    QCOMPARE(outcome.known.size(), 1);
    QCOMPARE(outcome.runs.size(), 1);
    const RunRecord added = await(target.reader->run(outcome.runs.constFirst())).value();
    QCOMPARE(added.lanes.constFirst().parentLane, 0);
}

void RunDocumentTest::withoutTextsFiguresAreImported()
{
    LedgerFixture origin;
    const RunDocument read =
        readRunDocument(exportRuns({writeRun(origin)}, ExportFormat::Json), kNow).value();
    LedgerFixture target;
    target.writer->setKeepTexts(false);
    const ImportOutcome outcome = await(target.writer->importRuns(read.runs)).value();
    const RunRecord here = await(target.reader->run(outcome.runs.constFirst())).value();
    QVERIFY(!here.textsKept);
    QVERIFY(here.lanes.constFirst().latest.completion.text.isEmpty());
    QCOMPARE(here.lanes.constFirst().latest.completion.usage.input, std::optional<qint64>(100));
    QVERIFY(!target.filesContain("A **dot**."));
    QCOMPARE(await(target.writer->importRuns(read.runs)).value().known, outcome.runs);
}

void RunDocumentTest::unknownFieldsAreListed()
{
    const Result<RunDocument> read = readRunDocument(
        document("\"text\": \"t\",", R"("text": "t", "score": 5, "attempts": 3, "cost_note": {"a": 1},)"),
        kNow);
    QVERIFY(read);
    QCOMPARE(read->unknown,
             (QStringList{QStringLiteral("lanes[0].attempts: 3, of which only the last is described"),
                          QStringLiteral("lanes[0].cost_note"), QStringLiteral("lanes[0].score")}));
    QCOMPARE(read->runs.constFirst().createdAtMs, kNow);
    const Result<RunDocument> wrapped =
        readRunDocument("{\"generator\": 1, \"runs\": [" + document("", "") + "]}", kNow);
    QVERIFY(wrapped);
    QCOMPARE(wrapped->unknown, QStringList{QStringLiteral("generator")});
    QVERIFY(readRunDocument("[" + document("", "") + "]", kNow));
}

void RunDocumentTest::whatStillRanIsInterrupted()
{
    const Result<RunDocument> read = readRunDocument(document("complete", "running"), kNow);
    QVERIFY(read);
    QCOMPARE(read->runs.constFirst().lanes.constFirst().latest.completion.status, LaneStatus::Interrupted);
}

void RunDocumentTest::badDocumentsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON, with its place") << QByteArray("{\"lanes\": [}") << QStringLiteral("at byte");
    QTest::newRow("something else") << QByteArray("{\"model\": 1}") << QStringLiteral("no run");
    QTest::newRow("an empty list") << QByteArray("[]") << QStringLiteral("no run");
    QTest::newRow("no lanes") << QByteArray("{\"lanes\": []}") << QStringLiteral("has no lane");
    QTest::newRow("lanes that are no list")
        << QByteArray("{\"lanes\": 3}") << QStringLiteral("lanes is not a list");
    QTest::newRow("a run that is no object") << QByteArray("[3]") << QStringLiteral("[0] is not an object");
    QTest::newRow("a status nobody knows")
        << document("complete", "happy") << QStringLiteral("lanes[0].status is not a known state: “happy”");
    QTest::newRow("no model") << document("\"m\"", "\"\"") << QStringLiteral("lanes[0].model is missing");
    QTest::newRow("a count that is a text") << document("\"input\": 3", "\"input\": \"3\"")
                                            << QStringLiteral("lanes[0].usage.input is not a number");
    QTest::newRow("a count that is negative")
        << document("\"input\": 3", "\"input\": -3")
        << QStringLiteral("lanes[0].usage.input is not a number from 0");
    QTest::newRow("half a token") << document("\"input\": 3", "\"input\": 3.5")
                                  << QStringLiteral("not a whole number");
    QTest::newRow("a count no integer holds")
        << document("\"input\": 3", "\"input\": 1e300") << QStringLiteral("not a whole number");
    QTest::newRow("a cost in words") << document(
        "\"0.5\"", "\"cheap\"") << QStringLiteral("lanes[0].cost.usd is not an amount of dollars: “cheap”");
    QTest::newRow("a negative cost") << document("\"0.5\"", "\"-1\"") << QStringLiteral("lanes[0].cost.usd");
    QTest::newRow("a time in words") << document("\"prompt\"", R"("at": "yesterday", "prompt")")
                                     << QStringLiteral("at is not a time: “yesterday”");
    QTest::newRow("a picture that is none")
        << document("\"prompt\"", R"("images": [{"type": "image/png", "data": "PHN2Zz4="}], "prompt")")
        << QStringLiteral("images[0].data is not a PNG");
    QTest::newRow("a route without its rule set") << document("\"text\"", R"("route": {"rule": "r"}, "text")")
                                                  << QStringLiteral("lanes[0].route.rule_set is missing");
    QTest::newRow("a decision in words")
        << document("\"text\"", R"("route": {"rule_set": "s", "decision": "yes"}, "text")")
        << QStringLiteral("lanes[0].route.decision is not an object");
}

void RunDocumentTest::badDocumentsAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const Result<RunDocument> read = readRunDocument(json, kNow);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

SWITCHYARD_TEST(RunDocumentTest)
#include "tst_rundocument.moc"
