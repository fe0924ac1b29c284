#include "ui/routes/trackdrop.h"

#include "ui/routes/carriedplace.h"
#include "ui/routes/routescontext.h"

#include <QMimeData>

#include <algorithm>

namespace ui {

namespace {

/// How far a mark reaches beyond what it stands between, and how far from the node it lies at an end.
constexpr int kMarkReach = 12;
constexpr int kMarkDistance = 8;

TrackDrop ruleDrop(const TrackPlan &plan, qsizetype rule, int y)
{
    TrackDrop drop;
    const qsizetype last = plan.tracks.size() - 1;
    qsizetype before = 0;
    while (before < last && plan.tops.at(before) + plan.tracks.at(before).centre < y)
        ++before;
    drop.rule = before;
    if (before != rule && before != rule + 1)
        drop.mark =
            QLine(plan.measures.ruleLeft() - kMarkReach, plan.tops.at(before),
                  std::max(plan.tracks.at(before).right, plan.measures.targetRight()), plan.tops.at(before));
    return drop;
}

qsizetype targetsAbove(const TrackGeometry &track, int y)
{
    const auto end = track.places.cbegin() + track.targets;
    return std::find_if(track.places.cbegin(), end,
                        [y](const QRect &target) { return target.center().y() >= y; })
        - track.places.cbegin();
}

qsizetype fallbacksBefore(const TrackGeometry &track, int x)
{
    const auto begin = track.places.cbegin() + track.targets;
    return std::find_if(begin, track.places.cend(),
                        [x](const QRect &fallback) { return fallback.center().x() >= x; })
        - begin;
}

QLine targetMark(const TrackGeometry &track, const TrackMeasures &measures, qsizetype at)
{
    int y = track.centre;
    if (track.targets > 0) {
        const QRect &next = track.places.at(std::min(at, track.targets - 1));
        y = at < track.targets ? next.top() - measures.stackGap / 2
                               : next.top() + next.height() + measures.stackGap / 2;
    }
    return {measures.targetLeft() - kMarkReach, y, measures.targetRight() + kMarkReach, y};
}

QLine fallbackMark(const TrackGeometry &track, const TrackMeasures &measures, qsizetype at)
{
    const int x = at > 0 && at == track.fallbacks()
        ? measures.fallbackLeft(at - 1) + measures.targetWidth + kMarkDistance
        : measures.fallbackLeft(at) - kMarkDistance;
    const int half = measures.nodeHeight / 2 + kMarkReach / 2;
    return {x, track.centre - half, x, track.centre + half};
}

TrackDrop chainDrop(const TrackPlan &plan, const TrackLoad &load, const QPoint &point)
{
    TrackDrop drop;
    const TrackMeasures &measures = plan.measures;
    const qsizetype rule = plan.trackAt(point.y());
    const TrackGeometry &track = plan.tracks.at(rule);
    const int y = point.y() - plan.tops.at(rule);
    drop.chain.rule = rule;
    drop.chain.fallback = point.x() >= measures.targetRight() + measures.fallbackGap / 2;
    if (drop.chain.fallback)
        drop.chain.at = fallbacksBefore(track, point.x());
    else // over the rule itself: at the end of its targets
        drop.chain.at = point.x() < measures.ruleRight() ? track.targets : targetsAbove(track, y);
    const bool sameList = load.target.rule == rule && load.target.fallback == drop.chain.fallback;
    if (sameList && (drop.chain.at == load.target.at || drop.chain.at == load.target.at + 1))
        return drop;
    drop.mark = drop.chain.fallback ? fallbackMark(track, measures, drop.chain.at)
                                    : targetMark(track, measures, drop.chain.at);
    drop.mark.translate(0, plan.tops.at(rule));
    return drop;
}

} // namespace

TrackLoad TrackLoad::read(const QMimeData &data, const QByteArray &stamp)
{
    TrackLoad load;
    if (data.hasFormat(kChainPlaceMime)) {
        load.target = carriedTarget(data.data(kChainPlaceMime), stamp);
    } else if (data.hasFormat(kRulePlaceMime)) {
        load.rule = carriedRule(data.data(kRulePlaceMime), stamp);
    } else {
        load.model = core::parseTargetName(QString::fromUtf8(data.data(kTargetMime)));
    }
    return load;
}

void TrackLoad::write(QMimeData &data, const QByteArray &stamp) const
{
    if (rule >= 0)
        data.setData(kRulePlaceMime, carryRule(rule, stamp));
    if (target.rule >= 0)
        data.setData(kChainPlaceMime, carryTarget(target, stamp));
    if (model) {
        data.setData(kTargetMime, model->toString().toUtf8());
        data.setText(model->toString());
    }
}

TrackDrop trackDropAt(const TrackPlan &plan, const TrackLoad &load, const QPoint &point)
{
    if (plan.tracks.isEmpty() || load.isEmpty())
        return {};
    return load.rule >= 0 ? ruleDrop(plan, load.rule, point.y()) : chainDrop(plan, load, point);
}

void applyTrackDrop(RuleEditor &editor, const TrackLoad &load, const TrackDrop &drop)
{
    if (drop.mark.isNull())
        return;
    if (load.rule >= 0)
        return editor.moveRule(load.rule, drop.rule > load.rule ? drop.rule - 1 : drop.rule);
    if (load.target.rule >= 0) {
        ChainPlace to = drop.chain;
        if (to.rule == load.target.rule && to.fallback == load.target.fallback && to.at > load.target.at)
            --to.at;
        return editor.moveTarget(load.target, to);
    }
    if (load.model) {
        core::ChainTarget target;
        target.name = *load.model;
        editor.insertTarget(drop.chain, target);
    }
}

} // namespace ui
