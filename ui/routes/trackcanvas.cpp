#include "ui/routes/trackcanvas.h"

#include "ui/routes/trackaccess.h"
#include "ui/routes/trackcanvasparts.h"

#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kLeastZoom = 0.1;
constexpr double kMostZoom = 3.0;
/// Very many tracks are fitted all the same.
constexpr double kLeastFit = 0.02;
/// Zooming goes from one power of it to the next: letters are drawn anew for each zoom and kept for some.
constexpr double kZoomStep = 1.2;
constexpr int kWheelNotch = 120;
/// What is brought into view keeps so far from the edges.
constexpr int kAroundShown = 32;

/// The next power of kZoomStep, `steps` above or below.
double steppedZoom(double zoom, int steps)
{
    constexpr double kNearEnough = 0.02;
    const double place = std::log(zoom) / std::log(kZoomStep);
    const double from = steps > 0 ? std::floor(place + kNearEnough) : std::ceil(place - kNearEnough);
    return std::pow(kZoomStep, from + steps);
}

bool addsSomething(const TrackHit &hit)
{
    return hit.spot == TrackSpot::AddTarget || hit.spot == TrackSpot::AddFallback
        || hit.spot == TrackSpot::AddRule;
}

/// As plain text that is wrapped.
QString wrappedTip(const QString &text)
{
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace

TrackCanvas::TrackCanvas(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : QGraphicsView(parent), m_parts(std::make_unique<Parts>(*this, editor, context))
{
    TrackAccess::install();
    // Before anything is said of the canvas: what it is described by is chosen then, and needs the scene.
    setScene(&m_parts->scene);
    setAccessibleName(tr("Rules as tracks"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setInteractive(false);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&editor, &RuleEditor::selectionChanged, this, &TrackCanvas::noteSelection);
    connect(&editor, &RuleEditor::changed, this, &TrackCanvas::describe);
    connect(&m_parts->scene, &TrackScene::arranged, this, &TrackCanvas::noteArrangement);
    connect(&context.theme, &Theme::changed, this, &TrackCanvas::takeColours);
    takeColours();
    describe();
}

TrackCanvas::~TrackCanvas()
{
    // The scene goes first; nothing may come of that.
    m_parts->scene.disconnect(this);
    m_parts->editor.disconnect(this);
    setScene(nullptr);
}

void TrackCanvas::setDecision(const std::optional<core::Decision> &decision)
{
    const qsizetype before = m_parts->scene.lit().rule;
    m_parts->scene.setDecision(decision);
    const RulePlace lit{m_parts->scene.lit().rule, -1};
    if (lit.rule >= 0 && lit.rule != before && !m_parts->isPressed && isVisible())
        ensureVisible(m_parts->scene.plan().rectOf(lit), kAroundShown, kAroundShown);
    describe();
}

void TrackCanvas::setPrompt(const core::PromptFacts &prompt)
{
    m_parts->scene.setPrompt(prompt);
}

double TrackCanvas::zoomFactor() const
{
    return transform().m11();
}

void TrackCanvas::setZoomFactor(double factor)
{
    zoomTo(std::clamp(factor, kLeastZoom, kMostZoom), viewport()->rect().center());
}

void TrackCanvas::zoomTo(double factor, const QPoint &anchor)
{
    if (qFuzzyCompare(factor, zoomFactor()))
        return;
    const QPointF fixed = mapToScene(anchor);
    setTransform(QTransform::fromScale(factor, factor));
    const QPoint moved = mapFromScene(fixed) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved.y());
    m_parts->gestures.follow();
    emit zoomChanged(factor);
}

void TrackCanvas::zoomBy(int steps, const QPoint &anchor)
{
    const double zoom = zoomFactor();
    const double wanted = std::clamp(steppedZoom(zoom, steps), kLeastZoom, kMostZoom);
    // What was fitted may be smaller than the least.
    if (steps > 0 ? wanted > zoom : wanted < zoom)
        zoomTo(wanted, anchor);
}

void TrackCanvas::zoomIn()
{
    zoomBy(1, viewport()->rect().center());
}

void TrackCanvas::zoomOut()
{
    zoomBy(-1, viewport()->rect().center());
}

void TrackCanvas::zoomFit()
{
    const QSizeF content = sceneRect().size();
    const QSizeF room = maximumViewportSize();
    const double fitting = std::min(room.width() / content.width(), room.height() / content.height());
    // Rounded down, so that no scroll bar appears for a fraction of a pixel.
    const double rounded = std::floor(fitting * 1000.0) / 1000.0;
    zoomTo(std::clamp(rounded, kLeastFit, 1.0), viewport()->rect().center());
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
}

const RulePlace &TrackCanvas::selection() const
{
    return m_parts->editor.selection();
}

void TrackCanvas::select(const RulePlace &place)
{
    m_parts->editor.select(place);
}

void TrackCanvas::activateSelection()
{
    const RulePlace place = selection();
    if (place.rule >= 0 && place.target >= 0)
        emit targetActivated(place);
    else if (place.rule >= 0)
        emit ruleActivated(place.rule);
}

void TrackCanvas::showSelection()
{
    // Before it has its size, scrolling would lead astray.
    if (!isVisible()) {
        m_parts->isSelectionUnseen = true;
        return;
    }
    const QRect rect = m_parts->scene.plan().rectOf(selection());
    if (!rect.isNull())
        ensureVisible(rect, kAroundShown, kAroundShown);
}

TrackHit TrackCanvas::hitAt(const QPoint &at) const
{
    const TrackHit hit = m_parts->scene.hitAt(mapToScene(at));
    const bool isPill = hit.spot == TrackSpot::AddFallback
        || (hit.spot == TrackSpot::AddTarget
            && m_parts->scene.plan().tracks.at(hit.place.rule).empty.isNull());
    // They are not drawn where words are not.
    const bool isDrawn = zoomFactor() * m_parts->context.theme.zoom() >= kTrackWordsFrom;
    return isPill && !isDrawn ? TrackHit() : hit;
}

void TrackCanvas::wantTarget(const ChainPlace &place, const QRect &below)
{
    const QPoint at = mapFromScene(QPointF(below.left(), below.top() + below.height()));
    const QRect seen = viewport()->rect();
    emit targetWanted(place,
                      viewport()->mapToGlobal(QPoint(std::clamp(at.x(), seen.left(), seen.right()),
                                                     std::clamp(at.y(), seen.top(), seen.bottom()))));
}

void TrackCanvas::add(const TrackHit &hit)
{
    if (hit.spot == TrackSpot::AddRule) {
        emit ruleWanted(m_parts->editor.rules().rules.size());
        return;
    }
    const core::Chain &chain = m_parts->editor.rule(hit.place.rule).chain;
    const bool fallback = hit.spot == TrackSpot::AddFallback;
    wantTarget({hit.place.rule, fallback, fallback ? chain.fallbacks.size() : chain.targets.size()},
               m_parts->scene.plan().rectOf(hit));
}

void TrackCanvas::showCursor(const TrackHit &hit)
{
    if (m_parts->isPanning || m_parts->gestures.isDragging())
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (m_parts->isSpaceHeld)
        viewport()->setCursor(Qt::OpenHandCursor);
    else if (addsSomething(hit))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

void TrackCanvas::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    if (std::exchange(m_parts->isSelectionUnseen, false))
        QMetaObject::invokeMethod(this, &TrackCanvas::showSelection, Qt::QueuedConnection);
}

bool TrackCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isTrackKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

bool TrackCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const TrackHit hit = hitAt(help->pos());
        const QRect rect = mapFromScene(QRectF(m_parts->scene.plan().rectOf(hit))).boundingRect();
        QToolTip::showText(help->globalPos(), wrappedTip(m_parts->scene.tip(hit)), viewport(), rect);
        return true;
    }
    if (event->type() == QEvent::Leave)
        m_parts->scene.clearHover();
    return QGraphicsView::viewportEvent(event);
}

