#include "ui/usage/chartpainter.h"

#include "core/base/formatting.h"
#include "core/models/chartgrid.h"
#include "ui/usage/eventlabels.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kBarShare = 0.7;
constexpr int kWidestBar = 56;
constexpr int kTicksHeight = 26;
constexpr int kChartTop = 18;
constexpr int kShareRow = 30;
constexpr int kLongestShareName = 200;
constexpr int kShareTextWidth = 150;
constexpr int kPoint = 5;
constexpr double kHourMs = 3'600'000.0;

/// Steps between labelled bars that read well; shorter than a day those that divide it.
constexpr int kDaySteps[] = {1, 2, 5, 7, 10, 14, 20, 30, 60, 120, 240};
constexpr int kHourSteps[] = {1, 2, 4, 6, 8, 12, 24, 48, 96, 192, 480, 960};

} // namespace

QColor chartColour(const Theme &theme, int index)
{
    constexpr int kOwn = Theme::kSeries - 1;
    if (index < Theme::kSeries)
        return theme.seriesColour(index);
    const int beyond = index - Theme::kSeries;
    const QColor own = theme.seriesColour(beyond % kOwn);
    const QColor ground = theme.colour(Theme::Token::Panel);
    const double ink = beyond / kOwn % 2 == 0 ? 0.6 : 0.35;
    const auto mixed = [ink](int one, int other) { return qRound(one * ink + other * (1.0 - ink)); };
    return {mixed(own.red(), ground.red()), mixed(own.green(), ground.green()),
            mixed(own.blue(), ground.blue())};
}

QColor chartDot(const Theme &theme, const QHash<QString, int> &colours, const QString &model)
{
    return colours.isEmpty() ? QColor() : chartColour(theme, colours.value(model, Theme::kSeries - 1));
}

void ChartPainter::setPicture(const ChartPicture &picture)
{
    m_picture = picture;
    const bool whole =
        picture.unit == ChartPicture::Unit::Count || picture.unit == ChartPicture::Unit::Tokens;
    m_grid = core::gridSteps(picture.highest(), whole);
    layOut(m_room.toRect());
}

void ChartPainter::layOut(const QRect &room)
{
    m_room = room;
    const QFontMetrics metrics(m_theme.font(0.88));
    int labels = 0;
    if (isShares()) {
        for (const ChartPicture::Series &part : std::as_const(m_picture.series))
            labels = std::max(labels, metrics.horizontalAdvance(part.name));
        labels = std::min(labels, m_theme.px(kLongestShareName));
        m_plot = m_room.adjusted(labels + m_theme.px(10), m_theme.px(4), -m_theme.px(kShareTextWidth), 0);
        return;
    }
    for (const double step : std::as_const(m_grid))
        labels = std::max(labels, metrics.horizontalAdvance(valueText(step)));
    m_plot = m_room.adjusted(labels + m_theme.px(10), m_theme.px(kChartTop), -m_theme.px(2),
                             -m_theme.px(kTicksHeight));
    m_barWidth = std::min(kBarShare, m_theme.px(kWidestBar) / std::max(1.0, slot()));
}

double ChartPainter::slot() const
{
    return m_plot.width() / static_cast<double>(std::max<qsizetype>(1, m_picture.bins.size()));
}

/// Rows shrink when there are many.
double ChartPainter::shareRow() const
{
    const double rows = std::max(1.0, static_cast<double>(m_picture.series.size()));
    return std::min<double>(m_theme.px(kShareRow), m_plot.height() / rows);
}

double ChartPainter::yOf(double value) const
{
    return m_plot.bottom() - m_plot.height() * value / m_grid.last();
}

QColor ChartPainter::colourOf(int series) const
{
    return chartColour(m_theme, m_picture.series.value(series).colour);
}

QString ChartPainter::valueText(double value) const
{
    switch (m_picture.unit) {
    case ChartPicture::Unit::Dollars:
        return core::gridDollars(value);
    case ChartPicture::Unit::Tokens:
        return core::formatCompactCount(std::llround(value));
    case ChartPicture::Unit::Count:
        return core::formatCount(std::llround(value));
    case ChartPicture::Unit::Milliseconds:
        return core::formatDuration(value);
    case ChartPicture::Unit::Percent:
        return QLocale().toString(value, 'g', 3) + QStringLiteral(" %");
    case ChartPicture::Unit::TokensPerSecond:
        break;
    }
    return QLocale().toString(value, 'g', 3);
}

double ChartPainter::valueBelow(const Spot &spot) const
{
    double sum = 0.0;
    for (int at = 0; at < spot.series; ++at)
        sum += m_picture.heightOf({spot.bar, at});
    return sum;
}

QPointF ChartPainter::pointOf(const Spot &spot) const
{
    return {m_plot.left() + slot() * (spot.bar + 0.5), yOf(m_picture.heightOf(spot))};
}

