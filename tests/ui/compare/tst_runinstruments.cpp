#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/compare/recordings.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/raceclockwindow.h"
#include "ui/compare/racetrack.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toastarea.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace ui;

/// The instruments behind the lanes, over the page, the ledger and the simulator.
class TestRunInstruments : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theRequestAndTheResponseAreOneKeyAway();
    void formsChangeWhatIsShownAndCopied();
    void aFailedLaneShowsTheErrorsBody();
    void aRunningLaneShowsItsRequestAlready();
    void aLaneNothingIsKnownOfSaysWhy();
    void aReopenedRunIsThereWhenItWasKept();
    void aReplayShowsTheAnswerAndWritesNothing();
    void aRecordingIsSavedAndOpenedAgain();
    void aBrokenRecordingIsRefusedInOneSentence();
    void programsAreCopiedFromEveryKindOfLane();
    void theLanesMenuOffersTheInstruments();
    void aCrossCheckAddsALaneAndComparesWhenBothAreDone();
    void aCrossCheckOfALaneNotAskedWaitsForTheNextRun();
    void theRaceClockRunsAndIsReadByKeyboard();
    void preconnectingIsRemembered();
    void aBlindRunTellsNothing();
    void windowsCloseWithEscape();
    void everyControlHasANameForAssistiveTechnology();

private:
    void lineUp(const QList<const char *> &models);
    void send(const QString &prompt = kPrompt);
    bool settled()
    {
        return QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, kPatience);
    }
    void trigger(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->page().findChild<T *>(QString::fromUtf8(name));
    }
    LaneView *lane(int index) const { return lanes()->lane(index); }
    LaneStrip *lanes() const;
    QWidget *window(const char *name) const;
    QString toast() const { return m_fixture->page().findChild<ToastArea *>()->message(); }
    void addTwin();
    qint64 attempts() const;

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestRunInstruments::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestRunInstruments::cleanup()
{
    m_fixture.reset();
}

void TestRunInstruments::lineUp(const QList<const char *> &models)
{
    QList<Target> targets;
    for (const char *model : models)
        targets.append(CompareFixture::demo(model));
    m_fixture->page().setLineUp(targets);
}

void TestRunInstruments::send(const QString &prompt)
{
    m_fixture->page().setPrompt(prompt, false);
    trigger("compare.send");
}

LaneStrip *TestRunInstruments::lanes() const
{
    for (LaneStrip *const strip : m_fixture->page().findChildren<LaneStrip *>()) {
        if (strip->window() == &m_fixture->page())
            return strip;
    }
    return nullptr;
}

/// One of the instruments' windows once it is shown; null when it does not come.
QWidget *TestRunInstruments::window(const char *name) const
{
    QWidget *found = nullptr;
    const bool shown = QTest::qWaitFor([this, name, &found] {
        found = m_fixture->page().findChild<QWidget *>(QString::fromUtf8(name));
        return found && found->isVisible();
    });
    return shown ? found : nullptr;
}

/// A second account over the simulator that has the same models.
void TestRunInstruments::addTwin()
{
    Account twin;
    twin.name = QStringLiteral("twin");
    twin.baseUrl = m_fixture->services().accounts().find(QString(kDemoAccountName))->baseUrl;
    QFuture<Result<Account>> added = m_fixture->services().accounts().add(twin);
    QVERIFY(QTest::qWaitFor([&added] { return added.isFinished(); }));
    QVERIFY(added.result());
    QFuture<Result<void>> typed =
        m_fixture->services().modelLists().addTyped(added.result()->id, QStringLiteral("swift"));
    QVERIFY(QTest::qWaitFor([&typed] { return typed.isFinished(); }));
}

qint64 TestRunInstruments::attempts() const
{
    QFuture<Result<QList<AttemptRecord>>> found = m_fixture->services().ledgerReader().attempts({});
    if (!QTest::qWaitFor([&found] { return found.isFinished(); }) || !found.result())
        return -1;
    return found.result()->size();
}

void TestRunInstruments::theRequestAndTheResponseAreOneKeyAway()
{
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    lanes()->focusCurrent();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window("inspector"));
    QTRY_VERIFY(part<QPlainTextEdit>("requestText")->toPlainText().contains(kPrompt));
    const QString request = part<QPlainTextEdit>("requestText")->toPlainText();
    QVERIFY(request.startsWith(QStringLiteral("POST http://127.0.0.1")));
    QVERIFY(request.contains(QStringLiteral("\"model\": \"swift\"")));
    const QString response = part<QPlainTextEdit>("responseText")->toPlainText();
    QVERIFY(response.startsWith(QStringLiteral("Status 200")));
    QVERIFY(response.contains(QStringLiteral("data: [DONE]")));
    QVERIFY(response.contains(QRegularExpression(QStringLiteral("\\d ms   \\+\\d"))));
    QVERIFY(part<ThemedLabel>("responseSize")->text().contains(QStringLiteral("bytes")));
}

