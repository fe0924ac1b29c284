#include "tests/support/testunit.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/modelcolours.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/pill.h"

#include <QAccessible>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

namespace {

LaneFacts viewFacts(LaneStatus status)
{
    LaneFacts facts;
    facts.state.target.name = {QStringLiteral("openai"), QStringLiteral("gpt-4o")};
    facts.state.completion.status = status;
    return facts;
}

LaneFacts waiting(qint64 nowMs)
{
    LaneFacts shown = viewFacts(LaneStatus::Running);
    shown.state.waiting = RetryWait{{ErrorKind::RateLimited, QStringLiteral("slow down")}, 10'000};
    shown.nowMs = nowMs;
    return shown;
}

} // namespace

class TestLaneView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void headAndFootSayTheFigures();
    void aNarrowLaneShowsWholeFiguresAndButtons();
    void theRequestIsOneClickAway();
    void aWithheldAnswerSaysWhy();
    void theAccessibleNameTellsEverything();
    void aCountdownKeepsItsButtons();
    void noticesComeAndGo();
    void anIdleLaneSaysWhatIsKnown();
    void reasoningIsRenderedOnlyWhenUnfolded();
    void answersStreamAndAreShownWhole();
    void rawShowsTheSource();
    void theMenuOffersTheActions();
    void buttonsAskForTheirAction_data();
    void buttonsAskForTheirAction();
    void lanesKeepTheirLeastWidth();
    void oneLaneCanBeMaximised();
    void lanesMoveAndGo();

private:
    LaneView *add(const char *model);

    template <typename T>
    T *part(const char *name) const
    {
        return m_view->findChild<T *>(QString::fromUtf8(name));
    }

    Theme m_theme;
    ModelColours m_colours;
    std::unique_ptr<MarkdownServices> m_services;
    std::unique_ptr<LaneStrip> m_strip;
    LaneView *m_view = nullptr;
};

LaneView *TestLaneView::add(const char *model)
{
    auto *const view = new LaneView(m_theme, m_colours, *m_services);
    m_strip->addLane(view);
    LaneFacts shown = viewFacts(LaneStatus::Running);
    shown.state.target.name.model = QString::fromUtf8(model);
    view->present(shown);
    return view;
}

void TestLaneView::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_services = std::make_unique<MarkdownServices>();
    m_strip = std::make_unique<LaneStrip>(m_theme);
    m_strip->resize(900, 600);
    m_view = add("gpt-4o");
    m_strip->show();
    m_strip->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
}

void TestLaneView::cleanup()
{
    m_strip.reset();
    m_services.reset();
}

