#include "core/insight/qualitypairs.h"

#include "core/ledger/requestimport.h"
#include "tests/core/insight/traffic.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QSet>
#include <QTest>

using namespace core;
using test::targetNamed;

namespace {

const QString kExtractTask = QStringLiteral("extract");
const QString kChat = QStringLiteral("chat");
const QDateTime kThen(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

/// As many moved calls of each task as it says; their ids count from 1.
BacktestResult movedCalls(const QList<std::pair<QString, int>> &tasks)
{
    BacktestResult result;
    qint64 id = 0;
    for (const auto &[task, calls] : tasks) {
        result.moves.append({.rule = QStringLiteral("default"),
                             .task = task,
                             .from = targetNamed(QStringLiteral("openai/big")),
                             .to = targetNamed(QStringLiteral("google/small"))});
        for (int call = 0; call < calls; ++call) {
            ++id;
            result.movedCalls.append({id, id, result.moves.size() - 1, Money::fromPicos(7), std::nullopt});
        }
    }
    return result;
}

QHash<QString, int> wantedOf(const QList<QualityStratum> &strata)
{
    QHash<QString, int> wanted;
    for (const QualityStratum &stratum : strata)
        wanted.insert(stratum.task, stratum.wanted);
    return wanted;
}

RuleSet rulesWithParameters()
{
    RuleSet rules{.name = QStringLiteral("mine")};
    rules.otherwise.chain = test::chainOf({QStringLiteral("google/small")});
    rules.otherwise.chain.targets.first().parameters.temperature = 0.3;
    return rules;
}

} // namespace

class QualityPairsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void everyTaskGetsEnoughForAClaim();
    void theRestGoesByHowManyCallsThereAre();
    void fewPairsAreSharedEvenly();
    void noTaskGivesMoreThanItHas();
    void equalSeedsDrawAlike();
    void callsThatCannotBeAskedAreNotDrawn();
    void aCallIsReadWithItsAnswer();
    void aFollowUpIsReadWithWhatCameBefore();
    void theContextOfAnImportIsRead();
    void whatCannotBeAskedAgainIsLeftOut_data();
    void whatCannotBeAskedAgainIsLeftOut();
    void candidatesAreTriedUntilThereAreEnough();

private:
    qint64 callOf(qint64 run);
    QualitySample read(const QList<MovedCall> &calls,
                       const TargetName &to = targetNamed(QStringLiteral("google/small")), int wanted = 100);

    std::unique_ptr<test::LedgerStory> m_story;
};

