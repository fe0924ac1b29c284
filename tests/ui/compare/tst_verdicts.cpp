#include "core/accounts/accountstore.h"
#include "core/judging/selfnaming.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/votebar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/toastarea.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

namespace {

const QStringList kModels{QStringLiteral("swift"), QStringLiteral("thrifty"), QStringLiteral("scholar")};

} // namespace

/// Votes and blind runs on the page, over the real ledger and the simulator.
class TestVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bestIsVotedShownAndTakenBack();
    void anotherVoteReplacesItAndUndoBringsItBack();
    void tieAndAllBadAreOfTheRun();
    void thumbsAreInTheLanesMenu();
    void oneAnswerCannotBeRanked();
    void failedLanesAreNotOnTheBallot();
    void aNoteIsKeptWithTheVote();
    void votesAreThereAgainWhenTheRunIsReopened();
    void aBlindRunHidesWhoseAnswersTheyAre();
    void blindAnswersAppearTogether();
    void theVoteShowsNamesAndOrderAgain();
    void namesCanBeShownWithoutAVote();
    void everyBlindRunIsHiddenAnew();
    void aBlindFollowUpTellsNothing();
    void repeatsStayTogetherWhenBlind();
    void aVoteOnSeenNamesIsNotBlind();
    void selfNamingIsMaskedUntilTheVote();
    void aBlindLaneIsNotSwappedOrRetried();

private:
    /// As the account `fake`.
    void addAccount(const test::FakeProvider &provider);
    void lineUp(const QStringList &models);
    void send(const QString &prompt = QStringLiteral("Why is the sky blue?"));
    /// Sends to the models and waits until they can be voted on.
    void ran(const QStringList &models = kModels);
    void trigger(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    LaneView *lane(int index) const { return m_fixture->page().findChild<LaneStrip *>()->lane(index); }
    int lanes() const { return m_fixture->page().findChild<LaneStrip *>()->count(); }
    QToolButton *best(int index) const
    {
        return lane(index)->findChild<QToolButton *>(QStringLiteral("laneBest"));
    }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    QList<Vote> votes();
    QStringList shownModels() const;
    QString allTexts() const;

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestVerdicts::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->hurry();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestVerdicts::cleanup()
{
    m_fixture.reset();
}

void TestVerdicts::addAccount(const test::FakeProvider &provider)
{
    Account account;
    account.name = QStringLiteral("fake");
    account.baseUrl = provider.baseUrl();
    QFuture<Result<Account>> added = m_fixture->services().accounts().add(account);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
}

void TestVerdicts::lineUp(const QStringList &models)
{
    QList<Target> targets;
    for (const QString &model : models)
        targets.append(Target{{kDemoAccountName, model}});
    m_fixture->page().setLineUp(targets);
}

void TestVerdicts::send(const QString &prompt)
{
    m_fixture->page().enter();
    part<QPlainTextEdit>("promptEditor")->setPlainText(prompt);
    QTest::keyClick(part<QPlainTextEdit>("promptEditor"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience));
}

void TestVerdicts::ran(const QStringList &models)
{
    lineUp(models);
    send();
    QTRY_VERIFY(best(0)->isVisible());
}

QList<Vote> TestVerdicts::votes()
{
    QFuture<Result<QList<Vote>>> read = m_fixture->services().votes().ofRun(m_fixture->newestRun());
    if (!QTest::qWaitFor([&read] { return read.isFinished(); }) || !read.result())
        qFatal("The votes could not be read.");
    return *read.result();
}

QStringList TestVerdicts::shownModels() const
{
    QStringList models;
    for (int i = 0; i < lanes(); ++i)
        models.append(lane(i)->texts().model);
    return models;
}

/// Whatever the lanes show or tell assistive technology, answers apart.
QString TestVerdicts::allTexts() const
{
    QStringList texts;
    for (int i = 0; i < lanes(); ++i) {
        texts.append(lane(i)->accessibleName());
        const QList<QWidget *> parts = lane(i)->findChildren<QWidget *>();
        for (const QWidget *part : parts) {
            texts += {part->accessibleName(), part->accessibleDescription(), part->toolTip()};
            if (const auto *const label = qobject_cast<const QLabel *>(part))
                texts.append(label->text());
            if (const auto *const elided = qobject_cast<const ElidedLabel *>(part))
                texts.append(elided->fullText());
            if (const auto *const pill = qobject_cast<const Pill *>(part); pill && pill->isVisibleTo(lane(i)))
                texts.append(pill->text());
        }
    }
    return texts.join(QLatin1Char('\n'));
}

void TestVerdicts::bestIsVotedShownAndTakenBack()
{
    ran();
    auto *const button = part<QToolButton>("runVerdict");
    QCOMPARE(button->text(), QStringLiteral("Verdict"));
    QTest::mouseClick(best(1), Qt::LeftButton);
    auto *const pill = lane(1)->findChild<Pill *>(QStringLiteral("laneVerdict"));
    QTRY_COMPARE(pill->text(), QStringLiteral("best"));
    QVERIFY(pill->isVisible());
    QCOMPARE(button->text(), QStringLiteral("verdict: thrifty"));
    QCOMPARE(votes().size(), 1);
    const Vote vote = votes().constFirst();
    QCOMPARE(vote.kind, VoteKind::Best);
    QCOMPARE(vote.winner(), 1);
    QCOMPARE(vote.lanes.size(), 3);
    QCOMPARE(vote.lanes.at(1).target.toString(), QStringLiteral("demo/thrifty"));
    QVERIFY(vote.lanes.at(1).simulated);
    QVERIFY(vote.lanes.at(1).cost.has_value() && vote.lanes.at(1).firstMs.has_value());
    QVERIFY(!vote.blind);
    QCOMPARE(vote.task, QStringLiteral("reasoning"));
    QCOMPARE(best(1)->text(), QStringLiteral("Take back"));
    QTest::mouseClick(best(1), Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Verdict"));
    QVERIFY(!pill->isVisible());
    QVERIFY(votes().isEmpty());
}

void TestVerdicts::anotherVoteReplacesItAndUndoBringsItBack()
{
    ran();
    auto *const button = part<QToolButton>("runVerdict");
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("verdict: swift"));
    QTest::mouseClick(best(2), Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("verdict: scholar"));
    QCOMPARE(votes().size(), 1);
    auto *const toasts = m_fixture->page().findChild<ToastArea *>();
    QTRY_COMPARE(toasts->message(), QStringLiteral("Voted best: demo/scholar"));
    QToolButton *undo = nullptr;
    for (QToolButton *each : toasts->findChildren<QToolButton *>()) {
        if (each->text() == QStringLiteral("Undo"))
            undo = each;
    }
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("verdict: swift"));
    QCOMPARE(votes().constFirst().winner(), 0);
}

