#include "ui/history/historypage.h"

#include "core/models/runlistmodel.h"
#include "core/storage/statement.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/history/rundelegate.h"
#include "ui/history/runpreview.h"
#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

using core::RunListModel;
using test::LedgerStory;
using ui::FlatButton;
using ui::HistoryPage;

namespace {

QDateTime utc(int day, int hour)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, 0), Qt::UTC);
}

LedgerStory::Request says(const char *target, const char *text)
{
    LedgerStory::Request request{QString::fromLatin1(target)};
    request.text = QString::fromUtf8(text);
    return request;
}

} // namespace

/// The page over a real ledger, in a window with its toasts.
class HistoryPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void runsAreListedNewestFirst();
    void wordsNarrowTheListAndAreMarked();
    void filtersNarrowTheList_data();
    void filtersNarrowTheList();
    void nothingFoundOffersTheWayOut();
    void anEmptyLedgerSaysWhatWillBeHere();
    void aChosenRunIsReadBesideTheList();
    void aLongAnswerIsReadFromItsBeginning();
    void enterReopensTheRunAsItWas();
    void aDeletedRunCanBeBroughtBack();
    void aDeletedRunGoesWhenItsToastEnds();
    void aDeletedRunGoesWithThePage();
    void anotherDeletionEndsTheOneBefore();
    void manyRunsAreRelabelledAtOnce();
    void aTaskOfOnesOwnCanBeGiven();
    void aRunIsCopiedAndExported();
    void aRunWithoutTextsSaysSo();
    void aRunIsShownFromElsewhere();
    void keysLeadThroughThePage();
    void aNewRunAppearsAndKeepsTheChoice();
    void statesAreSaidInWords();
    void onlySomeStatesAreShown();
    void aCostRangeNarrowsTheList();
    void twoDaysOfOnesOwnNarrowTheList();
    void filtersAreThereAgainAtTheNextStart();
    void runsAreChosenWithKeys();
    void manyRunsAreTaggedAndUntagged();
    void runsArePinnedAndUnpinned();
    void manyRunsAreDeletedAndBroughtBack();
    void manyRunsAreExportedIntoOneFile();
    void runsAreNotExportedOverTheLedger();
    void manyRunsAreExportedIntoAFolder();
    void aConversationIsOneEntry();
    void turnsAreReadOneAfterTheOther();
    void whatIsDoneToAConversationIsDoneToAllTurns();
    void conversationsAreImported();
    void aBrokenImportSaysWhere();
    void aLongFaultOfAnImportIsShownWhole();
    void exportedRunsAreImported();
    void closingStopsAnImportAndTellsOfIt();

private:
    void vote(qint64 run);
    void tellConversation();
    QList<qint64> pinnedRuns() const;
    void undo();
    QString importInto(const QByteArray &json, bool closed = false);
    void tellDays();
    void show();
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QListView *list() const { return child<QListView>("history.list"); }
    int rows() const { return list()->model()->rowCount(); }
    QStringList prompts() const;
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    ui::RunPreview *preview() const { return m_page->findChild<ui::RunPreview *>(); }
    QByteArray exported(int entry);
    qint64 runsInLedger() const;

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::MarkdownServices> m_markdown;
    ui::ModelColours m_colours;
    std::unique_ptr<QWidget> m_window;
    ui::ToastArea *m_toasts = nullptr;
    HistoryPage *m_page = nullptr;
    QList<qint64> m_runs;
};

void HistoryPageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
    m_actions = std::make_unique<ui::Actions>();
    m_markdown = std::make_unique<ui::MarkdownServices>();
    m_runs.clear();
}

void HistoryPageTest::cleanup()
{
    m_window.reset();
    m_markdown.reset();
    m_actions.reset();
    m_theme.reset();
    m_story.reset();
}

void HistoryPageTest::tellDays()
{
    LedgerStory::Request broken = says("dashscope/qwen-plus", "");
    broken.status = core::LaneStatus::Failed;
    broken.cost.reset();
    m_runs.append(m_story->tell(utc(2, 8), QStringLiteral("Explain the *ledger*"),
                                {says("openai/gpt-5-mini", "It counts **every** request.")},
                                QStringLiteral("reasoning")));
    m_runs.append(m_story->tell(utc(20, 8), QStringLiteral("Summarise apples"),
                                {says("openai/gpt-5-mini", "Apples are fruit."), broken}));
    m_runs.append(m_story->tell(utc(22, 8), QStringLiteral("Extract pears"),
                                {says("anthropic/sonnet", "Pears are fruit too.")},
                                QStringLiteral("extract")));
}

