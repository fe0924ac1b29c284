#include "ui/spending/percentilechart.h"

#include "core/models/chartgrid.h"
#include "core/models/ledgerwords.h"
#include "ui/spending/spendingwords.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr const char *kPercentiles[] = {"p50", "p90", "p95", "p99"};

} // namespace

PercentileChart::PercentileChart(const Theme &theme, QWidget *parent) : MarkChart(theme, parent)
{
    setObjectName(QStringLiteral("spending.percentiles"));
    setAccessibleName(tr("Percentiles by day"));
}

void PercentileChart::setDays(const QList<core::LatencyDay> &days,
                              core::LatencyQuantiles core::LatencyDay::*measure, const Format &format)
{
    m_days = days;
    m_measure = measure;
    m_format = format;
    double highest = 0.0;
    for (int mark = 0; mark < markCount(); ++mark)
        highest = std::max(highest, values(mark).back().value_or(0.0));
    const QList<double> grid = core::gridSteps(highest > 0.0 ? highest : 1.0, false);
    m_highest = grid.last();
    QList<Tick> amounts;
    for (const double step : grid)
        amounts.append({step / m_highest, format(step)});
    forgetMarks();
    setScales(amounts,
              days.isEmpty() ? QList<Tick>() : SpendingWords::dayTicks(days.first().day, days.last().day));
}

std::array<std::optional<double>, PercentileChart::kLines> PercentileChart::values(int mark) const
{
    const core::LatencyQuantiles &quantiles = m_days.at(mark).*m_measure;
    return {quantiles.p50, quantiles.p90, quantiles.p95, quantiles.p99};
}

qint64 PercentileChart::span() const
{
    return m_days.first().day.daysTo(m_days.last().day) + 1;
}

double PercentileChart::x(int mark) const
{
    const auto at = static_cast<double>(m_days.first().day.daysTo(m_days.at(mark).day));
    return plot().left() + plot().width() * (at + 0.5) / static_cast<double>(span());
}

double PercentileChart::y(double value) const
{
    return plot().bottom() - plot().height() * value / m_highest;
}

QRectF PercentileChart::markRect(int mark) const
{
    const double wide = plot().width() / static_cast<double>(span());
    return {x(mark) - wide / 2.0, plot().top(), wide, plot().height()};
}

QString PercentileChart::dayText(int mark) const
{
    return SpendingWords::day(day(mark), m_days.first().day, m_days.last().day);
}

QString PercentileChart::markText(int mark) const
{
    const core::LatencyDay &day = m_days.at(mark);
    const core::LatencyQuantiles &quantiles = day.*m_measure;
    const QString samples = core::LedgerWords::samples(quantiles.samples);
    const QString when = dayText(mark);
    if (!quantiles.p50)
        return tr("%1: too few answers for percentiles (%2)", "day, samples").arg(when, samples);
    return tr("%1: p50 %2, p90 %3, p95 %4, p99 %5 (%6)", "day, percentiles, samples")
        .arg(when, m_format(*quantiles.p50), m_format(*quantiles.p90), m_format(*quantiles.p95),
             m_format(*quantiles.p99), samples);
}

void PercentileChart::drawLine(QPainter &painter, std::size_t line) const
{
    const QColor colour = theme().seriesColour(static_cast<int>(line));
    std::optional<QPointF> before;
    QDate dayBefore;
    for (int mark = 0; mark < markCount(); ++mark) {
        const std::optional<double> value = values(mark).at(line);
        if (!value) {
            before.reset();
            continue;
        }
        const QPointF at(x(mark), y(*value));
        if (before && dayBefore.daysTo(day(mark)) == 1) {
            painter.setPen(QPen(colour, 2.0));
            painter.drawLine(*before, at);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(at, 2.5, 2.5);
        }
        before = at;
        dayBefore = day(mark);
    }
}

void PercentileChart::drawNames(QPainter &painter) const
{
    painter.setFont(theme().font(0.88, QFont::DemiBold));
    double left = plot().left() + theme().px(8);
    for (std::size_t line = 0; line < kLines; ++line) {
        const QString name = QString::fromLatin1(kPercentiles[line]);
        const double wide = painter.fontMetrics().horizontalAdvance(name);
        painter.setPen(theme().seriesColour(static_cast<int>(line)));
        painter.drawText(QRectF(left, plot().top(), wide + 2.0, theme().px(18)),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), name);
        left += wide + theme().px(12);
    }
}

void PercentileChart::drawMarks(QPainter &painter)
{
    if (m_days.isEmpty())
        return;
    for (std::size_t line = 0; line < kLines; ++line)
        drawLine(painter, line);
    drawNames(painter);
}

} // namespace ui
