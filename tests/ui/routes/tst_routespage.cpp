#include "core/routing/rulewords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/routesbar.h"
#include "ui/routes/routesets.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/trackcanvas.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

using namespace core;
using ui::FlatButton;
using ui::Pill;

/// The page as a whole: sets, states, activation, keys, and what it remembers.
class RoutesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutASetThePageSaysWhatRoutesAre();
    void aSetIsBuiltFromNothingByMouse();
    void aSetIsBuiltFromNothingByKeyboard();
    void offeredWaysStandInMenuAndEmptyPage();
    void theStateIsSaidInPills();
    void activationAsksForACommentAndRecordsThatNothingWasChecked();
    void returnOnCancelActivatesNothing();
    void activationSaysWhatWillChange();
    void aSetThatCannotRunIsNotActivated();
    void theDraftAndThePlaceComeBackAfterARestart();
    void undoAndRedoByKeyWorkFromEveryField();
    void theViewIsChosenAndRemembered();
    void theListAloneIsEnough();
    void aKeyLeadsFromPartToPart();
    void aSetIsRenamed();
    void aTakenNameIsRefused();
    void aSetIsDuplicated();
    void aDeletedSetComesBackOrGoesForGood();
    void theMenuLeadsToAnotherSet();
    void whatNeedsASetIsOfferedWithOneOnly();
    void whatCannotBeReadIsSaidWhenItsSetIsOpened();
    void whatHasNoRoomGoesIntoAMenu();
    void theCanvasLeadsToTheInspector();
    void everythingHasANameAndNothingIsCut();
    void aLongNameGivesWay();
    void theZoomIsRemembered();

private:
    QMenu *setMenu();
    void trigger(QMenu *menu, const QString &text);

    std::unique_ptr<RoutesFixture> m_fixture;
};

void RoutesPageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<RoutesFixture>();
}

void RoutesPageTest::cleanup()
{
    m_fixture.reset();
}

QMenu *RoutesPageTest::setMenu()
{
    QMenu *const menu = m_fixture->child<FlatButton>(QStringLiteral("routes.set"))->menu();
    emit menu->aboutToShow();
    return menu;
}

void RoutesPageTest::trigger(QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text().remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0) == text)
            return action->trigger();
    }
    QFAIL(qPrintable(QStringLiteral("There is no ") + text));
}

void RoutesPageTest::withoutASetThePageSaysWhatRoutesAre()
{
    m_fixture->makePage();
    QVERIFY(m_fixture->child<ui::EmptyState>(QStringLiteral("routes.emptyState"))->isVisible());
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("routes.splitter"))->isVisible());
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("routes.activate"))->isVisible());
    emit m_fixture->child<ui::EmptyState>(QStringLiteral("routes.emptyState"))->actionTriggered();
    QTRY_VERIFY(m_fixture->editor().isOpen());
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("routes.splitter"))->isVisible());
    QCOMPARE(m_fixture->store().entries().size(), 1);
}

void RoutesPageTest::aSetIsBuiltFromNothingByMouse()
{
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    trigger(setMenu(), QStringLiteral("New rule set"));
    QTRY_VERIFY(m_fixture->editor().isOpen());
    m_fixture->click(QStringLiteral("rules.add"));
    QTest::keyClick(m_fixture->child<QLineEdit>(QStringLiteral("rules.rename")), Qt::Key_Return);
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    QTest::mouseClick(value, Qt::LeftButton);
    QTest::keyClicks(value, QStringLiteral("summarize"));
    m_fixture->click(QStringLiteral("when.add"));
    auto *const field = m_fixture->child<QComboBox>(QStringLiteral("when.field1"));
    field->setCurrentIndex(field->findData(static_cast<int>(Field::PromptTokens)));
    m_fixture->willPick(QStringLiteral("demo/swift"));
    m_fixture->click(QStringLiteral("target.add"));
    m_fixture->editor().select({1, -1});
    m_fixture->willPick(QStringLiteral("demo/scholar"));
    m_fixture->click(QStringLiteral("target.add"));
    const RuleSet &rules = m_fixture->editor().rules();
    QCOMPARE(rules.rules.size(), 1);
    QCOMPARE(rules.rules.first().when,
             allOf({RoutesFixture::taskIs({QStringLiteral("summarize")}),
                    RoutesFixture::promptTokens(Operator::LessThan, 4000)}));
    QCOMPARE(rules.rules.first().chain.targets.first().name.toString(), QStringLiteral("demo/swift"));
    QCOMPARE(rules.otherwise.chain.targets.first().name.toString(), QStringLiteral("demo/scholar"));
    m_fixture->editor().checkNow();
    QVERIFY(m_fixture->editor().canRun());
    m_fixture->editor().undoStack().setIndex(0);
    QVERIFY(m_fixture->editor().rules().rules.isEmpty());
}

