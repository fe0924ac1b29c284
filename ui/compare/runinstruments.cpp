#include "ui/compare/runinstruments.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/compare/crosscheck.h"
#include "core/compare/recordings.h"
#include "core/compare/runestimate.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/compare/crosscheckwindow.h"
#include "ui/compare/inspectorwindow.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/racetrack.h"
#include "ui/compare/replaywindow.h"
#include "ui/compare/runsession.h"
#include "ui/widgets/savetext.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

using namespace std::chrono_literals;
using core::CodeLanguage;

namespace ui {

namespace {

constexpr auto kRaceTick = 100ms;
/// A recording of eight lanes at the most each may keep, as base64.
constexpr qint64 kLargestFile = 512LL * 1024 * 1024;
constexpr qsizetype kMostDelays = 100'000;

using Attempts = core::Result<QList<core::AttemptRecording>>;

/// Its errors are sentences that name the file.
Attempts readRecordings(const QString &path)
{
    const auto fault = [](const QString &sentence) {
        return core::Error{core::ErrorKind::InvalidRequest, sentence};
    };
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return fault(RunInstruments::tr("%1 could not be read: %2").arg(name, file.errorString()));
    if (file.size() > kLargestFile)
        return fault(
            RunInstruments::tr("%1 is larger than 512 MB, the most a recording may have.").arg(name));
    Attempts attempts = core::readRecordingFile(file.readAll());
    if (!attempts)
        return fault(RunInstruments::tr("%1: %2", "file: what is wrong").arg(name, attempts.error().message));
    return attempts;
}

} // namespace

RunInstruments::RunInstruments(const CompareContext &context, LaneBoard &board, LaneStrip &strip,
                               RunSession &session, const Sources &sources, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_board(board)
    , m_strip(strip)
    , m_session(session)
    , m_sources(sources)
    , m_page(page)
{
    m_raceTicks.setInterval(kRaceTick);
    connect(&m_raceTicks, &QTimer::timeout, this, &RunInstruments::showRace);
    connect(&m_board, &LaneBoard::menuOpening, this, &RunInstruments::fillMenu);
    connect(&m_board, &LaneBoard::inspectWanted, this, &RunInstruments::inspect);
    connect(&m_board, &LaneBoard::changed, this, &RunInstruments::checkPairs);
    connect(&m_board, &LaneBoard::changed, this, [this] {
        if (m_race && m_race->isVisible())
            refreshRace();
    });
    connect(&m_session, &RunSession::started, this, &RunInstruments::watchRun);
    if (m_context.services.recordings)
        connect(m_context.services.recordings, &core::Recordings::added, this,
                &RunInstruments::refreshInspector);
    registerActions();
}

RunInstruments::~RunInstruments() = default;

void RunInstruments::add(const QString &id, const QString &text, const QKeySequence &keys,
                         std::function<void()> start)
{
    const QList<QKeySequence> shortcuts = keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys};
    const QAction *const action =
        m_context.actions.add({QStringLiteral("compare.") + id, text, tr("Lane"), shortcuts}, m_page);
    connect(action, &QAction::triggered, this, [start = std::move(start)] { start(); });
}

void RunInstruments::registerActions()
{
    using K = QKeySequence;
    const auto current = [this] { return m_strip.current(); };
    add(QStringLiteral("inspect"), tr("Show the lane's request and response"),
        K(Qt::CTRL | Qt::SHIFT | Qt::Key_I), [this, current] { inspect(current()); });
    add(QStringLiteral("replay"), tr("Replay the run"), K(Qt::CTRL | Qt::SHIFT | Qt::Key_Y),
        [this] { replay(allLanes()); });
    add(QStringLiteral("replayLane"), tr("Replay the lane"), {}, [this, current] { replay({current()}); });
    add(QStringLiteral("saveRecording"), tr("Save the run's recording"), {}, [this] { save(allLanes()); });
    add(QStringLiteral("openRecording"), tr("Open a recording"), {}, [this] { chooseFile(); });
    add(QStringLiteral("copyPython"), tr("Copy the lane's request as a Python program"), {},
        [this, current] { copyCode(current(), CodeLanguage::Python); });
    add(QStringLiteral("copyJavaScript"), tr("Copy the lane's request as a JavaScript program"), {},
        [this, current] { copyCode(current(), CodeLanguage::JavaScript); });
    add(QStringLiteral("copyCurl"), tr("Copy the lane's request as a curl command"), {},
        [this, current] { copyCode(current(), CodeLanguage::Curl); });
    add(QStringLiteral("raceClock"), tr("Show the race clock"), K(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        [this] { openRaceClock(); });
}

void RunInstruments::fillMenu(int lane, QMenu *menu)
{
    if (lane < 0 || lane >= m_board.count() || m_board.isBlind())
        return;
    menu->addSeparator();
    if (!m_board.lane(lane).isIdle()) {
        menu->addAction(tr("Request and response"), this, [this, lane] { inspect(lane); });
        menu->addAction(tr("Replay"), this, [this, lane] { replay({lane}); });
        menu->addAction(tr("Race clock"), this, [this] { openRaceClock(); });
    }
    QMenu *const code = menu->addMenu(tr("Copy as code"));
    code->setObjectName(QStringLiteral("copyAsCode"));
    code->addAction(tr("JavaScript (OpenAI SDK)"), this,
                    [this, lane] { copyCode(lane, CodeLanguage::JavaScript); });
    code->addAction(tr("Python (OpenAI SDK)"), this, [this, lane] { copyCode(lane, CodeLanguage::Python); });
    code->addAction(tr("curl"), this, [this, lane] { copyCode(lane, CodeLanguage::Curl); });
    addCrossChecks(lane, menu);
}

void RunInstruments::addCrossChecks(int lane, QMenu *menu)
{
    // A rule set's lane is checked with the model that it chose.
    const std::optional<core::LaneState> state = m_board.lane(lane).state();
    const core::TargetName asked = state ? state->target.name : m_board.lane(lane).target().name;
    if (core::isRoute(asked))
        return;
    const QList<core::TargetName> others =
        core::crossCheckTargets(m_context.accounts, m_context.services.directory, asked);
    if (others.isEmpty()) {
        menu->addAction(tr("Cross-check through another account"), this, [this, asked] {
            emit notified(tr("No other account that is switched on offers %1.").arg(asked.model));
        });
        return;
    }
    QMenu *const choice = menu->addMenu(tr("Cross-check through another account"));
    choice->setObjectName(QStringLiteral("crossCheckThrough"));
    for (const core::TargetName &other : others)
        choice->addAction(other.toString(), this, [this, lane, other] { crossCheck(lane, other); });
}

bool RunInstruments::refuseBlind()
{
    if (m_board.isBlind())
        emit notified(tr("That tells which models were asked; you will see it after the vote."));
    return m_board.isBlind();
}

QList<int> RunInstruments::allLanes() const
{
    QList<int> lanes;
    for (int lane = 0; lane < m_board.count(); ++lane)
        lanes.append(lane);
    return lanes;
}

QList<qint64> RunInstruments::ledgerLanes(const QList<int> &lanes) const
{
    QList<qint64> ids;
    for (const int lane : lanes) {
        if (lane < 0 || lane >= m_board.count())
            continue;
        const std::optional<core::LaneState> state = m_board.lane(lane).state();
        if (state && state->laneId != 0)
            ids.append(state->laneId);
    }
    return ids;
}

void RunInstruments::withRecordings(const QList<int> &lanes,
                                    std::function<void(const QList<core::AttemptRecording> &)> use)
{
    const QList<qint64> ids = ledgerLanes(lanes);
    if (ids.isEmpty() || !m_context.services.recordings)
        return use({});
    core::continued(m_context.services.recordings->ofLanes(ids), this,
                    [this, use = std::move(use)](const core::Result<QList<core::AttemptRecording>> &found) {
                        if (!found)
                            emit notified(found.error().message);
                        else
                            use(*found);
                    });
}

void RunInstruments::inspect(int lane)
{
    if (lane < 0 || lane >= m_board.count() || refuseBlind())
        return;
    const QString target = m_board.lane(lane).target().name.toString();
    m_inspected = ledgerLanes({lane}).value(0);
    withRecordings({lane}, [this, target](const QList<core::AttemptRecording> &attempts) {
        showInspector(target, attempts);
    });
}

void RunInstruments::showInspector(const QString &target, const QList<core::AttemptRecording> &attempts)
{
    if (!m_inspector) {
        m_inspector = new InspectorWindow(m_context.theme, m_page);
        connect(m_inspector, &InspectorWindow::saveRequested, this, &RunInstruments::saveAttempts);
        connect(m_inspector, &InspectorWindow::replayRequested, this,
                [this](const QList<core::AttemptRecording> &shown) {
                    play(shown.constLast().account + QLatin1Char('/') + shown.constLast().model, shown);
                });
    }
    m_inspector->present({1040, 660});
    m_inspector->showAttempts(target, attempts);
}

void RunInstruments::refreshInspector(qint64 lane)
{
    if (m_race && m_race->isVisible())
        refreshRace();
    if (!m_inspector || !m_inspector->isVisible() || lane != m_inspected)
        return;
    const QString target = m_inspector->attempts().isEmpty() ? QString()
                                                             : m_inspector->attempts().constLast().account
            + QLatin1Char('/') + m_inspector->attempts().constLast().model;
    core::continued(m_context.services.recordings->ofLanes({lane}), this,
                    [this, lane, target](const core::Result<QList<core::AttemptRecording>> &found) {
                        if (found && m_inspector && lane == m_inspected)
                            m_inspector->showAttempts(target, *found);
                    });
}

void RunInstruments::replay(const QList<int> &lanes)
{
    if (refuseBlind())
        return;
    const QString source =
        lanes.size() == 1 && lanes.constFirst() >= 0 && lanes.constFirst() < m_board.count()
        ? m_board.lane(lanes.constFirst()).target().name.toString()
        : m_sources.prompt().simplified();
    withRecordings(lanes,
                   [this, source](const QList<core::AttemptRecording> &attempts) { play(source, attempts); });
}

void RunInstruments::play(const QString &source, const QList<core::AttemptRecording> &attempts)
{
    const bool ended = std::any_of(attempts.cbegin(), attempts.cend(),
                                   [](const auto &attempt) { return attempt.recording->ended; });
    if (!ended) {
        emit notified(tr("There is no recording to replay."));
        return;
    }
    if (!m_replay) {
        m_replay = new ReplayWindow(m_context, m_page);
        connect(m_replay, &ReplayWindow::saveRequested, this, &RunInstruments::saveAttempts);
        connect(m_replay, &ReplayWindow::inspectRequested, this,
                [this](const core::AttemptRecording &attempt) {
                    m_inspected = 0;
                    showInspector(attempt.account + QLatin1Char('/') + attempt.model, {attempt});
                });
    }
    m_replay->present({1040, 640});
    m_replay->play(source, attempts);
}

void RunInstruments::save(const QList<int> &lanes)
{
    if (refuseBlind())
        return;
    withRecordings(lanes, [this](const QList<core::AttemptRecording> &attempts) { saveAttempts(attempts); });
}

void RunInstruments::saveAttempts(const QList<core::AttemptRecording> &attempts)
{
    const bool ended = std::any_of(attempts.cbegin(), attempts.cend(),
                                   [](const auto &attempt) { return attempt.recording->ended; });
    if (!ended) {
        emit notified(tr("There is no recording to save."));
        return;
    }
    saveText(
        m_page, tr("Save the recording"), QStringLiteral("switchyard-recording.json"),
        [attempts] { return QString::fromUtf8(core::recordingFile(attempts)); },
        [this](const QString &fileName, const QString &error) {
            emit notified(error.isEmpty() ? tr("Saved as %1, without keys.").arg(fileName)
                                          : tr("%1 could not be written: %2").arg(fileName, error));
        });
}

void RunInstruments::chooseFile()
{
    auto *const dialog = new QFileDialog(m_page, tr("Open a recording"));
    dialog->setObjectName(QStringLiteral("openRecording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RunInstruments::openFile);
    dialog->open();
}

void RunInstruments::openFile(const QString &path)
{
    core::continued(core::onWorker([path] { return readRecordings(path); }), this,
                    [this, name = QFileInfo(path).fileName()](const Attempts &attempts) {
                        if (attempts)
                            play(name, *attempts);
                        else
                            emit notified(attempts.error().message);
                    });
}

void RunInstruments::copyCode(int lane, CodeLanguage language)
{
    if (lane < 0 || lane >= m_board.count() || refuseBlind())
        return;
    const LaneController &asked = m_board.lane(lane);
    if (asked.lane())
        return copyProgram(language, asked.lane()->state().target, asked.lane()->messages());
    const std::optional<core::LaneState> state = asked.state();
    if (!state) {
        const core::CompareRequest request = m_sources.composed();
        if (request.prompt.trimmed().isEmpty() && request.images.isEmpty()) {
            emit notified(tr("Write a prompt first: it is what the program sends."));
            return;
        }
        return copyProgram(language, asked.askedTarget(), core::messagesOfLane(request, lane));
    }
    core::continued(m_context.reader.conversation(m_sources.runId()), this,
                    [this, language, target = state->target,
                     id = state->laneId](const core::Result<QList<core::RunRecord>> &turns) {
                        if (!turns)
                            emit notified(turns.error().message);
                        else
                            copyProgram(language, target, core::messagesSentBy(*turns, id));
                    });
}

void RunInstruments::copyProgram(CodeLanguage language, const core::Target &target,
                                 const QList<core::Message> &messages)
{
    if (core::isRoute(target.name)) {
        emit notified(
            tr("The rule set decides when the prompt is sent. Send it, then the program can be copied."));
        return;
    }
    const std::optional<core::Account> account = m_context.accounts.find(target.name.account);
    if (!account) {
        emit notified(tr("There is no account %1, so its address is unknown.").arg(target.name.account));
        return;
    }
    if (messages.isEmpty()) {
        emit notified(tr("The ledger keeps no texts of this run, so there is nothing to send."));
        return;
    }
    const core::CodeRequest request = core::codeRequestFor(m_context.services, *account, target, messages);
    QGuiApplication::clipboard()->setText(core::codeFor(language, request));
    emit notified(request.keyVariable.isEmpty()
                      ? tr("The program is copied.")
                      : tr("The program is copied; it takes its key from %1.").arg(request.keyVariable));
}

void RunInstruments::crossCheck(int lane, const core::TargetName &other)
{
    if (lane < 0 || lane >= m_board.count() || refuseBlind())
        return;
    LaneController &first = m_board.lane(lane);
    if (!first.isIdle() && !first.lane()) {
        emit notified(
            tr("This run is from the ledger. Send its prompt again, then it can be cross-checked."));
        return;
    }
    if (LaneController *const second = addLane(first, other)) {
        m_pairs.append(Pair{&first, second});
        checkPairs();
    }
}

LaneController *RunInstruments::addLane(LaneController &beside, const core::TargetName &name)
{
    core::Lane *made = nullptr;
    core::Comparison *const run = m_session.run();
    if (beside.lane() && run) {
        int index = 0;
        while (index < run->laneCount() && &run->lane(index) != beside.lane())
            ++index;
        if (index == run->laneCount())
            return nullptr;
        const core::Result<core::Lane *> lane =
            run->addLane({name, beside.lane()->state().target.parameters}, index);
        if (!lane) {
            emit notified(lane.error().message);
            return nullptr;
        }
        made = *lane;
        m_session.count(made);
        watch(made);
    }
    m_board.addTarget({name, beside.target().parameters});
    LaneController &added = m_board.lane(m_board.count() - 1);
    if (made) {
        added.setTask(run->request().task);
        added.attach(made, core::estimateInputTokens(made->messages()));
        emit laneAdded();
    }
    m_strip.setCurrent(m_strip.count() - 1);
    return &added;
}

void RunInstruments::checkPairs()
{
    if (m_board.isBlind())
        return;
    for (qsizetype i = m_pairs.size() - 1; i >= 0; --i) {
        const Pair pair = m_pairs.at(i);
        if (pair.first && pair.second && !(pair.first->isSettled() && pair.second->isSettled()))
            continue;
        m_pairs.removeAt(i);
        if (!pair.first || !pair.second)
            continue;
        if (!m_crossCheck)
            m_crossCheck = new CrossCheckWindow(m_context.theme, m_page);
        m_crossCheck->showLanes(*pair.first->state(), *pair.second->state());
        m_crossCheck->present({760, 520}, false);
    }
}

void RunInstruments::watchRun()
{
    m_raceFacts.windowDelays.clear();
    for (int i = 0; m_session.run() && i < m_session.run()->laneCount(); ++i)
        watch(&m_session.run()->lane(i));
}

void RunInstruments::watch(core::Lane *lane)
{
    connect(lane, &core::Lane::appended, this, [this](const QString &, const QString &, qint64 arrivedNs) {
        if (arrivedNs != 0 && m_raceFacts.windowDelays.size() < kMostDelays)
            m_raceFacts.windowDelays.append(double(m_context.services.clock.monotonicNs() - arrivedNs) / 1e6);
    });
}

void RunInstruments::openRaceClock()
{
    if (refuseBlind())
        return;
    if (!m_race) {
        m_race = new RaceClockWindow(m_context.theme, m_page);
        connect(m_race, &RaceClockWindow::preconnectChosen, this,
                [this](bool on) { m_context.settings.set(core::settings::kPreconnect, on); });
    }
    m_race->setPreconnect(m_context.settings.get(core::settings::kPreconnect));
    refreshRace();
    m_race->present({920, 560});
    m_race->track().setFocus(Qt::OtherFocusReason);
}

void RunInstruments::refreshRace()
{
    showRace();
    withRecordings(m_board.isBlind() ? QList<int>() : allLanes(),
                   [this](const QList<core::AttemptRecording> &attempts) {
                       m_raceFacts.recorded = attempts;
                       showRace();
                   });
}

void RunInstruments::showRace()
{
    if (!m_race)
        return;
    m_raceFacts.lanes = m_board.isBlind() ? QList<core::LaneState>() : m_board.states();
    m_raceFacts.nowNs = m_context.services.clock.monotonicNs();
    m_raceFacts.preconnectMs = m_session.run() ? m_session.run()->preconnectMs() : std::optional<double>();
    m_race->setFacts(m_raceFacts.lanes.isEmpty() ? QString() : m_sources.prompt().simplified(), m_raceFacts);
    if (m_board.running() > 0 && m_race->isVisible())
        m_raceTicks.start();
    else
        m_raceTicks.stop();
}

} // namespace ui
