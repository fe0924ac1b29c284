#include "core/storage/statement.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

class HistoryQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void aSummaryTellsWhatARunWas();
    void newestComeFirstAndPagesFollow();
    void wordsAreFoundInPromptsAndAnswers_data();
    void wordsAreFoundInPromptsAndAnswers();
    void theSnippetShowsTheHitInReadableText();
    void answersAreFoundOnceTheRunIsDone();
    void filtersNarrowTheList_data();
    void filtersNarrowTheList();
    void theWorstLaneIsShown_data();
    void theWorstLaneIsShown();
    void aRetriedLaneCountsByItsLatestAttempt();
    void costsOfAllAttemptsAddUp();
    void hostileWordsAreOnlyWords();
    void factsHoldForOneLaneTogether();
    void aMostCostLeavesOutWhatIsUnknown();
    void tagsAreFoundAndCounted();
    void tasksInUseComeMostUsedFirst();
    void pinnedRunsAreFound();
    void votesAreFoundByTheirKind_data();
    void votesAreFoundByTheirKind();
    void theLatestRankingIsTheVerdict();
    void aConversationIsOneEntryIfAsked();
    void aTurnKnowsItsPlace();
    void allTurnsAreNamed();
    void whatNearlyAllRunsHaveNarrowsToo();

private:
    QList<RunSummary> search(const RunFilter &filter) const
    {
        const auto runs = await(m_ledger->reader->searchRuns(filter));
        if (!runs)
            qFatal("%s", qPrintable(runs.error().message));
        return *runs;
    }
    QStringList prompts(const RunFilter &filter) const
    {
        QStringList found;
        const QList<RunSummary> runs = search(filter);
        for (const RunSummary &run : runs)
            found.append(run.prompt);
        return found;
    }

    /// A turn that follows `parent` in the conversation of `first`.
    RunIds follow(qint64 parent, qint64 first, const QString &prompt, const QString &task = {})
    {
        RunDraft draft;
        draft.prompt = prompt;
        draft.task = task;
        draft.turn = {parent, first};
        draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
        const RunIds ids = m_ledger->begin(draft);
        m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("answer")));
        return ids;
    }
    /// A vote on a run; with a lane it is the one that won.
    void vote(qint64 run, const QString &kind, const QString &target = {})
    {
        const auto written = await(m_ledger->database->write([=](Connection &connection) -> Result<void> {
            const Result<qint64> id =
                Statement(connection,
                          QStringLiteral("INSERT INTO votes (at, run_id, kind) VALUES (1, :run, :kind)"))
                    .bind(":run", run)
                    .bind(":kind", kind)
                    .insert();
            if (!id || target.isEmpty())
                return id ? Result<void>() : Result<void>(id.error());
            return Statement(connection,
                             QStringLiteral("INSERT INTO vote_lanes (vote_id, position, account, model, won) "
                                            "VALUES (:vote, 0, :account, :model, 1)"))
                .bind(":vote", *id)
                .bind(":account", target.section(u'/', 0, 0))
                .bind(":model", target.section(u'/', 1))
                .run();
        }));
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void HistoryQueryTest::aSummaryTellsWhatARunWas()
{
    const RunIds ids =
        m_ledger->begin(QString(400, u'p'), {QStringLiteral("a/m/with/slashes"), QStringLiteral("b/n")},
                        QStringLiteral("summarize"));
    m_ledger->settle(ids.attempts.at(0),
                     LedgerFixture::answer(QStringLiteral("The  first\nanswer"), Money::fromPicos(30)));
    m_ledger->settle(ids.attempts.at(1), LedgerFixture::answer(QStringLiteral("second"), std::nullopt));
    const RunSummary run = search({}).value(0);
    QCOMPARE(run.runId, ids.run);
    QCOMPARE(run.atMs, m_ledger->clock.utcMs());
    QCOMPARE(run.prompt.size(), 300);
    QCOMPARE(run.snippet, QStringLiteral("The first answer"));
    QCOMPARE(run.lanes, 2);
    QCOMPARE(run.models, QStringList({QStringLiteral("a/m/with/slashes"), QStringLiteral("b/n")}));
    QVERIFY(run.cost == Money::fromPicos(30));
    QCOMPARE(run.unknownLanes, 1);
    QCOMPARE(run.worst, LaneStatus::Complete);
    QCOMPARE(run.task, QStringLiteral("summarize"));
    QVERIFY(!run.simulated);

    // What an HTTP error answered has no cost, which is not an unknown one.
    const RunIds refused = m_ledger->begin(QStringLiteral("refused"), {QStringLiteral("a/m")});
    m_ledger->settle(refused.attempts.first(), LedgerFixture::failure(LaneStatus::Failed, ErrorKind::Auth));
    QCOMPARE(search({}).value(0).unknownLanes, 0);

    m_ledger->begin(QStringLiteral("still running"), {QStringLiteral("demo/swift")}, {}, true);
    const RunSummary open = search({}).value(0);
    QVERIFY(!open.cost);
    QCOMPARE(open.unknownLanes, 0);
    QCOMPARE(open.worst, LaneStatus::Queued);
    QVERIFY(open.simulated);
}

void HistoryQueryTest::newestComeFirstAndPagesFollow()
{
    for (int at = 0; at < 7; ++at)
        m_ledger->ask(QStringLiteral("prompt %1").arg(at), QStringLiteral("a/m"),
                      QStringLiteral("same words"));
    for (const QString &words : {QString(), QStringLiteral("same")}) {
        QList<RunSummary> page = search({.words = words, .limit = 3});
        QCOMPARE(page.size(), 3);
        QCOMPARE(page.first().prompt, QStringLiteral("prompt 6"));
        page = search({.words = words, .limit = 3, .beforePlace = page.last().place});
        QCOMPARE(page.first().prompt, QStringLiteral("prompt 3"));
        page = search({.words = words, .limit = 3, .beforePlace = page.last().place});
        QCOMPARE(page.size(), 1);
        QCOMPARE(page.first().prompt, QStringLiteral("prompt 0"));
    }
}

void HistoryQueryTest::wordsAreFoundInPromptsAndAnswers_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    QTest::newRow("of the prompt") << QStringLiteral("limit rate") << true;
    QTest::newRow("of the answer") << QStringLiteral("\"token bucket\"") << true;
    QTest::newRow("one of each") << QStringLiteral("requests leaks") << true;
    QTest::newRow("a prefix") << QStringLiteral("algor*") << true;
    QTest::newRow("a Chinese word") << QStringLiteral("令牌") << true;
    QTest::newRow("one that is missing") << QStringLiteral("limit banana") << false;
    QTest::newRow("only punctuation") << QStringLiteral("?!") << false;
    QTest::newRow("only blanks do not restrict") << QStringLiteral("   ") << true;
}

