#include "ui/spending/histogramchart.h"

#include "core/base/formatting.h"
#include "core/models/chartgrid.h"
#include "core/models/ledgerwords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kEdgeLabels = 6;

} // namespace

HistogramChart::HistogramChart(const Theme &theme, QWidget *parent) : MarkChart(theme, parent)
{
    setObjectName(QStringLiteral("spending.histogram"));
    setAccessibleName(tr("How many answers took how long"));
}

void HistogramChart::setBins(const QList<core::ValueSketch::Bin> &bins, const Format &format)
{
    m_bins = bins;
    m_format = format;
    qint64 most = 1;
    for (const core::ValueSketch::Bin &bin : bins)
        most = std::max(most, bin.count);
    const QList<double> grid = core::gridSteps(static_cast<double>(most), true);
    m_highest = grid.last();
    QList<Tick> amounts;
    for (const double step : grid)
        amounts.append({step / m_highest, core::formatCompactCount(std::llround(step))});
    QList<Tick> edges;
    const int every = std::max(1, (markCount() + kEdgeLabels - 1) / kEdgeLabels);
    for (int bin = 0; bin < markCount(); bin += every)
        edges.append({static_cast<double>(bin) / markCount(), format(bins.at(bin).from)});
    forgetMarks();
    setScales(amounts, edges);
}

QRectF HistogramChart::markRect(int mark) const
{
    const QRectF place = plot();
    const double wide = place.width() / markCount();
    const double high = place.height() * static_cast<double>(m_bins.at(mark).count) / m_highest;
    return {place.left() + wide * mark + 1.0, place.bottom() - high, std::max(1.0, wide - 2.0), high};
}

QString HistogramChart::markText(int mark) const
{
    const core::ValueSketch::Bin &bin = m_bins.at(mark);
    return tr("%1 to %2: %3", "lower and upper bound, samples")
        .arg(m_format(bin.from), m_format(bin.to), core::LedgerWords::samples(bin.count));
}

void HistogramChart::drawMarks(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().seriesColour(0));
    for (int mark = 0; mark < markCount(); ++mark)
        painter.drawRect(markRect(mark));
}

} // namespace ui
