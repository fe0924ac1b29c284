#include "core/chat/parametersjson.h"
#include "core/settings/keys.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lanewindow.h"
#include "ui/compare/repeatbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestLaneInstruments : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aLanesParametersAreSentOverTheRunDefaults();
    void selectedLanesAreTunedTogether();
    void aRetryUsesTheNewParameters();
    void runDefaultsSurviveARestart();
    void theEstimateKnowsTheLimit();
    void aRepeatedLaneAsksAndFolds();
    void repeatsStopRetryAndGoTogether();
    void differentAnswersArePagedThrough();
    void aReopenedRunIsFolded();
    void repeatsSurviveARestart();
    void theMenuRepeats();
    void theLayoutSurvivesARestart();
    void aLineUpKeepsEverything();
    void lineUpKeysFollowTheirOrder();
    void aTornOffLaneStillTakesKeys();
    void windowPlacesAreRemembered();
    void escapeClearsTheSelection();

private:
    void lineUp(const QList<const char *> &models);
    void restart();
    void send();
    bool settled();
    RunRecord newest() { return m_fixture->run(m_fixture->newestRun()); }
    void trigger(const QString &action) { m_fixture->actions().find(action)->trigger(); }
    void setParameter(const char *editor, const char *text);
    LaneStrip &strip() const { return *m_fixture->page().findChild<LaneStrip *>(); }
    LaneBoard &board() const { return *m_fixture->page().findChild<LaneBoard *>(); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    QString folded(int place) const
    {
        return strip()
            .places()
            .at(place)
            ->bar()
            .findChild<ElidedLabel *>(QStringLiteral("foldedAnswers"))
            ->fullText();
    }

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestLaneInstruments::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    restart();
}

void TestLaneInstruments::cleanup()
{
    m_fixture.reset();
}

void TestLaneInstruments::restart()
{
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestLaneInstruments::lineUp(const QList<const char *> &models)
{
    QList<Target> targets;
    for (const char *model : models)
        targets.append(CompareFixture::demo(model));
    m_fixture->page().setLineUp(targets);
}

void TestLaneInstruments::send()
{
    m_fixture->page().enter();
    part<QPlainTextEdit>("promptEditor")->setPlainText(QStringLiteral("Why is the sky blue?"));
    trigger(QStringLiteral("compare.send"));
}

bool TestLaneInstruments::settled()
{
    return QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience);
}

void TestLaneInstruments::setParameter(const char *editor, const char *text)
{
    auto *const field = part<QLineEdit>(editor);
    QVERIFY(field && field->isVisible());
    field->selectAll();
    QTest::keyClicks(field, QString::fromUtf8(text));
}

void TestLaneInstruments::aLanesParametersAreSentOverTheRunDefaults()
{
    lineUp({"swift", "thrifty"});
    trigger(QStringLiteral("compare.runDefaults"));
    setParameter("parameter_temperature", "0.7");
    setParameter("parameter_seed", "4");
    part<QWidget>("parametersPanel")->hide();
    strip().setCurrent(1);
    trigger(QStringLiteral("compare.parameters"));
    setParameter("parameter_temperature", "0.1");
    part<QWidget>("parametersPanel")->hide();
    QCOMPARE(strip().lane(1)->findChild<ElidedLabel *>(QStringLiteral("laneParameters"))->fullText(),
             QStringLiteral("not asked yet · temp 0.1"));
    QCOMPARE(part<QToolButton>("runDefaults")->text(), QStringLiteral("Parameters: 2"));
    send();
    QVERIFY(settled());
    const RunRecord run = newest();
    QCOMPARE(run.lanes.at(0).parameters.temperature, 0.7);
    QCOMPARE(run.lanes.at(1).parameters.temperature, 0.1);
    QCOMPARE(run.lanes.at(1).parameters.seed, 4);
    QCOMPARE(strip().lane(1)->findChild<ElidedLabel *>(QStringLiteral("laneParameters"))->fullText(),
             QStringLiteral("temp 0.1"));
    QVERIFY(m_fixture->page().targets().at(0).parameters == ChatParameters()); // the defaults are not its own
}

