#include "core/judging/votestore.h"

#include "core/judging/taskratings.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

namespace {

const QDateTime kThen(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

} // namespace

class VoteStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aVoteIsReadBackWhole();
    void votingAgainReplacesTheVoteAndCanBeTakenBack();
    void thumbsAreOneALane();
    void judgesVoteBesideThePerson();
    void withdrawnVotesAreGone();
    void notesAreKept();
    void ballotsThatDoNotFitAreRefused_data();
    void ballotsThatDoNotFitAreRefused();
    void aRunThatIsNotThereIsRefused();
    void votesFollowARelabelledRun();
    void votesOutliveTheirRun();
    void filtersAndTasks();
    void ratingsComeFromTheFile();
    void rulesAreToldTheRatingsOfEachTask();
    void agreementIsBetweenJudgeAndPerson();
    void survivesARestart();

private:
    /// A run of two lanes in the ledger, as a ballot.
    Vote ballot(VoteKind kind, int winner, const QString &task = {}, bool simulated = false);
    CastVote castOk(const Vote &vote);

    std::unique_ptr<test::LedgerStory> m_story;
    std::unique_ptr<VoteStore> m_store;
};

void VoteStoreTest::init()
{
    m_story = std::make_unique<test::LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_store = std::make_unique<VoteStore>(m_story->ledger.database(), m_story->clock);
}

void VoteStoreTest::cleanup()
{
    m_store.reset();
    m_story.reset();
}

Vote VoteStoreTest::ballot(VoteKind kind, int winner, const QString &task, bool simulated)
{
    test::LedgerStory::Request one;
    one.target = QStringLiteral("openai/gpt-5-mini");
    one.simulated = simulated;
    test::LedgerStory::Request other;
    other.target = QStringLiteral("qwen/qwen-plus");
    other.simulated = simulated;
    const qint64 run = m_story->tell(kThen, QStringLiteral("Which?"), {one, other}, task);
    m_story->finish();
    const RunRecord record = await(m_story->reader.run(run)).value();
    Vote vote;
    vote.kind = kind;
    vote.runId = run;
    for (const LaneRecord &lane : record.lanes) {
        vote.lanes.append(ballotLane(lane, 1 - lane.position));
        vote.lanes.last().won = lane.position == winner;
    }
    return vote;
}

CastVote VoteStoreTest::castOk(const Vote &vote)
{
    const Result<CastVote> cast = await(m_store->cast(vote));
    if (!cast)
        qFatal("%s", qPrintable(cast.error().message));
    return *cast;
}

void VoteStoreTest::aVoteIsReadBackWhole()
{
    QSignalSpy changed(m_store.get(), &VoteStore::changed);
    Vote vote = ballot(VoteKind::Best, 1, QStringLiteral("reasoning"));
    vote.blind = true;
    vote.note = QStringLiteral("Shorter, and 正确.");
    vote.lanes[1].parameters.temperature = 0.2;
    const CastVote cast = castOk(vote);
    QVERIFY(!cast.replaced);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().constFirst().toLongLong(), vote.runId);
    const QList<Vote> stored = *await(m_store->ofRun(vote.runId));
    QCOMPARE(stored.size(), 1);
    vote.id = cast.vote.id;
    vote.atMs = m_story->clock.utcMs();
    vote.task = QStringLiteral("reasoning");
    QCOMPARE(stored.constFirst(), vote);
    const BallotLane &lane = stored.constFirst().lanes.at(0);
    QCOMPARE(lane.cost, std::optional(Money::fromPicos(2'000'000'000)));
    QCOMPARE(lane.firstMs, std::optional(400.0));
    QCOMPARE(lane.answerChars, std::optional<qint64>(10));
    QCOMPARE(lane.shown, 1);
}

void VoteStoreTest::votingAgainReplacesTheVoteAndCanBeTakenBack()
{
    const Vote first = ballot(VoteKind::Best, 0);
    Vote second = first;
    second.kind = VoteKind::AllBad;
    second.lanes[0].won = false;
    const CastVote before = castOk(first);
    m_story->clock.advance(std::chrono::milliseconds(5));
    const CastVote after = castOk(second);
    QCOMPARE(after.replaced, std::optional(before.vote));
    QList<Vote> stored = *await(m_store->ofRun(first.runId));
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().kind, VoteKind::AllBad);
    castOk(*after.replaced);
    stored = *await(m_store->ofRun(first.runId));
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().kind, VoteKind::Best);
    QCOMPARE(stored.constFirst().winner(), 0);
}

void VoteStoreTest::thumbsAreOneALane()
{
    const Vote run = ballot(VoteKind::Best, 0);
    castOk(run);
    const auto thumb = [&run](VoteKind kind, int lane) {
        Vote vote = run;
        vote.kind = kind;
        vote.lanes = {run.lanes.at(lane)};
        vote.lanes[0].won = true;
        return vote;
    };
    castOk(thumb(VoteKind::Up, 0));
    castOk(thumb(VoteKind::Up, 1));
    const CastVote turned = castOk(thumb(VoteKind::Down, 1));
    QCOMPARE(turned.replaced->kind, VoteKind::Up);
    const QList<Vote> stored = *await(m_store->ofRun(run.runId));
    QCOMPARE(stored.size(), 3);
    QCOMPARE(stored.at(0).kind, VoteKind::Best);
    QCOMPARE(stored.at(1).kind, VoteKind::Up);
    QCOMPARE(stored.at(2).kind, VoteKind::Down);
}

