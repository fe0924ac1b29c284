#pragma once

#include "ui/routes/ruleeditor.h"

#include <QList>
#include <QPainterPath>
#include <QRect>

namespace ui {

/// The sizes of the tracks in scene units: pixels at the theme's zoom. What stands here is the design.
struct TrackMeasures
{
    int margin = 16;
    int promptWidth = 100;
    int promptGap = 32;
    int ruleWidth = 208;
    int forkGap = 62;
    int targetWidth = 180;
    int fallbackGap = 82;
    int nodeHeight = 52;
    /// Between targets of one chain, between tracks, and further above the default.
    int stackGap = 16;
    int trackGap = 56;
    int defaultGap = 24;
    int pillHeight = 22;
    int pillGap = 12;
    int addTargetWidth = 80;
    int addFallbackWidth = 96;
    int addRuleWidth = 80;
    /// How far a line runs on before it turns, and how round it turns.
    int stub = 10;
    int corner = 10;
    /// The prompt stands no further down, so that it is seen beside the first rules of many.
    int lowestPrompt = 300;
    /// Free below everything, for what stands over the corner of the canvas.
    int foot = 56;

    int promptRight() const { return margin + promptWidth; }
    int trunk() const { return promptRight() + promptGap / 2; }
    int ruleLeft() const { return promptRight() + promptGap; }
    int ruleRight() const { return ruleLeft() + ruleWidth; }
    int fork() const { return ruleRight() + stub; }
    int targetLeft() const { return ruleRight() + forkGap; }
    int targetRight() const { return targetLeft() + targetWidth; }
    int join() const { return targetRight() + stub; }
    int fallbackLeft(qsizetype at) const
    {
        return targetRight() + fallbackGap + static_cast<int>(at) * (targetWidth + fallbackGap);
    }

    bool operator==(const TrackMeasures &) const = default;
};

/// What a track has to hold.
struct TrackShape
{
    qsizetype targets = 0;
    qsizetype fallbacks = 0;
    bool isDefault = false;

    bool operator==(const TrackShape &) const = default;
};

TrackShape trackShape(const core::RuleSet &rules, qsizetype place);

/// Where everything of one track stands, from its own upper left corner. The edges of rectangles are those of
/// QRect: `left + width` is the first column beside it.
struct TrackGeometry
{
    int height = 0;
    /// The middle of the rule and of the fallbacks.
    int centre = 0;
    QRect rule = {};
    /// The targets and then the fallbacks.
    QList<QRect> places = {};
    qsizetype targets = 0;
    /// Stands where the first target would; null when there is one.
    QRect empty = {};
    QRect addTarget = {};
    QRect addFallback = {};
    /// The end of all that.
    int right = 0;

    qsizetype fallbacks() const { return places.size() - targets; }

    bool operator==(const TrackGeometry &) const = default;
};

TrackGeometry trackGeometry(const TrackShape &shape, const TrackMeasures &measures);

/// On which side of the prompt a track lies, and whether others lie beyond it.
struct TrackCourse
{
    enum class Side { Above, Level, Below };

    Side side = Side::Level;
    bool goesUp = false;
    bool goesDown = false;

    bool operator==(const TrackCourse &) const = default;
};

/// The lines of one track.
struct TrackLines
{
    /// From the trunk, or from the prompt itself, to the rule.
    QPainterPath branch = {};
    /// The trunk through this track to those above and below it.
    QPainterPath up = {};
    QPainterPath down = {};
    /// From the rule to each target, or to where one would stand.
    QList<QPainterPath> fork = {};
    /// From the targets to the fallbacks, one after the other: drawn as one, since dashes over dashes fill
    /// the gaps.
    QPainterPath fallbacks = {};
};

TrackLines trackLines(const TrackGeometry &geometry, const TrackMeasures &measures,
                      const TrackCourse &course);

/// The room for the words on the line that leads to a target or fallback; they stand on its lower edge.
QRect trackLabelRect(const TrackGeometry &geometry, const TrackMeasures &measures, qsizetype place);

/// What is at a point.
enum class TrackSpot { Nothing, Prompt, Rule, Target, AddTarget, AddFallback, AddRule };

struct TrackHit
{
    TrackSpot spot = TrackSpot::Nothing;
    /// With AddTarget and AddFallback the rule; its `target` is -1.
    RulePlace place = {};

    bool operator==(const TrackHit &) const = default;
};

/// All tracks one below the other, in scene units. A value; arrange() follows each change of `tracks`.
struct TrackPlan
{
    TrackMeasures measures = {};
    /// The default's comes last.
    QList<TrackGeometry> tracks = {};
    QList<int> tops = {};
    /// The track at whose height the prompt stands.
    qsizetype level = -1;
    QRect prompt = {};
    QRect addRule = {};
    QSize size = {};

    void arrange();
    TrackCourse courseOf(qsizetype track) const;
    /// Null when the place is not there.
    QRect rectOf(const RulePlace &place) const;
    QRect rectOf(const TrackHit &hit) const;
    /// The nearest one; -1 when there is none.
    qsizetype trackAt(int y) const;
    TrackHit hitAt(const QPoint &point) const;
};

} // namespace ui
