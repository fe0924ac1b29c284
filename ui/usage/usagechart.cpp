#include "ui/usage/usagechart.h"

#include "ui/theme/paint.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

namespace {

/// Left free for the focus ring.
constexpr int kEdge = 4;

} // namespace

UsageChart::UsageChart(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_painter(theme)
{
    setObjectName(QStringLiteral("usage.chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chart of the usage"));
    connect(&theme, &Theme::changed, this, &UsageChart::layOutAgain);
}

void UsageChart::setPicture(const ChartPicture &picture)
{
    m_hovered = {};
    m_marked = {};
    // A drag goes on while newer figures of the same time come in.
    if (picture.bins.size() != this->picture().bins.size() || picture.kind != this->picture().kind)
        m_pressBin = -1;
    if (m_cursor.bar >= picture.bins.size() || m_cursor.series >= picture.series.size())
        m_cursor = {};
    m_painter.setPicture(picture);
    describeCursor();
    layOutAgain();
}

void UsageChart::layOutAgain()
{
    const int edge = m_theme.px(kEdge);
    m_painter.layOut(rect().adjusted(edge, 0, -edge, 0));
    update();
}

void UsageChart::setMarked(const Spot &spot)
{
    m_marked = spot;
    update();
}

void UsageChart::activate(const Spot &spot)
{
    if (picture().leads(spot))
        emit activated(spot.bar, spot.series);
}

void UsageChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_painter.paint(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDragging()) {
        QColor band = m_theme.colour(Theme::Token::Accent);
        band.setAlphaF(0.16F);
        painter.fillRect(m_painter.binsRect(std::min(m_pressBin, m_dragBin), std::max(m_pressBin, m_dragBin)),
                         band);
    }
    if (picture().leads(m_hovered))
        m_painter.outline(painter, m_hovered, Theme::Token::Ink2, 1.0);
    if (m_marked.bar >= 0)
        m_painter.outline(painter, m_marked, Theme::Token::Ink, 2.0);
    if (!hasFocus())
        return;
    m_painter.outline(painter, m_cursor, Theme::Token::Accent, 2.0);
    if (m_cursor.bar < 0 && showsFocus(this))
        drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), kControlRadius);
}

QSize UsageChart::sizeHint() const
{
    return {m_theme.px(400), m_theme.px(220)};
}

QSize UsageChart::minimumSizeHint() const
{
    return {m_theme.px(200), m_theme.px(96)};
}

void UsageChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutAgain();
}

void UsageChart::hover(const Spot &spot, const QPoint &globalPosition)
{
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    const bool leads = picture().leads(spot);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (leads)
        QToolTip::showText(globalPosition, picture().spotDetails(spot), this);
    else
        QToolTip::hideText();
    update();
}

void UsageChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_pressBin < 0 || !(event->buttons() & Qt::LeftButton)) {
        hover(m_painter.spotAt(position), event->globalPosition().toPoint());
        return;
    }
    if ((position - m_pressed).manhattanLength() < QApplication::startDragDistance() && !m_dragged)
        return;
    const QRectF &plot = m_painter.plot();
    m_dragged = true;
    m_dragBin = m_painter.binAt(std::clamp<double>(position.x(), plot.left(), plot.right()));
    QToolTip::hideText();
    update();
}

void UsageChart::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    m_pressBin = m_painter.binAt(m_pressed.x());
    m_dragBin = m_pressBin;
    m_dragged = false;
}

void UsageChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    const bool dragged = isDragging();
    const bool moved = m_dragged;
    const int first = std::min(m_pressBin, m_dragBin);
    const int last = std::max(m_pressBin, m_dragBin);
    m_pressBin = -1;
    m_dragged = false;
    update();
    if (dragged)
        emit rangeDragged(first, last);
    else if (!moved)
        activate(m_painter.spotAt(event->position().toPoint()));
}

void UsageChart::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void UsageChart::describeCursor()
{
    QStringList parts{picture().spotText(m_cursor)};
    parts.append(picture().eventsAt(m_cursor));
    parts.removeAll(QString());
    const QString text = parts.join(QStringLiteral(", "));
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void UsageChart::moveCursor(const Spot &spot)
{
    m_cursor = spot;
    describeCursor();
    QToolTip::showText(mapToGlobal(spotRect(spot).topRight()), picture().spotDetails(spot), this);
    update();
}

/// Left and right go from bin to bin, up and down through a bin's marks; of shares, one below the other, up
/// and down are the other way round.
bool UsageChart::moveBy(int key)
{
    const int last = static_cast<int>(picture().bins.size()) - 1;
    const int top = static_cast<int>(picture().series.size()) - 1;
    const bool shares = picture().kind == ChartPicture::Kind::Shares;
    const int up = shares ? -1 : 1;
    const int lowest = shares ? 0 : -1;
    Spot spot = m_cursor;
    if (last < 0 || top < 0)
        return false;
    switch (key) {
    case Qt::Key_Left:
        spot.bar = spot.bar < 0 ? last : std::max(0, spot.bar - 1);
        break;
    case Qt::Key_Right:
        spot.bar = spot.bar < 0 ? 0 : std::min(last, spot.bar + 1);
        break;
    case Qt::Key_Home:
        spot.bar = 0;
        break;
    case Qt::Key_End:
        spot.bar = last;
        break;
    case Qt::Key_Up:
        spot = {spot.bar < 0 ? last : spot.bar, std::clamp(spot.series + up, lowest, top)};
        break;
    case Qt::Key_Down:
        spot = {spot.bar < 0 ? last : spot.bar, std::clamp(spot.series - up, lowest, top)};
        break;
    default:
        return false;
    }
    spot.series = std::max(spot.series, lowest);
    moveCursor(spot);
    return true;
}

void UsageChart::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_cursor);
        return;
    case Qt::Key_Escape:
        emit left();
        return;
    default:
        if (!moveBy(event->key()))
            event->ignore();
    }
}

} // namespace ui
