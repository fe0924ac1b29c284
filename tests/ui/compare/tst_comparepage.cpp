#include "core/accounts/accountstore.h"
#include "core/base/formatting.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/toastarea.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lanesAnswerAndFiguresEqualTheLedger();
    void stopEndsEveryLane();
    void onlyLanesOfRealAccountsAreCostly();
    void escapeLeavesTheComposerThenStops();
    void retryAsksAgainAndAddsUp();
    void swapAsksAnotherModelInTheSameRun();
    void aFailedLaneSaysWhatToDo();
    void aLimitedLaneWaitsAndTriesNow();
    void theNextPromptIsAllowedOnceOneLaneIsDone();
    void aRunIsReopenedAsItWas();
    void theSentPromptCanBeEditedAndRelabelled();
    void anExpensiveRunAsksOnce();
    void unsentPromptAndLineUpSurviveARestart();
    void findCountsInAllLanes();
    void copyTakesTheMarkdown();
    void linksAskBeforeTheyOpen();
    void withoutAccountsThereIsOneNextStep();
    void samplesFillTheComposer();
    void everyControlHasANameForAssistiveTechnology();

private:
    void lineUp(const QList<const char *> &models);
    void send(const QString &prompt = kPrompt);
    bool settled();
    void trigger(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    QPlainTextEdit *prompt() const { return part<QPlainTextEdit>("promptEditor"); }
    LaneView *lane(int index) const { return m_fixture->page().findChild<LaneStrip *>()->lane(index); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    QString stateOf(int index) const { return lane(index)->texts().state; }

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestComparePage::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestComparePage::cleanup()
{
    m_fixture.reset();
}

void TestComparePage::lineUp(const QList<const char *> &models)
{
    QList<Target> targets;
    for (const char *model : models)
        targets.append(CompareFixture::demo(model));
    m_fixture->page().setLineUp(targets);
}

void TestComparePage::send(const QString &text)
{
    m_fixture->page().enter();
    prompt()->setPlainText(text);
    QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
}

bool TestComparePage::settled()
{
    return QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience);
}

void TestComparePage::lanesAnswerAndFiguresEqualTheLedger()
{
    QSignalSpy spend(&m_fixture->page(), &ComparePage::runSpendChanged);
    QSignalSpy activity(&m_fixture->page(), &ComparePage::activityChanged);
    lineUp({"swift", "thrifty", "swift"});
    m_fixture->page().enter();
    QTest::keyClicks(prompt(), kPrompt);
    QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_fixture->page().hasRunningLanes());
    QCOMPARE(prompt()->toPlainText(), QString());
    QCOMPARE(part<ElidedLabel>("sentPrompt")->fullText(), kPrompt);
    QVERIFY(settled());

    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(run.prompt, kPrompt);
    QCOMPARE(run.task, QStringLiteral("reasoning"));
    QCOMPARE(run.taskOrigin, TaskOrigin::Suggested);
    QCOMPARE(run.lanes.size(), 3);
    Money total;
    for (int i = 0; i < 3; ++i) {
        const LaneRecord &stored = run.lanes.at(i);
        QCOMPARE(lane(i)->texts().model, stored.latest.model);
        QCOMPARE(stateOf(i), QStringLiteral("complete"));
        QVERIFY(!stored.latest.completion.text.isEmpty());
        QCOMPARE(lane(i)->answer(), stored.latest.completion.text);
        const Usage &usage = stored.latest.completion.usage;
        QCOMPARE(lane(i)->texts().tokens,
                 QStringLiteral("%1 in   %2 out").arg(formatCount(*usage.input), formatCount(*usage.output)));
        QVERIFY(stored.latest.cost.amount.has_value());
        QCOMPARE(lane(i)->texts().cost, formatMoney(*stored.latest.cost.amount));
        total += *stored.latest.cost.amount;
    }
    const QList<QVariant> last = spend.constLast();
    QCOMPARE(last.at(0).value<std::optional<Money>>(), std::optional(total));
    QCOMPARE(last.at(1).toBool(), false);
    QCOMPARE(activity.constLast().constFirst().toString(), QStringLiteral("3 lanes"));
    QVERIFY(lane(1)->findChild<Pill *>(QStringLiteral("costBadge"))->isVisible());
}

