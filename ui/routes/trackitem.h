#pragma once

#include "ui/routes/trackpainting.h"

#include <QGraphicsItem>

namespace ui {

/// Which parts of a track belong to the path that a tried prompt takes.
struct TrackLight
{
    bool branch = false;
    /// The trunk, on to the tracks above or below.
    bool up = false;
    bool down = false;
    bool rule = false;
    /// The target that is asked first; -1: none.
    qsizetype target = -1;

    bool operator==(const TrackLight &) const = default;
};

/// One track: the rule, its targets and fallbacks, the lines between them and its part of the trunk, drawn at
/// once. Only what changed is prepared anew, and words not before they are seen. Owned by TrackScene.
class TrackItem : public QGraphicsItem
{
public:
    /// The style must outlive it.
    explicit TrackItem(const TrackStyle &style);

    void setWords(const TrackWords &words);
    const TrackWords &words() const { return m_words; }
    void setGeometry(const TrackGeometry &geometry, const TrackCourse &course);
    void setLight(const TrackLight &light);
    /// The place of the selected target, -1: the rule; nothing: none of this track.
    void setSelection(std::optional<qsizetype> target, bool focused);
    /// What the mouse is over; Nothing with `inside`: between the nodes.
    void setHover(const TrackHit &hit, bool inside);
    /// What is being dragged away, as with setSelection().
    void setLifted(std::optional<qsizetype> target);
    /// Fonts or measures are different now.
    void restyle();

    /// Draws one node alone, -1: the rule.
    void paintNode(QPainter &painter, qsizetype target) const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void prepare() const;
    NodeLook lookOf(qsizetype target) const;
    const QRect &rectOf(qsizetype target) const;
    void paintLines(const TrackPainter &painter) const;
    void paintNodes(QPainter &painter, const TrackPainter &drawing, const QRectF &exposed) const;
    void paintLabels(const TrackPainter &drawing) const;
    void paintPills(const TrackPainter &drawing) const;

    const TrackStyle &m_style;
    TrackWords m_words;
    TrackGeometry m_geometry;
    TrackCourse m_course;
    TrackLines m_lines;
    QPainterPath m_fork;
    TrackLight m_light;
    std::optional<qsizetype> m_selected;
    std::optional<qsizetype> m_lifted;
    TrackHit m_hover;
    bool m_inside = false;
    bool m_focused = false;
    /// Of the rule, then of the places; empty until they are drawn.
    mutable QList<NodeFace> m_faces;
    mutable TrackText m_order;
    mutable TrackText m_addTarget;
    mutable TrackText m_addFallback;
};

} // namespace ui