void TestLaneInstruments::selectedLanesAreTunedTogether()
{
    lineUp({"swift", "thrifty", "scholar"});
    trigger(QStringLiteral("compare.selectLane"));
    strip().setCurrent(2);
    trigger(QStringLiteral("compare.selectLane"));
    QCOMPARE(strip().selected(), QList<int>({0, 2}));
    trigger(QStringLiteral("compare.parameters"));
    setParameter("parameter_max_tokens", "64");
    QList<std::optional<qint64>> limits;
    for (const Target &target : m_fixture->page().targets())
        limits.append(target.parameters.maxTokens);
    QCOMPARE(limits, QList<std::optional<qint64>>({64, std::nullopt, 64}));
    part<QWidget>("parametersPanel")->hide();
    trigger(QStringLiteral("compare.selectAllLanes"));
    QCOMPARE(strip().selected().size(), 3);
    strip().clearSelection();
    strip().setCurrent(1); // alone again
    trigger(QStringLiteral("compare.parameters"));
    setParameter("parameter_max_tokens", "9");
    QCOMPARE(m_fixture->page().targets().at(0).parameters.maxTokens, 64);
    QCOMPARE(m_fixture->page().targets().at(1).parameters.maxTokens, 9);
}

void TestLaneInstruments::aRetryUsesTheNewParameters()
{
    lineUp({"thrifty"});
    send();
    QVERIFY(settled());
    board().setParameters(0, parametersFromJson({{QStringLiteral("seed"), 7}}));
    trigger(QStringLiteral("compare.retryLane"));
    QVERIFY(settled());
    QCOMPARE(newest().lanes.at(0).parameters.seed, 7);
    QCOMPARE(m_fixture->runs(), 1);
}

void TestLaneInstruments::runDefaultsSurviveARestart()
{
    lineUp({"swift"});
    QCOMPARE(part<QToolButton>("runDefaults")->text(), QStringLiteral("Parameters"));
    QTest::mouseClick(part<QToolButton>("runDefaults"), Qt::LeftButton);
    setParameter("parameter_reasoning_effort", "low");
    restart();
    QCOMPARE(part<QToolButton>("runDefaults")->text(), QStringLiteral("Parameters: 1"));
    QVERIFY(part<QToolButton>("runDefaults")->toolTip().contains(QStringLiteral("effort low")));
    send();
    QVERIFY(settled());
    QCOMPARE(newest().lanes.at(0).parameters.reasoningEffort, QStringLiteral("low"));
}

void TestLaneInstruments::theEstimateKnowsTheLimit()
{
    lineUp({"scholar"});
    part<QPlainTextEdit>("promptEditor")->setPlainText(QStringLiteral("Why?"));
    auto *const estimate = part<ElidedLabel>("estimate");
    QTRY_VERIFY(estimate->fullText().contains(QLatin1Char('$')));
    const QString before = estimate->fullText();
    trigger(QStringLiteral("compare.runDefaults"));
    setParameter("parameter_max_tokens", "1");
    QTRY_VERIFY(estimate->fullText() != before);
}

void TestLaneInstruments::aRepeatedLaneAsksAndFolds()
{
    lineUp({"swift", "thrifty"});
    trigger(QStringLiteral("compare.repeat3"));
    QCOMPARE(strip().places().size(), 2);
    QCOMPARE(m_fixture->page().targets().size(), 4);
    QCOMPARE(folded(0), QStringLiteral("asked 3 times in each run"));
    QTRY_VERIFY(part<ElidedLabel>("estimate")->fullText().startsWith(QStringLiteral("4 lanes")));
    send();
    QVERIFY(settled());
    const RunRecord run = newest();
    QCOMPARE(run.lanes.size(), 4);
    QSet<qint64> calls;
    for (const LaneRecord &lane : run.lanes)
        calls.insert(lane.callId);
    QCOMPARE(calls.size(), 4); // each of them a call of its own
    QCOMPARE(run.lanes.at(2).latest.model, QStringLiteral("swift"));
    QCOMPARE(run.lanes.at(3).latest.model, QStringLiteral("thrifty"));
    QCOMPARE(folded(0), QStringLiteral("all 3 identical"));
    const auto *const spread =
        strip().places().at(0)->bar().findChild<QLabel *>(QStringLiteral("repeatSpread"));
    QVERIFY(spread->text().contains(QStringLiteral("tokens")));
    QVERIFY(spread->text().contains(QLatin1Char('$')));
    QVERIFY(spread->toolTip().contains(QStringLiteral("first token")));
    QVERIFY(strip().places().at(1)->bar().isHidden());
}

