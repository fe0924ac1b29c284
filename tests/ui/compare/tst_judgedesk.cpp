#include "core/judging/votestore.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/conversation.h"
#include "ui/compare/judgedesk.h"
#include "ui/compare/judgetexts.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/opinionpanel.h"
#include "ui/widgets/popup.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

namespace {

const TargetName kJudge{kDemoAccountName, QStringLiteral("judge")};

} // namespace

/// A model judges and merges the answers on the page, over the real ledger and the simulator.
class TestJudgeDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theCostIsSaidBeforeAnythingIsSent();
    void theVerdictIsShownAndKeptAsTheJudgesVote();
    void aFollowUpIsJudgedWithTheTurnsBeforeIt();
    void aMergeOfAReopenedFollowUpSeesTheTurnsBeforeIt();
    void sharedTurnsAreShownToAJudgeWithoutNames();
    void nonsenseIsNoVerdictAndNoVote();
    void aBlindRunIsNotRevealedByItsJudge();
    void mergedAnswersAreShown();
    void theModelIsChosenFromTheList();
    void anotherPromptEndsTheJudge();
    void aClosedPanelStaysClosed();
    void anotherOfferReplacesTheJudge();
    void withOneAnswerThereIsNothingToJudge();
    void textsOfJudges();

private:
    void ask(const QString &prompt);
    void ran(const QList<const char *> &models = {"swift", "thrifty", "scholar"});
    QAction *action(const char *id) { return m_fixture->actions().find(QString::fromUtf8(id)); }
    JudgeDesk &desk() { return *m_fixture->page().findChild<JudgeDesk *>(); }
    OpinionPanel &panel() { return *m_fixture->page().findChild<OpinionPanel *>(); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    QList<Vote> votes(qint64 run);

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestJudgeDesk::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->hurry();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestJudgeDesk::cleanup()
{
    m_fixture.reset();
}

void TestJudgeDesk::ran(const QList<const char *> &models)
{
    QList<Target> targets;
    for (const char *model : models)
        targets.append(CompareFixture::demo(model));
    m_fixture->page().setLineUp(targets);
    m_fixture->page().enter();
    ask(QStringLiteral("Why is the sky blue?"));
}

void TestJudgeDesk::ask(const QString &prompt)
{
    part<QPlainTextEdit>("promptEditor")->setPlainText(prompt);
    QTest::keyClick(part<QPlainTextEdit>("promptEditor"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience));
}

QList<Vote> TestJudgeDesk::votes(qint64 run)
{
    QFuture<Result<QList<Vote>>> read = m_fixture->services().votes().ofRun(run);
    if (!QTest::qWaitFor([&read] { return read.isFinished(); }) || !read.result())
        qFatal("The votes could not be read.");
    return *read.result();
}

void TestJudgeDesk::theCostIsSaidBeforeAnythingIsSent()
{
    ran();
    const int runs = m_fixture->runs();
    desk().offerJudge(kJudge);
    QVERIFY(panel().isVisible());
    QCOMPARE(panel().title(), QStringLiteral("Judge: demo/judge"));
    QVERIFY2(panel().detail().contains(QStringLiteral("asked twice about 3 answers")),
             qPrintable(panel().detail()));
    QVERIFY2(panel().detail().contains(QStringLiteral("$")), qPrintable(panel().detail()));
    QTRY_VERIFY(part<QToolButton>("opinionAsk")->hasFocus());
    QTest::mouseClick(part<QToolButton>("opinionClose"), Qt::LeftButton);
    QVERIFY(!panel().isVisible());
    QCOMPARE(m_fixture->runs(), runs);
}

void TestJudgeDesk::theVerdictIsShownAndKeptAsTheJudgesVote()
{
    ran();
    const qint64 run = m_fixture->newestRun();
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    desk().offerJudge(kJudge);
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor(
        [this] { return panel().text().contains(QStringLiteral("both you and this judge")); }, kPatience));
    QVERIFY2(panel().text().startsWith(QStringLiteral("**Best: demo/scholar.**")),
             qPrintable(panel().text()));
    QVERIFY(panel().text().contains(QStringLiteral("longest")));
    QVERIFY(panel().detail().contains(QStringLiteral("$")));
    QList<Vote> kept = votes(run);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().judge, QStringLiteral("demo/judge"));
    QCOMPARE(kept.constFirst().lanes.at(kept.constFirst().winner()).target.model, QStringLiteral("scholar"));
    QCOMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("Verdict")); // the person has not voted
    const RunRecord pass = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(pass.task, kJudgeTask);
    QCOMPARE(pass.tags.value(QStringLiteral("judged_run")), QString::number(run));
    QVERIFY(pass.lanes.constFirst().latest.cost.amount.has_value());

    m_fixture->page().findChild<LaneStrip *>()->setCurrent(2);
    action("compare.voteBest")->trigger();
    QTRY_COMPARE(votes(run).size(), 2);
    desk().offerJudge(kJudge);
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor(
        [this] { return panel().text().contains(QStringLiteral("as you did in 1 of 1")); }, kPatience));
    QCOMPARE(votes(run).size(), 2);
}

