#include "core/ledger/ledgerreader.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/contextdialog.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/transcriptview.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

/// Turn after turn on the real page, over the simulator and a real ledger.
class TestConversation : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFollowUpContinuesEachLane();
    void allLanesFollowTheOneThatIsChosen();
    void allLanesFollowTheWinnerOfTheVote();
    void sharedTurnsHaveNoParentLane();
    void anEditedPromptTakesTheTurnsPlaceInABranch();
    void sendAgainStaysInTheSameTurn();
    void aRepeatContinuesTheLaneItRepeats();
    void aRepeatInTheSameTurnIsGivenWhatItsLaneWas();
    void aNewPromptBeginsAnew();
    void aReopenedTurnShowsWhatCameBefore();
    void aTurnWithoutAnAnswerIsLeftOutAndSaid();
    void whatWillBeSentCanBeRead();

private:
    /// Sends and waits for every lane; gives the run as the ledger has it.
    RunRecord ask(const QString &prompt);
    RunRecord waitForNewest();
    void trigger(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    LaneView *lane(int index) const { return m_fixture->page().findChild<LaneStrip *>()->lane(index); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    /// Opens the button's menu and chooses the entry that begins so.
    void choose(const char *button, const QString &entry);

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestConversation::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    ComparePage &page = m_fixture->makePage();
    page.resize(1100, 700);
    page.show();
    page.setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("thrifty")});
}

void TestConversation::cleanup()
{
    m_fixture.reset();
}

RunRecord TestConversation::waitForNewest()
{
    if (!QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience))
        qFatal("the lanes do not settle");
    return m_fixture->run(m_fixture->newestRun());
}

RunRecord TestConversation::ask(const QString &prompt)
{
    const int before = m_fixture->runs();
    m_fixture->hurry();
    m_fixture->page().setPrompt(prompt, false);
    trigger("compare.send");
    if (!QTest::qWaitFor([this, before] { return m_fixture->runs() > before; }, kPatience))
        qFatal("nothing was sent");
    const RunRecord newest = waitForNewest();
    m_fixture->hurry(false);
    return newest;
}

void TestConversation::choose(const char *button, const QString &entry)
{
    QMenu *const menu = part<QToolButton>(button)->menu();
    QVERIFY(menu);
    emit menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(entry))
            return action->trigger();
    }
    QFAIL(qPrintable(QStringLiteral("no entry ") + entry));
}

void TestConversation::aFollowUpContinuesEachLane()
{
    QVERIFY(!part<QToolButton>("followUp")->isVisible());
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    QVERIFY(part<QToolButton>("followUp")->isVisible());
    QVERIFY(part<QPlainTextEdit>("promptEditor")->placeholderText().contains(QStringLiteral("follow-up")));
    const RunRecord second = ask(QStringLiteral("And at night?"));
    QCOMPARE(second.turn, (TurnPlace{first.id, first.id, Lineage::Own}));
    QCOMPARE(second.lanes.at(0).parentLane, first.lanes.at(0).laneId);
    QCOMPARE(second.lanes.at(1).parentLane, first.lanes.at(1).laneId);
    // The question before and its answer were part of what was asked.
    QVERIFY(*second.lanes.at(1).latest.completion.usage.input
            > *first.lanes.at(1).latest.completion.usage.input);
    const RunRecord third = ask(QStringLiteral("And on Mars?"));
    QCOMPARE(third.turn, (TurnPlace{second.id, first.id, Lineage::Own}));

    auto *const toggle = lane(0)->findChild<QToolButton *>(QStringLiteral("laneTurnsToggle"));
    QVERIFY(toggle->isVisible());
    QCOMPARE(toggle->text(), QStringLiteral("2 earlier turns"));
    toggle->click();
    QVERIFY2(lane(1)->areTurnsShown(), "all lanes unfold together");
    auto *const turns = lane(1)->findChild<TranscriptView *>();
    QVERIFY(turns->isVisible());
    QCOMPARE(turns->count(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(turns->builtCount(), 2, kPatience);
}

void TestConversation::allLanesFollowTheOneThatIsChosen()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    choose("followUp", QStringLiteral("All follow lane 2"));
    QVERIFY(part<QToolButton>("followUp")->text().contains(QStringLiteral("thrifty")));
    const RunRecord second = ask(QStringLiteral("And at night?"));
    QCOMPARE(second.turn.lineage, Lineage::Winner);
    for (const LaneRecord &record : second.lanes)
        QCOMPARE(record.parentLane, first.lanes.at(1).laneId);
}

void TestConversation::allLanesFollowTheWinnerOfTheVote()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    choose("followUp", QStringLiteral("All follow the winner of the vote"));
    // Without a vote it is the first lane that has an answer.
    QVERIFY(part<QToolButton>("followUp")->text().contains(QStringLiteral("lane 1")));
    auto *const best = lane(1)->findChild<QToolButton *>(QStringLiteral("laneBest"));
    QTRY_VERIFY_WITH_TIMEOUT(best->isEnabled(), kPatience);
    best->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QToolButton>("followUp")->text().contains(QStringLiteral("lane 2")),
                             kPatience);
    const RunRecord second = ask(QStringLiteral("And at night?"));
    QCOMPARE(second.turn.lineage, Lineage::Winner);
    for (const LaneRecord &record : second.lanes)
        QCOMPARE(record.parentLane, first.lanes.at(1).laneId);
    // The next vote is on the next answers.
    QVERIFY(part<QToolButton>("followUp")->text().contains(QStringLiteral("lane 1")));
}

