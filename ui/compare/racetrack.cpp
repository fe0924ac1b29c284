#include "ui/compare/racetrack.h"

#include "core/base/formatting.h"
#include "ui/compare/instrumentwindow.h"
#include "ui/theme/paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

using core::RacePhase;

namespace ui {

namespace {

constexpr int kRow = 44;
constexpr int kBar = 18;
constexpr int kLabels = 190;
constexpr int kAxis = 26;
constexpr int kTickRoom = 90;
/// A phase of no length is still to be seen and hit.
constexpr double kThinnest = 2.0;

/// The smallest step of 1, 2 or 5 times a power of ten that gives at most `most` steps.
double niceStep(double range, double most)
{
    const double raw = std::max(range / std::max(1.0, most), 0.001);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10.0 * power;
}

QColor phaseColour(RacePhase phase, const Theme &theme)
{
    switch (phase) {
    case RacePhase::Connecting:
        return theme.seriesColour(1);
    case RacePhase::Headers:
        return theme.seriesColour(5);
    case RacePhase::FirstToken:
        return theme.seriesColour(4);
    case RacePhase::Reasoning:
        return theme.seriesColour(3);
    case RacePhase::Text:
        return theme.seriesColour(0);
    case RacePhase::Queued:
    case RacePhase::Pause:
        break;
    }
    return theme.colour(Theme::Token::Ink3);
}

} // namespace

RaceTrack::RaceTrack(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("raceTrack"));
    setAccessibleName(tr("Time line of the run, one bar a lane"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QString RaceTrack::phaseName(RacePhase phase)
{
    switch (phase) {
    case RacePhase::Queued:
        return tr("queued");
    case RacePhase::Connecting:
        return tr("connecting");
    case RacePhase::Headers:
        return tr("waiting for headers");
    case RacePhase::FirstToken:
        return tr("waiting for the first token");
    case RacePhase::Reasoning:
        return tr("reasoning");
    case RacePhase::Text:
        return tr("text");
    case RacePhase::Pause:
        return tr("pause before another attempt");
    }
    return {};
}

void RaceTrack::drawPhase(QPainter &painter, const QRectF &rect, RacePhase phase, const Theme &theme)
{
    const QColor colour = phaseColour(phase, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (phase == RacePhase::Queued) {
        painter.setPen(colour);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    } else if (phase == RacePhase::Pause) {
        painter.fillRect(rect, QBrush(colour, Qt::BDiagPattern));
    } else {
        painter.fillRect(rect, colour);
    }
    painter.restore();
}

int RaceTrack::rowHeight() const
{
    return m_theme.px(kRow);
}

int RaceTrack::labelWidth() const
{
    return m_theme.px(kLabels);
}

QSize RaceTrack::sizeHint() const
{
    return {m_theme.px(720), m_theme.px(kAxis) + rowHeight() * std::max(1, int(m_lanes.size()))};
}

QSize RaceTrack::minimumSizeHint() const
{
    return {m_theme.px(420), sizeHint().height()};
}

void RaceTrack::setLanes(const QList<core::RaceLane> &lanes)
{
    const bool other = lanes.size() != m_lanes.size();
    m_lanes = lanes;
    m_endMs = 1.0;
    for (const core::RaceLane &lane : lanes)
        m_endMs = std::max(m_endMs, lane.endMs());
    if (!exists(m_cursor))
        m_cursor = {};
    if (!exists(m_hovered))
        m_hovered = {};
    if (other)
        updateGeometry();
    describe();
    update();
}

QRectF RaceTrack::chartRect() const
{
    const double right = m_theme.px(kInstrumentSide) * 2;
    return {double(labelWidth()), double(m_theme.px(kAxis)), width() - labelWidth() - right,
            double(rowHeight()) * double(m_lanes.size())};
}

QRectF RaceTrack::rowRect(qsizetype lane) const
{
    const QRectF chart = chartRect();
    return {0.0, chart.top() + double(lane) * rowHeight(), double(width()), double(rowHeight())};
}

double RaceTrack::xOf(double ms) const
{
    const QRectF chart = chartRect();
    return chart.left() + chart.width() * ms / m_endMs;
}

bool RaceTrack::exists(const Place &place) const
{
    return place.lane >= 0 && place.lane < m_lanes.size() && place.segment >= 0
        && place.segment < m_lanes.at(place.lane).segments.size();
}

QRectF RaceTrack::segmentRect(const Place &place) const
{
    const core::RaceSegment &segment = m_lanes.at(place.lane).segments.at(place.segment);
    const QRectF row = rowRect(place.lane);
    const double bar = m_theme.px(kBar);
    const double left = std::floor(xOf(segment.fromMs));
    const double width = std::max(kThinnest, std::floor(xOf(segment.toMs)) - left);
    return {left, row.center().y() - bar / 2, width, bar};
}

RaceTrack::Place RaceTrack::placeAt(const QPointF &position) const
{
    for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
        if (!rowRect(lane).contains(position))
            continue;
        for (qsizetype segment = m_lanes.at(lane).segments.size() - 1; segment >= 0; --segment) {
            const QRectF rect = segmentRect({lane, segment});
            if (position.x() >= rect.left() && position.x() <= rect.right())
                return {lane, segment};
        }
    }
    return {};
}

void RaceTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawAxis(painter);
    for (qsizetype lane = 0; lane < m_lanes.size(); ++lane)
        drawRow(painter, lane);
    const Place marked = exists(m_hovered) ? m_hovered : hasFocus() ? m_cursor : Place{};
    if (exists(marked)) {
        painter.setPen(QPen(m_theme.colour(Theme::Token::Ink), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(segmentRect(marked).adjusted(-2, -2, 2, 2));
    }
    if (showsFocus(this))
        drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), kControlRadius);
}

void RaceTrack::drawAxis(QPainter &painter) const
{
    const QRectF chart = chartRect();
    const double step = niceStep(m_endMs, chart.width() / m_theme.px(kTickRoom));
    painter.setFont(Theme::tabularFont(m_theme.font(0.88)));
    for (double ms = 0.0; ms <= m_endMs; ms += step) {
        const double x = std::floor(xOf(ms)) + 0.5;
        painter.setPen(m_theme.colour(Theme::Token::Line));
        painter.drawLine(QPointF(x, chart.top()), QPointF(x, chart.bottom()));
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const QRectF room(x - m_theme.px(kTickRoom) / 2.0, 0.0, m_theme.px(kTickRoom), chart.top() - 4);
        painter.drawText(room, Qt::AlignHCenter | Qt::AlignBottom, core::formatDuration(ms));
    }
}

void RaceTrack::drawRow(QPainter &painter, qsizetype lane) const
{
    const core::RaceLane &bar = m_lanes.at(lane);
    const QRectF row = rowRect(lane);
    painter.setPen(m_theme.colour(Theme::Token::Line));
    painter.drawLine(QPointF(0, row.bottom() - 0.5), QPointF(width(), row.bottom() - 0.5));
    const int side = m_theme.px(kInstrumentSide);
    const QRectF name(side, row.top() + m_theme.px(5), labelWidth() - 2 * side, row.height() / 2 - 5);
    const QFont font = m_theme.font(1.0, QFont::DemiBold);
    const QFont small = m_theme.font(0.88);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Theme::Token::Ink));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(bar.name.model, Qt::ElideMiddle, int(name.width())));
    painter.setFont(small);
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    const QString below = bar.laterByMs
        ? tr("%1, begun %2 later").arg(bar.name.account, core::formatDuration(*bar.laterByMs))
        : bar.warm ? tr("%1, open connection").arg(bar.name.account)
                   : bar.name.account;
    painter.drawText(name.translated(0, name.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(below, Qt::ElideRight, int(name.width())));
    for (qsizetype segment = 0; segment < bar.segments.size(); ++segment)
        drawPhase(painter, segmentRect({lane, segment}), bar.segments.at(segment).phase, m_theme);
}

