#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

class LedgerWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void aRunIsWrittenWholeBeforeAnythingIsSent();
    void everythingOfAnOutcomeComesBack();
    void anAttemptIsSettledExactlyOnce();
    void onlyASettledStatusSettles();
    void unknownAttemptsAreRefused();
    void aRetryWithinTheCallKeepsItsTarget();
    void aRetryByTheUserIsANewCallOfTheLane();
    void partialTextIsKeptAndReplacedByTheAnswer();
    void journallingAfterTheEndChangesNothing();
    void anUnknownCostStaysUnknown_data();
    void anUnknownCostStaysUnknown();
    void relabellingMovesAllCallsOfTheRuns();
    void removingARunKeepsItsTotals();
    void settlingAfterRemovalKeepsFiguresOnly();
    void withoutTextsNoTextIsInAnyFile();
    void textsSwitchedOffMidwayStayOut();
    void removedTextIsGoneFromEveryRow();
    void pictureAndParametersComeBack();
    void turnsOfAConversationAreFoundFromAnyOfThem();
    void aDeletedTurnLeavesTheOthersReadable();
    void signalsTellWhatHappened();

private:
    RunRecord read(qint64 run) const
    {
        const auto record = await(m_ledger->reader->run(run));
        if (!record)
            qFatal("%s", qPrintable(record.error().message));
        return *record;
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void LedgerWriterTest::aRunIsWrittenWholeBeforeAnythingIsSent()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("Say hello");
    draft.system = QStringLiteral("Be brief");
    draft.task = QStringLiteral("summarize");
    draft.taskOrigin = TaskOrigin::Suggested;
    draft.tags = {{QStringLiteral("team"), QStringLiteral("search")}};
    draft.source = CallSource::Cli;
    draft.lanes = {LedgerFixture::lane(QStringLiteral("openai/gpt-4o")),
                   LedgerFixture::lane(QStringLiteral("demo/swift"), true)};
    const RunIds ids = m_ledger->begin(draft);
    QCOMPARE(ids.lanes.size(), 2);
    QCOMPARE(ids.calls.size(), 2);
    QCOMPARE(ids.attempts.size(), 2);

    const RunRecord run = read(ids.run);
    QCOMPARE(run.prompt, draft.prompt);
    QCOMPARE(run.system, draft.system);
    QCOMPARE(run.task, draft.task);
    QCOMPARE(run.taskOrigin, TaskOrigin::Suggested);
    QCOMPARE(run.tags, draft.tags);
    QCOMPARE(run.source, QStringLiteral("cli"));
    QCOMPARE(run.createdAtMs, m_ledger->clock.utcMs());
    QCOMPARE(run.lanes.size(), 2);
    QCOMPARE(run.lanes.at(0).latest.model, QStringLiteral("gpt-4o"));
    QCOMPARE(run.lanes.at(0).latest.completion.status, LaneStatus::Queued);
    QVERIFY(!run.lanes.at(0).latest.settledAtMs);
    QVERIFY(!run.lanes.at(0).latest.simulated);
    QVERIFY(run.lanes.at(1).latest.simulated);

    m_ledger->writer->markRunning(ids.attempts.at(1));
    m_ledger->settle(ids.attempts.at(0), LedgerFixture::answer(QStringLiteral("Hello")));
    QTRY_COMPARE(read(ids.run).lanes.at(1).latest.completion.status, LaneStatus::Running);
}

