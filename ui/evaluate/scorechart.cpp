#include "ui/evaluate/scorechart.h"

#include "core/base/formatting.h"
#include "core/judging/paretofront.h"
#include "ui/theme/paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

constexpr int kLeft = 52;
constexpr int kRight = 24;
constexpr int kTop = 16;
constexpr int kBottom = 48;
constexpr double kRadius = 6.0;
/// How near the mouse must be to a point.
constexpr double kReach = 14.0;
constexpr double kMarks[] = {1.0, 2.0, 5.0};

} // namespace

ScoreChart::ScoreChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScoreChart::setSpots(const QList<ScoreSpot> &spots, bool byTime, const QString &axis)
{
    m_spots = spots;
    m_byTime = byTime;
    m_axis = axis;
    m_current = -1;
    m_hovered = -1;
    m_order.resize(spots.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&spots](int one, int other) { return spots.at(one).burden < spots.at(other).burden; });
    double least = 0.0;
    double most = 0.0;
    for (const ScoreSpot &spot : spots) {
        if (spot.burden <= 0.0)
            continue;
        least = least == 0.0 ? spot.burden : std::min(least, spot.burden);
        most = std::max(most, spot.burden);
    }
    m_from = least > 0.0 ? std::log10(least) - 0.25 : 0.0;
    m_to = most > 0.0 ? std::log10(most) + 0.25 : 1.0;
    setAccessibleDescription(
        spots.isEmpty() ? QString() : tr("%n models; arrow keys read each", nullptr, int(spots.size())));
    update();
}

QRectF ScoreChart::plot() const
{
    return QRectF(rect()).adjusted(m_theme.px(kLeft), m_theme.px(kTop), -m_theme.px(kRight),
                                   -m_theme.px(kBottom));
}

double ScoreChart::xOf(double burden) const
{
    const QRectF area = plot();
    if (burden <= 0.0)
        return area.left();
    return area.left() + area.width() * (std::log10(burden) - m_from) / (m_to - m_from);
}

double ScoreChart::yOf(double quality) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * quality;
}

QPointF ScoreChart::positionOf(int spot) const
{
    return {xOf(m_spots.at(spot).burden), yOf(m_spots.at(spot).quality)};
}

/// 1, 2 and 5 of each power of ten; only the powers where there are many.
QList<double> ScoreChart::ticks() const
{
    QList<double> all;
    const bool few = m_to - m_from < 2.2;
    for (int power = static_cast<int>(std::floor(m_from)); power <= static_cast<int>(std::ceil(m_to));
         ++power) {
        for (const double mark : kMarks) {
            const double value = mark * std::pow(10.0, power);
            const double at = std::log10(value);
            if (at >= m_from && at <= m_to && (few || mark == 1.0))
                all.append(value);
        }
    }
    return all;
}

QString ScoreChart::tickText(double burden) const
{
    if (m_byTime)
        return core::formatDuration(burden);
    return core::formatMoney(core::Money::fromDouble(burden).value_or(core::Money()));
}

void ScoreChart::drawGrid(QPainter &painter) const
{
    const QRectF area = plot();
    const QColor line = m_theme.colour(Theme::Token::Line);
    const QColor ink = m_theme.colour(Theme::Token::Ink2);
    painter.setFont(m_theme.font(0.88));
    const QFontMetrics metrics = painter.fontMetrics();
    for (int step = 0; step <= 4; ++step) {
        const double y = std::round(yOf(step / 4.0)) + 0.5;
        painter.setPen(line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(ink);
        painter.drawText(QRectF(0, y - 12, area.left() - 8, 24),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                         tr("%1 %", "per cent").arg(step * 25));
    }
    double free = 0.0;
    for (const double tick : ticks()) {
        const double x = std::round(xOf(tick)) + 0.5;
        painter.setPen(line);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        const QString text = tickText(tick);
        const double half = metrics.horizontalAdvance(text) / 2.0;
        if (x - half < free || x + half > width())
            continue;
        free = x + half + 12;
        painter.setPen(ink);
        painter.drawText(QRectF(x - half - 2, area.bottom() + 6, 2 * half + 4, metrics.height()),
                         static_cast<int>(Qt::AlignCenter), text);
    }
    painter.setPen(ink);
    painter.drawText(
        QRectF(area.left(), area.bottom() + 8 + metrics.height(), area.width(), metrics.height()),
        static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), m_axis);
}