void VoteStoreTest::judgesVoteBesideThePerson()
{
    const Vote own = ballot(VoteKind::Best, 0);
    Vote judge = own;
    judge.judge = QStringLiteral("demo/judge");
    castOk(own);
    QVERIFY(!castOk(judge).replaced);
    QVERIFY(castOk(judge).replaced.has_value());
    QCOMPARE(await(m_store->ofRun(own.runId))->size(), 2);
    VoteFilter filter;
    QCOMPARE(await(m_store->votes(filter))->size(), 1);
    filter.judge = QStringLiteral("demo/judge");
    QCOMPARE(await(m_store->votes(filter))->size(), 1);
    filter.judge.reset();
    QCOMPARE(await(m_store->votes(filter))->size(), 2);
}

void VoteStoreTest::withdrawnVotesAreGone()
{
    const Vote vote = castOk(ballot(VoteKind::Tie, -1)).vote;
    const Result<Vote> removed = await(m_store->withdraw(vote.id));
    QVERIFY(removed);
    QCOMPARE(*removed, vote);
    QVERIFY(await(m_store->ofRun(vote.runId))->isEmpty());
    const Result<Vote> again = await(m_store->withdraw(vote.id));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
}

void VoteStoreTest::notesAreKept()
{
    const Vote vote = castOk(ballot(VoteKind::Best, 0)).vote;
    QVERIFY(await(m_store->setNote(vote.id, QStringLiteral("Because."))));
    QCOMPARE(await(m_store->ofRun(vote.runId))->constFirst().note, QStringLiteral("Because."));
    QCOMPARE(await(m_store->setNote(vote.id + 1, QStringLiteral("x"))).error().kind, ErrorKind::NotFound);
}

void VoteStoreTest::ballotsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<VoteKind>("kind");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("won");
    QTest::newRow("no lane") << VoteKind::Best << 0 << 0;
    QTest::newRow("a best of one") << VoteKind::Best << 1 << 1;
    QTest::newRow("two bests") << VoteKind::Best << 2 << 2;
    QTest::newRow("no best") << VoteKind::Best << 2 << 0;
    QTest::newRow("a tie that somebody won") << VoteKind::Tie << 2 << 1;
    QTest::newRow("all bad but one") << VoteKind::AllBad << 2 << 1;
    QTest::newRow("a thumb for two") << VoteKind::Up << 2 << 1;
    QTest::newRow("a thumb for nobody") << VoteKind::Down << 1 << 0;
}

void VoteStoreTest::ballotsThatDoNotFitAreRefused()
{
    QFETCH(VoteKind, kind);
    QFETCH(int, lanes);
    QFETCH(int, won);
    Vote vote = ballot(kind, -1);
    vote.lanes = vote.lanes.mid(0, lanes);
    for (int lane = 0; lane < won; ++lane)
        vote.lanes[lane].won = true;
    const Result<CastVote> cast = await(m_store->cast(vote));
    QVERIFY(!cast);
    QCOMPARE(cast.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(await(m_store->ofRun(vote.runId))->isEmpty());
}

void VoteStoreTest::aRunThatIsNotThereIsRefused()
{
    Vote vote = ballot(VoteKind::Best, 0);
    vote.runId = 4711;
    QCOMPARE(await(m_store->cast(vote)).error().kind, ErrorKind::NotFound);
}

void VoteStoreTest::votesFollowARelabelledRun()
{
    const Vote vote = castOk(ballot(VoteKind::Best, 0, QStringLiteral("extract"))).vote;
    const Vote other = castOk(ballot(VoteKind::Best, 0, QStringLiteral("extract"))).vote;
    QVERIFY(await(m_story->writer.setTask({vote.runId}, QStringLiteral("summarize"), TaskOrigin::User)));
    QCOMPARE(await(m_store->ofRun(vote.runId))->constFirst().task, QStringLiteral("summarize"));
    QCOMPARE(await(m_store->ofRun(other.runId))->constFirst().task, QStringLiteral("extract"));
}

void VoteStoreTest::votesOutliveTheirRun()
{
    const Vote vote = castOk(ballot(VoteKind::Best, 1, QStringLiteral("extract"))).vote;
    QVERIFY(await(m_story->writer.setTask({vote.runId}, QStringLiteral("summarize"), TaskOrigin::User)));
    QVERIFY(await(m_story->writer.removeRun(vote.runId)));
    const QList<Vote> stored = *await(m_store->votes({}));
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().runId, 0);
    QCOMPARE(stored.constFirst().task, QStringLiteral("summarize"));
    QCOMPARE(stored.constFirst().lanes.size(), 2);
    QCOMPARE(stored.constFirst().lanes.at(1).laneId, 0);
    QCOMPARE(stored.constFirst().lanes.at(1).target.toString(), QStringLiteral("qwen/qwen-plus"));
    QVERIFY(stored.constFirst().lanes.at(1).won);
}

