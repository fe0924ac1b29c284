#include "core/compare/comparison.h"
#include "core/ledger/ledgerreader.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/runsession.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace ui;

class TestLaneBoard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void targetsComeMoveAndGo();
    void theSameModelMayStandTwice();
    void aRunIsShownAndForgotten();
    void onlyTheWantedLaneStops();
    void aRemovedLaneIsStopped();
    void aLeftRunIsStoppedAndKeptByTheLedger();
    void retriesAddToTheSpend();
    void unknownCostsMakeALowerBound_data();
    void unknownCostsMakeALowerBound();
    void anAccountThatIsGoneIsSaid();
    void aRecordIsReplacedByASwap();
    void indexesThatAreNotThereChangeNothing();

private:
    Comparison &start(const QList<Target> &targets);
    bool settled()
    {
        return QTest::qWaitFor([this] { return m_board->running() == 0; }, 30'000);
    }
    QStringList models() const;
    QString stateOf(int lane) const { return m_board->lane(lane).view().texts().state; }

    std::unique_ptr<CompareFixture> m_fixture;
    std::unique_ptr<LaneStrip> m_strip;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<LaneBoard> m_board;
};

void TestLaneBoard::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_strip = std::make_unique<LaneStrip>(m_fixture->theme());
    m_strip->resize(1'000, 600);
    m_strip->show();
    m_session = std::make_unique<RunSession>(m_fixture->context());
    m_board = std::make_unique<LaneBoard>(m_fixture->context(), *m_strip);
}

void TestLaneBoard::cleanup()
{
    m_board.reset();
    m_session.reset();
    m_strip.reset();
    m_fixture.reset();
}

Comparison &TestLaneBoard::start(const QList<Target> &targets)
{
    m_board->setTargets(targets);
    CompareRequest request;
    request.prompt = QStringLiteral("Why is the sky blue?");
    request.targets = targets;
    Result<Comparison *> run = m_session->prepare(request);
    if (!run)
        qFatal("%s", qPrintable(run.error().message));
    m_board->show(*run.value());
    m_session->begin();
    return *run.value();
}

QStringList TestLaneBoard::models() const
{
    QStringList models;
    for (const Target &target : m_board->targets())
        models += target.name.model;
    return models;
}

void TestLaneBoard::targetsComeMoveAndGo()
{
    QSignalSpy changed(m_board.get(), &LaneBoard::targetsChanged);
    const QSignalSpy removed(m_board.get(), &LaneBoard::removed);
    m_board->setTargets({CompareFixture::demo("swift"), CompareFixture::demo("scholar")});
    m_board->addTarget(CompareFixture::demo("thinker"));
    QCOMPARE(models(),
             QStringList({QStringLiteral("swift"), QStringLiteral("scholar"), QStringLiteral("thinker")}));
    m_board->perform(2, LaneAction::MoveLeft);
    QCOMPARE(models(),
             QStringList({QStringLiteral("swift"), QStringLiteral("thinker"), QStringLiteral("scholar")}));
    QCOMPARE(m_strip->lane(1)->texts().model, QStringLiteral("thinker")); // the views follow
    m_board->perform(0, LaneAction::Remove);
    QCOMPARE(models(), QStringList({QStringLiteral("thinker"), QStringLiteral("scholar")}));
    QCOMPARE(changed.count(), 4);
    m_board->perform(0, LaneAction::MoveLeft); // there is nothing to the left
    QCOMPARE(changed.count(), 4);
    QCOMPARE(removed.constLast().at(0).toInt(), 0);
    m_board->insert(0, removed.constLast().at(1).value<LanePlan>()); // undone
    QCOMPARE(models(),
             QStringList({QStringLiteral("swift"), QStringLiteral("thinker"), QStringLiteral("scholar")}));
    QCOMPARE(m_board->lane(0).target().name.model, QStringLiteral("swift"));
    m_board->perform(1, LaneAction::Maximise);
    QCOMPARE(m_strip->maximised(), 1);
    m_board->perform(1, LaneAction::Maximise);
    QCOMPARE(m_strip->maximised(), -1);
}

void TestLaneBoard::theSameModelMayStandTwice()
{
    const Comparison &run = start({CompareFixture::demo("thrifty"), CompareFixture::demo("thrifty")});
    QVERIFY(settled());
    QCOMPARE(m_board->settled(), 2);
    const RunRecord stored = m_fixture->run(run.runId());
    QCOMPARE(stored.lanes.size(), 2);
    QVERIFY(stored.lanes.at(0).laneId != stored.lanes.at(1).laneId);
}

void TestLaneBoard::aRunIsShownAndForgotten()
{
    start({CompareFixture::demo("thrifty")});
    QVERIFY(!m_board->isIdle());
    QVERIFY(settled());
    QVERIFY(!m_board->lane(0).view().answer().isEmpty());
    QCOMPARE(m_board->states().size(), 1);
    m_board->clearRun();
    QVERIFY(m_board->isIdle());
    QVERIFY(m_board->lane(0).view().answer().isEmpty());
    QVERIFY(m_board->states().isEmpty());
}

void TestLaneBoard::onlyTheWantedLaneStops()
{
    start({CompareFixture::demo("fault-silent"), CompareFixture::demo("fault-silent")});
    QTRY_COMPARE(stateOf(1), QStringLiteral("sent"));
    m_board->perform(1, LaneAction::Stop);
    QTRY_COMPARE(stateOf(1), QStringLiteral("stopped"));
    QCOMPARE(stateOf(0), QStringLiteral("sent"));
    QTRY_COMPARE(m_board->running(), 1);
    m_board->stopAll();
    QVERIFY(settled());
}