void TestRunInstruments::formsChangeWhatIsShownAndCopied()
{
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    trigger("compare.inspect");
    QVERIFY(window("inspector"));
    QTRY_VERIFY(part<QPlainTextEdit>("responseText")->toPlainText().contains(QStringLiteral("[DONE]")));
    part<SegmentedControl>("requestForm")->setCurrent(1);
    QVERIFY(part<QPlainTextEdit>("requestText")
                ->toPlainText()
                .contains(QStringLiteral("{\"messages\":[{\"content\":\"") + kPrompt));
    part<SegmentedControl>("responseForm")->setCurrent(1);
    QVERIFY(!part<QPlainTextEdit>("responseText")
                 ->toPlainText()
                 .contains(QRegularExpression(QStringLiteral("\\d ms   \\+\\d"))));
    part<QAbstractButton>("requestCopy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("{\"messages\":[")));
    part<QAbstractButton>("responseCopy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("data:")));
}

void TestRunInstruments::aFailedLaneShowsTheErrorsBody()
{
    lineUp({"fault-401"});
    send();
    QVERIFY(settled());
    trigger("compare.inspect");
    QVERIFY(window("inspector"));
    QTRY_VERIFY(part<QPlainTextEdit>("responseText")->toPlainText().startsWith(QStringLiteral("Status 401")));
    QVERIFY(part<QPlainTextEdit>("responseText")->toPlainText().contains(QStringLiteral("\"error\"")));
}

void TestRunInstruments::aRunningLaneShowsItsRequestAlready()
{
    lineUp({"scholar"});
    send();
    // Past the status line, which comes before any word.
    QTRY_VERIFY_WITH_TIMEOUT(lane(0)->texts().state == QStringLiteral("thinking")
                                 || lane(0)->texts().state == QStringLiteral("streaming"),
                             kPatience);
    trigger("compare.inspect");
    QVERIFY(window("inspector"));
    QTRY_VERIFY(part<QPlainTextEdit>("requestText")->toPlainText().contains(kPrompt));
    QVERIFY(part<QPlainTextEdit>("responseText")->toPlainText().contains(QStringLiteral("under way")));
    trigger("compare.stop");
    QVERIFY(settled());
    // The window follows: the answer so far is there without asking again.
    QTRY_VERIFY(part<QPlainTextEdit>("responseText")->toPlainText().startsWith(QStringLiteral("Status 200")));
}

void TestRunInstruments::aLaneNothingIsKnownOfSaysWhy()
{
    lineUp({"swift"});
    trigger("compare.inspect");
    QWidget *const inspector = window("inspector");
    QVERIFY(inspector);
    QVERIFY(!part<QPlainTextEdit>("requestText")->isVisible());
    bool said = false;
    for (const ThemedLabel *const label : inspector->findChildren<ThemedLabel *>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("Keep raw streams")));
    QVERIFY(said);
    trigger("compare.replay");
    QCOMPARE(toast(), QStringLiteral("There is no recording to replay."));
}

void TestRunInstruments::aReopenedRunIsThereWhenItWasKept()
{
    m_fixture->services().settings().set(settings::kKeepRawStreams, true);
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    Recordings later(m_fixture->services().database());
    QFuture<Result<QList<AttemptRecording>>> found = later.ofLanes({run.lanes.constFirst().laneId});
    QVERIFY(QTest::qWaitFor([&found] { return found.isFinished(); }));
    QVERIFY(found.result());
    QCOMPARE(found.result()->size(), 1);
    m_fixture->page().showRun(run);
    trigger("compare.inspect");
    QVERIFY(window("inspector"));
    QTRY_VERIFY(part<QPlainTextEdit>("requestText")->toPlainText().contains(kPrompt));
}

void TestRunInstruments::aReplayShowsTheAnswerAndWritesNothing()
{
    lineUp({"swift", "thinker"});
    send();
    QVERIFY(settled());
    const qint64 before = attempts();
    trigger("compare.replay");
    QWidget *const replay = window("replay");
    QVERIFY(replay);
    auto *const speed = part<SegmentedControl>("replaySpeed");
    speed->setCurrent(2);
    LaneStrip *const strip = replay->findChild<LaneStrip *>();
    QCOMPARE(strip->count(), 2);
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(strip->lane(i)->texts().state, QStringLiteral("complete"), kPatience);
        QCOMPARE(strip->lane(i)->answer(), lane(i)->answer());
        QCOMPARE(strip->lane(i)->texts().firstToken, lane(i)->texts().firstToken);
        QCOMPARE(strip->lane(i)->texts().account, QStringLiteral("demo, replay"));
        QCOMPARE(strip->lane(i)->texts().costNote, QStringLiteral("nothing is sent"));
        QVERIFY(!strip->lane(i)->texts().actions.contains(LaneAction::Retry));
    }
    QCOMPARE(attempts(), before);
    QCOMPARE(m_fixture->runs(), 1);
}