void RoutesPageTest::aSetIsBuiltFromNothingByKeyboard()
{
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTest::keyClick(&page, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->editor().isOpen());
    QTRY_COMPARE(qApp->focusWidget()->objectName(), QStringLiteral("rules.list"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Insert);
    QTest::keyClicks(qApp->focusWidget(), QStringLiteral("Summaries"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_fixture->editor().rule(0).name, QStringLiteral("Summaries"));
    QTRY_COMPARE(qApp->focusWidget()->objectName(), QStringLiteral("rules.list"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("when.field0"));
    QTRY_COMPARE(m_fixture->child<QWidget>(QStringLiteral("when.op0"))->nextInFocusChain()->objectName(),
                 QStringLiteral("when.value0"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("when.value0"));
    QTest::keyClicks(qApp->focusWidget(), QStringLiteral("extract"));
    m_fixture->willPick(QStringLiteral("openai/gpt-5"));
    m_fixture->actions().find(QStringLiteral("routes.addTarget"))->trigger();
    QCOMPARE(m_fixture->editor().rule(0).when, allOf({RoutesFixture::taskIs({QStringLiteral("extract")})}));
    QCOMPARE(m_fixture->editor().rule(0).chain.targets.size(), 1);
}

void RoutesPageTest::offeredWaysStandInMenuAndEmptyPage()
{
    ui::RoutesPage &page = m_fixture->makePage();
    int begun = 0;
    page.sets().offer({QStringLiteral("Three buckets"), QStringLiteral("Three kinds of work"), true,
                       [&](QWidget *) { page.addSet(RoutesFixture::threeBuckets()); }});
    page.sets().offer(
        {QStringLiteral("Import"), QStringLiteral("From a file"), false, [&](QWidget *) { ++begun; }});
    const auto ways = [&page] {
        QStringList shown;
        for (const FlatButton *way :
             page.findChildren<FlatButton *>(QRegularExpression(QStringLiteral("^routes\\.way")))) {
            if (way->isVisible())
                shown.append(way->text());
        }
        return shown;
    };
    QTRY_COMPARE(ways(), QStringList({QStringLiteral("New rule set"), QStringLiteral("Import")}));
    trigger(setMenu(), QStringLiteral("Import"));
    QCOMPARE(begun, 1);
    emit m_fixture->child<ui::EmptyState>(QStringLiteral("routes.emptyState"))->actionTriggered();
    QTRY_VERIFY(m_fixture->editor().isOpen());
    QCOMPARE(m_fixture->editor().rules(), RoutesFixture::threeBuckets());
    trigger(setMenu(), QStringLiteral("Three buckets"));
    QTRY_COMPARE(m_fixture->editor().name(), QStringLiteral("three buckets 2"));
}

void RoutesPageTest::theStateIsSaidInPills()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    auto *const active = m_fixture->child<Pill>(QStringLiteral("routes.active"));
    auto *const draft = m_fixture->child<Pill>(QStringLiteral("routes.draft"));
    auto *const activate = m_fixture->child<QPushButton>(QStringLiteral("routes.activate"));
    QVERIFY(!active->isVisible());
    QCOMPARE(draft->text(), QStringLiteral("draft, never active"));
    QCOMPARE(activate->text().remove(QLatin1Char('&')), QStringLiteral("Activate v1"));
    m_fixture->activate(RoutesFixture::threeBuckets());
    QTRY_VERIFY(active->isVisible());
    QCOMPARE(active->text(), QStringLiteral("active · v1"));
    QTRY_VERIFY(!draft->isVisible());
    QVERIFY(!activate->isEnabled());
    m_fixture->editor().removeRule(0);
    m_fixture->editor().setRuleOn(0, false);
    QTRY_VERIFY(draft->isVisible());
    QTRY_VERIFY(draft->text().contains(QLatin1Char('2')));
    QVERIFY(activate->isEnabled());
    QCOMPARE(activate->text().remove(QLatin1Char('&')), QStringLiteral("Activate v2"));
}

void RoutesPageTest::activationAsksForACommentAndRecordsThatNothingWasChecked()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    auto *const comment = m_fixture->child<QLineEdit>(QStringLiteral("activation.comment"));
    QVERIFY(comment->isVisible());
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("activation.check"))
                ->text()
                .startsWith(QLatin1String("No quality check was made")));
    QTest::keyClicks(comment, QStringLiteral("cheaper summaries"));
    QTest::keyClick(comment, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->editor().activeVersion(), 1);
    QVERIFY(!comment->isVisible());
    QTRY_VERIFY(m_fixture->toasts().message().contains(QLatin1String("three buckets")));
    const Result<QList<Activation>> done =
        test::await(m_fixture->store().activations(QStringLiteral("three buckets")));
    QVERIFY(done);
    QCOMPARE(done->size(), 1);
    QCOMPARE(done->first().comment, QStringLiteral("cheaper summaries"));
    QVERIFY(!done->first().checked);
}

