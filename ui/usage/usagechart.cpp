#include "ui/usage/usagechart.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/theme/paint.h"
#include "ui/usage/periodpicker.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QLegend>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

using core::UsageMetric;

namespace ui {

namespace {

constexpr double kBarWidth = 0.7;
constexpr int kWidestBar = 56;
constexpr int kDatesHeight = 26;
constexpr int kTop = 10;

/// Steps between dated bars that read well.
constexpr int kDateSteps[] = {1, 2, 5, 7, 10, 14, 20, 30, 60, 120};

} // namespace

UsageChart::UsageChart(const Theme &theme, QWidget *parent) : QChartView(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("usage.chart"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Bars by model over time"));
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({});
    connect(&theme, &Theme::changed, this, &UsageChart::rebuild);
}

void UsageChart::setData(const core::UsageChartData &bars, const QList<int> &colours)
{
    m_data = bars;
    m_colours = colours;
    m_hovered = {};
    m_marked = {};
    if (m_cursor.bar >= bars.bars.size() || m_cursor.series >= bars.series.size())
        m_cursor = {};
    m_grid = core::gridSteps(bars.highest(), bars.metric != UsageMetric::Cost);
    rebuild();
}

void UsageChart::rebuild()
{
    chart()->removeAllSeries();
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_series = new QStackedBarSeries;
    for (qsizetype at = 0; at < m_data.series.size(); ++at) {
        auto *const set = new QBarSet(m_data.series.at(at).model);
        set->append(m_data.series.at(at).values);
        set->setColor(m_theme.seriesColour(m_colours.value(at, Theme::kSeries - 1)));
        set->setBorderColor(m_theme.colour(Theme::Token::Panel));
        m_series->append(set);
    }
    chart()->addSeries(m_series);
    QStringList categories;
    for (qsizetype bar = 0; bar < std::max<qsizetype>(1, m_data.bars.size()); ++bar)
        categories.append(QString::number(bar));
    auto *const time = new QBarCategoryAxis;
    time->append(categories);
    auto *const amount = new QValueAxis;
    amount->setRange(0.0, m_grid.last());
    chart()->addAxis(time, Qt::AlignBottom);
    chart()->addAxis(amount, Qt::AlignLeft);
    m_series->attachAxis(time);
    m_series->attachAxis(amount);
    time->setVisible(false);
    amount->setVisible(false);
    place();
}

void UsageChart::place()
{
    const QFontMetrics metrics(m_theme.font(0.88));
    int labels = 0;
    for (const double step : std::as_const(m_grid))
        labels = std::max(labels, metrics.horizontalAdvance(valueText(step)));
    const QRectF room(viewport()->rect());
    chart()->setPlotArea(
        room.adjusted(labels + m_theme.px(10), m_theme.px(kTop), -m_theme.px(2), -m_theme.px(kDatesHeight)));
    const double slot =
        chart()->plotArea().width() / static_cast<double>(std::max<qsizetype>(1, m_data.bars.size()));
    m_barWidth = std::min(kBarWidth, m_theme.px(kWidestBar) / std::max(1.0, slot));
    if (m_series)
        m_series->setBarWidth(m_barWidth);
    viewport()->update();
}

QString UsageChart::valueText(double value) const
{
    if (m_data.metric == UsageMetric::Cost)
        return core::gridDollars(value);
    return m_data.metric == UsageMetric::Tokens ? core::formatCompactCount(std::llround(value))
                                                : core::formatCount(std::llround(value));
}

QString UsageChart::barText(int bar) const
{
    const auto [first, last] = m_data.bars.value(bar);
    const QDate newest = m_data.bars.isEmpty() ? last : m_data.bars.last().second;
    if (m_data.bin == core::UsageBin::Month)
        return QLocale().toString(first, tr("MMMM yyyy", "a month"));
    if (m_data.bin == core::UsageBin::Year)
        return QString::number(first.year());
    return PeriodPicker::daysText(first, last, newest);
}

QString UsageChart::spotText(const Spot &spot) const
{
    if (spot.bar < 0 || spot.bar >= m_data.bars.size())
        return {};
    double value = 0.0;
    qint64 unpriced = 0;
    for (qsizetype at = 0; at < m_data.series.size(); ++at) {
        if (spot.series >= 0 && spot.series != at)
            continue;
        value += m_data.series.at(at).values.value(spot.bar);
        unpriced += m_data.series.at(at).figures.value(spot.bar).unpricedAttempts;
    }
    QString amount;
    switch (m_data.metric) {
    case UsageMetric::Cost:
        amount = core::formatMoney(core::Money::fromDouble(value).value_or(core::Money()));
        if (unpriced > 0)
            amount = tr("%1 + %n unpriced", nullptr, static_cast<int>(unpriced)).arg(amount);
        break;
    case UsageMetric::Tokens:
        amount = tr("%1 tokens").arg(core::formatCount(std::llround(value)));
        break;
    case UsageMetric::Requests:
        amount = core::LedgerWords::requests(std::llround(value));
        break;
    case UsageMetric::Errors:
        amount = core::LedgerWords::errors(std::llround(value));
        break;
    }
    if (spot.series < 0)
        return tr("%1: %2", "day: amount").arg(barText(spot.bar), amount);
    const QString model = m_data.series.at(spot.series).model;
    return tr("%1, %2: %3", "day, model: amount")
        .arg(barText(spot.bar), model.isEmpty() ? tr("Other") : model, amount);
}

double UsageChart::valueBelow(const Spot &spot) const
{
    double sum = 0.0;
    for (int at = 0; at < spot.series; ++at)
        sum += m_data.series.at(at).values.value(spot.bar);
    return sum;
}

QRect UsageChart::spotRect(const Spot &spot) const
{
    if (spot.bar < 0 || spot.bar >= m_data.bars.size() || spot.series >= m_data.series.size())
        return {};
    const QRectF plot = chart()->plotArea();
    const double slot = plot.width() / static_cast<double>(m_data.bars.size());
    const double low = spot.series < 0 ? 0.0 : valueBelow(spot);
    double high = low;
    if (spot.series >= 0)
        high += m_data.series.at(spot.series).values.value(spot.bar);
    else
        high = valueBelow({spot.bar, static_cast<int>(m_data.series.size())});
    const auto y = [&](double value) { return plot.bottom() - plot.height() * value / m_grid.last(); };
    return QRectF(QPointF(plot.left() + slot * (spot.bar + (1.0 - m_barWidth) / 2.0), y(high)),
                  QPointF(plot.left() + slot * (spot.bar + (1.0 + m_barWidth) / 2.0), y(low)))
        .toAlignedRect();
}

UsageChart::Spot UsageChart::spotAt(const QPoint &position) const
{
    const QRectF plot = chart()->plotArea();
    if (m_data.bars.isEmpty() || !plot.adjusted(0, 0, 0, m_theme.px(kDatesHeight)).contains(position))
        return {};
    const auto bars = static_cast<double>(m_data.bars.size());
    const int bar = std::clamp(static_cast<int>((position.x() - plot.left()) / plot.width() * bars), 0,
                               static_cast<int>(m_data.bars.size()) - 1);
    for (int series = 0; series < m_data.series.size(); ++series) {
        const QRect part = spotRect({bar, series});
        if (m_data.series.at(series).values.value(bar) > 0.0 && position.y() >= part.top()
            && position.y() <= part.bottom() && position.x() >= part.left() && position.x() <= part.right())
            return {bar, series};
    }
    return {bar, -1};
}

bool UsageChart::hasRequests(const Spot &spot) const
{
    for (int series = 0; series < m_data.series.size(); ++series) {
        if ((spot.series < 0 || spot.series == series)
            && m_data.series.at(series).figures.value(spot.bar).attempts > 0)
            return true;
    }
    return false;
}

void UsageChart::activate(const Spot &spot)
{
    if (spot.bar >= 0 && hasRequests(spot))
        emit activated(spot.bar, spot.series);
}

void UsageChart::setMarked(const Spot &spot)
{
    m_marked = spot;
    viewport()->update();
}

void UsageChart::drawBackground(QPainter *painter, const QRectF &)
{
    const QRectF plot = chart()->plotArea();
    painter->setFont(m_theme.font(0.88));
    for (const double step : std::as_const(m_grid)) {
        const double y = std::round(plot.bottom() - plot.height() * step / m_grid.last()) + 0.5;
        painter->setPen(QPen(m_theme.colour(Theme::Token::Line), 1.0));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->setPen(m_theme.colour(Theme::Token::Ink2));
        painter->drawText(QRectF(0, y - 20, plot.left() - m_theme.px(8), 40),
                          static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), valueText(step));
    }
    drawDates(*painter);
}

void UsageChart::drawDates(QPainter &painter) const
{
    if (m_data.bars.isEmpty())
        return;
    const QRectF plot = chart()->plotArea();
    const double slot = plot.width() / static_cast<double>(m_data.bars.size());
    const QLocale locale;
    const bool years = m_data.bin == core::UsageBin::Year;
    const QString format = years              ? QStringLiteral("yyyy")
        : m_data.bin == core::UsageBin::Month ? tr("MMM yy", "a month on an axis")
                                              : tr("d MMM", "a day on an axis");
    const int widest =
        painter.fontMetrics().horizontalAdvance(locale.toString(QDate(2026, 9, 28), format)) + m_theme.px(14);
    int every = kDateSteps[std::size(kDateSteps) - 1];
    for (const int step : kDateSteps) {
        if (slot * step >= widest) {
            every = step;
            break;
        }
    }
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    for (qsizetype bar = 0; bar < m_data.bars.size(); bar += every) {
        const double middle = plot.left() + slot * (static_cast<double>(bar) + 0.5);
        QRectF room(middle - widest / 2.0, plot.bottom() + m_theme.px(4), widest,
                    m_theme.px(kDatesHeight - 4));
        room.moveRight(std::min(room.right(), plot.right() + m_theme.px(2)));
        painter.drawText(room, static_cast<int>(Qt::AlignHCenter | Qt::AlignVCenter),
                         locale.toString(m_data.bars.at(bar).first, format));
    }
}

void UsageChart::drawSpot(QPainter &painter, const Spot &spot, const QColor &colour, qreal width) const
{
    const QRect rect = spotRect(spot);
    if (rect.isNull())
        return;
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 2, 2);
}

void UsageChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_hovered.bar >= 0 && hasRequests(m_hovered))
        drawSpot(*painter, m_hovered, m_theme.colour(Theme::Token::Ink2), 1.0);
    if (m_marked.bar >= 0)
        drawSpot(*painter, m_marked, m_theme.colour(Theme::Token::Ink), 2.0);
    if (hasFocus()) {
        drawSpot(*painter, m_cursor, m_theme.colour(Theme::Token::Accent), 2.0);
        if (m_cursor.bar < 0 && showsFocus(this))
            drawFocusRing(*painter, viewport()->rect(), m_theme.colour(Theme::Token::Accent), kControlRadius);
    }
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
    QChartView::resizeEvent(event);
    place();
}

void UsageChart::mouseMoveEvent(QMouseEvent *event)
{
    const Spot spot = spotAt(event->position().toPoint());
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    const bool leads = spot.bar >= 0 && hasRequests(spot);
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (leads)
        QToolTip::showText(event->globalPosition().toPoint(), spotText(spot), this);
    else
        QToolTip::hideText();
    viewport()->update();
}

void UsageChart::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void UsageChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        activate(spotAt(event->position().toPoint()));
}

void UsageChart::leaveEvent(QEvent *event)
{
    m_hovered = {};
    viewport()->update();
    QChartView::leaveEvent(event);
}

void UsageChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void UsageChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void UsageChart::moveCursor(const Spot &spot)
{
    m_cursor = spot;
    const QString text = spotText(spot);
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(viewport()->mapToGlobal(spotRect(spot).topRight()), text, this);
    viewport()->update();
}

void UsageChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_data.bars.size()) - 1;
    const int top = static_cast<int>(m_data.series.size()) - 1;
    Spot spot = m_cursor;
    switch (event->key()) {
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
        spot = {spot.bar < 0 ? last : spot.bar, std::min(top, spot.series + 1)};
        break;
    case Qt::Key_Down:
        spot = {spot.bar < 0 ? last : spot.bar, std::max(-1, spot.series - 1)};
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
        moveCursor(spot);
}

} // namespace ui