QString RaceTrack::textOf(const Place &place) const
{
    if (!exists(place))
        return {};
    const core::RaceLane &lane = m_lanes.at(place.lane);
    const core::RaceSegment &segment = lane.segments.at(place.segment);
    // A clock that begins a little before zero begins at zero.
    const auto ms = [](double value) {
        return QLocale().toString(std::abs(value) < 0.05 ? 0.0 : value, 'f', 1);
    };
    const QString what = lane.segments.constLast().attempt > 1
        ? tr("%1, attempt %2").arg(phaseName(segment.phase)).arg(segment.attempt)
        : phaseName(segment.phase);
    return tr("%1 of %2: %3, %4 ms, from %5 to %6 ms")
        .arg(lane.name.model, lane.name.account, what, ms(segment.toMs - segment.fromMs), ms(segment.fromMs),
             ms(segment.toMs));
}

void RaceTrack::describe()
{
    const QString text = textOf(exists(m_hovered) ? m_hovered : m_cursor);
    if (text == m_description)
        return;
    m_description = text;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    emit described(text);
}

void RaceTrack::setCursorPlace(const Place &place)
{
    m_cursor = place;
    m_hovered = {};
    describe();
    update();
}

void RaceTrack::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = placeAt(event->position());
    describe();
    update();
}

void RaceTrack::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = {};
    describe();
    update();
}

void RaceTrack::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!exists(m_cursor) && !m_lanes.isEmpty())
        setCursorPlace({0, 0});
    update();
}

void RaceTrack::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void RaceTrack::keyPressEvent(QKeyEvent *event)
{
    Place wanted = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        --wanted.segment;
        break;
    case Qt::Key_Right:
        ++wanted.segment;
        break;
    case Qt::Key_Home:
        wanted.segment = 0;
        break;
    case Qt::Key_End:
        if (exists(m_cursor))
            wanted.segment = m_lanes.at(m_cursor.lane).segments.size() - 1;
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        wanted.lane += event->key() == Qt::Key_Up ? -1 : 1;
        if (wanted.lane >= 0 && wanted.lane < m_lanes.size())
            wanted.segment = std::clamp<qsizetype>(
                wanted.segment, 0, std::max<qsizetype>(0, m_lanes.at(wanted.lane).segments.size() - 1));
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (exists(wanted))
        setCursorPlace(wanted);
}

} // namespace ui