void RoutesPageTest::returnOnCancelActivatesNothing()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    auto *const cancel = m_fixture->child<QWidget>(QStringLiteral("activation.cancel"));
    QTRY_VERIFY(cancel->isVisible());
    QSignalSpy activated(&m_fixture->editor(), &ui::RuleEditor::activated);
    cancel->setFocus();
    QTRY_VERIFY(cancel->hasFocus());
    QTest::keyClick(cancel, Qt::Key_Return);
    QVERIFY(!cancel->isVisible());
    // What is written later is through when this is.
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    QCOMPARE(activated.size(), 0);
    QCOMPARE(m_fixture->editor().activeVersion(), 0);
}

void RoutesPageTest::activationSaysWhatWillChange()
{
    m_fixture->activate(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    m_fixture->editor().noteChecked();
    m_fixture->editor().removeRule(2);
    QTRY_VERIFY(m_fixture->child<QPushButton>(QStringLiteral("routes.activate"))->isEnabled());
    m_fixture->click(QStringLiteral("routes.activate"));
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("activation.changes"))
                ->text()
                .contains(QLatin1String("Long documents")));
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("activation.check"))
                ->text()
                .startsWith(QLatin1String("No quality check")));
    m_fixture->click(QStringLiteral("activation.cancel"));
    m_fixture->editor().noteChecked();
    m_fixture->click(QStringLiteral("routes.activate"));
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("activation.check"))
                ->text()
                .startsWith(QLatin1String("These rules went through")));
    m_fixture->click(QStringLiteral("activation.activate"));
    QTRY_COMPARE(m_fixture->editor().activeVersion(), 2);
    const Result<QList<Activation>> done =
        test::await(m_fixture->store().activations(QStringLiteral("three buckets")));
    QVERIFY(done);
    QCOMPARE(std::count_if(done->cbegin(), done->cend(), [](const Activation &each) { return each.checked; }),
             1);
}

