#pragma once

#include "ui/routes/trackdrop.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

class QGraphicsPixmapItem;
class QGraphicsView;
class QMimeData;

namespace ui {

class TrackScene;

/// Dragging over the canvas: a rule or a target of its own, which is drawn at the mouse until it is dropped
/// or leaves the canvas sideways and becomes the desktop's to drag, and what comes from elsewhere. Nothing is
/// changed before the drop. Owned by TrackCanvas.
class TrackGestures : public QObject
{
    Q_OBJECT

public:
    TrackGestures(QGraphicsView &view, TrackScene &scene, RuleEditor &editor);
    ~TrackGestures() override;

    // Positions are those of the viewport.

    /// What may become a drag.
    void press(const TrackHit &hit, const QPoint &at);
    /// Whether something is dragged now.
    bool move(const QPoint &at);
    /// Whether that was the end of a drag.
    bool release(const QPoint &at);
    /// Whether there was one to be given up.
    bool cancel();
    bool isDragging() const { return !m_load.isEmpty(); }
    /// The view was scrolled below the mouse.
    void follow();

    /// Whether the data can be dropped here.
    bool over(const QMimeData &data, const QPoint &at);
    void leave();
    bool drop(const QMimeData &data, const QPoint &at);

private:
    void begin();
    void handOver();
    void scroll();
    /// How far to scroll for a mouse at `at` on an axis of so many pixels.
    static int pull(int at, int length);
    void end();

    QGraphicsView &m_view;
    TrackScene &m_scene;
    RuleEditor &m_editor;
    TrackHit m_pressed;
    QPoint m_pressedAt;
    TrackLoad m_load;
    TrackDrop m_drop;
    QPoint m_at;
    QPointF m_grip;
    /// The scene's, while something of the canvas is dragged.
    QGraphicsPixmapItem *m_ghost = nullptr;
    QTimer m_scroll;
};

} // namespace ui