void LedgerWriterTest::everythingOfAnOutcomeComesBack()
{
    AttemptOutcome outcome;
    Completion &completion = outcome.completion;
    completion.status = LaneStatus::Interrupted;
    completion.text = QStringLiteral("Half an ans");
    completion.reasoning = QStringLiteral("Let me think");
    completion.refusal = QStringLiteral("no");
    completion.toolCalls = {{QStringLiteral("1"), QStringLiteral("f"), QStringLiteral("{}")}};
    completion.finishReason = QStringLiteral("length");
    completion.modelAnswered = QStringLiteral("gpt-4o-2024-08-06");
    completion.systemFingerprint = QStringLiteral("fp_1");
    completion.usage = {.input = 1204,
                        .cachedInput = 1024,
                        .cacheWrite = 3,
                        .cacheWrite1h = 1,
                        .output = 640,
                        .reasoning = 12,
                        .audioInput = 7,
                        .audioOutput = 8,
                        .toolCalls = 2,
                        .serviceTier = QStringLiteral("flex"),
                        .basis = UsageBasis::Reported,
                        .rawJson = QByteArray(R"({"prompt_tokens":1204})"),
                        .inconsistent = true};
    completion.timing = {.queued = 1.5,
                         .connected = 20.25,
                         .headers = 210.4,
                         .firstReasoning = 300.0,
                         .firstText = 412.9,
                         .last = 2204.0};
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = QStringLiteral("nothing came for 60 s");
    error.httpStatus = 200;
    error.retryAfter = std::chrono::milliseconds(1500);
    error.code = QStringLiteral("stalled");
    completion.error = error;
    outcome.cost = {.amount = Money::fromPicos(564'600'000),
                    .basis = CostBasis::Estimated,
                    .priceVersion = QStringLiteral("2026-09-23"),
                    .priceSource = QStringLiteral("OpenAI list price"),
                    .lower = Money::fromPicos(500),
                    .upper = Money::fromPicos(900'000'000),
                    .computed = Money::fromPicos(564'600'000),
                    .priceId = QStringLiteral("bundled:openai/gpt-4o"),
                    .currency = QStringLiteral("EUR"),
                    .ownAmount = Money::fromPicos(522'777'777)};
    outcome.vendor = QStringLiteral("openai");

    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("openai/gpt-4o")});
    m_ledger->clock.advance(std::chrono::seconds(3));
    m_ledger->settle(ids.attempts.first(), outcome);
    const AttemptRecord record = read(ids.run).lanes.first().latest;
    QVERIFY(record.completion == completion);
    QVERIFY(record.cost == outcome.cost);
    QCOMPARE(record.vendor, QStringLiteral("openai"));
    QCOMPARE(record.settledAtMs, std::optional(m_ledger->clock.utcMs()));
    QCOMPARE(record.startedAtMs, m_ledger->clock.utcMs() - 3000);
}

void LedgerWriterTest::anAttemptIsSettledExactlyOnce()
{
    const RunIds ids = m_ledger->ask(QStringLiteral("?"), QStringLiteral("a/m"), QStringLiteral("first"));
    const auto again = await(
        m_ledger->writer->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("second"))));
    QVERIFY(!again);
    QCOMPARE(again.error().code, QStringLiteral("settled"));
    QCOMPARE(read(ids.run).lanes.first().latest.completion.text, QStringLiteral("first"));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(cost_picos) FROM attempts")), 1000);
}

void LedgerWriterTest::onlyASettledStatusSettles()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Running;
    const auto refused = await(m_ledger->writer->settle(ids.attempts.first(), outcome));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
}

void LedgerWriterTest::unknownAttemptsAreRefused()
{
    QCOMPARE(await(m_ledger->writer->settle(77, LedgerFixture::answer(QStringLiteral("x")))).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(await(m_ledger->writer->beginAttempt({.laneId = 77})).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_ledger->writer->beginAttempt({.laneId = 77, .callId = 78})).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(await(m_ledger->writer->removeRun(77)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_ledger->reader->run(77)).error().kind, ErrorKind::NotFound);
}

void LedgerWriterTest::aRetryWithinTheCallKeepsItsTarget()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(),
                     LedgerFixture::failure(LaneStatus::Failed, ErrorKind::RateLimited));
    const auto next =
        await(m_ledger->writer->beginAttempt({.laneId = ids.lanes.first(), .callId = ids.calls.first()}));
    QVERIFY(next);
    QCOMPARE(next->call, ids.calls.first());
    m_ledger->settle(next->attempt, LedgerFixture::answer(QStringLiteral("now")));
    const LaneRecord lane = read(ids.run).lanes.first();
    QCOMPARE(lane.attempts, 2);
    QCOMPARE(lane.latest.number, 2);
    QCOMPARE(lane.latest.accountName, QStringLiteral("a"));
    QCOMPARE(lane.latest.model, QStringLiteral("m"));
    QCOMPARE(lane.latest.completion.text, QStringLiteral("now"));
}