void RoutesPageTest::aSetThatCannotRunIsNotActivated()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.otherwise.chain.targets.clear();
    m_fixture->saveDraft(rules);
    m_fixture->makePage();
    m_fixture->click(QStringLiteral("routes.activate"));
    auto *const activate = m_fixture->child<QPushButton>(QStringLiteral("activation.activate"));
    QVERIFY(activate->isVisible() && !activate->isEnabled());
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("activation.changes"))
                ->text()
                .contains(QLatin1String("cannot run")));
    QTest::keyClick(m_fixture->child<QLineEdit>(QStringLiteral("activation.comment")), Qt::Key_Return);
    QVERIFY(activate->isVisible());
    QCOMPARE(m_fixture->editor().activeVersion(), 0);
}

void RoutesPageTest::theDraftAndThePlaceComeBackAfterARestart()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    RuleSet other = RoutesFixture::threeBuckets();
    other.name = QStringLiteral("another");
    m_fixture->saveDraft(other);
    m_fixture->makePage().openSet(QStringLiteral("three buckets"));
    m_fixture->editor().removeRule(1);
    const RuleSet edited = m_fixture->editor().rules();
    m_fixture->closeWindow();
    QTRY_COMPARE(m_fixture->store().find(QStringLiteral("three buckets"))->draft->rules.size(), 2);
    m_fixture->makePage();
    QCOMPARE(m_fixture->editor().name(), QStringLiteral("three buckets"));
    QCOMPARE(m_fixture->editor().rules(), edited);
}

void RoutesPageTest::undoAndRedoByKeyWorkFromEveryField()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    m_fixture->editor().select({1, -1});
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    value->setFocus();
    value->end(false);
    QTest::keyClicks(value, QStringLiteral(",zz"));
    QCOMPARE(m_fixture->editor().rule(1).when.parts.first().test.values.size(), 3);
    QTest::keyClick(value, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->editor().rules(), RoutesFixture::threeBuckets());
    QTest::keyClick(value, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_fixture->editor().rule(1).when.parts.first().test.values.size(), 3);
    auto *const undo = m_fixture->child<FlatButton>(QStringLiteral("routes.undoButton"));
    QVERIFY(undo->toolTip().contains(m_fixture->editor().undoStack().undoText()));
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(m_fixture->editor().rules(), RoutesFixture::threeBuckets());
    QVERIFY(!undo->isEnabled());
    QVERIFY(m_fixture->child<FlatButton>(QStringLiteral("routes.redoButton"))->isEnabled());
}

void RoutesPageTest::theViewIsChosenAndRemembered()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    QWidget *frame = m_fixture->child<QWidget>(QStringLiteral("canvas.frame"));
    QVERIFY(frame->isVisible());
    m_fixture->child<ui::SegmentedControl>(QStringLiteral("routes.view"))->setCurrent(1);
    QVERIFY(!frame->isVisible());
    QTRY_VERIFY(m_fixture->child<QWidget>(QStringLiteral("inspector"))->width() > 700);
    m_fixture->makePage();
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("canvas.frame"))->isVisible());
    m_fixture->actions().find(QStringLiteral("routes.view"))->trigger();
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("canvas.frame"))->isVisible());
    auto *const splitter = m_fixture->child<QSplitter>(QStringLiteral("routes.splitter"));
    QTRY_VERIFY(splitter->sizes().at(1) > splitter->sizes().at(2));
}

void RoutesPageTest::theListAloneIsEnough()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    page.bar().setView(ui::RoutesBar::View::List);
    page.enter();
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("rules.list"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_fixture->editor().rule(1).name, QStringLiteral("Reasoning"));
    m_fixture->editor().select({1, 0});
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle0"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_fixture->editor().rule(1).chain.fallbacks.size(), 2);
}

void RoutesPageTest::aKeyLeadsFromPartToPart()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    page.enter();
    QVERIFY(page.list().isAncestorOf(qApp->focusWidget()));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_F6);
    QVERIFY(page.canvas().hasFocus());
    QTest::keyClick(qApp->focusWidget(), Qt::Key_F6);
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("inspector"))->isAncestorOf(qApp->focusWidget()));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_F6);
    QVERIFY(page.list().isAncestorOf(qApp->focusWidget()));
}