void TestConversation::sharedTurnsHaveNoParentLane()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    choose("followUp", QStringLiteral("Shared"));
    const RunRecord second = ask(QStringLiteral("Who is right?"));
    QCOMPARE(second.turn, (TurnPlace{first.id, first.id, Lineage::Shared}));
    for (const LaneRecord &record : second.lanes)
        QCOMPARE(record.parentLane, 0);
}

void TestConversation::anEditedPromptTakesTheTurnsPlaceInABranch()
{
    auto *const written = part<QPlainTextEdit>("promptEditor");
    written->setPlainText(QStringLiteral("Not sent yet"));
    trigger("compare.editPrompt"); // there is none
    QCOMPARE(written->toPlainText(), QStringLiteral("Not sent yet"));
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    const RunRecord second = ask(QStringLiteral("And at night?"));
    trigger("compare.editPrompt");
    QCOMPARE(part<QToolButton>("followUp")->text(), QStringLiteral("Instead of turn 2"));
    const RunRecord branch = ask(QStringLiteral("And at dawn?"));
    QCOMPARE(branch.turn.parentRun, first.id);
    QCOMPARE(branch.lanes.at(0).parentLane, first.lanes.at(0).laneId);
    const auto turns = test::await(m_fixture->services().ledgerReader().turns(first.id));
    QVERIFY(turns);
    QCOMPARE(turns->size(), 3);
    // Both branches are reached from the menu of turns.
    part<QToolButton>("turn")->click();
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = part<QMenu>("turnMenu")));
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().at(1)->trigger();
    menu->close();
    QTRY_COMPARE(lane(0)->answer(), second.lanes.at(0).latest.completion.text);
}

void TestConversation::sendAgainStaysInTheSameTurn()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    ask(QStringLiteral("And at night?"));
    const int before = m_fixture->runs();
    trigger("compare.resend");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->runs() > before, kPatience);
    const RunRecord again = waitForNewest();
    QCOMPARE(again.prompt, QStringLiteral("And at night?"));
    QCOMPARE(again.turn.parentRun, first.id);
    QCOMPARE(again.lanes.at(1).parentLane, first.lanes.at(1).laneId);
}

void TestConversation::aRepeatContinuesTheLaneItRepeats()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    m_fixture->page().findChild<LaneBoard *>()->setRepeats(1, 3);
    const RunRecord second = ask(QStringLiteral("And at night?"));
    QCOMPARE(second.lanes.size(), 4);
    QCOMPARE(second.lanes.at(0).parentLane, first.lanes.at(0).laneId);
    for (int repeat = 1; repeat < 4; ++repeat)
        QCOMPARE(second.lanes.at(repeat).parentLane, first.lanes.at(1).laneId);
    // They were all asked the same, and each goes its own way from there.
    QCOMPARE(second.lanes.at(3).latest.completion.usage.input,
             second.lanes.at(1).latest.completion.usage.input);
    const RunRecord third = ask(QStringLiteral("And on Mars?"));
    for (int repeat = 0; repeat < 4; ++repeat)
        QCOMPARE(third.lanes.at(repeat).parentLane, second.lanes.at(repeat).laneId);
}