void HistoryPageTest::show()
{
    m_story->finish();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_toasts = new ui::ToastArea(*m_theme, m_window.get());
    m_page = new HistoryPage(m_story->reader, m_story->writer, m_story->settings, m_story->clock, *m_theme,
                             m_colours, *m_markdown, *m_actions, *m_toasts);
    auto *const column = new QVBoxLayout(m_window.get());
    column->addWidget(m_page);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(rows() > 0 || child<ui::EmptyState>("history.empty")->isVisible());
}

QStringList HistoryPageTest::prompts() const
{
    QStringList texts;
    for (int row = 0; row < rows(); ++row)
        texts.append(list()->model()->index(row, 0).data().toString());
    return texts;
}

qint64 HistoryPageTest::runsInLedger() const
{
    const auto count = test::await(m_story->ledger.database().read([](core::Connection &connection) {
        return connection.integer(QStringLiteral("SELECT count(*) FROM runs"));
    }));
    return count ? *count : -1;
}

void HistoryPageTest::runsAreListedNewestFirst()
{
    tellDays();
    show();
    QCOMPARE(prompts(),
             QStringList({QStringLiteral("Extract pears"), QStringLiteral("Summarise apples"),
                          QStringLiteral("Explain the *ledger*")}));
}

void HistoryPageTest::wordsNarrowTheListAndAreMarked()
{
    tellDays();
    show();
    auto *const search = child<ui::SearchField>("history.search");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("fruit apples"));
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Summarise apples")});
    auto *const delegate = m_page->findChild<ui::RunDelegate *>();
    QCOMPARE(delegate->hits(QStringLiteral("Apples are fruit.")),
             (QList<std::pair<int, int>>{{0, 6}, {11, 5}}));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(delegate->hits(QStringLiteral("Apples are fruit.")).isEmpty());
}

void HistoryPageTest::filtersNarrowTheList_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("found");
    const QString apples = QStringLiteral("Summarise apples");
    const QString pears = QStringLiteral("Extract pears");
    const QString ledger = QStringLiteral("Explain the *ledger*");
    QTest::newRow("a model") << QStringLiteral("history.model") << QStringLiteral("gpt-5-mini")
                             << QStringList{apples, ledger};
    QTest::newRow("an account") << QStringLiteral("history.account") << QStringLiteral("anthropic")
                                << QStringList{pears};
    QTest::newRow("a task") << QStringLiteral("history.task") << QStringLiteral("extract")
                            << QStringList{pears};
    QTest::newRow("no task") << QStringLiteral("history.task") << QStringLiteral("no task")
                             << QStringList{apples};
    QTest::newRow("a period") << QStringLiteral("history.period") << QStringLiteral("Last 7 days")
                              << QStringList{pears, apples};
    QTest::newRow("a verdict") << QStringLiteral("history.verdict") << QStringLiteral("Best chosen")
                               << QStringList{ledger};
    QTest::newRow("a tag") << QStringLiteral("history.tag") << QStringLiteral("project=x")
                           << QStringList{pears};
}

void HistoryPageTest::filtersNarrowTheList()
{
    QFETCH(QString, filter);
    QFETCH(QString, choice);
    tellDays();
    QVERIFY(
        test::await(m_story->writer.setTag({m_runs.at(2)}, QStringLiteral("project"), QStringLiteral("x"))));
    vote(m_runs.at(0));
    show();
    auto *const box = m_page->findChild<QComboBox *>(filter);
    QTRY_VERIFY(box->findText(choice) > 0);
    box->setCurrentIndex(box->findText(choice));
    QTRY_VERIFY(rows() < 3);
    QTEST(prompts(), "found");
    QTest::mouseClick(child<FlatButton>("history.clear"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!child<FlatButton>("history.clear")->isVisible());
}

void HistoryPageTest::nothingFoundOffersTheWayOut()
{
    tellDays();
    show();
    child<ui::SearchField>("history.search")->setText(QStringLiteral("bananas"));
    auto *const empty = child<ui::EmptyState>("history.empty");
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(empty->isHidden());
    QVERIFY(child<ui::SearchField>("history.search")->text().isEmpty());
}

void HistoryPageTest::anEmptyLedgerSaysWhatWillBeHere()
{
    show();
    auto *const empty = child<ui::EmptyState>("history.empty");
    QVERIFY(empty->isVisible());
    QSignalSpy compare(m_page, &HistoryPage::compareRequested);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(compare.count(), 1);
}

void HistoryPageTest::aChosenRunIsReadBesideTheList()
{
    tellDays();
    show();
    choose(1);
    QTRY_COMPARE(child<QLabel>("history.prompt")->text(), QStringLiteral("Summarise apples"));
    const QString shown = child<ui::MarkdownView>("history.answers")->markdown();
    QVERIFY2(shown.contains(QStringLiteral("### openai/gpt-5-mini")), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("Apples are fruit.")));
    QVERIFY(shown.contains(QStringLiteral("1,000 in, 200 out · $0.002")));
    QVERIFY(shown.contains(QStringLiteral("> rate limited: Requests rate limit exceeded")));
    QCOMPARE(child<ui::Pill>("history.runTask")->text(), QStringLiteral("no task"));
    list()->selectAll();
    QTRY_VERIFY(!child<QLabel>("history.prompt")->isVisible());
}

