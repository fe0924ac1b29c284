#include "core/accounts/accountstore.h"
#include "core/compare/comparison.h"
#include "core/routing/rulesetstore.h"
#include "core/routing/targethealth.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/costestimator.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/runsession.h"

#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace ui;

namespace {

const QString kSet = QStringLiteral("three buckets");
const QString kRoute = QStringLiteral("route/three buckets");

} // namespace

/// A rule set in a lane of the window: it stands where a model does, and says who answers and why.
class TestRoutedLanes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void thePickerOffersActiveSets();
    void anIdleLaneIsARuleSets();
    void theHeaderSaysWhoAnswersByWhichRule();
    void eachFallbackIsSaid();
    void aBrokenAnswerIsContinuedOnTheNextModel();
    void theNextPromptAsksTheRuleSetAgain();
    void aReopenedRunIsARuleSetsToo();
    void aSetThatIsNoLongerActiveIsSaid();
    void theEstimateIsThatOfWhoIsAskedFirst();

private:
    void activate(const QStringList &models, Commit commit = Commit::FirstToken);
    Comparison &start(const QList<Target> &targets);
    bool settled()
    {
        return QTest::qWaitFor([this] { return m_board->running() == 0; }, 30'000);
    }
    const LaneTexts &texts(int lane = 0) const { return m_board->lane(lane).view().texts(); }
    static Target route() { return {*parseTargetName(kRoute)}; }

    std::unique_ptr<CompareFixture> m_fixture;
    std::unique_ptr<LaneStrip> m_strip;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<LaneBoard> m_board;
};

void TestRoutedLanes::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_strip = std::make_unique<LaneStrip>(m_fixture->theme());
    m_strip->resize(1'000, 600);
    m_strip->show();
    m_session = std::make_unique<RunSession>(m_fixture->context());
    m_board = std::make_unique<LaneBoard>(m_fixture->context(), *m_strip);
}

void TestRoutedLanes::cleanup()
{
    m_board.reset();
    m_session.reset();
    m_strip.reset();
    m_fixture.reset();
}

void TestRoutedLanes::activate(const QStringList &models, Commit commit)
{
    RuleSet rules;
    rules.name = kSet;
    rules.otherwise.name = QStringLiteral("summaries");
    Chain &chain = rules.otherwise.chain;
    for (const QString &model : models) {
        const ChainTarget target{{kDemoAccountName, model}};
        if (chain.targets.isEmpty())
            chain.targets = {target};
        else
            chain.fallbacks.append(Fallback{target});
    }
    chain.limits.commit = commit;
    QFuture<Result<int>> done = m_fixture->services().ruleSets().activate(kSet, rules, QString(), false);
    QVERIFY(QTest::qWaitFor([&done] { return done.isFinished(); }));
    QVERIFY(done.result());
}

Comparison &TestRoutedLanes::start(const QList<Target> &targets)
{
    m_board->setTargets(targets);
    CompareRequest request;
    request.prompt = QStringLiteral("Why is the sky blue?");
    request.targets = m_board->askedTargets();
    Result<Comparison *> run = m_session->prepare(request);
    if (!run)
        qFatal("%s", qPrintable(run.error().message));
    m_board->show(*run.value());
    m_session->begin();
    return *run.value();
}

void TestRoutedLanes::thePickerOffersActiveSets()
{
    activate({QStringLiteral("swift")});
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
    m_fixture->actions().find(QStringLiteral("compare.addLane"))->trigger();
    auto *const picker = m_fixture->page().findChild<QWidget *>(QStringLiteral("modelPicker"));
    auto *const search = picker->findChild<QLineEdit *>(QStringLiteral("modelSearch"));
    QTest::keyClicks(search, QStringLiteral("three buckets"));
    QCOMPARE(picker->findChild<QListView *>(QStringLiteral("modelList"))->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_fixture->page().targets().size(), 1);
    QCOMPARE(m_fixture->page().targets().constFirst().name.toString(), kRoute);
}

void TestRoutedLanes::anIdleLaneIsARuleSets()
{
    activate({QStringLiteral("swift")});
    m_board->setTargets({route()});
    QCOMPARE(texts().model, kRoute);
    QCOMPARE(texts().account, QStringLiteral("rule set"));
    QVERIFY(texts().notices.isEmpty());
}

void TestRoutedLanes::theHeaderSaysWhoAnswersByWhichRule()
{
    activate({QStringLiteral("swift")});
    start({route(), CompareFixture::demo("swift")});
    QVERIFY(settled());
    QCOMPARE(texts().state, QStringLiteral("complete"));
    QCOMPARE(texts().model, kRoute);
    QVERIFY2(texts().account.contains(QStringLiteral("→ demo/swift, rule summaries")),
             qPrintable(texts().account));
    QVERIFY(texts().account.contains(QStringLiteral("simulated")));
    QVERIFY2(texts().spoken.contains(QStringLiteral("demo/swift")), qPrintable(texts().spoken));
    QVERIFY(texts().notices.isEmpty());
    QVERIFY(!m_board->lane(0).view().answer().isEmpty());
    QCOMPARE(m_board->lane(0).info().id, QStringLiteral("swift"));
    QCOMPARE(texts(1).model, QStringLiteral("swift")); // as before
}