void TestVerdicts::tieAndAllBadAreOfTheRun()
{
    ran();
    trigger("compare.voteTie");
    QTRY_COMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("verdict: tie"));
    QCOMPARE(votes().constFirst().kind, VoteKind::Tie);
    trigger("compare.voteAllBad");
    QTRY_COMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("verdict: all bad"));
    QCOMPARE(votes().size(), 1);
    QCOMPARE(votes().constFirst().winner(), -1);
    trigger("compare.takeVoteBack");
    QTRY_VERIFY(votes().isEmpty());
}

void TestVerdicts::thumbsAreInTheLanesMenu()
{
    ran();
    lane(0)->openMenu();
    auto *const menu = lane(0)->findChild<QMenu *>(QStringLiteral("laneMenu"));
    QVERIFY(menu != nullptr);
    QAction *good = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == QStringLiteral("Good answer"))
            good = action;
    }
    QVERIFY(good != nullptr && good->isCheckable() && !good->isChecked());
    good->trigger();
    menu->close();
    auto *const pill = lane(0)->findChild<Pill *>(QStringLiteral("laneVerdict"));
    QTRY_COMPARE(pill->text(), QStringLiteral("good"));
    m_fixture->page().findChild<LaneStrip *>()->setCurrent(0);
    trigger("compare.thumbDown");
    QTRY_COMPARE(pill->text(), QStringLiteral("poor"));
    QCOMPARE(votes().size(), 1);
    trigger("compare.thumbDown");
    QTRY_VERIFY(!pill->isVisible());
    QVERIFY(votes().isEmpty());
    QCOMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("Verdict"));
}

