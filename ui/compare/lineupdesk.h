#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"

#include <QObject>

namespace core {
struct LineUp;
}

namespace ui {

class CompareBar;
class LaneBoard;
class LaneStrip;
class LineUpPicker;
class ModelPicker;
class ToastArea;
class VerdictDesk;
struct LanePlan;

/// The parts of the page that a LineUpDesk works on.
struct LineUpParts
{
    CompareBar &bar;
    LaneStrip &strip;
    LaneBoard &board;
    const VerdictDesk &verdicts;
    ToastArea &toasts;
};

/// Which models have a lane: picks, adds, swaps and removes them, and names the line-up in the bar. Owned by
/// ComparePage; main thread.
class LineUpDesk : public QObject
{
    Q_OBJECT

public:
    LineUpDesk(const CompareContext &context, const LineUpParts &parts, QWidget *page);

    void pickLineUp();
    void addLane();
    /// The lanes of models that take no pictures; false while a vote forbids it.
    bool removePictureless();
    /// Tells bar and picker which lanes there are; the picker only when it is not to be kept a secret.
    void describe();

signals:
    /// A saved line-up is to take the place of the lanes.
    void applied(const core::LineUp &lineUp);

private:
    bool refusesBlind();
    void nameLineUp();
    void pickSwap(int lane);
    void takePicked(int lane, const core::TargetName &name);
    void toggle(const core::TargetName &name);
    void noteRemoved(int place, const LanePlan &plan, bool asked);

    const CompareContext m_context;
    const LineUpParts m_parts;
    LineUpPicker *const m_lineUps;
    ModelPicker *const m_models;
};

} // namespace ui