void TestJudgeDesk::aFollowUpIsJudgedWithTheTurnsBeforeIt()
{
    ran({"swift", "scholar"});
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    desk().offerJudge(kJudge);
    QVERIFY(!panel().detail().contains(QStringLiteral("earlier turns")));
    const RunRecord first = m_fixture->run(m_fixture->newestRun());
    ask(QStringLiteral("And in French?"));
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    const RunRecord second = m_fixture->run(m_fixture->newestRun());
    desk().offerJudge(kJudge);
    QVERIFY2(panel().detail().contains(QStringLiteral("The earlier turns go along")),
             qPrintable(panel().detail()));
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return panel().text().contains(QStringLiteral("**")); }, kPatience));
    const RunRecord pass = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(pass.tags.value(QStringLiteral("judged_run")), QString::number(second.id));
    QVERIFY(pass.prompt.contains(QStringLiteral("<request>\nAnd in French?\n</request>")));
    // Each answer was given its own lane's past.
    for (const char *letter : {"A", "B"})
        QCOMPARE(pass.prompt.count(QStringLiteral("<conversation before=\"%1\">").arg(QLatin1String(letter))),
                 1);
    QCOMPARE(pass.prompt.count(QStringLiteral("<person>\nWhy is the sky blue?\n</person>")), 2);
    for (const LaneRecord &lane : first.lanes)
        QVERIFY(pass.prompt.contains(lane.latest.completion.text.left(40)));
    for (const char *name : {"swift", "scholar"})
        QVERIFY2(!pass.prompt.contains(QLatin1String(name)), name);
}

void TestJudgeDesk::aMergeOfAReopenedFollowUpSeesTheTurnsBeforeIt()
{
    ran({"swift", "scholar"});
    ask(QStringLiteral("And in French?"));
    const RunRecord second = m_fixture->run(m_fixture->newestRun());
    m_fixture->makePage();
    m_fixture->page().showRun(second);
    QTRY_VERIFY(action("compare.merge")->isEnabled());
    desk().offerMerge(MergeKind::Merge, {kDemoAccountName, QStringLiteral("swift")});
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return part<QToolButton>("opinionCopy")->isVisible(); }, kPatience));
    const RunRecord merged = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(merged.task, kMergeTask);
    QVERIFY(merged.prompt.contains(QStringLiteral("<person>\nWhy is the sky blue?\n</person>")));
}

void TestJudgeDesk::sharedTurnsAreShownToAJudgeWithoutNames()
{
    ran({"swift", "scholar"});
    m_fixture->page().findChild<Conversation *>()->setLineage(Lineage::Shared);
    ask(QStringLiteral("Who is right?"));
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    desk().offerJudge(kJudge);
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return panel().text().contains(QStringLiteral("**")); }, kPatience));
    const RunRecord pass = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(pass.prompt.count(QStringLiteral("<conversation>")), 1);
    QVERIFY(pass.prompt.contains(QStringLiteral("[answer 2]")));
    for (const char *name : {"swift", "scholar"})
        QVERIFY2(!pass.prompt.contains(QLatin1String(name)), name);
}

void TestJudgeDesk::nonsenseIsNoVerdictAndNoVote()
{
    ran();
    const qint64 run = m_fixture->newestRun();
    desk().offerJudge({kDemoAccountName, QStringLiteral("thrifty")});
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(
        QTest::qWaitFor([this] { return panel().text().contains(QStringLiteral("No verdict")); }, kPatience));
    QVERIFY(panel().text().contains(QStringLiteral("It wrote")));
    QVERIFY(votes(run).isEmpty());
}

