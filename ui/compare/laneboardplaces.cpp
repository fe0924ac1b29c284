// How LaneBoard keeps lanes in places: repeats, order; what lanes show and do is in laneboard.cpp.
#include "core/compare/comparison.h"
#include "core/compare/repeats.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/repeatbar.h"

#include <QApplication>

#include <algorithm>

namespace ui {

QList<LanePlan> LaneBoard::plans() const
{
    QList<LanePlan> plans;
    for (const LanePlace *place : m_strip.places())
        plans.append({lane(m_strip.indexOf(place->lanes().constFirst())).target(),
                      static_cast<int>(place->lanes().size())});
    return plans;
}

void LaneBoard::append(const LanePlan &plan)
{
    append(plan.target);
    while (static_cast<int>(members(count() - 1).size()) < plan.repeats)
        addRepeat(count() - 1);
    for (const int index : members(count() - 1))
        lane(index).setRepeats(plan.repeats);
}

void LaneBoard::addRepeat(int after)
{
    auto *const view = new LaneView(m_context.theme, m_context.colours, m_context.markdown);
    m_strip.addRepeat(m_strip.placeOf(after), view);
    makeLane(lane(after).target(), view);
}

void LaneBoard::removeLane(int index)
{
    m_lanes.erase(m_lanes.begin() + index);
    m_strip.removeLane(index);
}

QList<int> LaneBoard::members(int index) const
{
    QList<int> lanes;
    if (const LanePlace *const place = m_strip.placeOf(index)) {
        for (const LaneView *view : place->lanes())
            lanes.append(m_strip.indexOf(view));
    }
    return lanes;
}

void LaneBoard::setPlans(const QList<LanePlan> &plans)
{
    while (!m_lanes.empty())
        removeLane(count() - 1);
    for (const LanePlan &plan : plans)
        append(plan);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::setRepeats(int index, int repeats)
{
    QList<int> lanes = members(index);
    if (m_blind || lanes.isEmpty() || repeats < 1 || repeats == lanes.size())
        return;
    for (; lanes.size() < repeats; lanes = members(index))
        addRepeat(lanes.constLast());
    for (; lanes.size() > repeats; lanes.removeLast()) {
        lane(lanes.constLast()).stop();
        removeLane(lanes.constLast());
    }
    for (const int each : std::as_const(lanes))
        lane(each).setRepeats(repeats);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::setParameters(int index, const core::ChatParameters &parameters)
{
    for (const int each : members(index))
        lane(each).setParameters(parameters);
    emit targetsChanged();
}

void LaneBoard::swap(int index, const core::Target &target)
{
    for (const int each : members(index))
        lane(each).swap(target);
}

void LaneBoard::remove(int index)
{
    const QList<int> lanes = members(index);
    for (auto each = lanes.crbegin(); each != lanes.crend(); ++each) {
        lane(*each).stop();
        removeLane(*each);
    }
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::removeAndTell(int index)
{
    const auto place = static_cast<int>(m_strip.places().indexOf(m_strip.placeOf(index)));
    const LanePlan plan = plans().at(place);
    const bool asked = !lane(index).isIdle();
    remove(index);
    emit removed(place, plan, asked);
}

void LaneBoard::insert(int place, const LanePlan &plan)
{
    append(plan);
    if (place < m_strip.places().size() - 1)
        m_strip.moveLane(count() - 1, m_strip.indexOf(m_strip.places().at(place)->shown()));
    sortLanes();
    emit targetsChanged();
    noteChanged();
}

core::RepeatSummary LaneBoard::summaryOf(const QList<int> &lanes) const
{
    // Repeats that were asked for after the run began stand at the end and are no part of it.
    QList<core::LaneState> asked;
    for (const int index : lanes) {
        if (const std::optional<core::LaneState> state = lane(index).state())
            asked.append(*state);
    }
    return core::summarizeRepeats(asked);
}

void LaneBoard::describeRepeats()
{
    for (const LanePlace *place : m_strip.places()) {
        if (place->lanes().size() < 2)
            continue;
        const QList<int> lanes = members(m_strip.indexOf(place->shown()));
        const auto shown = static_cast<int>(place->lanes().indexOf(place->shown()));
        const core::RepeatSummary summary = summaryOf(lanes);
        RepeatTexts texts = summary.asked > 0 ? repeatTexts(summary, shown)
                                              : plannedRepeatTexts(static_cast<int>(lanes.size()));
        if (m_blind) { // figures tell which model it is
            texts.spread.clear();
            texts.details.clear();
        }
        place->bar().setTexts(texts);
    }
}

void LaneBoard::stepAnswer(int index, int by)
{
    const QList<int> lanes = members(index);
    if (lanes.size() < 2)
        return;
    const auto shown = static_cast<int>(lanes.indexOf(index));
    const int next = lanes.at(steppedRepeat(summaryOf(lanes), shown, by));
    const bool hadFocus = lane(index).view().isAncestorOf(QApplication::focusWidget());
    m_strip.setCurrent(next);
    if (hadFocus)
        m_strip.focusCurrent();
    describeRepeats();
}

void LaneBoard::move(int from, int to)
{
    if (to < 0 || to >= count())
        return;
    m_strip.moveLane(from, to);
    sortLanes();
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::sortLanes()
{
    std::sort(m_lanes.begin(), m_lanes.end(), [this](const auto &a, const auto &b) {
        return m_strip.indexOf(&a->view()) < m_strip.indexOf(&b->view());
    });
}

QList<LaneController *> LaneBoard::lanes() const
{
    QList<LaneController *> lanes;
    for (const auto &lane : m_lanes)
        lanes.append(lane.get());
    return lanes;
}

QList<QList<LaneController *>> LaneBoard::lanesByPlace() const
{
    QList<QList<LaneController *>> places;
    for (const LanePlace *place : m_strip.places()) {
        QList<LaneController *> lanes;
        for (const LaneView *view : place->lanes())
            lanes.append(&lane(m_strip.indexOf(view)));
        places.append(lanes);
    }
    return places;
}

void LaneBoard::setOrder(const QList<LaneController *> &order)
{
    const LaneView *const current = m_strip.lane(m_strip.current());
    const QList<LaneController *> known = lanes();
    qsizetype next = 0;
    for (LaneController *const wanted : order) {
        if (!known.contains(wanted))
            continue;
        const int from = m_strip.indexOf(&wanted->view());
        const qsizetype at = m_strip.places().indexOf(m_strip.placeOf(from));
        if (at < next) // its repeat has brought it along
            continue;
        if (at > next)
            m_strip.moveLane(from, m_strip.indexOf(m_strip.places().at(next)->shown()));
        ++next;
    }
    sortLanes();
    if (current != nullptr)
        m_strip.setCurrent(m_strip.indexOf(current));
    noteChanged();
}

void LaneBoard::forgetTraces()
{
    for (int i = 0; i < count(); ++i)
        m_strip.dock(i);
    m_strip.setMaximised(-1);
    m_strip.clearSelection();
    m_strip.equalise();
}

void LaneBoard::showFirst()
{
    const bool hadFocus = m_strip.isAncestorOf(QApplication::focusWidget());
    m_strip.setCurrent(0);
    if (hadFocus)
        m_strip.focusCurrent();
}

} // namespace ui