void TestRunInstruments::aRecordingIsSavedAndOpenedAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("case.json"));
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    trigger("compare.saveRecording");
    QTRY_VERIFY(part<QFileDialog>("saveText"));
    emit part<QFileDialog>("saveText")->fileSelected(path);
    part<QFileDialog>("saveText")->close();
    QVERIFY(toast().contains(QStringLiteral("case.json")));
    const QString answer = lane(0)->answer();
    lineUp({"thrifty"});
    trigger("compare.openRecording");
    QTRY_VERIFY(part<QFileDialog>("openRecording"));
    emit part<QFileDialog>("openRecording")->fileSelected(path);
    part<QFileDialog>("openRecording")->close();
    QWidget *const replay = window("replay");
    QVERIFY(replay);
    part<SegmentedControl>("replaySpeed")->setCurrent(2);
    LaneStrip *const strip = replay->findChild<LaneStrip *>();
    QTRY_COMPARE_WITH_TIMEOUT(strip->lane(0)->texts().state, QStringLiteral("complete"), kPatience);
    QCOMPARE(strip->lane(0)->answer(), answer);
    QVERIFY(replay->windowTitle().contains(QStringLiteral("case.json")));
}

void TestRunInstruments::aBrokenRecordingIsRefusedInOneSentence()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"something\"}");
    file.close();
    trigger("compare.openRecording");
    QTRY_VERIFY(part<QFileDialog>("openRecording"));
    emit part<QFileDialog>("openRecording")->fileSelected(file.fileName());
    part<QFileDialog>("openRecording")->close();
    QTRY_VERIFY2(toast().startsWith(QStringLiteral("broken.json: The file is not a recording")),
                 qPrintable(toast()));
    QVERIFY(!part<QWidget>("replay"));
}

void TestRunInstruments::programsAreCopiedFromEveryKindOfLane()
{
    lineUp({"swift"});
    trigger("compare.copyPython");
    QVERIFY(toast().contains(QStringLiteral("Write a prompt first")));
    m_fixture->page().setPrompt(kPrompt, false);
    const auto copied = [this](const char *action) {
        QGuiApplication::clipboard()->clear();
        trigger(action);
        [[maybe_unused]] const bool came =
            QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); });
        return QGuiApplication::clipboard()->text();
    };
    const QString idle = copied("compare.copyPython");
    QVERIFY(idle.contains(QStringLiteral("from openai import OpenAI")));
    QVERIFY(idle.contains(kPrompt));
    trigger("compare.send");
    QVERIFY(settled());
    QCOMPARE(copied("compare.copyPython"), idle);
    QVERIFY(copied("compare.copyJavaScript").contains(QStringLiteral("import OpenAI from \"openai\"")));
    QVERIFY(copied("compare.copyCurl").startsWith(QStringLiteral("curl ")));
    m_fixture->page().showRun(m_fixture->run(m_fixture->newestRun()));
    QCOMPARE(copied("compare.copyPython"), idle);
}

