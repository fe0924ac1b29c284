#include "ui/routes/tracklayout.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

/// Lines of one pixel are sharp in the middle of pixels.
constexpr qreal kMiddle = 0.5;
/// Between the last target or fallback and what adds another.
constexpr int kBelowStack = 5;

/// Along, then at `turn` over to the height of the end, then along.
QPainterPath steppedLine(const QPointF &from, const QPointF &to, qreal turn, qreal corner)
{
    QPainterPath path(from);
    const qreal rise = to.y() - from.y();
    const qreal round = std::min(corner, std::abs(rise) / 2.0);
    if (round >= 1.0) {
        const qreal step = rise > 0.0 ? round : -round;
        path.lineTo(turn - round, from.y());
        path.quadTo(turn, from.y(), turn, from.y() + step);
        path.lineTo(turn, to.y() - step);
        path.quadTo(turn, to.y(), turn + round, to.y());
    }
    path.lineTo(to);
    return path;
}

QPainterPath straightLine(const QPointF &from, const QPointF &to)
{
    QPainterPath path(from);
    path.lineTo(to);
    return path;
}

qreal middleOf(const QRect &rect)
{
    const int halfHeight = rect.height() / 2;
    return rect.top() + halfHeight + kMiddle;
}

qreal rightOf(const QRect &rect)
{
    return rect.left() + rect.width();
}

/// From the edge of the track at which the trunk arrives around the corner to the rule.
QPainterPath branchFrom(qreal edge, const TrackGeometry &geometry, const TrackMeasures &measures)
{
    const qreal x = measures.trunk() + kMiddle;
    const qreal y = geometry.centre + kMiddle;
    const qreal step = edge < y ? -measures.corner : measures.corner;
    QPainterPath path(QPointF(x, edge));
    path.lineTo(x, y + step);
    path.quadTo(x, y, x + measures.corner, y);
    path.lineTo(geometry.rule.left(), y);
    return path;
}

/// From the prompt around the corner to the edge of the track.
QPainterPath promptTurn(qreal edge, const TrackGeometry &geometry, const TrackMeasures &measures)
{
    const qreal x = measures.trunk() + kMiddle;
    const qreal y = geometry.centre + kMiddle;
    QPainterPath path(QPointF(measures.promptRight(), y));
    path.lineTo(x - measures.corner, y);
    path.quadTo(x, y, x, y + (edge < y ? -measures.corner : measures.corner));
    path.lineTo(x, edge);
    return path;
}

void addFork(TrackLines &lines, const TrackGeometry &geometry, const TrackMeasures &measures)
{
    const QPointF from(rightOf(geometry.rule), geometry.centre + kMiddle);
    const qreal turn = measures.fork() + kMiddle;
    for (qsizetype at = 0; at < geometry.targets; ++at) {
        const QRect &target = geometry.places.at(at);
        lines.fork.append(steppedLine(from, QPointF(target.left(), middleOf(target)), turn, measures.corner));
    }
    if (geometry.targets == 0)
        lines.fork.append(straightLine(from, QPointF(geometry.empty.left(), from.y())));
}

/// The lines of several targets meet in one: those at the ends turn into it, the others end at it.
void addJoin(TrackLines &lines, const TrackGeometry &geometry, const TrackMeasures &measures)
{
    const qreal y = geometry.centre + kMiddle;
    const QPointF to(geometry.places.at(geometry.targets).left(), y);
    const qreal turn = measures.join() + kMiddle;
    if (geometry.targets == 0) {
        lines.fallbacks.addPath(straightLine(QPointF(rightOf(geometry.empty), y), to));
        return;
    }
    const QPointF meeting(geometry.targets > 1 ? turn + measures.corner : rightOf(geometry.places.first()),
                          y);
    lines.fallbacks.addPath(straightLine(meeting, to));
    if (geometry.targets == 1)
        return;
    for (qsizetype at = 0; at < geometry.targets; ++at) {
        const QRect &target = geometry.places.at(at);
        const QPointF from(rightOf(target), middleOf(target));
        const bool atEnd = at == 0 || at == geometry.targets - 1;
        const bool isLevel = std::abs(from.y() - y) < 1.0;
        if (atEnd)
            lines.fallbacks.addPath(steppedLine(from, meeting, turn, measures.corner));
        else
            lines.fallbacks.addPath(straightLine(from, isLevel ? meeting : QPointF(turn, from.y())));
    }
}