void TrackCanvas::takeColours()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_parts->context.theme.colour(Theme::Token::Background));
    setPalette(colours);
    viewport()->update();
}

void TrackCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_parts->context.theme.colour(Theme::Token::Background));
}

void TrackCanvas::mousePressEvent(QMouseEvent *event)
{
    Parts &parts = *m_parts;
    const QPoint at = event->position().toPoint();
    const bool isLeft = event->button() == Qt::LeftButton;
    event->accept();
    if (event->button() == Qt::MiddleButton || (isLeft && parts.isSpaceHeld)) {
        parts.isPanning = true;
        parts.panFrom = at;
        return showCursor({});
    }
    if (!isLeft)
        return event->ignore();
    parts.isPressed = true;
    parts.pressed = hitAt(at);
    parts.gestures.press(parts.pressed, at);
    if (parts.pressed.spot == TrackSpot::Rule || parts.pressed.spot == TrackSpot::Target)
        select(parts.pressed.place);
}

void TrackCanvas::mouseMoveEvent(QMouseEvent *event)
{
    Parts &parts = *m_parts;
    const QPoint at = event->position().toPoint();
    if (parts.isPanning) {
        const QPoint moved = at - std::exchange(parts.panFrom, at);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        return;
    }
    // The end of a press may have gone elsewhere.
    if (parts.isPressed && !(event->buttons() & Qt::LeftButton)) {
        parts.isPressed = false;
        parts.gestures.cancel();
    }
    if (parts.isPressed && parts.gestures.move(at))
        return showCursor({});
    const TrackHit hit = hitAt(at);
    parts.scene.setHover(hit, mapToScene(at));
    showCursor(hit);
}

void TrackCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    Parts &parts = *m_parts;
    const QPoint at = event->position().toPoint();
    const TrackHit pressed = std::exchange(parts.pressed, {});
    const bool wasPressed = std::exchange(parts.isPressed, false);
    const bool wasPanning = std::exchange(parts.isPanning, false);
    const bool wasDragged = parts.gestures.release(at);
    const TrackHit hit = hitAt(at);
    showCursor(hit);
    event->accept();
    if (wasPressed && !wasPanning && !wasDragged && hit == pressed && addsSomething(hit))
        add(hit);
}

void TrackCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TrackHit hit = hitAt(event->position().toPoint());
    const bool isNode = hit.spot == TrackSpot::Rule || hit.spot == TrackSpot::Target;
    if (event->button() != Qt::LeftButton || !isNode || m_parts->isSpaceHeld)
        return mousePressEvent(event);
    event->accept();
    select(hit.place);
    activateSelection();
}

void TrackCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        m_parts->turned = 0;
        QGraphicsView::wheelEvent(event);
        return m_parts->gestures.follow();
    }
    event->accept();
    m_parts->turned += event->angleDelta().y();
    if (const int steps = m_parts->turned / kWheelNotch) {
        m_parts->turned -= steps * kWheelNotch;
        zoomBy(steps, event->position().toPoint());
    }
}

void TrackCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void TrackCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_parts->gestures.over(*event->mimeData(), event->position().toPoint()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void TrackCanvas::dragLeaveEvent(QDragLeaveEvent *)
{
    m_parts->gestures.leave();
}

void TrackCanvas::dropEvent(QDropEvent *event)
{
    if (m_parts->gestures.drop(*event->mimeData(), event->position().toPoint()))
        event->acceptProposedAction();
    else
        event->ignore();
}

} // namespace ui