void TestLaneBoard::aRemovedLaneIsStopped()
{
    const Comparison &run = start({CompareFixture::demo("fault-silent"), CompareFixture::demo("thrifty")});
    QTRY_COMPARE(stateOf(0), QStringLiteral("sent"));
    m_board->remove(0);
    QTRY_VERIFY(run.isSettled());
    const RunRecord stored = m_fixture->run(run.runId());
    QCOMPARE(stored.lanes.at(0).latest.completion.status, LaneStatus::Cancelled);
    QCOMPARE(stored.lanes.at(1).latest.completion.status, LaneStatus::Complete);
}

void TestLaneBoard::aLeftRunIsStoppedAndKeptByTheLedger()
{
    start({CompareFixture::demo("fault-silent")});
    QTRY_COMPARE(stateOf(0), QStringLiteral("sent"));
    const qint64 first = m_session->run()->runId();
    start({CompareFixture::demo("thrifty")});
    QVERIFY(settled());
    QVERIFY(m_session->run()->runId() != first);
    QTRY_COMPARE(m_fixture->run(first).lanes.at(0).latest.completion.status, LaneStatus::Cancelled);
}

void TestLaneBoard::retriesAddToTheSpend()
{
    start({CompareFixture::demo("thrifty")});
    QVERIFY(settled());
    const Money once = m_session->spend().known;
    m_board->perform(0, LaneAction::Retry);
    QCOMPARE(m_session->spend().known, once); // the earlier call is not forgotten while the next one runs
    QVERIFY(settled());
    QCOMPARE(m_session->spend().known, once + once);
    QVERIFY(!m_session->spend().unpriced);
}

void TestLaneBoard::unknownCostsMakeALowerBound_data()
{
    QTest::addColumn<LaneStatus>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("priced");
    QTest::addColumn<qint64>("unpriced");
    QTest::newRow("a priced answer") << LaneStatus::Complete << QStringLiteral("x") << true << qint64(0);
    QTest::newRow("an answer without a price")
        << LaneStatus::Complete << QStringLiteral("x") << false << qint64(1);
    QTest::newRow("an empty answer was asked for too")
        << LaneStatus::Complete << QString() << false << qint64(1);
    QTest::newRow("a rejected request cost nothing") << LaneStatus::Failed << QString() << false << qint64(0);
    QTest::newRow("a broken answer did")
        << LaneStatus::Interrupted << QStringLiteral("x") << false << qint64(1);
    QTest::newRow("what still runs is not judged")
        << LaneStatus::Running << QStringLiteral("x") << false << qint64(0);
}

void TestLaneBoard::unknownCostsMakeALowerBound()
{
    QFETCH(LaneStatus, status);
    QFETCH(QString, text);
    QFETCH(bool, priced);
    LaneState lane;
    lane.completion.status = status;
    lane.completion.text = text;
    if (priced)
        lane.cost.amount = Money::fromPicos(7);
    RunSpend spend{Money::fromPicos(1)};
    addCost(spend, lane);
    QTEST(spend.unpriced, "unpriced");
    QCOMPARE(spend.known, Money::fromPicos(priced ? 8 : 1));
}

void TestLaneBoard::anAccountThatIsGoneIsSaid()
{
    m_board->setTargets(
        {CompareFixture::demo("swift"), {{QStringLiteral("gone"), QStringLiteral("gpt-4o")}}});
    QVERIFY(m_board->lane(0).view().texts().notices.isEmpty());
    const QList<LaneNotice> notices = m_board->lane(1).view().texts().notices;
    QCOMPARE(notices.size(), 1);
    QVERIFY(notices.constFirst().title.contains(QStringLiteral("gone")));
    QSignalSpy accounts(m_board.get(), &LaneBoard::accountsWanted);
    m_board->perform(1, LaneAction::OpenAccounts);
    QCOMPARE(accounts.count(), 1);
    m_fixture->services().switchDemoOff();
    m_board->refreshInfo();
    QCOMPARE(m_board->lane(0).view().texts().notices.size(), 1);
}

void TestLaneBoard::aRecordIsReplacedByASwap()
{
    RunRecord record;
    LaneRecord stored;
    stored.latest.accountName = kDemoAccountName;
    stored.latest.model = QStringLiteral("swift");
    stored.latest.completion.status = LaneStatus::Complete;
    stored.latest.completion.text = QStringLiteral("Old answer");
    stored.parameters.temperature = 0.2;
    record.lanes = {stored};
    m_board->show(record);
    QCOMPARE(m_board->lane(0).view().answer(), QStringLiteral("Old answer"));
    QCOMPARE(m_board->targets().constFirst().parameters.temperature, std::optional(0.2));
    m_board->perform(0, LaneAction::Retry); // not of this window: nothing happens
    QCOMPARE(m_board->lane(0).view().answer(), QStringLiteral("Old answer"));
    m_board->lane(0).swap(CompareFixture::demo("thrifty"));
    QVERIFY(m_board->lane(0).isIdle());
    QCOMPARE(models(), QStringList{QStringLiteral("thrifty")});
    QVERIFY(m_board->lane(0).view().answer().isEmpty());
}

void TestLaneBoard::indexesThatAreNotThereChangeNothing()
{
    m_board->setTargets({CompareFixture::demo("swift")});
    QSignalSpy changed(m_board.get(), &LaneBoard::targetsChanged);
    for (const int index : {-1, 1, 99})
        m_board->perform(index, LaneAction::Remove);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_board->count(), 1);
}

SWITCHYARD_TEST(TestLaneBoard)

#include "tst_laneboard.moc"