void TestRunInstruments::theLanesMenuOffersTheInstruments()
{
    addTwin();
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    trigger("compare.laneMenu");
    auto *const menu = part<QMenu>("laneMenu");
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *const action : menu->actions())
        texts += action->text();
    for (const char *text : {"Request and response", "Replay", "Race clock", "Copy as code",
                             "Cross-check through another account"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    QCOMPARE(part<QMenu>("copyAsCode")->actions().size(), 3);
    QCOMPARE(part<QMenu>("crossCheckThrough")->actions().constFirst()->text(), QStringLiteral("twin/swift"));
    menu->close();
}

void TestRunInstruments::aCrossCheckAddsALaneAndComparesWhenBothAreDone()
{
    addTwin();
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    trigger("compare.laneMenu");
    QMenu *const menu = part<QMenu>("laneMenu");
    part<QMenu>("crossCheckThrough")->actions().constFirst()->trigger();
    menu->close();
    QTRY_COMPARE(lanes()->count(), 2);
    QVERIFY(settled());
    QVERIFY(window("crossCheck"));
    QVERIFY(part<ThemedLabel>("crossVerdict")->text().contains(QStringLiteral("same")));
    QTRY_COMPARE(m_fixture->run(m_fixture->newestRun()).lanes.size(), 2);
    const RunRecord run = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(run.lanes.at(1).latest.accountName, QStringLiteral("twin"));
    QCOMPARE(run.lanes.at(1).latest.completion.text, run.lanes.at(0).latest.completion.text);
    QStringList cells;
    for (const ThemedLabel *const cell : part<QWidget>("crossTable")->findChildren<ThemedLabel *>())
        cells += cell->text();
    QVERIFY(cells.contains(QStringLiteral("twin")));
    QVERIFY(cells.contains(QStringLiteral("Input tokens")));
    QVERIFY(cells.contains(QStringLiteral("× 1.00")));
}

void TestRunInstruments::aCrossCheckOfALaneNotAskedWaitsForTheNextRun()
{
    addTwin();
    lineUp({"swift"});
    trigger("compare.laneMenu");
    QMenu *const menu = part<QMenu>("laneMenu");
    part<QMenu>("crossCheckThrough")->actions().constFirst()->trigger();
    menu->close();
    QCOMPARE(lanes()->count(), 2);
    QVERIFY(!part<QWidget>("crossCheck"));
    send();
    QVERIFY(settled());
    QVERIFY(window("crossCheck"));
}

void TestRunInstruments::theRaceClockRunsAndIsReadByKeyboard()
{
    lineUp({"swift", "scholar"});
    send();
    trigger("compare.raceClock");
    QVERIFY(window("raceClock"));
    auto *const track = part<RaceTrack>("raceTrack");
    QTRY_COMPARE_WITH_TIMEOUT(track->lanes().size(), 2, kPatience);
    const double early = track->lanes().at(1).endMs();
    QTRY_VERIFY_WITH_TIMEOUT(track->lanes().at(1).endMs() > early, kPatience);
    QVERIFY(settled());
    QTRY_COMPARE_WITH_TIMEOUT(track->lanes().at(1).status, LaneStatus::Complete, kPatience);
    track->setFocus(Qt::TabFocusReason);
    QTest::keyClick(track, Qt::Key_End);
    QVERIFY2(track->description().startsWith(QStringLiteral("swift of demo: text, ")),
             qPrintable(track->description()));
    QCOMPARE(part<ThemedLabel>("raceWords")->text(), track->description());
    QTest::keyClick(track, Qt::Key_Down);
    QVERIFY(track->description().startsWith(QStringLiteral("scholar of demo")));
    const QString at = track->description();
    QTest::keyClick(track, Qt::Key_Down);
    QCOMPARE(track->description(), at);
    QTest::keyClick(track, Qt::Key_Home);
    QVERIFY(track->description() != at);
    QTRY_VERIFY(track->lanes().at(0).own.has_value());
}

void TestRunInstruments::preconnectingIsRemembered()
{
    trigger("compare.raceClock");
    QVERIFY(window("raceClock"));
    auto *const choice = part<QCheckBox>("racePreconnect");
    QVERIFY(!choice->isChecked());
    choice->click();
    QVERIFY(m_fixture->services().settings().get(settings::kPreconnect));
    lineUp({"swift", "thrifty"});
    send();
    QVERIFY(settled());
    auto *const track = part<RaceTrack>("raceTrack");
    QTRY_COMPARE(track->lanes().size(), 2);
    QTRY_VERIFY(track->lanes().at(0).warm && track->lanes().at(1).warm);
}

void TestRunInstruments::aBlindRunTellsNothing()
{
    lineUp({"swift", "thrifty"});
    trigger("compare.blind");
    send();
    QVERIFY(settled());
    for (const char *action :
         {"compare.inspect", "compare.replay", "compare.copyPython", "compare.raceClock"})
        trigger(action);
    QVERIFY(toast().contains(QStringLiteral("after the vote")));
    for (const char *name : {"inspector", "replay", "raceClock"})
        QVERIFY2(!part<QWidget>(name), name);
}

void TestRunInstruments::windowsCloseWithEscape()
{
    trigger("compare.raceClock");
    QWidget *const race = window("raceClock");
    QVERIFY(race);
    QTest::keyClick(race, Qt::Key_Escape);
    QVERIFY(!race->isVisible());
}

void TestRunInstruments::everyControlHasANameForAssistiveTechnology()
{
    lineUp({"swift"});
    send();
    QVERIFY(settled());
    for (const char *action : {"compare.inspect", "compare.replay", "compare.raceClock"})
        trigger(action);
    for (const char *name : {"inspector", "replay", "raceClock"}) {
        QWidget *const shown = window(name);
        QVERIFY2(shown, name);
        QVERIFY(!shown->accessibleName().isEmpty());
        for (const QAbstractButton *const button : shown->findChildren<QAbstractButton *>()) {
            if (!button->isVisibleTo(shown)) // such as the arrows of a row of tabs that fits
                continue;
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
        for (const QPlainTextEdit *const text : shown->findChildren<QPlainTextEdit *>())
            QVERIFY(!text->accessibleName().isEmpty());
    }
}

SWITCHYARD_TEST(TestRunInstruments)
#include "tst_runinstruments.moc"
