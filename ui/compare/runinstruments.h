#pragma once

#include "core/compare/codesnippet.h"
#include "core/compare/comparison.h"
#include "core/compare/recordingfile.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/raceclockwindow.h"

#include <QPointer>
#include <QTimer>

#include <functional>

class QKeySequence;
class QMenu;

namespace ui {

class CrossCheckWindow;
class InspectorWindow;
class LaneBoard;
class LaneController;
class LaneStrip;
class RaceClockWindow;
class ReplayWindow;
class RunSession;

/// What can be looked at behind the lanes: requests and responses, replays, programs, cross-checks and the
/// race clock. It adds itself to the lanes' menus and to the actions. Owned by ComparePage; main thread.
class RunInstruments : public QObject
{
    Q_OBJECT

public:
    /// What only the page knows: the run of the ledger that is shown (0: none), its prompt, and the request
    /// that Send would make now.
    struct Sources
    {
        std::function<qint64()> runId;
        std::function<QString()> prompt;
        std::function<core::CompareRequest()> composed;
    };

    RunInstruments(const CompareContext &context, LaneBoard &board, LaneStrip &strip, RunSession &session,
                   const Sources &sources, QWidget *page);
    ~RunInstruments() override;

    void inspect(int lane);
    void replay(const QList<int> &lanes);
    void save(const QList<int> &lanes);
    /// Plays a file that save() wrote.
    void openFile(const QString &path);
    void copyCode(int lane, core::CodeLanguage language);
    /// Asks the lane's prompt of another account's name for its model, and compares when both have settled.
    void crossCheck(int lane, const core::TargetName &other);
    void openRaceClock();

signals:
    /// A short sentence for the user.
    void notified(const QString &text);
    /// A lane was added to the run, in the last place.
    void laneAdded();

private:
    struct Pair
    {
        QPointer<LaneController> first;
        QPointer<LaneController> second;
    };

    void registerActions();
    void add(const QString &id, const QString &text, const QKeySequence &keys, std::function<void()> start);
    void fillMenu(int lane, QMenu *menu);
    void addCrossChecks(int lane, QMenu *menu);
    /// Says so when names are hidden: what is behind a lane would tell whose it is.
    bool refuseBlind();
    QList<int> allLanes() const;
    QList<qint64> ledgerLanes(const QList<int> &lanes) const;
    void withRecordings(const QList<int> &lanes,
                        std::function<void(const QList<core::AttemptRecording> &)> use);
    void showInspector(const QString &target, const QList<core::AttemptRecording> &attempts);
    void play(const QString &source, const QList<core::AttemptRecording> &attempts);
    void saveAttempts(const QList<core::AttemptRecording> &attempts);
    void chooseFile();
    void copyProgram(core::CodeLanguage language, const core::Target &target,
                     const QList<core::Message> &messages);
    LaneController *addLane(LaneController &beside, const core::TargetName &name);
    void checkPairs();
    void watchRun();
    void watch(core::Lane *lane);
    void refreshInspector(qint64 lane);
    void refreshRace();
    void showRace();

    const CompareContext m_context;
    LaneBoard &m_board;
    LaneStrip &m_strip;
    RunSession &m_session;
    const Sources m_sources;
    QWidget *const m_page;
    QPointer<InspectorWindow> m_inspector;
    QPointer<ReplayWindow> m_replay;
    QPointer<CrossCheckWindow> m_crossCheck;
    QPointer<RaceClockWindow> m_race;
    QList<Pair> m_pairs;
    QTimer m_raceTicks;
    RaceFacts m_raceFacts;
    /// The lane of the ledger that the inspector shows; 0: none.
    qint64 m_inspected = 0;
};

} // namespace ui