void QualityPairsTest::init()
{
    m_story = std::make_unique<test::LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

qint64 QualityPairsTest::callOf(qint64 run)
{
    m_story->finish();
    const Result<RunRecord> record = test::await(m_story->reader.run(run));
    return record ? record->lanes.constFirst().callId : 0;
}

QualitySample QualityPairsTest::read(const QList<MovedCall> &calls, const TargetName &to, int wanted)
{
    BacktestResult result;
    result.moves = {{.rule = QStringLiteral("default"), .task = kExtractTask, .to = to}};
    const QList<QualityStratum> strata{{kExtractTask, wanted, calls}};
    const Result<QualitySample> sample =
        test::await(m_story->ledger.database().read([result, strata](Connection &connection) {
            return readQualityPairs(connection, result, strata, rulesWithParameters(), 1);
        }));
    if (!sample)
        qFatal("%s", qPrintable(sample.error().message));
    return *sample;
}

void QualityPairsTest::everyTaskGetsEnoughForAClaim()
{
    const QHash<QString, int> wanted =
        wantedOf(drawStrata(movedCalls({{kExtractTask, 1000}, {kChat, 12}}), 40, 1));
    QCOMPARE(wanted.value(kChat), kPairsForClaim);
    QCOMPARE(wanted.value(kExtractTask), 30);
}

void QualityPairsTest::theRestGoesByHowManyCallsThereAre()
{
    // Seats go to the highest of 300 / n and 100 / n: beyond its first ten, the smaller task gets its next
    // one after the larger one's 32nd; of 80 they are those of at least 5.
    const QHash<QString, int> wanted =
        wantedOf(drawStrata(movedCalls({{kExtractTask, 300}, {kChat, 100}}), 40, 1));
    QCOMPARE(wanted.value(kExtractTask), 30);
    QCOMPARE(wanted.value(kChat), 10);
    const QHash<QString, int> more =
        wantedOf(drawStrata(movedCalls({{kExtractTask, 300}, {kChat, 100}}), 80, 1));
    QCOMPARE(more.value(kExtractTask), 60);
    QCOMPARE(more.value(kChat), 20);
}

void QualityPairsTest::fewPairsAreSharedEvenly()
{
    const QHash<QString, int> wanted =
        wantedOf(drawStrata(movedCalls({{kExtractTask, 1000}, {kChat, 100}}), 6, 1));
    QCOMPARE(wanted.value(kExtractTask), 3);
    QCOMPARE(wanted.value(kChat), 3);
}

void QualityPairsTest::noTaskGivesMoreThanItHas()
{
    const QHash<QString, int> wanted =
        wantedOf(drawStrata(movedCalls({{kExtractTask, 5}, {kChat, 2}}), 40, 1));
    QCOMPARE(wanted.value(kExtractTask), 5);
    QCOMPARE(wanted.value(kChat), 2);
    QVERIFY(drawStrata({}, 40, 1).isEmpty());
}

void QualityPairsTest::equalSeedsDrawAlike()
{
    const BacktestResult result = movedCalls({{kExtractTask, 500}});
    const QList<QualityStratum> one = drawStrata(result, 20, 7);
    QCOMPARE(drawStrata(result, 20, 7), one);
    QVERIFY(drawStrata(result, 20, 8) != one);
    QSet<qint64> ids;
    for (const MovedCall &call : one.constFirst().candidates)
        ids.insert(call.callId);
    QCOMPARE(ids.size(), one.constFirst().candidates.size());
    QVERIFY(one.constFirst().candidates.size() > 20);
}

void QualityPairsTest::callsThatCannotBeAskedAreNotDrawn()
{
    BacktestResult result = movedCalls({{kExtractTask, 4}, {kChat, 4}});
    result.movedCalls[0].runId = 0;
    result.moves[1].to = {};
    const QList<QualityStratum> strata = drawStrata(result, 40, 1);
    QCOMPARE(strata.size(), 1);
    QCOMPARE(strata.constFirst().wanted, 3);
}

void QualityPairsTest::aCallIsReadWithItsAnswer()
{
    test::LedgerStory::Request request{.target = QStringLiteral("openai/big"),
                                       .text = QStringLiteral("The old answer")};
    const qint64 run = m_story->tell(kThen, QStringLiteral("The question"), {request}, kExtractTask);
    const qint64 call = callOf(run);
    const QualitySample sample = read({{call, run, 0, Money::fromPicos(9), std::nullopt}});
    QCOMPARE(sample.leftOut, 0);
    QCOMPARE(sample.pairs.size(), 1);
    const QualityPair &pair = sample.pairs.constFirst();
    QCOMPARE(pair.callId, call);
    QCOMPARE(pair.runId, run);
    QCOMPARE(pair.task, kExtractTask);
    QCOMPARE(pair.prompt, QStringLiteral("The question"));
    QCOMPARE(pair.from, targetNamed(QStringLiteral("openai/big")));
    QCOMPARE(pair.to.name, targetNamed(QStringLiteral("google/small")));
    QCOMPARE(pair.to.parameters.temperature, 0.3);
    QCOMPARE(pair.stored.text, QStringLiteral("The old answer"));
    QCOMPARE(pair.storedCost, Money::fromPicos(9));
    QVERIFY(pair.earlier.isEmpty());
    QCOMPARE(pair.state, QualityPair::State::Waiting);
}

void QualityPairsTest::aFollowUpIsReadWithWhatCameBefore()
{
    test::LedgerStory::Request request{.target = QStringLiteral("openai/big"),
                                       .text = QStringLiteral("First")};
    const qint64 first = m_story->tell(kThen, QStringLiteral("One"), {request}, kExtractTask);
    m_story->finish();
    const Result<RunRecord> record = test::await(m_story->reader.run(first));
    QVERIFY(record);
    RunDraft draft;
    draft.prompt = QStringLiteral("Two");
    draft.turn = {first, first, Lineage::Own};
    LaneDraft lane{.accountId = 1, .accountName = QStringLiteral("openai"), .model = QStringLiteral("big")};
    lane.parentLane = record->lanes.constFirst().laneId;
    draft.lanes = {lane};
    const Result<RunIds> ids = test::await(m_story->writer.beginRun(draft));
    QVERIFY(ids);
    m_story->settled =
        m_story->writer.settle(ids->attempts.constFirst(), test::LedgerStory::outcome(request));
    m_story->finish();

    const QualitySample sample = read({{ids->calls.constFirst(), ids->run}});
    QCOMPARE(sample.pairs.size(), 1);
    QCOMPARE(
        sample.pairs.constFirst().earlier,
        (QList<Message>{{Role::User, QStringLiteral("One")}, {Role::Assistant, QStringLiteral("First")}}));
}

void QualityPairsTest::theContextOfAnImportIsRead()
{
    ImportedRequest request;
    request.prompt = QStringLiteral("Now");
    request.context.turns = 2;
    request.context.earlier = {{Role::User, QStringLiteral("Earlier")}};
    request.lane.account = QStringLiteral("import");
    request.lane.model = QStringLiteral("m");
    request.lane.completion.status = LaneStatus::Complete;
    request.lane.completion.text = QStringLiteral("An answer");
    request.externalId = QStringLiteral("a");
    ImportedRequest partial = request;
    partial.externalId = QStringLiteral("b");
    partial.context.whole = false;
    QVERIFY(test::await(m_story->writer.importRequests({request, partial})));
    const QualitySample sample = read({{callOf(1), 1}, {callOf(2), 2}});
    QCOMPARE(sample.pairs.size(), 1);
    QCOMPARE(sample.leftOut, 1);
    QCOMPARE(sample.pairs.constFirst().earlier, request.context.earlier);
}

void QualityPairsTest::whatCannotBeAskedAgainIsLeftOut_data()
{
    QTest::addColumn<LaneStatus>("status");
    QTest::addColumn<bool>("keepsTexts");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("to");
    const QString small = QStringLiteral("google/small");
    const QString text = QStringLiteral("An answer");
    QTest::newRow("texts not kept") << LaneStatus::Complete << false << text << small;
    QTest::newRow("an answer that broke off") << LaneStatus::Interrupted << true << text << small;
    QTest::newRow("an empty answer") << LaneStatus::Complete << true << QString() << small;
    QTest::newRow("a failed call") << LaneStatus::Failed << true << text << small;
    QTest::newRow("answered by whom it would go to")
        << LaneStatus::Complete << true << text << QStringLiteral("openai/big");
}

void QualityPairsTest::whatCannotBeAskedAgainIsLeftOut()
{
    QFETCH(const LaneStatus, status);
    QFETCH(const bool, keepsTexts);
    QFETCH(const QString, text);
    QFETCH(const QString, to);
    m_story->writer.setKeepTexts(keepsTexts);
    test::LedgerStory::Request request{
        .target = QStringLiteral("openai/big"), .status = status, .text = text};
    const qint64 run = m_story->tell(kThen, QStringLiteral("A question"), {request}, kExtractTask);
    const QualitySample sample = read({{callOf(run), run}}, targetNamed(to));
    QCOMPARE(sample.pairs.size(), 0);
    QCOMPARE(sample.leftOut, 1);
}

void QualityPairsTest::candidatesAreTriedUntilThereAreEnough()
{
    const test::LedgerStory::Request good{.target = QStringLiteral("openai/big")};
    const test::LedgerStory::Request bad{.target = QStringLiteral("openai/big"),
                                         .status = LaneStatus::Failed};
    QList<MovedCall> calls;
    for (const test::LedgerStory::Request &request : {bad, good, bad, good, good}) {
        const qint64 run = m_story->tell(kThen, QStringLiteral("A question"), {request}, kExtractTask);
        calls.append({callOf(run), run});
    }
    calls.append({99, 99});
    const QualitySample sample = read(calls, targetNamed(QStringLiteral("google/small")), 2);
    QCOMPARE(sample.pairs.size(), 2);
    QCOMPARE(sample.leftOut, 2);
    QCOMPARE(read(calls).leftOut, 3);
}

SWITCHYARD_TEST(QualityPairsTest)
#include "tst_qualitypairs.moc"
