#include "tests/core/ledger/ledgerfixture.h"

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
        page = search({.words = words, .limit = 3, .beforeId = page.last().runId});
        QCOMPARE(page.first().prompt, QStringLiteral("prompt 3"));
        page = search({.words = words, .limit = 3, .beforeId = page.last().runId});
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
    QTest::newRow("errors") << RunFilter{.errorsOnly = true} << QStringLiteral("failed");
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
    QCOMPARE(search({.errorsOnly = true}).size(), 1);
    const auto next = await(m_ledger->writer->beginAttempt(
        {.laneId = ids.lanes.first(), .lane = LedgerFixture::lane(QStringLiteral("b/n"))}));
    m_ledger->settle(next->attempt, LedgerFixture::answer(QStringLiteral("fine")));
    QVERIFY(search({.errorsOnly = true}).isEmpty());
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

QTEST_GUILESS_MAIN(HistoryQueryTest)
#include "tst_historyquery.moc"