void TestJudgeDesk::aBlindRunIsNotRevealedByItsJudge()
{
    action("compare.blind")->trigger();
    ran();
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    desk().offerJudge(kJudge);
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return panel().text().contains(QStringLiteral("Best: Answer")); },
                            kPatience));
    QVERIFY(!panel().text().contains(QStringLiteral("scholar")));
    QCOMPARE(m_fixture->page().findChild<LaneStrip *>()->lane(0)->texts().model, QStringLiteral("Answer A"));
}

void TestJudgeDesk::mergedAnswersAreShown()
{
    ran();
    desk().offerMerge(MergeKind::Merge, {kDemoAccountName, QStringLiteral("swift")});
    QCOMPARE(panel().title(), QStringLiteral("Merged by demo/swift"));
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return part<QToolButton>("opinionCopy")->isVisible(); }, kPatience));
    const RunRecord merged = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(merged.task, kMergeTask);
    QCOMPARE(panel().text(), merged.lanes.constFirst().latest.completion.text);
    QVERIFY(!panel().text().isEmpty());
    QVERIFY(panel().detail().contains(QStringLiteral("$")));
}

void TestJudgeDesk::theModelIsChosenFromTheList()
{
    ran();
    QTRY_VERIFY(action("compare.judge")->isEnabled());
    action("compare.judge")->trigger();
    auto *const popup = part<Popup>("judgePicker");
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClicks(popup->focusWidget(), QStringLiteral("judge"));
    QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!popup->isVisible());
    QCOMPARE(panel().title(), QStringLiteral("Judge: demo/judge"));
}

void TestJudgeDesk::anotherPromptEndsTheJudge()
{
    ran();
    const qint64 run = m_fixture->newestRun();
    desk().offerJudge({kDemoAccountName, QStringLiteral("fault-silent")});
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->runs(), 3);
    action("compare.newPrompt")->trigger();
    QVERIFY(!panel().isVisible());
    QTRY_COMPARE(m_fixture->run(m_fixture->newestRun()).lanes.constFirst().latest.completion.status,
                 LaneStatus::Cancelled);
    QVERIFY(votes(run).isEmpty());
    QVERIFY(!action("compare.judge")->isEnabled());
}

void TestJudgeDesk::aClosedPanelStaysClosed()
{
    ran();
    desk().offerJudge({kDemoAccountName, QStringLiteral("fault-silent")});
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->runs(), 3);
    QTest::mouseClick(part<QToolButton>("opinionClose"), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->run(m_fixture->newestRun()).lanes.constFirst().latest.completion.status,
                 LaneStatus::Cancelled);
    QVERIFY(!panel().isVisible());
}

void TestJudgeDesk::anotherOfferReplacesTheJudge()
{
    ran();
    desk().offerJudge({kDemoAccountName, QStringLiteral("fault-silent")});
    QTest::mouseClick(part<QToolButton>("opinionAsk"), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->runs(), 3);
    desk().offerMerge(MergeKind::Merge, {kDemoAccountName, QStringLiteral("swift")});
    QTRY_COMPARE(m_fixture->run(m_fixture->newestRun()).lanes.constFirst().latest.completion.status,
                 LaneStatus::Cancelled);
    QVERIFY(part<QToolButton>("opinionAsk")->isVisible());
    QCOMPARE(panel().title(), QStringLiteral("Merged by demo/swift"));
}

void TestJudgeDesk::withOneAnswerThereIsNothingToJudge()
{
    ran({"swift", "fault-500"});
    for (const char *id : {"compare.judge", "compare.merge", "compare.summarise"})
        QVERIFY(!action(id)->isEnabled());
}

void TestJudgeDesk::textsOfJudges()
{
    QCOMPARE(escapedMarkdown(QStringLiteral("a*b_c [d]")), QStringLiteral("a\\*b\\_c \\[d\\]"));
    JudgeAgreement agreement;
    QVERIFY(agreementText(agreement).contains(QStringLiteral("no run yet")));
    agreement.runs = 8;
    agreement.alike = 6;
    QVERIFY(agreementText(agreement).contains(QStringLiteral("6 of 8 run(s), 75 %")));
    QVERIFY(!agreementText(agreement).contains(QStringLiteral("kappa")));
    agreement.kappa = 0.5;
    QVERIFY2(agreementText(agreement).contains(QStringLiteral("kappa is 0.50")),
             qPrintable(agreementText(agreement)));
}

SWITCHYARD_TEST(TestJudgeDesk)
#include "tst_judgedesk.moc"
