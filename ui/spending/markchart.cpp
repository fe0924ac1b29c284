#include "ui/spending/markchart.h"

#include "ui/theme/paint.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kScaleTop = 10;
constexpr int kScaleBottom = 26;
constexpr int kScaleLeft = 14;
/// Left free for the focus ring.
constexpr int kRingEdge = 4;
constexpr double kScaleFont = 0.88;

} // namespace

MarkChart::MarkChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

bool MarkChart::leads(int) const
{
    return true;
}

QSize MarkChart::sizeHint() const
{
    return {m_theme.px(400), m_theme.px(220)};
}

QSize MarkChart::minimumSizeHint() const
{
    return {m_theme.px(200), m_theme.px(120)};
}

void MarkChart::setScales(const QList<Tick> &amounts, const QList<Tick> &below)
{
    m_amounts = amounts;
    m_below = below;
    update();
}

void MarkChart::forgetMarks()
{
    m_hovered = -1;
    m_cursor = -1;
    setAccessibleDescription({});
    update();
}

QRectF MarkChart::plot() const
{
    const QFontMetrics metrics(m_theme.font(kScaleFont));
    int labels = 0;
    for (const Tick &tick : m_amounts)
        labels = std::max(labels, metrics.horizontalAdvance(tick.text));
    return QRectF(rect()).adjusted(labels + m_theme.px(kScaleLeft), m_theme.px(kScaleTop), -m_theme.px(4),
                                   -m_theme.px(m_below.isEmpty() ? kScaleTop : kScaleBottom));
}

void MarkChart::drawScales(QPainter &painter) const
{
    const QRectF place = plot();
    painter.setFont(m_theme.font(kScaleFont));
    for (const Tick &tick : m_amounts) {
        const double y = std::round(place.bottom() - place.height() * tick.at) + 0.5;
        painter.setPen(QPen(m_theme.colour(Theme::Token::Line), 1.0));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        painter.drawText(QRectF(0, y - 20, place.left() - m_theme.px(8), 40),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), tick.text);
    }
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    for (const Tick &tick : m_below) {
        const double width = painter.fontMetrics().horizontalAdvance(tick.text) + 2.0;
        const double middle = place.left() + place.width() * tick.at;
        const double edge = m_theme.px(kRingEdge);
        const double left =
            std::clamp(middle - width / 2.0, edge, std::max(edge, this->width() - edge - width));
        painter.drawText(QRectF(left, place.bottom() + m_theme.px(4), width, m_theme.px(kScaleBottom - 4)),
                         static_cast<int>(Qt::AlignHCenter | Qt::AlignVCenter), tick.text);
    }
}

void MarkChart::drawOutline(QPainter &painter, int mark, const QColor &colour, qreal width) const
{
    if (mark < 0 || mark >= markCount())
        return;
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(markRect(mark).adjusted(-1, -1, 1, 1), 2, 2);
}

void MarkChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawScales(painter);
    drawMarks(painter);
    drawOutline(painter, m_hovered, m_theme.colour(Theme::Token::Ink2), 1.0);
    if (!hasFocus())
        return;
    drawOutline(painter, m_cursor, m_theme.colour(Theme::Token::Accent), 2.0);
    if (m_cursor < 0 && showsFocus(this))
        drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), kControlRadius);
}

int MarkChart::markAt(const QPointF &position) const
{
    // Those that lie on others come later.
    for (int mark = markCount(); mark-- > 0;) {
        if (markRect(mark).contains(position))
            return mark;
    }
    return -1;
}

void MarkChart::activate(int mark)
{
    if (mark >= 0 && mark < markCount() && leads(mark))
        emit activated(mark);
}

bool MarkChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const int mark = markAt(help->pos());
        if (mark >= 0)
            QToolTip::showText(help->globalPos(), markText(mark), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void MarkChart::mouseMoveEvent(QMouseEvent *event)
{
    const int mark = markAt(event->position());
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    setCursor(mark >= 0 && leads(mark) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), markText(mark), this);
    else
        QToolTip::hideText();
    update();
}

void MarkChart::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void MarkChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        activate(markAt(event->position()));
}

void MarkChart::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void MarkChart::moveCursor(int mark)
{
    m_cursor = mark;
    const QString text = markText(mark);
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(mapToGlobal(markRect(mark).topRight().toPoint()), text, this);
    update();
}

void MarkChart::keyPressEvent(QKeyEvent *event)
{
    const int last = markCount() - 1;
    int mark = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        mark = mark < 0 ? last : std::max(0, mark - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        mark = std::min(last, mark + 1);
        break;
    case Qt::Key_Home:
        mark = 0;
        break;
    case Qt::Key_End:
        mark = last;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_cursor);
        return;
    default:
        event->ignore();
        return;
    }
    if (last >= 0)
        moveCursor(mark);
}

} // namespace ui