void TestVerdicts::oneAnswerCannotBeRanked()
{
    lineUp({QStringLiteral("swift")});
    send();
    QTRY_VERIFY(m_fixture->actions().find(QStringLiteral("compare.voteAllBad"))->isEnabled());
    QVERIFY(!m_fixture->actions().find(QStringLiteral("compare.voteTie"))->isEnabled());
    QVERIFY(!best(0)->isVisible());
    trigger("compare.voteBest");
    trigger("compare.thumbUp");
    QTRY_COMPARE(votes().size(), 1);
    QCOMPARE(votes().constFirst().kind, VoteKind::Up);
}

void TestVerdicts::failedLanesAreNotOnTheBallot()
{
    ran({QStringLiteral("swift"), QStringLiteral("thrifty"), QStringLiteral("fault-500")});
    QVERIFY(!best(2)->isVisible());
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(votes().size(), 1);
    QCOMPARE(votes().constFirst().lanes.size(), 2);
}

void TestVerdicts::aNoteIsKeptWithTheVote()
{
    ran();
    auto *const bar = m_fixture->page().findChild<VoteBar *>();
    QVERIFY(!bar->isVisible());
    trigger("compare.voteNote");
    QVERIFY(bar->isVisible());
    auto *const note = part<QLineEdit>("voteNote");
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("Shortest."));
    QTest::keyClick(note, Qt::Key_Return);
    QTest::mouseClick(best(1), Qt::LeftButton);
    QTRY_COMPARE(votes().size(), 1);
    QCOMPARE(votes().constFirst().note, QStringLiteral("Shortest."));
    QTRY_COMPARE(part<QLabel>("voteText")->text(), QStringLiteral("Your vote: thrifty is best"));
    note->setText(QStringLiteral("Clearest."));
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_COMPARE(votes().constFirst().note, QStringLiteral("Clearest."));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral(" Still writing"));
    m_fixture->page().findChild<LaneStrip *>()->setCurrent(0);
    trigger("compare.thumbUp"); // votes are read again, as when a judge has voted
    QTRY_COMPARE(lane(0)->findChild<Pill *>(QStringLiteral("laneVerdict"))->text(), QStringLiteral("good"));
    QVERIFY2(note->text().endsWith(QStringLiteral(" Still writing")), qPrintable(note->text()));
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void TestVerdicts::votesAreThereAgainWhenTheRunIsReopened()
{
    ran();
    QTest::mouseClick(best(2), Qt::LeftButton);
    QTRY_COMPARE(votes().size(), 1);
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    m_fixture->makePage().showRun(run);
    QTRY_COMPARE(lane(2)->findChild<Pill *>(QStringLiteral("laneVerdict"))->text(), QStringLiteral("best"));
    QCOMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("verdict: scholar"));
    trigger("compare.voteTie");
    QTRY_COMPARE(part<QToolButton>("runVerdict")->text(), QStringLiteral("verdict: tie"));
    QCOMPARE(votes().size(), 1);
}

void TestVerdicts::aBlindRunHidesWhoseAnswersTheyAre()
{
    QSignalSpy spend(&m_fixture->page(), &ComparePage::runSpendChanged);
    trigger("compare.blind");
    QVERIFY(part<QToolButton>("blind")->isChecked());
    ran();
    QCOMPARE(
        shownModels(),
        (QStringList{QStringLiteral("Answer A"), QStringLiteral("Answer B"), QStringLiteral("Answer C")}));
    const QString shown = allTexts();
    for (const QString &telling : kModels
             + QStringList{QStringLiteral("demo"), QStringLiteral("tok/s"), QStringLiteral("$"),
                           QStringLiteral(" out"), QStringLiteral("cheaper"), QStringLiteral("fastest")})
        QVERIFY2(!shown.contains(telling, Qt::CaseInsensitive),
                 qPrintable(telling + QLatin1Char('\n') + shown));
    QVERIFY(!spend.constLast().constFirst().value<std::optional<Money>>());
    auto *const bar = m_fixture->page().findChild<VoteBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(part<QLabel>("voteText")->text().contains(QStringLiteral("masked by a list of phrases")));
}

