#pragma once

#include "core/difference/textdiff.h"

#include <QObject>
#include <QPointer>

namespace ui {

class DiffView;
class LaneBoard;
class LaneStrip;
class LaneView;
class Theme;

/// Which lane is the base, and which lanes show how they differ from it. A lane that runs shows its stream;
/// its difference comes back when it has settled. Owned by ComparePage.
class LaneDifferences : public QObject
{
    Q_OBJECT

public:
    LaneDifferences(const Theme &theme, LaneBoard &board, LaneStrip &strip, QObject *parent = nullptr);

    /// The lane chosen as base, else the first one with an answer; -1 when there is none.
    int base() const;
    /// Choosing the base again takes the choice back.
    void chooseBase(int index);
    /// Shows or hides the difference of a lane; for the base lane those of all others.
    void toggle(int index);
    bool isShown(int index) const;
    /// Brings the answer of a lane back.
    void close(int index);
    void closeAll();
    /// The lane's view of its difference, null when it shows its answer.
    DiffView *view(int index) const;

signals:
    /// There is no other answer to compare with.
    void nothingToCompare();

private:
    bool hasAnswer(int index) const;
    bool isWanted(int index) const;
    void setWanted(int index, bool wanted);
    void refresh();
    void refreshLane(int index, int base, bool possible);
    DiffView *makeView(LaneView *lane);

    const Theme &m_theme;
    LaneBoard &m_board;
    LaneStrip &m_strip;
    QPointer<LaneView> m_chosen;
    QList<QPointer<LaneView>> m_wanted;
    bool m_blind = false;
    core::DiffUnit m_unit = core::DiffUnit::Words;
    bool m_sideBySide = false;
};

} // namespace ui