void LedgerWriterTest::aRetryByTheUserIsANewCallOfTheLane()
{
    const RunIds ids =
        m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")}, QStringLiteral("extract"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("old")));
    AttemptDraft draft{.laneId = ids.lanes.first(), .lane = LedgerFixture::lane(QStringLiteral("b/other"))};
    draft.lane.parameters.maxTokens = 7;
    const auto next = await(m_ledger->writer->beginAttempt(draft));
    QVERIFY(next);
    QVERIFY(next->call != ids.calls.first());
    const LaneRecord lane = read(ids.run).lanes.first();
    QCOMPARE(lane.callId, next->call);
    QCOMPARE(lane.attempts, 1);
    QCOMPARE(lane.latest.model, QStringLiteral("other"));
    QCOMPARE(lane.latest.task, QStringLiteral("extract"));
    QCOMPARE(lane.parameters.maxTokens, std::optional<qint64>(7));
}

void LedgerWriterTest::partialTextIsKeptAndReplacedByTheAnswer()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    m_ledger->writer->markRunning(ids.attempts.first());
    m_ledger->writer->journal(ids.attempts.first(), QStringLiteral("On"), QStringLiteral("Hm"));
    m_ledger->writer->journal(ids.attempts.first(), QStringLiteral("Once upon"), QStringLiteral("Hmm"));
    QTRY_COMPARE(read(ids.run).lanes.first().latest.completion.text, QStringLiteral("Once upon"));
    QCOMPARE(read(ids.run).lanes.first().latest.completion.reasoning, QStringLiteral("Hmm"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("Once upon a time")));
    QCOMPARE(read(ids.run).lanes.first().latest.completion.text, QStringLiteral("Once upon a time"));
}

void LedgerWriterTest::journallingAfterTheEndChangesNothing()
{
    const RunIds ids = m_ledger->ask(QStringLiteral("?"), QStringLiteral("a/m"), QStringLiteral("whole"));
    m_ledger->writer->journal(ids.attempts.first(), QStringLiteral("wh"), QString());
    m_ledger->writer->markRunning(ids.attempts.first());
    m_ledger->ask(QStringLiteral("the next write"), QStringLiteral("a/m"), QStringLiteral("x"));
    QCOMPARE(read(ids.run).lanes.first().latest.completion.text, QStringLiteral("whole"));
    QCOMPARE(read(ids.run).lanes.first().latest.completion.status, LaneStatus::Complete);
}

void LedgerWriterTest::anUnknownCostStaysUnknown_data()
{
    QTest::addColumn<bool>("hasAmount");
    QTest::addColumn<int>("basis");
    QTest::newRow("neither amount nor basis") << false << static_cast<int>(CostBasis::Unknown);
    QTest::newRow("an amount without a basis") << true << static_cast<int>(CostBasis::Unknown);
    QTest::newRow("a basis without an amount") << false << static_cast<int>(CostBasis::Computed);
}

void LedgerWriterTest::anUnknownCostStaysUnknown()
{
    QFETCH(bool, hasAmount);
    QFETCH(int, basis);
    AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"), std::nullopt);
    if (hasAmount)
        outcome.cost.amount = Money::fromPicos(5);
    outcome.cost.basis = static_cast<CostBasis>(basis);
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(), outcome);
    const Cost cost = read(ids.run).lanes.first().latest.cost;
    QVERIFY(!cost.amount);
    QCOMPARE(cost.basis, CostBasis::Unknown);
}

