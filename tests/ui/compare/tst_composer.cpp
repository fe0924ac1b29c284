#include "tests/support/testunit.h"
#include "ui/compare/composer.h"
#include "ui/compare/estimatetext.h"
#include "ui/compare/prompteditor.h"
#include "ui/compare/taskpicker.h"
#include "ui/widgets/elidedlabel.h"

#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestComposer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theEditorGrowsToTenLines();
    void tabLeavesTheEditorAndEscAsksTo();
    void sendAndStopFollowTheState_data();
    void sendAndStopFollowTheState();
    void enterOnTheSendButtonSends();
    void theSystemPromptUnfolds();
    void theTaskIsSuggestedUntilConfirmed();
    void aPickedTaskEndsAuto();
    void theMenuOffersWhatIsKnown();
    void theEstimateReadsAsASentence_data();
    void theEstimateReadsAsASentence();

private:
    PromptEditor *editor() const
    {
        return m_composer->findChild<PromptEditor *>(QStringLiteral("promptEditor"));
    }
    QAction *taskAction(const QString &text) const;

    Theme m_theme;
    std::unique_ptr<Composer> m_composer;
};

void TestComposer::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_composer = std::make_unique<Composer>(m_theme);
    m_composer->resize(900, 200);
    m_composer->show();
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
}

void TestComposer::cleanup()
{
    m_composer.reset();
}

void TestComposer::theEditorGrowsToTenLines()
{
    const int empty = editor()->height();
    editor()->setPlainText(QStringLiteral("1\n2\n3\n4\n5"));
    const int five = editor()->height();
    QVERIFY(five > empty);
    editor()->setPlainText(QStringLiteral("line\n").repeated(10));
    const int ten = editor()->height();
    editor()->setPlainText(QStringLiteral("line\n").repeated(60));
    QCOMPARE(editor()->height(), ten);
    editor()->setMostLines(5); // such as on a low page
    QCOMPARE(editor()->height(), five);
    editor()->clear();
    QCOMPARE(editor()->height(), empty);
}

void TestComposer::tabLeavesTheEditorAndEscAsksTo()
{
    QSignalSpy leave(m_composer.get(), &Composer::leaveRequested);
    m_composer->focusPrompt();
    QVERIFY(m_composer->hasEditorFocus());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(leave.count(), 1);
    QTest::keyClicks(editor(), QStringLiteral("a"));
    QTest::keyClick(editor(), Qt::Key_Tab);
    QCOMPARE(m_composer->prompt(), QStringLiteral("a"));
    QVERIFY(!m_composer->hasEditorFocus());
}

void TestComposer::sendAndStopFollowTheState_data()
{
    QTest::addColumn<bool>("canSend");
    QTest::addColumn<bool>("running");
    QTest::addColumn<bool>("sendShown");
    QTest::addColumn<bool>("stopShown");
    QTest::newRow("nothing to send yet") << false << false << true << false;
    QTest::newRow("ready") << true << false << true << false;
    QTest::newRow("no lane is done: only stopping is offered") << false << true << false << true;
    QTest::newRow("one lane is done: both are offered") << true << true << true << true;
}

void TestComposer::sendAndStopFollowTheState()
{
    QFETCH(bool, canSend);
    QFETCH(bool, running);
    m_composer->setState(canSend, running);
    auto *const send = m_composer->findChild<QPushButton *>(QStringLiteral("send"));
    auto *const stop = m_composer->findChild<QToolButton *>(QStringLiteral("stopAll"));
    QCOMPARE(send->isEnabled(), canSend);
    QTEST(send->isVisible(), "sendShown");
    QTEST(stop->isVisible(), "stopShown");
}

void TestComposer::enterOnTheSendButtonSends()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setState(true, false);
    m_composer->focusSend();
    QTest::keyClick(m_composer->findChild<QPushButton *>(QStringLiteral("send")), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
}

void TestComposer::theSystemPromptUnfolds()
{
    auto *const system = m_composer->findChild<PromptEditor *>(QStringLiteral("systemEditor"));
    auto *const toggle = m_composer->findChild<QToolButton *>(QStringLiteral("systemToggle"));
    QVERIFY(!system->isVisible());
    m_composer->toggleSystem();
    QVERIFY(system->isVisible());
    QVERIFY(toggle->isChecked());
    QTRY_VERIFY(system->hasFocus());
    system->setPlainText(QStringLiteral("Be brief."));
    QVERIFY(toggle->text().contains(QStringLiteral("set")));
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(!system->isVisible());
    QCOMPARE(m_composer->system(), QStringLiteral("Be brief.")); // folded away is not forgotten
    m_composer->setSystem(QStringLiteral("Other"));
    QVERIFY(system->isVisible());
}

