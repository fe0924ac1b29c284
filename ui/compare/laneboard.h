#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/lanepresenter.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

class QMenu;

namespace core {
class Comparison;
}

namespace ui {

class LaneController;
class LaneStrip;

/// The lanes of the page: which targets stand where, what the run shows in them, and what is asked of a lane.
/// Owned by ComparePage; main thread.
class LaneBoard : public QObject
{
    Q_OBJECT

public:
    LaneBoard(const CompareContext &context, LaneStrip &strip, QObject *parent = nullptr);
    ~LaneBoard() override;

    QList<core::Target> targets() const;
    void setTargets(const QList<core::Target> &targets);
    void addTarget(const core::Target &target);
    void remove(int index);
    int count() const { return static_cast<int>(m_lanes.size()); }
    LaneController &lane(int index) const { return *m_lanes.at(static_cast<std::size_t>(index)); }

    /// Shows a run about to start; it has one lane for each target, in order.
    void show(core::Comparison &comparison);
    void show(const core::RunRecord &record);
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
    /// Accounts, models or prices changed.
    void refreshInfo();

signals:
    /// Which targets stand where changed.
    void targetsChanged();
    /// Something about the state of the lanes changed.
    void changed();
    void swapWanted(int index);
    void accountsWanted();
    void copied();
    void linkActivated(const QUrl &url);
    /// A lane's menu is about to be shown: others may add to it.
    void menuOpening(int index, QMenu *menu);

private:
    void append(const core::Target &target);
    void noteChanged();
    void useSuccessor(LaneController &lane);
    void move(int from, int to);
    void copy(const LaneController &lane, bool plain);

    const CompareContext m_context;
    LaneStrip &m_strip;
    std::vector<std::unique_ptr<LaneController>> m_lanes;
    QTimer m_ticks;
    bool m_raw = false;
};

} // namespace ui