void TestLaneInstruments::repeatsStopRetryAndGoTogether()
{
    lineUp({"fault-silent", "thrifty"});
    board().setRepeats(0, 2);
    send();
    QTRY_COMPARE(board().running(), 2);
    board().perform(0, LaneAction::Stop);
    QVERIFY(settled());
    const RunRecord stopped = newest();
    for (int i = 0; i < 2; ++i)
        QTRY_COMPARE(m_fixture->run(stopped.id).lanes.at(i).latest.completion.status, LaneStatus::Cancelled);
    board().swap(0, CompareFixture::demo("thrifty"));
    QVERIFY(settled());
    const QList<Target> swapped = m_fixture->page().targets();
    QCOMPARE(swapped.at(0).name.model, QStringLiteral("thrifty"));
    QCOMPARE(swapped.at(1).name.model, QStringLiteral("thrifty"));
    board().perform(1, LaneAction::Retry);
    QCOMPARE(board().running(), 2);
    QVERIFY(settled());
    board().perform(0, LaneAction::MoveRight);
    QCOMPARE(strip().places().at(0)->lanes().size(), 1);
    QCOMPARE(board().members(2), QList<int>({1, 2}));
    board().perform(1, LaneAction::MoveRight); // it is the last place
    QCOMPARE(board().members(2), QList<int>({1, 2}));
    board().setRepeats(2, 1);
    QCOMPARE(board().count(), 2);
    board().setRepeats(1, 4);
    board().remove(3);
    QCOMPARE(board().count(), 1);
}

void TestLaneInstruments::differentAnswersArePagedThrough()
{
    RunRecord run;
    run.prompt = QStringLiteral("Heads or tails?");
    for (const char *text : {"Heads", "Tails", "Tails", "Heads", "Tails"}) {
        LaneRecord lane;
        lane.latest.accountName = kDemoAccountName;
        lane.latest.model = QStringLiteral("swift");
        lane.latest.completion.status = LaneStatus::Complete;
        lane.latest.completion.text = QString::fromUtf8(text);
        run.lanes.append(lane);
    }
    m_fixture->page().showRun(run);
    QCOMPARE(strip().places().size(), 1);
    const LanePlace &place = *strip().places().constFirst();
    const auto shown = [&place] { return place.shown()->answer(); };
    QCOMPARE(shown(), QStringLiteral("Heads"));
    QCOMPARE(folded(0), QStringLiteral("2 of 5 identical"));
    trigger(QStringLiteral("compare.nextAnswer"));
    QCOMPARE(shown(), QStringLiteral("Tails"));
    QCOMPARE(folded(0), QStringLiteral("3 of 5 identical"));
    QTest::mouseClick(place.bar().findChild<QToolButton *>(QStringLiteral("nextAnswer")), Qt::LeftButton);
    QCOMPARE(shown(), QStringLiteral("Heads"));
    trigger(QStringLiteral("compare.previousAnswer"));
    QCOMPARE(shown(), QStringLiteral("Tails"));
    QVERIFY(place.shown()->isVisible());
}

