#include "tests/support/testunit.h"
#include "ui/compare/promptline.h"
#include "ui/compare/samplebar.h"
#include "ui/widgets/elidedlabel.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestPromptLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aLongPromptIsOneLine();
    void itUnfoldsToTheWholeText();
    void aTextThatWasNotKeptIsSaid();
    void theTaskIsConfirmedOrChanged_data();
    void theTaskIsConfirmedOrChanged();
    void editAndResendAreAskedFor();
    void theSamplesComeWithTheirPrompt();

private:
    template <typename T>
    T *part(const char *name) const
    {
        return m_line->findChild<T *>(QString::fromUtf8(name));
    }

    Theme m_theme;
    std::unique_ptr<PromptLine> m_line;
};

void TestPromptLine::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_line = std::make_unique<PromptLine>(m_theme);
    m_line->resize(800, 40);
    m_line->show();
}

void TestPromptLine::cleanup()
{
    m_line.reset();
}

void TestPromptLine::aLongPromptIsOneLine()
{
    const QString prompt =
        QStringLiteral("First line\nsecond  line\n") + QStringLiteral("more ").repeated(200);
    m_line->setPrompt(prompt, {});
    auto *const shown = part<ElidedLabel>("sentPrompt");
    QVERIFY(shown->fullText().startsWith(QStringLiteral("First line second line more")));
    QVERIFY(shown->isElided());
    QVERIFY(!part<QPlainTextEdit>("wholePrompt")->isVisible());
    QCOMPARE(m_line->prompt(), prompt);
}

void TestPromptLine::itUnfoldsToTheWholeText()
{
    m_line->setPrompt(QStringLiteral("Two\nlines"), QStringLiteral("Be brief."));
    auto *const whole = part<QPlainTextEdit>("wholePrompt");
    QTest::mouseClick(part<QToolButton>("unfoldPrompt"), Qt::LeftButton);
    QVERIFY(m_line->isUnfolded() && whole->isVisible());
    QCOMPARE(whole->toPlainText(), QStringLiteral("System: Be brief.\n\nTwo\nlines"));
    QVERIFY(whole->isReadOnly());
    QVERIFY(part<QToolButton>("unfoldPrompt")->accessibleName().contains(QStringLiteral("one line")));
    QTest::mouseDClick(m_line.get(), Qt::LeftButton, {}, QPoint(60, 10));
    QVERIFY(!m_line->isUnfolded() && !whole->isVisible());
    m_line->unfold(true);
    m_line->setPrompt(QStringLiteral("Next"), {}); // another prompt starts folded
    QVERIFY(!m_line->isUnfolded());
}

void TestPromptLine::aTextThatWasNotKeptIsSaid()
{
    m_line->setPrompt({}, {}, false);
    QVERIFY(part<ElidedLabel>("sentPrompt")->fullText().contains(QStringLiteral("not kept")));
    QVERIFY(!part<QToolButton>("editPrompt")->isVisible());
    QVERIFY(!part<QToolButton>("resendPrompt")->isVisible());
    QVERIFY(!part<QToolButton>("unfoldPrompt")->isEnabled());
}

void TestPromptLine::theTaskIsConfirmedOrChanged_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<bool>("suggested");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("choose");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("a suggestion is confirmed")
        << QStringLiteral("summarize") << true << QStringLiteral("task: summarize (suggested)")
        << QStringLiteral("Confirm \"summarize\"") << QStringLiteral("summarize");
    QTest::newRow("another one is chosen")
        << QStringLiteral("summarize") << false << QStringLiteral("task: summarize")
        << QStringLiteral("long context") << QStringLiteral("long_context");
    QTest::newRow("the task is taken away")
        << QStringLiteral("own label") << false << QStringLiteral("task: own label")
        << QStringLiteral("No task") << QString();
    QTest::newRow("one is given to a run without") << QString() << false << QStringLiteral("no task")
                                                   << QStringLiteral("extract") << QStringLiteral("extract");
}

void TestPromptLine::theTaskIsConfirmedOrChanged()
{
    QFETCH(QString, task);
    QFETCH(bool, suggested);
    QFETCH(QString, choose);
    m_line->setTask(task, suggested ? TaskOrigin::Suggested : TaskOrigin::User);
    auto *const button = part<QToolButton>("runTask");
    QTEST(button->text(), "label");
    QCOMPARE(button->accessibleName(), button->text());
    QSignalSpy chosen(m_line.get(), &PromptLine::taskChosen);
    emit button->menu()->aboutToShow();
    for (QAction *action : button->menu()->actions()) {
        if (action->text() == choose) {
            action->trigger();
            break;
        }
    }
    QCOMPARE(chosen.count(), 1);
    QTEST(chosen.constFirst().constFirst().toString(), "chosen");
}

void TestPromptLine::editAndResendAreAskedFor()
{
    m_line->setPrompt(QStringLiteral("x"), {});
    QSignalSpy edit(m_line.get(), &PromptLine::editRequested);
    QSignalSpy resend(m_line.get(), &PromptLine::resendRequested);
    QTest::mouseClick(part<QToolButton>("editPrompt"), Qt::LeftButton);
    QTest::mouseClick(part<QToolButton>("resendPrompt"), Qt::LeftButton);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(resend.count(), 1);
}

void TestPromptLine::theSamplesComeWithTheirPrompt()
{
    SampleBar bar(m_theme);
    bar.resize(1'200, 40);
    bar.show();
    QSignalSpy chosen(&bar, &SampleBar::sampleChosen);
    const QList<QToolButton *> samples = bar.findChildren<QToolButton *>(QStringLiteral("sample"));
    QVERIFY(samples.size() >= 3);
    for (QToolButton *sample : samples)
        sample->click();
    QCOMPARE(chosen.count(), samples.size());
    QSet<QString> prompts;
    for (const QList<QVariant> &each : chosen)
        prompts.insert(each.constFirst().toString());
    QCOMPARE(prompts.size(), samples.size());
    QVERIFY(!prompts.contains(QString()));
}

SWITCHYARD_TEST(TestPromptLine)

#include "tst_promptline.moc"
