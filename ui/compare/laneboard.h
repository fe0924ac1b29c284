#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/laneplan.h"
#include "ui/compare/lanepresenter.h"
#include "ui/compare/transcriptview.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

class QMenu;

namespace core {
class Comparison;
struct RepeatSummary;
} // namespace core

namespace ui {

class LaneController;
class LanePlace;
class LaneStrip;
class LaneView;

/// The lanes of the page: which targets stand where, what the run shows in them, and what is asked of a lane.
/// Owned by ComparePage; main thread.
class LaneBoard : public QObject
{
    Q_OBJECT

public:
    LaneBoard(const CompareContext &context, LaneStrip &strip, QObject *parent = nullptr);
    ~LaneBoard() override;

    /// One for each lane, repeats included, with the lanes' own parameters.
    QList<core::Target> targets() const;
    /// The same as they are asked: the run defaults below.
    QList<core::Target> askedTargets() const;
    void setTargets(const QList<core::Target> &targets);
    /// One for each place.
    QList<LanePlan> plans() const;
    void setPlans(const QList<LanePlan> &plans);
    void addTarget(const core::Target &target);
    /// In that place, counted from 0; those from there on move along.
    void insert(int place, const LanePlan &plan);
    // What follows is for the whole place of a lane: all its repeats.
    void remove(int index);
    void swap(int index, const core::Target &target);
    /// Without effect while names are hidden.
    void setRepeats(int index, int repeats);
    void setParameters(int index, const core::ChatParameters &parameters);
    /// Shows the next of the different answers, or the one before.
    void stepAnswer(int index, int by);
    /// The lanes of its place.
    QList<int> members(int index) const;
    int count() const { return static_cast<int>(m_lanes.size()); }
    LaneController &lane(int index) const { return *m_lanes.at(static_cast<std::size_t>(index)); }

    /// Shows a run about to start; it has one lane for each target, in order.
    void show(core::Comparison &comparison);
    void show(const core::RunRecord &record);
    /// The run was relabelled.
    void setTask(const QString &task);
    /// Forgets the run: every lane stands there not asked yet.
    void clearRun();

    int running() const;
    int settled() const;
    bool isIdle() const;
    QList<core::LaneState> states() const;

    /// Does what a lane's button, menu or key asks for. Swap and accounts are asked of the page.
    void perform(int index, LaneAction action);
    void stopAll();
    void setRaw(bool raw);
    /// The earlier turns of each lane, in order.
    void setTurns(const QList<QList<LaneTurn>> &turns);
    /// In all lanes at once, so that they stay comparable.
    void showTurns(bool shown);
    bool areTurnsShown() const { return m_turnsShown; }
    /// Accounts, models or prices changed.
    void refreshInfo();

    /// In the order they stand in.
    QList<LaneController *> lanes() const;
    QList<QList<LaneController *>> lanesByPlace() const;
    /// Puts the lanes in this order on screen, repeats of a target together; the line-up that is kept stays
    /// as it is. Lanes that are missing in it come last.
    void setOrder(const QList<LaneController *> &order);
    /// Nothing sets one lane off from the others: no window of its own, no selection, no width.
    void forgetTraces();
    /// Makes the first lane the current one; the focus goes along when it is in a lane.
    void showFirst();
    /// Blind: a name for each lane in its place. Empty: everything is shown.
    void setAliases(const QStringList &aliases);
    bool isBlind() const { return m_blind; }

signals:
    /// Which targets stand where changed.
    void targetsChanged();
    /// Something about the state of the lanes changed.
    void changed();
    /// The person took a lane away; `asked`: it had a part in the run.
    void removed(int place, const ui::LanePlan &plan, bool asked);
    void swapWanted(int index);
    /// Best or a thumb was chosen for a lane, or chosen again to take it back.
    void voteWanted(int index, ui::LaneAction action);
    /// The lane's difference from the base is to be shown, or hidden when it is.
    void diffWanted(int index);
    void baseWanted(int index);
    void laneAdded(ui::LaneView *view);
    void parametersWanted(int index);
    void accountsWanted();
    void copied();
    /// What was wanted of a lane could not be done.
    void refused(const core::Error &error);
    void linkActivated(const QUrl &url);
    /// A lane's menu is about to be shown: others may add to it.
    void menuOpening(int index, QMenu *menu);
    /// What was sent in the lane and what came back is to be shown.
    void inspectWanted(int index);

private:
    void makeLane(const core::Target &target, LaneView *view);
    void append(const core::Target &target);
    void append(const LanePlan &plan);
    void addRepeat(int after);
    void removeLane(int index);
    void removeAndTell(int index);
    void noteChanged();
    void describeRepeats();
    core::RepeatSummary summaryOf(const QList<int> &lanes) const;
    void performOne(LaneController &lane, LaneAction action);
    void useSuccessor(LaneController &lane);
    void move(int from, int to);
    void sortLanes();
    void copy(const LaneController &lane, bool plain);

    const CompareContext m_context;
    LaneStrip &m_strip;
    std::vector<std::unique_ptr<LaneController>> m_lanes;
    QTimer m_ticks;
    bool m_raw = false;
    bool m_turnsShown = false;
    bool m_blind = false;
};

} // namespace ui