void TestLaneView::headAndFootSayTheFigures()
{
    LaneFacts shown = viewFacts(LaneStatus::Complete);
    shown.state.completion.text = QStringLiteral("Yes.");
    shown.state.completion.finishReason = QStringLiteral("stop");
    shown.state.completion.timing = {.firstText = 412, .last = 7'683};
    shown.state.completion.usage = {.input = 1'204, .output = 640, .basis = UsageBasis::Reported};
    shown.state.cost = {.amount = Money::fromDecimal(u"0.0016"), .basis = CostBasis::Computed};
    m_view->present(shown);
    QCOMPARE(part<ElidedLabel>("laneModel")->fullText(), QStringLiteral("gpt-4o"));
    QCOMPARE(part<Pill>("laneState")->text(), QStringLiteral("complete"));
    QCOMPARE(part<Meter>("laneFirstToken")->value(), QStringLiteral("412\u202fms"));
    QCOMPARE(part<Meter>("laneRate")->value(), QStringLiteral("88 tok/s"));
    QCOMPARE(part<ThemedLabel>("laneTokens")->text(), QStringLiteral("1,204 in   640 out"));
    QCOMPARE(part<ThemedLabel>("laneCost")->text(), QStringLiteral("$0.0016"));
    QCOMPARE(part<ElidedLabel>("laneCostNote")->fullText(), QStringLiteral("computed"));
    QVERIFY(part<ElidedLabel>("laneEnding")->isHidden());
    m_view->setBadges(
        {{LaneBadge::About::Speed, QStringLiteral("fastest"), QStringLiteral("why")},
         {LaneBadge::About::Cost, QStringLiteral("2.0× cheaper"), QStringLiteral("than what")}});
    QVERIFY(part<Pill>("speedBadge")->isVisible());
    QCOMPARE(part<Pill>("costBadge")->text(), QStringLiteral("2.0× cheaper"));
    QCOMPARE(part<Pill>("costBadge")->toolTip(), QStringLiteral("than what"));
    m_view->setBadges({});
    QVERIFY(!part<Pill>("speedBadge")->isVisible() && !part<Pill>("costBadge")->isVisible());
}

void TestLaneView::aNarrowLaneShowsWholeFiguresAndButtons()
{
    LaneFacts shown = viewFacts(LaneStatus::Complete);
    shown.state.target.name = {QStringLiteral("a-gateway"), QStringLiteral("claude-sonnet-4-5-20250929")};
    shown.state.completion.text = QStringLiteral("Yes.");
    shown.state.completion.finishReason = QStringLiteral("length");
    shown.state.completion.timing = {.firstText = 412, .last = 7'683};
    shown.state.completion.usage = {.input = 1'204, .output = 640, .basis = UsageBasis::Reported};
    shown.own.temperature = 0.2;
    shown.verdict = {true, true, true, false, false};
    m_view->present(shown);
    m_view->setBadges({{LaneBadge::About::Speed, QStringLiteral("the fastest of them all"), {}},
                       {LaneBadge::About::Cost, QStringLiteral("12.5× cheaper"), {}}});
    for (const char *model : {"b", "c", "d"})
        add(model);
    QTRY_COMPARE(m_view->width(), m_theme.px(320));
    QVERIFY(!part<Pill>("speedBadge")->isVisible());
    QTRY_VERIFY(part<ElidedLabel>("laneAccount")->width() >= m_theme.px(40));
    for (const char *name : {"laneFirstToken", "laneRate", "laneInspect", "laneMaximise", "laneCopy",
                             "laneBest", "laneDiff", "laneRetry", "laneMore"}) {
        const auto *const shownPart = part<QWidget>(name);
        if (!shownPart->isVisible())
            continue;
        QTRY_VERIFY2(shownPart->width() >= std::min(shownPart->sizeHint().width(), shownPart->maximumWidth()),
                     name);
        QVERIFY2(shownPart->geometry().right() < m_view->width(), name);
    }
    QVERIFY(part<QToolButton>("laneCopy")->isVisible() && part<QToolButton>("laneBest")->isVisible());
    QVERIFY(part<Pill>("laneVerdict")->isVisible() && !part<Pill>("costBadge")->isVisible());
}

void TestLaneView::theRequestIsOneClickAway()
{
    const QSignalSpy wanted(m_view, &LaneView::inspectRequested);
    auto *const button = part<QToolButton>("laneInspect");
    m_view->present(viewFacts(LaneStatus::Complete));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    LaneFacts blind = viewFacts(LaneStatus::Complete);
    blind.alias = QStringLiteral("Answer A");
    m_view->present(blind);
    QVERIFY(!button->isVisible());
    LaneFacts idle;
    idle.idle = true;
    m_view->present(idle);
    QVERIFY(!button->isVisible());
}

void TestLaneView::aWithheldAnswerSaysWhy()
{
    LaneFacts blind = viewFacts(LaneStatus::Complete);
    blind.alias = QStringLiteral("Answer A");
    blind.withheld = true;
    m_view->present(blind);
    QVERIFY(part<ThemedLabel>("laneIdle")->isVisible());
    QVERIFY(part<ThemedLabel>("laneIdle")->text().contains(QStringLiteral("once all have ended")));
    QCOMPARE(part<Pill>("laneState")->text(), QStringLiteral("answering"));
    m_view->setAnswer(QStringLiteral("Yes."), {});
    blind.withheld = false;
    m_view->present(blind);
    QVERIFY(!part<ThemedLabel>("laneIdle")->isVisible());
    QCOMPARE(part<Pill>("laneState")->text(), QStringLiteral("complete"));
}

void TestLaneView::theAccessibleNameTellsEverything()
{
    m_view->present(viewFacts(LaneStatus::Complete));
    QCOMPARE(m_view->accessibleName(), QStringLiteral("Lane 1, gpt-4o of openai, complete"));
    m_view->setNumber(3);
    QCOMPARE(m_view->accessibleName(), QStringLiteral("Lane 3, gpt-4o of openai, complete"));
    for (const QToolButton *button : m_view->findChildren<QToolButton *>())
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() || !button->isVisible(),
                 qPrintable(button->objectName()));
}

void TestLaneView::aCountdownKeepsItsButtons()
{
    m_view->present(waiting(6'000));
    QPointer<QToolButton> button = part<QToolButton>("noticeAction");
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Try now"));
    button->setFocus();
    QCOMPARE(part<Pill>("laneState")->text(), QStringLiteral("waiting 4 s"));
    m_view->present(waiting(8'500));
    QCOMPARE(part<Pill>("laneState")->text(), QStringLiteral("waiting 2 s"));
    QVERIFY(button && button->hasFocus());
    QSignalSpy asked(m_view, &LaneView::actionRequested);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().constFirst().value<LaneAction>(), LaneAction::TryNow);
}

void TestLaneView::noticesComeAndGo()
{
    LaneFacts failed = viewFacts(LaneStatus::Failed);
    failed.state.completion.error = Error{ErrorKind::Auth, QStringLiteral("bad key"), 401};
    m_view->present(failed);
    QVERIFY(part<MessagePanel>("laneNotice")->isVisible());
    QVERIFY(part<MessagePanel>("laneNotice")->accessibleDescription().contains(QStringLiteral("bad key")));
    m_view->present(viewFacts(LaneStatus::Complete));
    QTRY_VERIFY(!part<MessagePanel>("laneNotice"));
}

void TestLaneView::anIdleLaneSaysWhatIsKnown()
{
    LaneFacts idle = viewFacts(LaneStatus::Queued);
    idle.idle = true;
    idle.info.contextWindow = 128'000;
    m_view->present(idle);
    QVERIFY(part<QLabel>("laneIdle")->isVisible());
    QVERIFY(part<QLabel>("laneIdle")->text().contains(QStringLiteral("tokens of context")));
    QVERIFY(!m_view->answerView().isVisible());
    m_view->present(viewFacts(LaneStatus::Running));
    QVERIFY(m_view->answerView().isVisible());
}

void TestLaneView::reasoningIsRenderedOnlyWhenUnfolded()
{
    LaneFacts thinking = viewFacts(LaneStatus::Running);
    thinking.state.completion.reasoning = QStringLiteral("Let me think");
    m_view->append({}, QStringLiteral("Let me "));
    m_view->append({}, QStringLiteral("think"));
    m_view->present(thinking);
    auto *const reasoning = part<MarkdownView>("laneReasoning");
    QVERIFY(part<QToolButton>("laneReasoningToggle")->isVisible());
    QVERIFY(!reasoning->isVisible());
    QCOMPARE(reasoning->markdown(), QString());
    m_view->showReasoning(true);
    QVERIFY(reasoning->isVisible());
    QCOMPARE(reasoning->markdown(), QStringLiteral("Let me think"));
    m_view->append({}, QStringLiteral(" more"));
    QCOMPARE(reasoning->markdown(), QStringLiteral("Let me think more"));
    m_view->showReasoning(false);
    QVERIFY(!reasoning->isVisible());
    m_view->clearAnswer();
    m_view->present(viewFacts(LaneStatus::Running));
    QVERIFY(!part<QToolButton>("laneReasoningToggle")->isVisible());
}

void TestLaneView::answersStreamAndAreShownWhole()
{
    m_view->append(QStringLiteral("**Yes"), {});
    m_view->append(QStringLiteral("**."), {});
    m_view->finishAnswer();
    QCOMPARE(m_view->answer(), QStringLiteral("**Yes**."));
    QCOMPARE(m_view->plainAnswer().trimmed(), QStringLiteral("Yes."));
    QString lines;
    for (int i = 0; i < 200; ++i)
        lines += QStringLiteral("line %1\n\n").arg(i);
    m_view->setAnswer(lines, {});
    QCOMPARE(m_view->answerView().verticalScrollBar()->value(),
             0); // a whole answer is read from its beginning
    QVERIFY(m_view->answerView().verticalScrollBar()->maximum() > 0);
}

void TestLaneView::rawShowsTheSource()
{
    m_view->setAnswer(QStringLiteral("**Yes**"), {});
    m_view->setRaw(true);
    QCOMPARE(m_view->plainAnswer().trimmed(), QStringLiteral("**Yes**"));
    m_view->setRaw(false);
    QCOMPARE(m_view->plainAnswer().trimmed(), QStringLiteral("Yes"));
}

void TestLaneView::theMenuOffersTheActions()
{
    m_view->present(viewFacts(LaneStatus::Running));
    m_view->openMenu();
    auto *const menu = part<QMenu>("laneMenu");
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text();
    for (const char *text : {"Stop", "Swap model", "Parameters …", "Repeat", "Maximise", "Remove lane"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    QVERIFY(!texts.contains(QStringLiteral("Retry")));
    menu->close();
}

void TestLaneView::buttonsAskForTheirAction_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<LaneAction>("action");
    QTest::addColumn<LaneStatus>("status");
    QTest::newRow("copy") << QStringLiteral("laneCopy") << LaneAction::Copy << LaneStatus::Complete;
    QTest::newRow("retry") << QStringLiteral("laneRetry") << LaneAction::Retry << LaneStatus::Complete;
    QTest::newRow("stop") << QStringLiteral("laneStop") << LaneAction::Stop << LaneStatus::Running;
    QTest::newRow("maximise") << QStringLiteral("laneMaximise") << LaneAction::Maximise
                              << LaneStatus::Complete;
}

void TestLaneView::buttonsAskForTheirAction()
{
    QFETCH(QString, button);
    QFETCH(LaneStatus, status);
    LaneFacts shown = viewFacts(status);
    shown.state.completion.text = QStringLiteral("x");
    m_view->present(shown);
    QSignalSpy asked(m_view, &LaneView::actionRequested);
    auto *const found = m_view->findChild<QToolButton *>(button);
    QVERIFY(found && found->isVisible());
    QTest::mouseClick(found, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QTEST(asked.constFirst().constFirst().value<LaneAction>(), "action");
}

void TestLaneView::lanesKeepTheirLeastWidth()
{
    for (const char *model : {"b", "c", "d", "e"})
        add(model);
    const QScrollBar *const bar =
        m_strip->findChild<QScrollArea *>(QStringLiteral("laneColumns"))->horizontalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0); // five lanes do not fit into 900 pixels
    for (const LaneView *lane : m_strip->lanes())
        QVERIFY(lane->width() >= 320);
    QVERIFY(bar->isVisible());
    m_strip->resize(1'800, 600);
    QTRY_COMPARE(bar->maximum(), 0);
}

void TestLaneView::oneLaneCanBeMaximised()
{
    LaneView *const second = add("b");
    m_strip->setMaximised(1);
    QVERIFY(!m_view->isVisible() && second->isVisible());
    QCOMPARE(m_strip->current(), 1);
    QTRY_VERIFY(second->width() > 800);
    m_strip->setMaximised(-1);
    QVERIFY(m_view->isVisible() && second->isVisible());
}

void TestLaneView::lanesMoveAndGo()
{
    LaneView *const second = add("b");
    LaneView *const third = add("c");
    m_strip->setCurrent(2);
    m_strip->moveLane(2, 0);
    QCOMPARE(m_strip->lanes(), QList<LaneView *>({third, m_view, second}));
    const auto left = [](const LaneView *lane) { return lane->mapToGlobal(QPoint()).x(); };
    QTRY_VERIFY(left(third) < left(m_view) && left(m_view) < left(second));
    QVERIFY(third->accessibleName().startsWith(QStringLiteral("Lane 1, c")));
    const auto place = [](LaneView *lane) {
        QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(lane->parentWidget());
        return access->parent()->indexOfChild(access);
    };
    QVERIFY2(place(third) < place(m_view) && place(m_view) < place(second), "read as they are shown");
    QCOMPARE(m_strip->current(), 0);
    m_strip->removeLane(0);
    QCOMPARE(m_strip->count(), 2);
    QCOMPARE(m_strip->current(), 0);
    QVERIFY(m_view->accessibleName().startsWith(QStringLiteral("Lane 1, gpt-4o")));
    second->answerView().setFocus();
    QTRY_COMPARE(m_strip->current(), 1); // the focus makes a lane current
}

SWITCHYARD_TEST(TestLaneView)

#include "tst_laneview.moc"