void TestRoutedLanes::eachFallbackIsSaid()
{
    // Not a rejected key, which would rule out all models of the account.
    activate(
        {QStringLiteral("fault-404"), QStringLiteral("fault-context-length"), QStringLiteral("scholar")});
    start({route()});
    QVERIFY(settled());
    QCOMPARE(texts().state, QStringLiteral("complete"));
    const QList<LaneNotice> notices = texts().notices;
    QCOMPARE(notices.size(), 2);
    QCOMPARE(notices.at(0).title,
             QStringLiteral("demo/fault-404 gave no answer, demo/fault-context-length was asked"));
    QVERIFY(!notices.at(0).next.isEmpty());
    QVERIFY(notices.at(1).title.endsWith(QStringLiteral("demo/scholar was asked")));
    QVERIFY(texts().account.contains(QStringLiteral("demo/scholar")));
    QVERIFY(texts().ending.contains(QStringLiteral("attempt 3")));
}

void TestRoutedLanes::aBrokenAnswerIsContinuedOnTheNextModel()
{
    activate({QStringLiteral("fault-cut"), QStringLiteral("swift")});
    Comparison &run = start({route()});
    QVERIFY(settled());
    QCOMPARE(texts().state, QStringLiteral("interrupted"));
    QVERIFY(texts().actions.contains(LaneAction::ContinueOnNext));
    const LaneNotice notice = texts().notices.constFirst();
    QCOMPARE(notice.actions.constFirst(), LaneAction::ContinueOnNext);
    const QString half = m_board->lane(0).view().answer();
    const RunSpend before = m_session->spend();
    m_board->perform(0, LaneAction::ContinueOnNext);
    QVERIFY(m_board->running() == 1);
    QVERIFY(settled());
    QCOMPARE(texts().state, QStringLiteral("complete"));
    QVERIFY(m_board->lane(0).view().answer() != half);
    QVERIFY(!texts().actions.contains(LaneAction::ContinueOnNext));
    // One call, and its cost once.
    const LaneState &state = run.lane(0).state();
    QCOMPARE(state.attempts, 2);
    QCOMPARE(m_session->spend().known, state.cost.amount.value_or(Money()));
    QVERIFY(m_session->spend().known >= before.known);
}

void TestRoutedLanes::theNextPromptAsksTheRuleSetAgain()
{
    activate({QStringLiteral("fault-404"), QStringLiteral("swift")});
    start({route()});
    QVERIFY(settled());
    QCOMPARE(m_board->targets(), QList<Target>{route()});
    QCOMPARE(m_board->askedTargets().constFirst().name.toString(), kRoute);
    m_board->perform(0, LaneAction::Retry);
    QVERIFY(settled());
    QCOMPARE(m_board->lane(0).state()->requested.name.toString(), kRoute);
    // The model that is not there is left alone by now.
    QCOMPARE(m_board->lane(0).state()->attempts, 1);
}

void TestRoutedLanes::aReopenedRunIsARuleSetsToo()
{
    activate({QStringLiteral("swift")});
    const Comparison &run = start({route(), route()});
    QVERIFY(settled());
    const RunRecord record = m_fixture->run(run.runId());
    m_board->show(record);
    QCOMPARE(m_board->targets(), (QList<Target>{route(), route()}));
    QCOMPARE(texts().model, kRoute);
    QVERIFY(texts().account.contains(QStringLiteral("→ demo/swift, rule summaries")));
    QVERIFY(!m_board->lane(0).view().answer().isEmpty());
}

void TestRoutedLanes::aSetThatIsNoLongerActiveIsSaid()
{
    activate({QStringLiteral("swift")});
    start({route()});
    QVERIFY(settled());
    QFuture<Result<void>> off = m_fixture->services().ruleSets().deactivate(kSet);
    QVERIFY(QTest::qWaitFor([&off] { return off.isFinished(); }));
    QSignalSpy refused(m_board.get(), &LaneBoard::refused);
    m_board->perform(0, LaneAction::Retry);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(texts().state, QStringLiteral("complete")); // what it answered stays
    m_board->clearRun();
    QCOMPARE(texts().notices.size(), 1);
    QVERIFY(texts().notices.constFirst().title.contains(kSet));
}

void TestRoutedLanes::theEstimateIsThatOfWhoIsAskedFirst()
{
    activate({QStringLiteral("swift")});
    CostEstimator estimator(m_fixture->context());
    estimator.setRequest({route()}, QStringLiteral("Hello"), QString(), QString(), 0);
    const RunEstimate routed = estimator.estimate();
    estimator.setRequest({CompareFixture::demo("swift")}, QStringLiteral("Hello"), QString(), QString(), 0);
    QCOMPARE(routed.unpricedLanes, 0);
    QCOMPARE(routed.high, estimator.estimate().high);
}

SWITCHYARD_TEST(TestRoutedLanes)

#include "tst_routedlanes.moc"