void TestVerdicts::blindAnswersAppearTogether()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("quick"),
                     QList<test::Script>{test::completion({QStringLiteral("The quick answer.")})});
    provider.onModel(QStringLiteral("slow"), QList<test::Script>{test::Script{test::hang()}});
    addAccount(provider);
    trigger("compare.blind");
    m_fixture->page().setLineUp({{{QStringLiteral("fake"), QStringLiteral("quick")}},
                                 {{QStringLiteral("fake"), QStringLiteral("slow")}}});
    m_fixture->page().enter();
    part<QPlainTextEdit>("promptEditor")->setPlainText(QStringLiteral("Who is quick?"));
    trigger("compare.send");
    const auto *const board = m_fixture->page().findChild<LaneBoard *>();
    QTRY_COMPARE(board->settled(), 1);
    QCOMPARE(lane(0)->texts().state, QStringLiteral("answering"));
    QCOMPARE(lane(1)->texts().state, QStringLiteral("answering"));
    QCOMPARE(lane(0)->answer() + lane(1)->answer(), QString());
    trigger("compare.stop");
    QTRY_COMPARE(board->running(), 0);
    QTRY_COMPARE(QString(lane(0)->answer() + lane(1)->answer()), QStringLiteral("The quick answer."));
    QVERIFY(lane(0)->texts().state != lane(1)->texts().state);
}

void TestVerdicts::theVoteShowsNamesAndOrderAgain()
{
    QSignalSpy spend(&m_fixture->page(), &ComparePage::runSpendChanged);
    trigger("compare.blind");
    ran();
    const QString answer = lane(1)->answer();
    QTest::mouseClick(best(1), Qt::LeftButton);
    QTRY_COMPARE(shownModels(), kModels);
    QCOMPARE(votes().size(), 1);
    const Vote vote = votes().constFirst();
    QVERIFY(vote.blind);
    QCOMPARE(vote.lanes.at(vote.winner()).shown, 1);
    QSet<int> places;
    for (const BallotLane &each : vote.lanes)
        places.insert(each.shown);
    QCOMPARE(places, (QSet<int>{0, 1, 2}));
    const auto place = static_cast<int>(kModels.indexOf(vote.lanes.at(vote.winner()).target.model));
    QCOMPARE(lane(place)->answer(), answer);
    QTRY_COMPARE(lane(place)->findChild<Pill *>(QStringLiteral("laneVerdict"))->text(),
                 QStringLiteral("best"));
    QVERIFY(spend.constLast().constFirst().value<std::optional<Money>>().has_value());
    QVERIFY(allTexts().contains(QStringLiteral("$")));
    QVERIFY(m_fixture->page().targets()
            == (QList<Target>{CompareFixture::demo("swift"), CompareFixture::demo("thrifty"),
                              CompareFixture::demo("scholar")}));
}

void TestVerdicts::namesCanBeShownWithoutAVote()
{
    trigger("compare.blind");
    ran();
    QTest::mouseClick(part<QToolButton>("revealNames"), Qt::LeftButton);
    QCOMPARE(shownModels(), kModels);
    QVERIFY(votes().isEmpty());
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(votes().size(), 1);
    QVERIFY(!votes().constFirst().blind);
}

void TestVerdicts::everyBlindRunIsHiddenAnew()
{
    trigger("compare.blind");
    ran();
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(shownModels(), kModels);
    send(QStringLiteral("And the sea?"));
    QCOMPARE(shownModels().constFirst(), QStringLiteral("Answer A"));
    send(QStringLiteral("And the grass?"));
    QCOMPARE(shownModels().constFirst(), QStringLiteral("Answer A"));
    trigger("compare.blind");
    QCOMPARE(shownModels(), kModels);
    QVERIFY(!part<QToolButton>("blind")->isChecked());
    QVERIFY(!m_fixture->page().findChild<VoteBar *>()->isVisible());
}

void TestVerdicts::aBlindFollowUpTellsNothing()
{
    trigger("compare.blind");
    ran();
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(shownModels(), kModels);
    send(QStringLiteral("And the sea?"));
    QCOMPARE(shownModels().constFirst(), QStringLiteral("Answer A"));
    const auto turns = [this](int index) {
        return lane(index)->findChild<QToolButton *>(QStringLiteral("laneTurnsToggle"));
    };
    for (int i = 0; i < lanes(); ++i)
        QVERIFY(!turns(i)->isVisible());
    QMenu *const choices = part<QToolButton>("followUp")->menu();
    emit choices->aboutToShow();
    QString offered;
    for (const QAction *choice : choices->actions())
        offered += choice->text() + QLatin1Char('\n');
    QVERIFY2(offered.contains(QStringLiteral("Answer A")), qPrintable(offered));
    for (const QString &model : kModels)
        QVERIFY2(!offered.contains(model), qPrintable(offered));
    trigger("compare.context");
    QVERIFY(!part<QDialog>("contextDialog"));
    QTest::mouseClick(part<QToolButton>("revealNames"), Qt::LeftButton);
    QCOMPARE(shownModels(), kModels);
    for (int i = 0; i < lanes(); ++i)
        QVERIFY(turns(i)->isVisible());
}