void RoutesPageTest::aSetIsRenamed()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    trigger(setMenu(), QStringLiteral("Rename"));
    auto *const dialog = m_fixture->child<QInputDialog>(QStringLiteral("renameRuleSet"));
    QCOMPARE(dialog->textValue(), QStringLiteral("three buckets"));
    dialog->setTextValue(QStringLiteral(" my  routing "));
    dialog->accept();
    QTRY_COMPARE(m_fixture->editor().name(), QStringLiteral("my routing"));
    QTRY_COMPARE(m_fixture->child<FlatButton>(QStringLiteral("routes.set"))->text(),
                 QStringLiteral("my routing"));
    QTRY_COMPARE(m_fixture->services().settings().get(settings::kRouteSet), QStringLiteral("my routing"));
}

void RoutesPageTest::aTakenNameIsRefused()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    RuleSet other = RoutesFixture::threeBuckets();
    other.name = QStringLiteral("another");
    m_fixture->saveDraft(other);
    m_fixture->makePage().openSet(QStringLiteral("another"));
    m_fixture->page().sets().rename();
    auto *const dialog = m_fixture->child<QInputDialog>(QStringLiteral("renameRuleSet"));
    dialog->setTextValue(QStringLiteral("three buckets"));
    dialog->accept();
    auto *const problem = m_fixture->child<ui::MessagePanel>(QStringLiteral("routes.problem"));
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->kind(), ui::MessagePanel::Kind::Bad);
    QCOMPARE(m_fixture->editor().name(), QStringLiteral("another"));
}

