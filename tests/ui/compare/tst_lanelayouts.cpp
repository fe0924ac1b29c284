#include "tests/support/testunit.h"
#include "ui/compare/lanearrangement.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/lanetabs.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lanewindow.h"
#include "ui/compare/repeatbar.h"
#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/modelcolours.h"

#include <QJsonArray>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestLaneLayouts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aGridIsAboutSquare_data();
    void aGridIsAboutSquare();
    void aGridFollowsItsWidth();
    void tabsShowOneLaneAndSayHowItStands();
    void columnsComeBackAsTheyWere();
    void theLayoutGoesIntoALineUpAndBack();
    void maximisingWorksInEachLayout();
    void aLaneIsTornOffAndDocked();
    void closingTheWindowDocks();
    void aTornOffLaneCanGo();
    void whenAllLanesAreAwayTheyCanBePutBack();
    void lanesAreSelectedByControlClick();
    void repeatsShareAPlace();

private:
    LaneView *add(const char *model);
    void addFour()
    {
        for (const char *model : {"a", "b", "c", "d"})
            add(model);
    }
    LaneView *lane(int index) const { return m_strip->lane(index); }
    QPoint at(int index) const { return lane(index)->mapTo(m_strip.get(), QPoint()); }
    LaneWindow *window() const { return m_strip->findChild<LaneWindow *>(); }

    Theme m_theme;
    ModelColours m_colours;
    std::unique_ptr<MarkdownServices> m_services;
    std::unique_ptr<LaneStrip> m_strip;
};

void TestLaneLayouts::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_services = std::make_unique<MarkdownServices>();
    m_strip = std::make_unique<LaneStrip>(m_theme);
    m_strip->resize(1'300, 700);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void TestLaneLayouts::cleanup()
{
    m_strip.reset();
    m_services.reset();
}

LaneView *TestLaneLayouts::add(const char *model)
{
    auto *const view = new LaneView(m_theme, m_colours, *m_services);
    m_strip->addLane(view);
    LaneFacts facts;
    facts.state.target.name = {QStringLiteral("openai"), QString::fromUtf8(model)};
    facts.state.completion.status = LaneStatus::Complete;
    facts.state.completion.text = QStringLiteral("Yes.");
    facts.state.completion.timing.firstText = 412;
    view->present(facts);
    view->setAnswer(QStringLiteral("Yes."), {});
    return view;
}

void TestLaneLayouts::aGridIsAboutSquare_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("fitting");
    QTest::addColumn<int>("columns");
    QTest::newRow("one") << 1 << 9 << 1;
    QTest::newRow("two") << 2 << 9 << 2;
    QTest::newRow("four") << 4 << 9 << 2;
    QTest::newRow("five") << 5 << 9 << 3;
    QTest::newRow("nine") << 9 << 9 << 3;
    QTest::newRow("ten") << 10 << 9 << 4;
    QTest::newRow("what does not fit goes below") << 9 << 2 << 2;
    QTest::newRow("too narrow for one") << 4 << 0 << 1;
    QTest::newRow("none") << 0 << 3 << 1;
}

void TestLaneLayouts::aGridIsAboutSquare()
{
    QFETCH(int, count);
    QFETCH(int, fitting);
    QTEST(LaneGrid::columnsFor(count, fitting), "columns");
}