void TestVerdicts::repeatsStayTogetherWhenBlind()
{
    trigger("compare.blind");
    lineUp({QStringLiteral("swift"), QStringLiteral("thrifty")});
    auto *const strip = m_fixture->page().findChild<LaneStrip *>();
    strip->setCurrent(1);
    trigger("compare.repeat2");
    send();
    QCOMPARE(
        shownModels(),
        (QStringList{QStringLiteral("Answer A"), QStringLiteral("Answer B"), QStringLiteral("Answer C")}));
    QCOMPARE(strip->places().size(), 2);
    trigger("compare.repeat3");
    QCOMPARE(lanes(), 3);
    QTest::mouseClick(part<QToolButton>("revealNames"), Qt::LeftButton);
    QCOMPARE(shownModels(),
             (QStringList{QStringLiteral("swift"), QStringLiteral("thrifty"), QStringLiteral("thrifty")}));
}

void TestVerdicts::aVoteOnSeenNamesIsNotBlind()
{
    ran();
    trigger("compare.blind");
    QCOMPARE(shownModels().constFirst(), QStringLiteral("Answer A"));
    QTest::mouseClick(best(0), Qt::LeftButton);
    QTRY_COMPARE(votes().size(), 1);
    QVERIFY(!votes().constFirst().blind);
    m_fixture->page().showRun(m_fixture->run(m_fixture->newestRun())); // seen all the same
    QTRY_VERIFY(best(2)->isVisible());
    trigger("compare.voteTie");
    QTRY_COMPARE(shownModels(), kModels);
    QVERIFY(!votes().constFirst().blind);
}

void TestVerdicts::selfNamingIsMaskedUntilTheVote()
{
    test::FakeProvider provider;
    provider.onModel(
        QStringLiteral("one"),
        QList<test::Script>{test::completion(
            {QStringLiteral("I'm Cla"), QStringLiteral("ude, made by Anth"), QStringLiteral("ropic.")})});
    provider.onModel(QStringLiteral("two"),
                     QList<test::Script>{test::completion({QStringLiteral("The sky is blue.")})});
    addAccount(provider);
    trigger("compare.blind");
    m_fixture->page().setLineUp({{{QStringLiteral("fake"), QStringLiteral("one")}},
                                 {{QStringLiteral("fake"), QStringLiteral("two")}}});
    send();
    QTRY_VERIFY(best(0)->isVisible());
    const QString both = lane(0)->answer() + lane(1)->answer();
    QVERIFY(both.contains(QStringLiteral("I'm %1, made by %1.").arg(kMaskedName.toString())));
    QVERIFY(both.contains(QStringLiteral("The sky is blue.")));
    trigger("compare.voteTie");
    QTRY_COMPARE(lane(0)->answer(), QStringLiteral("I'm Claude, made by Anthropic."));
    QCOMPARE(lane(1)->answer(), QStringLiteral("The sky is blue."));
}

void TestVerdicts::aBlindLaneIsNotSwappedOrRetried()
{
    trigger("compare.blind");
    ran();
    const int runs = m_fixture->runs();
    m_fixture->page().findChild<LaneStrip *>()->setCurrent(0);
    for (const char *action : {"compare.retryLane", "compare.removeLane", "compare.moveLaneRight"})
        trigger(action);
    QVERIFY(!m_fixture->page().hasRunningLanes());
    trigger("compare.lineUp");
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(lanes(), 3);
    QCOMPARE(m_fixture->runs(), runs);
    QCOMPARE(shownModels().constFirst(), QStringLiteral("Answer A"));
}

SWITCHYARD_TEST(TestVerdicts)
#include "tst_verdicts.moc"
