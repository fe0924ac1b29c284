#include "ui/compare/lanedifferences.h"

#include "ui/compare/diffview.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"

#include <algorithm>
#include <utility>

namespace ui {

LaneDifferences::LaneDifferences(const Theme &theme, LaneBoard &board, LaneStrip &strip, QObject *parent)
    : QObject(parent), m_theme(theme), m_board(board), m_strip(strip)
{
    connect(&board, &LaneBoard::changed, this, &LaneDifferences::refresh);
    connect(&board, &LaneBoard::diffWanted, this, &LaneDifferences::toggle);
    connect(&board, &LaneBoard::baseWanted, this, &LaneDifferences::chooseBase);
}

bool LaneDifferences::hasAnswer(int index) const
{
    return m_board.lane(index).isSettled() && !m_strip.lane(index)->answer().isEmpty();
}

int LaneDifferences::base() const
{
    if (const int chosen = m_strip.indexOf(m_chosen); m_chosen && chosen >= 0)
        return chosen;
    for (int i = 0; i < m_board.count(); ++i) {
        if (hasAnswer(i))
            return i;
    }
    return -1;
}

void LaneDifferences::chooseBase(int index)
{
    LaneView *const lane = m_strip.lane(index);
    m_chosen = m_chosen == lane ? nullptr : lane;
    close(index);
    refresh();
}

bool LaneDifferences::isWanted(int index) const
{
    return m_wanted.contains(m_strip.lane(index));
}

void LaneDifferences::setWanted(int index, bool wanted)
{
    m_wanted.removeAll(m_strip.lane(index));
    if (wanted)
        m_wanted.append(m_strip.lane(index));
}

void LaneDifferences::toggle(int index)
{
    const int against = base();
    QList<int> lanes;
    for (int i = 0; i < m_board.count(); ++i) {
        if (i != against && (i == index || index == against) && hasAnswer(i))
            lanes.append(i);
    }
    if (against < 0 || !hasAnswer(against) || lanes.isEmpty()) {
        refresh();
        emit nothingToCompare();
        return;
    }
    const bool allShown =
        std::all_of(lanes.cbegin(), lanes.cend(), [this](int lane) { return isWanted(lane); });
    for (const int lane : std::as_const(lanes))
        setWanted(lane, !allShown);
    refresh();
}

bool LaneDifferences::isShown(int index) const
{
    return view(index) != nullptr;
}

DiffView *LaneDifferences::view(int index) const
{
    const LaneView *const lane = m_strip.lane(index);
    return lane ? qobject_cast<DiffView *>(lane->standIn()) : nullptr;
}

void LaneDifferences::close(int index)
{
    if (!isWanted(index))
        return;
    setWanted(index, false);
    refresh();
}

void LaneDifferences::closeAll()
{
    m_wanted.clear();
    refresh();
}

void LaneDifferences::refresh()
{
    if (std::exchange(m_blind, m_board.isBlind()) != m_board.isBlind() && m_blind) {
        m_chosen.clear(); // chosen by name: it would tell which lane it is
        m_wanted.clear();
    }
    m_wanted.removeAll(nullptr);
    const int against = base();
    int answers = 0;
    for (int i = 0; i < m_board.count(); ++i) {
        answers += hasAnswer(i) ? 1 : 0;
        if (m_board.lane(i).isIdle())
            setWanted(i, false);
    }
    for (int i = 0; i < m_board.count(); ++i)
        refreshLane(i, against, answers > 1);
    bool anyShown = false;
    for (int i = 0; i < m_board.count(); ++i)
        anyShown = anyShown || isShown(i);
    for (int i = 0; i < m_board.count(); ++i) {
        LaneView &lane = *m_strip.lane(i);
        lane.setBase(i == against && (m_chosen || anyShown));
        lane.setComparing(answers > 1, isShown(i) || (i == against && anyShown));
    }
}

void LaneDifferences::refreshLane(int index, int base, bool possible)
{
    LaneView &lane = *m_strip.lane(index);
    // The base may be on its way to another answer: what is shown until then still tells which it was.
    const bool keeps = base >= 0 && !hasAnswer(base) && view(index);
    const bool shows = isWanted(index) && index != base && hasAnswer(index) && (possible || keeps);
    if (!shows) {
        if (view(index))
            lane.setStandIn(nullptr);
        return;
    }
    if (!hasAnswer(base))
        return;
    DiffView *const diff = view(index) ? view(index) : makeView(&lane);
    const LaneView &other = *m_strip.lane(base);
    diff->compare(other.texts().model, lane.texts().model, other.answer(), lane.answer());
}

DiffView *LaneDifferences::makeView(LaneView *lane)
{
    auto *const diff = new DiffView(m_theme, lane);
    diff->setUnit(m_unit);
    diff->setSideBySide(m_sideBySide);
    connect(diff, &DiffView::closed, this, [this, lane] { close(m_strip.indexOf(lane)); });
    connect(diff, &DiffView::unitChosen, this, [this](core::DiffUnit unit) {
        m_unit = unit;
        for (int i = 0; i < m_strip.count(); ++i) {
            if (DiffView *const each = view(i))
                each->setUnit(unit);
        }
    });
    connect(diff, &DiffView::sideBySideChosen, this, [this](bool sideBySide) {
        m_sideBySide = sideBySide;
        for (int i = 0; i < m_strip.count(); ++i) {
            if (DiffView *const each = view(i))
                each->setSideBySide(sideBySide);
        }
    });
    lane->setStandIn(diff);
    return diff;
}

} // namespace ui