void TestLaneLayouts::aGridFollowsItsWidth()
{
    addFour();
    add("e");
    QSignalSpy changed(m_strip.get(), &LaneStrip::modeChanged);
    m_strip->setMode(LaneLayout::Grid);
    QCOMPARE(changed.count(), 1);
    const auto *const grid = m_strip->findChild<LaneGrid *>();
    QCOMPARE(grid->columns(), 3);
    QTRY_COMPARE(at(0).y(), at(2).y());
    QVERIFY(at(3).y() > at(0).y() && at(3).x() == at(0).x());
    QTRY_VERIFY(lane(4)->width() > lane(3)->width() * 3 / 2); // the last one takes the rest of its row
    m_strip->resize(700, 700);
    QTRY_COMPARE(grid->columns(), 2);
    m_strip->resize(400, 700);
    QTRY_COMPARE(grid->columns(), 1);
    for (int i = 0; i < m_strip->count(); ++i)
        QVERIFY(lane(i)->height() >= 200);
    m_strip->setMode(LaneLayout::Columns);
    m_strip->resize(1'900, 700);
    QTRY_COMPARE(at(0).y(), at(4).y());
    m_strip->resize(1'900, 150);
    QTRY_VERIFY(m_strip->height() < 500);
    QVERIFY(lane(0)->height() >= 200); // it scrolls
}

void TestLaneLayouts::tabsShowOneLaneAndSayHowItStands()
{
    addFour();
    m_strip->setMode(LaneLayout::Tabs);
    auto *const tabs = m_strip->findChild<LaneTabs *>();
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->count(), 4);
    QCOMPARE(tabs->tabText(1), QStringLiteral("b · complete · 412\u202fms"));
    QVERIFY(lane(0)->isVisible() && !lane(1)->isVisible());
    QTRY_VERIFY(lane(0)->width() > 1'200);
    tabs->setCurrentIndex(2);
    QCOMPARE(m_strip->current(), 2);
    QVERIFY(lane(2)->isVisible() && !lane(0)->isVisible());
    m_strip->step(1);
    QCOMPARE(tabs->currentIndex(), 3);
    LaneFacts running;
    running.state.target.name = {QStringLiteral("openai"), QStringLiteral("b")};
    running.state.completion.status = LaneStatus::Running;
    running.state.completion.text = QStringLiteral("x");
    lane(1)->present(running);
    QVERIFY(tabs->tabText(1).startsWith(QStringLiteral("b · streaming")));
    m_strip->removeLane(3);
    QCOMPARE(tabs->count(), 3);
    QVERIFY(lane(tabs->currentIndex())->isVisible());
    m_strip->reveal(0);
    QCOMPARE(tabs->currentIndex(), 0);
    m_strip->setMode(LaneLayout::Columns);
    QVERIFY(!tabs->isVisible());
    for (int i = 0; i < 3; ++i)
        QVERIFY(lane(i)->isVisible());
}

void TestLaneLayouts::columnsComeBackAsTheyWere()
{
    add("a");
    add("b");
    m_strip->applyLayout({{QStringLiteral("widths"), QJsonArray{400, 899}}});
    QTRY_COMPARE(lane(0)->width(), 400);
    const QByteArray state = m_strip->saveState();
    m_strip->equalise();
    QTRY_VERIFY(lane(0)->width() > 600);
    m_strip->restoreState(state);
    QTRY_COMPARE(lane(0)->width(), 400);
    add("c");
    m_strip->restoreState(state); // of two lanes: of no use for three
    QTRY_COMPARE(lane(0)->width() / 10, lane(2)->width() / 10);
}

void TestLaneLayouts::theLayoutGoesIntoALineUpAndBack()
{
    add("a");
    add("b");
    m_strip->applyLayout({{QStringLiteral("widths"), QJsonArray{400, 899}}});
    const QJsonObject kept = m_strip->layoutJson();
    QCOMPARE(kept.value(QLatin1StringView("mode")).toString(), QStringLiteral("columns"));
    QCOMPARE(kept.value(QLatin1StringView("widths")).toArray().size(), 2);
    m_strip->setMode(LaneLayout::Grid);
    QCOMPARE(m_strip->layoutJson(), (QJsonObject{{QStringLiteral("mode"), QStringLiteral("grid")}}));
    m_strip->applyLayout(kept);
    QCOMPARE(m_strip->mode(), LaneLayout::Columns);
    QTRY_COMPARE(lane(0)->width(), 400);
    m_strip->setMode(LaneLayout::Tabs);
    m_strip->applyLayout({}); // saved before there were layouts
    QCOMPARE(m_strip->mode(), LaneLayout::Tabs);
    m_strip->applyLayout({{QStringLiteral("mode"), QStringLiteral("spiral")},
                          {QStringLiteral("widths"), QJsonArray{QStringLiteral("x"), -4}}});
    QCOMPARE(m_strip->mode(), LaneLayout::Tabs);
    for (const LaneLayout mode : {LaneLayout::Columns, LaneLayout::Grid, LaneLayout::Tabs})
        QCOMPARE(laneLayoutFromName(laneLayoutName(mode)), mode);
}

void TestLaneLayouts::maximisingWorksInEachLayout()
{
    addFour();
    for (const LaneLayout mode : {LaneLayout::Columns, LaneLayout::Grid}) {
        m_strip->setMode(mode);
        m_strip->setMaximised(2);
        QCOMPARE(m_strip->maximised(), 2);
        QVERIFY(lane(2)->isVisible() && !lane(0)->isVisible());
        QTRY_VERIFY(lane(2)->width() > 1'200 && lane(2)->height() > 600);
        m_strip->setMaximised(-1);
        QVERIFY(lane(0)->isVisible());
    }
}

void TestLaneLayouts::aLaneIsTornOffAndDocked()
{
    addFour();
    qRegisterMetaType<LaneWindow *>();
    QSignalSpy opened(m_strip.get(), &LaneStrip::windowOpened);
    m_strip->tearOff(1);
    QCOMPARE(opened.count(), 1);
    QVERIFY(m_strip->isTornOff(1));
    QVERIFY(window() && window()->isVisible() && window()->isWindow());
    QCOMPARE(lane(1)->window(), window());
    QCOMPARE(window()->windowTitle(), QStringLiteral("b (openai): complete"));
    QVERIFY(!window()->testAttribute(Qt::WA_QuitOnClose));
    QCOMPARE(m_strip->count(), 4); // it is still a lane
    QCOMPARE(m_strip->current(), 1);
    lane(1)->clearAnswer();
    lane(1)->append(QStringLiteral("And more."), {});
    lane(1)->finishAnswer();
    QTRY_VERIFY(lane(1)->plainAnswer().contains(QStringLiteral("And more."))); // still fed
    m_strip->tearOff(1); // once is enough
    QCOMPARE(m_strip->findChildren<LaneWindow *>().size(), 1);

    QSignalSpy asked(lane(1), &LaneView::actionRequested);
    auto *const button = lane(1)->findChild<QToolButton *>(QStringLiteral("laneMaximise"));
    QVERIFY(button->toolTip().contains(QStringLiteral("back")));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.constFirst().constFirst().value<LaneAction>(), LaneAction::TearOff);
    m_strip->dock(1);
    QVERIFY(!m_strip->isTornOff(1));
    QCOMPARE(lane(1)->window(), m_strip.get());
    QTRY_VERIFY(!window());
    QTRY_VERIFY(at(0).x() < at(1).x() && at(1).x() < at(2).x()); // where it was
    QVERIFY(lane(1)->isVisible());
    QVERIFY(!button->toolTip().contains(QStringLiteral("back")));
}

void TestLaneLayouts::closingTheWindowDocks()
{
    addFour();
    m_strip->setMode(LaneLayout::Grid);
    m_strip->tearOff(0);
    QCOMPARE(m_strip->findChild<LaneGrid *>()->columns(), 2); // three are left
    QTest::keyClick(window(), Qt::Key_Escape);
    QVERIFY(!m_strip->isTornOff(0));
    QTRY_VERIFY(lane(0)->isVisible() && lane(0)->window() == m_strip.get());
    m_strip->setMode(LaneLayout::Tabs);
    m_strip->tearOff(3);
    QCOMPARE(m_strip->findChild<LaneTabs *>()->count(), 3);
    m_strip->dock(3);
    QCOMPARE(m_strip->findChild<LaneTabs *>()->count(), 4);
}

void TestLaneLayouts::aTornOffLaneCanGo()
{
    addFour();
    m_strip->tearOff(1);
    m_strip->moveLane(1, 3);
    QVERIFY(m_strip->isTornOff(3));
    m_strip->removeLane(3);
    QCOMPARE(m_strip->count(), 3);
    QTRY_VERIFY(!window());
    m_strip->tearOff(0);
    m_strip.reset(); // the windows go with the lanes
    m_strip = std::make_unique<LaneStrip>(m_theme);
}

void TestLaneLayouts::whenAllLanesAreAwayTheyCanBePutBack()
{
    add("a");
    add("b");
    m_strip->tearOff(0);
    auto *const away = m_strip->findChild<QWidget *>(QStringLiteral("lanesAway"));
    QVERIFY(!away->isVisible());
    m_strip->tearOff(1);
    QVERIFY(away->isVisible());
    for (QAbstractButton *button : away->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QVERIFY(!away->isVisible());
    QVERIFY(!m_strip->isTornOff(0) && !m_strip->isTornOff(1));
}

void TestLaneLayouts::lanesAreSelectedByControlClick()
{
    addFour();
    QSignalSpy changed(m_strip.get(), &LaneStrip::selectionChanged);
    const auto click = [this](int index, Qt::KeyboardModifiers keys) {
        auto *const name = lane(index)->findChild<QLabel *>(QStringLiteral("laneModel"));
        QTest::mouseClick(name, Qt::LeftButton, keys);
    };
    click(0, Qt::ControlModifier);
    click(2, Qt::ControlModifier);
    QCOMPARE(m_strip->selected(), QList<int>({0, 2}));
    QCOMPARE(lane(0)->accessibleDescription(), QStringLiteral("selected"));
    click(0, Qt::ControlModifier);
    QCOMPARE(m_strip->selected(), QList<int>{2});
    click(1, Qt::NoModifier);
    QCOMPARE(m_strip->selected(), QList<int>());
    QCOMPARE(changed.count(), 4);
    m_strip->toggleSelected(9);
    m_strip->clearSelection();
    QCOMPARE(changed.count(), 4);
}

void TestLaneLayouts::repeatsShareAPlace()
{
    add("a");
    add("b");
    m_strip->setCurrent(1);
    auto *const again = new LaneView(m_theme, m_colours, *m_services);
    LanePlace *const place = m_strip->placeOf(0);
    QVERIFY(place->bar().isHidden());
    m_strip->addRepeat(place, again);
    QCOMPARE(m_strip->count(), 3);
    QCOMPARE(m_strip->places().size(), 2);
    QCOMPARE(m_strip->indexOf(again), 1); // after its like
    QCOMPARE(m_strip->current(), 2); // the same lane as before
    QVERIFY(!place->bar().isHidden());
    QVERIFY(lane(0)->isVisible() && !again->isVisible());
    m_strip->setCurrent(1);
    QVERIFY(!lane(0)->isVisible() && again->isVisible());
    m_strip->step(1);
    QCOMPARE(m_strip->current(), 2);
    m_strip->step(1);
    QCOMPARE(m_strip->current(), 1); // the one that is seen of the place
    m_strip->moveLane(1, 2);
    QCOMPARE(m_strip->places().constLast(), place);
    QCOMPARE(m_strip->current(), 2);
    m_strip->removeLane(2);
    QVERIFY(place->bar().isHidden());
    QVERIFY(place->shown()->isVisible());
    QCOMPARE(m_strip->count(), 2);
}

SWITCHYARD_TEST(TestLaneLayouts)

#include "tst_lanelayouts.moc"