void HistoryPageTest::aLongAnswerIsReadFromItsBeginning()
{
    const QByteArray text = QByteArray("A paragraph of some length.\n\n").repeated(200);
    m_story->tell(utc(20, 8), QStringLiteral("Much"), {says("a/one", text.constData())});
    show();
    choose(0);
    const QScrollBar *const bar = child<ui::MarkdownView>("history.answers")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 1000);
    QCOMPARE(bar->value(), 0);
    m_window->resize(900, 500);
    m_theme->setZoom(1.2);
    QCOMPARE(bar->value(), 0);
}

void HistoryPageTest::enterReopensTheRunAsItWas()
{
    tellDays();
    show();
    QSignalSpy reopened(m_page, &HistoryPage::runReopened);
    choose(1);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_COMPARE(reopened.count(), 1);
    const auto run = reopened.takeFirst().first().value<core::RunRecord>();
    QCOMPARE(run.id, m_runs.at(1));
    QCOMPARE(run.lanes.size(), 2);
    QCOMPARE(run.lanes.first().latest.completion.text, QStringLiteral("Apples are fruit."));
    const QPoint third = list()->visualRect(list()->model()->index(2, 0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, third);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, third);
    QTRY_COMPARE(reopened.count(), 1);
    QTRY_COMPARE(preview()->run().id, m_runs.at(0));
    QTest::mouseClick(child<QPushButton>("history.reopen"), Qt::LeftButton);
    QCOMPARE(reopened.count(), 2);
}

void HistoryPageTest::aDeletedRunCanBeBroughtBack()
{
    tellDays();
    show();
    choose(1);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(rows(), 2);
    QVERIFY(m_toasts->isVisible());
    QCOMPARE(runsInLedger(), 3);
    undo();
    QTRY_COMPARE(rows(), 3);
    QTRY_COMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(runsInLedger(), 3);
}

void HistoryPageTest::aDeletedRunGoesWhenItsToastEnds()
{
    tellDays();
    show();
    choose(1);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(list()->currentIndex().row(), 1);
    m_toasts->hide();
    QTRY_COMPARE(runsInLedger(), 2);
    QCOMPARE(prompts(),
             QStringList({QStringLiteral("Extract pears"), QStringLiteral("Explain the *ledger*")}));
    const auto usage = test::await(m_story->reader.usage({}));
    QVERIFY(usage);
    QCOMPARE(usage->total.attempts, 4);
}

void HistoryPageTest::aDeletedRunGoesWithThePage()
{
    tellDays();
    show();
    choose(0);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    m_window.reset();
    QTRY_COMPARE(runsInLedger(), 2);
}

void HistoryPageTest::anotherDeletionEndsTheOneBefore()
{
    tellDays();
    show();
    list()->setFocus();
    choose(0);
    QTest::keyClick(list(), Qt::Key_Delete);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(rows(), 1);
    QTRY_COMPARE(runsInLedger(), 2);
    m_toasts->hide();
    QTRY_COMPARE(runsInLedger(), 1);
    QCOMPARE(prompts(), QStringList{QStringLiteral("Explain the *ledger*")});
}

void HistoryPageTest::manyRunsAreRelabelledAtOnce()
{
    tellDays();
    show();
    list()->selectAll();
    QTRY_VERIFY(!preview()->taskMenu()->isEmpty());
    QVERIFY(child<QWidget>("history.selection")->isVisible());
    QVERIFY(child<QLabel>("history.selected")->text().startsWith(QLatin1StringView("3 chosen")));
    child<FlatButton>("history.relabelMany")->menu()->actions().first()->trigger();
    QTRY_VERIFY(m_toasts->isVisible());
    const auto usage =
        test::await(m_story->reader.usage({{}, {}, QTimeZone::utc(), {QStringLiteral("task")}}));
    QVERIFY(usage);
    QCOMPARE(usage->rows.size(), 1);
    QCOMPARE(usage->rows.first().keys, QStringList{QStringLiteral("reasoning")});
    const auto *const runs = qobject_cast<RunListModel *>(list()->model());
    QTRY_COMPARE(runs->runAt(0).task, QStringLiteral("reasoning"));
    QCOMPARE(list()->selectionModel()->selectedRows().size(), 3);
}

