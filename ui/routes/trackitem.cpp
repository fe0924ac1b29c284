#include "ui/routes/trackitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace ui {

namespace {

constexpr qreal kLiftedOpacity = 0.35;
/// Above the first of several targets.
constexpr int kOrderDistance = 4;

} // namespace

TrackItem::TrackItem(const TrackStyle &style) : m_style(style)
{
    setFlag(ItemUsesExtendedStyleOption);
    setAcceptedMouseButtons(Qt::NoButton);
}

void TrackItem::setWords(const TrackWords &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_faces.clear();
    update();
}

void TrackItem::setGeometry(const TrackGeometry &geometry, const TrackCourse &course)
{
    if (geometry == m_geometry && course == m_course)
        return;
    prepareGeometryChange();
    m_geometry = geometry;
    m_course = course;
    m_lines = trackLines(geometry, m_style.measures, course);
    m_fork.clear();
    for (const QPainterPath &path : std::as_const(m_lines.fork))
        m_fork.addPath(path);
    m_faces.clear();
    update();
}

void TrackItem::setLight(const TrackLight &light)
{
    if (light == m_light)
        return;
    m_light = light;
    update();
}

void TrackItem::setSelection(std::optional<qsizetype> target, bool focused)
{
    const bool shown = target && focused;
    if (target == m_selected && shown == m_focused)
        return;
    m_selected = target;
    m_focused = shown;
    update();
}

void TrackItem::setHover(const TrackHit &hit, bool inside)
{
    if (hit == m_hover && inside == m_inside)
        return;
    m_hover = hit;
    m_inside = inside;
    update();
}

void TrackItem::setLifted(std::optional<qsizetype> target)
{
    if (target == m_lifted)
        return;
    m_lifted = target;
    update();
}

void TrackItem::restyle()
{
    prepareGeometryChange();
    m_faces.clear();
    m_geometry = {};
    update();
}

QRectF TrackItem::boundingRect() const
{
    // The first pixel beside it is that of antialiased edges.
    return QRectF(-1.0, 0.0, m_geometry.right + 2.0, m_geometry.height).adjusted(0.0, -2.0, 0.0, 2.0);
}

void TrackItem::prepare() const
{
    if (!m_faces.isEmpty())
        return;
    const TrackMeasures &measures = m_style.measures;
    m_faces.append(nodeFace(m_words.rule, m_style, measures.ruleWidth, 0, true));
    for (qsizetype place = 0; place < m_words.places.size(); ++place) {
        const int room =
            place < m_geometry.places.size() ? trackLabelRect(m_geometry, measures, place).width() : 0;
        m_faces.append(nodeFace(m_words.places.at(place), m_style, measures.targetWidth, room, false));
    }
    m_order = trackText(m_words.order, m_style.labelFont, measures.targetWidth);
    m_addTarget = trackText(TrackTexts::addTarget(), m_style.lineFont);
    m_addFallback = trackText(TrackTexts::addFallback(), m_style.lineFont);
}

const QRect &TrackItem::rectOf(qsizetype target) const
{
    return target < 0 ? m_geometry.rule : m_geometry.places.at(target);
}

NodeLook TrackItem::lookOf(qsizetype target) const
{
    const NodeWords &words = target < 0 ? m_words.rule : m_words.places.at(target);
    NodeLook look;
    look.lit = target < 0 ? m_light.rule : m_light.target == target;
    look.selected = m_selected == target;
    look.focused = m_focused;
    look.hovered = (m_hover.spot == TrackSpot::Rule || m_hover.spot == TrackSpot::Target)
        && m_hover.place.target == target;
    look.off = !m_words.on;
    look.mood = words.mood;
    look.letters[0] = words.title.size();
    look.letters[1] = words.line.size();
    return look;
}

void TrackItem::paintLines(const TrackPainter &drawing) const
{
    using Line = TrackPainter::Line;
    const Line own = m_words.on ? Line::Plain : Line::Quiet;
    // The trunk leads on to other rules: what is quiet here must not lie over it.
    drawing.line(m_lines.branch, own);
    drawing.line(m_lines.up, Line::Plain);
    drawing.line(m_lines.down, Line::Plain);
    drawing.line(m_fork, own);
    drawing.line(m_lines.fallbacks, m_words.on ? Line::Fallback : Line::QuietFallback);
    if (m_light.up)
        drawing.line(m_lines.up, Line::Lit);
    if (m_light.down)
        drawing.line(m_lines.down, Line::Lit);
    if (m_light.branch)
        drawing.line(m_lines.branch, Line::Lit);
    if (m_light.target >= 0 && m_light.target < m_geometry.targets)
        drawing.line(m_lines.fork.at(m_light.target), Line::Lit);
}

void TrackItem::paintNodes(QPainter &painter, const TrackPainter &drawing, const QRectF &exposed) const
{
    for (qsizetype target = -1; target < m_geometry.places.size(); ++target) {
        const QRect &rect = rectOf(target);
        // What hangs below a node and what stands around it counts.
        const int around = m_style.measures.stackGap + m_style.labelHeight;
        if (!exposed.intersects(QRectF(rect).adjusted(-around, -around, around, around)))
            continue;
        const bool lifted = m_lifted && (*m_lifted < 0 || m_lifted == target);
        if (lifted)
            painter.setOpacity(kLiftedOpacity);
        const NodeLook look = lookOf(target);
        drawing.node(rect, look);
        if (drawing.hasWords())
            drawing.face(rect, m_faces.at(target + 1), look);
        if (lifted)
            painter.setOpacity(1.0);
    }
    if (m_geometry.empty.isNull())
        return;
    const bool hovered = m_hover.spot == TrackSpot::AddTarget;
    drawing.pill(m_geometry.empty, m_addTarget, hovered);
}

void TrackItem::paintLabels(const TrackPainter &drawing) const
{
    for (qsizetype place = 0; place < m_geometry.places.size(); ++place)
        drawing.label(trackLabelRect(m_geometry, m_style.measures, place), m_faces.at(place + 1));
    if (m_geometry.targets > 0)
        drawing.text(QPoint(m_geometry.places.first().left(),
                            m_geometry.places.first().top() - m_style.labelHeight - kOrderDistance),
                     m_order, Theme::Token::Ink2);
}

void TrackItem::paintPills(const TrackPainter &drawing) const
{
    if (!drawing.hasWords() || m_lifted || !(m_inside || m_selected))
        return;
    if (m_geometry.empty.isNull())
        drawing.pill(m_geometry.addTarget, m_addTarget, m_hover.spot == TrackSpot::AddTarget);
    drawing.pill(m_geometry.addFallback, m_addFallback, m_hover.spot == TrackSpot::AddFallback);
}

void TrackItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    // Words and places follow one another within one change.
    if (m_words.places.size() != m_geometry.places.size())
        return;
    const TrackPainter drawing(*painter, m_style);
    if (drawing.hasWords())
        prepare();
    paintLines(drawing);
    paintNodes(*painter, drawing, option->exposedRect);
    if (drawing.hasWords())
        paintLabels(drawing);
    paintPills(drawing);
}

void TrackItem::paintNode(QPainter &painter, qsizetype target) const
{
    const TrackPainter drawing(painter, m_style);
    prepare();
    NodeLook look = lookOf(target);
    look.selected = false;
    drawing.node(rectOf(target), look);
    if (drawing.hasWords())
        drawing.face(rectOf(target), m_faces.at(target + 1), look);
}

} // namespace ui