void HistoryQueryTest::wordsAreFoundInPromptsAndAnswers()
{
    QFETCH(QString, words);
    QFETCH(bool, found);
    m_ledger->ask(QStringLiteral("How to limit the rate of requests?"), QStringLiteral("a/m"),
                  QStringLiteral("Use a token bucket (令牌桶); it leaks. An algorithm."));
    QCOMPARE(search({.words = words}).size(), found ? 1 : 0);
}

void HistoryQueryTest::theSnippetShowsTheHitInReadableText()
{
    const QString filler = QStringLiteral("lorem ipsum dolor sit amet ").repeated(40);
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"),
                  filler + QStringLiteral("请用令牌桶算法 here ") + filler);
    const QString snippet = search({.words = QStringLiteral("算法")}).value(0).snippet;
    QVERIFY2(snippet.contains(QStringLiteral("令牌桶算法")), qPrintable(snippet));
    QVERIFY(snippet.size() < 300);
}

void HistoryQueryTest::answersAreFoundOnceTheRunIsDone()
{
    const RunIds ids =
        m_ledger->begin(QStringLiteral("question"), {QStringLiteral("a/m"), QStringLiteral("b/n")});
    m_ledger->settle(ids.attempts.at(0), LedgerFixture::answer(QStringLiteral("alpha")));
    QCOMPARE(search({.words = QStringLiteral("question")}).size(), 1);
    m_ledger->settle(ids.attempts.at(1), LedgerFixture::answer(QStringLiteral("beta")));
    QCOMPARE(search({.words = QStringLiteral("alpha beta question")}).size(), 1);

    const auto again = await(m_ledger->writer->beginAttempt(
        {.laneId = ids.lanes.at(0), .lane = LedgerFixture::lane(QStringLiteral("a/m"))}));
    m_ledger->settle(again->attempt, LedgerFixture::answer(QStringLiteral("gamma")));
    QCOMPARE(search({.words = QStringLiteral("alpha beta gamma")}).size(), 1);
}