void HistoryPageTest::aTaskOfOnesOwnCanBeGiven()
{
    tellDays();
    show();
    choose(0);
    m_actions->find(QStringLiteral("history.labelRun"))->trigger();
    auto *const dialog = child<QInputDialog>("history.askTask");
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("my task"));
    dialog->accept();
    QTRY_COMPARE(child<ui::Pill>("history.runTask")->text(), QStringLiteral("my task"));
}

/// What an entry of the export menu saves.
QByteArray HistoryPageTest::exported(int entry)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.out"));
    child<FlatButton>("history.export")->menu()->actions().at(entry)->trigger();
    auto *const dialog = m_page->findChild<QFileDialog *>();
    if (!dialog)
        return {};
    emit dialog->fileSelected(path);
    delete dialog;
    QFile file(path);
    return QTest::qWaitFor([&file] { return file.exists(); }) && file.open(QIODevice::ReadOnly)
        ? file.readAll()
        : QByteArray();
}

void HistoryPageTest::aRunIsCopiedAndExported()
{
    tellDays();
    show();
    choose(2);
    QTRY_COMPARE(preview()->run().id, m_runs.at(0));
    child<FlatButton>("history.export")->menu()->actions().first()->trigger();
    QTRY_VERIFY(
        QGuiApplication::clipboard()->text().contains(QStringLiteral("It counts **every** request.")));
    QVERIFY(exported(2).contains("It counts **every** request."));
    QVERIFY(exported(3).contains("<strong>every</strong>"));
    QVERIFY(exported(4).contains("It counts **every** request."));
    const QJsonObject json = QJsonDocument::fromJson(exported(5)).object();
    QCOMPARE(json.value(QStringLiteral("run_id")).toInteger(), m_runs.at(0));
    QVERIFY(m_toasts->message().contains(QStringLiteral("run.out")));
}

void HistoryPageTest::aRunWithoutTextsSaysSo()
{
    m_story->writer.setKeepTexts(false);
    m_story->tell(utc(20, 8), QStringLiteral("secret"), {says("a/one", "hidden")});
    show();
    QCOMPARE(prompts(), QStringList{QStringLiteral("Prompt not kept")});
    choose(0);
    QTRY_COMPARE(child<QLabel>("history.prompt")->text(), QStringLiteral("Prompt not kept"));
    QVERIFY(child<ui::MarkdownView>("history.answers")
                ->markdown()
                .contains(QStringLiteral("The ledger keeps no text of this run.")));
}

void HistoryPageTest::aRunIsShownFromElsewhere()
{
    tellDays();
    show();
    child<ui::SearchField>("history.search")->setText(QStringLiteral("pears"));
    QTRY_COMPARE(rows(), 1);
    m_page->showRun(m_runs.at(0));
    QTRY_COMPARE(preview()->run().id, m_runs.at(0));
    QTRY_COMPARE(list()->currentIndex().row(), 2);
}

void HistoryPageTest::keysLeadThroughThePage()
{
    tellDays();
    show();
    m_page->find();
    auto *const search = child<ui::SearchField>("history.search");
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_COMPARE(preview()->run().id, m_runs.at(1));
    QSignalSpy reopened(m_page, &HistoryPage::runReopened);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(reopened.count(), 1);
    QStringList reached;
    for (int step = 0; step < 30; ++step) {
        QWidget *const focus = QApplication::focusWidget();
        if (!focus || reached.contains(focus->objectName()))
            break;
        reached.append(focus->objectName());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char *const name :
         {"history.model", "history.account", "history.task", "history.period", "history.pinned",
          "history.more", "history.list", "history.reopen", "history.relabel", "history.tags",
          "history.export", "history.pin", "history.delete", "history.answers"})
        QVERIFY2(reached.contains(QLatin1StringView(name)), qPrintable(reached.join(QLatin1Char(' '))));
}

void HistoryPageTest::aNewRunAppearsAndKeepsTheChoice()
{
    tellDays();
    show();
    choose(0);
    QTRY_COMPARE(preview()->run().id, m_runs.at(2));
    m_story->tell(utc(22, 11), QStringLiteral("Newest"), {says("a/one", "x")});
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(prompts().first(), QStringLiteral("Newest"));
}