void TestComparePage::stopEndsEveryLane()
{
    lineUp({"fault-silent", "fault-silent"});
    send();
    auto *const stop = part<QToolButton>("stopAll");
    QTRY_VERIFY(stop->isVisible());
    QTRY_COMPARE(stateOf(0), QStringLiteral("sent"));
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(settled());
    QCOMPARE(stateOf(0), QStringLiteral("stopped"));
    QVERIFY(!stop->isVisible());
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    for (const LaneRecord &stored : run.lanes)
        QCOMPARE(stored.latest.completion.status, LaneStatus::Cancelled);
}

void TestComparePage::onlyLanesOfRealAccountsAreCostly()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("slow"), {test::Script{test::hang()}});
    Account account;
    account.name = QStringLiteral("fake");
    account.baseUrl = provider.baseUrl();
    QFuture<Result<Account>> added = m_fixture->services().accounts().add(account);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
    ComparePage &page = m_fixture->page();
    page.setLineUp({CompareFixture::demo("scholar"), {{account.name, QStringLiteral("slow")}}});
    QCOMPARE(page.costlyLanes(), 0);
    send();
    QCOMPARE(page.costlyLanes(), 1);
    QTRY_VERIFY(provider.requestCount() > 0);
    page.stopEverything();
    QVERIFY(settled());
    QCOMPARE(page.costlyLanes(), 0);
    QTRY_COMPARE(m_fixture->run(m_fixture->newestRun()).lanes.at(1).latest.completion.status,
                 LaneStatus::Cancelled);
}

void TestComparePage::escapeLeavesTheComposerThenStops()
{
    lineUp({"fault-silent"});
    send();
    QTRY_COMPARE(stateOf(0), QStringLiteral("sent"));
    prompt()->setFocus();
    QTest::keyClick(prompt(), Qt::Key_Escape);
    QVERIFY(!prompt()->hasFocus());
    QVERIFY(m_fixture->page().hasRunningLanes());
    QWidget *const focus = m_fixture->page().focusWidget();
    QVERIFY(lane(0)->isAncestorOf(focus));
    QTest::keyClick(focus, Qt::Key_Escape);
    QVERIFY(settled());
    QCOMPARE(stateOf(0), QStringLiteral("stopped"));
    send();
    QTRY_COMPARE(stateOf(0), QStringLiteral("sent"));
    trigger("compare.newPrompt");
    QCOMPARE(m_fixture->page().findChild<ToastArea *>()->message(),
             QStringLiteral("What still ran was stopped."));
}

void TestComparePage::retryAsksAgainAndAddsUp()
{
    QSignalSpy spend(&m_fixture->page(), &ComparePage::runSpendChanged);
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    const Money once = *spend.constLast().constFirst().value<std::optional<Money>>();
    QVERIFY(!once.isZero());
    trigger("compare.retryLane");
    QVERIFY(m_fixture->page().hasRunningLanes());
    QCOMPARE(lane(0)->answer(), QString());
    QVERIFY(settled());
    QCOMPARE(stateOf(0), QStringLiteral("complete"));
    QCOMPARE(m_fixture->runs(), 1);
    QVERIFY(*spend.constLast().constFirst().value<std::optional<Money>>() > once);
}

void TestComparePage::swapAsksAnotherModelInTheSameRun()
{
    lineUp({"swift", "fault-silent"});
    send();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), QStringLiteral("complete"), kPatience);
    trigger("compare.nextLane");
    trigger("compare.swapLane"); // a running lane: it is stopped first
    auto *const picker = part<QWidget>("modelPicker");
    auto *const search = picker->findChild<QLineEdit *>(QStringLiteral("modelSearch"));
    search->setText(QStringLiteral("thrifty"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), QStringLiteral("complete"), kPatience);
    QVERIFY(settled());
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(run.lanes.size(), 2);
    QCOMPARE(run.lanes.at(1).latest.model, QStringLiteral("thrifty"));
    QCOMPARE(m_fixture->page().targets().at(1).name.model, QStringLiteral("thrifty"));
    QCOMPARE(lane(1)->answer(), run.lanes.at(1).latest.completion.text);
    QCOMPARE(m_fixture->runs(), 1);
}