void TestConversation::aRepeatInTheSameTurnIsGivenWhatItsLaneWas()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    ask(QStringLiteral("And at night?"));
    m_fixture->page().findChild<LaneBoard *>()->setRepeats(0, 2);
    auto *const toggle = lane(1)->findChild<QToolButton *>(QStringLiteral("laneTurnsToggle"));
    QVERIFY(!toggle->isHidden());
    QVERIFY2(toggle->text().startsWith(QStringLiteral("1 earlier turn")), qPrintable(toggle->text()));
    const int before = m_fixture->runs();
    trigger("compare.resend");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->runs() > before, kPatience);
    const RunRecord again = waitForNewest();
    QCOMPARE(again.lanes.size(), 3);
    QCOMPARE(again.lanes.at(0).parentLane, first.lanes.at(0).laneId);
    QCOMPARE(again.lanes.at(1).parentLane, first.lanes.at(0).laneId);
    QCOMPARE(again.lanes.at(2).parentLane, first.lanes.at(1).laneId);
}

void TestConversation::aNewPromptBeginsAnew()
{
    ask(QStringLiteral("Why is the sky blue?"));
    trigger("compare.newPrompt");
    QVERIFY(!part<QToolButton>("followUp")->isVisible());
    const RunRecord other = ask(QStringLiteral("What is a monad?"));
    QCOMPARE(other.turn, TurnPlace());
    QVERIFY(!lane(0)->findChild<QToolButton *>(QStringLiteral("laneTurnsToggle"))->isVisible());
}

void TestConversation::aReopenedTurnShowsWhatCameBefore()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    const RunRecord second = ask(QStringLiteral("And at night?"));
    ComparePage &page = m_fixture->makePage();
    page.resize(1100, 700);
    page.show();
    page.showRun(second);
    auto *const toggle = lane(0)->findChild<QToolButton *>(QStringLiteral("laneTurnsToggle"));
    QTRY_VERIFY(toggle->isVisible());
    QCOMPARE(part<QToolButton>("turn")->text(), QStringLiteral("Turn 2"));
    const RunRecord third = ask(QStringLiteral("And on Mars?"));
    QCOMPARE(third.turn, (TurnPlace{second.id, first.id, Lineage::Own}));
    QCOMPARE(third.lanes.at(1).parentLane, second.lanes.at(1).laneId);
    trigger("compare.previousTurn");
    QTRY_COMPARE(lane(0)->answer(), second.lanes.at(0).latest.completion.text);
    trigger("compare.nextTurn");
    QTRY_COMPARE(lane(0)->answer(), third.lanes.at(0).latest.completion.text);
}

void TestConversation::aTurnWithoutAnAnswerIsLeftOutAndSaid()
{
    m_fixture->page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("fault-500")});
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    QCOMPARE(first.lanes.at(1).latest.completion.status, LaneStatus::Failed);
    trigger("compare.context");
    auto *const dialog = part<ContextDialog>("contextDialog");
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>()->setCurrentIndex(1);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("contextFacts"))
                ->text()
                .contains(QStringLiteral("turn 1")));
    dialog->reject();
}

void TestConversation::whatWillBeSentCanBeRead()
{
    const RunRecord first = ask(QStringLiteral("Why is the sky blue?"));
    m_fixture->page().setPrompt(QStringLiteral("And at night?"), false);
    trigger("compare.context");
    auto *const dialog = part<ContextDialog>("contextDialog");
    QVERIFY(dialog);
    const QString text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("contextText"))->toPlainText();
    const qsizetype question = text.indexOf(QStringLiteral("Why is the sky blue?"));
    const qsizetype answer = text.indexOf(first.lanes.at(0).latest.completion.text.left(40));
    const qsizetype next = text.indexOf(QStringLiteral("And at night?"));
    QVERIFY(question >= 0 && answer > question && next > answer);
    dialog->reject();
}

SWITCHYARD_TEST(TestConversation)
#include "tst_conversation.moc"