QAction *TestComposer::taskAction(const QString &text) const
{
    QMenu *const menu = m_composer->tasks().menu();
    emit menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text().contains(text))
            return action;
    }
    return nullptr;
}

void TestComposer::theTaskIsSuggestedUntilConfirmed()
{
    TaskPicker &tasks = m_composer->tasks();
    QSignalSpy changed(m_composer.get(), &Composer::changed);
    QCOMPARE(tasks.task(), QString());
    m_composer->setPrompt(QStringLiteral("Summarize this."));
    QVERIFY(changed.count() > 0);
    QCOMPARE(tasks.task(), QStringLiteral("summarize"));
    QCOMPARE(tasks.origin(), TaskOrigin::Suggested);
    QVERIFY(tasks.text().contains(QStringLiteral("(suggested)")));
    QVERIFY(tasks.toolTip().contains(QStringLiteral("Summarize"))); // the rule is visible
    taskAction(QStringLiteral("Confirm"))->trigger();
    QCOMPARE(tasks.origin(), TaskOrigin::User);
    QVERIFY(!tasks.text().contains(QStringLiteral("(suggested)")));
    QVERIFY(tasks.isAuto());
    m_composer->setPrompt(QStringLiteral("Extract the names."));
    QCOMPARE(tasks.task(), QStringLiteral("extract"));
    QCOMPARE(tasks.origin(), TaskOrigin::Suggested); // another suggestion needs a word of its own
}

void TestComposer::aPickedTaskEndsAuto()
{
    TaskPicker &tasks = m_composer->tasks();
    m_composer->setPrompt(QStringLiteral("Summarize this."));
    taskAction(QStringLiteral("background"))->trigger();
    QCOMPARE(tasks.task(), QStringLiteral("background"));
    QCOMPARE(tasks.origin(), TaskOrigin::User);
    QVERIFY(!tasks.isAuto());
    taskAction(QStringLiteral("No task"))->trigger();
    QCOMPARE(tasks.task(), QString());
    taskAction(QStringLiteral("Auto"))->trigger();
    QCOMPARE(tasks.task(), QStringLiteral("summarize"));
}

void TestComposer::theMenuOffersWhatIsKnown()
{
    QVERIFY(!taskAction(QStringLiteral("tickets")));
    m_composer->tasks().setKnownTasks({QStringLiteral("tickets"), QStringLiteral("summarize"), QString()});
    QVERIFY(taskAction(QStringLiteral("tickets")));
    int summaries = 0;
    for (const QAction *action : m_composer->tasks().menu()->actions())
        summaries += action->text() == QStringLiteral("summarize") ? 1 : 0;
    QCOMPARE(summaries, 1);
}

void TestComposer::theEstimateReadsAsASentence_data()
{
    QTest::addColumn<RunEstimate>("estimate");
    QTest::addColumn<QString>("line");
    const Money low = Money::fromDecimal(u"0.011").value();
    const Money high = Money::fromDecimal(u"0.034").value();
    QTest::newRow("a guess is called one")
        << RunEstimate{low, high, 4, 0, 4} << QString::fromUtf8("4 lanes · est. $0.011–0.034, a guess");
    QTest::newRow("own samples are none")
        << RunEstimate{low, high, 4, 0, 0} << QString::fromUtf8("4 lanes · est. $0.011–0.034");
    QTest::newRow("unpriced lanes are said")
        << RunEstimate{low, high, 3, 1, 0} << QString::fromUtf8("3 lanes · est. $0.011–0.034 · 1 unpriced");
    QTest::newRow("nothing is priced")
        << RunEstimate{{}, {}, 1, 1, 0} << QString::fromUtf8("1 lane · 1 unpriced");
    QTest::newRow("free") << RunEstimate{{}, {}, 2, 0, 2} << QString::fromUtf8("2 lanes · est. $0, a guess");
}

void TestComposer::theEstimateReadsAsASentence()
{
    QFETCH(RunEstimate, estimate);
    const EstimateTexts texts = estimateTexts(estimate, 1'234);
    // Without translations a plural of two or more reads as written; one has a sentence of its own.
    QTEST(texts.line, "line");
    QVERIFY(texts.details.contains(QStringLiteral("1,234")));
    QCOMPARE(texts.details.contains(QStringLiteral("200")), estimate.guessedLanes > 0);
    m_composer->setEstimate(texts.line, texts.details, true);
    auto *const label = m_composer->findChild<ElidedLabel *>(QStringLiteral("estimate"));
    QCOMPARE(label->fullText(), texts.line);
}

SWITCHYARD_TEST(TestComposer)

#include "tst_composer.moc"