void TestComparePage::aFailedLaneSaysWhatToDo()
{
    QSignalSpy accounts(&m_fixture->page(), &ComparePage::accountsWanted);
    lineUp({"fault-401", "fault-refusal"});
    send();
    QVERIFY(settled());
    QCOMPARE(stateOf(0), QStringLiteral("failed"));
    QCOMPARE(stateOf(1), QStringLiteral("refused"));
    auto *const notice = lane(0)->findChild<MessagePanel *>(QStringLiteral("laneNotice"));
    QVERIFY(notice && notice->isVisible());
    QCOMPARE(notice->accessibleName(), QStringLiteral("The key was not accepted"));
    for (QToolButton *button : notice->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Open accounts"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(accounts.count(), 1);
}

void TestComparePage::aLimitedLaneWaitsAndTriesNow()
{
    lineUp({"fault-429-then-ok"});
    send();
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(0).startsWith(QStringLiteral("waiting")), kPatience);
    auto *const now = lane(0)->findChild<QToolButton *>(QStringLiteral("noticeAction"));
    QCOMPARE(now->text(), QStringLiteral("Try now"));
    QTest::mouseClick(now, Qt::LeftButton);
    QVERIFY(settled());
    QCOMPARE(stateOf(0), QStringLiteral("complete"));
    QVERIFY(lane(0)->texts().ending.contains(QStringLiteral("attempt 2")));
}

void TestComparePage::theNextPromptIsAllowedOnceOneLaneIsDone()
{
    lineUp({"fault-silent", "swift"});
    send();
    prompt()->setPlainText(QStringLiteral("And the sea?"));
    auto *const button = part<QPushButton>("send");
    QVERIFY(!button->isEnabled());
    trigger("compare.send"); // refused: nobody is done
    QCOMPARE(prompt()->toPlainText(), QStringLiteral("And the sea?"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kPatience);
    QVERIFY(m_fixture->page().hasRunningLanes());
    trigger("compare.send");
    QCOMPARE(prompt()->toPlainText(), QString());
    auto *const toast = m_fixture->page().findChild<ToastArea *>();
    QVERIFY(toast->message().contains(QStringLiteral("stopped")));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), QStringLiteral("complete"), kPatience);
    trigger("compare.stop");
    QVERIFY(settled());
    QTRY_COMPARE(m_fixture->runs(), 2);
    const qint64 newest = m_fixture->newestRun();
    QCOMPARE(m_fixture->run(newest).prompt, QStringLiteral("And the sea?"));
    QTRY_COMPARE(m_fixture->run(newest - 1).lanes.at(0).latest.completion.status, LaneStatus::Cancelled);
}

void TestComparePage::aRunIsReopenedAsItWas()
{
    lineUp({"swift", "fault-500"});
    send();
    QVERIFY(settled());
    const QString answer = lane(0)->answer();
    const LaneTexts before = lane(0)->texts();
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    lineUp({"thinker"});
    QVERIFY(part<QWidget>("sampleBar")->isVisible());
    QSignalSpy spend(&m_fixture->page(), &ComparePage::runSpendChanged);
    m_fixture->page().showRun(run);
    QCOMPARE(m_fixture->page().targets().size(), 2);
    QCOMPARE(part<ElidedLabel>("sentPrompt")->fullText(), kPrompt);
    QCOMPARE(lane(0)->answer(), answer);
    QCOMPARE(lane(0)->texts().cost, before.cost);
    QCOMPARE(lane(0)->texts().firstToken, before.firstToken);
    QCOMPARE(stateOf(1), QStringLiteral("failed"));
    QVERIFY(!lane(0)->texts().actions.contains(LaneAction::Retry));
    QVERIFY(!spend.isEmpty() && spend.constLast().constFirst().value<std::optional<Money>>().has_value());
    send(QStringLiteral("Something else"));
    QVERIFY(settled());
    QCOMPARE(m_fixture->runs(), 2);
}