void HistoryPageTest::statesAreSaidInWords()
{
    tellDays();
    show();
    const auto *const runs = qobject_cast<RunListModel *>(list()->model());
    QCOMPARE(ui::RunDelegate::stateText(runs->runAt(1)), QStringLiteral("failed"));
    // What an HTTP error answered cost nothing.
    QCOMPARE(ui::RunDelegate::costText(runs->runAt(1)), QStringLiteral("$0.002"));
    QCOMPARE(ui::RunDelegate::stateText(runs->runAt(0)), QString());
    QCOMPARE(ui::RunDelegate::costText(runs->runAt(0)), QStringLiteral("$0.002"));
}

/// The person found the run's first lane best.
void HistoryPageTest::vote(qint64 run)
{
    m_story->finish();
    const auto voted = test::await(m_story->ledger.database().write([run](core::Connection &connection)
                                                                        -> core::Result<qint64> {
        const core::Result<qint64> vote =
            core::Statement(connection,
                            QStringLiteral("INSERT INTO votes (at, run_id, kind) VALUES (1, :run, 'best')"))
                .bind(":run", run)
                .insert();
        if (!vote)
            return vote;
        return core::Statement(connection,
                               QStringLiteral("INSERT INTO vote_lanes (vote_id, position, lane_id, account, "
                                              "model, won) SELECT :vote, 0, lane_id, account, model, 1 "
                                              "FROM lane_facts WHERE lane_id = (SELECT min(id) FROM lanes "
                                              "WHERE run_id = :run)"))
            .bind(":vote", *vote)
            .bind(":run", run)
            .insert();
    }));
    QVERIFY2(voted, voted ? "" : qPrintable(voted.error().message));
}

/// Three turns, the first of them m_runs.first().
void HistoryPageTest::tellConversation()
{
    m_runs.append(m_story->tell(utc(20, 9), QStringLiteral("What is a ledger?"), {says("a/one", "A book.")}));
    for (const char *const prompt : {"And a journal?", "And a diary?"}) {
        core::RunDraft draft;
        draft.prompt = QLatin1StringView(prompt);
        draft.turn = {m_runs.last(), m_runs.first()};
        draft.lanes.append({1, QStringLiteral("a"), QStringLiteral("one")});
        const auto ids = test::await(m_story->writer.beginRun(draft));
        QVERIFY(ids);
        m_story->settled = m_story->writer.settle(ids->attempts.first(),
                                                  LedgerStory::outcome(says("a/one", "Also a book.")));
        m_runs.append(ids->run);
    }
}

QList<qint64> HistoryPageTest::pinnedRuns() const
{
    QList<qint64> pinned;
    const auto runs = test::await(m_story->reader.searchRuns({.pinnedOnly = true}));
    for (const core::RunSummary &run : *runs)
        pinned.prepend(run.runId);
    return pinned;
}

void HistoryPageTest::undo()
{
    const auto buttons = m_toasts->findChildren<FlatButton *>();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [](const FlatButton *button) {
        return button->text() == QLatin1StringView("Undo");
    });
    QVERIFY(found != buttons.cend());
    QTest::mouseClick(*found, Qt::LeftButton);
}

void HistoryPageTest::onlySomeStatesAreShown()
{
    tellDays();
    show();
    const QList<QAction *> states = child<FlatButton>("history.status")->menu()->actions();
    states.first()->trigger();
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Summarise apples")});
    QCOMPARE(child<FlatButton>("history.status")->text(), QStringLiteral("Only errors"));
    QVERIFY(child<FlatButton>("history.status")->isVisible());
    for (QAction *const state : states) {
        if (state->isCheckable())
            state->setChecked(state->text() == QLatin1StringView("complete"));
    }
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(child<FlatButton>("history.status")->text(), QStringLiteral("complete"));
}

void HistoryPageTest::aCostRangeNarrowsTheList()
{
    LedgerStory::Request dear = says("a/dear", "x");
    dear.cost = core::Money::fromDecimal(u"1.5");
    tellDays();
    m_story->tell(utc(22, 9), QStringLiteral("Dear"), {dear});
    show();
    child<QLineEdit>("history.minCost")->setText(QStringLiteral("0,5"));
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Dear")});
    child<QLineEdit>("history.minCost")->clear();
    child<QLineEdit>("history.maxCost")->setText(QStringLiteral("1"));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!prompts().contains(QStringLiteral("Dear")));
}

void HistoryPageTest::twoDaysOfOnesOwnNarrowTheList()
{
    tellDays();
    show();
    auto *const period = child<QComboBox>("history.period");
    QVERIFY(!child<QDateEdit>("history.from")->isVisible());
    period->setCurrentIndex(period->count() - 1);
    QVERIFY(child<QDateEdit>("history.from")->isVisible());
    child<QDateEdit>("history.from")->setDate(QDate(2026, 11, 1));
    child<QDateEdit>("history.to")->setDate(QDate(2026, 11, 3));
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Explain the *ledger*")});
}