void addFallbacks(TrackLines &lines, const TrackGeometry &geometry, const TrackMeasures &measures)
{
    if (geometry.fallbacks() == 0)
        return;
    addJoin(lines, geometry, measures);
    const qreal y = geometry.centre + kMiddle;
    for (qsizetype at = geometry.targets + 1; at < geometry.places.size(); ++at) {
        const QRect &from = geometry.places.at(at - 1);
        lines.fallbacks.addPath(
            straightLine(QPointF(rightOf(from), y), QPointF(geometry.places.at(at).left(), y)));
    }
}

} // namespace

TrackShape trackShape(const core::RuleSet &rules, qsizetype place)
{
    const core::Chain &chain = core::ruleAt(rules, place).chain;
    return {chain.targets.size(), chain.fallbacks.size(), place == rules.rules.size()};
}

TrackGeometry trackGeometry(const TrackShape &shape, const TrackMeasures &measures)
{
    TrackGeometry result;
    const int top = measures.trackGap / 2 + (shape.isDefault ? measures.defaultGap : 0);
    const int stacked = static_cast<int>(std::max<qsizetype>(1, shape.targets));
    const int stack = stacked * measures.nodeHeight + (stacked - 1) * measures.stackGap;
    const QSize node(measures.targetWidth, measures.nodeHeight);
    result.height = top + stack + measures.trackGap / 2;
    result.centre = top + stack / 2;
    result.targets = shape.targets;
    const int row = result.centre - measures.nodeHeight / 2;
    result.rule = QRect(measures.ruleLeft(), row, measures.ruleWidth, measures.nodeHeight);
    for (int at = 0; at < static_cast<int>(shape.targets); ++at) {
        const int y = top + at * (measures.nodeHeight + measures.stackGap);
        result.places.append(QRect(QPoint(measures.targetLeft(), y), node));
    }
    if (shape.targets == 0)
        result.empty = QRect(QPoint(measures.targetLeft(), row), node);
    for (qsizetype at = 0; at < shape.fallbacks; ++at)
        result.places.append(QRect(QPoint(measures.fallbackLeft(at), row), node));
    result.addTarget =
        QRect(measures.targetLeft(), top + stack + kBelowStack, measures.addTargetWidth, measures.pillHeight);
    const QSize pill(measures.addFallbackWidth, measures.pillHeight);
    if (shape.fallbacks > 0) {
        const int last = measures.fallbackLeft(shape.fallbacks - 1);
        result.addFallback = QRect(QPoint(last, row + measures.nodeHeight + kBelowStack), pill);
        result.right = last + std::max(measures.targetWidth, pill.width());
    } else {
        const int beside = measures.targetRight() + measures.pillGap;
        result.addFallback = QRect(QPoint(beside, result.centre - pill.height() / 2), pill);
        result.right = beside + pill.width();
    }
    return result;
}

TrackLines trackLines(const TrackGeometry &geometry, const TrackMeasures &measures, const TrackCourse &course)
{
    TrackLines lines;
    const qreal x = measures.trunk() + kMiddle;
    const qreal y = geometry.centre + kMiddle;
    const QPointF top(x, 0.0);
    const QPointF bottom(x, geometry.height);
    switch (course.side) {
    case TrackCourse::Side::Above:
        lines.branch = branchFrom(bottom.y(), geometry, measures);
        if (course.goesUp)
            lines.up = straightLine(bottom, top);
        break;
    case TrackCourse::Side::Below:
        lines.branch = branchFrom(top.y(), geometry, measures);
        if (course.goesDown)
            lines.down = straightLine(top, bottom);
        break;
    case TrackCourse::Side::Level:
        lines.branch = straightLine(QPointF(measures.promptRight(), y), QPointF(geometry.rule.left(), y));
        if (course.goesUp)
            lines.up = promptTurn(top.y(), geometry, measures);
        if (course.goesDown)
            lines.down = promptTurn(bottom.y(), geometry, measures);
        break;
    }
    addFork(lines, geometry, measures);
    addFallbacks(lines, geometry, measures);
    return lines;
}

QRect trackLabelRect(const TrackGeometry &geometry, const TrackMeasures &measures, qsizetype place)
{
    constexpr int kBeside = 3;
    const QRect &node = geometry.places.at(place);
    int from = measures.fork();
    if (place == geometry.targets)
        from = geometry.targets > 1 ? measures.join() : measures.targetRight() - measures.corner;
    else if (place > geometry.targets)
        from = geometry.places.at(place - 1).left() + measures.targetWidth - measures.corner;
    from += measures.corner + kBeside;
    const int y = node.top() + node.height() / 2;
    return QRect(from, y - node.height() / 2, node.left() - kBeside - from, node.height() / 2 - kBeside);
}