void TestLaneInstruments::aReopenedRunIsFolded()
{
    lineUp({"thrifty", "thrifty"});
    board().setRepeats(1, 2);
    send();
    QVERIFY(settled());
    const RunRecord run = newest();
    QCOMPARE(run.lanes.size(), 3);
    lineUp({"swift"});
    m_fixture->page().showRun(run);
    QCOMPARE(strip().places().size(), 1); // in the ledger they are all the same
    QCOMPARE(folded(0), QStringLiteral("all 3 identical"));
    send();
    QVERIFY(settled());
    QCOMPARE(newest().lanes.size(), 3);
}

void TestLaneInstruments::repeatsSurviveARestart()
{
    lineUp({"swift", "thrifty"});
    board().setRepeats(1, 5);
    board().setParameters(1, parametersFromJson({{QStringLiteral("seed"), 7}}));
    const QList<LanePlan> plans = board().plans();
    QCOMPARE(plans.at(1).repeats, 5);
    restart();
    QCOMPARE(board().plans(), plans);
    QCOMPARE(board().count(), 6);
}

void TestLaneInstruments::theMenuRepeats()
{
    lineUp({"swift"});
    strip().lane(0)->openMenu();
    auto *const menu = strip().lane(0)->findChild<QMenu *>(QStringLiteral("repeatMenu"));
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), LineUpTarget::kMostRepeats);
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(3)->trigger();
    QCOMPARE(board().count(), 4);
    menu->parentWidget()->close();
    board().setRepeats(0, 0);
    board().setRepeats(99, 2);
    QCOMPARE(board().count(), 4);
}

void TestLaneInstruments::theLayoutSurvivesARestart()
{
    lineUp({"swift", "thrifty", "scholar"});
    auto *const control = part<SegmentedControl>("laneLayout");
    QVERIFY(control->isVisible());
    control->setCurrent(1);
    QCOMPARE(strip().mode(), LaneLayout::Grid);
    restart();
    QCOMPARE(strip().mode(), LaneLayout::Grid);
    QCOMPARE(part<SegmentedControl>("laneLayout")->current(), 1);
    trigger(QStringLiteral("compare.nextLayout"));
    QCOMPARE(strip().mode(), LaneLayout::Tabs);
    trigger(QStringLiteral("compare.nextLayout"));
    QCOMPARE(part<SegmentedControl>("laneLayout")->current(), 0);
    trigger(QStringLiteral("compare.layout.tabs"));
    QCOMPARE(m_fixture->services().settings().get(settings::kLaneLayout), QStringLiteral("tabs"));
}