void HistoryPageTest::filtersAreThereAgainAtTheNextStart()
{
    tellDays();
    QVERIFY(
        test::await(m_story->writer.setTag({m_runs.at(2)}, QStringLiteral("project"), QStringLiteral("x"))));
    show();
    child<ui::SearchField>("history.search")->setText(QStringLiteral("fruit"));
    QTRY_COMPARE(rows(), 2);
    auto *const tag = child<QComboBox>("history.tag");
    QTRY_VERIFY(tag->findText(QStringLiteral("project=x")) > 0);
    tag->setCurrentIndex(tag->findText(QStringLiteral("project=x")));
    child<FlatButton>("history.status")->menu()->actions().at(2)->setChecked(true);
    QTRY_COMPARE(rows(), 1);
    m_window.reset();
    m_actions = std::make_unique<ui::Actions>();
    show();
    QCOMPARE(prompts(), QStringList{QStringLiteral("Extract pears")});
    QCOMPARE(child<ui::SearchField>("history.search")->text(), QStringLiteral("fruit"));
    QCOMPARE(child<QComboBox>("history.tag")->currentText(), QStringLiteral("project=x"));
    QCOMPARE(child<FlatButton>("history.status")->text(), QStringLiteral("complete"));
    QTest::mouseClick(child<FlatButton>("history.clear"), Qt::LeftButton);
    child<ui::SearchField>("history.search")->clear();
    QTRY_COMPARE(rows(), 3);
}

void HistoryPageTest::runsAreChosenWithKeys()
{
    tellDays();
    show();
    list()->setFocus();
    choose(0);
    QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(list(), Qt::Key_Space);
    QCOMPARE(list()->selectionModel()->selectedRows().size(), 2);
    QVERIFY(child<QWidget>("history.selection")->isVisible());
    QTest::keyClick(list(), Qt::Key_Space);
    QCOMPARE(list()->selectionModel()->selectedRows().size(), 1);
    QVERIFY(!child<QWidget>("history.selection")->isVisible());
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(list()->selectionModel()->selectedRows().size(), 3);
    QTest::mouseClick(child<FlatButton>("history.chooseNone"), Qt::LeftButton);
    QVERIFY(!list()->selectionModel()->hasSelection());
    QVERIFY(!child<QWidget>("history.selection")->isVisible());
}

void HistoryPageTest::manyRunsAreTaggedAndUntagged()
{
    tellDays();
    show();
    list()->setFocus();
    list()->selectAll();
    m_actions->find(QStringLiteral("history.tagRun"))->trigger();
    auto *const dialog = child<QInputDialog>("history.askTag");
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral(" project = apples & pears "));
    dialog->accept();
    const auto tags = [this] { return *test::await(m_story->reader.tags()); };
    QTRY_COMPARE(tags(),
                 (QList<core::TagUse>{{QStringLiteral("project"), QStringLiteral("apples & pears"), 3}}));
    QMenu *const menu = child<FlatButton>("history.tagMany")->menu();
    const auto removal = [menu] {
        const QList<QAction *> actions = menu->actions();
        return actions.last()->text() == QStringLiteral("Remove “project”") ? actions.last() : nullptr;
    };
    QTRY_VERIFY(removal());
    removal()->trigger();
    QTRY_VERIFY(tags().isEmpty());
}

