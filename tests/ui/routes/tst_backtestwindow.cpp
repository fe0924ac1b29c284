#include "tests/support/testunit.h"
#include "tests/ui/routes/routetoolsfixture.h"
#include "ui/routes/backtestchoices.h"
#include "ui/routes/backtestwindow.h"
#include "ui/routes/qualitychoices.h"
#include "ui/routes/qualitywindow.h"
#include "ui/routes/trafficdialog.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using ui::BacktestWindow;
using ui::FigureTable;

/// Past calls decided again by the edited rules, and the import that brings some.
class BacktestWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutCallsAnImportIsOffered();
    void importedRequestsAreDecidedAgain();
    void anotherVersionStandsBesideIt();
    void aRuleLeadsToItsCallsAndACallToItsRun();
    void changedRulesMakeTheResultStale();
    void aPeriodThatIsNoneIsRefused();
    void whoCountsInARunWithoutAVoteIsChosen();
    void aLineThatIsNoRequestImportsNothing();
    void movedCallsCanBeCheckedForQuality();
    void severalChecksJudgeTogether();

private:
    BacktestWindow &window() { return m_fixture->tools().backtest(); }
    void import(const QStringList &prompts, const QString &task);
    void run();
    QString text(const QString &label) { return m_fixture->child<QLabel>(label)->text(); }

    std::unique_ptr<RouteToolsFixture> m_fixture;
};

void BacktestWindowTest::init()
{
    m_fixture = std::make_unique<RouteToolsFixture>();
    m_fixture->activate(RoutesFixture::threeBuckets());
    m_fixture->makeTools();
}

void BacktestWindowTest::cleanup()
{
    m_fixture.reset();
}