void RoutesPageTest::aSetIsDuplicated()
{
    m_fixture->activate(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    trigger(setMenu(), QStringLiteral("Duplicate"));
    QTRY_COMPARE(m_fixture->editor().name(), QStringLiteral("three buckets 2"));
    QCOMPARE(m_fixture->editor().rules().rules, RoutesFixture::threeBuckets().rules);
    QCOMPARE(m_fixture->editor().activeVersion(), 0);
}

void RoutesPageTest::aDeletedSetComesBackOrGoesForGood()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    m_fixture->editor().removeRule(0);
    trigger(setMenu(), QStringLiteral("Delete"));
    QVERIFY(!m_fixture->editor().isOpen());
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("routes.empty"))->isVisible());
    for (FlatButton *button : m_fixture->toasts().findChildren<FlatButton *>()) {
        if (button->text() == QLatin1String("Undo"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_fixture->editor().name(), QStringLiteral("three buckets"));
    QTRY_COMPARE(m_fixture->editor().rules().rules.size(), 2);
    trigger(setMenu(), QStringLiteral("Delete"));
    m_fixture->toasts().hide();
    QTRY_VERIFY(m_fixture->store().entries().isEmpty());
    QVERIFY(m_fixture->page().sets().isEmpty());
}

void RoutesPageTest::theMenuLeadsToAnotherSet()
{
    m_fixture->activate(RoutesFixture::threeBuckets());
    RuleSet other = RoutesFixture::threeBuckets();
    other.name = QStringLiteral("another");
    m_fixture->saveDraft(other);
    m_fixture->makePage();
    QCOMPARE(m_fixture->editor().name(), QStringLiteral("another"));
    QStringList texts;
    for (const QAction *action : setMenu()->actions()) {
        if (action->isCheckable())
            texts.append(action->text());
    }
    QCOMPARE(texts, QStringList({QStringLiteral("another"), QStringLiteral("three buckets\tv1 active")}));
    trigger(setMenu(), QStringLiteral("three buckets"));
    QCOMPARE(m_fixture->editor().name(), QStringLiteral("three buckets"));
    QVERIFY(!m_fixture->editor().undoStack().canUndo());
}

void RoutesPageTest::whatNeedsASetIsOfferedWithOneOnly()
{
    m_fixture->makePage();
    const auto isOffered = [this](const char *id) {
        return m_fixture->actions().find(QLatin1StringView(id))->isEnabled();
    };
    const QList<const char *> ofASet{"routes.undo",      "routes.activate",  "routes.view",
                                     "routes.zoomFit",   "routes.addRule",   "routes.removeRule",
                                     "routes.renameSet", "routes.removeSet", "routes.addTarget"};
    for (const char *id : ofASet)
        QVERIFY2(!isOffered(id), id);
    for (const char *id : {"routes.newSet", "routes.sets"})
        QVERIFY2(isOffered(id), id);
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->page().openSet(RoutesFixture::threeBuckets().name);
    for (const char *id : ofASet)
        QVERIFY2(isOffered(id), id);
    m_fixture->editor().close();
    for (const char *id : ofASet)
        QVERIFY2(!isOffered(id), id);
}

void RoutesPageTest::whatCannotBeReadIsSaidWhenItsSetIsOpened()
{
    RuleSet broken = RoutesFixture::threeBuckets();
    broken.name = QStringLiteral("broken");
    m_fixture->activate(broken);
    m_fixture->activate(RoutesFixture::threeBuckets());
    QVERIFY(test::await(m_fixture->services().database().write([](Connection &connection) -> Result<void> {
        return Statement(connection, QStringLiteral("UPDATE rule_sets SET draft = '{' WHERE name = 'broken'"))
            .run();
    })));
    QVERIFY(m_fixture->store().load());
    ui::RoutesPage &page = m_fixture->makePage();
    page.openSet(QStringLiteral("three buckets"));
    const auto *const problem = m_fixture->child<QWidget>(QStringLiteral("routes.problem"));
    QVERIFY(!problem->isVisible());
    page.openSet(broken.name);
    QVERIFY(problem->isVisible());
    page.openSet(QStringLiteral("three buckets"));
    QVERIFY(!problem->isVisible());
    page.openSet(broken.name);
    QVERIFY(problem->isVisible());
    // The draft that cannot be read makes room for this one, and is a version now.
    m_fixture->editor().setRuleOn(0, false);
    m_fixture->editor().keep();
    QTRY_VERIFY(!problem->isVisible());
    QCOMPARE(m_fixture->store().find(broken.name)->newestVersion, 2);
    QVERIFY(m_fixture->store().find(broken.name)->draft);
}

void RoutesPageTest::whatHasNoRoomGoesIntoAMenu()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    auto *const more = m_fixture->child<FlatButton>(QStringLiteral("routes.more"));
    auto *const versions = m_fixture->child<FlatButton>(QStringLiteral("routes.versions"));
    QVERIFY2(!versions->isVisible() && !more->isVisible(), "nothing is shown that does not work yet");
    const QSignalSpy backTest(&page.bar(), &ui::RoutesBar::backTestRequested);
    page.bar().versionsMenu()->addAction(QStringLiteral("Version 1"));
    page.bar().exportMenu()->addAction(QStringLiteral("As JSON"));
    page.bar().offerBackTest();
    page.bar().showMenus();
    m_fixture->window().resize(1400, 800);
    QTRY_VERIFY(versions->isVisible());
    QVERIFY(!more->isVisible());
    m_fixture->window().resize(820, 700);
    QTRY_VERIFY(more->isVisible());
    QVERIFY(!versions->isVisible());
    emit more->menu()->aboutToShow();
    QCOMPARE(more->menu()->actions().size(), 3);
    more->menu()->actions().first()->trigger();
    QCOMPARE(backTest.size(), 1);
}

void RoutesPageTest::theCanvasLeadsToTheInspector()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    ui::RoutesPage &page = m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    emit page.canvas().targetActivated({1, 1});
    QCOMPARE(m_fixture->editor().selection(), ui::RulePlace({1, 1}));
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle1"));
    emit page.canvas().ruleActivated(0);
    QCOMPARE(m_fixture->editor().selection(), ui::RulePlace({0, -1}));
    m_fixture->willPick(QStringLiteral("demo/swift"));
    emit page.canvas().targetWanted({0, true, 1}, QPoint(300, 300));
    QCOMPARE(m_fixture->editor().rule(0).chain.fallbacks.constLast().target.name.model,
             QStringLiteral("swift"));
    emit page.canvas().ruleWanted(0);
    QCOMPARE(m_fixture->editor().rules().rules.size(), 4);
    QCOMPARE(m_fixture->editor().selection().rule, qsizetype(0));
}