void HistoryPageTest::runsArePinnedAndUnpinned()
{
    tellDays();
    show();
    choose(1);
    QTRY_COMPARE(preview()->run().id, m_runs.at(1));
    QTest::mouseClick(child<FlatButton>("history.pin"), Qt::LeftButton);
    QTRY_COMPARE(pinnedRuns(), QList<qint64>{m_runs.at(1)});
    QTest::mouseClick(child<FlatButton>("history.pinned"), Qt::LeftButton);
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Summarise apples")});
    QTest::mouseClick(child<FlatButton>("history.pinned"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    list()->setFocus();
    list()->selectAll();
    m_actions->find(QStringLiteral("history.pinRun"))->trigger();
    QTRY_COMPARE(pinnedRuns(), m_runs);
    QTRY_COMPARE(child<FlatButton>("history.pinMany")->text(), QStringLiteral("Unpin"));
    QTest::mouseClick(child<FlatButton>("history.pinMany"), Qt::LeftButton);
    QTRY_VERIFY(pinnedRuns().isEmpty());
}

void HistoryPageTest::manyRunsAreDeletedAndBroughtBack()
{
    tellDays();
    show();
    list()->setFocus();
    choose(0);
    list()->selectionModel()->select(list()->model()->index(1, 0), QItemSelectionModel::Select);
    QTest::mouseClick(child<FlatButton>("history.deleteMany"), Qt::LeftButton);
    QCOMPARE(prompts(), QStringList{QStringLiteral("Explain the *ledger*")});
    QVERIFY(m_toasts->message().startsWith(QLatin1StringView("2 runs deleted")));
    QCOMPARE(runsInLedger(), 3);
    undo();
    QTRY_COMPARE(rows(), 3);
    list()->selectAll();
    QTest::mouseClick(child<FlatButton>("history.deleteMany"), Qt::LeftButton);
    QCOMPARE(rows(), 0);
    m_toasts->hide();
    QTRY_COMPARE(runsInLedger(), 0);
    QCOMPARE(test::await(m_story->reader.usage({}))->total.attempts, 4);
}

void HistoryPageTest::manyRunsAreExportedIntoOneFile()
{
    tellDays();
    show();
    list()->selectAll();
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("all.json"));
    QMenu *const menu = child<FlatButton>("history.exportMany")->menu();
    menu->actions().at(5)->trigger();
    auto *const dialog = child<QFileDialog>("history.exportFile");
    QVERIFY(dialog);
    emit dialog->fileSelected(path);
    delete dialog;
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()[u"runs"].toArray().size(), 3);
    QTRY_VERIFY(m_toasts->message().contains(QStringLiteral("all.json")));
}

void HistoryPageTest::runsAreNotExportedOverTheLedger()
{
    tellDays();
    show();
    list()->selectAll();
    child<FlatButton>("history.exportMany")->menu()->actions().at(5)->trigger();
    auto *const dialog = child<QFileDialog>("history.exportFile");
    QVERIFY(dialog);
    emit dialog->fileSelected(m_story->ledger.filePath());
    delete dialog;
    QTRY_VERIFY(m_toasts->message().contains(QStringLiteral("could not be saved")));
    QFile file(m_story->ledger.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("SQLite format 3"));
}

void HistoryPageTest::manyRunsAreExportedIntoAFolder()
{
    tellDays();
    show();
    list()->selectAll();
    QTemporaryDir folder;
    child<FlatButton>("history.exportMany")->menu()->actions().at(7)->trigger();
    auto *const dialog = child<QFileDialog>("history.exportFolder");
    QVERIFY(dialog);
    emit dialog->fileSelected(folder.path());
    delete dialog;
    QTRY_VERIFY(m_toasts->message().startsWith(QLatin1StringView("3 files saved")));
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.md")}, QDir::Files).size(), 3);
}

void HistoryPageTest::aConversationIsOneEntry()
{
    tellConversation();
    m_story->tell(utc(21, 9), QStringLiteral("Alone"), {says("a/one", "x")});
    show();
    QCOMPARE(prompts(), QStringList({QStringLiteral("And a diary?"), QStringLiteral("Alone")}));
    const auto *const runs = qobject_cast<RunListModel *>(list()->model());
    QCOMPARE(runs->runAt(0).turns, 3);
    QCOMPARE(runs->runAt(0).cost, core::Money::fromDecimal(u"0.006"));
    child<ui::SearchField>("history.search")->setText(QStringLiteral("book"));
    QTRY_COMPARE(prompts(),
                 QStringList({QStringLiteral("And a diary?"), QStringLiteral("And a journal?"),
                              QStringLiteral("What is a ledger?")}));
    QCOMPARE(runs->runAt(1).turn, 2);
}

void HistoryPageTest::turnsAreReadOneAfterTheOther()
{
    tellConversation();
    show();
    choose(0);
    auto *const turn = child<QWidget>("history.turn");
    QTRY_VERIFY(turn->isVisible());
    QVERIFY(!child<FlatButton>("history.later")->isEnabled());
    QTest::mouseClick(child<FlatButton>("history.earlier"), Qt::LeftButton);
    QTRY_COMPARE(preview()->run().id, m_runs.at(1));
    QTRY_VERIFY(child<FlatButton>("history.later")->isEnabled());
    QSignalSpy reopened(m_page, &HistoryPage::runReopened);
    QTest::mouseClick(child<QPushButton>("history.reopen"), Qt::LeftButton);
    QCOMPARE(reopened.count(), 1);
    QCOMPARE(reopened.first().first().value<core::RunRecord>().id, m_runs.at(1));
}