void LedgerWriterTest::relabellingMovesAllCallsOfTheRuns()
{
    const RunIds one = m_ledger->ask(QStringLiteral("1"), QStringLiteral("a/m"), QStringLiteral("x"));
    const RunIds two = m_ledger->ask(QStringLiteral("2"), QStringLiteral("a/m"), QStringLiteral("x"));
    const RunIds three = m_ledger->ask(QStringLiteral("3"), QStringLiteral("a/m"), QStringLiteral("x"));
    QVERIFY(await(
        m_ledger->writer->setTask({one.run, three.run}, QStringLiteral("reasoning"), TaskOrigin::Rule)));
    QCOMPARE(read(one.run).task, QStringLiteral("reasoning"));
    QCOMPARE(read(one.run).taskOrigin, TaskOrigin::Rule);
    QCOMPARE(read(two.run).task, QString());
    QCOMPARE(read(three.run).task, QStringLiteral("reasoning"));
    QCOMPARE(*await(m_ledger->reader->tasks()), QStringList{QStringLiteral("reasoning")});
}

void LedgerWriterTest::removingARunKeepsItsTotals()
{
    const RunIds ids =
        m_ledger->ask(QStringLiteral("a secret plan"), QStringLiteral("a/m"), QStringLiteral("an answer"));
    m_ledger->ask(QStringLiteral("another"), QStringLiteral("a/m"), QStringLiteral("x"));
    const UsageReport before = *await(m_ledger->reader->usage({}));
    QVERIFY(await(m_ledger->writer->removeRun(ids.run)));
    QVERIFY(await(m_ledger->reader->usage({}))->total == before.total);
    QCOMPARE(before.total.calls, 2);
    QVERIFY(await(m_ledger->reader->searchRuns({.words = QStringLiteral("secret")}))->isEmpty());
    QCOMPARE(await(m_ledger->reader->searchRuns({}))->size(), 1);
    QCOMPARE(await(m_ledger->reader->attempts({}))->size(), 2);
    QVERIFY(await(m_ledger->reader->attempts({}))->last().completion.text.isNull());
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM lanes")), 1);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM answers")), 1);
}

void LedgerWriterTest::settlingAfterRemovalKeepsFiguresOnly()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    QVERIFY(await(m_ledger->writer->removeRun(ids.run)));
    m_ledger->writer->journal(ids.attempts.first(), QStringLiteral("late"), QString());
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("late answer")));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM answers")), 0);
    QCOMPARE(await(m_ledger->reader->usage({}))->total.output, 20);
}

void LedgerWriterTest::withoutTextsNoTextIsInAnyFile()
{
    m_ledger->writer->setKeepTexts(false);
    RunDraft draft;
    draft.prompt = QStringLiteral("xylophoneprompt");
    draft.system = QStringLiteral("xylophonesystem");
    draft.images = {{QByteArray("xylophonepicture"), QStringLiteral("image/png")}};
    draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    const RunIds ids = m_ledger->begin(draft);
    m_ledger->writer->journal(ids.attempts.first(), QStringLiteral("xylophonepartial"),
                              QStringLiteral("xylophonethought"));
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("xylophoneanswer")));

    const RunRecord run = read(ids.run);
    QVERIFY(!run.textsKept);
    QVERIFY(run.prompt.isNull());
    QVERIFY(run.lanes.first().latest.completion.text.isNull());
    QCOMPARE(run.lanes.first().latest.completion.usage.output, std::optional<qint64>(20));
    const auto listed = await(m_ledger->reader->searchRuns({}));
    QCOMPARE(listed->size(), 1);
    QVERIFY(listed->first().prompt.isNull());
    QVERIFY(!m_ledger->filesContain("xylophone"));
    QVERIFY(!m_ledger->filesContain(QByteArray("xylophonepicture").toBase64()));
}

void LedgerWriterTest::textsSwitchedOffMidwayStayOut()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("marimbaprompt"), {QStringLiteral("a/m")});
    m_ledger->writer->setKeepTexts(false);
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("xylophoneanswer")));
    QVERIFY(m_ledger->filesContain("marimbaprompt"));
    QVERIFY(!m_ledger->filesContain("xylophone"));
}

void LedgerWriterTest::removedTextIsGoneFromEveryRow()
{
    const RunIds ids = m_ledger->ask(QStringLiteral("Xylophone Prompt"), QStringLiteral("a/m"),
                                     QStringLiteral("Xylophone Answer"));
    m_ledger->ask(QStringLiteral("other"), QStringLiteral("a/m"), QStringLiteral("x"));
    QVERIFY(m_ledger->filesContain("Xylophone Answer"));
    QVERIFY(await(m_ledger->writer->removeRun(ids.run)));
    QVERIFY(!m_ledger->filesContain("Xylophone Prompt"));
    QVERIFY(!m_ledger->filesContain("Xylophone Answer"));
}