void TestLaneInstruments::aLineUpKeepsEverything()
{
    lineUp({"swift", "thrifty"});
    board().setRepeats(0, 3);
    board().setParameters(1, parametersFromJson({{QStringLiteral("temperature"), 0.3}}));
    strip().setMode(LaneLayout::Grid);
    const QList<LanePlan> plans = board().plans();
    trigger(QStringLiteral("compare.lineUp"));
    auto *const name = part<QLineEdit>("lineUpName");
    QTest::keyClicks(name, QStringLiteral("Thorough"));
    QTest::keyClick(name, Qt::Key_Return);
    auto *const saved = part<QListWidget>("savedLineUps");
    QTRY_COMPARE(saved->count(), 1);
    QVERIFY(saved->item(0)->toolTip().contains(QStringLiteral("demo/swift ×3")));
    QVERIFY(saved->item(0)->toolTip().contains(QStringLiteral("temp 0.3")));
    part<QWidget>("lineUpPicker")->hide();
    QVERIFY(part<QToolButton>("lineUp")->text().startsWith(QStringLiteral("Thorough")));

    lineUp({"scholar"});
    strip().setMode(LaneLayout::Columns);
    QTest::keyClick(part<QWidget>("promptEditor"), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(board().plans(), plans);
    QCOMPARE(strip().mode(), LaneLayout::Grid);
    QVERIFY(part<QToolButton>("lineUp")->text().startsWith(QStringLiteral("Thorough")));
}

void TestLaneInstruments::lineUpKeysFollowTheirOrder()
{
    LineUpStore &store = m_fixture->services().lineUps();
    for (int i = 1; i <= 11; ++i)
        store.save(QStringLiteral("Set %1").arg(i), {{QStringLiteral("demo/swift"), {}, 1}});
    QTRY_COMPARE(store.lineUps().size(), 11);
    const Actions &actions = m_fixture->actions();
    QVERIFY(actions.find(QStringLiteral("compare.lineUp1"))->text().contains(QStringLiteral("Set 1")));
    QCOMPARE(actions.find(QStringLiteral("compare.lineUp9"))->shortcut(), QKeySequence(Qt::ALT | Qt::Key_9));
    QVERIFY(!actions.find(QStringLiteral("compare.lineUp10")));
    store.move(store.lineUps().constLast().id, 0);
    QTRY_VERIFY(actions.find(QStringLiteral("compare.lineUp1"))->text().contains(QStringLiteral("Set 11")));
    store.remove(store.lineUps().constFirst().id);
    QTRY_VERIFY(actions.find(QStringLiteral("compare.lineUp1"))->text().contains(QStringLiteral("Set 1”")));
    QVERIFY(actions.find(QStringLiteral("compare.lineUp"))); // the picker's own
}

void TestLaneInstruments::aTornOffLaneStillTakesKeys()
{
    lineUp({"fault-silent", "thrifty"});
    send();
    QTRY_COMPARE(board().running(), 1);
    strip().setCurrent(0);
    trigger(QStringLiteral("compare.tearOffLane"));
    auto *const window = m_fixture->page().findChild<LaneWindow *>();
    QVERIFY(window);
    QVERIFY(QTest::qWaitForWindowActive(window));
    strip().lane(0)->setFocus();
    QVERIFY(window->actions().contains(m_fixture->actions().find(QStringLiteral("compare.stopLane"))));
    QTest::keyClick(strip().lane(0), Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(settled());
    QVERIFY(window->windowTitle().endsWith(QStringLiteral("stopped")));
    QTest::keyClick(strip().lane(0), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!strip().isTornOff(0));
    // A key that comes later is lent as well.
    trigger(QStringLiteral("compare.tearOffLane"));
    m_fixture->services().lineUps().save(QStringLiteral("Late"), {{QStringLiteral("demo/swift"), {}, 1}});
    QTRY_VERIFY(m_fixture->actions().find(QStringLiteral("compare.lineUp1")));
    const auto windows = m_fixture->page().findChildren<LaneWindow *>();
    QVERIFY(windows.constLast()->actions().contains(
        m_fixture->actions().find(QStringLiteral("compare.lineUp1"))));
}

void TestLaneInstruments::windowPlacesAreRemembered()
{
    lineUp({"swift", "thrifty"});
    trigger(QStringLiteral("compare.tearOffLane"));
    auto *window = m_fixture->page().findChild<LaneWindow *>();
    window->setGeometry(40, 60, 410, 380);
    QTRY_VERIFY(!m_fixture->services().settings().get(settings::kLaneWindows).isEmpty());
    trigger(QStringLiteral("compare.tearOffLane"));
    QTRY_VERIFY(!m_fixture->page().findChild<LaneWindow *>());
    restart();
    strip().setCurrent(1);
    trigger(QStringLiteral("compare.tearOffLane"));
    window = m_fixture->page().findChild<LaneWindow *>();
    QCOMPARE(window->size(), QSize(410, 380));
}

void TestLaneInstruments::escapeClearsTheSelection()
{
    lineUp({"fault-silent", "thrifty"});
    send();
    QTRY_COMPARE(board().running(), 1);
    trigger(QStringLiteral("compare.selectAllLanes"));
    strip().lane(0)->setFocus();
    QTest::keyClick(strip().lane(0), Qt::Key_Escape);
    QVERIFY(strip().selected().isEmpty());
    QCOMPARE(board().running(), 1); // only the next one stops
    QTest::keyClick(strip().lane(0), Qt::Key_Escape);
    QVERIFY(settled());
}

SWITCHYARD_TEST(TestLaneInstruments)

#include "tst_laneinstruments.moc"