void HistoryPageTest::whatIsDoneToAConversationIsDoneToAllTurns()
{
    tellConversation();
    m_story->tell(utc(21, 9), QStringLiteral("Alone"), {says("a/one", "x")});
    show();
    list()->setFocus();
    choose(0);
    m_actions->find(QStringLiteral("history.pinRun"))->trigger();
    QTRY_COMPARE(pinnedRuns(), m_runs);
    list()->selectAll();
    QCOMPARE(child<QLabel>("history.selected")->text(), QStringLiteral("2 chosen, 4 turns · $0.008"));
    choose(0);
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE(prompts(), QStringList{QStringLiteral("Alone")});
    m_toasts->hide();
    QTRY_COMPARE(runsInLedger(), 1);
}

/// What the dialog says in the end, even if it is `closed` at once.
QString HistoryPageTest::importInto(const QByteArray &json, bool closed)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("conversations.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return {};
    file.close();
    m_page->importFiles({file.fileName()});
    auto *const dialog = child<QDialog>("history.importDialog");
    if (closed)
        dialog->close();
    auto *const message = dialog->findChild<ui::MessagePanel *>();
    QStringList texts;
    if (QTest::qWaitFor([message] { return message->isVisible(); })) {
        const QList<QLabel *> labels = message->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

void HistoryPageTest::conversationsAreImported()
{
    tellDays();
    show();
    const QString said = importInto(R"([{"conversation_id": "c", "title": "A talk", "create_time": 1600000000,
        "gizmo_id": "g", "mapping": {
        "u": {"parent": null, "children": ["a"], "message": {"author": {"role": "user"},
              "content": {"content_type": "text", "parts": ["What is a comet?"]}}},
        "a": {"parent": "u", "children": [], "message": {"author": {"role": "assistant"},
              "content": {"content_type": "text", "parts": ["A ball of ice."]}}}}}])");
    QVERIFY2(said.contains(QLatin1StringView("1 conversations imported")), qPrintable(said));
    auto *const losses = child<QTreeWidget>("history.importLosses");
    QCOMPARE(losses->topLevelItemCount(), 1);
    QVERIFY(losses->topLevelItem(0)->text(0).contains(QStringLiteral("gizmo_id")));
    child<QDialog>("history.importDialog")->close();
    QTRY_COMPARE(rows(), 4);
    // It is as old as it says.
    QCOMPARE(prompts().last(), QStringLiteral("What is a comet?"));
    const auto *const runs = qobject_cast<RunListModel *>(list()->model());
    QVERIFY(runs->runAt(3).imported);
    QCOMPARE(ui::RunDelegate::costText(runs->runAt(3)), QString());
    QCOMPARE(test::await(m_story->reader.usage({}))->total.attempts, 4);
}

void HistoryPageTest::aBrokenImportSaysWhere()
{
    tellDays();
    show();
    const QString said = importInto("[{\"mapping\": {}},\n {\"mapp");
    QVERIFY2(said.contains(QLatin1StringView("nothing was imported"))
                 && said.contains(QLatin1StringView("conversations.json: Line 2, column ")),
             qPrintable(said));
    QCOMPARE(runsInLedger(), 3);
}

void HistoryPageTest::aLongFaultOfAnImportIsShownWhole()
{
    tellDays();
    show();
    const QString said = importInto(R"([{"x": 1}])");
    QVERIFY2(said.contains(QLatin1StringView("Open WebUI")), qPrintable(said));
    const auto *const message = child<QDialog>("history.importDialog")->findChild<ui::MessagePanel *>();
    const QList<QLabel *> labels = message->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

void HistoryPageTest::exportedRunsAreImported()
{
    tellDays();
    show();
    const QString said = importInto(R"({"run_id": 5, "at": "2020-09-13T12:00:00.000Z",
        "prompt": "What is a moon?",
        "lanes": [{"account": "a", "model": "m", "status": "complete", "text": "A rock."}]})");
    QVERIFY2(said.contains(QLatin1StringView("1 conversations imported")), qPrintable(said));
    child<QDialog>("history.importDialog")->close();
    QTRY_COMPARE(rows(), 4);
    QVERIFY(prompts().contains(QStringLiteral("What is a moon?")));
}

void HistoryPageTest::closingStopsAnImportAndTellsOfIt()
{
    tellDays();
    show();
    const QString said = importInto("[]", true);
    QVERIFY2(said.contains(QLatin1StringView("Stopped after 0 conversations")), qPrintable(said));
    child<QDialog>("history.importDialog")->close();
    QTRY_VERIFY(!child<QDialog>("history.importDialog"));
    QCOMPARE(runsInLedger(), 3);
}

SWITCHYARD_TEST(HistoryPageTest)

#include "tst_historypage.moc"
