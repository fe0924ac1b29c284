#include "ui/routes/trackextras.h"

#include <QPainter>

namespace ui {

namespace {

/// Room for lines and rings around a node.
constexpr qreal kAroundExtra = 3.0;
constexpr qreal kMarkWidth = 2.0;
constexpr qreal kMarkKnob = 4.0;
/// At the least zoom a mark is still two pixels wide.
constexpr qreal kMarkRoom = 44.0;
constexpr qreal kOverAll = 10.0;

} // namespace

void PromptItem::setWords(const NodeWords &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_face.reset();
    update();
}

void PromptItem::setRect(const QRect &rect)
{
    if (rect == m_rect)
        return;
    prepareGeometryChange();
    m_rect = rect;
}

void PromptItem::setLit(bool lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    update();
}

void PromptItem::restyle()
{
    m_face.reset();
    update();
}

QRectF PromptItem::boundingRect() const
{
    return QRectF(m_rect).adjusted(-kAroundExtra, -kAroundExtra, kAroundExtra, kAroundExtra);
}

void PromptItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_rect.isNull())
        return;
    const TrackPainter drawing(*painter, m_style);
    NodeLook look;
    look.lit = m_lit;
    look.letters[0] = m_words.title.size();
    look.letters[1] = m_words.line.size();
    drawing.node(m_rect, look);
    if (!drawing.hasWords())
        return;
    if (!m_face)
        m_face = nodeFace(m_words, m_style, m_rect.width(), 0, true);
    drawing.face(m_rect, *m_face, look);
}

void AddRuleItem::setRect(const QRect &rect)
{
    if (rect == m_rect)
        return;
    prepareGeometryChange();
    m_rect = rect;
}

void AddRuleItem::setHovered(bool hovered)
{
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    update();
}

void AddRuleItem::restyle()
{
    m_text.reset();
    update();
}

QRectF AddRuleItem::boundingRect() const
{
    return QRectF(m_rect).adjusted(-kAroundExtra, -kAroundExtra, kAroundExtra, kAroundExtra);
}

void AddRuleItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_rect.isNull())
        return;
    if (!m_text)
        m_text = trackText(TrackTexts::addRule(), m_style.lineFont);
    TrackPainter(*painter, m_style).pill(m_rect, *m_text, m_hovered);
}

DropMarkItem::DropMarkItem(const TrackStyle &style) : m_style(style)
{
    setZValue(kOverAll);
}

void DropMarkItem::setLine(const QLine &line)
{
    if (line == m_line)
        return;
    prepareGeometryChange();
    m_line = line;
}

QRectF DropMarkItem::boundingRect() const
{
    if (m_line.isNull())
        return {};
    const QRectF along(QPointF(m_line.p1()), QPointF(m_line.p2()));
    return along.normalized().adjusted(-kMarkRoom, -kMarkRoom, kMarkRoom, kMarkRoom);
}

void DropMarkItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_line.isNull())
        return;
    const qreal scale = std::max(0.1, painter->worldTransform().m11());
    const qreal larger = std::max(1.0, 1.0 / scale);
    const QColor accent = m_style.theme.colour(Theme::Token::Accent);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(accent, kMarkWidth * larger, Qt::SolidLine, Qt::FlatCap));
    painter->setBrush(m_style.theme.colour(Theme::Token::Panel));
    painter->drawLine(m_line);
    painter->drawEllipse(QPointF(m_line.p1()), kMarkKnob * larger, kMarkKnob * larger);
}

} // namespace ui