void HistoryQueryTest::filtersNarrowTheList_data()
{
    QTest::addColumn<RunFilter>("filter");
    QTest::addColumn<QString>("found");
    QTest::newRow("a model") << RunFilter{.model = QStringLiteral("m")} << QStringLiteral("failed cheap");
    QTest::newRow("an account") << RunFilter{.account = QStringLiteral("b")} << QStringLiteral("dear");
    QTest::newRow("model and account of one lane")
        << RunFilter{.model = QStringLiteral("m"), .account = QStringLiteral("b")} << QString();
    QTest::newRow("a task") << RunFilter{.task = QStringLiteral("extract")} << QStringLiteral("dear");
    QTest::newRow("no task") << RunFilter{.task = QString()} << QStringLiteral("failed cheap");
    QTest::newRow("errors") << RunFilter{.statuses = kErrorStatuses} << QStringLiteral("failed");
    QTest::newRow("a least cost") << RunFilter{.minCost = Money::fromPicos(2000)} << QStringLiteral("dear");
    QTest::newRow("since") << RunFilter{.sinceMs = 1'767'225'600'000 + 3'600'000}
                           << QStringLiteral("failed dear");
    QTest::newRow("until, which is not included")
        << RunFilter{.untilMs = 1'767'225'600'000 + 3'600'000} << QStringLiteral("cheap");
    QTest::newRow("words and a task")
        << RunFilter{.words = QStringLiteral("answer"), .task = QStringLiteral("extract")}
        << QStringLiteral("dear");
}

void HistoryQueryTest::filtersNarrowTheList()
{
    QFETCH(RunFilter, filter);
    QFETCH(QString, found);
    m_ledger->ask(QStringLiteral("cheap"), QStringLiteral("a/m"), QStringLiteral("answer"));
    m_ledger->clock.advance(std::chrono::hours(1));
    m_ledger->ask(QStringLiteral("dear"), QStringLiteral("b/n"), QStringLiteral("answer"),
                  Money::fromPicos(2000), QStringLiteral("extract"));
    m_ledger->clock.advance(std::chrono::hours(1));
    const RunIds ids = m_ledger->begin(QStringLiteral("failed"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed));
    QCOMPARE(prompts(filter).join(u' '), found);
}

void HistoryQueryTest::theWorstLaneIsShown_data()
{
    QTest::addColumn<int>("other");
    QTest::newRow("failed") << static_cast<int>(LaneStatus::Failed);
    QTest::newRow("interrupted") << static_cast<int>(LaneStatus::Interrupted);
    QTest::newRow("refused") << static_cast<int>(LaneStatus::Refused);
    QTest::newRow("cancelled") << static_cast<int>(LaneStatus::Cancelled);
    QTest::newRow("truncated") << static_cast<int>(LaneStatus::Truncated);
}

void HistoryQueryTest::theWorstLaneIsShown()
{
    QFETCH(int, other);
    const auto status = static_cast<LaneStatus>(other);
    const RunIds ids = m_ledger->begin(QStringLiteral("?"),
                                       {QStringLiteral("a/1"), QStringLiteral("a/2"), QStringLiteral("a/3")});
    m_ledger->settle(ids.attempts.at(0), LedgerFixture::answer(QStringLiteral("x")));
    m_ledger->settle(ids.attempts.at(1), LedgerFixture::failure(status));
    m_ledger->settle(ids.attempts.at(2), LedgerFixture::answer(QStringLiteral("x")));
    QCOMPARE(search({}).value(0).worst, status);
}

void HistoryQueryTest::aRetriedLaneCountsByItsLatestAttempt()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Failed));
    QCOMPARE(search({.statuses = kErrorStatuses}).size(), 1);
    const auto next = await(m_ledger->writer->beginAttempt(
        {.laneId = ids.lanes.first(), .lane = LedgerFixture::lane(QStringLiteral("b/n"))}));
    m_ledger->settle(next->attempt, LedgerFixture::answer(QStringLiteral("fine")));
    QVERIFY(search({.statuses = kErrorStatuses}).isEmpty());
    const RunSummary run = search({}).value(0);
    QCOMPARE(run.lanes, 1);
    QCOMPARE(run.worst, LaneStatus::Complete);
    QCOMPARE(run.models, QStringList{QStringLiteral("b/n")});
    QCOMPARE(run.unknownLanes, 0);
}