void VoteStoreTest::filtersAndTasks()
{
    castOk(ballot(VoteKind::Best, 0, QStringLiteral("extract")));
    m_story->clock.advance(std::chrono::milliseconds(10));
    Vote blind = ballot(VoteKind::Tie, -1, QStringLiteral("extract"));
    blind.blind = true;
    castOk(blind);
    castOk(ballot(VoteKind::Best, 0));
    castOk(ballot(VoteKind::Best, 0, QStringLiteral("extract"), true));
    QCOMPARE(*await(m_store->tasks({})),
             (QList<TaskVotes>{{QStringLiteral("extract"), 2, 0}, {QString(), 1, 0}}));
    VoteFilter filter;
    filter.task = QStringLiteral("extract");
    QCOMPARE(await(m_store->votes(filter))->size(), 2);
    filter.includeSimulated = true;
    QCOMPARE(await(m_store->votes(filter))->size(), 3);
    filter.blindOnly = true;
    QCOMPARE(await(m_store->votes(filter))->size(), 1);
    filter = {};
    filter.task = QString();
    QCOMPARE(await(m_store->votes(filter))->size(), 1);
    filter = {};
    filter.sinceMs = m_story->clock.utcMs();
    QCOMPARE(await(m_store->votes(filter))->size(), 2);
    filter.untilMs = filter.sinceMs;
    QVERIFY(await(m_store->votes(filter))->isEmpty());
}

void VoteStoreTest::ratingsComeFromTheFile()
{
    for (int i = 0; i < 12; ++i)
        castOk(ballot(VoteKind::Best, i < 9 ? 0 : 1, QStringLiteral("extract")));
    castOk(ballot(VoteKind::Best, 1, QStringLiteral("reasoning")));
    VoteFilter filter;
    filter.task = QStringLiteral("extract");
    const Result<RatingTable> table = await(m_store->ratings(filter, {}));
    QVERIFY(table);
    QCOMPARE(*table, rate(*await(m_store->votes(filter)), {}));
    QCOMPARE(table->rankings, 12);
    QCOMPARE(table->ratings.constFirst().contender, QStringLiteral("openai/gpt-5-mini"));
    QVERIFY(table->ratings.constFirst().rated);
    QCOMPARE(table->ratings.constFirst().runs.size(), 12);
}

void VoteStoreTest::rulesAreToldTheRatingsOfEachTask()
{
    for (int i = 0; i < kVotesForRating; ++i) {
        castOk(ballot(VoteKind::Best, i == 0 ? 0 : 1, QStringLiteral("extract")));
        if (i > 0)
            castOk(ballot(VoteKind::Best, 0, QStringLiteral("reasoning"))); // one too few
    }
    const auto ratings = await(m_story->ledger.database().read(ratingsByTask));
    QVERIFY(ratings);
    QCOMPARE(ratings->size(), 1);
    const QHash<QString, double> extract = ratings->value(QStringLiteral("extract"));
    QCOMPARE(extract.size(), 2);
    QVERIFY(extract.value(QStringLiteral("qwen/qwen-plus")) > 0.5);
    QVERIFY(extract.value(QStringLiteral("openai/gpt-5-mini")) < 0.5);
}

void VoteStoreTest::agreementIsBetweenJudgeAndPerson()
{
    for (int i = 0; i < 4; ++i) {
        const Vote own = ballot(VoteKind::Best, i % 2, QStringLiteral("extract"));
        castOk(own);
        Vote judge = own;
        judge.judge = QStringLiteral("demo/judge");
        if (i == 3) {
            judge.lanes[0].won = true;
            judge.lanes[1].won = false;
        }
        castOk(judge);
    }
    const Result<JudgeAgreement> agreement = await(m_store->agreement(QStringLiteral("demo/judge")));
    QVERIFY(agreement);
    QCOMPARE(agreement->runs, 4);
    QCOMPARE(agreement->alike, 3);
    // By chance 0.5 * 0.75 + 0.5 * 0.25 = 0.5.
    QCOMPARE(agreement->kappa.value_or(0.0), 0.5);
    QCOMPARE(await(m_store->agreement(QStringLiteral("demo/judge"), QStringLiteral("other")))->runs, 0);
}

void VoteStoreTest::survivesARestart()
{
    const Vote vote = castOk(ballot(VoteKind::Best, 0)).vote;
    m_store.reset();
    const QString file = m_story->ledger.filePath();
    m_story->ledger.close();
    const Result<std::unique_ptr<Database>> again = Database::open(file);
    QVERIFY(again);
    VoteStore store(**again, m_story->clock);
    QCOMPARE(*await(store.votes({})), QList<Vote>{vote});
}

SWITCHYARD_TEST(VoteStoreTest)
#include "tst_votestore.moc"