QRect ChartPainter::spotRect(const Spot &spot) const
{
    if (spot.bar < 0 || spot.bar >= m_picture.bins.size() || spot.series >= m_picture.series.size())
        return {};
    if (isShares()) {
        if (spot.series < 0)
            return m_plot.toAlignedRect();
        const double value = m_picture.heightOf({0, spot.series});
        const double row = shareRow();
        return QRectF(m_plot.left(), m_plot.top() + row * spot.series + row * 0.15,
                      std::max(2.0, m_plot.width() * value / std::max(m_picture.highest(), 1e-300)),
                      row * 0.7)
            .toAlignedRect();
    }
    if (m_picture.kind == ChartPicture::Kind::Lines) {
        if (spot.series < 0)
            return binsRect(spot.bar, spot.bar).toAlignedRect();
        QRectF point(0, 0, m_theme.px(2 * kPoint), m_theme.px(2 * kPoint));
        point.moveCenter(pointOf(spot));
        return point.toAlignedRect();
    }
    const double low = spot.series < 0 ? 0.0 : valueBelow(spot);
    double high = low;
    if (spot.series >= 0)
        high += m_picture.heightOf(spot);
    else
        high = valueBelow({spot.bar, static_cast<int>(m_picture.series.size())});
    return QRectF(QPointF(m_plot.left() + slot() * (spot.bar + (1.0 - m_barWidth) / 2.0), yOf(high)),
                  QPointF(m_plot.left() + slot() * (spot.bar + (1.0 + m_barWidth) / 2.0), yOf(low)))
        .toAlignedRect();
}

QRectF ChartPainter::binsRect(int first, int last) const
{
    return {m_plot.left() + slot() * first, m_plot.top(), slot() * (last - first + 1), m_plot.height()};
}

int ChartPainter::binAt(double x) const
{
    if (isShares() || m_picture.bins.isEmpty() || x < m_plot.left() || x > m_plot.right())
        return -1;
    return std::clamp(static_cast<int>((x - m_plot.left()) / slot()), 0,
                      static_cast<int>(m_picture.bins.size()) - 1);
}

ChartPainter::Spot ChartPainter::nearestPoint(int bin, const QPoint &position) const
{
    Spot nearest{bin, -1};
    double least = 2.5 * m_theme.px(kPoint);
    for (int series = 0; series < m_picture.series.size(); ++series) {
        if (!m_picture.isKnown({bin, series}))
            continue;
        const double distance = std::abs(pointOf({bin, series}).y() - position.y());
        if (distance < least) {
            least = distance;
            nearest.series = series;
        }
    }
    return nearest;
}

ChartPainter::Spot ChartPainter::spotAt(const QPoint &position) const
{
    if (isShares()) {
        const int row = static_cast<int>((position.y() - m_plot.top()) / std::max(1.0, shareRow()));
        const bool inside = position.y() >= m_plot.top() && row < m_picture.series.size();
        return inside && !m_picture.bins.isEmpty() ? Spot{0, row} : Spot{};
    }
    const int bin = binAt(position.x());
    // The highest point of a line is half above the plot.
    const double above = m_picture.kind == ChartPicture::Kind::Lines ? 2.0 * m_theme.px(kPoint) : 0.0;
    if (bin < 0 || position.y() < m_plot.top() - above
        || position.y() > m_plot.bottom() + m_theme.px(kTicksHeight))
        return {};
    if (m_picture.kind == ChartPicture::Kind::Lines)
        return nearestPoint(bin, position);
    for (int series = 0; series < m_picture.series.size(); ++series) {
        const QRect part = spotRect({bin, series});
        if (m_picture.heightOf({bin, series}) > 0.0 && position.y() >= part.top()
            && position.y() <= part.bottom() && position.x() >= part.left() && position.x() <= part.right())
            return {bin, series};
    }
    return {bin, -1};
}

void ChartPainter::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(0.88));
    if (isShares()) {
        paintShares(painter);
    } else {
        paintGrid(painter);
        paintTicks(painter);
        if (m_picture.kind == ChartPicture::Kind::Bars)
            paintBars(painter);
        else
            paintLines(painter);
        paintEvents(painter);
    }
    painter.restore();
}

void ChartPainter::paintGrid(QPainter &painter) const
{
    for (const double step : std::as_const(m_grid)) {
        const double y = std::round(yOf(step)) + 0.5;
        painter.setPen(QPen(m_theme.colour(Theme::Token::Line), 1.0));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        painter.drawText(QRectF(m_room.left(), y - 20, m_plot.left() - m_room.left() - m_theme.px(8), 40),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), valueText(step));
    }
}

int ChartPainter::tickStep(int widest) const
{
    const ChartPicture::Bin &first = m_picture.bins.first();
    const bool hours = static_cast<double>(first.untilMs - first.sinceMs) < 20.0 * kHourMs;
    const auto fits = [this, widest](int step) { return slot() * step >= widest; };
    if (hours) {
        const auto *const found = std::find_if(std::begin(kHourSteps), std::end(kHourSteps), fits);
        return found == std::end(kHourSteps) ? kHourSteps[std::size(kHourSteps) - 1] : *found;
    }
    const auto *const found = std::find_if(std::begin(kDaySteps), std::end(kDaySteps), fits);
    return found == std::end(kDaySteps) ? kDaySteps[std::size(kDaySteps) - 1] : *found;
}

