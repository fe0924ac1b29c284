#include "core/ledger/taskquery.h"

#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::LedgerStory;

namespace {

LedgerStory::Request asked(const char *target, qint64 picos, double firstMs)
{
    LedgerStory::Request request{QString::fromLatin1(target)};
    request.cost = Money::fromPicos(picos);
    request.firstTextMs = firstMs;
    return request;
}

} // namespace

class TestTaskQuery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCallsMedianCostAndFirstToken();
    void tasksAreApartAndTogether();
    void failuresAndUnknownCostsAreNoSamples();
    void allAttemptsOfACallAreItsCost();
    void simulatedOnesOnlyWhenAsked();
    void callsOfOnesOwnAreCountedByTask();
    void openCallsAreCounted();

private:
    QList<TaskTarget> ask(const TaskTargetQuery &query) const
    {
        const Result<QList<TaskTarget>> found = test::await(m_story->reader.taskTargets(query));
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(m_story->clock.utcMs(), Qt::UTC); }

    std::unique_ptr<LedgerStory> m_story;
};

void TestTaskQuery::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

void TestTaskQuery::aCallsMedianCostAndFirstToken()
{
    for (const int at : {5, 1, 4, 2, 3})
        m_story->tell(now(), QStringLiteral("q"), {asked("a/m", at * 1'000'000, at * 100.0)});
    m_story->finish();
    const QList<TaskTarget> found = ask({});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).account, QStringLiteral("a"));
    QCOMPARE(found.at(0).model, QStringLiteral("m"));
    QCOMPARE(found.at(0).calls, 5);
    QCOMPARE(found.at(0).medianCost, std::optional(Money::fromPicos(3'000'000)));
    QCOMPARE(found.at(0).firstP50, std::optional(300.0));
    QCOMPARE(found.at(0).firstP95, std::optional(500.0));
}

void TestTaskQuery::tasksAreApartAndTogether()
{
    m_story->tell(now(), QStringLiteral("q"), {asked("a/m", 10, 100)}, QStringLiteral("extract"));
    m_story->tell(now(), QStringLiteral("q"), {asked("a/m", 30, 100), asked("b/n", 5, 100)});
    m_story->finish();
    QCOMPARE(ask({QStringLiteral("extract")}).value(0).medianCost, std::optional(Money::fromPicos(10)));
    QCOMPARE(ask({QString()}).size(), 2);
    QCOMPARE(ask({QString()}).value(0).medianCost, std::optional(Money::fromPicos(30)));
    QCOMPARE(ask({}).value(0).calls, 2);
    QVERIFY(ask({QStringLiteral("summarize")}).isEmpty());
}

void TestTaskQuery::failuresAndUnknownCostsAreNoSamples()
{
    LedgerStory::Request failed = asked("a/m", 99, 100);
    failed.status = LaneStatus::Failed;
    LedgerStory::Request unpriced = asked("a/m", 1, 200);
    unpriced.cost.reset();
    m_story->tell(now(), QStringLiteral("q"), {failed, unpriced});
    m_story->finish();
    const QList<TaskTarget> found = ask({});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).calls, 1);
    QCOMPARE(found.at(0).unpriced, 1);
    QVERIFY(!found.at(0).medianCost);
    QCOMPARE(found.at(0).firstP50, std::optional(200.0));
}

void TestTaskQuery::allAttemptsOfACallAreItsCost()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("q");
    draft.lanes.append({1, QStringLiteral("a"), QStringLiteral("m")});
    const Result<RunIds> ids = test::await(m_story->writer.beginRun(draft));
    QVERIFY(ids.hasValue());
    LedgerStory::Request cut = asked("a/m", 7, 100);
    cut.status = LaneStatus::Interrupted;
    QVERIFY(test::await(m_story->writer.settle(ids->attempts.at(0), LedgerStory::outcome(cut))).hasValue());
    const Result<AttemptIds> next =
        test::await(m_story->writer.beginAttempt({ids->lanes.at(0), ids->calls.at(0), draft.lanes.at(0)}));
    QVERIFY(next.hasValue());
    QVERIFY(test::await(m_story->writer.settle(next->attempt, LedgerStory::outcome(asked("a/m", 10, 50))))
                .hasValue());
    const QList<TaskTarget> found = ask({});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).calls, 1);
    QCOMPARE(found.at(0).medianCost, std::optional(Money::fromPicos(17)));
    QCOMPARE(found.at(0).firstP50, std::optional(50.0));
}

void TestTaskQuery::simulatedOnesOnlyWhenAsked()
{
    LedgerStory::Request simulated = asked("demo/swift", 0, 100);
    simulated.simulated = true;
    m_story->tell(now(), QStringLiteral("q"), {simulated});
    m_story->finish();
    QVERIFY(ask({}).isEmpty());
    QCOMPARE(ask({std::nullopt, true}).size(), 1);
}

void TestTaskQuery::callsOfOnesOwnAreCountedByTask()
{
    const QString task = QStringLiteral("extract");
    const auto tell = [this](qint64 daysAgo, const QString &of, bool simulated = false) {
        LedgerStory::Request request = asked("a/m", 10, 100);
        request.simulated = simulated;
        return m_story->tell(now().addDays(-daysAgo), QStringLiteral("q"), {request}, of);
    };
    tell(31, task);
    tell(29, task);
    tell(0, task);
    tell(0, task, true);
    tell(1, QString());
    const qint64 ofSet = tell(2, QStringLiteral("of a set"));
    ImportedRequest imported;
    imported.task = task;
    imported.lane.atMs = now().addDays(-3).toMSecsSinceEpoch();
    imported.lane.completion.status = LaneStatus::Complete;
    imported.externalId = QStringLiteral("new");
    ImportedRequest older = imported;
    older.lane.atMs = now().addDays(-40).toMSecsSinceEpoch();
    older.externalId = QStringLiteral("old");
    QVERIFY(test::await(m_story->writer.importRequests({imported, older})));
    QVERIFY(test::await(m_story->ledger.database().write([ofSet](Connection &connection) -> Result<void> {
        for (const QString &sql :
             {QStringLiteral("INSERT INTO prompt_sets (id, name, created_at) VALUES (1, 's', 0)"),
              QStringLiteral("INSERT INTO matrices (id, set_id, created_at, targets) VALUES (1, 1, 0, '[]')"),
              QStringLiteral("UPDATE runs SET matrix_id = 1, matrix_case = 0 WHERE id = %1").arg(ofSet)}) {
            if (const Result<void> done = connection.execute(sql); !done)
                return done;
        }
        return {};
    })));
    const qint64 since = now().addDays(-30).toMSecsSinceEpoch();
    const auto own = test::await(m_story->reader.callsByTask(since, false));
    QVERIFY(own);
    QCOMPARE(*own, (QHash<QString, qint64>{{task, 3}, {QString(), 1}}));
    const auto all = test::await(m_story->reader.callsByTask(since, true));
    QVERIFY(all);
    QCOMPARE(all->value(task), 4);
}

void TestTaskQuery::openCallsAreCounted()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("q");
    draft.task = QStringLiteral("extract");
    draft.lanes.append({1, QStringLiteral("a"), QStringLiteral("m")});
    QVERIFY(test::await(m_story->writer.beginRun(draft)));
    const auto calls = test::await(m_story->reader.callsByTask(0, false));
    QVERIFY(calls);
    QCOMPARE(calls->value(draft.task), 1);
}

SWITCHYARD_TEST(TestTaskQuery)
#include "tst_taskquery.moc"