void TestComparePage::theSentPromptCanBeEditedAndRelabelled()
{
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    QTest::mouseClick(part<QToolButton>("editPrompt"), Qt::LeftButton);
    QCOMPARE(prompt()->toPlainText(), kPrompt);
    auto *const task = part<QToolButton>("runTask");
    QVERIFY(task->text().contains(QStringLiteral("suggested")));
    emit task->menu()->aboutToShow();
    for (QAction *action : task->menu()->actions()) {
        if (action->text() == QStringLiteral("extract")) {
            action->trigger();
            break;
        }
    }
    QTRY_COMPARE(task->text(), QStringLiteral("task: extract"));
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(run.task, QStringLiteral("extract"));
    QCOMPARE(run.taskOrigin, TaskOrigin::User);
    QTest::mouseClick(part<QToolButton>("resendPrompt"), Qt::LeftButton);
    QVERIFY(settled());
    QCOMPARE(m_fixture->runs(), 2);
}

void TestComparePage::anExpensiveRunAsksOnce()
{
    m_fixture->services().settings().set(settings::kRunCostLimit, QStringLiteral("0.000001"));
    lineUp({"scholar"});
    send();
    auto *question = part<QMessageBox>("costQuestion");
    QVERIFY(question);
    QVERIFY(question->text().contains(QStringLiteral("$")));
    QVERIFY(question->informativeText().contains(QStringLiteral("$0.000001")));
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(!m_fixture->page().hasRunningLanes());
    QCOMPARE(prompt()->toPlainText(), kPrompt);
    QTRY_VERIFY(!part<QMessageBox>("costQuestion"));
    trigger("compare.send");
    question = part<QMessageBox>("costQuestion");
    QVERIFY(question);
    QTest::mouseClick(question->buttons().constFirst() == question->button(QMessageBox::Cancel)
                          ? question->buttons().constLast()
                          : question->buttons().constFirst(),
                      Qt::LeftButton);
    QVERIFY(m_fixture->page().hasRunningLanes());
    trigger("compare.stop");
    QVERIFY(settled());
}

void TestComparePage::unsentPromptAndLineUpSurviveARestart()
{
    lineUp({"scholar", "swift"});
    prompt()->setPlainText(QStringLiteral("Half a thought"));
    trigger("compare.system");
    part<QPlainTextEdit>("systemEditor")->setPlainText(QStringLiteral("Be kind."));
    trigger("compare.toggleRaw");
    m_fixture->makePage();
    QCOMPARE(prompt()->toPlainText(), QStringLiteral("Half a thought"));
    QCOMPARE(part<QPlainTextEdit>("systemEditor")->toPlainText(), QStringLiteral("Be kind."));
    QCOMPARE(m_fixture->page().targets(),
             QList<Target>({CompareFixture::demo("scholar"), CompareFixture::demo("swift")}));
    QVERIFY(lane(0)->answerView().isRaw());
}