void TrackPlan::arrange()
{
    tops.clear();
    int y = measures.margin;
    int right = measures.targetRight();
    for (const TrackGeometry &track : std::as_const(tracks)) {
        tops.append(y);
        y += track.height;
        right = std::max(right, track.right);
    }
    level = -1;
    prompt = {};
    addRule = {};
    if (tracks.isEmpty()) {
        size = {};
        return;
    }
    const auto heightOf = [this](qsizetype track) { return tops.at(track) + tracks.at(track).centre; };
    const int wanted = std::min((heightOf(0) + heightOf(tracks.size() - 1)) / 2, measures.lowestPrompt);
    level = 0;
    for (qsizetype track = 1; track < tracks.size(); ++track) {
        if (std::abs(heightOf(track) - wanted) < std::abs(heightOf(level) - wanted))
            level = track;
    }
    prompt = QRect(measures.margin, heightOf(level) - measures.nodeHeight / 2, measures.promptWidth,
                   measures.nodeHeight);
    addRule = QRect(measures.ruleLeft(), y - measures.pillHeight / 4, measures.addRuleWidth,
                    measures.pillHeight + 4);
    size = QSize(right + measures.margin, addRule.top() + addRule.height() + measures.foot);
}

TrackCourse TrackPlan::courseOf(qsizetype track) const
{
    const auto side = track < level ? TrackCourse::Side::Above
        : track > level             ? TrackCourse::Side::Below
                                    : TrackCourse::Side::Level;
    return {side, track > 0 && track <= level, track >= level && track < tracks.size() - 1};
}

QRect TrackPlan::rectOf(const RulePlace &place) const
{
    if (place.rule < 0 || place.rule >= tracks.size())
        return {};
    const TrackGeometry &track = tracks.at(place.rule);
    const QRect rect = place.target < 0 ? track.rule : track.places.value(place.target);
    return rect.isNull() ? rect : rect.translated(0, tops.at(place.rule));
}

QRect TrackPlan::rectOf(const TrackHit &hit) const
{
    switch (hit.spot) {
    case TrackSpot::Nothing:
        return {};
    case TrackSpot::Prompt:
        return prompt;
    case TrackSpot::AddRule:
        return addRule;
    case TrackSpot::Rule:
    case TrackSpot::Target:
        return rectOf(hit.place);
    case TrackSpot::AddTarget:
    case TrackSpot::AddFallback:
        break;
    }
    if (hit.place.rule < 0 || hit.place.rule >= tracks.size())
        return {};
    const TrackGeometry &track = tracks.at(hit.place.rule);
    const QRect rect = hit.spot == TrackSpot::AddFallback ? track.addFallback
        : track.empty.isNull()                            ? track.addTarget
                                                          : track.empty;
    return rect.translated(0, tops.at(hit.place.rule));
}

qsizetype TrackPlan::trackAt(int y) const
{
    const auto next = std::upper_bound(tops.cbegin(), tops.cend(), y);
    return tracks.isEmpty() ? -1 : std::max<qsizetype>(0, next - tops.cbegin() - 1);
}

TrackHit TrackPlan::hitAt(const QPoint &point) const
{
    const qsizetype at = trackAt(point.y());
    if (at < 0)
        return {};
    if (prompt.contains(point))
        return {TrackSpot::Prompt, {}};
    if (addRule.contains(point))
        return {TrackSpot::AddRule, {}};
    const TrackGeometry &track = tracks.at(at);
    const QPoint inside = point - QPoint(0, tops.at(at));
    if (track.rule.contains(inside))
        return {TrackSpot::Rule, {at, -1}};
    for (qsizetype place = 0; place < track.places.size(); ++place) {
        if (track.places.at(place).contains(inside))
            return {TrackSpot::Target, {at, place}};
    }
    if (track.empty.contains(inside) || (track.empty.isNull() && track.addTarget.contains(inside)))
        return {TrackSpot::AddTarget, {at, -1}};
    if (track.addFallback.contains(inside))
        return {TrackSpot::AddFallback, {at, -1}};
    return {};
}

} // namespace ui
