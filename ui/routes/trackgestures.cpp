#include "ui/routes/trackgestures.h"

#include "ui/routes/trackscene.h"

#include <QApplication>
#include <QDrag>
#include <QGraphicsPixmapItem>
#include <QGraphicsView>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto kScrollEvery = 16ms;
/// So near to an edge it scrolls, by so much at most.
constexpr int kScrollZone = 36;
constexpr int kFastestScroll = 24;
/// So far beside the canvas a drag is the desktop's.
constexpr int kHandOver = 12;
constexpr qreal kGhostOpacity = 0.85;
constexpr qreal kGhostAbove = 20.0;

} // namespace

TrackGestures::TrackGestures(QGraphicsView &view, TrackScene &scene, RuleEditor &editor)
    : m_view(view), m_scene(scene), m_editor(editor)
{
    m_scroll.setInterval(kScrollEvery);
    connect(&m_scroll, &QTimer::timeout, this, &TrackGestures::scroll);
    // What is dragged may be something else by now.
    connect(&editor, &RuleEditor::changed, this, &TrackGestures::cancel);
    connect(&editor, &RuleEditor::reset, this, &TrackGestures::cancel);
}

TrackGestures::~TrackGestures() = default;

void TrackGestures::press(const TrackHit &hit, const QPoint &at)
{
    cancel();
    m_pressed = hit;
    m_pressedAt = at;
}

bool TrackGestures::move(const QPoint &at)
{
    m_at = at;
    const bool canBegin = m_pressed.spot == TrackSpot::Target
        || (m_pressed.spot == TrackSpot::Rule && !m_editor.isDefault(m_pressed.place.rule));
    if (!isDragging() && canBegin
        && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        begin();
    if (!isDragging())
        return false;
    if (m_ghost && (at.x() < -kHandOver || at.x() >= m_view.viewport()->width() + kHandOver)) {
        handOver();
        return true;
    }
    follow();
    return true;
}

void TrackGestures::begin()
{
    const RulePlace place = m_pressed.place;
    m_load = {};
    if (place.target < 0)
        m_load.rule = place.rule;
    else
        m_load.target = m_editor.chainPlace(place);
    const double scale = std::max(0.1, m_view.transform().m11());
    const QPixmap picture = m_scene.picture(place, scale, m_view.devicePixelRatioF());
    m_ghost = m_scene.addPixmap(picture);
    m_ghost->setScale(1.0 / scale);
    m_ghost->setOpacity(kGhostOpacity);
    m_ghost->setZValue(kGhostAbove);
    m_grip = m_view.mapToScene(m_pressedAt) - QPointF(m_scene.plan().rectOf(place).topLeft());
    m_scene.clearHover();
    m_scene.showLifted(m_load);
}

void TrackGestures::follow()
{
    if (!isDragging())
        return;
    const QPointF point = m_view.mapToScene(m_at);
    if (m_ghost)
        m_ghost->setPos(point - m_grip);
    m_drop = trackDropAt(m_scene.plan(), m_load, QPoint(qFloor(point.x()), qFloor(point.y())));
    m_scene.showDrop(m_drop);
    const QSize size = m_view.viewport()->size();
    const bool pulls = pull(m_at.x(), size.width()) != 0 || pull(m_at.y(), size.height()) != 0;
    if (pulls && !m_scroll.isActive())
        m_scroll.start();
    else if (!pulls)
        m_scroll.stop();
}

int TrackGestures::pull(int at, int length)
{
    const int before = kScrollZone - at;
    const int behind = at - (length - kScrollZone);
    const int depth = before > 0 ? -before : std::max(0, behind);
    return std::clamp(depth, -kFastestScroll, kFastestScroll);
}

void TrackGestures::scroll()
{
    QScrollBar *const across = m_view.horizontalScrollBar();
    QScrollBar *const down = m_view.verticalScrollBar();
    const QPoint before(across->value(), down->value());
    const QSize size = m_view.viewport()->size();
    across->setValue(before.x() + pull(m_at.x(), size.width()));
    down->setValue(before.y() + pull(m_at.y(), size.height()));
    if (before == QPoint(across->value(), down->value()))
        m_scroll.stop();
    else
        follow();
}

void TrackGestures::end()
{
    m_scroll.stop();
    m_pressed = {};
    m_load = {};
    m_drop = {};
    if (m_ghost) {
        m_scene.removeItem(m_ghost);
        delete std::exchange(m_ghost, nullptr);
    }
    m_scene.showDrop({});
    m_scene.showLifted({});
}

bool TrackGestures::release(const QPoint &at)
{
    const bool dragged = isDragging() && m_ghost;
    if (dragged) {
        m_at = at;
        follow();
    }
    const TrackLoad load = dragged ? m_load : TrackLoad();
    const TrackDrop wanted = m_drop;
    end();
    applyTrackDrop(m_editor, load, wanted);
    return dragged;
}

bool TrackGestures::cancel()
{
    const bool dragged = isDragging();
    end();
    return dragged;
}

void TrackGestures::handOver()
{
    auto *const data = new QMimeData;
    m_load.write(*data, m_editor.stamp());
    const RulePlace place = m_load.rule >= 0 ? RulePlace{m_load.rule, -1} : m_editor.rulePlace(m_load.target);
    if (const core::ChainTarget *const target = m_editor.target(m_load.target))
        data->setText(target->name.toString());
    auto *const drag = new QDrag(&m_view);
    drag->setMimeData(data);
    const double scale = std::max(0.1, m_view.transform().m11());
    drag->setPixmap(m_scene.picture(place, scale, m_view.devicePixelRatioF()));
    drag->setHotSpot((m_grip * scale).toPoint());
    end();
    drag->exec(Qt::MoveAction);
}

bool TrackGestures::over(const QMimeData &data, const QPoint &at)
{
    const TrackLoad load = TrackLoad::read(data, m_editor.stamp());
    if (load.isEmpty() || !m_editor.isOpen())
        return false;
    m_load = load;
    m_at = at;
    follow();
    return true;
}

void TrackGestures::leave()
{
    end();
}

bool TrackGestures::drop(const QMimeData &data, const QPoint &at)
{
    if (!over(data, at))
        return false;
    const TrackLoad load = m_load;
    const TrackDrop wanted = m_drop;
    end();
    // What it came from may go with the change; it is still in its own event.
    QMetaObject::invokeMethod(
        this, [this, load, wanted] { applyTrackDrop(m_editor, load, wanted); }, Qt::QueuedConnection);
    return true;
}

} // namespace ui