void ScoreChart::drawFront(QPainter &painter) const
{
    QList<core::ParetoPoint> points;
    for (const ScoreSpot &spot : m_spots)
        points.append({spot.quality, spot.burden});
    QPolygonF line;
    for (const qsizetype at : core::paretoFront(points))
        line.append(positionOf(static_cast<int>(at)));
    painter.setPen(QPen(m_theme.colour(Theme::Token::Accent), 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void ScoreChart::drawSpot(QPainter &painter, int spot) const
{
    const ScoreSpot &one = m_spots.at(spot);
    const QPointF at = positionOf(spot);
    const QColor colour =
        one.dominated ? m_theme.colour(Theme::Token::Ink3) : m_theme.seriesColour(one.colour);
    QColor whisker = colour;
    whisker.setAlphaF(0.55F);
    painter.setPen(QPen(whisker, 1.5));
    painter.drawLine(QPointF(at.x(), yOf(one.low)), QPointF(at.x(), yOf(one.high)));
    for (const double end : {one.low, one.high})
        painter.drawLine(QPointF(at.x() - 4, yOf(end)), QPointF(at.x() + 4, yOf(end)));
    // Hollow, not only grey: colour is never the only carrier.
    painter.setPen(QPen(colour, 2.0));
    painter.setBrush(one.dominated ? m_theme.colour(Theme::Token::Panel) : colour);
    painter.drawEllipse(at, kRadius, kRadius);
    if (spot == m_hovered || (spot == m_current && hasFocus())) {
        painter.setPen(
            QPen(m_theme.colour(spot == m_current ? Theme::Token::Accent : Theme::Token::Ink2), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, kRadius + 4, kRadius + 4);
    }
}

/// Beside its point where there is room, never over another name.
void ScoreChart::drawNames(QPainter &painter) const
{
    painter.setFont(m_theme.font(0.92));
    const QFontMetrics metrics = painter.fontMetrics();
    QList<QRectF> taken;
    for (const int spot : m_order) {
        const ScoreSpot &one = m_spots.at(spot);
        const QString text = metrics.elidedText(one.name, Qt::ElideMiddle, m_theme.px(190));
        const QPointF at = positionOf(spot);
        const double wide = metrics.horizontalAdvance(text);
        const double high = metrics.height();
        const QRectF places[] = {{at.x() + 11, at.y() - high / 2, wide, high},
                                 {at.x() - 11 - wide, at.y() - high / 2, wide, high},
                                 {at.x() + 8, at.y() - high - 6, wide, high},
                                 {at.x() + 8, at.y() + 6, wide, high}};
        for (const QRectF &place : places) {
            const bool fits = place.left() >= plot().left() && place.right() <= width() - 2
                && std::none_of(taken.cbegin(), taken.cend(),
                                [&place](const QRectF &other) { return other.intersects(place); });
            if (!fits)
                continue;
            painter.setPen(m_theme.colour(one.dominated ? Theme::Token::Ink2 : Theme::Token::Ink));
            painter.drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text);
            taken.append(place);
            break;
        }
    }
}

void ScoreChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_spots.size() > 1)
        drawFront(painter);
    for (int spot = 0; spot < m_spots.size(); ++spot)
        drawSpot(painter, spot);
    drawNames(painter);
    if (m_current < 0 && showsFocus(this))
        drawFocusRing(painter, rect().adjusted(1, 1, -1, -1), m_theme.colour(Theme::Token::Accent),
                      kControlRadius);
}

QSize ScoreChart::sizeHint() const
{
    return {m_theme.px(520), m_theme.px(340)};
}

QSize ScoreChart::minimumSizeHint() const
{
    return {m_theme.px(280), m_theme.px(180)};
}

int ScoreChart::spotAt(const QPointF &position) const
{
    int nearest = -1;
    double least = kReach;
    for (int spot = 0; spot < m_spots.size(); ++spot) {
        const double distance = QLineF(positionOf(spot), position).length();
        if (distance < least) {
            least = distance;
            nearest = spot;
        }
    }
    return nearest;
}

void ScoreChart::mouseMoveEvent(QMouseEvent *event)
{
    const int spot = spotAt(event->position());
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    setCursor(spot >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (spot >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), m_spots.at(spot).words, this);
    else
        QToolTip::hideText();
    update();
}

void ScoreChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int spot = spotAt(event->position());
    if (event->button() == Qt::LeftButton && spot >= 0)
        emit activated(spot);
}

void ScoreChart::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void ScoreChart::moveTo(int spot)
{
    m_current = spot;
    const QString words = m_spots.at(spot).words;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(mapToGlobal(positionOf(spot).toPoint()), words, this);
    update();
}

void ScoreChart::keyPressEvent(QKeyEvent *event)
{
    const auto place = m_order.indexOf(m_current);
    const auto last = m_order.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End: {
        if (last < 0)
            return;
        qsizetype next = event->key() == Qt::Key_Home ? 0 : last;
        if (event->key() == Qt::Key_Right)
            next = std::min(last, place + 1);
        else if (event->key() == Qt::Key_Left)
            next = place < 0 ? last : std::max<qsizetype>(0, place - 1);
        return moveTo(m_order.at(next));
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            emit activated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