void BacktestWindowTest::import(const QStringList &prompts, const QString &task)
{
    m_fixture->tools().importTrafficFiles({m_fixture->trafficFile(prompts, task)}, &m_fixture->page());
    auto *const dialog = m_fixture->child<ui::TrafficDialog>(QStringLiteral("traffic"));
    QSignalSpy imported(dialog, &ui::TrafficDialog::imported);
    QVERIFY(imported.wait(20'000));
    dialog->close();
    QTRY_VERIFY(!m_fixture->window().findChild<ui::TrafficDialog *>());
}

void BacktestWindowTest::run()
{
    window().open();
    m_fixture->click(QStringLiteral("backtest.start"));
    QTRY_VERIFY_WITH_TIMEOUT(!window().isRunning() && window().result(), 20'000);
}

void BacktestWindowTest::withoutCallsAnImportIsOffered()
{
    run();
    QCOMPARE(window().result()->total.calls, 0);
    auto *const empty = m_fixture->child<ui::EmptyState>(QStringLiteral("backtest.empty"));
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(&window(), &BacktestWindow::importWanted);
    emit empty->actionTriggered();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_fixture->window().findChild<QObject *>(QStringLiteral("traffic.files")));
}

void BacktestWindowTest::importedRequestsAreDecidedAgain()
{
    import({QStringLiteral("One."), QStringLiteral("Two."), QStringLiteral("Three.")},
           QStringLiteral("summarize"));
    run();
    QCOMPARE(window().result()->total.calls, 3);
    QCOMPARE(window().result()->total.moved, 3);
    QVERIFY(
        text(QStringLiteral("backtest.moved")).startsWith(QStringLiteral("3 of 3 calls would go elsewhere")));
    QVERIFY(text(QStringLiteral("backtest.cost")).startsWith(QStringLiteral("Cost: ")));
    // Three rules and the default; one task; calls by chance to one of two targets.
    QCOMPARE(m_fixture->child<FigureTable>(QStringLiteral("backtest.rules"))->rows(), 4);
    QCOMPARE(m_fixture->child<FigureTable>(QStringLiteral("backtest.tasks"))->rows(), 1);
    QCOMPARE(m_fixture->child<FigureTable>(QStringLiteral("backtest.calls"))->rows(), 3);
}

void BacktestWindowTest::anotherVersionStandsBesideIt()
{
    import({QStringLiteral("One."), QStringLiteral("Two.")}, QStringLiteral("summarize"));
    m_fixture->editor().setRuleOn(1, false);
    window().open();
    auto *const against = m_fixture->child<ui::WordCombo>(QStringLiteral("backtest.against"));
    QTRY_COMPARE(against->count(), 2);
    against->setCurrentIndex(1);
    run();
    auto *const difference = m_fixture->child<FigureTable>(QStringLiteral("backtest.difference"));
    QVERIFY(difference->isVisible());
    QCOMPARE(difference->rows(), 4);
    QVERIFY(text(QStringLiteral("backtest.other")).contains(QStringLiteral("version 1")));
}

void BacktestWindowTest::aRuleLeadsToItsCallsAndACallToItsRun()
{
    import({QStringLiteral("One."), QStringLiteral("Two.")}, QStringLiteral("summarize"));
    run();
    auto *const calls = m_fixture->child<FigureTable>(QStringLiteral("backtest.calls"));
    auto *const rules = m_fixture->child<FigureTable>(QStringLiteral("backtest.rules"));
    emit rules->rowOpened(0);
    QVERIFY(calls->isVisible());
    QCOMPARE(calls->rows(), 0);
    QVERIFY(text(QStringLiteral("backtest.filter")).contains(QStringLiteral("Reasoning")));
    m_fixture->click(QStringLiteral("backtest.allCalls"));
    QCOMPARE(calls->rows(), 2);
    QSignalSpy wanted(&m_fixture->tools(), &ui::RouteTools::runWanted);
    calls->setFocus();
    calls->setCurrentIndex(calls->model()->index(0, 0));
    QTest::keyClick(calls, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toLongLong(), window().result()->movedCalls.constFirst().runId);
}

void BacktestWindowTest::changedRulesMakeTheResultStale()
{
    import({QStringLiteral("One.")}, QStringLiteral("summarize"));
    run();
    const auto *const stale = m_fixture->child<QLabel>(QStringLiteral("backtest.stale"));
    QVERIFY(!stale->isVisible());
    m_fixture->editor().setRuleOn(0, false);
    QVERIFY(stale->isVisible());
    m_fixture->editor().undoStack().undo();
    QVERIFY(!stale->isVisible());
}

void BacktestWindowTest::aPeriodThatIsNoneIsRefused()
{
    window().open();
    auto *const period = m_fixture->child<ui::WordCombo>(QStringLiteral("backtest.period"));
    period->setCurrentIndex(period->count() - 1);
    auto *const from = m_fixture->child<QDateEdit>(QStringLiteral("backtest.from"));
    QVERIFY(from->isVisible());
    from->setDate(m_fixture->child<QDateEdit>(QStringLiteral("backtest.to"))->date().addDays(1));
    m_fixture->click(QStringLiteral("backtest.start"));
    QVERIFY(!window().isRunning());
    QVERIFY(m_fixture->child<ui::MessagePanel>(QStringLiteral("backtest.problem"))->isVisible());
}

void BacktestWindowTest::whoCountsInARunWithoutAVoteIsChosen()
{
    window().open();
    const auto *const choices = m_fixture->child<ui::BacktestChoices>(QStringLiteral("backtest.choices"));
    auto *const baseline = m_fixture->child<QAction>(QStringLiteral("backtest.baseline"));
    QVERIFY(!baseline->isEnabled());
    m_fixture->child<QAction>(QStringLiteral("backtest.compare"))->setChecked(true);
    QVERIFY(baseline->isEnabled());
    m_fixture->willPick(QStringLiteral("openai/gpt-5"));
    baseline->trigger();
    QVERIFY(baseline->isChecked());
    QCOMPARE(choices->options().baseline,
             std::optional(TargetName{QStringLiteral("openai"), QStringLiteral("gpt-5")}));
    baseline->trigger();
    QVERIFY(!baseline->isChecked());
    QVERIFY(!choices->options().baseline);
}

void BacktestWindowTest::aLineThatIsNoRequestImportsNothing()
{
    const QString path = m_fixture->file(QStringLiteral("broken.jsonl"), "{\"model\": \"gpt-5\"}\n");
    m_fixture->tools().importTrafficFiles({path}, &m_fixture->page());
    auto *const message = m_fixture->child<ui::MessagePanel>(QStringLiteral("traffic.message"));
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), 20'000);
    QCOMPARE(message->kind(), ui::MessagePanel::Kind::Bad);
    QVERIFY(message->findChild<ui::FlatButton *>(QStringLiteral("traffic.skip")));
    run();
    QCOMPARE(window().result()->total.calls, 0);
}

void BacktestWindowTest::movedCallsCanBeCheckedForQuality()
{
    import({QStringLiteral("One.")}, QStringLiteral("summarize"));
    run();
    m_fixture->click(QStringLiteral("backtest.quality"));
    ui::QualityWindow &quality = m_fixture->tools().quality();
    QVERIFY(quality.isVisible());
    // A judge is to be picked first; nothing can be sent before.
    QVERIFY(!m_fixture->child<QPushButton>(QStringLiteral("quality.start"))->isEnabled());
    QVERIFY(text(QStringLiteral("quality.estimate")).startsWith(QStringLiteral("Pick the model")));
    m_fixture->willPick(QStringLiteral("demo/thinker"));
    m_fixture->click(QStringLiteral("quality.judge"));
    QTRY_VERIFY(quality.check() && quality.check()->state() != QualityCheck::State::Preparing);
    QVERIFY(!m_fixture->editor().isChecked());
}

void BacktestWindowTest::severalChecksJudgeTogether()
{
    import({QStringLiteral("One.")}, QStringLiteral("summarize"));
    run();
    m_fixture->click(QStringLiteral("backtest.quality"));
    auto *const judging = m_fixture->child<ui::WordCombo>(QStringLiteral("quality.judging"));
    judging->setCurrentIndex(judging->findData(static_cast<int>(QualityJudging::Checks)));
    const auto *const choices = m_fixture->child<ui::QualityChoices>(QStringLiteral("quality.choices"));
    QVERIFY2(!choices->options(), "a check without a value checks nothing");
    const auto fill = [this](int row, CheckKind kind, const QString &value) {
        auto *const check = m_fixture->child<ui::WordCombo>(QStringLiteral("quality.check%1").arg(row));
        check->setCurrentIndex(check->findData(static_cast<int>(kind)));
        m_fixture->child<QLineEdit>(QStringLiteral("quality.value%1").arg(row))->setText(value);
    };
    fill(1, CheckKind::Contains, QStringLiteral("ticket"));
    m_fixture->click(QStringLiteral("quality.addCheck"));
    fill(2, CheckKind::MaxChars, QStringLiteral("many"));
    QVERIFY2(!choices->options(), "an impossible value is refused before anything is drawn");
    fill(2, CheckKind::MaxChars, QStringLiteral("400"));
    QCOMPARE(choices->options()->checks,
             QList<Check>({{CheckKind::Contains, QStringLiteral("ticket")},
                           {CheckKind::MaxChars, QStringLiteral("400")}}));
    m_fixture->click(QStringLiteral("quality.removeCheck1"));
    QCOMPARE(choices->options()->checks, QList<Check>({{CheckKind::MaxChars, QStringLiteral("400")}}));
    // An imported call without an answer leaves nothing to ask again, and that is said.
    QTRY_VERIFY(text(QStringLiteral("quality.estimate")).startsWith(QStringLiteral("None of the calls")));
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("quality.progress"))->isVisible());
}

SWITCHYARD_TEST(BacktestWindowTest)
#include "tst_backtestwindow.moc"