void HistoryQueryTest::costsOfAllAttemptsAddUp()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(), LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(7)));
    const auto next =
        await(m_ledger->writer->beginAttempt({.laneId = ids.lanes.first(), .callId = ids.calls.first()}));
    m_ledger->settle(next->attempt, LedgerFixture::answer(QStringLiteral("y"), Money::fromPicos(5)));
    QVERIFY(search({}).value(0).cost == Money::fromPicos(12));
}

void HistoryQueryTest::hostileWordsAreOnlyWords()
{
    m_ledger->ask(QStringLiteral("about SQL"), QStringLiteral("a/m"), QStringLiteral("x"));
    for (const QString &words :
         {QStringLiteral("\"; DROP TABLE runs; --"), QStringLiteral("prompt:about"), QStringLiteral("NEAR("),
          QStringLiteral("a\" OR \"b"), QStringLiteral("%' OR 1=1")})
        QVERIFY(await(m_ledger->reader->searchRuns({.words = words})));
    QCOMPARE(search({}).size(), 1);
}

void HistoryQueryTest::factsHoldForOneLaneTogether()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("two"), {QStringLiteral("a/m"), QStringLiteral("b/n")});
    m_ledger->settle(ids.attempts.at(0), LedgerFixture::answer(QStringLiteral("fine")));
    m_ledger->settle(ids.attempts.at(1), LedgerFixture::failure(LaneStatus::Failed));
    QCOMPARE(search({.model = QStringLiteral("n"), .statuses = kErrorStatuses}).size(), 1);
    QVERIFY(search({.model = QStringLiteral("m"), .statuses = kErrorStatuses}).isEmpty());
    QVERIFY(search({.model = QStringLiteral("m"), .account = QStringLiteral("b")}).isEmpty());
    QCOMPARE(search({.account = QStringLiteral("b"), .task = QString()}).size(), 1);
    QCOMPARE(search({.statuses = {LaneStatus::Truncated, LaneStatus::Complete}}).size(), 1);
}

void HistoryQueryTest::aMostCostLeavesOutWhatIsUnknown()
{
    m_ledger->ask(QStringLiteral("cheap"), QStringLiteral("a/m"), QStringLiteral("x"), Money::fromPicos(5));
    m_ledger->ask(QStringLiteral("dear"), QStringLiteral("a/m"), QStringLiteral("x"), Money::fromPicos(50));
    m_ledger->ask(QStringLiteral("unknown"), QStringLiteral("a/m"), QStringLiteral("x"), std::nullopt);
    QCOMPARE(prompts({.maxCost = Money::fromPicos(5)}), QStringList{QStringLiteral("cheap")});
    QCOMPARE(prompts({.minCost = Money::fromPicos(6), .maxCost = Money::fromPicos(50)}),
             QStringList{QStringLiteral("dear")});
}

void HistoryQueryTest::tagsAreFoundAndCounted()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("tagged");
    draft.tags = {{QStringLiteral("project"), QStringLiteral("x")}, {QStringLiteral("odd\"key"), QString()}};
    draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m")), LedgerFixture::lane(QStringLiteral("b/n"))};
    const qint64 tagged = m_ledger->begin(draft).run;
    const qint64 later = m_ledger->begin(QStringLiteral("later"), {QStringLiteral("a/m")}).run;
    const QString project = QStringLiteral("project");
    QCOMPARE(prompts({.tagKey = project}), QStringList{QStringLiteral("tagged")});
    QVERIFY(prompts({.tagKey = project, .tagValue = QStringLiteral("y")}).isEmpty());
    QCOMPARE(prompts({.tagKey = QStringLiteral("odd\"key")}), QStringList{QStringLiteral("tagged")});
    QCOMPARE(search({}).last().tags, draft.tags);

    QVERIFY(await(m_ledger->writer->setTag({tagged, later}, project, QStringLiteral("y"))));
    QCOMPARE(await(m_ledger->reader->tags())->first(), (TagUse{project, QStringLiteral("y"), 2}));
    QVERIFY(prompts({.tagKey = project, .tagValue = QStringLiteral("x")}).isEmpty());
    QVERIFY(await(m_ledger->writer->setTag({later}, project, QString())));
    QCOMPARE(prompts({.tagKey = project}), QStringList{QStringLiteral("tagged")});
    QVERIFY(await(m_ledger->writer->removeRuns({tagged})));
    QVERIFY(await(m_ledger->reader->tags())->isEmpty());
}