void TestComparePage::findCountsInAllLanes()
{
    RunRecord run;
    run.id = 99;
    run.prompt = kPrompt;
    for (const char *text : {"A bucket, a Bucket.", "none", "bucket"}) {
        LaneRecord stored;
        stored.latest.accountName = kDemoAccountName;
        stored.latest.model = QStringLiteral("swift");
        stored.latest.completion.status = LaneStatus::Complete;
        stored.latest.completion.text = QString::fromUtf8(text);
        run.lanes.append(stored);
    }
    m_fixture->page().showRun(run);
    m_fixture->page().find();
    auto *const field = part<QLineEdit>("findField");
    auto *const count = part<QLabel>("findCount");
    QTest::keyClicks(field, QStringLiteral("bucket"));
    QCOMPARE(count->text(), QStringLiteral("1 of 3"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->text(), QStringLiteral("2 of 3"));
    QVERIFY(lane(0)->answerView().textCursor().hasSelection());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->text(), QStringLiteral("3 of 3"));
    QVERIFY(lane(2)->answerView().textCursor().hasSelection());
    QVERIFY(!lane(0)->answerView().textCursor().hasSelection());
    trigger("compare.findNext"); // around
    QCOMPARE(count->text(), QStringLiteral("1 of 3"));
    trigger("compare.findPrevious");
    QCOMPARE(count->text(), QStringLiteral("3 of 3"));
    m_fixture->page().showRun(run); // other lanes
    trigger("compare.findNext");
    QVERIFY(count->text().endsWith(QStringLiteral("of 3")));
    field->setText(QStringLiteral("nowhere"));
    QCOMPARE(count->text(), QStringLiteral("no match"));
    QTest::keyClick(field, Qt::Key_Escape); // empties
    QTest::keyClick(field, Qt::Key_Escape); // closes
    QVERIFY(!part<QWidget>("findBar")->isVisible());
}

void TestComparePage::copyTakesTheMarkdown()
{
    RunRecord run;
    LaneRecord stored;
    stored.latest.accountName = kDemoAccountName;
    stored.latest.model = QStringLiteral("swift");
    stored.latest.completion.status = LaneStatus::Complete;
    stored.latest.completion.text = QStringLiteral("**Yes**.");
    run.lanes.append(stored);
    m_fixture->page().showRun(run);
    trigger("compare.copyLane");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("**Yes**."));
    trigger("compare.copyLanePlain");
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), QStringLiteral("Yes."));
}

void TestComparePage::linksAskBeforeTheyOpen()
{
    lineUp({"swift"});
    const QUrl url(QStringLiteral("https://example.com/a?b=%20c"));
    emit lane(0)->linkActivated(url);
    auto *const question = part<QMessageBox>("linkQuestion");
    QVERIFY(question);
    QCOMPARE(question->informativeText(),
             QStringLiteral("https://example.com/a?b=%20c")); // the whole address
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    question->close();
    QTRY_VERIFY(!part<QMessageBox>("linkQuestion"));
    emit lane(0)->linkActivated(QUrl(QStringLiteral("file:///etc/passwd")));
    auto *const refusal = part<QMessageBox>("linkQuestion");
    QVERIFY(refusal);
    QCOMPARE(refusal->buttons().size(), 1); // only to close it
    refusal->close();
}

void TestComparePage::withoutAccountsThereIsOneNextStep()
{
    m_fixture->services().switchDemoOff();
    QSignalSpy accounts(&m_fixture->page(), &ComparePage::accountsWanted);
    auto *const empty = part<QWidget>("compareEmpty");
    QVERIFY(empty->isVisible());
    QVERIFY(!part<QWidget>("composer")->isVisible());
    auto *const action = empty->findChild<QPushButton *>();
    QCOMPARE(action->text(), QStringLiteral("Add an account"));
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(accounts.count(), 1);
}

void TestComparePage::samplesFillTheComposer()
{
    lineUp({"swift"});
    auto *const sample = part<QToolButton>("sample");
    QVERIFY(sample && sample->isVisible());
    QTest::mouseClick(sample, Qt::LeftButton);
    QVERIFY(!prompt()->toPlainText().isEmpty());
    QTRY_VERIFY(part<QPushButton>("send")->hasFocus());
    QTest::keyClick(part<QPushButton>("send"), Qt::Key_Return);
    QVERIFY(m_fixture->page().hasRunningLanes());
    trigger("compare.stop");
    QVERIFY(settled());
}

void TestComparePage::everyControlHasANameForAssistiveTechnology()
{
    lineUp({"swift", "scholar"});
    for (const QWidget *widget : m_fixture->page().findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *const button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(
            named,
            qPrintable(QStringLiteral("%1 \"%2\"")
                           .arg(QString::fromUtf8(widget->metaObject()->className()), widget->objectName())));
    }
}

SWITCHYARD_TEST(TestComparePage)

#include "tst_comparepage.moc"