void LedgerWriterTest::pictureAndParametersComeBack()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("What is this?");
    draft.images = {{QByteArray("\x89PNG\x00", 5), QStringLiteral("image/png")}};
    draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    draft.lanes.first().parameters.temperature = 0.2;
    const RunRecord run = read(m_ledger->begin(draft).run);
    QVERIFY(run.images == draft.images);
    QVERIFY(run.lanes.first().parameters == draft.lanes.first().parameters);
}

void LedgerWriterTest::turnsOfAConversationAreFoundFromAnyOfThem()
{
    const RunIds first = m_ledger->begin(QStringLiteral("One?"), {QStringLiteral("a/m")});
    RunDraft follow;
    follow.prompt = QStringLiteral("Two?");
    follow.turn = {first.run, first.run, Lineage::Winner};
    follow.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    follow.lanes[0].parentLane = first.lanes.first();
    const RunIds second = m_ledger->begin(follow);
    follow.prompt = QStringLiteral("Two, differently?");
    const RunIds branch = m_ledger->begin(follow);

    const auto turns = await(m_ledger->reader->conversation(second.run));
    QVERIFY(turns);
    QCOMPARE(turns->size(), 2);
    QCOMPARE(turns->first().id, first.run);
    QCOMPARE(turns->first().turn, TurnPlace());
    QCOMPARE(turns->last().turn, (TurnPlace{first.run, first.run, Lineage::Winner}));
    QCOMPARE(turns->last().lanes.first().parentLane, first.lanes.first());

    const auto all = await(m_ledger->reader->turns(first.run));
    QVERIFY(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->at(2).runId, branch.run);
    QCOMPARE(all->at(2).parentRun, first.run);
    QCOMPARE(all->at(2).prompt, QStringLiteral("Two, differently?"));
}

void LedgerWriterTest::aDeletedTurnLeavesTheOthersReadable()
{
    const RunIds first = m_ledger->begin(QStringLiteral("One?"), {QStringLiteral("a/m")});
    RunDraft follow;
    follow.prompt = QStringLiteral("Two?");
    follow.turn = {first.run, first.run, Lineage::Own};
    follow.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    follow.lanes[0].parentLane = first.lanes.first();
    const RunIds second = m_ledger->begin(follow);
    QVERIFY(await(m_ledger->writer->removeRun(first.run)));
    const auto turns = await(m_ledger->reader->conversation(second.run));
    QVERIFY(turns);
    QCOMPARE(turns->size(), 1);
    QCOMPARE(turns->first().turn.parentRun, 0);
    QCOMPARE(turns->first().lanes.first().parentLane, 0);
    QCOMPARE(await(m_ledger->reader->turns(first.run))->size(), 1);
}

void LedgerWriterTest::signalsTellWhatHappened()
{
    QSignalSpy started(m_ledger->writer.get(), &LedgerWriter::runStarted);
    QSignalSpy settled(m_ledger->writer.get(), &LedgerWriter::attemptSettled);
    QSignalSpy changed(m_ledger->writer.get(), &LedgerWriter::runsChanged);
    QSignalSpy failed(m_ledger->writer.get(), &LedgerWriter::writeFailed);
    const RunIds ids = m_ledger->ask(QStringLiteral("?"), QStringLiteral("a/m"), QStringLiteral("x"));
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().toLongLong(), ids.run);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(0).toLongLong(), ids.run);
    QCOMPARE(settled.first().at(1).toLongLong(), ids.attempts.first());
    QCOMPARE(changed.size(), 2);
    QVERIFY(failed.isEmpty());
    m_ledger->writer->journal(4711, QStringLiteral("to nobody"), QString());
    QTRY_COMPARE(failed.size(), 1);
}

SWITCHYARD_TEST(LedgerWriterTest)
#include "tst_ledgerwriter.moc"