void HistoryQueryTest::tasksInUseComeMostUsedFirst()
{
    const auto ask = [this](const char *task, bool simulated = false) {
        m_ledger->begin(QStringLiteral("q"), {QStringLiteral("a/m")}, QString::fromLatin1(task), simulated);
    };
    for (const char *const task : {"rare", "", "often", "often", "", ""})
        ask(task);
    ask("of the simulator", true);
    ImportedRequest imported;
    imported.task = QStringLiteral("imported");
    imported.lane.completion.status = LaneStatus::Complete;
    QList<ImportedRequest> requests;
    for (int number = 0; number < 3; ++number) {
        imported.externalId = QString::number(number);
        requests.append(imported);
    }
    QVERIFY(await(m_ledger->writer->importRequests(requests)));
    const Result<QStringList> tasks = await(m_ledger->reader->tasks());
    QVERIFY(tasks);
    QCOMPARE(*tasks,
             (QStringList{QStringLiteral("imported"), QStringLiteral("often"),
                          QStringLiteral("of the simulator"), QStringLiteral("rare")}));
}

void HistoryQueryTest::pinnedRunsAreFound()
{
    QList<qint64> runs;
    for (const char *const prompt : {"one", "two", "three"})
        runs.append(m_ledger->begin(QLatin1StringView(prompt), {QStringLiteral("a/m")}).run);
    QVERIFY(await(m_ledger->writer->setPinned({runs.at(0), runs.at(2)}, true)));
    QCOMPARE(prompts({.pinnedOnly = true}), QStringList({QStringLiteral("three"), QStringLiteral("one")}));
    QVERIFY(search({}).first().pinned);
    QVERIFY(await(m_ledger->writer->setPinned({runs.at(2)}, false)));
    QCOMPARE(prompts({.pinnedOnly = true}), QStringList{QStringLiteral("one")});
}

void HistoryQueryTest::votesAreFoundByTheirKind_data()
{
    QTest::addColumn<RunFilter>("filter");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, RunVerdict verdict, const char *found, const char *model = "") {
        QTest::newRow(name) << RunFilter{.model = QLatin1StringView(model), .verdict = verdict}
                            << QString::fromLatin1(found);
    };
    row("any", RunVerdict::Judged, "thumb tie best");
    row("none", RunVerdict::NotJudged, "open");
    row("best", RunVerdict::Best, "best");
    row("best of a model", RunVerdict::Best, "best", "m");
    row("best of another model", RunVerdict::Best, "", "n");
    row("tie", RunVerdict::Tie, "tie");
    row("tie of a model", RunVerdict::Tie, "tie", "n");
    row("a thumb", RunVerdict::Up, "thumb");
    row("all bad", RunVerdict::AllBad, "");
}

void HistoryQueryTest::votesAreFoundByTheirKind()
{
    const QStringList both{QStringLiteral("a/m"), QStringLiteral("b/n")};
    vote(m_ledger->begin(QStringLiteral("best"), both).run, QStringLiteral("best"), QStringLiteral("a/m"));
    vote(m_ledger->begin(QStringLiteral("tie"), both).run, QStringLiteral("tie"));
    vote(m_ledger->begin(QStringLiteral("thumb"), both).run, QStringLiteral("up"), QStringLiteral("b/n"));
    m_ledger->begin(QStringLiteral("open"), both);
    QFETCH(RunFilter, filter);
    QTEST(prompts(filter).join(u' '), "found");
    filter.oneAConversation = true;
    QTEST(prompts(filter).join(u' '), "found");
}

void HistoryQueryTest::theLatestRankingIsTheVerdict()
{
    const qint64 run =
        m_ledger->begin(QStringLiteral("?"), {QStringLiteral("a/m"), QStringLiteral("b/n")}).run;
    QVERIFY(!search({}).first().verdict);
    vote(run, QStringLiteral("best"), QStringLiteral("b/n"));
    vote(run, QStringLiteral("down"), QStringLiteral("a/m"));
    QCOMPARE(search({}).first().verdict, std::optional(RunVerdict::Best));
    QCOMPARE(search({}).first().winner, QStringLiteral("b/n"));
}