void RoutesPageTest::everythingHasANameAndNothingIsCut()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->services().settings().set(settings::kRouteLimitsOpen, true);
    ui::RoutesPage &page = m_fixture->makePage();
    m_fixture->editor().select({1, -1});
    const auto faults = [&page] {
        QStringList found;
        for (const QWidget *const widget : page.findChildren<QWidget *>()) {
            const bool interactive = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QComboBox *>(widget)
                || (qobject_cast<const QLineEdit *>(widget)
                    && !widget->objectName().startsWith(QLatin1String("qt_")));
            if (!interactive || !widget->isVisible())
                continue;
            const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
                found.append(widget->objectName() + QStringLiteral(" has no name"));
            const int least = button
                ? button->sizeHint().width()
                : std::min(widget->minimumSizeHint().width(), widget->sizeHint().width());
            if (widget->width() < least)
                found.append(widget->objectName() + QStringLiteral(" is cut"));
        }
        return found;
    };
    for (const QSize size : {QSize(1364, 850), QSize(1024, 650)}) {
        m_fixture->window().resize(size);
        QTRY_COMPARE(page.width(), size.width());
        const auto *const scroll =
            m_fixture->child<QWidget>(QStringLiteral("inspector"))->findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        // Rows that are new get their places in a moment.
        QTRY_COMPARE(faults(), QStringList());
    }
}

void RoutesPageTest::aLongNameGivesWay()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules.first().chain.targets = {RoutesFixture::target(
        QStringLiteral("openai/a-model-whose-name-is-longer-than-the-narrow-inspector-is-wide"))};
    m_fixture->saveDraft(rules);
    ui::RoutesPage &page = m_fixture->makePage();
    m_fixture->editor().select({0, -1});
    const auto *const scroll =
        m_fixture->child<QWidget>(QStringLiteral("inspector"))->findChild<QScrollArea *>();
    const auto *const row = m_fixture->child<QWidget>(QStringLiteral("target.row0"));
    const auto *const name = m_fixture->child<FlatButton>(QStringLiteral("target.name0"));
    const auto *const remove = m_fixture->child<QWidget>(QStringLiteral("target.remove0"));
    const auto fits = [&] {
        return scroll->widget()->width() <= scroll->viewport()->width()
            && name->width() >= name->sizeHint().width()
            && row->rect().contains(QRect(remove->mapTo(row, QPoint()), remove->size()));
    };
    page.bar().setView(ui::RoutesBar::View::List);
    QTRY_VERIFY(name->width() > 400);
    QTRY_VERIFY(fits());
    page.bar().setView(ui::RoutesBar::View::Canvas);
    QTRY_VERIFY(name->width() < 250);
    QTRY_VERIFY(fits());
}

void RoutesPageTest::theZoomIsRemembered()
{
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    m_fixture->makePage();
    m_fixture->click(QStringLiteral("canvas.zoomOut"));
    const double factor = m_fixture->page().canvas().zoomFactor();
    QVERIFY(factor < 1.0);
    QCOMPARE(m_fixture->services().settings().get(settings::kRouteZoom), factor);
    m_fixture->makePage();
    QCOMPARE(m_fixture->page().canvas().zoomFactor(), factor);
    m_fixture->click(QStringLiteral("canvas.zoomFit"));
    QCOMPARE(m_fixture->services().settings().get(settings::kRouteZoom), 0.0);
    m_fixture->click(QStringLiteral("canvas.zoomReset"));
    QCOMPARE(m_fixture->page().canvas().zoomFactor(), 1.0);
}

SWITCHYARD_TEST(RoutesPageTest)
#include "tst_routespage.moc"