void ChartPainter::paintTicks(QPainter &painter) const
{
    if (m_picture.bins.isEmpty())
        return;
    int widest = 0;
    for (const ChartPicture::Bin &bin : std::as_const(m_picture.bins))
        widest = std::max({widest, painter.fontMetrics().horizontalAdvance(bin.tick),
                           painter.fontMetrics().horizontalAdvance(bin.datedTick)});
    widest += m_theme.px(14);
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    const QStringList ticks = m_picture.ticks(tickStep(widest));
    for (qsizetype bin = 0; bin < ticks.size(); ++bin) {
        if (ticks.at(bin).isEmpty())
            continue;
        const double middle = m_plot.left() + slot() * (static_cast<double>(bin) + 0.5);
        QRectF room(middle - widest / 2.0, m_plot.bottom() + m_theme.px(4), widest,
                    m_theme.px(kTicksHeight - 4));
        room.moveRight(std::min(room.right(), m_plot.right() + m_theme.px(2)));
        room.moveLeft(std::max(room.left(), m_room.left()));
        painter.drawText(room, static_cast<int>(Qt::AlignHCenter | Qt::AlignVCenter), ticks.at(bin));
    }
}

void ChartPainter::paintBars(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (int series = 0; series < m_picture.series.size(); ++series) {
        painter.setBrush(colourOf(series));
        for (int bin = 0; bin < m_picture.bins.size(); ++bin) {
            if (m_picture.heightOf({bin, series}) <= 0.0)
                continue;
            // A thin gap tells neighbours of like brightness apart.
            const QRect part = spotRect({bin, series});
            painter.drawRect(series > 0 && part.height() > 3 ? part.adjusted(0, 0, 0, -1) : part);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void ChartPainter::paintLines(QPainter &painter) const
{
    const bool dots = slot() >= m_theme.px(8);
    for (int series = 0; series < m_picture.series.size(); ++series) {
        QPainterPath line;
        bool drawing = false;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(series));
        for (int bin = 0; bin < m_picture.bins.size(); ++bin) {
            if (!m_picture.isKnown({bin, series})) {
                drawing = false;
                continue;
            }
            const QPointF point = pointOf({bin, series});
            const bool alone = !drawing && !m_picture.isKnown({bin + 1, series});
            if (drawing)
                line.lineTo(point);
            else
                line.moveTo(point);
            drawing = true;
            if (dots || alone)
                painter.drawEllipse(point, 2.5, 2.5);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colourOf(series), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(line);
    }
}

void ChartPainter::paintShares(QPainter &painter) const
{
    const double row = shareRow();
    for (int series = 0; series < m_picture.series.size(); ++series) {
        const ChartPicture::Series &part = m_picture.series.at(series);
        const double top = m_plot.top() + row * series;
        const QRect bar = spotRect({0, series});
        painter.setPen(m_theme.colour(Theme::Token::Ink));
        const double names = m_plot.left() - m_room.left() - m_theme.px(10);
        painter.drawText(
            QRectF(m_room.left(), top, names, row), static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
            painter.fontMetrics().elidedText(part.name, Qt::ElideMiddle, static_cast<int>(names) + 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(series));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const double left = bar.right() + m_theme.px(8);
        painter.drawText(QRectF(left, top, m_room.right() - left, row),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), part.marks.value(0).text);
    }
}

void ChartPainter::paintEvents(QPainter &painter) const
{
    QList<PlacedEvent> placed;
    painter.setPen(QPen(m_theme.colour(Theme::Token::Accent), 1.0, Qt::DashLine));
    for (const ChartEvent &event : std::as_const(m_picture.events)) {
        const auto found =
            std::find_if(m_picture.bins.cbegin(), m_picture.bins.cend(), [&event](const auto &bin) {
                return event.ms >= bin.sinceMs && event.ms < bin.untilMs;
            });
        if (found == m_picture.bins.cend())
            continue;
        const double within = static_cast<double>(event.ms - found->sinceMs)
            / static_cast<double>(std::max<qint64>(1, found->untilMs - found->sinceMs));
        const double x =
            m_plot.left() + slot() * (static_cast<double>(found - m_picture.bins.cbegin()) + within);
        painter.drawLine(QPointF(x, m_room.top() + 2), QPointF(x, m_plot.bottom()));
        placed.append({x, event.label});
    }
    painter.setPen(m_theme.colour(Theme::Token::Accent));
    const QList<EventLabel> labels =
        eventLabels(placed, painter.fontMetrics(), m_room.left(), m_room.right(), m_theme.px(4));
    for (const EventLabel &label : labels)
        painter.drawText(QRectF(label.left, m_room.top(), label.width, m_theme.px(kChartTop)),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), label.text);
}

void ChartPainter::outline(QPainter &painter, const Spot &spot, Theme::Token token, qreal width) const
{
    const QRect rect = spotRect(spot);
    if (rect.isNull())
        return;
    painter.setPen(QPen(m_theme.colour(token), width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 2, 2);
}

} // namespace ui