void HistoryQueryTest::aConversationIsOneEntryIfAsked()
{
    const qint64 first =
        m_ledger->ask(QStringLiteral("first"), QStringLiteral("a/m"), QStringLiteral("answer")).run;
    const qint64 second = follow(first, first, QStringLiteral("second"), QStringLiteral("extract")).run;
    m_ledger->ask(QStringLiteral("alone"), QStringLiteral("a/m"), QStringLiteral("answer"));
    follow(second, first, QStringLiteral("third"));
    const QList<RunSummary> entries = search({.oneAConversation = true});
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().prompt, QStringLiteral("third"));
    QCOMPARE(entries.first().turns, 3);
    QCOMPARE(entries.first().conversation, first);
    // Of the whole conversation.
    QVERIFY(entries.first().cost == Money::fromPicos(3000));
    QCOMPARE(entries.last().turns, 1);
    QVERIFY(entries.last().cost == Money::fromPicos(1000));
    // The newest turn that fits stands for it.
    QCOMPARE(prompts({.task = QStringLiteral("extract"), .oneAConversation = true}),
             QStringList{QStringLiteral("second")});
    QCOMPARE(search({}).size(), 4);
}

void HistoryQueryTest::aTurnKnowsItsPlace()
{
    const qint64 first = m_ledger->ask(QStringLiteral("one"), QStringLiteral("a/m"), QStringLiteral("x")).run;
    const qint64 second = follow(first, first, QStringLiteral("two")).run;
    follow(first, first, QStringLiteral("three"));
    const RunSummary found = search({.words = QStringLiteral("two")}).value(0);
    QCOMPARE(found.turn, 2);
    QCOMPARE(found.turns, 3);
    // What a conversation has left after its first turn was deleted is still one.
    QVERIFY(await(m_ledger->writer->removeRuns({first})));
    const RunSummary left = search({.words = QStringLiteral("two")}).value(0);
    QCOMPARE(left.runId, second);
    QCOMPARE(left.turn, 1);
    QCOMPARE(left.turns, 2);
}

void HistoryQueryTest::allTurnsAreNamed()
{
    const qint64 first = m_ledger->ask(QStringLiteral("one"), QStringLiteral("a/m"), QStringLiteral("x")).run;
    const qint64 second = follow(first, first, QStringLiteral("two")).run;
    const qint64 alone = m_ledger->begin(QStringLiteral("alone"), {QStringLiteral("a/m")}).run;
    m_ledger->begin(QStringLiteral("another"), {QStringLiteral("a/m")});
    QCOMPARE(*await(m_ledger->reader->withAllTurns({alone, second})), QList<qint64>({first, second, alone}));
    QCOMPARE(*await(m_ledger->reader->withAllTurns({first})), QList<qint64>({first, second}));
}

/// Above some number of lanes the runs are asked one by one.
void HistoryQueryTest::whatNearlyAllRunsHaveNarrowsToo()
{
    m_ledger->ask(QStringLiteral("old"), QStringLiteral("a/m"), QStringLiteral("answer"));
    const qint64 many =
        m_ledger->ask(QStringLiteral("many"), QStringLiteral("a/m"), QStringLiteral("answer")).run;
    const auto filled = await(m_ledger->database->write([many](Connection &connection) {
        return Statement(
                   connection,
                   QStringLiteral(
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                       "INSERT INTO lanes (run_id, position) SELECT :run, i FROM n"))
            .bind(":run", many)
            .run();
    }));
    QVERIFY(filled);
    const auto facts = await(m_ledger->database->write([](Connection &connection) {
        return Statement(
                   connection,
                   QStringLiteral("INSERT INTO lane_facts (lane_id, attempt_id, place, account, model, task, "
                                  "status) SELECT l.id, 0, r.place, 'a', 'm', '', 'complete' FROM lanes l "
                                  "JOIN runs r ON r.id = l.run_id WHERE l.position > 0"))
            .run();
    }));
    QVERIFY(facts);
    m_ledger->ask(QStringLiteral("other"), QStringLiteral("b/n"), QStringLiteral("answer"));
    for (const QString &words : {QString(), QStringLiteral("answer")}) {
        QCOMPARE(prompts({.words = words, .model = QStringLiteral("m"), .statuses = {LaneStatus::Complete}}),
                 QStringList({QStringLiteral("many"), QStringLiteral("old")}));
        QCOMPARE(prompts({.words = words, .model = QStringLiteral("n")}),
                 QStringList{QStringLiteral("other")});
    }
}

SWITCHYARD_TEST(HistoryQueryTest)
#include "tst_historyquery.moc"
